"""Percentages: whether one is a change, an attainment of the plan, a share, or the level of a rate.

The kinds are asked for in a fixed order; the first that knows what the percentage says decides. Not here: the cues and
words around it (`measures` gathers them), other figures (`measures`, `levels`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.levels import COUNTED_WHOLES, came_from, of_a_time_left
from dagster_project.extraction.statements.pace import changes_the_pace, of_two_sectors
from dagster_project.extraction.statements.reductions import is_reduction
from dagster_project.extraction.statements.terms import OF_TREASURY, is_yearly_rate
from dagster_project.extraction.statements.values import MINUS_IN_PARENTHESIS, RATES

_OF_TOTAL = fold_pattern(
    "^ (?:của |trong |vào |cho )?tổng (?:thu|chi|giá trị|nguồn thu|số thu|số chi|doanh thu)"
)
_COUNTED_ONES = "^enterprises|^household_businesses|^jobs|_households$|_schools$|_communes$"
_TOTAL_BEFORE = fold_pattern(
    r"tổng (?:thu|chi|nguồn thu|số thu|số chi)[^,;.()]{0,20}\($"
)  # "... tổng thu (61%)"
_PLANNED_GROWTH = fold_pattern(
    r"(?:kế hoạch|mục tiêu|chỉ tiêu|kịch bản)(?: đề ra| đặt ra| năm| được giao| tăng trưởng[^,;.()]{0,25})? ?\( ?$|"
    r"(?:thấp|cao|lớn) hơn[^,;.]{0,20} (?:kế hoạch|mục tiêu|chỉ tiêu|kịch bản)"
    r"(?:[^,;.()]{0,35} (?:đề ra|đặt ra|xác định|giao))?(?: là| \(| tăng)? ?$"
)
# "vượt mục tiêu nghị quyết đại hội đề ra (8,5%)"
_AIM_OF_GROWTH = fold_pattern(
    r"(?:vượt|đạt|hơn)[^,;.()0-9]{0,15} (?:kế hoạch|mục tiêu|chỉ tiêu)[^,;.()0-9]{0,45}(?: là| \() ?$"
)
# "tăng 8,36%, vượt kế hoạch 7-7,5%", "tăng 10,2%, vượt kế hoạch 9,8%": of the same size, not by how much
_BESIDE_AIM = fold_pattern(
    r"(?:vượt|đạt|hơn)[^,;.()0-9]{0,15} (?:kế hoạch|mục tiêu|chỉ tiêu)[^,;.()0-9]{0,45} (?:tăng |từ )?$"
)
_SAME_SIZE = 2.5
# "thấp hơn mục tiêu 55% mà thành phố đề ra": not by how much
_MEASURED_BY = fold_pattern(
    r"(?:thấp|cao|lớn|kém|ít|nhiều) hơn[^,;.0-9]{0,20} (?:mục tiêu|yêu cầu|mức|ngưỡng|mốc)(?: là)?(?: trên| hơn)? $"
)
_REACHED_BY = fold_pattern("^ (?:đã |mới )?(?:đạt|hoàn thành)(?: từ| trên| hơn| khoảng| gần| dưới)* $")
_MOST_GROWTH = 40  # "(100,5%)" is of the plan
_LEAST_OF_PLAN, _MOST_OF_PLAN = 80, 160
_SPEAKS_OF_PLAN = fold_pattern("(?:đạt|vượt|hoàn thành)[^,;.0-9]{0,40} (?:chỉ tiêu|kế hoạch)")
# "cao hơn 1,2% so với bình quân của thành phố": by how much another place's figure differs, no change in time
_VERSUS_PLACE = fold_pattern(
    "^ so với (?:mức |tốc độ |tăng trưởng |bình quân |trung bình |mặt bằng |chung |tăng |của |toàn )*"
    "(?:cả nước|toàn quốc|toàn ngành|(?:thành phố|tp|hà nội) ?(?:[,.;)]|và |$))"
)
# "tổng giá trị sản xuất đạt 10,3%": the whole is no part of anything, and so little of no plan
_GROWTH_OF_ALL = 20
# "(84,7%)" alone is of the plan where there always is one
_PLANNED = (*OF_TREASURY, "jobs_created")


_SUCH = fold_pattern(
    "(?:trình độ|đại học|cao đẳng|trung cấp|đảng viên|sức khỏe|loại 1|tình nguyện|thpt)[^,.;]*$"
)
_ARE_SUCH = fold_pattern(
    "^ (?:số )?(?:thanh niên |công dân |tân binh |quân nhân |trong số này |là )*"
    "(?:có (?:trình độ|bằng|sức khỏe|nghề|đơn)|đạt (?:trình độ|sức khỏe)|tốt nghiệp|trình độ|đảng viên|đoàn viên|"
    "viết đơn|tình nguyện|sức khỏe)"
)

_ATTAINMENT, _GROWTH, _SHARE, _LEVEL = (
    pl.lit(name) for name in ("plan_attainment", "growth", "share", "level")
)
_NOTHING = pl.lit("")  # it is known that it says nothing of its indicator
_CUE, _CUE_VALUE, _INDICATOR = pl.col("cue"), pl.col("cue_value"), pl.col("indicator_id")
_OF_WHOLE = pl.col("rule") == "whole_of"
_IS_RATE = _INDICATOR.is_in(list(RATES))
_IS_WEAK = pl.col("indicator_role").is_in(["indicator_weak"])
# "đạt 98,3% số thửa đất đủ điều kiện"
_OF_COUNT = fold_pattern(
    "^ (?:tổng )?(?:số|diện tích) (?:các )?(?:thửa|hộ|trường hợp|hồ sơ|đơn|đất|tổ|người|công trình|dự án|cơ sở)"
)


def measure_of_percent() -> pl.Expr:
    """The measure of a percentage, null where it says nothing of its indicator.

    For quantities with the columns of the window of `measures`.
    """
    said = pl.coalesce(
        pl.when(said_of_another() | changes_the_pace() | of_two_sectors()).then(_NOTHING),
        _of_people(),
        _of_all_or_plan(),
        pl.when(came_from() & ~pl.col("names_growth") & ~_from_up()).then(_NOTHING),
        _of_rate(),
        # "tỷ trọng công nghiệp nhích từ 68,3% năm 2015 lên 71,2%"
        pl.when(of_a_time_left() & pl.col("share_before")).then(_SHARE),
        _change(),
        pl.when(_IS_WEAK).then(_NOTHING),
        _part(),
        _of_silent_plan(),
    )
    return pl.when(said != "").then(said)


def said_of_another() -> pl.Expr:
    """The figure is what another is measured by: "thấp hơn mức 58,2%", "(kế hoạch 9%)"."""
    output = pl.col("indicator_id").str.contains("^(?:gross_output|economic_growth)")
    # "tăng 6,7%, thấp hơn mục tiêu 12%", "không đạt kế hoạch đề ra (11,5%)": the growth that was planned
    planned = output & pl.col("before").str.contains(_PLANNED_GROWTH) & (pl.col("dimension") == "percent")
    planned |= (
        output
        & (pl.col("dimension") == "percent")
        & (pl.col("value") < _MOST_GROWTH)
        & pl.col("before").str.contains(_AIM_OF_GROWTH)
        & (pl.col("last_quantity") > pl.col("last_sentence"))
    )
    alike = (pl.col("last_quantity_dimension") == "percent") & (
        (pl.col("value") - pl.col("value").shift(1)).abs() <= _SAME_SIZE
    )
    beside_aim = (
        output
        & (pl.col("dimension") == "percent")
        & (pl.col("value") < _MOST_GROWTH)
        & pl.col("before").str.contains(_BESIDE_AIM)
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & ((pl.col("part") == "low") | alike)
    ).fill_null(False)
    planned |= beside_aim | (beside_aim.shift(1) & (pl.col("part") == "high"))
    # "6 chỉ tiêu đạt từ 52% đến 91% kế hoạch": of those targets
    of_targets = (
        (pl.col("last_quantity_dimension") == "target")
        & pl.col("before").str.contains(_REACHED_BY)
        & (pl.col("value") < 100)
        & (pl.col("has_plan") | ((pl.col("part") == "low") & pl.col("has_plan").shift(-1)))
    )
    planned |= of_targets | (of_targets.shift(1) & (pl.col("part") == "high"))
    planned |= (pl.col("dimension") == "percent") & pl.col("before").str.contains(_MEASURED_BY)
    of_place = pl.col("dimension").is_in(["percent", "times"]) & pl.col("tail").str.contains(_VERSUS_PLACE)
    planned = planned.fill_null(False) | _of_recruits().fill_null(False)
    return pl.col("comparator_before") | pl.col("names_plan") | planned | of_place


def _neutral() -> pl.Expr:
    """No word says what the figure is, or only that it is reached."""
    return _CUE.is_null() | ((_CUE == "reach") & (_CUE_VALUE == "at"))


def _from_up() -> pl.Expr:
    """ "tăng từ 10% trở lên" """
    return (_CUE_VALUE == "from") & (pl.col("bound") == "at_least")


def _changes() -> pl.Expr:
    # "tăng giá trị sản xuất 9,5%"
    verb_first = (pl.col("last_direction") == pl.col("indicator_row") - 1) & (
        _neutral() | (_CUE == "direction")
    )
    return (
        (pl.col("directed_since") & ((_CUE == "direction") | _neutral()))
        | (pl.col("signed") == "+")
        | pl.col("before").str.contains(MINUS_IN_PARENTHESIS)
        | verb_first
        | _from_up()
    ).fill_null(False)


def _of_people() -> pl.Expr:
    """Of inhabitants, recruits and households."""
    of_poor = _INDICATOR.str.contains("poor")
    changes = _changes()
    return (
        pl.when(_OF_WHOLE & (_CUE == "share") & (_IS_RATE | of_poor))
        .then(_NOTHING)
        # "xóa 100% hộ nghèo": none is left
        .when(_OF_WHOLE & (pl.col("value") == 100) & of_poor)
        .then(_NOTHING)
        .when(_INDICATOR == "population")
        .then(pl.when(changes).then(_GROWTH).otherwise(_NOTHING))
        .when(is_reduction())
        .then(_GROWTH)
        .when(_INDICATOR == "military_recruitment_rate")
        .then(_LEVEL)
        .when(_INDICATOR == "near_poor_households")
        .then(
            pl.when(came_from())
            .then(_NOTHING)
            .when(changes)
            .then(_GROWTH)
            .when((_CUE != "exceed").fill_null(True))
            .then(_SHARE)
            .otherwise(_NOTHING)
        )
        .when(_INDICATOR == "poor_households")
        .then(
            pl.when(changes & (_CUE == "direction"))
            .then(_GROWTH)
            # "giảm 310 hộ nghèo, vượt 11% kế hoạch": as much of what was to be reduced
            .when((_CUE == "exceed") | pl.col("has_plan"))
            .then(_NOTHING)
            .otherwise(_LEVEL)
        )
    )


def _of_recruits() -> pl.Expr:
    """ "..., trong đó 37% có bằng cao đẳng", "tỷ lệ sức khỏe loại 1 đạt 41%": who the recruits are."""
    told = pl.col("tail").str.contains(_ARE_SUCH) | pl.col("before").str.contains(_SUCH)
    return (_INDICATOR == "military_recruitment_rate") & told


def _of_all_or_plan() -> pl.Expr:
    """Of a total that the sentence names, above or below what was planned, of a plan that is named."""
    directed, exceeds = _CUE == "direction", _CUE == "exceed"
    to_plan, compared = pl.col("to_plan"), pl.col("compared")
    # "vượt cùng kỳ 22,7%"
    said_of_same_period = (pl.col("last_same_period") > pl.col("last_cue")).fill_null(False)
    return (
        # "tăng 12% tổng giá trị sản xuất"
        pl.when(_OF_WHOLE & _changes() & directed & ~to_plan)
        .then(_GROWTH)
        # "24.800 doanh nghiệp đóng góp 60% tổng thu ngân sách": of other things than of how many there are
        .when(pl.col("tail").str.contains(_OF_TOTAL) & pl.col("indicator_id").str.contains(_COUNTED_ONES))
        .then(_NOTHING)
        .when(pl.col("tail").str.contains(_OF_TOTAL) | pl.col("before").str.contains(_TOTAL_BEFORE))
        .then(_SHARE)
        # "bao phủ 91,8%, thấp hơn mục tiêu 93%": the plan's own
        .when(_IS_RATE & directed & (pl.col("last_plan") > pl.col("last_direction")))
        .then(_NOTHING)
        # "cao hơn dự toán pháp lệnh 12,6%"
        .when(directed & (pl.col("last_plan") > pl.col("last_direction")) & ~compared)
        .then(_ATTAINMENT)
        .when(exceeds & (compared | said_of_same_period) & ~pl.col("has_plan"))
        .then(_GROWTH)
        .when(_IS_RATE & exceeds & ~to_plan)
        .then(_LEVEL)
        # "cơ cấu thương mại - dịch vụ đã vượt 70%"
        .when(exceeds & pl.col("share_before") & ~to_plan & ~pl.col("plan_before"))
        .then(_SHARE)
        .when(exceeds)
        .then(pl.when(_IS_WEAK).then(_NOTHING).otherwise(_ATTAINMENT))
        .when(to_plan & ~(directed & compared) & ~(_IS_RATE & ~pl.col("has_plan")))
        .then(_ATTAINMENT)
    )


def _of_rate() -> pl.Expr:
    """Of what is a rate by nature; "giảm từ 1,8% năm 2016 xuống còn 0,5%" is two levels."""
    changed = (_CUE == "direction") & ~of_a_time_left().fill_null(False)
    return pl.when(_IS_RATE).then(pl.when(changed).then(_GROWTH).otherwise(_LEVEL))


def _change() -> pl.Expr:
    compared, changes = pl.col("compared"), _changes()
    arrives = (_CUE == "reach") & (_CUE_VALUE == "to") & ~pl.col("share_before")
    a_year = is_yearly_rate() & _neutral() & ~pl.col("share_before")
    return pl.when(
        (arrives & compared)
        | (((_CUE == "equal") | _neutral()) & compared & ~changes)
        | pl.col("names_growth")
        | changes
        | a_year
    ).then(_GROWTH)


def _part() -> pl.Expr:
    """A share; of a whole that is no part of anything, a growth."""
    shared, plan_before = pl.col("share_before"), pl.col("plan_before")
    counted = _INDICATOR.is_in(list(COUNTED_WHOLES))
    # "nâng số xã nông thôn mới lên 50%"; "cơ cấu kinh tế chuyển dịch. ... công nghiệp giảm xuống còn 60,3%"
    structure = _INDICATOR.str.starts_with("gross_output_") & (
        pl.col("last_share") > pl.col("last_line_start")
    )
    # "giảm tỷ trọng nông nghiệp, tăng công nghiệp, trong đó nông nghiệp 36,6%": the change was another one's
    left_behind = (
        (_CUE == "direction") & ~pl.col("directed_since") & (pl.col("last_cue") < pl.col("indicator_row"))
    )
    silent = _neutral() | left_behind.fill_null(False)
    return (
        pl.when((_CUE == "share") | ((_CUE == "reach") & (_CUE_VALUE != "at") & shared))
        .then(_SHARE)
        .when((_INDICATOR == "national_standard_schools") | (shared & silent))
        .then(_SHARE)
        .when(
            (_INDICATOR == "gross_output") & _neutral() & ~plan_before & (pl.col("value") <= _GROWTH_OF_ALL)
        )
        .then(_GROWTH)
        .when((_CUE == "reach") & (_CUE_VALUE == "to") & (counted | structure))
        .then(_SHARE)
        .when(pl.col("indicator_role") == "indicator_sector")
        .then(_NOTHING)
        .when(counted & (_neutral() | (_CUE == "equal")))
        .then(_SHARE)
    )


def _of_silent_plan() -> pl.Expr:
    """Of what always has a plan, though none is named; "thu ngân sách bình quân 25,9%/năm" is a change."""
    plan_before = pl.col("plan_before")
    # "giá trị sản xuất công nghiệp đạt 6.198 tỷ đồng, đạt 100,1%": so much of an amount is no growth of it
    of_amount = (
        _CUE_VALUE.eq("at")
        & (pl.col("last_quantity_dimension") == "money")
        & (
            pl.col("last_quantity")
            > pl.max_horizontal("indicator_row", "last_sentence", "last_semicolon").fill_null(0)
        )
        & (pl.col("value") >= _LEAST_OF_PLAN)
        & ~pl.col("share_before")
    )
    # "hoàn thành hầu hết chỉ tiêu. Giá trị sản xuất xây dựng đạt 102,6%": no share, and no output grows so much
    of_whole_plan = (
        _CUE_VALUE.eq("at")
        & _INDICATOR.str.starts_with("gross_output")
        & pl.col("value").is_between(_LEAST_OF_PLAN, _MOST_OF_PLAN)
        & ~pl.col("share_before")
        & pl.col("folded").str.contains(_SPEAKS_OF_PLAN)
    )
    # "kế hoạch 240; thực hiện 262; đạt 109,2%"
    set_before = _CUE_VALUE.eq("at") & (pl.col("last_plan") > pl.col("last_sentence"))
    return (
        pl.when(is_yearly_rate())
        .then(_GROWTH)
        .when(
            (plan_before | _neutral() | (_CUE == "equal"))
            & (
                _INDICATOR.is_in(list(_PLANNED))
                | plan_before
                | set_before
                | of_whole_plan
                | of_amount.fill_null(False)
            )
            & ~pl.col("tail").str.contains(_OF_COUNT)
        )
        .then(_ATTAINMENT)
    )
