"""Figures that go on about what was said before, and those that must not."""

from __future__ import annotations

import pytest

from tests.support.observing import observe


def said(text: str) -> set[tuple[str, str, float]]:
    return {(one.indicator, one.measure, one.value) for one in observe(text)}


def test_percentages_in_a_list_answer_to_the_levels_before_them() -> None:
    assert said(
        "Thu ngân sách 498 tỷ đồng, trong đó thu tiền sử dụng đất 187 tỷ đồng; đạt lần lượt 46,9% và 37,5% dự toán."
    ) == {
        ("state_budget_revenue", "level", 498.0),
        ("land_revenue", "level", 187.0),
        ("state_budget_revenue", "plan_attainment", 46.9),
        ("land_revenue", "plan_attainment", 37.5),
    }


def test_two_figures_named_together_answer_in_order() -> None:
    found = said(
        "Chi ngân sách 2.518 tỷ đồng, chi đầu tư phát triển 801 tỷ đồng; so với dự toán, "
        "hai con số này bằng 87,1% và 74,6%."
    )
    assert ("budget_expenditure", "plan_attainment", 87.1) in found
    assert ("investment_expenditure", "plan_attainment", 74.6) in found


def test_counts_in_a_list_answer_to_those_before_them() -> None:
    text = "Cuối năm 2022 có 520 hộ nghèo và 1.204 hộ cận nghèo; đến nay còn lần lượt 320 và 812 hộ."
    assert said(text) >= {("poor_households", "level", 320.0), ("near_poor_households", "level", 812.0)}


def test_a_list_longer_than_what_it_answers_to_fails_nothing() -> None:
    text = "Quận đón 1,2 triệu lượt khách, doanh thu 530 tỷ đồng, tăng lần lượt 20% và 35% so với cùng kỳ."
    assert said(text) == {("tourist_arrivals", "level", 1_200_000.0)}


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("Số doanh nghiệp đang hoạt động trên địa bàn lên 10.260.", "enterprises_active", 10260.0),
        ("Số hộ nghèo 289, chiếm 0,57%.", "poor_households", 289.0),
        ("Số hộ cận nghèo dưới 600; thu nhập tăng.", "near_poor_households", 600.0),
        ("- 9.120: số lao động được giải quyết việc làm.", "jobs_created", 9120.0),
        ("Cuối năm, quận có trên 337 nghìn dân, mật độ cao.", "population", 337_000.0),
    ],
)
def test_a_count_needs_no_noun_of_its_own(text: str, indicator: str, value: float) -> None:
    assert (indicator, "level", value) in said(text)


def test_counts_in_a_list_answer_to_the_nouns_before_them() -> None:
    found = said(
        "Trên địa bàn có 5.870 doanh nghiệp và 14.300 hộ kinh doanh đang hoạt động; số thành lập mới lần lượt là "
        "688 và 1.245."
    )
    assert {("enterprises_new", "level", 688.0), ("household_businesses_new", "level", 1245.0)} <= found


def test_a_list_that_answers_to_nothing_says_nothing() -> None:
    found = said("Quận có 5.870 doanh nghiệp đang hoạt động; số đơn thư ba quý lần lượt là 68, 45 và 31.")
    assert {value for _, _, value in found} == {5870.0}


def test_the_same_noun_of_another_kind() -> None:
    found = said("Quận có 2.968 doanh nghiệp thành lập mới; số đang hoạt động là 11.840.")
    assert found == {("enterprises_new", "level", 2968.0), ("enterprises_active", "level", 11840.0)}


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (
            "Có 3.102 doanh nghiệp ra đời, thấp hơn năm 2019 (3.541 doanh nghiệp).",
            3541.0,
            "2019-01-01 2019-12-31",
        ),
        (
            "Thu ngân sách 6 tháng tăng 5% so với cùng kỳ năm 2022 (740 tỷ đồng).",
            740.0,
            "2022-01-01 2022-06-30",
        ),
        (
            "Sáu tháng, có 993 hộ kinh doanh mới, giảm so với cùng kỳ (1.052 hộ).",
            1052.0,
            "2022-01-01 2022-06-30",
        ),
        ("Thu ngân sách gấp 2 lần năm 2015 (410 tỷ đồng).", 410.0, "2015-01-01 2015-12-31"),
        ("Thu ngân sách năm 2022 (740 tỷ đồng) tăng 5%.", 740.0, "2022-01-01 2022-12-31"),
    ],
)
def test_a_figure_beside_the_base_of_a_comparison_is_of_its_period(
    text: str, value: float, period: str
) -> None:
    assert {f"{one.period[0]} {one.period[1]}" for one in observe(text) if one.value == value} == {period}


