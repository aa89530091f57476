"""Which version a database file is: its refresh log, read from the file itself."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from dagster_project.lake.refresh_log import fingerprint_of
from dagster_project.lake.schemas import RefreshLog


def read_refresh_log(database: Path) -> pl.DataFrame | None:
    """The `RefreshLog` of a database, oldest first; None where there is no such file or it cannot be opened."""
    if not database.exists():
        return None
    columns = RefreshLog.column_names()
    try:
        with duckdb.connect(database, read_only=True) as connection:
            rows = connection.execute(
                f"select {', '.join(columns)} from marts.refresh_log order by started_at, refresh_id"
            ).fetchall()
    except duckdb.Error:
        return None
    return RefreshLog.validate(pl.DataFrame(rows, schema=columns, orient="row"), cast=True)


def is_published(fingerprint: str, database: Path, previous: Path) -> bool:
    """Whether a version with this fingerprint is up, or was up and has been rolled back."""
    current_log = read_refresh_log(database)
    if current_log is None or current_log.is_empty():
        return False
    if fingerprint_of(_last(current_log)) == fingerprint:
        return True
    kept_log = read_refresh_log(previous)
    if kept_log is None or kept_log.is_empty() or fingerprint_of(_last(kept_log)) != fingerprint:
        return False
    # Only after a rollback, which is to last, is the version kept beside a successor of the one that is up.
    return _last(current_log) in kept_log["refresh_id"]


def _last(log: pl.DataFrame) -> str:
    return str(log["refresh_id"][-1])
