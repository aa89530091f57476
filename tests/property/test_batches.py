"""What an article says does not depend on the articles beside it in a batch."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import NO_SOURCES, Corpus, find_files, read_documents
from dagster_project.extraction import extract
from tests.support.observing import vocabulary

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = (TESTS / "gold" / "passages", TESTS / "practice" / "passages", TESTS / "negative")


@cache
def corpora() -> list[Corpus]:
    return [read_documents(folder, find_files(folder), NO_SOURCES, 10) for folder in FOLDERS]


def extracted(documents: pl.DataFrame, lines: pl.DataFrame) -> dict[str, pl.DataFrame]:
    found = extract(documents, lines, vocabulary())
    assert found.failed.is_empty()
    return {
        "observations": found.observations.sort("observation_id"),
        "unplaced": found.unplaced.sort("unplaced_id"),
    }


@cache
def in_order() -> dict[str, pl.DataFrame]:
    return extracted(
        pl.concat([corpus.documents for corpus in corpora()]),
        pl.concat([corpus.lines for corpus in corpora()]),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_a_batch_changes_nothing(seed: int) -> None:
    documents = pl.concat([corpus.documents for corpus in corpora()])
    lines = pl.concat([corpus.lines for corpus in corpora()])
    shuffled = extracted(documents.sample(fraction=1, shuffle=True, seed=seed), lines)
    for name, rows in in_order().items():
        assert shuffled[name].equals(rows), name


def test_a_batch_is_no_more_than_its_articles() -> None:
    apart = [extracted(part.documents, part.lines) for part in corpora()]
    for name, rows in in_order().items():
        assert pl.concat([part[name] for part in apart]).sort(rows.columns[0]).equals(rows), name
