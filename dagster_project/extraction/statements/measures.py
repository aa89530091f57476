"""Measures: what a bound figure says of its indicator (a level, a change, a share of the plan, ...).

The cue before the figure and the words behind it decide, by the contract's rules of meaning. Not here: which indicator
it is (`binding`), what a percentage says (`percentages`), the value by those rules (`values`), against what it is
measured (`basis`), nor the counting of targets (`targets`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.basis import with_base_period, with_basis, without_planned_growth
from dagster_project.extraction.statements.levels import (
    came_from,
    measure_of_level,
    passes_level,
    with_times_of_bases,
)
from dagster_project.extraction.statements.pace import (
    names_growth,
    with_parts_of_an_amount,
    with_shares_of_a_whole,
    without_changes_of_shares,
)
from dagster_project.extraction.statements.percentages import measure_of_percent, said_of_another
from dagster_project.extraction.statements.reductions import MOVED, without_points_of_households
from dagster_project.extraction.statements.values import RATES, with_signed_value
from dagster_project.extraction.surroundings.figures import is_plan_apart, is_plan_met, is_the_plan

_OF_YEAR_BEFORE = fold_pattern(r"^ ?(?:của |so với )?(?:cùng kỳ|năm trước|năm ngoái)")
# "bằng 179% so với giai đoạn 5 năm trước đó", "bằng 115% ước thực hiện năm 2023"
_VERSUS_SPAN = fold_pattern(
    "^ so với (?:cả )?(?:giai đoạn|nhiệm kỳ|thời kỳ|tháng|quý|đầu năm|đầu nhiệm kỳ|cuối năm)"
)
_OF_ACHIEVED = fold_pattern("^ (?:so với )?(?:số |mức |kết quả )?(?:ước )?thực hiện (?:của )?(?:cả )?năm")
_ON_EACH_DAY = fold_pattern(
    "(?:^|[ ,;.])(?:mỗi|trung bình một|bình quân một) (?:ngày|tối|đêm|buổi)(?: [^,;.:0-9]{0,40})? $"
)
_EACH_DAY = fold_pattern("^ ?(?:khách |người )?(?:/|mỗi |một )(?:ngày|tối|đêm|buổi)(?:$|[^a-zà-ỹđ])")
# "102,6% chỉ tiêu năm", "đạt 71% NQ"
_OF_QUOTA = fold_pattern("^ (?:so với )?(?:(?:các )?chỉ tiêu|nq(?:$|[ ,;.)]))")
# "tăng 8,3%/KH tăng 7%": the plan is a figure of its own, not what the one before it is a part of
_PLAN_APART = fold_pattern(
    r"^ ?/ ?(?:kế hoạch|kh|mục tiêu|chỉ tiêu)(?: \((?:kh|nq)\))?(?: [a-zà-ỹđ]+){0,2} ?$"
)
# a year's digits end the words before the figure
_PLAN_OR_YEAR = fold_pattern(
    r"\( ?(?:kế hoạch|kh|mục tiêu|chỉ tiêu)(?: cả| của| năm| quý| tháng| đề ra| đặt ra| giao| được giao)*(?: là)? $|"
    "^(?: là|:)? $"
)
_WORD_BEHIND = fold_pattern("^ [a-zà-ỹđ]")


def with_measures(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds measure, value (by the rules of meaning), basis, second_basis (of a second plan named for the same figure);
    or reason where the figure says nothing that is measured."""
    # "giảm 0,2 điểm phần trăm": of a rate the same as "giảm 0,2%"
    points = (pl.col("dimension") == "point") & pl.col("before").str.contains(MOVED)
    quantities = _with_window(
        quantities.with_columns(dimension=pl.when(points).then(pl.lit("percent")).otherwise("dimension"))
    )
    percent, times = pl.col("dimension") == "percent", pl.col("dimension") == "times"
    measure = (
        pl.when(percent)
        .then(measure_of_percent())
        .when(times)
        .then(
            pl.when(
                pl.col("multiplies") & (pl.col("indicator_id") != "economic_growth") & ~said_of_another()
            ).then(pl.lit("multiple"))
        )
        .otherwise(measure_of_level())
    )
    quantities = _of_ranges(_inherit(with_planned(quantities, measure=measure)))
    quantities = with_shares_of_a_whole(quantities)
    quantities = with_times_of_bases(quantities)
    quantities = with_parts_of_an_amount(without_changes_of_shares(quantities))
    quantities = without_points_of_households(quantities)
    quantities = with_base_period(without_planned_growth(quantities))
    quantities = with_basis(with_signed_value(quantities))
    impossible = (pl.col("measure") == "share") & ((pl.col("value") > 100) | (pl.col("value") < 0))
    quantities = quantities.with_columns(
        reason=pl.when(pl.col("reason").is_null() & impossible.fill_null(False))
        .then(pl.lit("impossible_share"))
        .otherwise("reason")
    )
    return quantities.with_columns(
        reason=pl.when(pl.col("reason").is_null() & pl.col("measure").is_null())
        .then(
            pl.when(percent | times)
            .then(pl.lit("unclear_measure"))
            .when("plan_amount")
            .then(pl.lit("plan_amount"))
            .otherwise(pl.lit("absolute_change"))
        )
        .otherwise("reason")
    )


