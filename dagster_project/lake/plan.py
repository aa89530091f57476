"""What a refresh has to do: today's files against the ledger. Nothing here opens a file below RAW_DIR.

A file is known by its size and modification time; only where these differ are its bytes read and hashed. Not
here: finding the files (`corpus`), nor reading them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

import polars as pl

from dagster_project.lake.schemas import FileListing

PENDING: Final = ("added", "changed", "requested", "new_version", "lost")
"""The changes for which a file is read again."""


@dataclass(frozen=True)
class Versions:
    """The versions of the code that reads files and extracts from them; part of what makes a ledger row current."""

    corpus: str
    extractor: str


def plan_refresh(
    files: pl.DataFrame,
    ledger: pl.DataFrame,
    versions: Versions,
    max_file_mb: float,
    readable_segments: Sequence[str],
    reread: Sequence[str] = (),
) -> pl.DataFrame:
    """The listing (`FileListing`) of `files` (path, size_bytes, modified_ns, entry_sha256) against the ledger.

    `readable_segments` are those whose documents can be read; `reread` names files by path, by a pattern of
    paths (`2023/*`) or by document id.
    """
    known = ledger.select(
        "path", *(pl.col(name).alias(f"known_{name}") for name in ledger.columns if name != "path")
    )
    both = files.join(known, on="path", how="full", coalesce=True)
    requested = _requested(both, reread)
    within_limit = pl.col("size_bytes") <= max_file_mb * 1_000_000
    moved = (
        pl.col("size_bytes").ne_missing(pl.col("known_size_bytes"))
        | pl.col("modified_ns").ne_missing(pl.col("known_modified_ns"))
        | pl.col("entry_sha256").ne_missing(pl.col("known_entry_sha256"))
        | (pl.col("known_reason").eq_missing("too_large") == within_limit)
        | pl.col("known_reason").eq_missing("unreadable")
    )
    old_code = (pl.col("known_corpus_version") != versions.corpus) | (
        pl.col("known_extractor_version") != versions.extractor
    )
    lost = pl.col("known_segment_id").is_not_null() & ~pl.col("known_segment_id").is_in(
        list(readable_segments)
    )
    # A document is described after its first file: where one file of it goes or changes, its copies are read again.
    unsettled = both.filter(pl.col("size_bytes").is_null() | moved)["known_document_id"].drop_nulls().unique()
    change = (
        pl.when(pl.col("size_bytes").is_null())
        .then(pl.lit("removed"))
        .when(pl.col("known_size_bytes").is_null())
        .then(pl.lit("added"))
        .when(moved)
        .then(pl.lit("changed"))
        .when(pl.col("path").is_in(requested))
        .then(pl.lit("requested"))
        .when(old_code)
        .then(pl.lit("new_version"))
        .when(lost | pl.col("known_document_id").is_in(unsettled.to_list()))
        .then(pl.lit("lost"))
        .otherwise(pl.lit("unchanged"))
    )
    listing = both.with_columns(change=change).select(FileListing.column_names()).sort("path")
    return FileListing.validate(listing, cast=True)


def _requested(both: pl.DataFrame, reread: Sequence[str]) -> list[str]:
    """The paths that `reread` names."""
    if not reread:
        return []
    rows = both.select("path", "known_document_id").iter_rows()
    return [
        path
        for path, document_id in rows
        if any(fnmatchcase(path, name) or document_id == name for name in reread)
    ]
