"""The versions of the code: what makes something already read, extracted or published out of date.

A version is a hash of files' contents, so it changes with the code and with nothing else. Not here: the
extraction's version, which that room computes over its own code and vocabularies.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dagster_project.settings import DBT_DIR, PROJECT_ROOT

_DBT_OUTPUT = {"target", "logs", "dbt_packages"}


def project_version() -> str:
    """The version in pyproject.toml."""
    return str(tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text())["project"]["version"])


@cache
def corpus_version() -> str:
    """Changes when the same file might be read differently."""
    return _hash_of(PROJECT_ROOT / "dagster_project" / "corpus", ("*.py", "*.csv"))


def dbt_project_version(dbt_dir: Path = DBT_DIR) -> str:
    """Changes when the same lake might become a different warehouse."""
    return _hash_of(dbt_dir, ("*.sql", "*.yml", "*.csv", "*.md"), without=_DBT_OUTPUT)


def _hash_of(folder: Path, patterns: Iterable[str], without: Iterable[str] = ()) -> str:
    files = {path for pattern in patterns for path in folder.rglob(pattern)}
    digest = hashlib.sha256()
    for path in sorted(files):
        relative = path.relative_to(folder)
        if relative.parts[0] not in without:
            digest.update(f"{relative.as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
