"""The marts over the labelled articles of tests/corpus: each situation of that world as an analyst would ask for it."""

from __future__ import annotations

import pytest

from tests.support.warehouse import Warehouse

MARTS_WITH_ROWS = (
    "fct_observation",
    "dim_document",
    "document_file",
    "dim_district",
    "dim_indicator",
    "dim_period",
    "district_year",
    "indicator_comparison",
    "district_trend",
    "coverage",
    "statement_conflict",
    "derived_value",
    "consistency_check",
    "refresh_log",
)


@pytest.mark.parametrize("mart", MARTS_WITH_ROWS)
def test_every_mart_has_rows_to_show(world: Warehouse, mart: str) -> None:
    assert world.query(f"from marts.{mart} limit 1")


def test_a_final_figure_is_preferred_to_its_estimate_and_forecast(world: Warehouse) -> None:
    rows = world.query("""
        select value, status, is_preferred, choice_reason from marts.fct_observation
        where district_id = 'ha-dong' and indicator_id = 'state_budget_revenue' and measure = 'level'
            and period_id = '2022-01-01/2022-12-31' and status != 'target'
        order by preference_rank
    """)
    assert rows == [
        (5214.968, "actual", True, "firmer_status"),
        (5200.0, "estimate", False, "passed_over_weaker_status"),
        (5150.0, "forecast", False, "passed_over_weaker_status"),
    ]


def test_a_copy_in_other_words_is_a_second_document_of_another_publisher(world: Warehouse) -> None:
    rows = world.query("""
        select n_statements, n_documents, n_publishers, n_agreeing_statements from marts.indicator_comparison
        where district_id = 'son-tay' and indicator_id = 'income_per_capita' and year = 2023
    """)
    assert rows == [(2, 2, 2, 2)]


def test_a_slip_of_the_unit_is_named_and_never_compared(world: Warehouse) -> None:
    slip = world.query("""
        select second_value, likely_cause from marts.statement_conflict
        where district_id = 'dong-anh' and year = 2023 and likely_cause is not null
    """)
    assert slip == [(5.8649, "million_for_billion")]
    compared = world.query("""
        select value from marts.indicator_comparison
        where district_id = 'dong-anh' and year = 2023 and indicator_id = 'state_budget_revenue'
            and measure = 'level' and status = 'estimate'
    """)
    assert compared == [(5864.9,)]


def test_two_actual_figures_that_differ_are_a_contradiction_with_both_sentences(world: Warehouse) -> None:
    [(first, second, gap_percent, first_sentence, second_sentence)] = world.query("""
        select first_value, second_value, gap_percent, first_sentence, second_sentence
        from marts.statement_conflict
        where kind = 'contradiction' and district_id = 'soc-son' and measure = 'level'
    """)
    assert {first, second} == {1622.415, 1706.83}
    assert 4.9 < float(str(gap_percent)) < 5
    assert "1.622 tỷ" in f"{first_sentence}{second_sentence}"
    assert "1.706 tỷ" in f"{first_sentence}{second_sentence}"


def test_a_growth_that_does_not_fit_the_earlier_article_is_found(world: Warehouse) -> None:
    rows = world.query("""
        select formula, round(derived_value, 1), reported_value, kind from marts.consistency_check
        where verdict = 'disagree' and district_id = 'tay-ho' and formula_id = 'earlier_level' and year = 2021
    """)
    assert rows == [("3655.921 / (1 + 30.4 / 100)", 2803.6, 2986.47, "contradiction")]


def test_a_growth_that_fits_is_borne_out(world: Warehouse) -> None:
    rows = world.query("""
        select reported_value, verdict from marts.consistency_check
        where district_id = 'thanh-xuan' and indicator_id = 'gross_output' and formula_id = 'earlier_level'
            and year = 2022
    """)
    assert rows == [(95630.0, "agree")]


def test_parts_of_a_year_never_share_a_class_with_full_years(world: Warehouse) -> None:
    rows = world.query("""
        select comparability_class, year from marts.indicator_comparison
        group by all having count(distinct period_class) > 1 or count(distinct status) > 1
    """)
    assert rows == []


def test_two_plans_are_two_classes(world: Warehouse) -> None:
    rows = world.query("""
        select basis_class, value from marts.indicator_comparison
        where district_id = 'ha-dong' and indicator_id = 'state_budget_revenue' and measure = 'plan_attainment'
            and year = 2022 and period_class = 'year' and status = 'actual'
        order by basis_class
    """)
    assert rows == [("city", 110.72), ("district", 104.2)]


def test_a_district_year_is_there_even_where_nothing_is_known(world: Warehouse) -> None:
    [(n_rows, n_empty)] = world.query("""
        select count(*), count(*) filter (completeness = 0 and n_figures = 0) from marts.district_year
    """)
    assert n_rows == 150
    assert 100 < int(str(n_empty)) < 150


def test_every_figure_of_a_district_year_leads_back_to_its_sentence(world: Warehouse) -> None:
    rows = world.query("""
        select
            observation.value_text,
            contains(document.text, observation.sentence),
            district.state_budget_revenue_support.n_documents
        from marts.district_year as district
        join marts.fct_observation as observation
            on district.state_budget_revenue_observation_id = observation.observation_id
        join marts.dim_document as document on observation.document_id = document.document_id
        where district.district_id = 'ha-dong' and district.year = 2022
    """)
    assert rows == [("5.214 tỷ 968 triệu đồng", True, 3)]


def test_coverage_names_the_article_to_look_for(world: Warehouse) -> None:
    [(article, figures)] = world.query("""
        select any_value(wanted_article), any_value(article_expected_figures) from marts.coverage
        where district_id = 'ba-vi' and year = 2023
    """)
    assert article == "kết quả kinh tế - xã hội năm 2023 huyện Ba Vì"
    assert float(str(figures)) > 1


def test_a_trend_shows_reported_and_derived_side_by_side(world: Warehouse) -> None:
    rows = world.query("""
        select level, growth, round(derived_growth, 2), growths_agree from marts.district_trend
        where district_id = 'thanh-xuan' and indicator_id = 'gross_output' and year = 2023
    """)
    assert rows == [(103567.275, 8.3, 8.3, True)]
