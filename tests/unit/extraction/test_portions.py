"""Portions: parts of a whole told before are of the whole's time."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.observing import observe

TOTAL = "Tính đến ngày 20/11, tổng thu ngân sách nhà nước trên địa bàn quận là 8.000 tỷ đồng."
AFTER = "Cả năm 2022, quận có 2.011 doanh nghiệp thành lập mới."
UP_TO, YEAR = date(2022, 11, 20), date(2022, 12, 31)


def ends(parts: str) -> list[date]:
    """The last days of the figures of a paragraph between the total and a year."""
    said = observe(f"{TOTAL}\n{parts}\n{AFTER}", on=date(2022, 12, 26))
    return [one.period[1] for one in said if one.indicator not in ("state_budget_revenue", "enterprises_new")]


@pytest.mark.parametrize(
    "parts",
    [
        "Trong tổng số này, thu từ thuế là 6.000 tỷ đồng; thu tiền sử dụng đất 410 tỷ đồng.",
        "Trong số đó, thu tiền sử dụng đất là 410 tỷ đồng.",
        "Thu thuế đạt 6.120 tỷ đồng, chiếm 76,5% tổng thu.",
        "Thu tiền sử dụng đất đạt 400 tỷ đồng, chiếm 5% tổng thu ngân sách.",
    ],
)
def test_parts_have_the_cut_off_of_their_whole(parts: str) -> None:
    assert set(ends(parts)) == {UP_TO}


@pytest.mark.parametrize(
    "parts",
    [
        "Thu thuế đạt 6.120 tỷ đồng, chiếm 71,2% tổng thu.",  # of another total
        "Năm 2022, thu thuế đạt 6.120 tỷ đồng, chiếm 76,5% tổng thu.",
        "Thu thuế đạt 6.120 tỷ đồng.",
        "Cụ thể hơn, thu thuế đạt 6.120 tỷ đồng.",
    ],
)
def test_what_is_no_part_of_it_has_its_own_time(parts: str) -> None:
    assert set(ends(parts)) == {YEAR}
