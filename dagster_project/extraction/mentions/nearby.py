"""Asking the stream from a few of its rows: what stands beside them, before them and behind them.

A batch's stream has a row for every mention, a rule is about one in twenty of them. So a rule takes its own rows out,
looks around from there, and writes back what it found. Not here: what is asked for.
"""

from __future__ import annotations

import polars as pl

FAR = 2**31  # a row behind all others: where there is none of a kind


def last_before(rows: pl.Series, marked: pl.Series) -> pl.Series:
    """For each of `rows` the last of the rows `marked` that does not stand behind it, or null. Both in order."""
    return _nearest(rows, marked, "backward")


def first_behind(rows: pl.Series, marked: pl.Series) -> pl.Series:
    """For each of `rows` the first of the rows `marked` that does not stand before it, or null. Both in order."""
    return _nearest(rows, marked, "forward")


def _nearest(rows: pl.Series, marked: pl.Series, strategy: str) -> pl.Series:
    # a row that does not exist (behind the last of the batch) is none, and would be out of order
    asked = pl.DataFrame({"row": rows.fill_null(strategy="forward").fill_null(0)})
    found = pl.DataFrame({"row": marked, "found": marked})
    nearest = asked.join_asof(found, on="row", strategy=strategy)["found"]  # type: ignore[arg-type]
    return nearest.set(rows.is_null(), None)


def rows_where(stream: pl.DataFrame, condition: pl.Expr) -> pl.Series:
    """The rows of the stream for which it holds."""
    return stream.select(pl.col("row").filter(condition)).to_series()


def at(column: pl.Series, rows: pl.Series) -> pl.Series:
    """The values of `column` at `rows`, null where there is no such row (before the first, too: rows wrap around)."""
    return column.gather(rows, null_on_oob=True)


def beside(stream: pl.DataFrame, rows: pl.Series, offset: int, **columns: str) -> dict[str, pl.Series]:
    """The columns (new name=name) of the rows that stand `offset` rows behind, or before if it is negative."""
    there = rows + offset if offset >= 0 else rows - -offset
    return {name: at(stream[column], there) for name, column in columns.items()}


def only_at(rows: pl.Series, values: pl.Series, length: int) -> pl.Series:
    """A column of `length` rows with `values` at `rows`; elsewhere null, or False for Booleans."""
    empty = pl.Series([False if values.dtype == pl.Boolean else None], dtype=values.dtype)
    return empty.new_from_index(0, length).scatter(rows, values)
