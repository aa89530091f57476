"""Spans: the days, months, years and terms that a text names, and how far each of them is what is reported on."""

from __future__ import annotations

from datetime import date

from tests.support.observing import days, observe

JULY = date(2024, 7, 4)
LATER = "Tỷ lệ hộ nghèo còn 0,6%."


def test_what_is_told_until_the_beginning_of_a_month() -> None:
    [said] = observe("Tính đến đầu tháng 7/2019, thu ngân sách đạt 464 tỷ đồng.", on=None)
    assert days(said) == ("2019-01-01", "2019-07-01")


def test_an_average_of_an_anniversary_is_of_the_years_that_it_counts() -> None:
    title = "Quận Hà Đông kỷ niệm 20 năm thành lập (2003 - 2023)"
    said = observe(
        "Giá trị sản xuất tăng bình quân 15%/năm. Thu ngân sách đạt 900 tỷ đồng.", title=title, on=None
    )
    assert [days(one) for one in said] == [("2003-01-01", "2023-12-31"), ("2023-01-01", "2023-12-31")]


def test_a_day_to_come_is_no_end_of_a_report() -> None:
    text = f"Hội chợ của quận mở đến hết ngày 15-7-2024.\n{LATER}"
    [said] = observe(text, on=JULY)
    assert days(said) == ("2024-01-01", "2024-12-31")


def test_a_resolution_of_a_congress_dates_nothing() -> None:
    text = (
        "Quận sơ kết thực hiện Nghị quyết Đại hội Đảng bộ quận nhiệm kỳ 2020-2025.\nTỷ lệ hộ nghèo còn 0,6%."
    )
    assert [one.period[1].year for one in observe(text, on=None)] != [2020]


def test_conscripts_leave_in_the_year_in_which_it_is_told() -> None:
    said = observe(
        "Sáng 27/2, các quận tổ chức lễ giao, nhận quân. Quận giao quân đạt 100% chỉ tiêu. Dân số quận là 390.000.",
        on=date(2024, 2, 27),
    )
    assert [(one.value, one.status, one.period[1].year) for one in said] == [
        (100, "actual", 2024),
        (390_000, "actual", 2024),
    ]


def test_a_day_that_an_article_opens_with_is_what_it_reports_up_to() -> None:
    said = observe(
        "Đến hết ngày 15/11/2023, toàn thành phố giải ngân 46.785 tỷ đồng.\n"
        "Quận Hà Đông giải ngân vốn đầu tư công 742,5 tỷ đồng.\nBình quân cả nước sau 10 tháng đạt 52%.",
        on=date(2023, 11, 19),
    )
    assert [one.period[1] for one in said] == [date(2023, 11, 15)]


def test_a_day_behind_another_time_is_of_its_figure_only() -> None:
    said = observe(
        "Thu ngân sách quận tháng 10/2022 đạt 903 tỷ đồng; lũy kế đến 10/11 là 11.320 tỷ đồng.\n"
        "Trong 10 tháng, quận có 1.905 doanh nghiệp thành lập mới.\nCấp mới 121 giấy phép xây dựng.",
        on=date(2022, 11, 18),
    )
    assert [one.period[1] for one in said][-1] == date(2022, 10, 31)


def test_five_years_are_those_that_the_article_names() -> None:
    said = observe(
        "Giai đoạn 2016-2020, thu ngân sách tăng bình quân 12%/năm.\nChi đầu tư phát triển 5 năm là 3.800 tỷ đồng.",
        on=date(2020, 8, 1),
    )
    assert [one.period[0].year for one in said] == [2016, 2016]


def test_a_year_that_is_estimated_is_the_one_that_an_undated_article_is_told_in() -> None:
    text = (
        "Năm 2020, thu ngân sách đạt 700 tỷ đồng. Năm 2020, chi ngân sách đạt 600 tỷ đồng. "
        "Ước hết năm 2021, tỷ lệ hộ nghèo còn 0,4%."
    )
    assert [(one.status, one.period[1].year) for one in observe(text, on=None)] == [
        ("actual", 2020),
        ("actual", 2020),
        ("estimate", 2021),
    ]


