"""Who is spoken of behind a sentence about another: the district once more, the next one, or still the other."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

ZONE = "Khu công nghiệp Phú Nghĩa đón thêm 6 dự án."
COMPANY = "Công ty Sao Vàng mở rộng nhà xưởng."
COMMUNE = "Xã Phú Nghĩa đón thêm 6 dự án."
EXPORT = "Kim ngạch xuất khẩu của các doanh nghiệp trên địa bàn đạt 640 triệu USD, tăng 4,1%."
SECTORS = "Giá trị sản xuất công nghiệp - xây dựng tăng 8,3%; thương mại, dịch vụ tăng 10,2%."
EXPORTED = [("export_value", 640.0), ("export_value", 4.1)]
GROWN = [("gross_output_industry_construction", 8.3), ("gross_output_trade_services", 10.2)]

SAID: dict[str, list[tuple[str, float]]] = {
    # what all there are exported, and what no company reports of itself
    f"{ZONE} {EXPORT} {SECTORS}": EXPORTED + GROWN,
    f"{COMMUNE} {EXPORT}": EXPORTED,
    f"{COMPANY} {SECTORS}": GROWN,
    f"{COMPANY} Thu ngân sách trên địa bàn đạt 900 tỷ đồng.": [("state_budget_revenue", 900)],
    # the company's own, the commune's own
    f"{COMPANY} Kim ngạch xuất khẩu đạt 30 triệu USD.": [],
    f"{COMMUNE} Tổng giá trị sản xuất đạt 900 tỷ đồng.": [],
    f"{COMMUNE} Thu ngân sách đạt 12 tỷ đồng.": [],
    f"{COMMUNE} Giá trị sản xuất công nghiệp - xây dựng tăng 8,3%.": [],
    # households in business, as notices write them
    "Hộ KD đăng ký mới: 295 hộ": [("household_businesses_new", 295)],
    "Số hộ KD cấp mới: 297 hộ": [("household_businesses_new", 297)],
    "Toàn quận có 4.500 hộ KD đang hoạt động.": [("household_businesses_active", 4500)],
    "Cấp mới 120 doanh nghiệp và 465 hộ KD.": [("enterprises_new", 120), ("household_businesses_new", 465)],
}


@cache
def each() -> dict[str, list[Said]]:
    return dict(zip(SAID, observe_each(SAID), strict=True))


@pytest.mark.parametrize("text", SAID)
def test_who_and_what_is_spoken_of(text: str) -> None:
    assert [(one.indicator, one.value) for one in each()[text]] == SAID[text]


@pytest.mark.parametrize("mark", [". Ngược lại,", ";"])
def test_the_next_district_is_compared_by_the_whole(mark: str) -> None:
    text = (
        "Huyện Gia Lâm thu ngân sách 2.800 tỷ đồng, trong đó tiền sử dụng đất 1.310 tỷ đồng"
        f"{mark} huyện Ba Vì mới đạt 214 tỷ đồng, bằng 41,8% dự toán."
    )
    said = observe(text, title="Nhiều địa phương dồn lực thu ngân sách")
    assert [(one.district, one.indicator, one.value) for one in said] == [
        ("gia-lam", "state_budget_revenue", 2800),
        ("gia-lam", "land_revenue", 1310),
        ("ba-vi", "state_budget_revenue", 214),
        ("ba-vi", "state_budget_revenue", 41.8),
    ]


def test_a_part_of_the_same_district_goes_on() -> None:
    said = observe(
        "Thu ngân sách đạt 2.800 tỷ đồng, trong đó thu tiền sử dụng đất 1.310 tỷ đồng. Đến nay mới đạt 61% dự toán."
    )
    assert [one.indicator for one in said] == ["state_budget_revenue", "land_revenue", "land_revenue"]


@pytest.mark.parametrize(
    ("lead", "until"),
    [
        ("Còn chưa đầy hai tháng nữa là hết năm, quận dồn lực thu ngân sách.", (12, 31)),
        ("Chỉ còn hơn 1 tháng là kết thúc năm, quận dồn lực thu ngân sách.", (12, 31)),
        ("Hai tháng tới, quận tập trung thu ngân sách.", (12, 31)),
        ("Qua 10 tháng, quận dồn lực thu ngân sách.", (10, 31)),
        ("Trong 10 tháng đầu năm, quận dồn lực thu ngân sách.", (10, 31)),
    ],
)
def test_how_long_it_is_still_to_go_is_no_period(lead: str, until: tuple[int, int]) -> None:
    said = observe(f"{lead}\nĐến nay thu ngân sách của quận đạt 2.100 tỷ đồng.")
    assert [one.period for one in said] == [(date(2023, 1, 1), date(2023, *until))]
