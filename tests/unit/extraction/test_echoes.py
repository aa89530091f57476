"""Echoes: figures of a headline that the text says again."""

from __future__ import annotations

import pytest

from tests.support.observing import observe

BODY = (
    "Năm 2022, thu ngân sách của quận đạt 5.606 tỷ đồng, bằng 112,4% dự toán thành phố giao.\n"
    "9 tháng năm 2023, chi ngân sách đạt 700 tỷ đồng."
)


@pytest.mark.parametrize(
    ("title", "year", "basis"),
    [
        ("Quận Hà Đông: Thu ngân sách đạt 112,4% dự toán", 2022, "city"),
        ("Quận Hà Đông: Thu ngân sách đạt hơn 112% dự toán", 2022, "city"),
        ("Quận Hà Đông: Thu ngân sách đạt hơn 5.600 tỷ đồng", 2022, None),
        ("Quận Hà Đông: Thu ngân sách đạt 98% dự toán", 2023, "plan"),
        ("Quận Hà Đông: Năm 2021 thu ngân sách đạt hơn 5.600 tỷ đồng", 2021, None),
    ],
)
def test_a_headline_is_of_the_time_and_plan_of_what_it_repeats(
    title: str, year: int, basis: str | None
) -> None:
    [first, *_] = observe(BODY, title=title)
    assert (first.period[1].year, first.basis) == (year, basis)
