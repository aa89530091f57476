"""Two worlds, built once for all tests of the marts: labelled articles, and statements made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.labelled_lake import read_labelled_articles
from tests.support.lake_builder import write_lake
from tests.support.warehouse import Warehouse

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The warehouse of tests/corpus, its labels taken for observations."""
    warehouse = Warehouse(tmp_path_factory.mktemp("world"))
    write_lake(warehouse.lake_dir, read_labelled_articles(CORPUS / "labels.jsonl", CORPUS / "articles"))
    warehouse.build()
    return warehouse
