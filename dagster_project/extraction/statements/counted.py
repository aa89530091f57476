"""Counted nouns: figures whose noun says what they count, with the words around it ("15/15 xã đạt chuẩn ...").

Communes, schools, enterprises, households, permits and violations: the noun behind the number and the qualifiers of the
clause decide, wherever the indicator's full phrase stands. Not here: targets (`targets`), money and percentages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import planned
from dagster_project.extraction.statements import offices, visits
from dagster_project.extraction.statements.businesses import business, with_shared_kind
from dagster_project.extraction.statements.households import inhabitants, is_helped, is_still_poor, residents
from dagster_project.extraction.statements.wording import (
    CHANGE,
    NOTHING,
    ahead_words,
    behind_words,
    near_behind_words,
)

_NEW_RURAL = fold_pattern("nông thôn mới|ntm")
_ADVANCED = fold_pattern("nâng cao")
_MODEL = fold_pattern("kiểu mẫu")
# "11 xã nâng cao và xã Hát Môn kiểu mẫu": another commune follows; "nâng cao, kiểu mẫu" is said of the same ones
_ADVANCED_FIRST = fold_pattern(r"nâng cao(?:,| và|;)? (?:và |có |thêm |riêng )?(?:một )?xã .*kiểu mẫu")
_BEING_BUILT = fold_pattern("^ ?(?:đang )?xây dựng (?:nông thôn mới|ntm) ?$")
# "8 xã thực hiện chương trình xây dựng nông thôn mới"; "còn 1 xã sẽ phấn đấu"
_TAKES_PART = fold_pattern(
    "^ ?(?:đang |cùng )?(?:thực hiện|triển khai|tham gia|bắt tay vào) (?:chương trình |việc |công tác )"
)
_IS_LEFT = fold_pattern("còn(?: lại)?(?: hơn| gần| khoảng)? $")
_STILL_STRIVES = fold_pattern("(?:^|[ ,])(?:sẽ|phấn đấu|chưa|đang)(?: |$)")
# "5/20 xã bãi giữa sông Hồng": where they lie
_LIES = fold_pattern(
    "^ ?(?:thuộc |nằm |là )?(?:(?:xã|vùng|khu vực) )*(?:miền núi|ven |bãi |giữa |ngoài (?:đê|bãi)|đồi gò|bán sơn địa|"
    "trung du|đặc biệt khó khăn|vùng )"
)
_AND_TOWNS = fold_pattern("^ ?(?:,|và) (?:thị trấn|phường)")
_NONE_OF_OTHERS = fold_pattern(" (?:và|nhưng|song) chưa có .*$")  # "9 xã nâng cao và chưa có xã kiểu mẫu"
_NUMBER_CERTIFIED = fold_pattern(
    "(số xã (?:được công nhận )?(?:đạt chuẩn|về đích|hoàn thành)[^,;.0-9]{0,30}) (?:lên|là|thành)[^,;.0-9]{0,12}$"
)
_CERTIFIED = fold_pattern("đạt chuẩn|về đích|nông thôn mới|ntm|hoàn thành")
_ADDED = fold_pattern("(?:thêm|tăng|mới|giảm|còn lại|trong đó có|phấn đấu thêm|còn) $")
_INCREASE = fold_pattern("(?:thêm|công nhận lại|(?:tăng|giảm)(?: thêm| được| so với [^,]{0,20})?) $")
_NEWLY = fold_pattern("^ ?(?:được công nhận mới|mới được công nhận|mới đạt chuẩn|nữa)")
_PROPOSED = fold_pattern(
    "^[^,]{0,40}(?:đề nghị|đủ điều kiện|chờ|vừa thẩm định|đang thẩm định|đăng ký|hoàn thiện hồ sơ|chưa)"
)
_PROPOSES = fold_pattern(
    "(?:đề nghị|trình|đề xuất|xem xét|thẩm định|rà soát)[^,;.]{0,50} (?:công nhận|xét)(?: cho| thêm)? $"
)
_FRACTION_BYTES = len("số xã".encode())
_MEETS_SOME = fold_pattern(
    "xây dựng (?:nông thôn mới|ntm)[^,;.]* đạt(?: và cơ bản đạt)?(?: từ| được| trên| khoảng)?(?: hơn| gần)? $"
)
_CRITERIA = fold_pattern("tiêu chí")
# "3 xã còn lại phấn đấu đạt chuẩn"; "2 xã đã cơ bản hoàn thành 19 tiêu chí"
_THE_OTHERS = fold_pattern("^ ?còn lại")
_MEETS_NEARLY = fold_pattern("cơ bản (?:hoàn thành|đạt)(?:[^,;.]* tiêu chí| (?:các |đủ |được )?$)")
_BY_STANDARD = fold_pattern("^ ?theo (?:chuẩn|tiêu chí)")
_WITH_VILLAGES = fold_pattern(
    "^ ?(?:,|và|cùng) +(?:thôn|bản|làng|khu dân cư) (?:được |đã )*(?:công nhận )?(?:đạt )?chuẩn "
    "(?:nông thôn mới|ntm) ?(?:[,;.]|$)"
)
_AWAITS = fold_pattern("(?:đang|chờ)(?: được)? (?:thẩm định|xét công nhận)|chờ công nhận")
_TO_BE_EXAMINED = fold_pattern(
    "(?:thẩm định|hồ sơ|thẩm tra|xét công nhận)(?:[^,;.]{0,40} (?:của|cho|đối với|tại))? $"
)
# "công nhận mới 3 trường đạt chuẩn quốc gia, lũy kế 66/77 trường": all of what was added to
_SUMMED_UP = "[^;.]{0,40}, (?:lũy kế|nâng tổng số|tổng số|đến nay)[^;.,]{0,30}$"
_SCHOOLS_SUMMED_UP = fold_pattern(f"chuẩn quốc gia{_SUMMED_UP}")
_NEW_ONES = fold_pattern(r"công nhận mới[^,;.()]{0,40} ?\(?$")  # "... được công nhận mới (3/5 trường)"
_RECOGNIZED = fold_pattern("được công nhận|về đích|hoàn thành|đạt chuẩn")
_ADVANCED_STAGE = fold_pattern("(?:giai đoạn|nông thôn mới|ntm|mức|chuẩn) nâng cao")
_SCHOOL_STANDARD = fold_pattern("chuẩn quốc gia|đạt chuẩn|trường chuẩn")
_SECOND_LEVEL = fold_pattern("mức độ ii|mức 2|chất lượng cao")
_STAGE = "(?:mầm non|mẫu giáo|tiểu học|thcs|thpt|trung học)"
_OF_ONE_STAGE = fold_pattern(f"(?:bậc|cấp|khối|hệ|trường)(?: học)? {_STAGE}[^,;.]{{0,25}}$")
# "(mầm non 34/38 trường, tiểu học 35/40 trường)"
_STAGE_BY_STAGE = fold_pattern(f"(?:^|[(,;] ?){_STAGE}(?: cơ sở| phổ thông)?:? $")
_ONE_STAGE_BEHIND = fold_pattern(f"^ ?{_STAGE}(?: cơ sở| phổ thông)?(?: công lập)? (?:đã )?(?:đạt|được)")
_LEVEL_NUMBERED = fold_pattern("mức(?: độ)? $")  # whose number the phrase behind has
_RENEWED = fold_pattern("(?:cấp lại|cấp đổi|đổi|thay đổi)(?: nội dung| đăng ký| giấy)*(?: cho)? $")
_CERTIFIED_TO = fold_pattern(
    "cấp [^;]{0,30}(?:quyền sử dụng đất|qsdđ|sổ đỏ)[^;]{0,60} cho (?:hơn |gần |trên |khoảng )?$"
)


def with_counted(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds counted_id (String, null): the indicator that noun and clause name, "" where they name another thing.

    quantities: before, tail, folded (String: the line), dimension, part, clause_behind (String)
    """
    words = quantities.select(
        "before",
        "tail",
        "folded",
        "clause_behind",
        "dimension",
        "value",
        "unit_length",
        "part",
        "last_named",
        "last_quantity",
        "last_quantity_dimension",
        "last_sentence",
        "last_break",
    )
    counted_id = pl.Series("counted_id", [None], pl.String).new_from_index(0, words.height)
    for dimensions, named in _NAMED_BY.items():
        rows = words["dimension"].is_in(dimensions).arg_true()
        if not rows.is_empty():
            counted_id.scatter(rows, planned(words[rows], named()).to_series())
    # "6/9 trường": the whole counts what the part of it counts
    of_other = ((pl.col("part") == "denominator") & (counted_id.shift(1) == "")).fill_null(False)
    named_id = pl.when(of_other).then(pl.lit("")).otherwise(counted_id)
    quantities = offices.same_certificates(quantities.with_columns(counted_id=named_id))
    return with_shared_kind(offices.same_violations(quantities))


