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
    # beside the communes that were counted
    "Năm nay quận có 7 xã nông thôn mới kiểu mẫu và thu nhập bình quân đầu người 82 triệu đồng/năm.": [
        ("model_new_rural_communes", 7),
        ("income_per_capita", 82),
    ],
    # the city and the country, as subjects
    "Theo Sở Du lịch, năm 2022 Thủ đô đón 17,2 triệu lượt khách, doanh thu du lịch đạt 55,6 nghìn tỷ đồng.": [],
    "Tỷ lệ hộ nghèo của cả nước là 3,9%.": [],
    "Tỷ lệ hộ nghèo của quận là 0,3%, thấp nhất cả nước.": [("poverty_rate", 0.3)],
    # growth before what grew
    "Tăng 7,3% so với cùng kỳ, giá trị sản xuất của quận là 41.230 tỷ đồng.": [
        ("gross_output", 7.3),
        ("gross_output", 41230),
    ],
    "Tăng 7,3% so với cùng kỳ là lượng khách, thu ngân sách đạt 900 tỷ đồng.": [
        ("state_budget_revenue", 900)
    ],
    # a mark that is passed, and an excess
    "Thu ngân sách đã vượt mốc 5.400 tỷ đồng.": [("state_budget_revenue", 5400)],
    "Quận phấn đấu thu ngân sách vượt 6.100 tỷ đồng.": [("state_budget_revenue", 6100)],
    "Thu ngân sách vượt 1.200 tỷ đồng so với dự toán.": [],
    "Thu ngân sách vượt 120 tỷ đồng.": [],
    # so many of so many
    "Hiện 41 trong 63 trường công lập đạt chuẩn quốc gia.": [("national_standard_schools", 41)],
    # what was added is no noun of the next figure
    "Có thêm 4 trường đạt chuẩn quốc gia, tỷ lệ bao phủ bảo hiểm y tế là 93,1%.": [
        ("health_insurance_coverage", 93.1)
    ],
    "Hiện có 9.800 doanh nghiệp đang hoạt động, so với lúc mới thành lập chỉ có 320 doanh nghiệp.": [
        ("enterprises_active", 9800)
    ],
    "Quân số bàn giao của quận bằng 100% kế hoạch.": [("military_recruitment_rate", 100)],
    # targets of some kind
    "Có 12 chỉ tiêu hoàn thành, 6 chỉ tiêu đánh giá vào cuối năm.": [("targets_met", 12)],
    "Thời gian tới, quận dồn sức cho 4 chỉ tiêu khó.": [],
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


def test_an_estimate_ends_with_its_item_where_the_next_has_parts_of_its_own() -> None:
    said = observe(
        "Giá trị sản xuất ước đạt 15.220 tỷ đồng; thu ngân sách 1.914 tỷ đồng, trong đó thu tiền sử dụng đất "
        "702 tỷ đồng; chi ngân sách 1.011 tỷ đồng."
    )
    assert [one.status for one in said] == ["estimate", "actual", "actual", "actual"]
    whole = observe("Thu ngân sách ước đạt 1.914 tỷ đồng; trong đó thu tiền sử dụng đất 702 tỷ đồng.")
    assert [one.status for one in whole] == ["estimate", "estimate"]


def test_a_sentence_without_a_subject_goes_on_about_the_estimate() -> None:
    said = observe(
        "Giá trị sản xuất ước đạt 88.120 tỷ đồng. So với năm 2021 tăng 8,8%, mới bằng 98,4% kế hoạch."
    )
    assert [one.status for one in said] == ["estimate"] * 3


def test_a_second_span_behind_a_semicolon_and_a_term_to_come() -> None:
    said = observe("Giai đoạn 2011-2015, kinh tế tăng bình quân 12,3%/năm; giai đoạn 2016-2019 đạt 8,2%/năm.")
    assert [(one.value, one.period[0].year, one.period[1].year) for one in said] == [
        (12.3, 2011, 2015),
        (8.2, 2016, 2019),
    ]
    set_for = observe(
        "Về phương hướng nhiệm kỳ 2020-2025, Đảng bộ đề ra 18 chỉ tiêu.",
        title="Đại hội Đảng bộ quận Hà Đông",
        on=date(2020, 7, 30),
    )
    assert [(one.status, one.period[1].year) for one in set_for] == [("target", 2025)]


def test_a_number_that_is_spoken_of_again() -> None:
    said = observe("Năm 2022, quận có 780 hộ nghèo, chiếm 1,2%. Hiện nay, con số này là 512 hộ.")
    assert [(one.indicator, one.value) for one in said] == [
        ("poor_households", 780),
        ("poverty_rate", 1.2),
        ("poor_households", 512),
    ]


def test_an_item_about_several_districts_is_about_the_one_that_it_names() -> None:
    text = (
        "- Quận Đống Đa thu ngân sách 9.000 tỷ đồng.\n"
        "- Đạt 16/16 chỉ tiêu, đó là thành quả mà huyện Thanh Oai có được.\n"
        "- Thu ngân sách 1.210 tỷ đồng, chi ngân sách 900 tỷ đồng, HĐND huyện Phú Xuyên đánh giá cao."
    )
    said = observe(text, title="Kết quả năm 2023 của các quận, huyện", role="list_item")
    assert [one.district for one in said] == ["dong-da", "thanh-oai", "thanh-oai", "phu-xuyen", "phu-xuyen"]