def _with_window(quantities: pl.DataFrame) -> pl.DataFrame:
    """What the clause before and the words behind hold, as Booleans."""
    start = pl.max_horizontal("last_quantity", "last_sentence", "last_semicolon", "open_row").fill_null(0)
    end = pl.min_horizontal(
        pl.col("next_quantity").fill_null(FAR),
        pl.col("next_break").fill_null(FAR),
        pl.col("next_sentence").fill_null(FAR),
    )
    quantities = quantities.with_columns(open_row=pl.when(pl.col("inside")).then("last_open")).with_columns(
        window_start=start, window_end=end
    )
    since = pl.max_horizontal("window_start", pl.when(pl.col("source") == "first").then("indicator_row"))
    cue = pl.when(pl.col("last_cue") > pl.col("window_start")).then("last_cue_role")
    return with_planned(
        quantities,
        cue=cue,
        cue_value=pl.when(cue.is_not_null()).then("last_cue_value"),
        directed=(pl.col("last_direction") > pl.col("window_start")).fill_null(False),
        directed_since=(pl.col("last_direction") > since).fill_null(False),
        plan_before=(pl.col("last_plan") > since).fill_null(False),
        plan_first=(
            (pl.col("last_plan") > pl.col("window_start")) & (pl.col("last_plan") < pl.col("indicator_row"))
        ).fill_null(False),
        comparator_before=_of_low(
            pl.col("last_comparator")
            > pl.max_horizontal("last_quantity", "last_sentence", "last_semicolon", "last_comma")
        ).fill_null(False),
        names_plan=(
            _opens_with_plan()
            | (is_the_plan() & ~pl.col("indicator_id").is_in(list(RATES)))
            | is_plan_apart()
            | (is_plan_met() & pl.col("indicator_id").is_in([*RATES[:2], "national_standard_schools"]))
        ).fill_null(False),
        noun_behind=(
            pl.col("tail").str.contains(_WORD_BEHIND)
            & (
                (pl.col("behind_start") - pl.col("end") >= 3)
                | pl.col("behind_role").is_in(["place_prefix", "place_ward", "indicator_other"])
            )
        ).fill_null(False),
        event_before=_of_low(
            ((pl.col("last_event_span") > pl.col("window_start")) | _of_a_day())
            & (pl.col("indicator_id") != "income_per_capita")
        ).fill_null(False),
        names_growth=names_growth(),
        signed=pl.col("before").str.extract(r"([+-]) ?$"),
        same_before=(
            (pl.col("last_same_period") > pl.col("window_start"))
            # "gấp 1,12 lần cùng kỳ, cùng với đó là 2.560 hộ": the base of the figure before
            & ((pl.col("last_same_period") > pl.col("last_quantity") + 1) | pl.col("last_quantity").is_null())
            & ~(pl.col("last_versus") > pl.col("window_start")).fill_null(False)
            # "Cùng kỳ, quận cấp 734 giấy phép, tăng 4% so với 7 tháng đầu năm 2021": the same as in the sentence before
            & ~(
                (pl.col("last_same_period") == pl.col("last_sentence") + 1)
                & (pl.col("next_versus") < pl.col("next_sentence").fill_null(FAR))
            ).fill_null(False)
            # "vượt kế hoạch cùng kỳ: ..."
            & (pl.col("last_plan") + 1 != pl.col("last_same_period")).fill_null(True)
        ).fill_null(False),
        share_before=(pl.col("last_share") > pl.col("last_sentence")).fill_null(False),
        **{
            f"has_{name}": (pl.col(f"next_{name}") < pl.col("window_end")).fill_null(False)
            for name in (
                "plan",
                "ordinance",
                "versus",
                "same_period",
                "previous_year",
                "city",
                "city_named",
                "district",
                "district_named",
                "central",
                "adjusted",
                "any_period",
            )
        },
    ).with_columns(
        multiplies=((pl.col("cue") == "multiple") | pl.col("directed") | _times_a_base()).fill_null(False),
        compared=pl.col("has_same_period")
        | pl.col("has_previous_year")
        | (pl.col("has_versus") & pl.col("has_any_period"))
        | (pl.col("tail").str.contains(_VERSUS_SPAN) & ~pl.col("has_plan"))
        | _of_an_earlier_year()
        | ((pl.col("cue") == "equal") & pl.col("tail").str.contains(_OF_ACHIEVED)).fill_null(False),
        to_plan=(
            pl.col("has_plan")
            | pl.col("tail").str.contains(_OF_QUOTA)
            | pl.col("has_ordinance")
            | (pl.col("has_city") | pl.col("has_district") | pl.col("has_central"))
        )
        & ~pl.col("tail").str.contains(_PLAN_APART),
    )