def _is_fraction() -> pl.Expr:
    """ "2/3 số xã" are not two communes."""
    unit = (
        pl.when(pl.col("part") == "numerator").then(pl.col("unit_length").shift(-1)).otherwise("unit_length")
    )
    return (pl.col("part").is_in(["numerator", "denominator"]) & (unit >= _FRACTION_BYTES)).fill_null(False)


def _commune() -> pl.Expr:
    # "35/35 xã, thị trấn cơ bản hoàn thành 19 tiêu chí": said of both kinds
    behind = behind_words().str.replace(_AND_TOWNS, "").str.replace(_NONE_OF_OTHERS, "")
    before = pl.col("before")
    near_behind = behind.str.extract(r"^([^,(]*)").fill_null("")
    number = before.str.extract(_NUMBER_CERTIFIED)
    rural = pl.col("folded").str.contains(_NEW_RURAL)
    return (
        pl.when(before.str.contains(_INCREASE))
        .then(pl.lit(""))
        .when(
            before.str.contains(_ADDED)
            & ~(before.str.contains(_IS_LEFT) & near_behind.str.contains(_STILL_STRIVES))
        )
        .then(None)
        .when(
            behind.str.contains(_PROPOSED)
            | before.str.contains(_PROPOSES)
            | near_behind.str.contains(_NEWLY)
            | _is_fraction()
        )
        .then(pl.lit(""))
        # "3 xã xây dựng nông thôn mới nâng cao đạt 14 tiêu chí": on their way
        .when(
            (pl.col("tail").str.contains(_MEETS_SOME) | near_behind.str.contains(_MEETS_NEARLY))
            & pl.col("folded").str.contains(_CRITERIA)
        )
        .then(pl.lit(""))
        .when(near_behind.str.contains(_LIES) & ~near_behind.str.contains(_CERTIFIED))
        .then(pl.lit(""))
        .when(
            near_behind.str.contains(_THE_OTHERS)
            | near_behind.str.contains(_TAKES_PART)
            | (before.str.contains(_IS_LEFT) & near_behind.str.contains(_STILL_STRIVES))
        )
        .then(pl.lit(""))
        .when(
            before.str.contains(_TO_BE_EXAMINED)
            | near_behind.str.contains(_BY_STANDARD)
            | behind.str.contains(_AWAITS)
        )
        .then(pl.lit(""))
        .when(before.str.contains(f"(?:{_MODEL}) ?(?:là|cho|ở|đạt|tại)? ?$"))
        .then(pl.lit("model_new_rural_communes"))
        .when(before.str.contains(f"(?:{_ADVANCED}) ?(?:là|cho|ở|đạt|tại)? ?$") & rural)
        .then(pl.lit("advanced_new_rural_communes"))
        # the words up to the next comma say it, before those of the clause behind do
        .when(near_behind.str.contains(_MODEL) & ~near_behind.str.contains(_ADVANCED_FIRST))
        .then(pl.lit("model_new_rural_communes"))
        .when(near_behind.str.contains(_ADVANCED) & (rural | near_behind.str.contains(_CERTIFIED)))
        .then(pl.lit("advanced_new_rural_communes"))
        .when(near_behind.str.contains(_BEING_BUILT))
        .then(None)
        .when(near_behind.str.contains(_CERTIFIED) & near_behind.str.contains(_NEW_RURAL))
        .then(pl.lit("new_rural_communes"))
        .when(near_behind.str.contains(_RECOGNIZED) & ahead_words().str.contains(_ADVANCED_STAGE) & rural)
        .then(pl.lit("advanced_new_rural_communes"))
        .when(behind.str.contains(_MODEL) & ~behind.str.contains(_ADVANCED_FIRST))
        .then(pl.lit("model_new_rural_communes"))
        .when(behind.str.contains(_ADVANCED) & (rural | behind.str.contains(_CERTIFIED)))
        .then(pl.lit("advanced_new_rural_communes"))
        .when(behind.str.contains(_CERTIFIED) & rural)
        .then(pl.lit("new_rural_communes"))
        # "Về nông thôn mới, ... nâng tổng số xã đạt chuẩn lên 15 xã"
        .when(number.is_not_null() & rural)
        .then(
            pl.when(number.str.contains(_MODEL))
            .then(pl.lit("model_new_rural_communes"))
            .when(number.str.contains(_ADVANCED))
            .then(pl.lit("advanced_new_rural_communes"))
            .otherwise(pl.lit("new_rural_communes"))
        )
        # "3 xã, 27 thôn được công nhận đạt chuẩn nông thôn mới": said of both
        .when(pl.col("clause_behind").str.contains(_WITH_VILLAGES))
        .then(pl.lit("new_rural_communes"))
    )


