"""Runs: figures in a list that answer to a list of names."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        "Công nghiệp và xây dựng tăng lần lượt 10,3% và 6,7% so với cùng kỳ.",
        "Giá trị sản xuất công nghiệp, xây dựng của quận lần lượt tăng 10,3% và 6,7%.",
    ],
)
def test_two_figures_of_one_joint_sector_are_of_its_halves(text: str) -> None:
    assert [(one.indicator, one.value) for one in observe(text)] == [
        ("gross_output_industry", 10.3),
        ("gross_output_construction", 6.7),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quý I và quý II, giá trị sản xuất công nghiệp và xây dựng tăng lần lượt 10,3% và 6,7%.",
        "Giá trị sản xuất công nghiệp và xây dựng của Sóc Sơn và Đông Anh tăng lần lượt 10,3% và 6,7%.",
    ],
)
def test_unless_they_answer_to_another_list(text: str) -> None:
    assert {one.indicator for one in observe(text)} == {"gross_output_industry_construction"}


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


DISTRICTS_OF_RUNS = {
    "Thạch Thất thu ngân sách 1.105 tỷ đồng, Quốc Oai 1.012 tỷ đồng; so với dự toán, hai huyện này lần lượt đạt "
    "102,6% và 118,7%.": ["thach-that", "quoc-oai", "thach-that", "quoc-oai"],
    "Thu ngân sách của quận Tây Hồ, quận Ba Đình lần lượt đạt 98% và 103% dự toán.": ["tay-ho", "ba-dinh"],
    "Huyện Ba Vì thu ngân sách 310 tỷ đồng, chi ngân sách 290 tỷ đồng, lần lượt đạt 98% và 93% dự toán.": [
        "ba-vi", "ba-vi", "ba-vi", "ba-vi"
    ],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "districts"), DISTRICTS_OF_RUNS.items())
def test_a_list_answers_to_the_districts_before_it(sentence: str, districts: list[str]) -> None:
    said = observe(sentence, title="Ngân sách các quận, huyện")
    assert [one.district for one in said] == districts


COUNTS_OF_RUNS = {
    "Quận có 9.418 doanh nghiệp và 14.207 hộ kinh doanh đang hoạt động; số thành lập mới tương ứng là 587 và 1.034.": [
        ("enterprises_active", 9418), ("household_businesses_active", 14207),
        ("enterprises_new", 587), ("household_businesses_new", 1034),
    ],
    "612 doanh nghiệp và 1.208 hộ kinh doanh được cấp đăng ký mới, bằng 128% và 143% cùng kỳ.": [
        ("enterprises_new", 612), ("household_businesses_new", 1208),
        ("enterprises_new", 28), ("household_businesses_new", 43),
    ],
    "Thu ngân sách 900 tỷ đồng, chi ngân sách 610 tỷ đồng, bằng 98% và 103% dự toán thành phố và quận giao.": [
        ("state_budget_revenue", 900), ("budget_expenditure", 610), ("budget_expenditure", 98),
        ("budget_expenditure", 103),
    ],
    "Số hộ kinh doanh đang hoạt động của quận Tây Hồ, quận Ba Đình lần lượt là 8.945 và 16.730 hộ; số hộ đăng ký mới "
    "tương ứng 902 và 1.340 hộ.": [
        ("household_businesses_active", 8945), ("household_businesses_active", 16730),
        ("household_businesses_new", 902), ("household_businesses_new", 1340),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures"), COUNTS_OF_RUNS.items())
def test_a_list_answers_to_what_was_counted_before_it(
    sentence: str, figures: list[tuple[str, float]]
) -> None:
    assert [(one.indicator, one.value) for one in observe(sentence)] == figures


def test_two_percentages_answer_to_two_plans() -> None:
    said = observe(
        "Thu ngân sách đạt 900 tỷ đồng, lần lượt bằng 52,1% và 49,8% dự toán Thành phố, HĐND quận giao."
    )
    assert [(one.value, one.basis) for one in said] == [(900, None), (52.1, "city"), (49.8, "district")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Giá trị sản xuất công nghiệp, xây dựng, dịch vụ, nông nghiệp lần lượt tăng 9%, 8%, 7%, 2%.",
        "Tỷ trọng công nghiệp, dịch vụ, nông nghiệp lần lượt là 60% và 30%.",
    ],
)
def test_lists_of_unequal_length_say_nothing(sentence: str) -> None:
    assert observe(sentence) == []