def _opens_with_plan() -> pl.Expr:
    """ "(kế hoạch 9%)", "(kế hoạch cả năm là 9,5%)"; but "(vượt kế hoạch 9%)" is of the plan."""
    plan = pl.col("last_plan")
    no_verb = pl.col("before").str.contains(_PLAN_OR_YEAR)
    return pl.col("inside") & (plan == pl.col("last_open") + 1) & ((plan == pl.col("row") - 1) | no_verb)


def _of_low(condition: pl.Expr) -> pl.Expr:
    """Of the high end of a range ("từ 8-9%") what holds of its low end."""
    return pl.when(pl.col("part") == "high").then(condition.shift(1)).otherwise(condition)


def _of_ranges(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "mục tiêu tăng 5-7%": the high end of a range is measured as its low end is; "vượt 6.100 tỷ đồng" is more."""
    high = (pl.col("part") == "high") & pl.col("measure").is_not_null() & (pl.col("part").shift(1) == "low")
    past = (pl.col("measure") == "level") & passes_level() & (pl.col("bound") == "exact")
    return quantities.with_columns(
        measure=pl.when(high).then(pl.coalesce(pl.col("measure").shift(1), "measure")).otherwise("measure"),
        bound=pl.when(past.fill_null(False)).then(pl.lit("at_least")).otherwise("bound"),
    )


def _of_a_day() -> pl.Expr:
    """ "12.000 lượt khách mỗi tối", "mỗi tối đón 8.000 - 9.000 lượt": of both ends of a range."""
    tail = pl.when(pl.col("part") == "low").then(pl.col("tail").shift(-1)).otherwise("tail")
    lead = pl.when(pl.col("part") == "high").then(pl.col("before").shift(1)).otherwise("before")
    return tail.str.contains(_EACH_DAY) | lead.str.contains(_ON_EACH_DAY)


def _times_a_base() -> pl.Expr:
    """ "bằng 1,7 lần năm 2022", "bằng 2 lần cùng kỳ", "bằng 1,5 lần dự toán" """
    bases = ("same_period", "previous_year", "any_period", "plan")
    return (pl.col("cue") == "equal") & pl.any_horizontal(pl.col(f"has_{base}") for base in bases)


def _of_an_earlier_year() -> pl.Expr:
    """ "bằng 132% năm 2022", said of 2023: of another year's result, which is no plan."""
    equals = (pl.col("cue") == "equal") & (pl.col("next_any_period") == pl.col("row") + 1)
    earlier = pl.col("base_year") < pl.col("period_end").dt.year()
    return (equals & earlier & ~pl.col("has_plan")).fill_null(False)


def _inherit(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "tăng 9,3% trong quý I, 11,7% trong quý II", "tỷ lệ này là 66,9%": said of the percentage before it.

    Adds heir (Boolean) and of_year_before (Boolean: "thấp hơn mức 18,3% của cùng kỳ năm 2023").
    """
    percent = pl.col("dimension") == "percent"

    last = pl.when(percent).then(pl.int_range(pl.len())).shift(1).forward_fill()

    def before(name: str) -> pl.Expr:
        return pl.col(name).gather(last)

    # "... là 2,9%; công nghiệp là 12,6%; dịch vụ là 8,1%": the third is what the second was taken to be
    measured = pl.when(percent & pl.col("measure").is_not_null())
    saying = measured.then(pl.int_range(pl.len())).shift(1).forward_fill()
    in_sentence = pl.col("last_sentence").gather(saying) == pl.col("last_sentence")
    said = pl.coalesce(before("measure"), pl.when(in_sentence).then(pl.col("measure").gather(saying)))
    both_output = before("indicator_id").str.starts_with("gross_output") & pl.col(
        "indicator_id"
    ).str.starts_with("gross_output")
    same_line = before("line") == pl.col("line")
    same = (before("indicator_id") == pl.col("indicator_id")) & same_line
    silent = pl.col("cue").is_null() | ((pl.col("cue") == "reach") & (pl.col("cue_value") == "at"))
    of_year_before = (
        percent & same & pl.col("comparator_before") & pl.col("tail").str.contains(_OF_YEAR_BEFORE)
    )
    alone = ~pl.col("to_plan") & ~pl.col("compared") & ~came_from()
    speechless = pl.col("measure").is_null() & pl.col("cue").is_null() & ~said_of_another()
    # "Tốc độ tăng giá trị sản xuất ngành nông nghiệp là 2,9%; công nghiệp là 12,6%"
    named_growth = (said == "growth") & ~before("directed_since") & ~before("compared")
    goes_on = named_growth & silent & pl.col("measure").is_null() & ~said_of_another()
    listed = (
        both_output
        & same_line
        & (before("last_sentence") == pl.col("last_sentence"))
        & (speechless | goes_on)
    )
    heir = (
        percent
        # "xóa 100% hộ nghèo", "100% hộ nghèo được hỗ trợ"
        & (pl.col("rule") != "whole_of").fill_null(True)
        & ~pl.col("noun_behind")
        & (same | listed)
        & alone
        & silent
        & (speechless | goes_on | pl.col("rule").is_in(["carried", "compared"]))
        & pl.col("reason").is_null()
    )
    takes = (heir | of_year_before).fill_null(False)
    return with_planned(
        quantities,
        heir=takes,
        of_year_before=of_year_before.fill_null(False),
        measure=pl.when(takes).then(said).otherwise("measure"),
        inherited_down=(before("last_direction_value") == "down") & before("directed_since") & heir,
    )
