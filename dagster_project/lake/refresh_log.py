"""The refresh log: which version of the warehouse each published refresh was.

The fingerprint of all that a version was made of is part of its refresh id, so that whether there is anything new
to publish can be read off the published database itself. Not here: reading a database (`publishing`).
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final

import polars as pl

from dagster_project.lake.schemas import RefreshLog

_FINGERPRINT_DIGITS: Final = 12


def fingerprint(*parts: str) -> str:
    """A short hash of everything a version is made of."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_FINGERPRINT_DIGITS]


def fingerprint_of(refresh_id: str) -> str:
    """The fingerprint that a refresh id carries."""
    return refresh_id.split("-")[1]


def new_refresh_id(history: pl.DataFrame, started_at: datetime, of: str) -> str:
    """An id not in `history`, even with the clock moved back: time of the start, fingerprint, a number if need be."""
    refresh_id = f"{started_at:%Y%m%dT%H%M%SZ}-{of}"
    taken = history.filter(pl.col("refresh_id").str.starts_with(refresh_id)).height
    return f"{refresh_id}-{taken + 1}" if taken else refresh_id


def with_refresh(
    history: pl.DataFrame,
    *,
    refresh_id: str,
    started_at: datetime,
    n_documents: int,
    n_observations: int,
    extractor_version: str,
    project_version: str,
) -> pl.DataFrame:
    """`history` (`RefreshLog`) and the row of the refresh that is being built, which has not finished yet.

    The log is in the order of its starts, so where the clock was moved back the new start follows the last one.
    """
    last_start = history["started_at"].max()
    if isinstance(last_start, datetime):
        started_at = max(started_at, last_start + timedelta(milliseconds=1))
    row = pl.DataFrame(
        {
            "refresh_id": [refresh_id],
            "started_at": [started_at],
            "finished_at": [None],
            "n_documents": [n_documents],
            "n_observations": [n_observations],
            "extractor_version": [extractor_version],
            "project_version": [project_version],
        },
        schema=RefreshLog.create_empty().schema,
    )
    return RefreshLog.validate(pl.concat([history, row]))