def test_a_bare_count_goes_on_for_another_district() -> None:
    found = observe(
        "Dẫn đầu là quận Cầu Giấy với 968 doanh nghiệp thành lập mới. Kế đến là quận Đống Đa với 745 doanh nghiệp. "
        "Đoàn đã thăm 12 doanh nghiệp.",
        title="Doanh nghiệp mới ở các quận",
    )
    assert [(one.district, one.indicator, one.value) for one in found] == [
        ("cau-giay", "enterprises_new", 968.0),
        ("dong-da", "enterprises_new", 745.0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giải quyết việc làm 7.500 người, 100% phường có nhà văn hóa.",
        "Thu ngân sách đạt 103% dự toán. Toàn quận có 100% gia đình ký cam kết.",
        "Tỷ lệ hộ nghèo giảm; 100% người từ 80 tuổi được khám sức khỏe.",
    ],
)
def test_a_whole_of_other_things_is_no_figure_of_the_indicator_before(text: str) -> None:
    assert 100.0 not in {value for _, _, value in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Giá trị sản xuất ngành dịch vụ ước 28.075 tỷ đồng.",
        "Còn thương mại - dịch vụ, giá trị sản xuất ước 28.075 tỷ đồng.",
    ],
)
def test_a_sector_may_stand_before_or_behind_its_output(text: str) -> None:
    assert said(text) == {("gross_output_trade_services", "level", 28075.0)}


def test_a_minus_sign_is_read_as_one() -> None:
    assert ("gross_output_agriculture", "growth", -2.6) in said(
        "Giá trị sản xuất nông nghiệp 124 tỷ đồng (-2,6%)."
    )


def test_a_level_that_cannot_be_is_set_aside_whatever_its_name() -> None:
    assert said("Số hộ nghèo chiếm 61% số hộ.") == set()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Thu ngân sách năm 2023 so với năm 2022 tăng 5%.", "previous_year"),
        ("Thu ngân sách năm 2023 so với năm 2020 tăng 51%.", "year:2020"),
        ("Thu ngân sách năm 2023 so với cùng kỳ tăng 5%.", "same_period"),
    ],
)
def test_the_base_may_stand_before_the_figure(text: str, basis: str) -> None:
    assert [one.basis for one in observe(text)] == [basis]


def test_from_the_year_s_beginning_to_a_month_is_no_next_year() -> None:
    (one,) = observe("Từ đầu năm tới cuối tháng 10, quận giải quyết việc làm cho 9.486 lao động.")
    assert (one.period[0].isoformat(), one.period[1].isoformat()) == ("2023-01-01", "2023-10-31")


@pytest.mark.parametrize(
    "aside",
    [
        "Các làng nghề hút 93 nghìn khách, tăng 30%.",
        "Vụ lúa mùa gieo cấy 8.214ha, bằng 99,1% kế hoạch.",
        "Đàn lợn có 92 nghìn con, bằng 118% cùng kỳ.",
    ],
)
def test_a_change_of_another_amount_is_not_carried_over(aside: str) -> None:
    assert said(f"Giá trị sản xuất nông nghiệp đạt 2.480 tỷ đồng. {aside}") == {
        ("gross_output_agriculture", "level", 2480.0)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổng huy động vốn của nhân dân ước đạt 415 tỷ đồng, tăng 12,4% so với cùng kỳ.",
        "Giá trị đầu tư xây dựng thực hiện 351 tỷ đồng, đạt 28% kế hoạch.",
    ],
)
def test_a_sentence_about_another_amount_carries_nothing_over(sentence: str) -> None:
    assert [one.value for one in observe(f"Thu ngân sách đạt 900 tỷ đồng. {sentence}")] == [900.0]


def test_an_amount_of_its_own_has_the_percentage_beside_it() -> None:
    told = observe(
        "Thu thuế là 68 tỷ đồng, giảm 3%; tiền cho thuê nhà xưởng là 20 tỷ đồng, giảm 5%. "
        "Tổng chi ngân sách là 318 tỷ đồng (trong đó chi thường xuyên 201 tỷ đồng), giảm 6,5%."
    )
    assert [(one.indicator, one.value) for one in told] == [
        ("tax_revenue", 68.0),
        ("tax_revenue", -3.0),
        ("budget_expenditure", 318.0),
        ("budget_expenditure", -6.5),
    ]


def test_the_amount_itself_goes_on_about_the_figure_before() -> None:
    told = observe("Thu ngân sách đạt 94% dự toán. Con số tuyệt đối là 930 tỷ đồng, tăng 6,5%.")
    assert [(one.measure, one.value) for one in told] == [
        ("plan_attainment", 94),
        ("level", 930),
        ("growth", 6.5),
    ]


