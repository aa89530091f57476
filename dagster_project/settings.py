"""Paths and switches; the only module that reads the environment.

Nothing here touches the disk: a path may name what does not exist yet.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DBT_DIR = PROJECT_ROOT / "dbt"
DBT_TARGET_DIR = DBT_DIR / "target"
SEEDS_DIR = DBT_DIR / "seeds"


@dataclass(frozen=True)
class Settings:
    """Where the input is, where the output goes, and the limits. Every path is absolute."""

    raw_dir: Path
    warehouse_dir: Path
    max_file_mb: float
    lock_wait_seconds: float

    @property
    def lake_dir(self) -> Path:
        return self.warehouse_dir / "lake"

    @property
    def build_dir(self) -> Path:
        return self.warehouse_dir / "build"

    @property
    def build_database(self) -> Path:
        """Of the same stem as the published one: DuckDB names the catalog after it."""
        return self.build_dir / "hanoi.duckdb"

    @property
    def database(self) -> Path:
        return self.warehouse_dir / "hanoi.duckdb"

    @property
    def previous_database(self) -> Path:
        return self.warehouse_dir / "hanoi.previous.duckdb"

    @property
    def lock_file(self) -> Path:
        return self.warehouse_dir / "refresh.lock"


def _directory(variable: str, default: str) -> Path:
    return (PROJECT_ROOT / (os.environ.get(variable) or default)).resolve()


def _positive_number(variable: str, default: str) -> float:
    written = os.environ.get(variable) or default
    try:
        number = float(written)
    except ValueError:
        number = -1.0
    if not number >= 0:
        raise ValueError(f"{variable} has to be a number that is not negative; it is {written!r}")
    return number


def load_settings() -> Settings:
    """The settings as the environment has them now.

    RAW_DIR and WAREHOUSE_DIR, relative to the project's root; MAX_FILE_MB, above which a file is rejected unread;
    REFRESH_LOCK_WAIT_SECONDS, how long a refresh waits for another one to end.
    """
    return Settings(
        raw_dir=_directory("RAW_DIR", "raw"),
        warehouse_dir=_directory("WAREHOUSE_DIR", "warehouse"),
        max_file_mb=_positive_number("MAX_FILE_MB", "10"),
        lock_wait_seconds=_positive_number("REFRESH_LOCK_WAIT_SECONDS", "600"),
    )


def dagster_home() -> Path:
    """Where Dagster keeps its runs: DAGSTER_HOME, else `.dagster_home` in the project."""
    return _directory("DAGSTER_HOME", ".dagster_home")