def test_five_years_past_are_the_term_before_the_one_that_a_congress_opens() -> None:
    text = (
        "Theo nghị quyết Đại hội Đảng bộ huyện lần thứ 20, nhiệm kỳ 2020-2025, trong 5 năm qua, kinh tế tăng trưởng "
        "bình quân 9,1%. Hết năm 2020, 12 xã đạt chuẩn nông thôn mới, bằng mục tiêu nhiệm kỳ 2015-2020."
    )
    assert [one.period[0].year for one in observe(text, on=None)] == [2015, 2020]


def test_a_year_that_is_told_of_in_its_midst_is_so_far() -> None:
    text = "Đến nay, thu ngân sách đạt 421 tỷ đồng, bằng 62% dự toán. Tỷ lệ hộ nghèo còn 0,6%."
    said = observe(text, on=date(2023, 8, 21))
    assert [one.period[1] for one in said] == [date(2023, 8, 21), date(2023, 8, 21), date(2023, 12, 31)]
    assert {one.period[1] for one in observe(text, on=date(2023, 12, 21))} == {date(2023, 12, 31)}


def test_what_is_told_since_new_year_is_not_of_the_year_before() -> None:
    text = "Từ đầu năm đến nay, thu ngân sách đạt 410 tỷ đồng. Tỷ lệ hộ nghèo cuối năm 2022 còn 0,31%."
    said = observe(text, title="UBND quận Hà Đông họp", on=date(2023, 9, 12), role="lead")
    assert [one.period[0].year for one in said] == [2023, 2022]


def test_what_is_left_of_a_year_and_its_tasks_are_no_time_of_results() -> None:
    lead = "Quận họp đánh giá quý III, rà soát các chỉ tiêu còn lại của năm 2020.\n9 tháng đầu năm, quận nỗ lực.\n"
    [said] = observe(lead + "Thu ngân sách đạt 305 tỷ đồng.", on=None)
    assert days(said) == ("2020-01-01", "2020-09-30")
    head = "Báo cáo kết quả 9 tháng đầu năm 2023, nhiệm vụ trọng tâm 3 tháng cuối năm 2023, quận cho biết: "
    [said] = observe(head + "giá trị sản xuất tăng 10,5%.")
    assert (said.status, days(said)) == ("actual", ("2023-01-01", "2023-09-30"))


def test_a_plan_of_another_year_is_not_what_an_undated_article_reports_on() -> None:
    text = "Năm 2021, quận vững vàng. Giá trị sản xuất tăng 6,2%, kế hoạch năm 2022 tăng 9,5%."
    said = observe(text, title="UBND quận Hà Đông họp", on=None)
    assert [(one.status, one.period[0].year) for one in said] == [("actual", 2021), ("target", 2022)]


def test_nothing_is_aimed_at_for_a_time_that_is_over() -> None:
    text = "Sau 9 tháng, giá trị sản xuất đạt 8.710 tỷ đồng. Quận phấn đấu thu ngân sách đạt 900 tỷ đồng."
    said = observe(text, on=date(2023, 10, 3))
    assert [(one.status, one.period[1]) for one in said] == [
        ("actual", date(2023, 9, 30)),
        ("target", date(2023, 12, 31)),
    ]


def test_a_headline_may_tell_its_time_without_a_digit() -> None:
    text = "Thu ngân sách đạt 890 tỷ đồng."
    [said] = observe(text, title="Quận Hà Đông: Quý I, kinh tế tăng trưởng khá", on=date(2022, 4, 5))
    assert days(said) == ("2022-01-01", "2022-03-31")
    [said] = observe(text, title="Quận Hà Đông sơ kết sáu tháng đầu năm", on=date(2022, 7, 5))
    assert days(said) == ("2022-01-01", "2022-06-30")


def test_the_year_past_is_the_one_before_until_june() -> None:
    [said] = observe("Năm vừa qua, thu ngân sách đạt 890 tỷ đồng.", on=date(2024, 4, 12))
    assert said.period[0].year == 2023