def _school() -> pl.Expr:
    before, behind, near_behind = pl.col("before"), behind_words(), near_behind_words()
    return (
        pl.when(near_behind.str.contains(_SECOND_LEVEL))
        .then(pl.lit(""))
        .when(near_behind.str.contains(_LEVEL_NUMBERED))
        .then(None)
        .when(
            near_behind.str.contains(_NEWLY) | before.str.contains(_INCREASE) | before.str.contains(_NEW_ONES)
        )
        .then(pl.lit(""))
        # "bậc mầm non có 6/9 trường đạt chuẩn": schools of one stage only
        .when(
            before.str.contains(_OF_ONE_STAGE)
            | before.str.contains(_STAGE_BY_STAGE)
            | near_behind.str.contains(_ONE_STAGE_BEHIND)
        )
        .then(pl.lit(""))
        .when(near_behind.str.contains(NOTHING) & before.str.contains(_SCHOOLS_SUMMED_UP))
        .then(pl.lit("national_standard_schools"))
        .when(behind.str.contains(_SCHOOL_STANDARD) & ~before.str.contains(_ADDED))
        .then(pl.lit("national_standard_schools"))
    )


def _new_unit() -> pl.Expr:
    founded = near_behind_words().str.contains(fold_pattern("thành lập|đăng ký"))
    return pl.when(founded).then(business("enterprises"))


