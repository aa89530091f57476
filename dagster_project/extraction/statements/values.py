"""Values: the written figure turned into the value that the contract asks of its measure.

A change is signed, "vượt 8% dự toán" is 108, "bằng 118,5% so với cùng kỳ" 18.5. Not here: what the figure says of its
indicator (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.reductions import SAME_CHANGE, is_reduction, repeats_change

RATES = ("poverty_rate", "health_insurance_coverage", "military_recruitment_rate")
# "(-2,6%)", "giảm -2,6%"; a dash between two figures ("10,5-11%") is no minus
MINUS_IN_PARENTHESIS = r"\( ?- ?$"
_UP_FROM = fold_pattern("tăng từ $")  # "tăng từ 5% trở lên so với kế hoạch"
_LEAST_RATIO = 70
_GOES_ON = fold_pattern("(?:,| và) $")
_LEAST_OF_BASE = (
    50  # "bằng 62% dự toán, 8,5% so với cùng kỳ" lacks a verb: so little is no part of the year before
)
_MINUS = rf"[ \t]-$|{MINUS_IN_PARENTHESIS}"


def with_signed_value(quantities: pl.DataFrame) -> pl.DataFrame:
    """The value of each figure by its measure; a share that is exceeded is more than it says."""
    value = pl.col("value")
    down = pl.col("last_direction_value") == "down"
    exceeds = (pl.col("cue") == "exceed").fill_null(False) | _exceeds_as_before() | _repeats_excess()
    directed = pl.col("cue") == "direction"
    to_change = (pl.col("cue") == "reach") & (pl.col("cue_value") == "to")
    relative = (
        ~to_change.fill_null(False)
        & ((pl.col("cue") == "equal") | ~pl.col("directed_since"))
        & pl.col("compared")
        & ~exceeds
        & ~directed
    )
    relative |= _ratio_as_before()
    after_change = _after_absolute_change()
    from_hundred = (
        (relative | _equals_as_before())
        & ~after_change
        & ~pl.col("before").str.contains(_MINUS)
        & (pl.col("signed") != "+").fill_null(True)
        & ~pl.col("names_growth")
        & ~pl.col("indicator_id").is_in(list(RATES))
    )
    return with_planned(
        quantities,
        value=pl.when(pl.col("measure") == "growth")
        .then(
            pl.when(is_reduction())
            .then(-value)
            .when(from_hundred)
            .then(value - 100)
            .when(after_change & (pl.col("last_direction_value").shift(1) == "down").fill_null(False))
            .then(-value)
            .when(pl.col("inherited_down") | pl.col("before").str.contains(_MINUS))
            .then(-value)
            .when(down & (pl.col("directed_since") | (pl.col("directed") & pl.col("names_growth"))))
            .then(-value)
            .otherwise(value)
        )
        .when(pl.col("measure") == "plan_attainment")
        .then(
            pl.when(exceeds)
            .then(value + 100)
            .when(directed & down)
            .then(100 - value)
            .when(directed | (pl.col("before").str.contains(_UP_FROM) & (pl.col("bound") == "at_least")))
            .then(100 + value)
            .otherwise(value)
        )
        .otherwise(value),
    ).with_columns(
        value=pl.col("value").round(6),
        bound=pl.when(exceeds & (pl.col("measure") == "share") & (pl.col("bound") == "exact"))
        .then(pl.lit("at_least"))
        .otherwise("bound"),
    )


def _ratio_as_before() -> pl.Expr:
    """ "đạt 101,8% kế hoạch và 112,7% so với cùng kỳ": the verb of the attainment is that of the ratio, too."""
    return (
        pl.col("cue").is_null()
        & pl.col("compared")
        & ~pl.col("directed_since")
        & (pl.col("value") >= _LEAST_RATIO)
        & (pl.col("measure").shift(1) == "plan_attainment")
        & (pl.col("cue").shift(1) != "exceed").fill_null(True)
        & (pl.col("last_sentence") == pl.col("last_sentence").shift(1))
        & pl.col("before").str.contains(_GOES_ON)
    ).fill_null(False)


def _after_absolute_change() -> pl.Expr:
    """ "giảm 12 vụ, tương đương 26,7% so với cùng kỳ": the change once more, in percent."""
    return (repeats_change() & pl.col("measure").shift(1).is_null()).fill_null(False)


def _repeats_excess() -> pl.Expr:
    """ "vượt dự toán 535 tỷ đồng, tương đương 12,5%": the excess once more, in percent."""
    return (
        (pl.col("measure") == "plan_attainment")
        & (pl.col("dimension") == "percent")
        & pl.col("before").str.contains(SAME_CHANGE)
        & (pl.col("cue").shift(1) == "exceed")
        & (pl.col("dimension").shift(1) != "percent")
        & (pl.col("last_sentence") == pl.col("last_sentence").shift(1))
        & (pl.col("value") < 100)
    ).fill_null(False)


def _exceeds_as_before() -> pl.Expr:
    """ "vượt 20% so với dự toán thành phố giao và 15% so với dự toán huyện giao": both are above the plan."""
    attains = pl.col("measure") == "plan_attainment"
    before = [pl.col(name).shift(1) == pl.col(name) for name in ("indicator_id", "last_sentence", "measure")]
    return (
        attains
        & pl.col("cue").is_null()
        & (pl.col("cue").shift(1) == "exceed")
        & pl.all_horizontal(before)
        & pl.col("before").str.contains(_GOES_ON)
        & (pl.col("value") < 100)
    ).fill_null(False)


def _equals_as_before() -> pl.Expr:
    """ "bằng 52,4% dự toán năm và 112,6% so với cùng kỳ": so much of the plan, and of the year before."""
    before = [pl.col(name).shift(1) == pl.col(name) for name in ("indicator_id", "last_sentence")]
    equals = (pl.col("cue") == "equal") | ((pl.col("cue") == "reach") & (pl.col("cue_value") == "at"))
    return (
        pl.col("cue").is_null()
        & pl.col("compared")
        & equals.shift(1)
        & (pl.col("measure").shift(1) == "plan_attainment")
        & pl.all_horizontal(before)
        & pl.col("before").str.contains(_GOES_ON)
        & (pl.col("value") >= _LEAST_OF_BASE)
    ).fill_null(False)
