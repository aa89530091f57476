"""Branches: whose growth and whose output is meant where the figure's own words name no branch of the economy."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.observing import Said, observe_each

CASES: dict[str, list[tuple[str, str, float]]] = {
    # a rate of growth is that of its clause's subject, else the economy's
    "Ngành công nghiệp duy trì tốc độ tăng trưởng 7,4%.": [("gross_output_industry", "growth", 7.4)],
    "Tốc độ tăng trưởng ngành dịch vụ đạt 11,2%.": [("gross_output_trade_services", "growth", 11.2)],
    "Giá trị xuất khẩu có tốc độ tăng trưởng 6,1%.": [("export_value", "growth", 6.1)],
    "Ngành trồng trọt có tốc độ tăng trưởng 1,9%.": [],
    "Kinh tế phát triển khá, tốc độ tăng trưởng đạt 8,6%.": [("economic_growth", "growth", 8.6)],
    "Tốc độ tăng trưởng đạt 8,6%, trong đó nông nghiệp tăng 2,2%, công nghiệp tăng 10,4%.": [
        ("economic_growth", "growth", 8.6), ("gross_output_agriculture", "growth", 2.2),
        ("gross_output_industry", "growth", 10.4),
    ],
    "Nông nghiệp tăng 2,3%, ngành dịch vụ tăng trưởng 9,8%.": [
        ("gross_output_agriculture", "growth", 2.3), ("gross_output_trade_services", "growth", 9.8)
    ],
    "Giá dịch vụ tăng 4%, số lao động nông nghiệp giảm 3%.": [],
    # a district's name between the branch and what it does
    "Công nghiệp của quận tăng 8%, nông nghiệp toàn quận tăng 2%.": [
        ("gross_output_industry", "growth", 8), ("gross_output_agriculture", "growth", 2)
    ],
    # of the whole branch that the sentence before told of
    "Công nghiệp giữ vai trò đầu tàu với giá trị sản xuất 8.120 tỷ đồng. Tốc độ tăng trưởng toàn ngành đạt 9,4%.": [
        ("gross_output_industry", "level", 8120), ("gross_output_industry", "growth", 9.4)
    ],
    "Tốc độ tăng trưởng toàn ngành công nghiệp đạt 9,4%.": [("gross_output_industry", "growth", 9.4)],
    "Chăn nuôi phát triển ổn định, tốc độ tăng trưởng của lĩnh vực này là 2%.": [],
    # behind a figure it is that of what the figure is of; in a list of shares it is nobody's of them
    "Giá trị sản xuất công nghiệp đạt 1.840 tỷ đồng, tốc độ tăng trưởng đạt 9,6%; nông nghiệp đạt 310 tỷ đồng.": [
        ("gross_output_industry", "level", 1840), ("gross_output_industry", "growth", 9.6),
        ("gross_output_agriculture", "level", 310),
    ],
    "Trong đó, công nghiệp - xây dựng chiếm 71,5%, tốc độ tăng trưởng bình quân là 12,4%.": [
        ("gross_output_industry_construction", "share", 71.5), ("gross_output_industry_construction", "growth", 12.4)
    ],
    # the change was another branch's
    "Cơ cấu kinh tế chuyển dịch theo hướng giảm tỷ trọng nông nghiệp, tăng dịch vụ, trong đó nông nghiệp 12,4%.": [
        ("gross_output_agriculture", "share", 12.4)
    ],
    "Cơ cấu kinh tế: công nghiệp 51%, dịch vụ 37%, nông nghiệp 12%, tốc độ tăng trưởng đạt 8,4%.": [
        ("gross_output_industry", "share", 51), ("gross_output_trade_services", "share", 37),
        ("gross_output_agriculture", "share", 12), ("economic_growth", "growth", 8.4),
    ],
    "Tổng giá trị sản xuất đạt 9.400 tỷ đồng, tốc độ tăng trưởng kinh tế đạt 8,4%.": [
        ("gross_output", "level", 9400), ("economic_growth", "growth", 8.4)
    ],
    # a sentence that is led in as one about a branch tells the branch's output, even as a total
    "Đối với sản xuất nông nghiệp, tốc độ tăng giá trị sản xuất bình quân giai đoạn 2016-2020 là 3,7%.": [
        ("gross_output_agriculture", "growth", 3.7)
    ],
    "Trong đó, sản xuất nông nghiệp do mưa lũ nên tổng giá trị sản xuất chỉ đạt 412 tỷ đồng.": [
        ("gross_output_agriculture", "level", 412)
    ],
    "Về công nghiệp và nông nghiệp, tổng giá trị sản xuất đạt 9.400 tỷ đồng.": [("gross_output", "level", 9400)],
    "Về nông nghiệp, giá trị sản xuất đạt 412 tỷ đồng, tăng 2%; tổng giá trị sản xuất đạt 9.400 tỷ đồng.": [
        ("gross_output_agriculture", "level", 412), ("gross_output_agriculture", "growth", 2),
        ("gross_output", "level", 9400),
    ],
    # what the clause before speaks of is what an output is of; a trade that no phrase names keeps it
    "Đến hết quý I, sản xuất công nghiệp giữ đà phục hồi, giá trị sản xuất đạt 415 tỷ đồng (tăng 6,4%).": [
        ("gross_output_industry", "level", 415), ("gross_output_industry", "growth", 6.4)
    ],
    "Ngành may mặc, giày da phát triển khá, giá trị sản xuất đạt 415 tỷ đồng, tăng 31%.": [],
    "Các ngành có tốc độ tăng trưởng cao như: sản xuất hóa chất (tăng 61%), chế biến gỗ (tăng 18%).": [],
    "Một số sản phẩm công nghiệp chủ lực tăng khá như thép xây dựng tăng 21%, giày, dép tăng 17%.": [],
    "Tốc độ tăng bình quân giá trị sản xuất ngành nông, lâm, thủy sản là 2,7%/năm; công nghiệp là 11,4%; dịch vụ là "
    "8,1%.": [
        ("gross_output_agriculture", "growth", 2.7), ("gross_output_industry", "growth", 11.4),
        ("gross_output_trade_services", "growth", 8.1),
    ],
    "Số hộ làm tiểu thủ công nghiệp là 21.400 hộ, chiếm 35%.": [],
    "Giá trị sản xuất CN, tiểu thủ CN, xây dựng đạt 1.840 tỷ đồng; nông, lâm, thủy đạt 26 tỷ đồng.": [
        ("gross_output_industry_construction", "level", 1840), ("gross_output_agriculture", "level", 26)
    ],
    # what a sector's growth arrived at, or its worth, is its level
    "Ngành dịch vụ tăng 11%, đạt 4.120 tỷ đồng.": [
        ("gross_output_trade_services", "growth", 11), ("gross_output_trade_services", "level", 4120)
    ],
    "Sản xuất nông nghiệp ổn định, giá trị ước đạt 412 tỷ đồng, tăng 2,1%.": [
        ("gross_output_agriculture", "level", 412), ("gross_output_agriculture", "growth", 2.1)
    ],
    "Sản xuất nông nghiệp ổn định, giá trị 1 ha canh tác đạt 165 triệu đồng.": [],
    "Giá trị sản xuất ngành trồng trọt đạt 412 tỷ đồng.": [],
    "Giá trị sản xuất của các làng nghề đạt 412 tỷ đồng, tăng 4%.": [],
    "Giá trị sản xuất công nghiệp khu vực kinh tế ngoài nhà nước tăng 7,7%.": [
        ("gross_output_non_state_industry", "growth", 7.7)
    ],
    "Giá trị sản xuất khu vực I đạt 412 tỷ đồng, khu vực II đạt 5.100 tỷ đồng.": [
        ("gross_output_agriculture", "level", 412), ("gross_output_industry_construction", "level", 5100)
    ],
    # an output that names no branch is that of the branch spoken of
    "Sản xuất công nghiệp gặp khó khăn. Giá trị sản xuất toàn ngành đạt 3.120 tỷ đồng, bằng 92% so với năm trước.": [
        ("gross_output_industry", "level", 3120), ("gross_output_industry", "growth", -8)
    ],
    "Lĩnh vực nông nghiệp ổn định. Giá trị sản xuất đạt 830 tỷ đồng.": [("gross_output_agriculture", "level", 830)],
    "Về thủy sản, giá trị sản xuất ước đạt 214 tỷ đồng, tăng 5,5%.": [],
    "Kinh tế tăng trưởng khá. Giá trị sản xuất toàn ngành đạt 3.120 tỷ đồng.": [("gross_output", "level", 3120)],
    "Kinh tế chuyển dịch theo hướng tăng công nghiệp, giảm nông nghiệp. Giá trị sản xuất đạt 3.120 tỷ đồng.": [
        ("gross_output", "level", 3120)
    ],
    "Giá trị sản xuất công nghiệp, tiểu thủ công nghiệp (ngoài quốc doanh) đạt 412 tỷ đồng.": [
        ("gross_output_non_state_industry", "level", 412)
    ],
    "Giá trị sản xuất công nghiệp dân doanh tăng 6%.": [("gross_output_non_state_industry", "growth", 6)],
    "Giá trị sản xuất công nghiệp- xây dựng đạt 412 tỷ đồng.": [("gross_output_industry_construction", "level", 412)],
    "Tổng giá trị công nghiệp ước đạt 640 tỷ đồng; giá trị thương mại - dịch vụ đạt 1.200 tỷ đồng.": [
        ("gross_output_industry", "level", 640), ("gross_output_trade_services", "level", 1200)
    ],
    "Sản xuất công nghiệp - xây dựng đạt 640 tỷ đồng, tăng 6,2%.": [
        ("gross_output_industry_construction", "level", 640), ("gross_output_industry_construction", "growth", 6.2)
    ],
    "Doanh thu thương mại đạt 900 tỷ đồng, riêng xuất khẩu 2,4 triệu sản phẩm may mặc.": [
        ("trade_services_revenue", "level", 900)
    ],
    "Giá trị sản xuất đạt 1.500 tỷ đồng, bằng 102% so với kịch bản tăng trưởng.": [
        ("gross_output", "level", 1500), ("gross_output", "plan_attainment", 102)
    ],
    # amounts of sectors that add up to the output told before are its parts
    "Tổng giá trị sản xuất đạt 9.400 tỷ đồng.\nNhờ đó, công nghiệp - xây dựng đóng góp 5.200 tỷ đồng (tăng 8%), thương "
    "mại, dịch vụ 3.900 tỷ đồng, còn lại nông nghiệp 300 tỷ đồng, giảm 3%.": [
        ("gross_output", "level", 9400), ("gross_output_industry_construction", "level", 5200),
        ("gross_output_industry_construction", "growth", 8), ("gross_output_trade_services", "level", 3900),
        ("gross_output_agriculture", "level", 300), ("gross_output_agriculture", "growth", -3),
    ],
    "Tổng giá trị sản xuất đạt 9.400 tỷ đồng.\nThuế từ công nghiệp - xây dựng 120 tỷ đồng, dịch vụ 30 tỷ.": [
        ("gross_output", "level", 9400)
    ],
    "Quận hỗ trợ công nghiệp - xây dựng 12 tỷ đồng, thương mại - dịch vụ 5 tỷ đồng.": [],
    # a rate that leads to a list of districts is of what the sentence before was about
    "Tổng mức bán lẻ các quận đạt 390.000 tỷ đồng. Một số quận có tốc độ tăng trưởng cao, như quận Ba Đình (tăng "
    "14,1%), quận Hoàn Kiếm (tăng 13,2%).": [
        ("trade_services_revenue", "growth", 14.1), ("trade_services_revenue", "growth", 13.2)
    ],
    "Doanh thu vận tải các quận đạt 3.900 tỷ đồng. Những nơi có mức tăng trưởng cao gồm: Tây Hồ tăng 14,1%.": [],
    "Tổng mức bán lẻ các quận đạt 390.000 tỷ đồng. Tốc độ tăng trưởng của quận Tây Hồ đạt 8,3%.": [
        ("economic_growth", "growth", 8.3)
    ],
    "Các huyện có tốc độ tăng trưởng cao: Đông Anh 9,6%, Gia Lâm 9,1%.": [
        ("economic_growth", "growth", 9.6), ("economic_growth", "growth", 9.1)
    ],
    # a growth that is striven for and is of nothing else is the economy's
    "Năm 2024, quận phấn đấu tăng trưởng 9,5%; thu ngân sách 3.200 tỷ đồng.": [
        ("economic_growth", "growth", 9.5), ("state_budget_revenue", "level", 3200)
    ],
    "Quận đặt mục tiêu tăng trưởng 8 - 9%/năm.": [("economic_growth", "growth", 8), ("economic_growth", "growth", 9)],
    "Giá trị sản xuất công nghiệp phấn đấu tăng trưởng 10%.": [("gross_output_industry", "growth", 10)],
    "Ngành du lịch quận đặt mục tiêu tăng trưởng 12%.": [],
    "Hợp tác xã Hồng Phong phấn đấu tăng trưởng 15%.": [],
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(CASES, observe_each(CASES), strict=True))


@pytest.mark.parametrize("sentence", CASES)
def test_growth_and_output_are_those_of_the_branch_spoken_of(sentence: str) -> None:
    assert [(said.indicator, said.measure, said.value) for said in told()[sentence]] == CASES[sentence]
