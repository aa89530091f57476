"""Terms and other spans of several years: reviews of a congress, of a programme, of a resolution."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.observing import observe

TERM, OLD_TERM = ("2020-01-01", "2025-12-31"), ("2015-01-01", "2020-12-31")
SPAN = ("2016-01-01", "2020-12-31")


def periods_told(text: str, on: date) -> list[tuple[str, str]]:
    return [(one.period[0].isoformat(), one.period[1].isoformat()) for one in observe(text, on=on)]


@pytest.mark.parametrize(
    ("text", "on", "told"),
    [
        # between commas it is when it happened
        ("Báo cáo nêu rõ, 5 năm qua, quận hoàn thành 20/20 chỉ tiêu.", date(2020, 7, 1), [OLD_TERM] * 2),
        ("Bí thư cho biết, cả nhiệm kỳ, quận hoàn thành 20/20 chỉ tiêu.", date(2025, 4, 1), [TERM] * 2),
        ("Về đầu tư, cả nhiệm kỳ, quận chi đầu tư phát triển 900 tỷ đồng.", date(2025, 4, 1), [TERM]),
        ("Từ đầu nhiệm kỳ đến nay, quận thu ngân sách 9.300 tỷ đồng.", date(2024, 8, 1), [TERM]),
        ("Trong nửa đầu nhiệm kỳ, quận thu ngân sách 4.300 tỷ đồng.", date(2023, 6, 1), [TERM]),
        # what stands at one time is that of the telling, not of a term that is under way
        (
            "Trong nửa nhiệm kỳ vừa qua, quận thu ngân sách 4.300 tỷ đồng; thu nhập bình quân đầu người 61 triệu đồng.",
            date(2023, 6, 1),
            [TERM, ("2023-01-01", "2023-12-31")],
        ),
        (
            "Tốc độ tăng bình quân giá trị sản xuất giai đoạn 2011-2018 lĩnh vực nông nghiệp là 2,7%/năm.",
            date(2019, 12, 4),
            [("2011-01-01", "2018-12-31")],
        ),
        (
            "Tổng thu ngân sách trên địa bàn giai đoạn 2016-2020 ước đạt 2.540 tỷ đồng.",
            date(2020, 7, 1),
            [SPAN],
        ),
        # the span that was named before
        (
            "Giai đoạn 2016-2020, quận chi ngân sách 800 tỷ đồng. Tính chung cả giai đoạn, thu ngân sách 900 tỷ đồng.",
            date(2021, 4, 1),
            [SPAN] * 2,
        ),
        (
            "Giai đoạn 2016-2020, quận chi ngân sách 800 tỷ đồng. 5 năm qua, quận tạo việc làm cho 9.000 lao động.",
            date(2021, 4, 1),
            [SPAN] * 2,
        ),
        (
            "Nhiệm kỳ 2015-2020, quận hoàn thành 17/17 chỉ tiêu.\nGiá trị sản xuất tăng bình quân 13,6%.",
            date(2020, 7, 1),
            [OLD_TERM] * 3,
        ),
        (
            "Trong nhiệm kỳ qua, quận có nhiều đổi mới. Tổng giá trị sản xuất năm 2020 đạt 9.000 tỷ đồng; tốc độ tăng "
            "trưởng kinh tế bình quân hằng năm đạt 9,2%.",
            date(2020, 7, 1),
            [("2020-01-01", "2020-12-31"), OLD_TERM],
        ),
        (
            "Mục tiêu phát triển kinh tế - xã hội của quận giai đoạn 2016-2020:\n- Thu ngân sách tăng 9%/năm;\n"
            "- Giá trị sản xuất tăng 8%/năm.",
            date(2020, 7, 1),
            [SPAN] * 2,
        ),
        # when something began is not the period of what follows
        (
            "Từ cuối năm 2018, quận không còn hộ nghèo. Quận có 24 trường đạt chuẩn quốc gia.",
            date(2020, 7, 1),
            [("2020-01-01", "2020-12-31")],
        ),
        # a level that stands for one year keeps its own
        (
            "Nhiệm kỳ 2015-2020, quận hoàn thành 17/17 chỉ tiêu.\nThu nhập bình quân đầu người đạt 61 triệu đồng/năm.",
            date(2020, 7, 1),
            [OLD_TERM, OLD_TERM, ("2020-01-01", "2020-12-31")],
        ),
        (
            "Đại hội lần thứ XXIX, nhiệm kỳ 2020-2025, khai mạc khi quận đã thu ngân sách 900 tỷ đồng.",
            date(2020, 7, 1),
            [("2020-01-01", "2020-07-01")],
        ),
    ],
)
def test_a_span_governs_what_happened_in_it(text: str, on: date, told: list[tuple[str, str]]) -> None:
    assert periods_told(text, on) == told


@pytest.mark.parametrize(
    ("text", "on", "statuses"),
    [
        ("Nhiệm kỳ 2020-2025, giá trị sản xuất tăng bình quân 12%/năm.", date(2020, 8, 1), ["target"]),
        ("Nhiệm kỳ 2020-2025, giá trị sản xuất tăng bình quân 12%/năm.", date(2024, 8, 1), ["actual"]),
        ("Giai đoạn 2021-2025, giá trị sản xuất tăng bình quân 12%/năm.", date(2023, 8, 1), ["actual"]),
        ("5 năm tới, giá trị sản xuất tăng bình quân 12%/năm.", date(2020, 8, 1), ["target"]),
    ],
)
def test_a_term_that_begins_is_planned(text: str, on: date, statuses: list[str]) -> None:
    assert [one.status for one in observe(text, on=on)] == statuses


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thu ngân sách tăng mạnh, từ 2.180 tỷ đồng năm 2015 lên 6.940 tỷ đồng năm 2019.", [2180, 6940]),
        ("Thu ngân sách tăng mạnh, từ 2.180 tỷ đồng lên 6.940 tỷ đồng.", [6940]),
        ("Thu ngân sách luôn vượt dự toán: năm 2021 đạt 970 tỷ đồng, năm 2022 đạt 998 tỷ đồng.", [970, 998]),
        ("Giá trị sản xuất bình quân mỗi năm tăng 9%.", [9]),
        ("Giá trị sản xuất bình quân trên 1ha đạt 165 triệu đồng, tăng 9%.", []),
    ],
)
def test_levels_and_averages_of_a_review(text: str, values: list[float]) -> None:
    assert [one.value for one in observe(text)] == values


CONGRESS = """Đảng bộ quận vừa tổ chức thành công Đại hội lần thứ II, nhiệm kỳ 2020 - 2025.
5 năm qua, thu ngân sách đạt 27.412 tỷ đồng. Đến nay, 36/42 trường công lập đạt chuẩn quốc gia.
Bước vào nhiệm kỳ mới, Đảng bộ quận xác định các chỉ tiêu:
Giá trị sản xuất tăng bình quân 13%/năm; đến năm 2025, 100% trường công lập đạt chuẩn quốc gia.
Tỷ lệ bao phủ bảo hiểm y tế đạt 95% vào cuối nhiệm kỳ."""


def test_an_undated_report_of_a_congress_is_of_the_year_in_which_a_term_begins() -> None:
    told = observe(CONGRESS, on=None)
    assert [(one.value, one.period[0].year, one.period[1].year) for one in told] == [
        (27412, 2015, 2020), (36, 2020, 2020), (13, 2020, 2025), (100, 2025, 2025), (95, 2025, 2025)
    ]  # fmt: skip


def test_what_is_aimed_at_on_average_ends_with_the_year_of_the_aims() -> None:
    text = "Đại hội đề ra các chỉ tiêu đến năm 2025: thu nhập 80 triệu đồng/năm; thu ngân sách tăng bình quân 10%/năm."
    assert [one.period[1].year for one in observe(text, on=date(2020, 8, 24))] == [2025, 2025]


def test_aims_of_a_congress_without_a_year_are_of_the_term_that_it_opens() -> None:
    text = (
        "Đại hội Đảng bộ quận nhiệm kỳ 2020-2025 thành công.\nMột số chỉ tiêu: giá trị sản xuất tăng 12,5%."
    )
    for on in (date(2020, 8, 24), None):
        [said] = observe(text, on=on)
        assert (said.status, said.period[0].year, said.period[1].year) == ("target", 2020, 2025)


def test_a_year_that_is_looked_ahead_to_dates_no_report() -> None:
    text = "Năm 2022, kinh tế khởi sắc, tạo tiền đề cho quận bứt phá trong năm 2023.\nThu ngân sách đạt 900 tỷ đồng."
    [said] = observe(text, on=None)
    assert said.period[1].year == 2022
