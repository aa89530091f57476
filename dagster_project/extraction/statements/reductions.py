"""Reductions: percentages by which there are fewer poor, where the verb does not stand right before the figure.

"giảm tỷ lệ hộ nghèo được 2,1%", "tỷ lệ giảm nghèo đạt 1,2%", "giảm 310 hộ nghèo, tương ứng 0,8%". Not here: what else a
percentage says of its indicator (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.terms import is_yearly_rate

POOR = ("poverty_rate", "poor_households", "near_poor_households")
SAME_CHANGE = fold_pattern("(?:tương đương|tương ứng|tức|hay)(?: với| là| khoảng| gần| hơn)* $")

# "hộ nghèo giảm nhiều (310 hộ)", "tỷ lệ hộ nghèo giảm ít (0,3%)"
CHANGED_ASIDE = fold_pattern(
    r"(?:tăng|giảm)(?: khá| rất| lại| không)?(?: nhiều| mạnh| sâu| đáng kể| ít| nhẹ) \($"
)
MOVED = fold_pattern("(?:tăng|giảm)(?: thêm| được)?(?: hơn| gần| khoảng| trên)? $")
_OF_THE_POOR = fold_pattern("^ hộ nghèo")
_POINTS = 10  # a rate moves by some points in a year, a number of households by tens of percent


def is_reduction() -> pl.Expr:
    """quantities: with cue, cue_value and directed (of `measures`)"""
    neutral = pl.col("cue").is_null() | ((pl.col("cue") == "reach") & (pl.col("cue_value") == "at"))
    lowers = pl.col("last_direction_value") == "down"
    verb_first = (
        lowers
        & (pl.col("last_direction") == pl.col("indicator_row") - 1)
        & (neutral | (pl.col("cue") == "direction"))
    )
    by_phrase = (pl.col("forced_measure") == "growth") & (
        lowers | pl.col("last_direction").is_null() | neutral
    )
    aside = pl.col("before").str.contains(CHANGED_ASIDE) & lowers
    # "giảm bình quân từ 1,5-2%/năm", "hạ tỷ lệ hộ nghèo 0,4%/năm": no rate stands so high a year
    yearly = is_yearly_rate() & (pl.col("last_direction_value") != "up").fill_null(True)
    poor = pl.col("indicator_id").is_in(list(POOR)) & (pl.col("dimension") == "percent")
    reduced = verb_first | by_phrase | aside | yearly | (repeats_change() & lowers.shift(1))
    # "mức giảm tỷ lệ hộ nghèo đạt 136% kế hoạch"
    return (poor & reduced).fill_null(False) & ~pl.col("to_plan").fill_null(False)


def repeats_change() -> pl.Expr:
    """ "giảm 310 hộ, tương ứng 0,8%": a change in number once more, in percent."""
    before = pl.col("row").shift(1)
    return (
        (pl.col("dimension") == "percent")
        & pl.col("before").str.contains(SAME_CHANGE)
        & (pl.col("last_quantity") == before)
        & (before > pl.col("last_sentence"))
        & pl.col("directed").shift(1)
        & ~pl.col("dimension").shift(1).is_in(["percent", "times"])
    ).fill_null(False)


def without_points_of_households(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "giảm 310 hộ nghèo, tương ứng 0,8%": by so many points the poverty rate went down."""
    # "giảm được 310 hộ nghèo, bình quân mỗi năm giảm 0,8%"
    averaged = (pl.col("last_average") > pl.max_horizontal("last_sentence", "last_quantity")) & (
        pl.col("dimension").shift(1) == "household"
    )
    # "giảm 0,8% hộ nghèo"; "giảm 12% số hộ nghèo" counts the households
    of_whole = (pl.col("rule") == "whole_of") & pl.col("tail").str.contains(_OF_THE_POOR)
    points = (
        (pl.col("indicator_id") == "poor_households")
        & (pl.col("measure") == "growth")
        & (pl.col("value") <= _POINTS)
        & (repeats_change() | averaged | of_whole | is_yearly_rate())
    ).fill_null(False)
    return quantities.with_columns(
        indicator_id=pl.when(points).then(pl.lit("poverty_rate")).otherwise("indicator_id")
    )
