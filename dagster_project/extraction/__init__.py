"""Documents to observations: numbers, periods, places and phrases as relations of spans, bound by their neighbourhood.

    load_vocabulary -> extract(documents, lines, vocabulary) -> Extraction(observations, unplaced, failed)

The way in is this module; `batches` keeps a document that breaks a step from the others, `observations` is the order of
the steps. Pure polars: this room knows neither Dagster nor DuckDB nor dbt, and its rules are about the language, never
about a file, a place or a figure.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from dagster_project.extraction.batches import extract
from dagster_project.extraction.language.vocabulary import (
    SEED_FILES,
    Vocabulary,
    VocabularyError,
    load_vocabulary,
)
from dagster_project.extraction.observations import Extraction
from dagster_project.settings import SEEDS_DIR


def _version() -> str:
    """A hash of this room's code and of the vocabularies: what it changes with is all that extraction depends on."""
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted(room.rglob("*.py")) + [SEEDS_DIR / name for name in SEED_FILES]:
        digest.update(f"{path.parent.name}/{path.name}".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


EXTRACTOR_VERSION = _version()

__all__ = ["EXTRACTOR_VERSION", "Extraction", "Vocabulary", "VocabularyError", "extract", "load_vocabulary"]
