"""The extraction is not worse than the floors, nor than what the five articles promise."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from dagster_project.extraction import load_vocabulary
from dagster_project.scoring import score_gold
from dagster_project.settings import SEEDS_DIR

FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    (Path(__file__).parent / "floors.json").read_text(encoding="utf-8")
)
FLOOR_CASES = [
    (corpus, split, figure)
    for corpus, splits in FLOORS.items()
    for split, figures in splits.items()
    for figure in figures
]


@pytest.fixture(scope="module")
def scores() -> pl.DataFrame:
    """One row for each corpus and split, over all indicators and measures."""
    scored = score_gold(load_vocabulary(SEEDS_DIR))
    return scored.filter(pl.col("indicator_id").is_null() & pl.col("measure").is_null())


@pytest.mark.parametrize(("corpus", "split", "figure"), FLOOR_CASES)
def test_no_score_falls_below_its_floor(scores: pl.DataFrame, corpus: str, split: str, figure: str) -> None:
    got = scores.filter(corpus=corpus, split=split)[figure].item()
    assert got >= FLOORS[corpus][split][figure]


def test_every_labelled_split_has_a_floor(scores: pl.DataFrame) -> None:
    labelled = scores.filter(pl.col("n_required") > 0).select("corpus", "split").rows()
    assert sorted(labelled) == sorted({(corpus, split) for corpus, split, _ in FLOOR_CASES})


def test_the_five_articles_are_read_without_an_error(scores: pl.DataFrame) -> None:
    seed = scores.filter(corpus="seed").row(0, named=True)
    assert (seed["precision"], seed["recall"]) == (1.0, 1.0)
    assert seed["exact"] >= 0.95


def test_articles_that_report_no_district_give_nothing(scores: pl.DataFrame) -> None:
    assert scores.filter(corpus="negative")["n_false"].item() == 0
