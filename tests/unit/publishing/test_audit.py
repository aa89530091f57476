"""What the audits find in a built database, against the one that is up."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dagster_project.publishing import audit
from tests.support.databases import database

Audit = Callable[[duckdb.DuckDBPyConnection], audit.Finding]

DOCUMENT = "insert into marts.dim_document values ('d1', 'a.txt', '2024-11-08', '2024-11-08');"


def observation(observation_id: str, value: float = 5606, measure: str = "level") -> str:
    return (
        f"insert into marts.fct_observation values ('{observation_id}', 'd1', 'thanh-xuan', 'state_budget_revenue', "
        f"'{measure}', {value}, 'billion_vnd', 'Thu ngân sách đạt {value} tỷ đồng.');"
    )


@pytest.fixture
def audited(tmp_path: Path) -> Callable[..., audit.Finding]:
    def run(
        function: Audit, built: str, published: str | None = None, extractor: str = "e1"
    ) -> audit.Finding:
        (tmp_path / "build").mkdir()
        new = database(
            tmp_path / "build" / "hanoi.duckdb", "1-aa", "2-bb", extractor=extractor, statements=built
        )
        up = tmp_path / "hanoi.duckdb"
        if published is not None:
            database(up, "1-aa", statements=published)
        with audit.audited(new, up) as connection:
            return function(connection)

    return run


def test_the_first_version_has_nothing_to_lose(audited: Callable[..., audit.Finding]) -> None:
    assert audited(audit.nothing_vanished, DOCUMENT + observation("o1")).passed


def test_an_observation_of_an_unchanged_document_must_not_vanish(
    audited: Callable[..., audit.Finding],
) -> None:
    finding = audited(audit.nothing_vanished, DOCUMENT, DOCUMENT + observation("o1"))
    assert not finding.passed
    assert finding.figures == {"rows": 1}
    assert "o1" in finding.examples[0]


def test_an_observation_goes_with_its_document(audited: Callable[..., audit.Finding]) -> None:
    assert audited(audit.nothing_vanished, "select 1", DOCUMENT + observation("o1")).passed


def test_a_new_extraction_may_see_fewer_observations(audited: Callable[..., audit.Finding]) -> None:
    assert audited(audit.nothing_vanished, DOCUMENT, DOCUMENT + observation("o1"), extractor="e2").passed


@pytest.mark.parametrize(
    ("value", "measure", "passed"),
    [(5606, "level", True), (5_606_000, "level", False), (-1, "level", False), (-3, "growth", True)],
)
def test_a_level_no_district_can_have_is_a_slip_of_the_unit(
    audited: Callable[..., audit.Finding], value: float, measure: str, passed: bool
) -> None:
    finding = audited(audit.no_impossible_level, DOCUMENT + observation("o1", value, measure))
    assert finding.passed is passed
    assert passed or "a.txt" in finding.examples[0]


def test_more_unplaced_quantities_are_a_finding(audited: Callable[..., audit.Finding]) -> None:
    unplaced = "insert into marts.fct_unplaced_quantity values ('u1');"
    finding = audited(
        audit.unplaced_not_more, DOCUMENT + observation("o1") + unplaced, DOCUMENT + observation("o1")
    )
    assert not finding.passed
    assert finding.figures["unplaced"] == 1
    assert finding.figures["unplaced_before"] == 0


def test_new_conflicts_are_a_finding(audited: Callable[..., audit.Finding]) -> None:
    conflict = "insert into marts.statement_conflict values ('c1');"
    assert not audited(audit.no_new_conflicts, conflict, "select 1").passed


def test_an_article_of_the_future_is_a_finding(audited: Callable[..., audit.Finding]) -> None:
    finding = audited(
        audit.no_future_dates, "insert into marts.dim_document values ('d1', 'a.txt', '2999-01-01', null)"
    )
    assert not finding.passed
    assert finding.examples == ["a.txt: 2999-01-01"]
