"""Social figures: the poor and by how much they became fewer, schools of one stage, who lives in a district."""

from __future__ import annotations

import pytest

from tests.support.observing import observe

POOR, RATE, NEAR = "poor_households", "poverty_rate", "near_poor_households"
SCHOOLS, INCOME, PEOPLE = "national_standard_schools", "income_per_capita", "population"

Told = tuple[str, str, float]
CASES: dict[str, list[Told]] = {
    # a reduction, where the verb does not stand right before the figure
    "Quận giảm tỷ lệ hộ nghèo được 0,31%.": [(RATE, "growth", -0.31)],
    "Quận kéo giảm gần 0,4% tỷ lệ hộ nghèo so với đầu năm.": [(RATE, "growth", -0.4)],
    "Tỷ lệ hộ nghèo còn 0,8% (tương đương mức giảm tỷ lệ hộ nghèo 0,5%).": [
        (RATE, "level", 0.8), (RATE, "growth", -0.5)
    ],
    "Tỷ lệ giảm nghèo bình quân đạt 0,6%/năm.": [(RATE, "growth", -0.6)],
    "Tỷ lệ hộ nghèo giảm ít (0,2%).": [(RATE, "growth", -0.2)],
    "Toàn quận có 940 hộ nghèo, tỷ lệ 1,3%, giảm so với năm 2022 được 310 hộ nghèo, tương ứng 0,4%.": [
        (POOR, "level", 940), (RATE, "level", 1.3), (RATE, "growth", -0.4)
    ],
    "Quận có 940 hộ nghèo, giảm 380 hộ, tương đương 28,8%.": [(POOR, "level", 940), (POOR, "growth", -28.8)],
    "Số hộ nghèo giảm nhiều (310 hộ).": [],
    # some of the poor only; the poor and the nearly poor together; those who are poor no more
    "Huyện có 820 hộ nghèo, bằng 1,4%; trong đó hộ nghèo người Mường là 212 hộ, tỷ lệ 5,6%.": [
        (POOR, "level", 820), (RATE, "level", 1.4)
    ],
    "Hộ cận nghèo còn 940 hộ, trong đó hộ cận nghèo có người khuyết tật 105 hộ, chiếm 11,2%.": [(NEAR, "level", 940)],
    "Còn 540 hộ nghèo, trong đó có 120 hộ nghèo dân tộc thiểu số, chiếm 22,2%.": [(POOR, "level", 540)],
    "Tỷ lệ hộ nghèo đồng bào dân tộc còn 5,6%; tỷ lệ hộ nghèo toàn huyện còn 1,4%.": [(RATE, "level", 1.4)],
    "Huyện có 2.600 hộ nghèo và cận nghèo, trong đó hộ nghèo 900 hộ.": [(POOR, "level", 900)],
    "Quận đưa 240/215 hộ ra khỏi danh sách hộ nghèo, còn 85 hộ nghèo.": [(POOR, "level", 85)],
    "Huyện chỉ còn 40 hộ nghèo thuộc diện bảo trợ xã hội, chiếm 0,1%.": [(POOR, "level", 40), (RATE, "level", 0.1)],
    "Có 1.350 lượt hộ nghèo được tiếp cận vốn ưu đãi.": [],
    "Huyện còn 310 hộ nghèo và 420 hộ cận nghèo.": [(POOR, "level", 310), (NEAR, "level", 420)],
    "Tỷ lệ hộ nghèo giảm bình quân từ 0,3-0,5%/năm.": [(RATE, "growth", -0.3), (RATE, "growth", -0.5)],
    "Quận giảm được 0,4% hộ nghèo.": [(RATE, "growth", -0.4)],
    "Quận giảm được 12% số hộ nghèo.": [(POOR, "growth", -12)],
    # what those earn whose work is spoken of
    "Cụm công nghiệp có 3.100 lao động với thu nhập bình quân 6,5 triệu đồng/người/tháng.": [],
    "Làng nghề thu hút 3.100 lao động, mức thu nhập từ 4 đến 6,5 triệu đồng/người/tháng.": [],
    "Tỷ lệ hộ nghèo giảm 0,2 điểm phần trăm so với năm 2022.": [(RATE, "growth", -0.2)],
    "Hộ nghèo giảm 0,3%/năm.": [(RATE, "growth", -0.3)],
    "Quận đặt mục tiêu giảm tỷ lệ hộ nghèo còn 0,4%/năm.": [(RATE, "growth", -0.4)],
    "Quận phấn đấu hạ tỷ lệ hộ nghèo 0,4%/năm.": [(RATE, "growth", -0.4)],
    # jobs that are more are the jobs created, but for those by which they grew
    "Quận giải quyết việc làm tăng thêm cho 4.600 lao động.": [("jobs_created", "level", 4600)],
    "Quận giải quyết việc làm cho 4.600 lao động, tăng thêm 300 lao động.": [("jobs_created", "level", 4600)],
    # what people earn in another sentence is no wage of those that found work in this one
    "Quận tạo việc làm cho 4.600 lao động.\nThu nhập bình quân đạt 81 triệu đồng/người/năm.": [
        ("jobs_created", "level", 4600), (INCOME, "level", 81)
    ],
    "Quận tuyển được 196 thanh niên lên đường nhập ngũ, bảo đảm chất lượng và đạt 100% kế hoạch.": [
        ("military_recruitment_rate", "level", 100)
    ],
    # no reduction
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%, cao hơn 0,9 điểm phần trăm.": [("health_insurance_coverage", "level", 95)],
    "Giảm 310 hộ nghèo, vượt 11% kế hoạch.": [],
    "Mức giảm tỷ lệ hộ nghèo đạt 121% kế hoạch.": [(RATE, "plan_attainment", 121)],
    "Quận giảm tỷ lệ hộ nghèo xuống còn 0,31%.": [(RATE, "level", 0.31)],
    "Quận tăng tỷ lệ bao phủ bảo hiểm y tế đạt 93%.": [("health_insurance_coverage", "level", 93)],
    "Số hộ nghèo giảm còn (310 hộ).": [(POOR, "level", 310)],
    # schools of one stage are not the district's
    "Tỷ lệ trường đạt chuẩn quốc gia bậc tiểu học đạt 100%; tỷ lệ trường đạt chuẩn quốc gia đạt 78%.": [
        (SCHOOLS, "share", 78)
    ],
    "Quận có 52/60 trường đạt chuẩn quốc gia, trong đó bậc mầm non đạt 80%.": [(SCHOOLS, "level", 52)],
    "Quận có 52/60 trường đạt chuẩn quốc gia, đạt 86,7%.": [(SCHOOLS, "level", 52), (SCHOOLS, "share", 86.7)],
    "Toàn quận có 4/6 trường THPT đã đạt chuẩn quốc gia.": [],
    "Có 98/113 trường đạt chuẩn quốc gia (mầm non 34/38 trường, tiểu học 35/40 trường).": [(SCHOOLS, "level", 98)],
    "Số trường công nhận mới đạt chuẩn quốc gia: 3 trường.": [],
    # communes on their way are not yet what they strive for
    "Có 8 xã thực hiện chương trình xây dựng nông thôn mới; đến nay đã có 5 xã đạt chuẩn nông thôn mới.": [
        ("new_rural_communes", "level", 5)
    ],
    "Chỉ còn 1 xã sẽ phấn đấu hoàn thành nông thôn mới.": [],
    "Có 3 xã đạt chuẩn nông thôn mới (NTM) nâng cao.": [("advanced_new_rural_communes", "level", 3)],
    "Có 18/18 xã (đạt 100%) đạt chuẩn nông thôn mới; 9/18 xã (đạt 50%) đạt chuẩn nông thôn mới nâng cao.": [
        ("new_rural_communes", "level", 18), ("new_rural_communes", "share", 100),
        ("advanced_new_rural_communes", "level", 9), ("advanced_new_rural_communes", "share", 50),
    ],
    # other wholes
    "Giải quyết việc làm cho 2.300 lao động; hằng năm có trên 75% số tổ chức cơ sở đảng vững mạnh.": [
        ("jobs_created", "level", 2300)
    ],
    "50% số xã đạt chuẩn nông thôn mới; 95% số dân sử dụng nước sạch.": [("new_rural_communes", "share", 50)],
    "Quận đạt mức tăng trưởng 11,5%.": [("economic_growth", "growth", 11.5)],
    "Thu ngân sách tăng từ 5% trở lên so với dự toán.": [("state_budget_revenue", "plan_attainment", 105)],
    # what was planned stands aside
    "Tỷ lệ hộ nghèo còn 0,8% (KH ĐH đạt 1-1,5%).": [(RATE, "level", 0.8)],
    "Tổng giá trị sản xuất tăng 9,1% (nghị quyết 8,5%).": [("gross_output", "growth", 9.1)],
    # people by their households' books
    "Toàn quận có 61.200 hộ dân với 221.350 nhân khẩu, trong đó có 310 hộ nghèo.": [
        (PEOPLE, "level", 221350), (POOR, "level", 310)
    ],
    "Quận có dân số 37 vạn người.": [(PEOPLE, "level", 370000)],
    "Dân số 231.400, diện tích 9 km2.": [(PEOPLE, "level", 231400)],
    "Dự án ảnh hưởng đến 1.250 nhân khẩu.": [],
    "Dân số của quận là 231.400 người, theo niên giám thống kê năm 2022.": [(PEOPLE, "level", 231400)],
    # points of the rate, and what every poor household was given
    "Quận giảm được 410 hộ nghèo, bình quân mỗi năm giảm 0,6%. 100% hộ nghèo được hỗ trợ tiền điện.": [
        (RATE, "growth", -0.6)
    ],
    "Quận giảm được 41 hộ nghèo. Có 34% dân số trên địa bàn được cung cấp nước sạch.": [],
    "Có 94% dân số trên địa bàn quận tham gia bảo hiểm y tế.": [("health_insurance_coverage", "level", 94)],
    # who works there is no new job
    "Hai khu công nghiệp và 14 làng nghề đang hoạt động, tạo việc làm cho 31.000 lao động.": [],
    "Số lao động có việc làm thường xuyên là 61.200 người; giải quyết việc làm cho 2.300 lao động.": [
        ("jobs_created", "level", 2300)
    ],
    # of the whole city, or only being looked at
    "Thành phố công nhận 14 xã nông thôn mới nâng cao toàn thành phố.": [],
    "Đã thẩm định các tiêu chí nông thôn mới nâng cao cho 4 xã.": [],
    "Đã thẩm định xong; 4 xã đạt chuẩn nông thôn mới nâng cao.": [("advanced_new_rural_communes", "level", 4)],
    "Quận không còn hộ nghèo theo chuẩn của thành phố, hộ cận nghèo chiếm 0,43%.": [(NEAR, "share", 0.43)],
    "Tổng số dân của quận năm 2021 là 228.300 người đến năm 2023 tăng 3.100 người.": [(PEOPLE, "level", 228300)],
    # of a start whose year is not named
    "Với điểm xuất phát thấp, thu nhập bình quân đầu người chỉ 12,5 triệu đồng, tỷ lệ hộ nghèo 11,2%.": [],
    "Xuất phát điểm thấp nhưng đến nay thu nhập bình quân đầu người đã đạt 71 triệu đồng.": [(INCOME, "level", 71)],
    "Từ xuất phát điểm thấp, năm 2022 tỷ lệ hộ nghèo còn 0,9%.": [(RATE, "level", 0.9)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES.items())
def test_social_figures(text: str, told: list[Told]) -> None:
    assert [(one.indicator, one.measure, one.value) for one in observe(text)] == told


def test_what_is_lower_than_in_a_year_is_no_figure_of_that_year() -> None:
    said = observe("Quận có 940 hộ nghèo, giảm so với năm 2021 là 310 hộ; hộ cận nghèo có 1.205 hộ.")
    assert [(one.value, one.period[1].year) for one in said] == [(940, 2023), (1205, 2023)]


def test_who_lived_in_a_district_when_it_was_founded_did_so_in_that_year() -> None:
    act = "Ngày 6/11/2003, Chính phủ ban hành Nghị định thành lập quận Long Biên với dân số 168.000 người."
    said = observe(f"{act} Đến nay, dân số của quận là 331.000 người.")
    assert [(one.value, one.period[1].isoformat()) for one in said] == [
        (168000, "2003-12-31"),
        (331000, "2023-12-31"),
    ]


def test_the_yearbook_names_the_year_of_a_population() -> None:
    [said] = observe("Dân số của quận là 231.400 người, theo niên giám thống kê năm 2022.")
    assert said.period[1].year == 2022


def test_a_year_aside_of_the_noun_is_that_of_its_figure() -> None:
    [said] = observe("Với dân số (năm 2021) là 231.400 người, quận có 17 phường.")
    assert said.period[1].year == 2021


def test_what_has_come_by_now_is_no_target_of_the_headline() -> None:
    headline = "Huyện Ba Vì phấn đấu về đích nông thôn mới trong năm 2023"
    told = observe("Đến nay đã có 5 xã đạt chuẩn nông thôn mới.", title=headline, on=None)
    assert [(one.value, one.status) for one in told] == [(5, "actual")]


def test_a_source_at_the_end_of_a_sentence_dates_what_it_counts() -> None:
    text = (
        "Năm 2023, thu ngân sách đạt 900 tỷ đồng. Quận có 226.315 dân, bình quân mỗi phường 17.100 người (số liệu năm "
        "2020). Toàn quận có 11.420 doanh nghiệp đang hoạt động (tính đến cuối năm 2022)."
    )
    said = [(one.value, one.period[1].year) for one in observe(text)]
    assert said == [(900, 2023), (226315, 2020), (11420, 2022)]
