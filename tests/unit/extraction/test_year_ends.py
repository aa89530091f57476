"""Year ends: what a December article sums up, whatever months it reports on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.observing import observe

MONTHS = "11 tháng năm 2022, quận thu tiền sử dụng đất 530 tỷ đồng."
NOVEMBER, YEAR = date(2022, 11, 30), date(2022, 12, 31)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Quận có 17/19 chỉ tiêu đạt, tổng giá trị sản xuất tăng 8,4%.", [YEAR] * 3),
        ("Thu nhập bình quân đạt 62 triệu đồng/người/năm.", [YEAR]),
        ("Ban Kinh tế ghi nhận 21/23 chỉ tiêu hoàn thành.", [YEAR] * 2),
        ("Chi ngân sách đạt 610 tỷ đồng.", [NOVEMBER]),
        ("Thu thuế đạt 610 tỷ đồng, thu nhập bình quân 62 triệu đồng/người/năm.", [NOVEMBER, YEAR]),
        ("Sau 11 tháng, quận có 17/19 chỉ tiêu đạt.", [NOVEMBER] * 2),
    ],
)
def test_december_sums_up_its_year_in_what_is_counted_by_the_year(text: str, ends: list[date]) -> None:
    said = observe(f"{MONTHS}\n{text}", on=date(2022, 12, 7))
    assert [one.period[1] for one in said][1:] == ends


def test_november_does_not_yet() -> None:
    said = observe(f"{MONTHS}\nQuận có 17/19 chỉ tiêu đạt.", on=NOVEMBER)
    assert {one.period[1] for one in said} == {NOVEMBER}
