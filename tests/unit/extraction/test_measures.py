"""Measures and bases: what a figure says of its indicator, by the contract's rules of meaning."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

Told = tuple[str, str, float, str | None]
REVENUE, OUTPUT = "state_budget_revenue", "gross_output"

CASES: dict[str, list[Told]] = {
    "Thu ngân sách tăng 7,9% so với cùng kỳ.": [(REVENUE, "growth", 7.9, "same_period")],
    "Thu ngân sách giảm 3% so với năm 2022.": [(REVENUE, "growth", -3, "previous_year")],
    "Thu ngân sách bằng 118,5% so với cùng kỳ.": [(REVENUE, "growth", 18.5, "same_period")],
    "Thu ngân sách chỉ bằng 96% so với cùng kỳ năm trước.": [(REVENUE, "growth", -4, "same_period")],
    "Thu ngân sách đạt 98% dự toán, bằng 134% năm 2022.": [
        (REVENUE, "plan_attainment", 98, "plan"), (REVENUE, "growth", 34, "previous_year")
    ],
    "Thu ngân sách bằng 134% dự toán năm 2023.": [(REVENUE, "plan_attainment", 134, "plan")],
    "Thu ngân sách bằng 52,4% dự toán năm và 112,6% so với cùng kỳ.": [
        (REVENUE, "plan_attainment", 52.4, "plan"), (REVENUE, "growth", 12.6, "same_period")
    ],
    "Thu ngân sách đạt 61,5% dự toán, 94,8% cùng kỳ năm trước.": [
        (REVENUE, "plan_attainment", 61.5, "plan"), (REVENUE, "growth", -5.2, "same_period")
    ],
    "Thu ngân sách vượt 12% dự toán và 8% so với cùng kỳ.": [
        (REVENUE, "plan_attainment", 112, "plan"), (REVENUE, "growth", 8, "same_period")
    ],
    "Tổng giá trị sản xuất tăng 9,2%.": [(OUTPUT, "growth", 9.2, None)],
    "Công nghiệp - xây dựng chiếm 63% giá trị sản xuất, công nghiệp bằng 101,4% kế hoạch, tăng 17,7% cùng kỳ.": [
        ("gross_output_industry_construction", "share", 63, None),
        ("gross_output_industry", "plan_attainment", 101.4, "plan"),
        ("gross_output_industry", "growth", 17.7, "same_period"),
    ],
    "GRDP bình quân đầu người tăng 12,3% so với năm 2022.": [],
    "Thu ngân sách từ kinh tế trên địa bàn tăng 12,3%.": [(REVENUE, "growth", 12.3, None)],
    "Tổng giá trị sản xuất trên địa bàn đạt 10,3%.": [(OUTPUT, "growth", 10.3, None)],
    "Quận phấn đấu tăng 11,5% tổng giá trị sản xuất.": [(OUTPUT, "growth", 11.5, None)],
    "Tổng giá trị sản xuất tăng 41% so với năm 2019.": [(OUTPUT, "growth", 41, "year:2019")],
    "Tổng giá trị sản xuất tăng bình quân 11,4%/năm.": [(OUTPUT, "growth", 11.4, "average_annual")],
    "Thu ngân sách tăng 8,3% so với năm 2022 và tăng 31% so với năm 2020.": [
        (REVENUE, "growth", 8.3, "previous_year"), (REVENUE, "growth", 31, "year:2020")
    ],
    "Thu ngân sách tăng 8,3% so với cùng kỳ và tăng 31% so với năm 2020.": [
        (REVENUE, "growth", 8.3, "same_period"), (REVENUE, "growth", 31, "year:2020")
    ],
    "So với năm 2022, thu ngân sách tăng 8,3%; so với năm 2020 tăng 31%.": [
        (REVENUE, "growth", 8.3, "previous_year"), (REVENUE, "growth", 31, "year:2020")
    ],
    "Bình quân giai đoạn 2021-2023, tổng giá trị sản xuất tăng 8%.": [(OUTPUT, "growth", 8, "average_annual")],
    "Tổng giá trị sản xuất tăng 8%/năm.": [(OUTPUT, "growth", 8, "average_annual")],
    "Tổng giá trị sản xuất tăng 8 phần trăm.": [(OUTPUT, "growth", 8, None)],
    "Tốc độ tăng trưởng kinh tế đạt 8,3%.": [("economic_growth", "growth", 8.3, None)],
    "Tốc độ tăng giá trị sản xuất đạt 9,3%, tăng 0,4% so với năm 2022.": [(OUTPUT, "growth", 9.3, None)],
    "Thu ngân sách năm 2022 đạt 830 tỷ đồng. So với năm 2021, thu tăng 15%.": [
        (REVENUE, "level", 830, None), (REVENUE, "growth", 15, "previous_year")
    ],
    "Doanh thu du lịch đạt 37 tỷ đồng, mới hơn 5,2% so với cùng kỳ.": [
        ("tourism_revenue", "level", 37, None), ("tourism_revenue", "growth", -94.8, "same_period")
    ],
    "Quận đặt mục tiêu thu ngân sách năm 2024 tăng 5-7%.": [
        (REVENUE, "growth", 5, None), (REVENUE, "growth", 7, None)
    ],
    "Giải ngân đạt 41,2% kế hoạch, thấp hơn mục tiêu 55% mà thành phố đề ra.": [
        ("public_investment_disbursement", "plan_attainment", 41.2, "plan")
    ],
    "Quận đưa tỷ lệ bao phủ bảo hiểm y tế từ 88,4% hiện nay lên 91% vào năm 2025.": [
        ("health_insurance_coverage", "level", 88.4, None), ("health_insurance_coverage", "level", 91, None)
    ],
    "Chi ngân sách quận: 1.688,45/2.876 tỷ đồng, đạt 58,7% dự toán.": [
        ("budget_expenditure", "level", 1688.45, None), ("budget_expenditure", "plan_attainment", 58.7, "plan")
    ],
    "Quận phát hiện 264 vụ vi phạm trật tự xây dựng, trong đó năm 2021 có 121 vụ.": [
        ("construction_violations", "level", 264, None), ("construction_violations", "level", 121, None)
    ],
    "Quận phát hiện 264 vụ vi phạm trật tự xây dựng, trong đó có 121 vụ xây không phép.": [
        ("construction_violations", "level", 264, None)
    ],
    "Tỷ trọng dịch vụ trong cơ cấu kinh tế nhích từ 58,3% năm 2015 lên 61,2% năm 2020.": [
        ("gross_output_trade_services", "share", 58.3, None), ("gross_output_trade_services", "share", 61.2, None)
    ],
    "Dân số tăng nhanh: năm 2019 quận có 286.102 người, cuối năm 2023 là 331.000 người.": [
        ("population", "level", 286102, None), ("population", "level", 331000, None)
    ],
    "Kinh tế tăng trưởng 7,1%.": [("economic_growth", "growth", 7.1, None)],
    "Thu ngân sách đạt 812 tỷ đồng (vượt dự toán 90 tỷ đồng, tương đương 12,5%).": [
        (REVENUE, "level", 812, None), (REVENUE, "plan_attainment", 112.5, "plan")
    ],
    "Trong năm, giảm 112 hộ nghèo, 245 hộ cận nghèo; đến nay còn 95 hộ nghèo, 612 hộ cận nghèo.": [
        ("poor_households", "level", 95, None), ("near_poor_households", "level", 612, None)
    ],
    "Thu ngân sách bằng 121 - 122,5% dự toán thành phố giao.": [
        (REVENUE, "plan_attainment", 121, "city"), (REVENUE, "plan_attainment", 122.5, "city")
    ],
    "Thu nhập bình quân đầu người đạt 72 triệu đồng, cao hơn năm 2015 là 31 triệu đồng.": [
        ("income_per_capita", "level", 72, None)
    ],
    "Quận cấp 1.276 giấy chứng nhận quyền sử dụng đất, đạt 88% kế hoạch; đến nay đạt 98,3% số thửa đất đủ điều kiện.": [
        ("land_certificates", "level", 1276, None), ("land_certificates", "plan_attainment", 88, "plan")
    ],
    "Tổng giá trị sản xuất tăng 11 - 12%/năm.": [
        (OUTPUT, "growth", 11, "average_annual"), (OUTPUT, "growth", 12, "average_annual")
    ],
    "Tổng giá trị sản xuất tăng 10,4%, cao hơn mục tiêu Đại hội đề ra là 9,5%.": [(OUTPUT, "growth", 10.4, None)],
    "Tổng giá trị sản xuất tăng 10,4%, vượt mục tiêu nghị quyết đề ra (9,5%).": [(OUTPUT, "growth", 10.4, None)],
    "Tổng giá trị sản xuất tăng 10,4%, vượt chỉ tiêu Đại hội là 9,5%.": [(OUTPUT, "growth", 10.4, None)],
    "Năm 2023, chỉ tiêu tốc độ tăng tổng giá trị sản xuất là 9,5%.": [(OUTPUT, "growth", 9.5, None)],
    "Thu ngân sách bằng 1,5 lần dự toán.": [(REVENUE, "multiple", 1.5, None)],
    "Quận bố trí 740 tỷ đồng cho đầu tư xây dựng cơ bản, chiếm 46% tổng chi ngân sách.": [
        ("investment_expenditure", "level", 740, None), ("investment_expenditure", "share", 46, None)
    ],
    "Quận bố trí 64 tỷ đồng cho công tác an sinh xã hội.": [],
    # by how many points a rate or a share moved, or another place's differs, is no change of its own
    "Tốc độ tăng trưởng kinh tế đạt 9,4%, tăng 0,6% so với nhiệm kỳ trước.": [("economic_growth", "growth", 9.4, None)],
    "Tỷ trọng ngành thương mại - dịch vụ đạt 48,2% (tăng 5,1% so với đầu nhiệm kỳ).": [
        ("gross_output_trade_services", "share", 48.2, None)
    ],
    "Tổng giá trị sản xuất tăng 5,2% (cao hơn 1,6 lần so với cả nước và cao hơn 1,1% so với thành phố).": [
        (OUTPUT, "growth", 5.2, None)
    ],
    "Cơ cấu thương mại - dịch vụ đã vượt 60%.": [("gross_output_trade_services", "share", 60, None)],
    "Tỷ trọng dịch vụ đạt 60%; thu ngân sách vượt 6% dự toán.": [
        ("gross_output_trade_services", "share", 60, None), (REVENUE, "plan_attainment", 106, "plan")
    ],
    "Thu ngân sách đạt 900 tỷ đồng; tăng thu bình quân 14,2%/năm.": [
        (REVENUE, "level", 900, None), (REVENUE, "growth", 14.2, "average_annual")
    ],
    "Kinh tế phát triển, tăng thu ngân sách trên 15%/năm.": [(REVENUE, "growth", 15, "average_annual")],
    "Quận tăng thu ngân sách 85 tỷ đồng.": [],
    "Tỷ trọng nông nghiệp giảm mạnh từ 21% năm 2016 xuống còn 12% năm 2021.": [
        ("gross_output_agriculture", "share", 21, None), ("gross_output_agriculture", "share", 12, None)
    ],
    "Thu ngân sách đạt 84,72% dự toán.": [(REVENUE, "plan_attainment", 84.72, "plan")],
    "Thu ngân sách đạt 84,72% dự toán thành phố giao.": [(REVENUE, "plan_attainment", 84.72, "city")],
    "Thu ngân sách đạt 112% dự toán HĐND quận giao.": [(REVENUE, "plan_attainment", 112, "district")],
    "Thu ngân sách đạt 104% dự toán Trung ương giao.": [(REVENUE, "plan_attainment", 104, "central")],
    "Thu ngân sách đạt 131% dự toán pháp lệnh.": [(REVENUE, "plan_attainment", 131, "ordinance")],
    "Thu ngân sách bằng 48% kế hoạch năm.": [(REVENUE, "plan_attainment", 48, "plan")],
    # the growth that was planned is no result
    "Tổng giá trị sản xuất tăng 6,7%, thấp hơn hẳn mục tiêu 12%.": [(OUTPUT, "growth", 6.7, None)],
    "Tổng giá trị sản xuất tăng 6,7% (mục tiêu 7 - 7,5%).": [(OUTPUT, "growth", 6.7, None)],
    "Tổng giá trị sản xuất tăng 6,7%, vượt mục tiêu 0,5%.": [
        (OUTPUT, "growth", 6.7, None), (OUTPUT, "plan_attainment", 100.5, "plan")
    ],
    "Quận cấp 1.026 giấy chứng nhận quyền sử dụng đất, tức 102,6% chỉ tiêu quận tự đặt ra.": [
        ("land_certificates", "level", 1026, None), ("land_certificates", "plan_attainment", 102.6, "district")
    ],
    "Cấp giấy chứng nhận quyền sử dụng đất: kế hoạch 240; thực hiện 262; đạt 109,2%.": [
        ("land_certificates", "level", 262, None), ("land_certificates", "plan_attainment", 109.2, "plan")
    ],
    "Tổng giá trị sản xuất tăng 6,7%/KH tăng 7-7,5%.": [(OUTPUT, "growth", 6.7, None)],
    "Tỷ lệ hộ nghèo còn 0,3%/KH 0,5%; thu ngân sách đạt 104%/KH năm.": [
        ("poverty_rate", "level", 0.3, None), (REVENUE, "plan_attainment", 104, "plan")
    ],
    "Thu nhập bình quân đầu người đạt 61 triệu đồng/KH 60-62 triệu đồng.": [("income_per_capita", "level", 61, None)],
    # the pace of the revenue, and by how much it grew
    "Thu ngân sách đạt 3.100 tỷ đồng; tăng thu bình quân 15,9%/năm.": [
        (REVENUE, "level", 3100, None), (REVENUE, "growth", 15.9, "average_annual")
    ],
    "Năm qua, quận tăng thu ngân sách trên 20%.": [(REVENUE, "growth", 20, None)],
    "Quận tăng thu ngân sách 500 tỷ đồng.": [],
    # what a share grew by is no growth of the sector
    "Thương mại - dịch vụ chiếm tỷ trọng 61,6% (tăng 7% so với năm 2014).": [
        ("gross_output_trade_services", "share", 61.6, None)
    ],
    "Cơ cấu kinh tế: thương mại - dịch vụ đã vượt 70%.": [("gross_output_trade_services", "share", 70, None)],
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 87%. 100% hộ dân dùng nước sạch.": [
        ("health_insurance_coverage", "level", 87, None)
    ],
    "Thu nhập bình quân đầu người đạt 90 triệu đồng, gấp 1,4 lần bình quân cả nước.": [
        ("income_per_capita", "level", 90, None)
    ],
    "Tốc độ tăng giá trị sản xuất bình quân trong 20 năm qua của quận đạt trên 9%.": [
        (OUTPUT, "growth", 9, "average_annual")
    ],
    "Cơ cấu kinh tế chuyển dịch nhanh. Công nghiệp giảm xuống còn 42,5%, dịch vụ tăng lên 55,6%.": [
        ("gross_output_industry", "share", 42.5, None), ("gross_output_trade_services", "share", 55.6, None)
    ],
    "Số doanh nghiệp đang hoạt động trên địa bàn đã lên tới con số 1.518.": [
        ("enterprises_active", "level", 1518, None)
    ],
    # what was exceeded is told in the clause before
    "Thu ngân sách năm nào cũng vượt chỉ tiêu, tổng thu ngân sách đạt 3.400 tỷ đồng.": [(REVENUE, "level", 3400, None)],
    "Thu ngân sách vượt 8% dự toán.": [(REVENUE, "plan_attainment", 108, "plan")],
    "Thu ngân sách vượt 2,5% so với kế hoạch.": [(REVENUE, "plan_attainment", 102.5, "plan")],
    "Thu ngân sách đạt 97% dự toán quận giao sau điều chỉnh, bổ sung.": [
        (REVENUE, "plan_attainment", 97, "district_adjusted")
    ],
    "Thu ngân sách đạt 95,5% dự toán Thành phố và HĐND quận giao.": [
        (REVENUE, "plan_attainment", 95.5, "city"),
        (REVENUE, "plan_attainment", 95.5, "district"),
    ],
    "Doanh thu du lịch gấp 3,2 lần so với cùng kỳ.": [("tourism_revenue", "multiple", 3.2, None)],
    "Doanh thu du lịch tăng gấp 12,5 lần.": [("tourism_revenue", "multiple", 12.5, None)],
    "Doanh thu du lịch tăng 1,8 lần.": [("tourism_revenue", "multiple", 1.8, None)],
    "Thu tiền sử dụng đất chiếm 58,6% tổng thu ngân sách.": [("land_revenue", "share", 58.6, None)],
    "Tỷ lệ hộ nghèo giảm còn 0,5%.": [("poverty_rate", "level", 0.5, None)],
    "Tỷ lệ hộ nghèo giảm 0,3%.": [("poverty_rate", "growth", -0.3, None)],
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 94,8% dân số.": [("health_insurance_coverage", "level", 94.8, None)],
    "Doanh thu du lịch đạt 285 tỷ đồng, bằng 1,7 lần năm 2022.": [
        ("tourism_revenue", "level", 285, None), ("tourism_revenue", "multiple", 1.7, None)
    ],
    "Thu ngân sách bằng 103,8% so cùng kỳ.": [(REVENUE, "growth", 3.8, "same_period")],
    "Thu ngân sách đạt 98,6% dự toán, còn thiếu 1,4% so với kế hoạch.": [(REVENUE, "plan_attainment", 98.6, "plan")],
    "Kinh tế tăng trưởng 4,7% (kế hoạch 9%).": [("economic_growth", "growth", 4.7, None)],
    "Số người tham gia bảo hiểm y tế ngày một đông, độ bao phủ 92,7%.": [
        ("health_insurance_coverage", "level", 92.7, None)
    ],
    "Tỷ lệ bao phủ vắc xin mũi 2 đạt 97%.": [],
    # what a change came from, with its year, is a level; a difference of rates is no growth
    "Tỷ lệ hộ nghèo giảm mạnh từ 2,4% năm 2019 xuống 0,7%.": [
        ("poverty_rate", "level", 2.4, None), ("poverty_rate", "level", 0.7, None)
    ],
    "Tổng giá trị sản xuất tăng 6,2%, giảm 3,1% mức tăng cùng kỳ.": [(OUTPUT, "growth", 6.2, None)],
    "Tốc độ tăng trưởng kinh tế đạt 9,8%, tăng 1,3% so với năm 2022.": [("economic_growth", "growth", 9.8, None)],
    "Giai đoạn 2016-2020, tốc độ tăng thu ngân sách bình quân hằng năm đạt 12,5%.": [
        (REVENUE, "growth", 12.5, "average_annual")
    ],
    "Tốc độ tăng thu ngân sách khá, đạt 104% dự toán.": [(REVENUE, "plan_attainment", 104, "plan")],
    "Giai đoạn 2016-2020, phát triển kinh tế bình quân hằng năm đạt 10,4%.": [
        ("economic_growth", "growth", 10.4, "average_annual")
    ],
    "Thu ngân sách đạt 101,8% kế hoạch và 112,7% so với cùng kỳ.": [
        ("state_budget_revenue", "plan_attainment", 101.8, "plan"),
        ("state_budget_revenue", "growth", 12.7, "same_period"),
    ],
    "Công tác giao quân đạt 100% chỉ tiêu.": [("military_recruitment_rate", "level", 100, None)],
    "Lễ giao nhận quân với các đơn vị quân đội bảo đảm đủ 100% quân số.": [
        ("military_recruitment_rate", "level", 100, None)
    ],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(CASES, observe_each(CASES), strict=True))


@pytest.mark.parametrize("sentence", CASES)
def test_a_figure_says_one_thing_of_its_indicator(sentence: str) -> None:
    said = [(one.indicator, one.measure, one.value, one.basis) for one in told()[sentence]]
    # a comparison has no basis where it is a multiple: the contract knows none
    said = [(indicator, measure, value, basis) for indicator, measure, value, basis in said]
    assert said == CASES[sentence]


def test_the_unit_follows_the_measure() -> None:
    said = observe(
        "Thu ngân sách đạt 5.606 tỷ đồng, bằng 84,7% dự toán, tăng 7,9%; doanh thu du lịch gấp 2 lần."
    )
    assert [(one.measure, one.unit) for one in said] == [
        ("level", "billion_vnd"),
        ("plan_attainment", "percent"),
        ("growth", "percent"),
        ("multiple", "times"),
    ]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Tổng giá trị sản xuất đạt 34.550 tỷ 889 triệu đồng.", 34550.889, "billion_vnd"),
        ("Tổng thu ngân sách là 9,1 nghìn tỷ đồng.", 9100, "billion_vnd"),
        ("Kim ngạch xuất khẩu đạt 412,5 triệu USD.", 412.5, "million_usd"),
        ("Thu nhập bình quân đầu người đạt 6,5 triệu đồng/người/tháng.", 78, "million_vnd_per_person_year"),
        ("Thu nhập bình quân đầu người đạt 85,4 triệu đồng.", 85.4, "million_vnd_per_person_year"),
        ("Quận đón 1,2 triệu lượt khách du lịch.", 1_200_000, "count"),
    ],
)
def test_a_level_is_in_the_canonical_unit(sentence: str, value: float, unit: str) -> None:
    [said] = observe(sentence)
    assert (said.measure, said.value, said.unit) == ("level", pytest.approx(value), unit)


def test_a_percentage_behind_the_whole_is_a_share_of_it() -> None:
    said = observe("Tiền sử dụng đất đạt 742 tỷ đồng, hơn sáu phần mười tổng thu (61%).")
    assert [(one.measure, one.value) for one in said] == [("level", 742.0), ("share", 61.0)]


def test_a_city_named_far_behind_the_plan_did_not_set_it() -> None:
    text = "Giải ngân vốn đầu tư công đạt 81,2% kế hoạch và đưa quận từ thứ 27 lên thứ 8 toàn thành phố."
    assert [(one.value, one.basis) for one in observe(text)] == [(81.2, "plan")]


def test_the_plan_s_own_figures_are_no_results() -> None:
    said = observe("Giá trị sản xuất tăng 9,6%, trong khi mục tiêu đề ra là 8,5 - 9%.")
    assert [(one.measure, one.value) for one in said] == [("growth", 9.6)]
    said = observe("Quận tạo việc làm cho 4.217 lao động, bằng 93,7% chỉ tiêu thành phố giao (4.500 người).")
    assert [(one.measure, one.value) for one in said] == [("level", 4217.0), ("plan_attainment", 93.7)]
    said = observe("Thu ngân sách đạt 84% kế hoạch (2.145 tỷ đồng).")
    assert [(one.measure, one.value) for one in said] == [("plan_attainment", 84.0), ("level", 2145.0)]


def test_the_level_compared_with_is_that_of_its_year() -> None:
    said = observe("Thu nhập bình quân đầu người đạt 65 triệu đồng, so với mức 60 triệu đồng của năm 2022.")
    assert [(one.value, one.period[0].year) for one in said] == [(65.0, 2023), (60.0, 2022)]
    said = observe(
        "Thu nhập bình quân đầu người đạt 65 triệu đồng, thấp hơn mức 70 triệu đồng của thành phố."
    )
    assert [one.value for one in said] == [65.0]


WHOLES = {
    "Giá trị sản xuất tăng bình quân 9,1%. Cụ thể: Dịch vụ 45,7%; công nghiệp, xây dựng 47,5%; nông nghiệp 6,8%.": 3,
    "Giá trị sản xuất tăng 9,1%. Trong đó, công nghiệp - xây dựng 61%, thương mại - dịch vụ 39%.": 2,
    # these are changes: they add up to no whole, or a word says what they are
    "Giá trị sản xuất tăng 9,1%. Trong đó, công nghiệp - xây dựng 8,4%, thương mại - dịch vụ 11,2%.": 0,
    "Giá trị sản xuất tăng nhanh: công nghiệp tăng 58%, thương mại - dịch vụ tăng 42%.": 0,
    "Giá trị sản xuất công nghiệp đạt 52% kế hoạch, dịch vụ đạt 48% kế hoạch.": 0,
    # one "tỷ trọng" for sentences that only name a sector and its percentage
    "Tỷ trọng nông nghiệp 18,4%. Công nghiệp xây dựng 45,1%. Thương mại, dịch vụ 36,5%.": 3,
    "Tỷ trọng nông nghiệp 18,4%. Công nghiệp tăng 45,1%. Dịch vụ tăng 36,5%.": 1,
}


def test_percentages_of_sectors_that_make_a_whole_are_its_parts() -> None:
    for sentence, said in zip(WHOLES, observe_each(WHOLES), strict=True):
        assert sum(one.measure == "share" for one in said) == WHOLES[sentence], sentence


def test_what_a_second_change_came_from_is_of_the_first_one_s_time() -> None:
    said = observe("Về cơ cấu, công nghiệp từ 58% năm 2020 tăng lên 61% năm 2023, dịch vụ từ 32% lên 33%.")
    assert [(one.value, one.period[1].year) for one in said] == [
        (58, 2020),
        (61, 2023),
        (32, 2020),
        (33, 2023),
    ]
    # no time is named at all
    said = observe("Về cơ cấu, dịch vụ từ 32% tăng lên 33%, nông nghiệp từ 10% xuống 6%.")
    assert [one.value for one in said] == [33, 6]


def test_the_share_of_two_sectors_together_is_none_s() -> None:
    said = observe(
        "Cơ cấu kinh tế: nông nghiệp chiếm 9%; ngành công nghiệp - xây dựng và thương mại - dịch vụ chiếm 91%."
    )
    assert [(one.indicator, one.value) for one in said] == [("gross_output_agriculture", 9.0)]
    said = observe("Tỷ trọng công nghiệp, dịch vụ từ 58% năm 2012 nay tăng lên 79%.")
    assert said == []
    said = observe("Tỷ trọng nông nghiệp giảm, công nghiệp chiếm 60%.")
    assert [one.value for one in said] == [60.0]
    said = observe("Cơ cấu kinh tế: công nghiệp và dịch vụ lần lượt chiếm 60% và 30%.")
    assert [one.value for one in said] == [60.0, 30.0]


# measure and value; what the plan itself was says nothing
WITH_A_PLAN: dict[str, list[tuple[str, float]]] = {
    "Tốc độ tăng giá trị sản xuất đạt 13,8%/kế hoạch (KH) 13,5%.": [("growth", 13.8)],
    "Giá trị sản xuất công nghiệp đạt 2.310 tỷ đồng, đạt 71% NQ.": [("level", 2310), ("plan_attainment", 71)],
    "Giá trị sản xuất tăng 8,9% (kế hoạch cả năm 9,5%).": [("growth", 8.9)],
    "Giá trị sản xuất tăng 8,9% (kế hoạch năm 2023 là 9,5%).": [("growth", 8.9)],
    "Giá trị sản xuất tăng 8,4%, vượt kế hoạch 7-7,5%.": [("growth", 8.4)],
    "Kinh tế tăng 8,5%, vượt kế hoạch 8%.": [("growth", 8.5)],
    "Quận hoàn thành các chỉ tiêu. Giá trị sản xuất xây dựng đạt 102,6%.": [("plan_attainment", 102.6)],
    "Giá trị sản xuất tăng 12,5%, vượt kế hoạch 1,5%.": [("growth", 12.5), ("plan_attainment", 101.5)],
    "Giá trị sản xuất tăng 9,5%, vượt 9% kế hoạch.": [("growth", 9.5), ("plan_attainment", 109)],
    "Thu ngân sách đạt 900 tỷ đồng (vượt dự toán 9%).": [("level", 900), ("plan_attainment", 109)],
    "Thu tiền sử dụng đất hụt 380 tỷ đồng so với dự toán, chỉ đạt 720 tỷ đồng.": [("level", 720)],
    "Thu tiền sử dụng đất chiếm 39% tổng thu ngân sách, bằng 42% dự toán.": [("share", 39), ("plan_attainment", 42)],
    "Dịch vụ đóng góp 38,4% vào tổng giá trị sản xuất.": [("share", 38.4)],
    "Quận có 24.800 doanh nghiệp đang hoạt động, đóng góp trên 60% tổng thu ngân sách.": [("level", 24800)],
}  # fmt: skip


@pytest.mark.parametrize("sentence", WITH_A_PLAN)
def test_what_is_measured_stays_apart_from_the_plan_and_the_whole(sentence: str) -> None:
    said = observe(sentence)
    assert [(one.measure, one.value) for one in said] == WITH_A_PLAN[sentence]
    assert len({one.indicator for one in said}) == 1


SHARES_THAT_MOVED: dict[str, list[tuple[str, float]]] = {
    "Tỷ trọng nông nghiệp giảm 0,8%, còn 16,4%; dịch vụ tăng 0,9%, lên 39,1%.": [("share", 16.4), ("share", 39.1)],
    "Tỷ trọng dịch vụ tăng 0,9%.": [],
    "Tỷ trọng dịch vụ nhích từ 38% năm 2020 lên 39,1%.": [("share", 38), ("share", 39.1)],
    # the output, not its share
    "Dịch vụ tăng 10,2%, chiếm tỷ trọng 39%; công nghiệp tăng 9,2%, chiếm 44% giá trị sản xuất.": [
        ("growth", 10.2), ("share", 39), ("growth", 9.2), ("share", 44)
    ],
    "Tỷ trọng dịch vụ chiếm 39%, giá trị sản xuất dịch vụ tăng 10%.": [("share", 39), ("growth", 10)],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SHARES_THAT_MOVED)
def test_by_how_much_a_share_moved_is_no_growth(sentence: str) -> None:
    assert [(one.measure, one.value) for one in observe(sentence)] == SHARES_THAT_MOVED[sentence]
