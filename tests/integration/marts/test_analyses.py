"""Every question of dbt/analyses compiles, runs, and finds in the labelled world what is known to be in it."""

from __future__ import annotations

import pytest

from dagster_project.settings import PROJECT_ROOT
from tests.support.analyses import ANALYSES, INVENTED, Answer, answer, compile_analyses, page, plain_sql
from tests.support.warehouse import Warehouse


@pytest.fixture(scope="module")
def answers(world: Warehouse) -> dict[str, Answer]:
    compiled = compile_analyses(world)
    with world.connect() as connection:
        return {name: answer(sql, connection) for name, sql in compiled.items()}


def column(found: Answer, name: str) -> list[object]:
    return [row[found.columns.index(name)] for row in found.rows]


def test_there_are_ten_questions() -> None:
    assert len(ANALYSES) == 10


@pytest.mark.parametrize("name", [path.stem for path in ANALYSES])
def test_a_question_has_an_answer(answers: dict[str, Answer], name: str) -> None:
    assert answers[name].question.endswith("?")
    assert answers[name].rows


def test_the_district_that_slowed_most_comes_first(answers: dict[str, Answer]) -> None:
    changes = column(answers["which_districts_slowed"], "change_in_points")
    assert changes == sorted(changes, key=lambda change: float(str(change)))
    assert all(float(str(change)) < 0 for change in changes)


def test_only_plans_that_were_surely_exceeded_are_named(answers: dict[str, Answer]) -> None:
    exceeded = answers["who_exceeded_its_revenue_plan"]
    assert all(float(str(percent)) > 100 for percent in column(exceeded, "percent_of_plan"))
    assert "Sơn Tây" in column(exceeded, "district")


def test_the_slip_of_the_unit_is_the_widest_contradiction(answers: dict[str, Answer]) -> None:
    assert column(answers["which_figures_the_press_contradicts"], "likely_cause")[0] == "million_for_billion"


def test_the_october_forecast_was_too_low(answers: dict[str, Answer]) -> None:
    forecasts = answers["how_good_were_the_forecasts"]
    early = dict(
        zip(column(forecasts, "early_text"), column(forecasts, "early_too_high_by_percent"), strict=True)
    )
    assert early["5.150 tỷ đồng"] == -1.25


def test_the_page_in_docs_asks_the_same_questions(answers: dict[str, Answer]) -> None:
    kept = (PROJECT_ROOT / "docs" / "analyses.md").read_text(encoding="utf-8")
    assert [each.question for each in answers.values() if f"## {each.question}" not in kept] == []
    assert [each.question for each in answers.values() if plain_sql(each) not in kept] == []


def test_the_page_shows_every_question_with_its_answer(world: Warehouse) -> None:
    shown = page(world.settings.build_database, world)
    assert shown.count("```sql") == len(ANALYSES)
    assert "{{" not in shown
    assert "| Sơn Tây |" in shown
    assert INVENTED not in shown
