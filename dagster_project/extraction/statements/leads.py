"""Leads: growth that opens its sentence, before what grew.

Not here: other figures that stand before their indicator (`choice`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR

_COMPARED = fold_pattern(
    "^ so (?:với )?(?:cùng kỳ|năm)(?: năm)?(?: trước| ngoái)?(?:,| ?$)"
)  # up to a year's digits
_REACH_BYTES = 90  # " so với cùng kỳ năm 2022, tổng "


def opens_with_growth() -> pl.Expr:
    """ "Tăng 7,3% so với cùng kỳ, giá trị sản xuất 6 tháng đầu năm là 41.230 tỷ đồng"."""
    return (
        (pl.col("dimension") == "percent")
        & (pl.col("last_direction") == pl.col("last_sentence") + 1)
        & (pl.col("last_direction") >= pl.col("row") - 2)
        & pl.col("tail").str.contains(_COMPARED)
        & pl.col("next_indicator_fits")
        & (pl.col("next_indicator") < pl.col("next_quantity").fill_null(FAR))
        & (pl.col("next_indicator") < pl.col("next_sentence").fill_null(FAR))
        & (pl.col("next_indicator_pos") - pl.col("end") <= _REACH_BYTES)
    ).fill_null(False)
