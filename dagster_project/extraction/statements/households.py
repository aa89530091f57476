"""Households: which of them are still poor, and which only had something given to them or done for them.

"tặng quà cho 120 hộ nghèo" says nothing of how many there are. Not here: what other nouns count (`counted`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern

_HELPS = fold_pattern(
    "(?:hỗ trợ|tặng|trao|giúp|thăm|cho vay|chi trả|sửa chữa|xây (?:mới )?nhà|xây dựng nhà)[^,;.]{0,40} $|"
    "(?:^| )(?:cho|thuộc) (?:hơn |gần |trên |khoảng )?$"
)
_GIVEN_TO = fold_pattern("^ (?:với|tới|đến|cho)(?: hơn| gần| trên| khoảng)? $")
_IS_LEFT = fold_pattern("(?:^| )(?:còn|có|là)(?: lại)?(?: hơn| gần| trên| khoảng)? $")
_IS_HELPED = fold_pattern(
    "^(?:,? (?:và )?(?:hộ )?cận nghèo)? "
    "(?:bị ảnh hưởng|được (?:hỗ trợ|tặng|nhận|vay|xây|sửa|cấp|giúp)|vay vốn|có hoàn cảnh)"
)
_LIFTED = fold_pattern("thoát nghèo")
_LEFT = fold_pattern("còn(?: lại)?(?: hơn| gần| khoảng| trên| dưới)? $")
_THE_REST = fold_pattern("số (?:hộ (?:nghèo )?)?còn lại(?: chỉ)?(?: là)?(?: hơn| gần| khoảng)? $")
_JOINED = fold_pattern("^ ?(?:,|và|, và|cùng)(?: hơn| gần| khoảng| trên)? $")


def is_helped() -> pl.Expr:
    """quantities of households, in reading order: before, tail (String), line"""
    before = pl.col("before")
    helps = before.str.contains(_HELPS) & ~before.str.contains(_IS_LEFT)
    # "cho vay 212 tỷ đồng với 3.410 hộ nghèo"
    helps |= (pl.col("last_quantity_dimension") == "money").fill_null(False) & before.str.contains(_GIVEN_TO)
    helped = helps | pl.col("tail").str.contains(_IS_HELPED)
    # "tặng quà cho 120 hộ nghèo, 80 hộ cận nghèo"
    return helped | (helped.shift(1).fill_null(False) & before.str.contains(_JOINED))


def is_still_poor() -> pl.Expr:
    """ "495 hộ thoát nghèo, hiện còn 632 hộ", "495 hộ thoát nghèo, đạt 102% kế hoạch; số còn lại là 632 hộ" """
    before = pl.col("before")
    return (before.str.contains(_LIFTED) & before.str.contains(_LEFT)) | (
        before.str.contains(_THE_REST) & pl.col("folded").str.contains(_LIFTED)
    )
