"""What the steps of this room do with their frame of lines, whatever the rule.

Here: one value for each document out of its lines and back to them; rules that cost, on the few lines that may meet
them. Not here: any rule.
"""

from __future__ import annotations

import polars as pl


def first_row_where(lines: pl.DataFrame, condition: pl.Expr, name: str) -> pl.DataFrame:
    """`lines` with a column `name`: the first row of the same document where `condition` holds, else null."""
    rows = _columns(lines, condition, "document").filter(condition)
    return spread(lines, rows.group_by("document").agg(pl.col("row").min().alias(name)))


def last_row_where(lines: pl.DataFrame, condition: pl.Expr, name: str) -> pl.DataFrame:
    """`lines` with a column `name`: the last row of the same document where `condition` holds, else null."""
    rows = _columns(lines, condition, "document").filter(condition)
    return spread(lines, rows.group_by("document").agg(pl.col("row").max().alias(name)))


def spread(lines: pl.DataFrame, values: pl.DataFrame) -> pl.DataFrame:
    """`lines` with the columns of `values` (one row a document) on every line of the document."""
    return lines.join(values, on="document", how="left", maintain_order="left")


def mark(lines: pl.DataFrame, name: str, candidates: pl.Expr, condition: pl.Expr) -> pl.DataFrame:
    """`lines` with a column `name`: whether both hold. `condition` costs, and is only asked of the candidates."""
    rows = _columns(lines, candidates, condition).filter(candidates).filter(condition)["row"]
    return lines.with_columns(pl.repeat(False, lines.height, eager=True).scatter(rows, True).alias(name))


def _columns(lines: pl.DataFrame, *needed: pl.Expr | str) -> pl.DataFrame:
    """The row and the columns that are needed: a narrow frame is quick to filter."""
    names = {
        name for need in needed for name in ([need] if isinstance(need, str) else need.meta.root_names())
    }
    return lines.select(sorted(names | {"row"}))
