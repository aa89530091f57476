"""Wording: the words around a counted noun, up to the end of its clause.

Not here: what they say of it (`counted`, `offices`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern

# "50% (8 xã), trong đó xã nâng cao 6%": what is among them is said of others
_CLAUSE = rf"^([^;.]*?)(?:[;.]|[,)],? ?{fold_pattern('trong đó')}|$)"
CHANGE = fold_pattern("(?:giảm|tăng)(?: thêm| được)? $")
_OVER = rf"^ ?\( ?(?:{fold_pattern('đạt|chiếm|bằng|tỷ lệ|tương đương|=')}| )*\)(.*)$"
_ABBREVIATED = r" \((?:ntm|ocop|bhyt)\)"  # "đạt chuẩn nông thôn mới (NTM) nâng cao"
NOTHING = "^ *$"


def behind_words() -> pl.Expr:
    """The clause behind the noun; over a figure in parentheses, "11 xã (47,8%) đạt chuẩn nông thôn mới"."""
    over = pl.col("clause_behind").str.extract(_OVER)
    tail = pl.col("tail").str.replace(_ABBREVIATED, "")
    return pl.coalesce(over, tail.str.extract(_CLAUSE)).fill_null("")


def near_behind_words() -> pl.Expr:
    return behind_words().str.extract(r"^([^,(]*)").fill_null("")


def ahead_words() -> pl.Expr:
    return pl.col("before").str.extract(r"([^;.]*)$").fill_null("")
