"""Time: the period that governs a figure."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.support.observing import Article, Said, days, extract_articles, observe, observe_each, said_by

Y2023 = ("2023-01-01", "2023-12-31")
PERIODS: dict[str, list[tuple[str, str]]] = {
    "Thu ngân sách năm 2022 đạt 900 tỷ đồng.": [("2022-01-01", "2022-12-31")],
    "Thu ngân sách 9 tháng đầu năm 2023 đạt 900 tỷ đồng.": [("2023-01-01", "2023-09-30")],
    "Tính đến ngày 31/10/2023, thu ngân sách đạt 900 tỷ đồng.": [("2023-01-01", "2023-10-31")],
    "Thu ngân sách đạt 900 tỷ đồng.": [Y2023],
    "Thu ngân sách đạt 900 tỷ đồng, tăng 4% so với năm 2021.": [Y2023, Y2023],
    "Thu ngân sách đạt 84% kế hoạch năm 2023.": [Y2023],
    "Năm 2023, thu ngân sách đạt 900 tỷ đồng, chi ngân sách đạt 700 tỷ đồng.": [Y2023, Y2023],
    # behind a topic a period heads its sentence all the same
    "Đối với công tác giảm nghèo, đến cuối năm 2022, quận đạt kết quả tốt. Toàn quận còn 41 hộ nghèo.": [
        ("2022-01-01", "2022-12-31")
    ],
    "Quý II/2023, thu ngân sách đạt 120 tỷ đồng. Trong quý, quận xử lý 212 trường hợp vi phạm trật tự đô thị.": [
        ("2023-04-01", "2023-06-30")
    ] * 2,
    "Số hộ nghèo 9 tháng là 80 hộ; dự kiến cuối năm còn 51 hộ.": [("2023-01-01", "2023-09-30"), Y2023],
    "9 tháng, thu ngân sách đạt 300 tỷ đồng. Kỳ họp cuối năm nghe báo cáo: chi ngân sách đạt 200 tỷ đồng.": [
        ("2023-01-01", "2023-09-30")
    ] * 2,
    "7 tháng năm 2023, quận thu thuế. Cùng kỳ, quận cấp 734 giấy phép xây dựng, tăng 4% so với 7 tháng năm 2022.": [
        ("2023-01-01", "2023-07-31")
    ] * 2,
    "7 tháng năm 2023, quận cấp 734 giấy phép xây dựng, cùng kỳ là 700 giấy phép.": [
        ("2023-01-01", "2023-07-31"), ("2022-01-01", "2022-07-31")
    ],
    "Trong giai đoạn 2016-2020, thu ngân sách đạt 4.100 tỷ đồng.": [("2016-01-01", "2020-12-31")],
    "Thu ngân sách năm 2021 đạt 700 tỷ đồng, năm 2022 đạt 800 tỷ đồng.": [
        ("2021-01-01", "2021-12-31"), ("2022-01-01", "2022-12-31")
    ],
    "Hoàn thành nông thôn mới năm 2019. Đến nay, 12 xã đạt nông thôn mới nâng cao.": [Y2023],
    "Huyện không còn hộ nghèo từ cuối năm 2022, hiện còn 189 hộ cận nghèo, chiếm 0,38%.": [Y2023, Y2023],
    # when something began is no time of the article's
    "Khi mới thành lập, thu ngân sách chỉ đạt 60 tỷ đồng, đến nay đạt 900 tỷ đồng.": [Y2023],
    "Năm 2003, quận ra đời. Khi mới tái lập, thu ngân sách đạt 60 tỷ đồng. Nay thu ngân sách đạt 900 tỷ đồng.": [
        ("2003-01-01", "2003-12-31"), Y2023
    ],
    "So với khi mới thành lập, thu ngân sách tăng gấp 12 lần.": [Y2023],
    "Từ khi bắt tay vào xây dựng nông thôn mới, thu ngân sách đạt 900 tỷ đồng.": [Y2023],
    "Tỷ lệ hộ nghèo từ 4,9% đầu nhiệm kỳ giảm còn 0,58%.": [("2020-01-01", "2020-12-31"), Y2023],
    "Tỷ lệ hộ nghèo giảm còn 0,58% vào cuối năm 2022.": [("2022-01-01", "2022-12-31")],
    "Tháng 8, thu ngân sách đạt 90 tỷ đồng, lũy kế đạt 900 tỷ đồng, bằng 71% dự toán.": [
        ("2023-08-01", "2023-08-31"), ("2023-01-01", "2023-08-31"), ("2023-01-01", "2023-08-31")
    ],
    "Tháng 8, thu ngân sách đạt 90 tỷ đồng; lũy kế 8 tháng đạt 900 tỷ đồng.": [
        ("2023-08-01", "2023-08-31"), ("2023-01-01", "2023-08-31")
    ],
    "Thu ngân sách lũy kế đạt 900 tỷ đồng.": [Y2023],
    # beside the sum since New Year the month itself
    "Thu ngân sách đạt 61 tỷ đồng, tăng 2% so với tháng trước; lũy kế 10 tháng đạt 905 tỷ đồng.": [
        ("2023-10-01", "2023-10-31"), ("2023-10-01", "2023-10-31"), ("2023-01-01", "2023-10-31")
    ],
    "Quý III, thu ngân sách đạt 300 tỷ đồng; lũy kế 9 tháng đạt 905 tỷ đồng.": [
        ("2023-07-01", "2023-09-30"), ("2023-01-01", "2023-09-30")
    ],
    "Thu ngân sách đạt 905 tỷ đồng. Lũy kế 10 tháng, chi ngân sách đạt 800 tỷ đồng.": [
        ("2023-01-01", "2023-10-31")
    ] * 2,
    "Thu nhập bình quân đầu người đạt 70 triệu đồng/năm, tăng nhiều so với năm 2020 (54 triệu đồng/năm).": [
        Y2023, ("2020-01-01", "2020-12-31")
    ],
    # what a level came from is of a time before
    "Số trường đạt chuẩn quốc gia tăng từ 38 trường lên 66 trường.": [Y2023],
    "So với năm 2020, số trường đạt chuẩn quốc gia tăng từ 38 trường lên 66 trường.": [Y2023],
    "Số hộ nghèo giảm từ 812 hộ năm 2020 xuống 47 hộ.": [("2020-01-01", "2020-12-31"), Y2023],
    "Kế hoạch 5 năm được giữ vững, thu ngân sách đạt 900 tỷ đồng.": [Y2023],
    "Thu ngân sách quý III/2023 đạt 210 tỷ đồng.": [("2023-07-01", "2023-09-30")],
    "Hai năm qua (2021-2022), thu ngân sách đạt 1.642 tỷ đồng.": [("2021-01-01", "2022-12-31")],
    "Quý đầu năm 2023, thu ngân sách đạt 310 tỷ đồng.": [("2023-01-01", "2023-03-31")],
    # an average of years is none of the year named last
    "Giai đoạn 2016-2020, quận phát triển khá. Thu ngân sách năm 2020 đạt 900 tỷ đồng. "
    "Thu ngân sách bình quân hàng năm đạt 742 tỷ đồng.": [("2020-01-01", "2020-12-31"), ("2016-01-01", "2020-12-31")],
    "Quận tạo việc làm cho 4.102 lao động. Năm ngoái, con số này là 3.870 lao động.": [
        Y2023, ("2022-01-01", "2022-12-31")
    ],
    "Nửa năm qua, thu ngân sách đạt 430 tỷ đồng.": [("2023-01-01", "2023-06-30")],
    "Xét riêng giai đoạn 2016-2020, quận phát triển khá; thu ngân sách đạt 4.100 tỷ đồng.": [
        ("2016-01-01", "2020-12-31")
    ],
    # spaces that a page has lost
    "Thu ngân sách năm 2022ước đạt842 tỷ đồng, tăng12%.": [("2022-01-01", "2022-12-31")] * 2,
    # the figure of the year that is compared with
    "Doanh thu du lịch 9 tháng đạt 930 tỷ đồng, so với 115 tỷ đồng của 9 tháng năm ngoái.": [
        ("2023-01-01", "2023-09-30"), ("2022-01-01", "2022-09-30")
    ],
    "Chi ngân sách 8 tháng là 640 tỷ đồng; nếu đặt cạnh 710 tỷ đồng của 8 tháng năm 2022 thì thấp hơn 9,9%.": [
        ("2023-01-01", "2023-08-31"), ("2022-01-01", "2022-08-31"), ("2023-01-01", "2023-08-31")
    ],
    "Năm ngoái, thu ngân sách của quận đạt 500 tỷ đồng.": [("2022-01-01", "2022-12-31")],
    "Thu ngân sách 6 tháng tăng 8% so với 6 tháng năm trước.": [("2023-01-01", "2023-06-30")],
    "Quận đón 877 doanh nghiệp thành lập mới, gấp 1,12 lần cùng kỳ, cùng với đó là 560 hộ kinh doanh thành lập mới.":
        [Y2023] * 3,
    # years that stand behind the figure; years and terms that are only mentioned
    "Quận giải quyết việc làm cho 18.400 lao động trong giai đoạn 2021-2023.": [("2021-01-01", "2023-12-31")],
    "Trong 3 năm 2021-2023, quận thu ngân sách 2.400 tỷ đồng, chi ngân sách 2.100 tỷ đồng.": [
        ("2021-01-01", "2023-12-31")
    ] * 2,
    "Triển khai chương trình giai đoạn 2021-2025, quận xây 12 trường; thu ngân sách đạt 900 tỷ đồng.": [Y2023],
    "Thu ngân sách đạt 900 tỷ đồng, cao nhất trong nhiệm kỳ; chi ngân sách đạt 700 tỷ đồng.": [Y2023] * 2,
    "Thu ngân sách đạt 900 tỷ đồng, cao nhất trong 5 năm qua; chi ngân sách đạt 700 tỷ đồng.": [Y2023] * 2,
    "9 tháng năm 2023, thu ngân sách đạt 700 tỷ đồng. Dự kiến đến cuối năm, tỷ lệ hộ nghèo còn 0,05%.": [
        ("2023-01-01", "2023-09-30"), Y2023
    ],
    # the amounts are no list: each has a period of its own
    "Doanh thu du lịch quý III ước đạt 310 tỷ đồng, 9 tháng ước đạt 890 tỷ đồng.": [
        ("2023-07-01", "2023-09-30"), ("2023-01-01", "2023-09-30")
    ],
    "Thu ngân sách tháng 9 là 41 tỷ đồng, 9 tháng là 490 tỷ đồng, cả năm ước 680 tỷ đồng.": [
        ("2023-09-01", "2023-09-30"), ("2023-01-01", "2023-09-30"), Y2023
    ],
    "Thu ngân sách năm 2022 và năm 2023 lần lượt đạt 842 tỷ đồng, 900 tỷ đồng.": [
        ("2022-01-01", "2022-12-31"), Y2023
    ],
    "Tổng chi ngân sách giai đoạn 2016-2020 9.047 tỷ đồng.": [("2016-01-01", "2020-12-31")],
    # the year before, told after this one
    "Năm 2023, thu ngân sách đạt 900 tỷ đồng; năm trước đó là 842 tỷ đồng.": [Y2023, ("2022-01-01", "2022-12-31")],
    "Thu ngân sách đạt 900 tỷ đồng, trong khi năm ngoái đạt 842 tỷ đồng.": [Y2023, ("2022-01-01", "2022-12-31")],
    "Thu ngân sách tăng 8% so với năm trước, đạt 900 tỷ đồng.": [Y2023] * 2,
    "Thu ngân sách 9 tháng đạt 700 tỷ đồng, vượt 3% chỉ tiêu cả năm.": [("2023-01-01", "2023-09-30")] * 2,
    # an aside about one month, a term that heads what follows, the plan's own period
    "Thu ngân sách 4 tháng đạt 745 tỷ đồng. Riêng tháng 4 ước 140 tỷ đồng. Chi ngân sách là 210 tỷ đồng.": [
        ("2023-01-01", "2023-04-30"), ("2023-04-01", "2023-04-30"), ("2023-01-01", "2023-04-30")
    ],
    "Đại hội đặt ra cho nhiệm kỳ 2020-2025 các mục tiêu: thu ngân sách tăng bình quân 10%/năm.": [
        ("2020-01-01", "2025-12-31")
    ],
    "Nhìn lại giai đoạn 2016-2020: thu ngân sách đạt 4.100 tỷ đồng.": [("2016-01-01", "2020-12-31")],
    "Bốn tháng đầu năm 2023, quận vững vàng. Trong 20 chỉ tiêu HĐND quận giao cho cả năm 2023, 12 chỉ tiêu hoàn thành.":
        [("2023-01-01", "2023-04-30")] * 2,
    "- 236 tỷ đồng: vốn đầu tư công đã giải ngân tính tới ngày 31/10, đạt 61% kế hoạch.": [
        ("2023-01-01", "2023-10-31")
    ] * 2,
    "Từ năm 2020 đến hết năm 2022, quận cấp 3.211 giấy phép xây dựng.": [("2020-01-01", "2022-12-31")],
    # what is found out is not of today
    "9 tháng năm 2022, quận phát hiện 57 trường hợp vi phạm trật tự xây dựng.": [("2022-01-01", "2022-09-30")],
    "Thu ngân sách đến ngày 30/11 đạt 900 tỷ đồng; chi ngân sách đến cùng thời điểm đạt 700 tỷ đồng.": [
        ("2023-01-01", "2023-11-30")
    ] * 2,
    "Thu ngân sách năm 2016 đạt 300 tỷ đồng, nay đã đạt 900 tỷ đồng. Chi ngân sách đạt 700 tỷ đồng.": [
        ("2016-01-01", "2016-12-31"), Y2023, Y2023
    ],
    "Mỗi năm quận tạo việc làm cho 9.500 lao động, 3 năm 2021-2023 là 27.600 lao động.": [
        Y2023, ("2021-01-01", "2023-12-31")
    ],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(PERIODS, observe_each(PERIODS), strict=True))


@pytest.mark.parametrize("sentence", PERIODS)
def test_the_nearest_period_in_force_governs(sentence: str) -> None:
    assert [days(said) for said in told()[sentence]] == PERIODS[sentence]


@pytest.mark.parametrize(
    ("on", "period"),
    [
        (date(2023, 12, 5), ("2023-01-01", "2023-12-31")),
        (date(2023, 11, 20), ("2023-01-01", "2023-12-31")),
        (date(2024, 1, 8), ("2023-01-01", "2023-12-31")),
    ],
)
def test_an_article_that_sums_up_without_a_year_speaks_of_the_year_that_ends(
    on: date, period: tuple[str, str]
) -> None:
    [said] = observe("Thu ngân sách cả năm đạt 900 tỷ đồng.", on=on)
    assert days(said) == period


def test_from_one_level_to_another_are_two_years() -> None:
    said = observe("Tỷ lệ hộ nghèo giảm từ 1,2% năm 2021 xuống còn 0,4% năm 2023.")
    assert [(one.value, days(one)[1]) for one in said] == [(1.2, "2021-12-31"), (0.4, "2023-12-31")]


def test_a_period_of_the_paragraph_governs_its_later_sentences() -> None:
    said = observe(
        "Chín tháng năm 2023, quận có nhiều nỗ lực. Thu ngân sách đạt 900 tỷ đồng. Chi ngân sách đạt 700 tỷ đồng."
    )
    assert {days(one) for one in said} == {("2023-01-01", "2023-09-30")}


def test_five_years_are_the_term_in_the_year_of_a_congress() -> None:
    body = "Nhiệm kỳ 2015-2020 khép lại. Trong 5 năm, quận thu ngân sách 9.000 tỷ đồng."
    [said] = observe(body, on=date(2020, 7, 20))
    assert days(said) == ("2015-01-01", "2020-12-31")


def test_a_day_that_one_of_many_figures_is_told_up_to_ends_with_it() -> None:
    text = (
        "6 tháng đầu năm, thu ngân sách đạt 500 tỷ đồng; thu cố định đến ngày 15/7 đạt 101 tỷ đồng. "
        "Chi ngân sách đạt 300 tỷ đồng."
    )
    assert [days(one)[1] for one in observe(text)] == ["2023-06-30", "2023-07-15", "2023-06-30"]


def test_a_plan_of_the_same_period_is_no_base() -> None:
    [said] = observe("Các chỉ tiêu đều vượt kế hoạch cùng kỳ: Thu ngân sách đạt 500 tỷ đồng.")
    assert days(said) == ("2023-01-01", "2023-12-31")


def test_an_article_without_a_date_reports_on_its_latest_year_that_is_not_planned() -> None:
    body = (
        "Năm 2022, thu ngân sách đạt 800 tỷ đồng. Năm 2023, quận giữ vững đà tăng. Quận cấp 210 giấy phép xây dựng. "
        "Năm 2024, quận phấn đấu thu ngân sách 950 tỷ đồng."
    )
    found = {said.value: said.period[0].year for said in observe(body, on=None)}
    assert found == {800: 2022, 210: 2023, 950: 2024}


def test_a_contrast_with_another_year_ends_with_its_clause() -> None:
    text = "Thu ngân sách đạt 3.312 tỷ đồng, trong khi năm 2019 quận thu 2.704 tỷ đồng. Chi ngân sách đạt 900 tỷ đồng."
    assert [(one.value, one.period[0].year) for one in observe(text)] == [
        (3312.0, 2023),
        (2704.0, 2019),
        (900.0, 2023),
    ]


def test_the_end_of_the_year_is_that_of_the_year_planned_for() -> None:
    text = "Năm 2024, quận giữ đà tăng. Toàn quận phấn đấu số hộ nghèo đến cuối năm còn 210 hộ."
    assert [one.period[1].year for one in observe(text)] == [2024]


def test_a_year_named_in_passing_ends_with_its_sentence() -> None:
    text = "Huyện có xã mới, xã Thọ Vực đạt chuẩn kiểu mẫu năm 2022. Giá trị sản xuất công nghiệp tăng 14,8%."
    assert [one.period[1].year for one in observe(text)] == [2023]


def test_now_is_when_it_is_told_not_the_year_of_the_headline() -> None:
    title = "Thẩm định huyện Mê Linh đạt chuẩn nông thôn mới năm 2021"
    said = observe("Đến nay, huyện có 15 xã đạt chuẩn nông thôn mới.", title=title, on=date(2022, 11, 12))
    assert [one.period[1].year for one in said] == [2022]


def test_the_whole_year_of_one_figure_ends_with_its_sentence() -> None:
    text = (
        "Kinh tế 9 tháng ổn định.\nChi ngân sách cả năm ước đạt 700 tỷ đồng. Thu ngân sách đạt 640 tỷ đồng."
    )
    said = observe(text, title="Huyện Mê Linh: kinh tế 9 tháng năm 2023", on=date(2023, 10, 10))
    assert [one.period[1] for one in said] == [date(2023, 12, 31), date(2023, 9, 30)]


def test_a_term_looked_back_at_is_the_one_that_ends() -> None:
    text = "Nhìn lại nhiệm kỳ qua, huyện đạt và vượt 18/18 chỉ tiêu Nghị quyết Đại hội."
    said = observe(text, title="Đại hội Đảng bộ huyện Mê Linh", on=date(2020, 6, 15))
    assert {one.period for one in said} == {(date(2015, 1, 1), date(2020, 12, 31))}


def test_this_year_so_far_ends_with_the_month_that_is_reported_on() -> None:
    month = "Trong tháng 8, giá trị sản xuất nông nghiệp đạt 310 tỷ đồng."
    said = observe(f"{month} Nâng tổng giá trị từ đầu năm đến nay lên 2.480 tỷ đồng.", on=date(2023, 8, 28))
    assert [(one.value, one.period) for one in said] == [
        (310, (date(2023, 8, 1), date(2023, 8, 31))),
        (2480, (date(2023, 1, 1), date(2023, 8, 31))),
    ]


def test_a_heading_has_the_years_of_the_paragraph_below_it() -> None:
    title, on = "Đại hội Đảng bộ huyện Mê Linh", date(2015, 8, 12)
    said = observe(
        "Huyện họp.\nTrong 5 năm qua, kinh tế phát triển, thu ngân sách đạt 900 tỷ đồng.", title=title, on=on
    )
    assert {one.period for one in said} == {(date(2010, 1, 1), date(2015, 12, 31))}
    heading = Article(
        "17/18 chỉ tiêu đạt và vượt\nTrong 5 năm qua, kinh tế phát triển.", title, on, "heading"
    )
    below = said_by(extract_articles([heading]))
    assert {one.period for one in below} == {(date(2010, 1, 1), date(2015, 12, 31))}


def test_a_year_aimed_at_by_the_way_ends_with_its_sentence() -> None:
    title, on = "Quận Hà Đông sơ kết 9 tháng năm 2023", date(2023, 10, 5)
    text = "Thu ngân sách đạt 371 tỷ đồng và quận phấn đấu năm 2023 đạt 450 tỷ đồng. Có 31 trường đạt chuẩn quốc gia."
    said = observe(text, title=title, on=on)
    assert [one.period[1] for one in said] == [date(2023, 9, 30), date(2023, 12, 31), date(2023, 9, 30)]


def test_the_year_of_an_award_is_no_figure_s() -> None:
    text = (
        "Huyện được công nhận nông thôn mới năm 2020; có thêm sản phẩm OCOP; thu ngân sách đạt 640 tỷ đồng."
    )
    assert [one.period[1].year for one in observe(text)] == [2023]
    text = "Huyện có 12 xã được công nhận nông thôn mới năm 2020; thu ngân sách năm 2023 đạt 640 tỷ đồng."
    assert [one.period[1].year for one in observe(text)] == [2020, 2023]
