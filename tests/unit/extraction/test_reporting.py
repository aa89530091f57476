"""Dating: the day that an article is of, what it reports on, and periods that only seem to be what a figure is of."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.observing import days, observe, observe_each

Y2023 = ("2023-01-01", "2023-12-31")
PERIODS: dict[str, list[tuple[str, str]]] = {
    "Kết thúc quý III/2023, thu ngân sách đạt 700 tỷ đồng.": [("2023-01-01", "2023-09-30")],
    "Tính đến giữa tháng 9/2023, thu ngân sách đạt 700 tỷ đồng.": [("2023-01-01", "2023-09-15")],
    "Quận bàn phương hướng, nhiệm vụ quý I/2024. Thu ngân sách đạt 700 tỷ đồng.": [Y2023],
    "Phương hướng, nhiệm vụ quý I/2024: thu ngân sách đạt 700 tỷ đồng.": [("2024-01-01", "2024-03-31")],
    "Kinh tế tăng trưởng bình quân 8,05%/năm trong giai đoạn 2021-2023.": [("2021-01-01", "2023-12-31")],
    "Quận khởi sắc giai đoạn 2016-2020, giá trị sản xuất tăng bình quân 9%/năm.": [
        ("2016-01-01", "2020-12-31")
    ],
    "Quận thực hiện kế hoạch giai đoạn 2021-2025, thu ngân sách tăng 9%.": [Y2023],
    "Thu ngân sách đạt 900 tỷ đồng, bằng 112% ước thực hiện năm 2022; chi ngân sách đạt 700 tỷ đồng.": [
        Y2023, Y2023, Y2023
    ],
    "Quận đánh giá kết quả 9 tháng và bàn nhiệm vụ quý IV năm 2023. Kết quả:\nThu ngân sách: 700 tỷ đồng;": [
        ("2023-01-01", "2023-09-30")
    ],
    "Quận đánh giá 9 tháng, nhiệm vụ 3 tháng cuối năm. Kết quả:\nThu ngân sách: 700 tỷ đồng;": [
        ("2023-01-01", "2023-09-30")
    ],
    "Kết quả thực hiện nhiệm vụ 9 tháng năm 2023:\nThu ngân sách: 700 tỷ đồng;": [("2023-01-01", "2023-09-30")],
}  # fmt: skip


def test_tasks_bases_and_ranges_govern_only_what_is_said_of_them() -> None:
    told = zip(PERIODS, observe_each(PERIODS), strict=True)
    assert {body: [days(one) for one in said] for body, said in told} == PERIODS


def test_a_session_in_the_midst_of_a_year_reports_on_what_has_passed() -> None:
    said = observe(
        "Kỳ họp thường lệ giữa năm 2023 xem xét nhiều nội dung. Thu ngân sách 6 tháng đầu năm đạt 210 tỷ đồng.\n"
        "Chi ngân sách đạt 100 tỷ đồng.",
        on=date(2023, 7, 7),
    )
    assert {days(one) for one in said} == {("2023-01-01", "2023-06-30")}


def test_an_article_without_a_date_is_of_the_year_of_whose_parts_it_speaks() -> None:
    said = observe(
        "Năm 2022, thu ngân sách đạt 700 tỷ đồng, năm 2023 đạt 800 tỷ đồng.\n"
        "8 tháng năm 2024, thu ngân sách đạt 600 tỷ đồng.\nQuận cấp 486 giấy phép xây dựng.",
        on=None,
    )
    assert days(said[-1])[1] == "2024-08-31"


def test_what_is_summed_up_counts_from_the_beginning_of_the_year() -> None:
    said = observe(
        "Tháng 9, quận giải quyết việc làm cho 1.012 lao động, lũy kế 3.680 lao động, đạt 36,8% kế hoạch năm. "
        "Tháng 9, quận cấp mới 174 hộ kinh doanh, lũy kế 602 hộ."
    )
    month, year = ("2023-09-01", "2023-09-30"), ("2023-01-01", "2023-09-30")
    assert [(one.value, days(one)) for one in said] == [
        (1012, month),
        (3680, year),
        (36.8, year),
        (174, month),
        (602, year),
    ]


def test_two_counts_between_which_a_semicolon_stands_are_of_two_things() -> None:
    said = observe(
        "Quận nâng tổng số doanh nghiệp đang hoạt động lên hơn 24.700; 1.105 hộ kinh doanh được cấp đăng ký mới."
    )
    assert [(one.indicator, one.value) for one in said] == [
        ("enterprises_active", 24700),
        ("household_businesses_new", 1105),
    ]


def test_what_is_arrived_at_is_named_last() -> None:
    said = observe(
        "Quận có 1.930 doanh nghiệp thành lập mới, nâng số đang hoạt động lên 14.200 doanh nghiệp."
    )
    assert [(one.indicator, one.value) for one in said] == [
        ("enterprises_new", 1930),
        ("enterprises_active", 14200),
    ]


def test_the_growth_of_the_same_period_in_a_parenthesis_is_of_the_year_before() -> None:
    said = observe(
        "Giá trị sản xuất tăng 11,2% (cùng kỳ tăng 2,6%); chi ngân sách tăng 3% (tăng 1% so với cùng kỳ)."
    )
    assert [one.period[0].year for one in said] == [2023, 2022, 2023, 2023]


def test_the_plan_in_a_parenthesis_is_no_attainment_of_it() -> None:
    said = observe("Giá trị sản xuất tăng 3,1% (kế hoạch là 9%); chi ngân sách tăng 5%.")
    assert [one.value for one in said] == [3.1, 5]


COMPARED = {
    "So với 6 tháng đầu năm ngoái, thu ngân sách 6 tháng đầu năm 2023 tăng 21%.": "same_period",
    "Quý II/2023, thu ngân sách tăng 8,4% so với quý II/2022.": "same_period",
    "9 tháng năm 2023, thu ngân sách hụt 4% so với 9 tháng năm trước.": "same_period",
    "Năm 2023, thu ngân sách tăng 8,4% so với năm 2022.": "previous_year",
    "Năm 2023, thu ngân sách nhiều hơn năm trước 9,4%.": "previous_year",
    "Thu ngân sách năm 2023 cao hơn năm 2022 là 8,8%.": "previous_year",
    "9 tháng năm 2023, thu ngân sách thua cùng kỳ 1,9%.": "same_period",
    "Năm 2023, thu ngân sách tăng 8,4%; chi ngân sách tăng 2% so với năm 2022.": None,
}


def test_the_same_part_of_the_year_before_is_the_same_period() -> None:
    told = zip(COMPARED, observe_each(COMPARED), strict=True)
    assert {body: said[0].basis for body, said in told} == COMPARED


def test_what_a_target_is_set_for_lies_ahead_and_the_year_of_prices_is_no_period() -> None:
    said = observe(
        "Quý I, giá trị sản xuất theo giá so sánh năm 2010 đạt 5.200 tỷ đồng.\n"
        "Quý II, quận phấn đấu thu ngân sách 190 tỷ đồng, đưa lũy kế 6 tháng lên 436 tỷ đồng.",
        on=date(2023, 3, 31),
    )
    assert [(*days(one), one.status) for one in said] == [
        ("2023-01-01", "2023-03-31", "actual"),
        ("2023-04-01", "2023-06-30", "target"),
        ("2023-01-01", "2023-06-30", "target"),
    ]


def test_in_january_the_year_before_is_that_before_the_one_summed_up() -> None:
    said = observe("Thu ngân sách đạt 700 tỷ đồng, tăng 10,6% so với năm trước.", on=date(2023, 1, 10))
    assert [(days(one)[0], one.basis) for one in said] == [
        ("2022-01-01", None),
        ("2022-01-01", "previous_year"),
    ]


def test_a_change_told_once_more_in_percent_keeps_its_sign() -> None:
    said = observe(
        "Quận phát hiện 33 trường hợp vi phạm trật tự xây dựng (giảm 12 vụ, tương đương 26,7% so với cùng kỳ)."
    )
    assert [(one.measure, one.value) for one in said] == [("level", 33), ("growth", -26.7)]


# the year of each figure
THE_YEAR_BEFORE: dict[str, list[int]] = {
    "Giải ngân vốn đầu tư công đạt 61% kế hoạch; cùng kỳ năm 2022, tỷ lệ này là 48%.": [2023, 2022],
    "Thu ngân sách đạt 61% dự toán, cùng kỳ năm trước chỉ đạt 48%.": [2023, 2022],
    "Thu ngân sách tăng 12%, trong khi cùng kỳ năm 2022 giảm 3%.": [2023, 2022],
    "Giá trị sản xuất tăng 12%, trong khi năm ngoái chỉ tăng 3%.": [2023, 2022],
    "Dịch vụ chiếm 61% giá trị sản xuất, năm trước tỷ trọng này là 58%.": [2023, 2022],
    # what is compared with is no time of the figure
    "Thu ngân sách tăng hơn cùng kỳ năm 2022, đạt 61% dự toán.": [2023],
    "Thu ngân sách giảm so với cùng kỳ năm trước, đạt 61% dự toán.": [2023],
    "Thu ngân sách vượt cùng kỳ năm 2022, tăng 4%.": [2023],
}


def test_what_was_then_is_of_the_year_before() -> None:
    told = zip(THE_YEAR_BEFORE, observe_each(THE_YEAR_BEFORE), strict=True)
    assert {text: [one.period[0].year for one in said] for text, said in told} == THE_YEAR_BEFORE


def test_that_ratio_is_the_one_told_and_not_of_the_whole() -> None:
    said = observe("Dịch vụ chiếm 61% giá trị sản xuất của quận, năm 2022 tỷ trọng này là 58%.")
    assert [one.indicator for one in said] == ["gross_output_trade_services"] * 2


NO_FIGURES_OF_THEIRS = [
    "Tổng nợ thuế là 58 tỷ đồng, trong đó nợ có khả năng thu 31 tỷ đồng.",
    "Lực lượng chức năng cưỡng chế tài khoản, thu hồi được 40 tỷ đồng.",
    "Trường THCS Văn Yên đã giải ngân 96% số vốn được giao.",
    "Còn 7 chỉ tiêu có khả năng hoàn thành vào cuối nhiệm kỳ.",
    "Ở các xã miền núi, thu nhập bình quân đầu người đạt 48 triệu đồng/người/năm.",
]


@pytest.mark.parametrize("text", NO_FIGURES_OF_THEIRS)
def test_debts_works_and_parts_of_the_district_have_their_own_figures(text: str) -> None:
    assert observe(text) == []


def test_what_was_settled_is_some_of_what_was_found() -> None:
    said = observe(
        "Quận phát hiện 9 trường hợp vi phạm trật tự xây dựng, đã xử lý dứt điểm 7 trường hợp.\n"
        "Quận cấp 40 giấy phép xây dựng; xử lý 12 công trình vi phạm trật tự xây dựng."
    )
    assert [(one.indicator, one.value) for one in said] == [
        ("construction_violations", 9),
        ("building_permits", 40),
        ("construction_violations", 12),
    ]


def test_a_rate_s_plan_is_no_change_of_it() -> None:
    said = observe("Tỷ lệ bao phủ bảo hiểm y tế là 91,8%, thấp hơn mục tiêu 93% mà quận đặt ra.")
    assert [(one.measure, one.value) for one in said] == [("level", 91.8)]


def test_a_section_behind_a_list_is_no_item_of_it() -> None:
    said = observe("- Thu ngân sách: 900 tỷ đồng;\nII. Nhiệm vụ năm 2024\n- Thu ngân sách: 950 tỷ đồng;")
    assert [(one.value, one.period[1].year, one.status) for one in said] == [
        (900, 2023, "actual"),
        (950, 2024, "target"),
    ]


# the indicator of each figure that is of one
BUDGETS_AND_BUSINESSES: dict[str, list[str]] = {
    "Tháng 11, có 34 doanh nghiệp và 71 hộ kinh doanh đăng ký mới; tính chung 11 tháng là 402 doanh nghiệp và 815 hộ "
    "kinh doanh.": ["enterprises_new", "household_businesses_new"] * 2,
    "Có 34 doanh nghiệp mới; lũy kế đến nay có 356 doanh nghiệp đang hoạt động.": [
        "enterprises_new", "enterprises_active"
    ],
    "Quận thu được 1.190 tỷ đồng từ đấu giá quyền sử dụng đất, đạt 86% kế hoạch.": ["land_revenue"] * 2,
    "Thu ngân sách 2.310 tỷ đồng. Trong đó, thu từ đất 1.190 tỷ đồng; thu khác 100 tỷ đồng.": [
        "state_budget_revenue", "land_revenue"
    ],
    "Vốn đầu tư công trung hạn giai đoạn 2021-2025 là 7.500 tỷ đồng; đã giải ngân 4.120 tỷ đồng.": [
        "public_investment_disbursement"
    ],
    "Có 2.846 doanh nghiệp đang hoạt động, giải quyết việc làm cho trên 60.000 lao động.": ["enterprises_active"],
    "Có 246 doanh nghiệp thành lập mới, giải quyết việc làm cho 4.200 lao động.": ["enterprises_new", "jobs_created"],
    "Quận cấp mới 812 giấy chứng nhận đăng ký hộ kinh doanh, cấp đổi 244 giấy, thu hồi 67 giấy.": [
        "household_businesses_new"
    ],
    "Tỷ lệ hộ nghèo giảm từ 0,18% xuống 0,06%, hộ cận nghèo từ 1,9% xuống 1,38%.": [
        "poverty_rate", "near_poor_households"
    ],
    "Ngân hàng Chính sách xã hội cho vay 212 tỷ đồng với 3.410 hộ nghèo, cận nghèo.": [],
    "Tỷ lệ hộ nghèo là 0,23%, với 214 hộ nghèo.": ["poverty_rate", "poor_households"],
}  # fmt: skip


@pytest.mark.parametrize("text", BUDGETS_AND_BUSINESSES)
def test_what_figures_of_budgets_and_businesses_are_of(text: str) -> None:
    assert [one.indicator for one in observe(text)] == BUDGETS_AND_BUSINESSES[text]
