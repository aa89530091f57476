"""Figures that are said of something else than the district, or are no level, beside those that look alike."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.observing import Said, observe_each

SAID: dict[str, list[tuple[str, str, float]]] = {
    # those who own the businesses, beside the whole branch
    "Giá trị sản xuất công nghiệp đạt 3.900 tỷ đồng, trong đó khu vực doanh nghiệp đạt 3.600 tỷ đồng, chiếm 92%.": [
        ("gross_output_industry", "level", 3900)
    ],
    # what a part of an amount is for, and who the recruits are
    "Quận dành 6.120 tỷ đồng chi đầu tư xây dựng cơ bản, trong đó khoảng 2.340 tỷ đồng cho giao thông.": [
        ("investment_expenditure", "level", 6120)
    ],
    "Chi ngân sách 1.612 tỷ đồng, trong đó chi đầu tư phát triển 612 tỷ đồng.": [
        ("budget_expenditure", "level", 1612), ("investment_expenditure", "level", 612)
    ],
    "Quận giao quân đạt 100% chỉ tiêu, trong đó 37% có bằng cao đẳng trở lên.": [
        ("military_recruitment_rate", "level", 100)
    ],
    # the guests of one evening
    "Quận đón 41.000 lượt khách, phố ẩm thực đón hơn 7.000 lượt khách mỗi tối.": [("tourist_arrivals", "level", 41000)],
    "Quận đón 41.000 lượt khách, trung bình mỗi ngày đón 1.200 lượt khách.": [("tourist_arrivals", "level", 41000)],
    # what the city's office asks of all its branches
    "Cục Thuế đề nghị các chi cục phấn đấu thu ngân sách vượt ít nhất 4% dự toán.": [],
    # a town of which the district is to be the core
    "Quận sẽ là hạt nhân của đô thị phía Bắc có 900.000 dân.": [],
    # a change once more, as an amount with its sign
    "Giá trị sản xuất công nghiệp đạt 6.580 tỷ đồng, tăng 4,2% (+268 tỷ đồng).": [
        ("gross_output_industry", "level", 6580), ("gross_output_industry", "growth", 4.2)
    ],
    # other people than those who got work; every commune, not the district
    "Năm nay giải quyết việc làm cho 6.000 lao động; phấn đấu hơn 90% đảng viên hoàn thành tốt nhiệm vụ.": [
        ("jobs_created", "level", 6000)
    ],
    "Hiện các xã đều đạt thu nhập bình quân đầu người trên 80 triệu đồng/người/năm.": [],
    "Cụ thể ở các phường: Mộ Lao có thu nhập bình quân 85 triệu đồng/người/năm; Yên Nghĩa còn 9 hộ nghèo.": [],
    "Bảy phường ven sông của quận có thu nhập bình quân 71 triệu đồng/người; cả quận là 82,3 triệu đồng/người/năm.": [
        ("income_per_capita", "level", 82.3)
    ],
    "Quận có 17 phường. Thu nhập bình quân của quận đạt 82,3 triệu đồng/người/năm.": [
        ("income_per_capita", "level", 82.3)
    ],
    # a thing of its own behind the semicolon; where the money for a programme came from
    "Tỷ trọng nông nghiệp còn 9%; duy trì 100% cơ sở y tế có hệ thống xử lý nước thải.": [
        ("gross_output_agriculture", "share", 9)
    ],
    "Huyện huy động 2.140 tỷ đồng, gồm 35 tỷ đồng vốn đầu tư công; 22 tỷ đồng ngân sách thành phố "
    "(vốn đầu tư công 12 tỷ đồng); 9 tỷ đồng người dân đóng góp.": [],
    "Huyện huy động mọi nguồn lực; giải ngân vốn đầu tư công đạt 350 tỷ đồng.": [
        ("public_investment_disbursement", "level", 350)
    ],
    # the city, in the same breath
    "Tính chung toàn Hà Nội, thu 12 tháng được 391,1 nghìn tỷ đồng (110,8% dự toán), tăng 22,4%.": [],
    "Thành phố thu 128,6 nghìn tỷ đồng, đạt 54% dự toán, quận thu ngân sách 5.217 tỷ đồng.": [
        ("state_budget_revenue", "level", 5217)
    ],
    "Giá trị sản xuất của quận tăng 9,8%, còn thành phố điều chỉnh mục tiêu xuống 4,5%.": [
        ("gross_output", "growth", 9.8)
    ],
    "Thu nhập bình quân toàn thành phố là 77 triệu đồng/người/năm; tỷ lệ hộ nghèo còn 0,1%.": [],
    "Bảo hiểm y tế bao phủ 91,2% dân số, trên mức 90,3% của thành phố; có 42 hộ nghèo.": [
        ("health_insurance_coverage", "level", 91.2), ("poor_households", "level", 42)
    ],
    # projects, their boards, and who only speaks for them
    "Dự án Trường THCS Mễ Trì, tổng mức đầu tư 196 tỷ đồng, giải ngân vốn đầu tư công đạt 88%.": [],
    "Thu ngân sách đạt 900 tỷ đồng, nhờ một dự án nhà ở nộp 580 tỷ đồng tiền sử dụng đất.": [
        ("state_budget_revenue", "level", 900)
    ],
    "Ban Quản lý dự án quận giải ngân vốn đầu tư công 231 tỷ đồng (56,2%).": [],
    "Ban Quản lý dự án quận cho biết vốn đầu tư công giải ngân 583 tỷ đồng.": [
        ("public_investment_disbursement", "level", 583)
    ],
    "Hai xã Cự Khê và Bích Hòa xuất khẩu 38 triệu USD, tăng 21%.": [],
    # an address in a ward, and a district's own
    "Tại xã Yên Trung (Thạch Thất), tỷ lệ hộ nghèo còn 2,3%.": [],
    "Tỷ lệ hộ nghèo thấp nhất là ở huyện (Thạch Thất) 2,3%.": [("poverty_rate", "level", 2.3)],
    # a superlative names no place
    "Xã Yên Nghĩa, đơn vị thu ngân sách lớn nhất quận, thu được 21 tỷ đồng.": [],
    "Thu ngân sách của quận đạt 4.200 tỷ đồng.": [("state_budget_revenue", "level", 4200)],
    # a village, a walking street, an industrial zone that heads the sentence
    "Khu công nghiệp Yên Nghĩa xuất khẩu 310 triệu USD.": [],
    "Dịp cuối năm, phố đi bộ Trần Phú đón 40.000 lượt khách.": [],
    "Các doanh nghiệp của quận xuất khẩu 310 triệu USD.": [("export_value", "level", 310)],
    # what was counted before, and is counted again
    "Huyện có 20 xã thì cả 20 xã đạt chuẩn nông thôn mới.": [("new_rural_communes", "level", 20)],
    "11 xã đạt chuẩn nông thôn mới nâng cao và xã Dương Hà đạt kiểu mẫu.": [
        ("advanced_new_rural_communes", "level", 11)
    ],
    "6 xã đạt chuẩn nông thôn mới kiểu mẫu.": [("model_new_rural_communes", "level", 6)],
    # what was added is no number of what there is
    "Năm nay quận có thêm 4 trường chuẩn quốc gia.": [],
    "Năm nay quận có 64 trường đạt chuẩn quốc gia.": [("national_standard_schools", "level", 64)],
    "Năm nay quận có thêm 1.120 doanh nghiệp thành lập mới.": [("enterprises_new", "level", 1120)],
    "Quận thu hút 512 doanh nghiệp mới, 36 doanh nghiệp quay lại hoạt động.": [("enterprises_new", "level", 512)],
    # where a change came from, a part of the figure before, the plan's own amount
    "Tỷ lệ hộ nghèo giảm từ 0,24% xuống còn 0,11%.": [("poverty_rate", "level", 0.11)],
    "Số trường đạt chuẩn quốc gia tăng từ 38 trường lên 66 trường.": [("national_standard_schools", "level", 66)],
    "Số hộ nghèo giảm từ 812 hộ năm 2020 xuống còn 47 hộ.": [
        ("poor_households", "level", 812), ("poor_households", "level", 47)
    ],
    "Giải quyết việc làm cho 9.318 lao động, trong đó 1.320 lao động vay vốn.": [("jobs_created", "level", 9318)],
    "Quận hoàn thành 98,9% kế hoạch thu tiền sử dụng đất thành phố giao (1.400 tỷ đồng).": [
        ("land_revenue", "plan_attainment", 98.9)
    ],
    "Riêng 7 xã miền núi còn 288 hộ nghèo, bằng 1,9% tổng số hộ.": [],
    "Giá trị sản xuất của ngành này đạt 11.960 tỷ đồng.": [],
    "Có 1.040 doanh nghiệp rời thị trường.": [],
    "Giá trị sản xuất tăng 6,74%, thấp hơn hẳn mục tiêu 12%.": [("gross_output", "growth", 6.74)],
    "Giá trị sản xuất tăng 9,97%, không đạt kế hoạch đề ra (11,5%).": [("gross_output", "growth", 9.97)],
    "Thu ngân sách cao hơn dự toán 12,6%.": [("state_budget_revenue", "plan_attainment", 112.6)],
    "Thu ngân sách đạt 900 tỷ đồng, vượt kế hoạch (103%).": [
        ("state_budget_revenue", "level", 900), ("state_budget_revenue", "plan_attainment", 103)
    ],
    # a range is not negative, a figure in parentheses may be
    "Giá trị sản xuất năm 2024 phấn đấu tăng 10,5-11%.": [
        ("gross_output", "growth", 10.5), ("gross_output", "growth", 11)
    ],
    "Thu ngân sách đạt 900 tỷ đồng (-2,6%).": [
        ("state_budget_revenue", "level", 900), ("state_budget_revenue", "growth", -2.6)
    ],
    # what is required of all, who works in enterprises and villages, and revenue of one trade
    "Kinh tế tăng trưởng 9,1% (yêu cầu là từ 7-8%).": [("economic_growth", "growth", 9.1)],
    "Tỷ lệ hộ nghèo giảm còn 0,9%, quy định là dưới 2%.": [("poverty_rate", "level", 0.9)],
    "Có 568 doanh nghiệp và 11 làng nghề hoạt động, tạo việc làm cho 60.000 lao động.": [
        ("enterprises_active", "level", 568)
    ],
    "Doanh thu vận tải đạt 220 tỷ đồng. Quy mô nền kinh tế tăng gấp 2,2 lần.": [],
    # what came of a change
    "Giá trị sản xuất tăng khá so với cùng kỳ, ước đạt 900 tỷ đồng.": [("gross_output", "level", 900)],
    # prices and the taxman's fines
    "Thu ngân sách đạt 900 tỷ đồng. CPI bình quân tăng 3,1%.": [("state_budget_revenue", "level", 900)],
    "Chi cục Thuế truy thu và phạt 58,7 tỷ đồng.": [],
    "Lực lượng theo Kế hoạch 197 xử phạt hành chính 1,1 tỷ đồng.": [("administrative_fines", "level", 1.1)],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(SAID, observe_each(SAID), strict=True))


@pytest.mark.parametrize("sentence", SAID)
def test_only_the_district_s_own_figures_are_told(sentence: str) -> None:
    assert [(said.indicator, said.measure, said.value) for said in told()[sentence]] == SAID[sentence]


STATUSES = {
    "Theo đó, quận phấn đấu thu ngân sách đạt 9.641 tỷ đồng, chi ngân sách 2.879 tỷ đồng.": [
        "target",
        "target",
    ],
    "Thu ngân sách đạt 900 tỷ đồng, bằng 103% dự toán quận phấn đấu.": ["actual", "actual"],
    "Lực lượng theo Kế hoạch 197 xử phạt hành chính 1,1 tỷ đồng.": ["actual"],
}


@pytest.mark.parametrize(("sentence", "statuses"), STATUSES.items())
def test_what_the_district_strives_for_is_a_target(sentence: str, statuses: list[str]) -> None:
    assert [said.status for said in observe_each([sentence])[0]] == statuses
