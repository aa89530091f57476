"""Periods: the spans of time that a text names, and their first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.steps import read_periods


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("năm 2023", "2023-01-01", "2023-12-31"),
        ("cả năm 2022", "2022-01-01", "2022-12-31"),
        ("6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("sáu tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
        ("nửa đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("trong ba năm 2021, 2022 và 2023", "2021-01-01", "2023-12-31"),
        ("9 tháng năm 2021", "2021-01-01", "2021-09-30"),
        ("11 tháng của năm 2021", "2021-01-01", "2021-11-30"),
        ("quý III/2021", "2021-07-01", "2021-09-30"),
        ("quí III/2021", "2021-07-01", "2021-09-30"),
        ("quý 1 năm 2022", "2022-01-01", "2022-03-31"),
        ("quý IV/2021", "2021-10-01", "2021-12-31"),
        ("tháng 10/2024", "2024-10-01", "2024-10-31"),
        ("tháng 2 năm 2024", "2024-02-01", "2024-02-29"),
        ("đến ngày 31-10-2024", "2024-01-01", "2024-10-31"),
        ("tính đến ngày 15/11/2023", "2023-01-01", "2023-11-15"),
        ("lũy kế đến 15/11/2023", "2023-01-01", "2023-11-15"),
        ("đến hết tháng 10/2022", "2022-01-01", "2022-10-31"),
        ("đến hết quý II/2022", "2022-01-01", "2022-06-30"),
        ("giai đoạn 2016-2020", "2016-01-01", "2020-12-31"),
        ("giai đoạn 2016 2020", "2016-01-01", "2020-12-31"),  # a page has lost the dash
        ("giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
        ("nhiệm kỳ 2020-2025", "2020-01-01", "2025-12-31"),
        ("trong giai đoạn 2021-2023", "2021-01-01", "2023-12-31"),
        ("trong 3 năm 2021-2023", "2021-01-01", "2023-12-31"),
        ("ba năm (2021-2023", "2021-01-01", "2023-12-31"),
        ("lũy kế 5 năm 2020-2024", "2020-01-01", "2024-12-31"),
        ("từ năm 2021 đến năm 2023", "2021-01-01", "2023-12-31"),
        ("từ ngày 1/3 đến ngày 31/5/2023", "2023-03-01", "2023-05-31"),
        ("từ 15-12-2022 đến hết ngày 14-6-2023", "2022-12-15", "2023-06-14"),
        ("tại thời điểm 30/11/2023", "2023-01-01", "2023-11-30"),
        ("vào cuối năm 2019", "2019-01-01", "2019-12-31"),
        ("hai tháng đầu năm 2023", "2023-01-01", "2023-02-28"),
    ],
)
def test_a_written_period_has_its_first_and_last_day(text: str, start: str, end: str) -> None:
    [found] = read_periods(f"Kết quả {text}, quận thu ngân sách tốt.")
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("6 tháng đầu năm", "2024-06-30"),
        ("11 tháng", "2024-11-30"),
        ("quý III", "2024-09-30"),
        ("năm nay", "2024-12-31"),
        ("tính đến ngày 31/10", "2024-10-31"),
        ("đến hết tháng 9", "2024-09-30"),
        ("đến cuối năm", "2024-12-31"),
        ("hai tháng", "2024-02-29"),
    ],
)
def test_a_year_that_is_not_written_is_the_article_s(text: str, end: str) -> None:
    [found] = read_periods(f"Trong {text}, quận thu ngân sách tốt.", year=2024)
    assert found.end == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("year", "start"), [(2020, date(2015, 1, 1)), (2025, date(2020, 1, 1)), (2023, None)]
)
def test_five_years_are_those_of_the_term_that_ends(year: int, start: date | None) -> None:
    [found] = read_periods("Trong 5 năm, quận thu ngân sách tốt.", year=year)
    assert found.start == start


@pytest.mark.parametrize(
    "text",
    [
        "đến ngày 31/2/2023",
        "từ ngày 31/2/2023 đến ngày 14/5/2023",
        "tháng 13/2023",
        "đến ngày 0/5/2023",
        "đến hết tháng 40/2023",
    ],
)
def test_a_day_that_does_not_exist_dates_nothing(text: str) -> None:
    assert all(found.start is None or found.end is None for found in read_periods(text))


@pytest.mark.parametrize("text", ["số 20231", "công văn 2023a", "12.2023 tỷ đồng", "dài 2023m"])
def test_digits_inside_a_longer_word_are_no_year(text: str) -> None:
    assert read_periods(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "đóng theo kỳ 4 tháng hoặc 8 tháng",
        "thời hạn đóng là 6 tháng",
        "phạt tù 9 tháng đối với chủ mỏ",
        "khám cho trẻ dưới 36 tháng tuổi",
        "ngày mùng 9 tháng Giêng",
        "từ mùng 6 tháng Giêng đến hết tháng 3 âm lịch",
        "rằm tháng 7, chùa mở hội",
    ],
)
def test_how_long_it_takes_and_the_lunar_year_are_no_periods(text: str) -> None:
    assert read_periods(text) == []


@pytest.mark.parametrize(
    "text", ["trong 9 tháng", "thời gian 9 tháng đầu năm", "so với cùng kỳ, 9 tháng tăng 3%"]
)
def test_months_of_the_year_are_periods(text: str) -> None:
    assert [found.end for found in read_periods(text, year=2023)] == [date(2023, 9, 30)]
