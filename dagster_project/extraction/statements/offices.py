"""Offices: what a district's offices count: permits, certificates, violations, fines.

Not here: what other nouns count (`counted`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.wording import CHANGE, NOTHING, ahead_words, near_behind_words

_PAID_TO_BUDGET = fold_pattern("^ (?:đã |được |đã được )?(?:chảy |đổ |nộp |chuyển )?vào ngân sách")
_OPENS_CLAUSE = fold_pattern("(?:^|[,;:.] ?)(?:đã |có |đã có )?(?:hơn |gần |khoảng |trên )?$")
_PAID_IN = fold_pattern(
    "(?:vi phạm|phạt)[^.;]* nộp (?:vào )?(?:kho bạc|ngân sách)(?: nhà nước)?(?: hơn| gần| trên| khoảng)? $"
)
_SUM = fold_pattern("với (?:tổng )?số tiền(?: là)?(?: hơn| gần| trên| khoảng)? ?$")
_FINED = fold_pattern("xử phạt|phạt vi phạm|lập biên bản")
_TOLD = fold_pattern("phát hiện|xử lý|lập biên bản|lập hồ sơ")
_TOLD_VIOLATION = fold_pattern(
    "(?:lập hồ sơ|lập biên bản|phát hiện|xử lý|xử phạt)(?: xử lý| xử phạt)? vi phạm(?: đối với| tại)?"
    "(?: hơn| gần| trên| khoảng)? $"
)
_HAPPENED = fold_pattern("(?:xảy ra|phát sinh|phát hiện)(?: hơn| gần| trên| khoảng| mới)? $")
_HAS_CASES = fold_pattern("(?:^|[ ,;:])(?:có|còn|xảy ra|phát sinh|ghi nhận)(?: hơn| gần| trên| khoảng)? $")
# "phát hiện 9 trường hợp vi phạm ..., đã xử lý dứt điểm 7 trường hợp": some of those that were counted
_SETTLED = fold_pattern(
    "[,;)] (?:trong đó )?(?:đã |có )*(?:xử lý|khắc phục|giải quyết|cưỡng chế|tháo dỡ)"
    "(?: dứt điểm| xong| được| triệt để)*(?: hơn| gần| trên)? $"
)
_CHANGED_PAPERS = fold_pattern("(?:cấp đổi|cấp lại|thu hồi|thay đổi)(?: hơn| gần| trên)? $")
_BUILDING = fold_pattern("trật tự xây dựng|ttxd|xây dựng không phép|xây dựng sai phép")
_OTHER_FIELD = fold_pattern(
    "giao thông|nồng độ cồn|tải trọng|thực phẩm|môi trường|đất đai|đê điều|khoáng sản|hàng giả|buôn lậu|thuế|"
    "thị trường|phòng cháy|pccc|cháy nổ|lao động|y tế|văn hóa|karaoke|thú y|giáo dục|ma túy|hình sự|đất nông nghiệp"
)
_WORKS = fold_pattern("(?:^|[ ,;:])công trình(?: xây dựng)?(?:,| và| đã| (?:phát hiện|lập|xử lý)|$)")
_STREETS = fold_pattern("trật tự đô thị|ttđt|lòng đường|vỉa hè|văn minh đô thị")
_WITHOUT_PERMIT = fold_pattern(
    "^ ?(?:xây dựng |xây )?(?:sai phép|không phép|trái phép|không có giấy phép|sai giấy phép)"
)
_NOT_GIVEN = fold_pattern(
    "(?:thu hồi|từ chối|hủy|hủy bỏ|trả lại|trả|không đủ điều kiện|chưa giải quyết)(?: hơn| gần| trên| khoảng)? $"
)
_HANDLED = fold_pattern("(?:xử lý|xử phạt|lập biên bản|phát hiện)(?: được)?(?: hơn| gần| trên| khoảng)? $")
_OF_PRAISE = fold_pattern("^ ?(?:khen|mời|báo|giới thiệu|xác nhận)")
_OF_OTHER_USE = fold_pattern("các loại|giấy chứng nhận")
# "320 giấy phép sử dụng tạm thời vỉa hè"
_NOT_YET = fold_pattern("^ ?(?:đất )?(?:còn lại )?(?:chưa|không|vướng|cần|đủ điều kiện)")
_TO_USE = fold_pattern("^ ?(?:sử dụng|quảng cáo|đào|khai thác|xả thải|hoạt động|lái xe|hành nghề)")
_BUILDS = fold_pattern("giấy phép xây dựng|gpxd|cấp phép xây dựng")
_SUMMED_UP = fold_pattern("đầu năm|đến nay|lũy kế|cộng dồn|tính chung")
_TO_BUILD = fold_pattern("(?:giấy phép|cấp phép|gp) ?(?:xây dựng|xd)[^,;.]*$|gpxd[^,;.]*$")
_PAPER_BYTES = len(" giấy".encode())
_PERMIT_TO_BUILD_BYTES = len("giấy phép xây dựng".encode())


def not_given() -> pl.Expr:
    """ "thu hồi 12 giấy phép xây dựng, từ chối 36 hồ sơ" """
    return pl.col("before").str.contains(_NOT_GIVEN)


def plot() -> pl.Expr:
    """ "còn 1.012 thửa chưa đủ điều kiện cấp sổ đỏ": no certificates"""
    return pl.when(near_behind_words().str.contains(_NOT_YET)).then(pl.lit(""))


def dossier() -> pl.Expr:
    return pl.when(not_given()).then(pl.lit(""))


def permit() -> pl.Expr:
    near_behind, ahead = near_behind_words(), pl.col("before").str.extract(r"([^;.:]*)$").fill_null("")
    return (
        pl.when(not_given() | near_behind.str.contains(_TO_USE))
        .then(pl.lit(""))
        # "87 hộ kinh doanh, 128 giấy phép xây dựng": its own noun says it
        .when(pl.col("unit_length") >= _PERMIT_TO_BUILD_BYTES)
        .then(pl.lit("building_permits"))
        .when(
            (near_behind + ahead).str.contains(
                fold_pattern("kinh doanh|lao động|môi trường|lái xe|hành nghề")
            )
        )
        .then(
            pl.when((near_behind + ahead).str.contains(fold_pattern("kinh doanh")))
            .then(pl.lit("household_businesses_new"))
            .otherwise(pl.lit(""))
        )
        .when(near_behind.str.contains(_OF_OTHER_USE))
        .then(pl.lit(""))
        .when(pl.col("folded").str.contains(fold_pattern("xây dựng|gpxd")))
        .then(pl.lit("building_permits"))
    )


def certificate() -> pl.Expr:
    near_behind = near_behind_words()
    # "Giấy phép xây dựng được cấp là 208 giấy"
    of_permits = (pl.col("unit_length") <= _PAPER_BYTES) & pl.col("before").str.contains(_TO_BUILD)
    in_business = pl.col("folded").str.contains(fold_pattern("hộ kinh doanh|đăng ký kinh doanh"))
    return (
        pl.when(in_business & pl.col("before").str.contains(_CHANGED_PAPERS))
        .then(pl.lit(""))
        .when(of_permits)
        .then(pl.lit("building_permits"))
        .when(near_behind.str.contains(fold_pattern("hộ kinh doanh|đăng ký kinh doanh|đkkd")))
        .then(pl.lit("household_businesses_new"))
        .when(
            near_behind.str.contains(
                fold_pattern("doanh nghiệp|ocop|vietgap|atvsl|nghề|an toàn thực phẩm|đầu tư")
            )
        )
        .then(pl.lit(""))
        .when(near_behind.str.contains(_OF_PRAISE))
        .then(pl.lit(""))
        .when(pl.col("folded").str.contains(fold_pattern("đất|sổ đỏ|qsdđ")))
        .then(pl.lit("land_certificates"))
    )


def same_violations(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Trong tuần, quận xử lý 412 trường hợp vi phạm trật tự đô thị. Từ đầu năm đến nay, đã xử lý 2.874 trường hợp":
    cases of another time are of the kind told before."""
    cases = quantities["dimension"].eq("case").fill_null(False).arg_true()
    if cases.is_empty():
        return quantities
    known = pl.when(pl.col("counted_id").str.ends_with("_violations"))
    told, line = (known.then(name).forward_fill().shift(1) for name in ("counted_id", "line"))
    dated = (pl.max_horizontal("last_period", "last_now") > pl.col("last_sentence")).fill_null(False)
    dated |= pl.col("before").str.contains(_SUMMED_UP)
    goes_on = (
        pl.col("counted_id").is_null()
        & near_behind_words().str.contains(NOTHING)
        & pl.col("before").str.contains(_HANDLED)
        & ~pl.col("before").str.contains(_OTHER_FIELD)
        & dated
        & ((pl.col("line") - line) <= 1)
    ).fill_null(False)
    found = quantities[cases].select(pl.when(goes_on).then(told).otherwise("counted_id")).to_series()
    return quantities.with_columns(counted_id=quantities["counted_id"].scatter(cases, found))


