"""The prepared manifest: what dbt knows of its own project, parsed once for each change of it.

Dagster's definitions are made from this file alone. Not here: building models (`dbt`).
"""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path
from typing import Final

from dagster_project.building.dbt import run_dbt
from dagster_project.settings import DBT_TARGET_DIR, Settings
from dagster_project.versions import dbt_project_version

MANIFEST: Final = DBT_TARGET_DIR / "manifest.json"
PARTIAL_PARSE: Final = DBT_TARGET_DIR / "partial_parse.msgpack"
_VERSION: Final = DBT_TARGET_DIR / "manifest.version"


class ManifestMissingError(Exception):
    """The dbt project was never parsed here."""


def prepared_manifest() -> Path:
    """The manifest's path. Raises ManifestMissingError, which names the command that prepares it."""
    if not MANIFEST.exists():
        raise ManifestMissingError(
            f"{MANIFEST} does not exist: the dbt project has to be parsed once. "
            "Run `make prepare` (`make refresh` and `make ui` do it by themselves)."
        )
    return MANIFEST


def prepare_manifest(settings: Settings) -> bool:
    """Parse the dbt project if its files changed since the last time; whether it did."""
    version = dbt_project_version()
    if MANIFEST.exists() and _VERSION.exists() and _VERSION.read_text() == version:
        return False
    aside = DBT_TARGET_DIR / f".tmp-{uuid.uuid4().hex}"
    aside.mkdir(parents=True)
    try:
        run_dbt(["parse", "--no-partial-parse"], settings, aside)
        for prepared in (PARTIAL_PARSE, MANIFEST):
            (aside / prepared.name).replace(prepared)
        (aside / _VERSION.name).write_text(version)
        (aside / _VERSION.name).replace(_VERSION)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return True


def parsed_target(settings: Settings) -> Path:
    """The folder where dbt keeps what it parsed for this warehouse, begun with what was prepared for the project.

    What dbt parsed depends on the paths of the lake and the database, so each warehouse keeps its own.
    """
    target_dir = settings.build_dir / "dbt"
    own = target_dir / PARTIAL_PARSE.name
    if PARTIAL_PARSE.exists() and not (
        own.exists() and own.stat().st_mtime_ns >= PARTIAL_PARSE.stat().st_mtime_ns
    ):
        target_dir.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PARTIAL_PARSE, own)
    return target_dir
