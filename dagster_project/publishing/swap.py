"""Putting a built database in the published one's place, and taking it back.

Readers keep the file they opened: every change of the published name is one rename. Not here: whether the
database is fit to be published (`audit`).
"""

from __future__ import annotations

import os
import shutil
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb

from dagster_project.lake.parquet import flush_to_disk

_TEMPORARY_PREFIX: Final = ".tmp-"
_READ_ONLY: Final = 0o444


class NothingToRollBackError(Exception):
    """There is no earlier version beside the published one."""


def seal(database: Path) -> None:
    """Note when the refresh finished, write everything into the one file, and make that file read-only."""
    with duckdb.connect(database) as connection:
        connection.execute(
            "update marts.refresh_log set finished_at = greatest(started_at, ?) where finished_at is null",
            [datetime.now(UTC)],
        )
        connection.execute("checkpoint")
    if _wal(database).exists():
        raise RuntimeError(f"{_wal(database)}: still there after a checkpoint; {database} is not complete")
    database.chmod(_READ_ONLY)
    flush_to_disk(database)


def publish(built: Path, database: Path, previous: Path) -> None:
    """Rename the sealed `built` over `database`, and keep the version that was there as `previous`."""
    if database.exists():
        _keep(database, previous)
    _swap_in(built, database)


def rollback(database: Path, previous: Path) -> None:
    """Exchange the published version and the one before it; done twice, it changes nothing.

    Raises NothingToRollBackError where there is no earlier version.
    """
    if not previous.exists():
        raise NothingToRollBackError(f"{previous} does not exist: there is no earlier version to return to")
    aside = _temporary_beside(database)
    if database.exists():
        _link_or_copy(database, aside)
    _swap_in(previous, database)
    if aside.exists():
        aside.replace(previous)
        flush_to_disk(database.parent)


def remove_stale_wal(database: Path) -> bool:
    """Delete a write-ahead log beside the published file; whether there was one.

    Nobody writes the published file, so the log is of an older version that somebody held open for writing, and
    DuckDB would replay it into this one.
    """
    existed = _wal(database).exists()
    _wal(database).unlink(missing_ok=True)
    return existed


def remove_leftovers(folder: Path) -> None:
    """Delete what a killed publication left in the warehouse's folder."""
    for leftover in folder.glob(f"{_TEMPORARY_PREFIX}*"):
        leftover.unlink(missing_ok=True)


def _keep(database: Path, previous: Path) -> None:
    aside = _temporary_beside(database)
    _link_or_copy(database, aside)
    remove_stale_wal(previous)
    aside.replace(previous)


def _swap_in(source: Path, database: Path) -> None:
    remove_stale_wal(database)
    source.replace(database)
    remove_stale_wal(database)
    flush_to_disk(database.parent)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _temporary_beside(database: Path) -> Path:
    return database.parent / f"{_TEMPORARY_PREFIX}{uuid.uuid4().hex}"


def _wal(database: Path) -> Path:
    return database.with_name(f"{database.name}.wal")