def same_certificates(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Huyện cấp 1.874 giấy chứng nhận quyền sử dụng đất. Cả năm sẽ cấp được 2.050 giấy": of the papers before."""
    papers = quantities["dimension"].eq("certificate").fill_null(False).arg_true()
    if papers.is_empty():
        return quantities
    named = quantities[papers].select(
        "document", "counted_id", ends=near_behind_words().str.contains(NOTHING)
    )
    before = pl.col("counted_id").replace("building_permits", None).forward_fill().over("document")
    goes_on = pl.col("counted_id").is_null() & pl.col("ends") & (before == "land_certificates")
    found = named.select(pl.when(goes_on).then(before).otherwise("counted_id")).to_series()
    return quantities.with_columns(counted_id=quantities["counted_id"].scatter(papers, found))


def case() -> pl.Expr:
    before, near_behind = pl.col("before"), near_behind_words()
    topic = ahead_words() + near_behind
    changed = before.str.contains(CHANGE)
    checked = before.str.contains(fold_pattern("kiểm tra(?: hơn| gần| trên)? $"))
    settled = near_behind.str.contains(NOTHING) & before.str.contains(_SETTLED)
    settled &= (
        (pl.col("last_quantity") > pl.col("last_sentence"))
        & pl.col("last_quantity_dimension").is_in(["case", "site"])
    ).fill_null(False)
    violation = (
        ~changed
        & ~checked
        & (
            near_behind.str.contains("^ ?vi phạm|^ ?$")
            | before.str.contains(fold_pattern("vi phạm(?: là)? $"))
        )
    )
    # "Công tác quản lý trật tự xây dựng: trong tháng kiểm tra 74 công trình, phát hiện 3 trường hợp vi phạm"
    of_building, of_streets = (pl.col("folded").str.contains(words) for words in (_BUILDING, _STREETS))
    # "cấp 1.245 giấy phép xây dựng, lập hồ sơ xử lý 28 trường hợp vi phạm"
    of_building |= (pl.col("last_quantity") > pl.col("last_sentence")) & pl.col("folded").str.contains(
        _BUILDS
    )
    told = topic.str.contains(_TOLD) | before.str.contains(_HAS_CASES)
    told &= near_behind.str.contains(fold_pattern("^ ?vi phạm ?(?:$|và )"))
    # "đã xảy ra 192 vụ (không phép: 129 vụ, sai phép: 63 vụ)"
    told |= near_behind.str.contains(NOTHING) & before.str.contains(_HAPPENED)
    told &= ~topic.str.contains(_OTHER_FIELD)
    # "lập hồ sơ vi phạm 41 công trình"
    works = (pl.col("dimension") == "site") & before.str.contains(_TOLD_VIOLATION)
    return (
        pl.when(settled)
        .then(pl.lit(""))
        .when(works & ~topic.str.contains(_OTHER_FIELD))
        .then(pl.lit("construction_violations"))
        # "lập biên bản 11 công trình sai phép, không phép"
        .when(~changed & ~checked & near_behind.str.contains(_WITHOUT_PERMIT))
        .then(pl.lit("construction_violations"))
        .when(violation & topic.str.contains(_STREETS))
        .then(pl.lit("urban_order_violations"))
        .when(violation & topic.str.contains(_BUILDING))
        .then(pl.lit("construction_violations"))
        # "kiểm tra 100% công trình, phát hiện 8 trường hợp vi phạm"
        .when(violation & told & topic.str.contains(_WORKS))
        .then(pl.lit("construction_violations"))
        .when(violation & told & of_building & ~of_streets)
        .then(pl.lit("construction_violations"))
        .when(violation & told & of_streets & ~of_building)
        .then(pl.lit("urban_order_violations"))
    )


def paid() -> pl.Expr:
    before = pl.col("before")
    fined = before.str.contains(_SUM) & pl.col("folded").str.contains(_FINED)
    # "8.745 tỷ đồng đã chảy vào ngân sách nhà nước"; who pays would stand before it
    paid = near_behind_words().str.contains(_PAID_TO_BUDGET) & before.str.contains(_OPENS_CLAUSE)
    return (
        pl.when(before.str.contains(_PAID_IN) | fined)
        .then(pl.lit("administrative_fines"))
        .when(paid)
        .then(pl.lit("state_budget_revenue"))
    )
