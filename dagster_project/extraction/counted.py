"""Counted nouns: figures whose noun says what they count, with the words around it ("15/15 xã đạt chuẩn ...").

Communes, schools, enterprises, households, permits and violations: the noun behind the number and the qualifiers of the
clause decide, wherever the indicator's full phrase stands. Not here: targets (`targets`), money and percentages.
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.folding import fold_pattern

_CLAUSE = r"^([^;.]*)"
_NEW_RURAL = fold_pattern("nông thôn mới|ntm")
_ADVANCED = fold_pattern("nâng cao")
_MODEL = fold_pattern("kiểu mẫu")
# "11 xã nâng cao và xã Hát Môn kiểu mẫu": another commune follows; "nâng cao, kiểu mẫu" is said of the same ones
_ADVANCED_FIRST = fold_pattern(r"nâng cao(?:,| và|;)? (?:và |có |thêm |riêng )?(?:một )?xã .*kiểu mẫu")
_CERTIFIED = fold_pattern("đạt chuẩn|về đích|nông thôn mới|ntm|hoàn thành")
_ADDED = fold_pattern("(?:thêm|tăng|mới|giảm|còn lại|trong đó có|phấn đấu thêm|còn) $")
_INCREASE = fold_pattern("(?:thêm|(?:tăng|giảm)(?: thêm| được| so với [^,]{0,20})?) $")
_CHANGE = fold_pattern("(?:giảm|tăng)(?: thêm| được)? $")
_NEWLY = fold_pattern("^ ?(?:được công nhận mới|mới được công nhận|mới đạt chuẩn|nữa)")
_PROPOSED = fold_pattern(
    "^[^,]{0,40}(?:đề nghị|chờ|vừa thẩm định|đang thẩm định|đăng ký|hoàn thiện hồ sơ|chưa)"
)
_SCHOOL_STANDARD = fold_pattern("chuẩn quốc gia|đạt chuẩn|trường chuẩn")
_SECOND_LEVEL = fold_pattern("mức độ|mức 2|chất lượng cao")
_LIFTED = fold_pattern("thoát nghèo")
_LEFT = fold_pattern("còn(?: lại)?(?: hơn| gần| khoảng| trên| dưới)? $")
_BUSINESS_NEW = fold_pattern(
    "thành lập mới|mới thành lập|đăng ký mới|đăng ký lần đầu|cấp mới|mới|đăng ký thành lập|"
    "được thành lập|gia nhập thị trường|ra đời|ra mắt|khai trương|thành lập|"
    "cấp (?:giấy )?(?:chứng nhận )?(?:đăng ký|đkkd)"
)
_BUSINESS_ACTIVE = fold_pattern(
    "đang hoạt động|hiện có|hoạt động|đang sản xuất|còn hoạt động|đang quản lý|quản lý"
)
_BUSINESS_OTHER = fold_pattern(
    "giải thể|tạm ngừng|tạm dừng|ngừng|nợ|vi phạm|bỏ|được hỗ trợ|hỗ trợ|tham gia|được vay|vay|kiểm tra|"
    "xử lý|xử phạt|đối thoại|kê khai|áp dụng|hóa đơn|fdi|công nghệ thông tin|quay trở lại|trở lại|"
    "quay lại|được giảm|được gia hạn|gia hạn|miễn|giảm thuế|phản ánh|đóng góp"
)
_PAID_IN = fold_pattern(
    "(?:vi phạm|phạt)[^.;]* nộp (?:vào )?(?:kho bạc|ngân sách)(?: nhà nước)?(?: hơn| gần| trên| khoảng)? $"
)
_SUM = fold_pattern("với (?:tổng )?số tiền(?: là)?(?: hơn| gần| trên| khoảng)? ?$")
_FINED = fold_pattern("xử phạt|phạt vi phạm|lập biên bản")
_NOTHING = "^ *$"
_LIVES = fold_pattern("^ ?(?:$|sinh sống|cư trú|và|với|trên|ở|tại)")
_DISTRICT_SIZE = 50_000  # fewer "dân" are those of a ward or a housing estate
_HAS = fold_pattern("(?:có|hiện có|tổng số|là|quản lý|lên|đạt|gồm)(?: (?:hơn|gần|khoảng|trên|tới|đến))? ?$")


def with_counted(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds counted_id (String, null): the indicator that noun and clause name, "" where they name another thing.

    quantities: before, tail, folded (String: the line), dimension, part, tail_to_break (String)
    """
    dimension, before = pl.col("dimension"), pl.col("before")
    behind = pl.col("tail").str.extract(_CLAUSE).fill_null("")
    ahead = before.str.extract(r"([^;.]*)$").fill_null("")
    near_behind = behind.str.extract(r"^([^,(]*)").fill_null("")
    rural = pl.col("folded").str.contains(_NEW_RURAL)
    commune = (
        pl.when(before.str.contains(_INCREASE))
        .then(pl.lit(""))
        .when(before.str.contains(_ADDED))
        .then(None)
        .when(behind.str.contains(_PROPOSED) | near_behind.str.contains(_NEWLY))
        .then(pl.lit(""))
        .when(before.str.contains(f"(?:{_MODEL}) ?(?:là|cho|ở|đạt|tại)? ?$"))
        .then(pl.lit("model_new_rural_communes"))
        .when(before.str.contains(f"(?:{_ADVANCED}) ?(?:là|cho|ở|đạt|tại)? ?$") & rural)
        .then(pl.lit("advanced_new_rural_communes"))
        .when(behind.str.contains(_MODEL) & ~behind.str.contains(_ADVANCED_FIRST))
        .then(pl.lit("model_new_rural_communes"))
        .when(behind.str.contains(_ADVANCED) & (rural | behind.str.contains(_CERTIFIED)))
        .then(pl.lit("advanced_new_rural_communes"))
        .when(behind.str.contains(_CERTIFIED) & rural)
        .then(pl.lit("new_rural_communes"))
    )
    school = (
        pl.when(near_behind.str.contains(_SECOND_LEVEL))
        .then(pl.lit(""))
        .when(near_behind.str.contains(_NEWLY) | before.str.contains(_INCREASE))
        .then(pl.lit(""))
        .when(behind.str.contains(_SCHOOL_STANDARD) & ~before.str.contains(_ADDED))
        .then(pl.lit("national_standard_schools"))
    )
    enterprise, household = _business("enterprises"), _business("household_businesses")
    business_household = pl.col("folded").str.contains(
        fold_pattern(
            "hộ kinh doanh|kinh doanh cá thể|đăng ký kinh doanh|hộ cá thể|sản xuất kinh doanh|sản xuất, kinh doanh"
        )
    )
    permit = (
        pl.when(
            (near_behind + ahead).str.contains(
                fold_pattern("kinh doanh|lao động|môi trường|lái xe|hành nghề")
            )
        )
        .then(
            pl.when((near_behind + ahead).str.contains(fold_pattern("kinh doanh")))
            .then(pl.lit("household_businesses_new"))
            .otherwise(pl.lit(""))
        )
        .when(near_behind.str.contains(fold_pattern("các loại|giấy chứng nhận")))
        .then(pl.lit(""))
        .when(pl.col("folded").str.contains(fold_pattern("xây dựng")))
        .then(pl.lit("building_permits"))
    )
    certificate = (
        pl.when(near_behind.str.contains(fold_pattern("hộ kinh doanh|đăng ký kinh doanh|đkkd")))
        .then(pl.lit("household_businesses_new"))
        .when(
            near_behind.str.contains(
                fold_pattern("doanh nghiệp|ocop|vietgap|atvsl|nghề|an toàn thực phẩm|đầu tư")
            )
        )
        .then(pl.lit(""))
        .when(pl.col("folded").str.contains(fold_pattern("đất|sổ đỏ|qsdđ")))
        .then(pl.lit("land_certificates"))
    )
    changed = before.str.contains(_CHANGE)
    checked = before.str.contains(fold_pattern("kiểm tra(?: hơn| gần| trên)? $"))
    violation = (
        ~changed
        & ~checked
        & (near_behind.str.contains("^ ?vi phạm|^$") | before.str.contains(fold_pattern("vi phạm(?: là)? $")))
    )
    topic = ahead + near_behind
    case = (
        pl.when(
            violation
            & topic.str.contains(fold_pattern("trật tự đô thị|ttđt|lòng đường|vỉa hè|văn minh đô thị"))
        )
        .then(pl.lit("urban_order_violations"))
        .when(
            violation
            & topic.str.contains(fold_pattern("trật tự xây dựng|ttxd|xây dựng không phép|xây dựng sai phép"))
        )
        .then(pl.lit("construction_violations"))
    )
    return quantities.with_columns(
        counted_id=pl.when(dimension == "commune")
        .then(commune)
        .when(dimension == "school")
        .then(school)
        .when(dimension.is_in(["enterprise", "household_business"]) & changed)
        .then(pl.lit(""))
        .when(dimension == "enterprise")
        .then(enterprise)
        .when((dimension == "unit") & near_behind.str.contains(fold_pattern("thành lập|đăng ký")))
        .then(enterprise)
        .when(dimension == "household_business")
        .then(household)
        .when(
            dimension.is_in(["household", "establishment"])
            & business_household
            & ~near_behind.str.contains(fold_pattern("nghèo"))
        )
        .then(
            pl.when(
                topic.str.contains(fold_pattern("nghèo|mới|cấp|thành lập|đăng ký|hoạt động|quản lý"))
            ).then(household)
        )
        .when(dimension == "permit")
        .then(permit)
        .when(dimension == "certificate")
        .then(certificate)
        .when(dimension.is_in(["case", "site"]))
        .then(case)
        .when((dimension == "household") & near_behind.str.contains(_NOTHING) & _still_poor(before))
        .then(pl.lit("poor_households"))
        .when((dimension == "money") & before.str.contains(_PAID_IN))
        .then(pl.lit("administrative_fines"))
        .when((dimension == "money") & before.str.contains(_SUM) & pl.col("folded").str.contains(_FINED))
        .then(pl.lit("administrative_fines"))
        .when(
            (dimension == "inhabitant")
            & near_behind.str.contains(_LIVES)
            & (pl.col("value") >= _DISTRICT_SIZE)
        )
        .then(pl.lit("population"))
    )


def _still_poor(before: pl.Expr) -> pl.Expr:
    """ "495 hộ thoát nghèo, hiện còn 632 hộ" """
    return before.str.contains(_LIFTED) & before.str.contains(_LEFT)


def _business(prefix: str) -> pl.Expr:
    behind = pl.col("tail").str.extract(r"^([^;.,(]*)").fill_null("")
    to_next = pl.col("clause_behind")
    ahead = pl.col("before").str.extract(r"([^;.]*)$").fill_null("")
    return (
        pl.when(behind.str.contains(_BUSINESS_OTHER))
        .then(pl.lit(""))
        .when(behind.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_new"))
        .when(behind.str.contains(_BUSINESS_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(ahead.str.contains(_BUSINESS_OTHER))
        .then(pl.lit(""))
        .when(ahead.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_new"))
        .when(ahead.str.contains(_BUSINESS_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(to_next.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_new"))
        .when(to_next.str.contains(_BUSINESS_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(ahead.str.contains(_HAS))
        .then(pl.lit(f"{prefix}_active"))
    )
