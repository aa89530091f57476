"""Reading and writing single Parquet files: atomically, typed, in row groups small enough to stream.

A file is written under a temporary name, flushed to the disk and renamed, so a reader finds the old file or the
new one and a killed writer leaves only a temporary file, which `remove_temporary_files` sweeps up. Not here:
which file holds what (`layout`).
"""

from __future__ import annotations

import os
import uuid
from pathlib import Path
from typing import Final

import dataframely as dy
import polars as pl

ROW_GROUP_ROWS: Final = 2_000
"""Small enough that the streaming engine keeps every core busy, large enough to compress well."""

_TEMPORARY_PREFIX: Final = ".tmp-"


class UnreadableTableError(Exception):
    """A Parquet file of the lake cannot be read: truncated, no Parquet, or of other columns."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(f"{path}: not a readable table of the lake ({type(cause).__name__}: {cause})")
        self.path = path


def write_table(path: Path, rows: pl.DataFrame) -> None:
    """Write `rows` to `path`, whole or not at all. Enums are written as text, which any engine can read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f"{_TEMPORARY_PREFIX}{uuid.uuid4().hex}"
    try:
        _as_text(rows).write_parquet(temporary, row_group_size=ROW_GROUP_ROWS, compression="zstd")
        flush_to_disk(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_to_disk(path.parent)


def read_table(path: Path, schema: type[dy.Schema]) -> pl.DataFrame:
    """The rows of `path` in the shape of `schema`; no rows where there is no file."""
    columns = schema.create_empty().schema
    if not path.exists():
        return pl.DataFrame(schema=columns)
    try:
        return pl.read_parquet(path, columns=list(columns)).cast(columns)
    except (pl.exceptions.PolarsError, OSError) as cause:
        raise UnreadableTableError(path, cause) from cause


def is_readable(path: Path) -> bool:
    """Whether the file's Parquet footer is whole; what a cut-off write or copy destroys first."""
    try:
        pl.read_parquet_schema(path)
    except (pl.exceptions.PolarsError, OSError):
        return False
    return True


def remove_temporary_files(folder: Path) -> int:
    """Delete what killed writers left below `folder`; only safe while no other refresh is running."""
    leftovers = list(folder.rglob(f"{_TEMPORARY_PREFIX}*")) if folder.exists() else []
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)


def flush_to_disk(path: Path) -> None:
    """Wait until a file's contents, or a folder's names, have reached the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _as_text(rows: pl.DataFrame) -> pl.DataFrame:
    enums = [name for name, dtype in rows.schema.items() if isinstance(dtype, pl.Enum | pl.Categorical)]
    return rows.with_columns(pl.col(enums).cast(pl.String)) if enums else rows
