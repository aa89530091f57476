"""Segments: what one refresh read, written once, merged when they become many, deleted when dead.

A segment is one Parquet file in each of the four folders. Not here: which document lives in which segment; the
ledger says that.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

import polars as pl

from dagster_project.lake.layout import (
    CORPUS_TABLES,
    EMPTY_SEGMENT,
    EXTRACTION_TABLES,
    SEGMENT_TABLES,
    Lake,
)
from dagster_project.lake.ledger import live_documents
from dagster_project.lake.parquet import is_readable, read_table, write_table

BATCH_DOCUMENTS: Final = 5_000
"""Files read at a time, and so the documents of a full segment: what bounds the memory of a refresh. Every batch costs
half a second whatever its size."""

MAX_SMALL_SEGMENTS: Final = 32
"""More segments below half of a full one than this are merged: one new article a day is a merge a month."""


def new_segment_id() -> str:
    """A name no other segment has, whatever the clock says; it begins with the time for whoever lists the folder."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"


def write_segment(lake: Lake, segment_id: str, tables: Mapping[str, pl.DataFrame]) -> None:
    """Write `tables` (name to rows in the table's own shape) as files of one segment."""
    for name, rows in tables.items():
        typed = SEGMENT_TABLES[name].validate(rows, cast=True)
        write_table(lake.segment(name, segment_id), typed.with_columns(segment_id=pl.lit(segment_id)))


def read_segment(lake: Lake, name: str, segment_id: str) -> pl.DataFrame:
    """The rows of one segment of a table, live or not, in the table's shape."""
    return read_table(lake.segment(name, segment_id), SEGMENT_TABLES[name])


def write_empty_segment(lake: Lake) -> None:
    """Make sure that every table has a file, even where no document was ever read."""
    for name, schema in SEGMENT_TABLES.items():
        if not is_readable(lake.segment(name, EMPTY_SEGMENT)):
            write_segment(lake, EMPTY_SEGMENT, {name: schema.create_empty()})


def readable_segments(lake: Lake, ledger: pl.DataFrame) -> list[str]:
    """The ledger's segments whose documents and lines can be read."""
    return [name for name in _named(ledger) if _all_readable(lake, name, CORPUS_TABLES)]


def segments_to_extract(lake: Lake, ledger: pl.DataFrame) -> list[str]:
    """The ledger's segments whose observations were not written yet, or cannot be read."""
    return [name for name in _named(ledger) if not _all_readable(lake, name, EXTRACTION_TABLES)]


def remove_dead_segments(lake: Lake, ledger: pl.DataFrame) -> int:
    """Delete the segments that hold no live document; returns how many files that were."""
    alive = {*_named(ledger), EMPTY_SEGMENT}
    dead = [
        path
        for name in SEGMENT_TABLES
        for path in lake.folder(name).glob("*.parquet")
        if path.stem not in alive
    ]
    for path in dead:
        path.unlink(missing_ok=True)
    return len(dead)


def merge_small_segments(
    lake: Lake, ledger: pl.DataFrame, max_small: int = MAX_SMALL_SEGMENTS
) -> pl.DataFrame:
    """Write the live rows of small segments together once there are more than `max_small`; the ledger after it."""
    sizes = live_documents(ledger).group_by("segment_id").len()
    small = sizes.filter(pl.col("len") < BATCH_DOCUMENTS // 2).sort("segment_id")
    if small.height <= max_small:
        return ledger
    group = (pl.col("len").cum_sum() - 1) // BATCH_DOCUMENTS
    for _, members in small.with_columns(group=group).group_by("group", maintain_order=True):
        if members.height > 1:
            ledger = _merge(lake, ledger, members["segment_id"].to_list())
    return ledger


def _merge(lake: Lake, ledger: pl.DataFrame, members: list[str]) -> pl.DataFrame:
    merged = new_segment_id()
    live = live_documents(ledger)
    for name, schema in SEGMENT_TABLES.items():
        rows = pl.concat(
            [
                read_segment(lake, name, member).join(
                    live.filter(pl.col("segment_id") == member), on="document_id", how="semi"
                )
                for member in members
            ]
        )
        write_segment(lake, merged, {name: rows.select(schema.column_names())})
    return ledger.with_columns(
        segment_id=pl.when(pl.col("segment_id").is_in(members)).then(pl.lit(merged)).otherwise("segment_id")
    )


def _named(ledger: pl.DataFrame) -> list[str]:
    return sorted(ledger["segment_id"].drop_nulls().unique().to_list())


def _all_readable(lake: Lake, segment_id: str, names: Iterable[str]) -> bool:
    return all(is_readable(lake.segment(name, segment_id)) for name in names)
