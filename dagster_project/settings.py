"""Paths and switches; the only module that reads the environment.

Nothing here touches the disk: a path may name what does not exist yet.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DBT_DIR = PROJECT_ROOT / "dbt"
SEEDS_DIR = DBT_DIR / "seeds"


@dataclass(frozen=True)
class Settings:
    """Where the input is, where the output goes, and the limits. Every path is absolute."""

    raw_dir: Path
    warehouse_dir: Path
    max_file_mb: float

    @property
    def lake_dir(self) -> Path:
        return self.warehouse_dir / "lake"

    @property
    def build_dir(self) -> Path:
        return self.warehouse_dir / "build"

    @property
    def database(self) -> Path:
        return self.warehouse_dir / "hanoi.duckdb"


def _directory(variable: str, default: str) -> Path:
    return (PROJECT_ROOT / os.environ.get(variable, default)).resolve()


def load_settings() -> Settings:
    """The settings as the environment has them now: RAW_DIR, WAREHOUSE_DIR, MAX_FILE_MB."""
    return Settings(
        raw_dir=_directory("RAW_DIR", "raw"),
        warehouse_dir=_directory("WAREHOUSE_DIR", "warehouse"),
        max_file_mb=float(os.environ.get("MAX_FILE_MB", "10")),
    )
