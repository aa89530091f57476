"""Counts over the live rows of the lake, without reading more than the columns they need.

Not here: the marts' figures; those are SQL.
"""

from __future__ import annotations

import polars as pl

from dagster_project.lake.layout import Lake
from dagster_project.lake.ledger import live_documents


def live_rows(lake: Lake, table: str, ledger: pl.DataFrame) -> pl.LazyFrame:
    """The rows of a segmented table that the ledger still has."""
    rows = pl.scan_parquet(lake.folder(table) / "*.parquet")
    return rows.join(live_documents(ledger).lazy(), on=["document_id", "segment_id"], how="semi")


def count_live(lake: Lake, table: str, ledger: pl.DataFrame) -> int:
    """How many rows of a segmented table are live."""
    return int(live_rows(lake, table, ledger).select(pl.len()).collect().item())


def counts_by(lake: Lake, table: str, column: str, ledger: pl.DataFrame) -> dict[str, int]:
    """Live rows of a segmented table for each value of a column, most frequent first."""
    counted = (
        live_rows(lake, table, ledger).group_by(column).len().sort(["len", column], descending=[True, False])
    )
    return dict(counted.collect().iter_rows())
