"""Context: phrases that say little by themselves, and what the words before them make of them."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

CASES: dict[str, list[tuple[str, str, float]]] = {
    "Giá trị sản xuất công nghiệp đạt 12.000 tỷ đồng.": [("gross_output_industry", "level", 12000)],
    "Giá trị sản xuất công nghiệp - xây dựng đạt 12.000 tỷ đồng.": [
        ("gross_output_industry_construction", "level", 12000)
    ],
    "Giá trị sản xuất ngành nông, lâm nghiệp và thủy sản tăng 2,1%.": [("gross_output_agriculture", "growth", 2.1)],
    "Tháng 8, giá trị sản xuất nông nghiệp đạt 310 tỷ đồng. Nâng tổng giá trị 8 tháng lên 2.480 tỷ đồng.": [
        ("gross_output_agriculture", "level", 310), ("gross_output_agriculture", "level", 2480)
    ],
    "Huyện tổ chức hội chợ. Nâng tổng giá trị giao dịch lên 210 tỷ đồng.": [],
    "Tổng giá trị sản xuất nông - ngư nghiệp hơn 812 tỷ đồng.": [("gross_output_agriculture", "level", 812)],
    "Giá trị sản xuất lâm - nông - ngư nghiệp đạt 455 tỷ đồng.": [("gross_output_agriculture", "level", 455)],
    "Cơ cấu kinh tế: dịch vụ 61,2%, công nghiệp - xây dựng 30%, nông nghiệp 8,8%.": [
        ("gross_output_trade_services", "share", 61.2), ("gross_output_industry_construction", "share", 30),
        ("gross_output_agriculture", "share", 8.8),
    ],
    "Công tác thu ngân sách được chỉ đạo sát sao, tổng thu đạt 900 tỷ đồng.": [("state_budget_revenue", "level", 900)],
    "Doanh thu du lịch tăng mạnh, doanh thu đạt 420 tỷ đồng.": [("tourism_revenue", "level", 420)],
    "Đấu giá khởi sắc, huyện thu về 310 tỷ đồng.": [("land_revenue", "level", 310)],
    "Huyện đấu giá thành công 3,2ha đất, thu 310 tỷ đồng.": [("land_revenue", "level", 310)],
    "Thu ngân sách tuy có đấu giá nhưng chỉ đạt 310 tỷ đồng.": [("state_budget_revenue", "level", 310)],
    "Chi ngân sách đạt 700 tỷ đồng, đã chi 37 tỷ đồng hỗ trợ người khó khăn.": [("budget_expenditure", "level", 700)],
    "Giá trị sản xuất các ngành do quận quản lý đạt tốc độ tăng trưởng 11,4%.": [("gross_output", "growth", 11.4)],
    "Ngành thương mại, dịch vụ giữ đà tăng trưởng khá, giá trị sản xuất đạt 920 tỷ đồng.": [
        ("gross_output_trade_services", "level", 920)
    ],
    "Ngành dịch vụ chiếm 63% giá trị sản xuất của quận.": [("gross_output_trade_services", "share", 63)],
    "Tỷ lệ công trình xây dựng có phép đạt 98,1%.": [],
    "Kinh tế của quận đạt tốc độ tăng trưởng 8,1%.": [("economic_growth", "growth", 8.1)],
    "Tổng doanh thu ngành thương mại, dịch vụ tăng 9,1%.": [("trade_services_revenue", "growth", 9.1)],
    "Doanh thu dịch vụ lưu trú và ăn uống đạt 812 tỷ đồng.": [],
    "Giá trị sản xuất công nghiệp - tiểu thủ công nghiệp khu vực ngoài Nhà nước đạt 820 tỷ đồng.": [
        ("gross_output_non_state_industry", "level", 820)
    ],
    "Công tác xây dựng Đảng được quan tâm, kết nạp 120 đảng viên.": [],
    "Thu - chi ngân sách: tổng thu đạt 980 tỷ đồng; tổng chi đạt 1.560 tỷ đồng.": [
        ("state_budget_revenue", "level", 980), ("budget_expenditure", "level", 1560)
    ],
    "Vốn xây dựng cơ bản giải ngân được 320/560 tỷ đồng, đạt 57,1%.": [
        ("public_investment_disbursement", "level", 320),
        ("public_investment_disbursement", "plan_attainment", 57.1),
    ],
    "Huyện đã giải ngân 57,1% kế hoạch vốn đầu tư công.": [
        ("public_investment_disbursement", "plan_attainment", 57.1)
    ],
    "Ngân hàng giải ngân 57 tỷ đồng cho vay hộ nghèo.": [],
    # a bare disbursement is public investment, unless a lender or one project is spoken of
    "Lũy kế giải ngân đến hết tháng 9 được 812 tỷ đồng, đạt 61,3% kế hoạch vốn.": [
        ("public_investment_disbursement", "level", 812),
        ("public_investment_disbursement", "plan_attainment", 61.3),
    ],
    "Quận đã giải ngân được 43,5% tổng vốn đầu tư công được giao.": [
        ("public_investment_disbursement", "plan_attainment", 43.5)
    ],
    "Ngân hàng Chính sách xã hội giải ngân 57 tỷ đồng. Quỹ hỗ trợ nông dân giải ngân 4,5 tỷ đồng.": [],
    "Dự án cải tạo hồ có vốn năm 2023 là 48 tỷ đồng, lũy kế giải ngân 34 tỷ đồng.": [],
    "Quận đã giải ngân 12,5 tỷ đồng hỗ trợ 8.400 lao động gặp khó khăn.": [],
    # capital there is to spend is a plan
    "Quận được giao 1.240 tỷ đồng vốn đầu tư công, đến nay giải ngân 745 tỷ đồng.": [
        ("public_investment_disbursement", "level", 745)
    ],
    "Tổng vốn đầu tư công của quận là 1.240 tỷ đồng, bố trí cho 96 dự án.": [],
    "Quận đã giải ngân 745 tỷ đồng vốn đầu tư công.": [("public_investment_disbursement", "level", 745)],
    # sums won at auctions
    "Đấu giá quyền sử dụng đất được 5,2ha, tổng giá trị trúng đấu giá 1.120 tỷ đồng.": [
        ("land_revenue", "level", 1120)
    ],
    "Theo Chi cục Thuế quận, 10 tháng thu 2.840 tỷ đồng; ước cả năm thu 3.300 tỷ đồng.": [
        ("state_budget_revenue", "level", 2840), ("state_budget_revenue", "level", 3300)
    ],
    "Doanh thu từ dịch vụ lưu trú tại các điểm tham quan, du lịch đạt 71,4 tỷ đồng.": [
        ("tourism_revenue", "level", 71.4)
    ],
    "Thành phố giao cho huyện 578 tỷ đồng vốn đầu tư công, huyện giao 648 tỷ đồng cho 16 dự án.": [],
    # a coverage is that of the insurance spoken of
    "BHXH 7.412 người, BHYT 171.300 người (đạt tỷ lệ bao phủ 91,2%).": [("health_insurance_coverage", "level", 91.2)],
    "Quận cấp 45.000 thẻ BHYT, nâng độ bao phủ lên 93,5%.": [("health_insurance_coverage", "level", 93.5)],
    "Số người tham gia BHXH đạt 12.000 người, tỷ lệ bao phủ 41,3% lực lượng lao động.": [],
    "Tỷ lệ bao phủ cây xanh đạt 41%; tỷ lệ bao phủ vắc xin đạt 95%.": [],
    "Quận hỗ trợ 30% mức đóng bảo hiểm y tế cho học sinh.": [],
    "Công ty thu 900 tỷ đồng từ bán căn hộ.": [],
    "Tính theo giá trị sản xuất, ngành công nghiệp làm ra 10.200 tỷ đồng; xây dựng chỉ còn 2.000 tỷ đồng.": [
        ("gross_output_industry", "level", 10200), ("gross_output_construction", "level", 2000),
    ],
    "Công nghiệp - xây dựng, dịch vụ và nông nghiệp tạo ra giá trị sản xuất lần lượt 29, 12 và 23 tỷ đồng.": [
        ("gross_output_industry_construction", "level", 29), ("gross_output_trade_services", "level", 12),
        ("gross_output_agriculture", "level", 23),
    ],
    "Động lực là công nghiệp và xây dựng với giá trị sản xuất tăng 12,1%.": [
        ("gross_output_industry_construction", "growth", 12.1)
    ],
    "Giá trị sản xuất nông nghiệp, công nghiệp, dịch vụ lần lượt tăng 2,1%, 8,4% và 9,7%.": [
        ("gross_output_agriculture", "growth", 2.1), ("gross_output_industry", "growth", 8.4),
        ("gross_output_trade_services", "growth", 9.7),
    ],
    "Tổng doanh thu của ngành dịch vụ, thương mại, du lịch ước đạt 6.700 tỷ đồng, tăng 13%.": [
        ("trade_services_revenue", "level", 6700), ("trade_services_revenue", "growth", 13)
    ],
    "Doanh thu thương mại - dịch vụ tăng 14%, trong đó doanh thu ngành thương mại tăng 12%, du lịch tăng 40%.": [
        ("trade_services_revenue", "growth", 14)
    ],
    "Lĩnh vực thương mại dịch vụ phát triển nhanh, bình quân tăng 9,1%/năm.": [
        ("gross_output_trade_services", "growth", 9.1)
    ],
    "Ngành nông nghiệp vẫn là trụ đỡ của nền kinh tế, tăng 3,4%.": [("gross_output_agriculture", "growth", 3.4)],
    "Ngành nông nghiệp có 120 hợp tác xã, số trang trại tăng 12%.": [],
    "Tổng giá trị thương mại - dịch vụ đạt 9.410 tỷ đồng.": [("gross_output_trade_services", "level", 9410)],
    "Không kể tiền sử dụng đất, phần còn lại vỏn vẹn 725 tỷ đồng, bằng 78% dự toán.": [],
    "Chi ngân sách 486 tỷ đồng, trong đó đầu tư xây dựng cơ bản được chi 121 tỷ đồng.": [
        ("budget_expenditure", "level", 486), ("investment_expenditure", "level", 121)
    ],
    # "tổng giá trị" of a sector is its output; of anything else it is none
    "Tổng giá trị thương mại - dịch vụ đạt 8.120 tỷ đồng, tăng 11,4%.": [
        ("gross_output_trade_services", "level", 8120), ("gross_output_trade_services", "growth", 11.4)
    ],
    "Về nông nghiệp tiếp tục giữ vững với tổng giá trị đạt 1.310 tỷ đồng.": [
        ("gross_output_agriculture", "level", 1310)
    ],
    "Nông nghiệp năm 2023 ổn định, tổng giá trị đạt 1.310 tỷ đồng.": [("gross_output_agriculture", "level", 1310)],
    "Giải ngân vốn đầu tư công với tổng giá trị 340 tỷ đồng.": [("public_investment_disbursement", "level", 340)],
    "Thu ngân sách đạt 900 tỷ đồng. Giá trị công nghiệp tăng 14,2%.": [
        ("state_budget_revenue", "level", 900), ("gross_output_industry", "growth", 14.2)
    ],
    "Tổng thu từ các hoạt động du lịch đạt 145 tỷ đồng.": [("tourism_revenue", "level", 145)],
    "Doanh thu dịch vụ lưu trú, du lịch đạt 145 tỷ đồng.": [("tourism_revenue", "level", 145)],
    # a part of the sales, that says itself what is sold or does not
    "Doanh thu thương mại đạt 7.600 tỷ đồng; dịch vụ lưu trú, du lịch 210 tỷ đồng, tăng 64%.": [
        ("trade_services_revenue", "level", 7600), ("tourism_revenue", "level", 210), ("tourism_revenue", "growth", 64)
    ],
    "Doanh thu thương mại, dịch vụ đạt 3.900 tỷ đồng. Trong đó, doanh thu dịch vụ đạt 1.250 tỷ đồng, tăng 21%.": [
        ("trade_services_revenue", "level", 3900)
    ],
    "Doanh thu thương mại, dịch vụ đạt 3.900 tỷ đồng. Tháng 12, doanh thu dịch vụ đạt 250 tỷ đồng.": [
        ("trade_services_revenue", "level", 3900), ("trade_services_revenue", "level", 250)
    ],
    "Phát triển dịch vụ lưu trú, du lịch, tăng 8% số lao động.": [],
    # land is no output
    "Huyện dồn đổi 88 ha đất sản xuất nông nghiệp, đạt 103,4% kế hoạch thành phố giao.": [],
    "Sản xuất nông nghiệp đạt 103,4% kế hoạch thành phố giao.": [
        ("gross_output_agriculture", "plan_attainment", 103.4)
    ],
    "Hỗ trợ nông nghiệp với tổng giá trị 14 tỷ đồng.": [],
    "Tổng giá trị xây dựng nhà văn hóa là 36 tỷ đồng.": [],
    "Thu ngân sách đạt 900 tỷ đồng; tặng quà tổng giá trị 15 tỷ đồng.": [("state_budget_revenue", "level", 900)],
    "Giá trị nông nghiệp trên 1ha canh tác đạt 310 triệu đồng, gấp 1,4 lần năm 2019.": [],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(CASES, observe_each(CASES), strict=True))


@pytest.mark.parametrize("sentence", CASES)
def test_a_short_phrase_means_what_is_spoken_of(sentence: str) -> None:
    assert [(said.indicator, said.measure, said.value) for said in told()[sentence]] == CASES[sentence]


def test_a_batch_may_end_with_a_sector() -> None:
    said = observe(
        "Trong cơ cấu, thương mại - dịch vụ giữ 72,4%, phần còn lại thuộc về công nghiệp - xây dựng."
    )
    assert [(one.indicator, one.value) for one in said] == [("gross_output_trade_services", 72.4)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công nghiệp, dịch vụ, nông nghiệp trong cơ cấu kinh tế lần lượt chiếm 55%, 35%, 10%.",
        "Công nghiệp, dịch vụ và nông nghiệp lần lượt chiếm 55%, 35% và 10% cơ cấu kinh tế.",
        "Công nghiệp chiếm 55%, dịch vụ chiếm 35%, nông nghiệp chiếm 10% trong cơ cấu kinh tế của quận.",
    ],
)
def test_sectors_before_the_structure_that_they_are_parts_of(sentence: str) -> None:
    assert [(one.indicator, one.measure, one.value) for one in observe(sentence)] == [
        ("gross_output_industry", "share", 55.0),
        ("gross_output_trade_services", "share", 35.0),
        ("gross_output_agriculture", "share", 10.0),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong cơ cấu lao động, công nghiệp, dịch vụ, nông nghiệp lần lượt chiếm 55%, 35%, 10%.",
        "Công nghiệp, dịch vụ, nông nghiệp trong cơ cấu lao động lần lượt chiếm 55%, 35%, 10%.",
        "Về cơ cấu lao động, công nghiệp - xây dựng chiếm 55%, thương mại - dịch vụ chiếm 35%.",
        "Tỷ trọng lao động nông nghiệp giảm còn 10%.",
    ],
)
def test_the_structure_of_something_else_has_no_output(sentence: str) -> None:
    assert observe(sentence) == []


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        (
            "Thu ngân sách đạt 1.344 tỷ đồng.\nVề chi, đến nay quận chi 1.466 tỷ đồng, bằng 73,9%.",
            [1466.0, 73.9],
        ),
        ("Thu ngân sách đạt 1.344 tỷ đồng.\nQuận chi 12 tỷ đồng hỗ trợ người nghèo.", []),
    ],
)
def test_spending_is_of_the_budget_where_it_opens_a_section(text: str, spent: list[float]) -> None:
    assert [one.value for one in observe(text) if one.indicator == "budget_expenditure"] == spent
