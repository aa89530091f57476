"""When a fact counts as found, as exact, and a prediction as false: one sentence of the rules, one case."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from dagster_project.scoring import score
from dagster_project.scoring.labels import FACTS_SCHEMA

DOCUMENTS = pl.DataFrame({"file_name": ["a.txt"], "split": ["all"]})
REVENUE: dict[str, Any] = {
    "file_name": "a.txt",
    "district_id": "ha-dong",
    "indicator_id": "state_budget_revenue",
    "measure": "level",
    "value": 5606.0,
    "unit": "billion_vnd",
    "bound": "exact",
    "status": "actual",
    "period_start": date(2024, 1, 1),
    "period_end": date(2024, 10, 31),
    "basis": None,
}
GROWTH = REVENUE | {"measure": "growth", "value": 7.9, "unit": "percent", "basis": "same_period"}
ATTAINMENT = REVENUE | {"measure": "plan_attainment", "value": 84.7, "unit": "percent", "basis": "city"}
SAID_SCHEMA = {name: dtype for name, dtype in FACTS_SCHEMA.items() if name not in ("values", "optional")} | {
    "value": pl.Float64
}


def figures(facts: list[dict[str, Any]], said: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures of one document over all indicators."""
    wanted = [{"values": [fact["value"]], "optional": False} | fact for fact in facts]
    frame = pl.DataFrame(wanted, schema=FACTS_SCHEMA)
    scored = score(DOCUMENTS, frame, pl.DataFrame(said, schema=SAID_SCHEMA))
    return scored.filter(pl.col("indicator_id").is_null() & pl.col("measure").is_null()).row(0, named=True)


@pytest.mark.parametrize(
    ("fact", "difference", "found", "exact"),
    [
        (REVENUE, {}, 1, 1),
        (REVENUE, {"value": 5606.000001}, 1, 1),
        (REVENUE, {"value": 5606.3}, 0, 0),
        (REVENUE, {"district_id": "tay-ho"}, 0, 0),
        (REVENUE, {"indicator_id": "tax_revenue"}, 0, 0),
        (REVENUE, {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}, 0, 0),
        (REVENUE, {"period_end": date(2024, 12, 31)}, 1, 0),
        (REVENUE, {"bound": "at_least"}, 1, 0),
        (REVENUE, {"status": "estimate"}, 1, 0),
        (REVENUE, {"unit": "million_usd"}, 1, 0),
        (GROWTH, {"basis": None}, 1, 1),
        (GROWTH, {"basis": "previous_year"}, 1, 1),
        (GROWTH, {"basis": "year:2019"}, 1, 0),
        (GROWTH, {"basis": "average_annual"}, 1, 0),
        (ATTAINMENT, {"basis": "district"}, 0, 0),
        (ATTAINMENT, {"basis": None}, 0, 0),
    ],
)
def test_a_prediction_that_differs_from_a_fact(
    fact: dict[str, Any], difference: dict[str, Any], found: int, exact: int
) -> None:
    got = figures([fact], [fact | difference])
    assert (got["n_found"], got["n_exact"], got["n_false"]) == (found, exact, 1 - found)


def test_a_rounding_that_the_article_gives_elsewhere_finds_the_fact() -> None:
    fact = REVENUE | {"values": [5606.3, 5606.0]}
    got = figures([fact], [REVENUE, REVENUE | {"value": 5606.3}])
    assert (got["n_required"], got["n_found"], got["n_false"]) == (1, 1, 0)


def test_an_optional_fact_counts_neither_way() -> None:
    optional = REVENUE | {"optional": True}
    assert figures([optional], [REVENUE])["n_false"] == 0
    assert figures([optional], [])["n_required"] == 0


def test_a_statement_made_twice_is_false_once() -> None:
    twice = [REVENUE, REVENUE | {"bound": "approx", "status": "estimate"}]
    got = figures([GROWTH], twice)
    assert (got["n_false"], got["precision"]) == (1, 0.0)


def test_one_prediction_of_several_makes_the_fact_exact() -> None:
    got = figures([REVENUE], [REVENUE | {"bound": "approx"}, REVENUE])
    assert (got["n_exact"], got["precision"]) == (1, 1.0)


def test_another_document_s_observations_do_not_count() -> None:
    got = figures([REVENUE], [REVENUE | {"file_name": "b.txt"}])
    assert (got["n_found"], got["n_false"], got["precision"], got["f1"]) == (0, 0, None, 0.0)


def test_where_nothing_is_required_only_precision_can_be_told() -> None:
    got = figures([], [REVENUE])
    assert (got["n_false"], got["precision"], got["recall"], got["f1"], got["exact"]) == (
        1,
        0.0,
        None,
        None,
        None,
    )


def test_each_indicator_and_each_measure_has_its_own_row() -> None:
    frame = pl.DataFrame(
        [{"values": [fact["value"]], "optional": False} | fact for fact in (REVENUE, GROWTH)],
        schema=FACTS_SCHEMA,
    )
    scored = score(DOCUMENTS, frame, pl.DataFrame([REVENUE], schema=SAID_SCHEMA))
    rows = scored.select("indicator_id", "measure", "n_required", "n_found").rows()
    assert rows == [
        (None, None, 2, 1),
        ("state_budget_revenue", None, 2, 1),
        (None, "growth", 1, 0),
        (None, "level", 1, 1),
    ]
