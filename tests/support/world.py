"""The warehouse of the labelled articles in tests/corpus, its labels taken for observations."""

from __future__ import annotations

from pathlib import Path

from tests.support.labelled_lake import read_labelled_articles
from tests.support.lake_builder import write_lake
from tests.support.warehouse import Warehouse

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def build_world(folder: Path) -> Warehouse:
    """Build it in `folder`; every mart has rows, whatever the extraction knows."""
    warehouse = Warehouse(folder)
    write_lake(warehouse.lake_dir, read_labelled_articles(CORPUS / "labels.jsonl", CORPUS / "articles"))
    warehouse.build()
    return warehouse
