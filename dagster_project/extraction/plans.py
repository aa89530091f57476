"""Columns that have conditions in common, worked out together.

Eager queries work out every column by itself, a condition of ten columns ten times. Not here: what the columns say.
"""

from __future__ import annotations

import polars as pl


def planned(frame: pl.DataFrame, /, *more: pl.Expr, **columns: pl.Expr) -> pl.DataFrame:
    """The columns of `frame.select`, by one plan that works out once what they have in common."""
    return in_memory(frame.lazy().select(*more, **columns))


def with_planned(frame: pl.DataFrame, /, *more: pl.Expr, **columns: pl.Expr) -> pl.DataFrame:
    """The columns of `frame.with_columns`, by one such plan."""
    return frame.with_columns(planned(frame, *more, **columns).get_columns())


def in_memory(plan: pl.LazyFrame) -> pl.DataFrame:
    """What a plan gives: a batch is small, and the engine that streams hands it on in pieces, which every later query
    puts together again."""
    return plan.collect(engine="in-memory").rechunk()
