"""Runs: figures in a list that answer to a list of names."""

from __future__ import annotations

from tests.support.observing import observe


def test_growths_answer_to_sectors() -> None:
    said = observe(
        "Giá trị sản xuất công nghiệp - xây dựng, thương mại - dịch vụ và nông nghiệp tăng lần lượt 10,1%, 12% và 1,4%."
    )
    assert [(one.indicator, one.measure, one.value) for one in said] == [
        ("gross_output_industry_construction", "growth", 10.1),
        ("gross_output_trade_services", "growth", 12),
        ("gross_output_agriculture", "growth", 1.4),
    ]


def test_shares_answer_to_sectors() -> None:
    said = observe(
        "Cơ cấu kinh tế: thương mại - dịch vụ; công nghiệp - xây dựng; nông nghiệp chiếm tỷ trọng 61% - 30% - 9%."
    )
    assert [(one.indicator, one.measure, one.value) for one in said] == [
        ("gross_output_trade_services", "share", 61),
        ("gross_output_industry_construction", "share", 30),
        ("gross_output_agriculture", "share", 9),
    ]


def test_amounts_answer_to_indicators() -> None:
    said = observe("Thu ngân sách và chi ngân sách lần lượt đạt 900 tỷ đồng và 700 tỷ đồng.")
    assert [(one.indicator, one.value) for one in said] == [
        ("state_budget_revenue", 900),
        ("budget_expenditure", 700),
    ]


def test_amounts_answer_to_years() -> None:
    said = observe("Thu ngân sách các năm 2021, 2022 lần lượt đạt 700 tỷ đồng và 800 tỷ đồng.")
    assert [(one.value, one.period[1].year) for one in said] == [(700, 2021), (800, 2022)]


def test_amounts_answer_to_districts() -> None:
    said = observe(
        "Thu ngân sách của quận Tây Hồ, huyện Thanh Trì và quận Long Biên lần lượt đạt 500, 700 và 900 tỷ đồng."
    )
    assert [(one.district, one.value) for one in said] == [
        ("tay-ho", 500),
        ("thanh-tri", 700),
        ("long-bien", 900),
    ]
