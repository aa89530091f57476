"""Starts: levels of a time before that is not named, where something began or came from.

Not here: which of the periods that are named governs a figure (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.carried import looks_back

_YEARS_BEGINNING = fold_pattern("^ ?(?:hồi |vào |của |ở )?đầu (?:năm|kỳ)")
# "với xuất phát điểm thấp, thu nhập chỉ 13 triệu đồng": of a start whose year is not named
_AT_START = fold_pattern("(?:điểm xuất phát|xuất phát điểm)(?: rất| còn| khá| về kinh tế)* thấp")
_COMES_ON = fold_pattern(
    "(?:^|[ ,])(?:nhưng|song|nay|sau|đã|nhờ|hiện|vươn|nỗ lực|quyết tâm|từng bước)(?:[ ,]|$)"
)
_FOUNDED = fold_pattern("thành lập[^,.;]{0,20} (?:quận|huyện|thị xã) ")


def levels_left(dated: pl.Expr) -> list[pl.Expr]:
    """ "tăng từ 38 trường lên 66 trường": the first is of a time before that is not named; so is what began without
    its year.

    dated: a period stands by the figure
    """
    from_level = (pl.col("last_cue_value") == "from") & (
        pl.col("last_cue") > pl.max_horizontal("last_quantity", "last_sentence")
    ).fill_null(True)
    left = (
        from_level
        & ~dated.fill_null(False)
        & (pl.col("bound") != "at_least")
        & (pl.col("last_cue_value").shift(-1) == "to")
        & (pl.col("last_sentence").shift(-1) == pl.col("last_sentence"))
        & ~pl.col("tail").str.contains(_YEARS_BEGINNING)
    ).fill_null(False)
    left |= _of_unnamed_start()
    return [pl.when(~left).then(name).alias(name) for name in ("period_start", "period_end")]


def _of_unnamed_start() -> pl.Expr:
    """ "điểm xuất phát thấp, thu nhập mới đạt 13 triệu đồng, tỷ lệ hộ nghèo 9,4%", "khi mới thành lập, ..." """
    before = pl.col("before")
    starts = (before.str.contains(_AT_START) | looks_back()) & ~before.str.contains(_COMES_ON)
    said = pl.when(starts).then("last_sentence").forward_fill()
    of_now = (pl.col("last_now") > pl.col("last_sentence")).fill_null(False) | before.str.contains(_COMES_ON)
    # "..., đến năm 2020 còn 1,2%": the sentence has come on to a year
    dated = (pl.col("last_period") > pl.col("last_sentence")).fill_null(False)
    here = (said == pl.col("last_sentence")) & (pl.col("period_from") == "article")
    return here.fill_null(False) & ~of_now & ~dated


def of_founding() -> pl.Expr:
    """ "Ngày 6/11/2003, Chính phủ ban hành Nghị định thành lập quận Long Biên ... dân số 170.706 người" """
    return (
        pl.col("dimension").is_in(["person", "inhabitant"])
        & (pl.col("last_day") > pl.max_horizontal("last_sentence", "last_period", "last_now").fill_null(0))
        & pl.col("folded").str.contains(_FOUNDED)
    ).fill_null(False)