def test_a_structure_named_again_answers_to_the_shares_and_not_to_what_stands_between() -> None:
    found = said(
        "Năm 2011, cơ cấu kinh tế: công nghiệp - xây dựng 51,2%, dịch vụ 28%, nông nghiệp 20,8%; thu nhập bình quân "
        "14 triệu đồng/người/năm; đến năm 2021 cơ cấu lần lượt là 58%, 33,5% và 8,5%."
    )
    assert found >= {
        ("gross_output_industry_construction", "share", 58.0),
        ("gross_output_trade_services", "share", 33.5),
        ("gross_output_agriculture", "share", 8.5),
    }


@pytest.mark.parametrize("unit", ["/ha", "/ha/năm", " trên một héc-ta"])
def test_what_changes_is_the_amount_for_each_hectare(unit: str) -> None:
    text = f"Giá trị sản xuất nông nghiệp đạt 190 triệu đồng{unit}, tăng 12% so với năm 2018."
    assert not {measure for _, measure, _ in said(text)} & {"growth", "multiple"}


def test_a_pronoun_or_a_sub_item_goes_on_about_the_line_above() -> None:
    said = observe(
        "1) Thu ngân sách trên địa bàn: 11.385 tỷ đồng\n+ đạt 109,3% dự toán\n+ tăng 5,4% so với năm 2022",
        role="list_item",
    )
    assert [(one.indicator, one.measure, one.value) for one in said] == [
        ("state_budget_revenue", "level", 11385),
        ("state_budget_revenue", "plan_attainment", 109.3),
        ("state_budget_revenue", "growth", 5.4),
    ]
    said = observe("Tổng thu ngân sách đạt 3.356 tỷ đồng.\nCon số này bằng 131% dự toán.")
    assert [(one.measure, one.value) for one in said] == [("level", 3356), ("plan_attainment", 131)]
    said = observe("Tổng thu ngân sách đạt 3.356 tỷ đồng.\nĐạt 96% hộ gia đình văn hóa.")
    assert [(one.measure, one.value) for one in said] == [("level", 3356)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Năm 2020, quận ghi nhận 153 công trình vi phạm trật tự xây dựng. Năm 2021 chỉ còn 88 công trình.",
            {("construction_violations", "level", 153.0), ("construction_violations", "level", 88.0)},
        ),
        (
            "Năm 2020, quận ghi nhận 153 công trình vi phạm trật tự xây dựng. Năm 2021, quận khởi công 88 công trình.",
            {("construction_violations", "level", 153.0)},
        ),
        (
            "Thêm 3 trường được công nhận mới chuẩn quốc gia, lũy kế 66/77 trường.",
            {("national_standard_schools", "level", 66.0)},
        ),
        (
            "Từ chỗ chỉ có 232.000 người (năm 2014), dân số quận nay đã là 282.450 người.",
            {("population", "level", 232_000.0), ("population", "level", 282_450.0)},
        ),
        (
            "Với khoảng 341.200 người đang sinh sống, đây là quận rộng nhất.",
            {("population", "level", 341_200.0)},
        ),
        ("Quận có khu đô thị mới với 62.000 người sinh sống.", set()),
        ("Toàn quận có 152.000 người được tiêm vắc xin.", set()),
    ],
)
def test_a_noun_that_was_just_said_is_left_out(text: str, found: set[tuple[str, str, float]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Xã kiểu mẫu thì Sóc Sơn có 3, Mê Linh có 2, Phúc Thọ 1.",
            {("soc-son", 3.0), ("me-linh", 2.0), ("phuc-tho", 1.0)},
        ),
        ("Sóc Sơn có 3 xã kiểu mẫu, Mê Linh xếp thứ 2.", {("soc-son", 3.0)}),
    ],
)
def test_bare_numbers_behind_other_districts_are_of_the_same_noun(
    text: str, found: set[tuple[str, float]]
) -> None:
    assert {(one.district, one.value) for one in observe(text, title="Nông thôn mới ở các huyện")} == found


def test_percentages_behind_an_amount_that_is_compared_are_of_it() -> None:
    text = (
        "9 tháng, thu ngân sách trên địa bàn Thành phố đạt 301.500 tỷ đồng.\n"
        "Quận Ba Đình đứng đầu với 7.316 tỷ đồng, đạt 91,7% dự toán, tăng 12,2% so với cùng kỳ. "
        "Tiếp theo là Long Biên: 6.940 tỷ đồng, đạt 88,3% dự toán."
    )
    found = observe(text, title="Thu ngân sách 9 tháng ở các quận, huyện")
    assert [(one.district, one.measure, one.value) for one in found] == [
        ("ba-dinh", "level", 7316.0),
        ("ba-dinh", "plan_attainment", 91.7),
        ("ba-dinh", "growth", 12.2),
        ("long-bien", "level", 6940.0),
        ("long-bien", "plan_attainment", 88.3),
    ]