def _unless_changed(prefix: str) -> pl.Expr:
    """ "tăng 120 doanh nghiệp" is no number of them."""
    return pl.when(pl.col("before").str.contains(CHANGE)).then(pl.lit("")).otherwise(business(prefix))


def _household() -> pl.Expr:
    near_behind = near_behind_words()
    business_household = pl.col("folded").str.contains(
        fold_pattern(
            "hộ kinh doanh|kinh doanh cá thể|đăng ký kinh doanh|hộ cá thể|sản xuất kinh doanh|sản xuất, kinh doanh"
        )
    )
    spoken_of = (ahead_words() + near_behind).str.contains(
        fold_pattern("nghèo|mới|cấp|thành lập|đăng ký|hoạt động|quản lý")
    )
    is_business = business_household & ~near_behind.str.contains(fold_pattern("nghèo"))
    return (
        pl.when(business_household & pl.col("before").str.contains(_RENEWED))
        .then(pl.lit(""))
        .when(is_business & spoken_of)
        .then(business("household_businesses"))
        .when(is_business)
        .then(None)
        # "cấp giấy chứng nhận quyền sử dụng đất cho 156 hộ"
        .when(ahead_words().str.contains(_CERTIFIED_TO))
        .then(pl.lit("land_certificates"))
        .when((pl.col("dimension") == "household") & is_helped())
        .then(pl.lit(""))
        .when((pl.col("dimension") == "household") & near_behind.str.contains(NOTHING) & is_still_poor())
        .then(pl.lit("poor_households"))
    )


# What decides for which dimensions; asked of their figures only: most are money and percentages.
_NAMED_BY: dict[tuple[str, ...], Callable[[], pl.Expr]] = {
    ("commune",): _commune,
    ("school",): _school,
    ("enterprise",): partial(_unless_changed, "enterprises"),
    ("unit",): _new_unit,
    ("household_business",): partial(_unless_changed, "household_businesses"),
    ("household", "establishment"): _household,
    ("permit",): offices.permit,
    ("certificate",): offices.certificate,
    ("dossier",): offices.dossier,
    ("plot",): offices.plot,
    ("case", "site"): offices.case,
    ("money",): offices.paid,
    ("turn",): visits.turn,
    ("visitor",): visits.visitor,
    ("inhabitant",): inhabitants,
    ("person",): residents,
}
