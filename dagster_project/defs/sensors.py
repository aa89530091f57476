"""The sensor on RAW_DIR: a run for every change of its files' contents.

The cursor keeps each file's size, modification time and hash. Only a file whose size or time differs is read and
hashed again, and only a different hash asks for a run: a touched file asks for none.
"""

import hashlib
import json
from pathlib import Path
from typing import Final

import dagster as dg
import polars as pl

from dagster_project.corpus import RawDirectoryError, find_files
from dagster_project.defs.jobs import REASON_TAG, refresh_job
from dagster_project.defs.refresh import TRIGGER_TAG, is_up_to_date
from dagster_project.settings import load_settings

INTERVAL_SECONDS: Final = 30
_SHOWN_FILES: Final = 3

Fingerprints = dict[str, tuple[int, int, str]]
"""Path to size in bytes, modification time in nanoseconds, hash of the contents."""


@dg.sensor(
    job=refresh_job,
    minimum_interval_seconds=INTERVAL_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Starts a refresh when a file below RAW_DIR is added, changed or removed.",
)
def raw_files(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Compares the files with the cursor; the run's key is the hash of all contents and of the cursor before."""
    settings = load_settings()
    try:
        files = find_files(settings.raw_dir)
    except RawDirectoryError as error:
        return dg.SkipReason(str(error))
    before = read_cursor(context.cursor)
    after = fingerprints(settings.raw_dir, files, before, settings.max_file_mb)
    changes = describe_changes(before, after)
    # Written only when something differs: with many files the cursor is large.
    cursor = context.cursor if after == before else json.dumps(after)
    if not changes:
        return dg.SensorResult(skip_reason=f"{len(after):,} files, none changed", cursor=cursor)
    if not before and is_up_to_date(context.instance):
        return dg.SensorResult(skip_reason=f"{len(after):,} files, all of them published", cursor=cursor)
    key = hashlib.sha256(f"{context.cursor}{cursor}".encode()).hexdigest()
    request = dg.RunRequest(run_key=key, tags={TRIGGER_TAG: "sensor", REASON_TAG: changes})
    return dg.SensorResult(run_requests=[request], cursor=cursor)


def read_cursor(cursor: str | None) -> Fingerprints:
    """The fingerprints in a cursor; none where it is missing or not one of this sensor."""
    try:
        return {
            path: (size, modified, digest)
            for path, (size, modified, digest) in json.loads(cursor or "{}").items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}


def fingerprints(
    raw_dir: Path, files: pl.DataFrame, before: Fingerprints, max_file_mb: float
) -> Fingerprints:
    """The fingerprint of each file; a file above the limit, or that cannot be read, goes by its size and time."""
    after: Fingerprints = {}
    sources = raw_dir / "sources.yml"
    rows = list(files.iter_rows())
    if sources.exists():
        rows.append((sources.name, sources.stat().st_size, sources.stat().st_mtime_ns))
    for path, size, modified in rows:
        known = before.get(path)
        if known and known[:2] == (size, modified):
            after[path] = known
        else:
            after[path] = (size, modified, _digest(raw_dir / path, size, modified, max_file_mb))
    return after


def _digest(path: Path, size: int, modified: int, max_file_mb: float) -> str:
    try:
        if size <= max_file_mb * 1_000_000:
            return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        pass
    return f"{size}-{modified}"


def describe_changes(before: Fingerprints, after: Fingerprints) -> str:
    """What changed, in words for a run's tag; empty where nothing did."""
    kinds = {
        "added": [path for path in after if path not in before],
        "changed": [path for path in after if path in before and after[path][2] != before[path][2]],
        "removed": [path for path in before if path not in after],
    }
    return "; ".join(f"{kind}: {_some(paths)}" for kind, paths in kinds.items() if paths)


def _some(paths: list[str]) -> str:
    more = f" and {len(paths) - _SHOWN_FILES:,} more" if len(paths) > _SHOWN_FILES else ""
    return ", ".join(sorted(paths)[:_SHOWN_FILES]) + more
