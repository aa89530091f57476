"""One value for each document out of its lines, and back to them.

Here: the two joins that `head`, `tail` and `roles` share. Not here: any rule.
"""

from __future__ import annotations

import polars as pl


def first_row(lines: pl.DataFrame, condition: pl.Expr, name: str) -> pl.DataFrame:
    """`lines` with a column `name`: the first row of the same document where `condition` holds, else null."""
    return spread(lines, lines.filter(condition).group_by("document").agg(pl.col("row").min().alias(name)))


def last_row(lines: pl.DataFrame, condition: pl.Expr, name: str) -> pl.DataFrame:
    """`lines` with a column `name`: the last row of the same document where `condition` holds, else null."""
    return spread(lines, lines.filter(condition).group_by("document").agg(pl.col("row").max().alias(name)))


def spread(lines: pl.DataFrame, values: pl.DataFrame) -> pl.DataFrame:
    """`lines` with the columns of `values` (one row a document) on every line of the document."""
    return lines.join(values, on="document", how="left", maintain_order="left")
