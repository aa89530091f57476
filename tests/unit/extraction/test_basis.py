"""Whose plan an attainment is measured against, wherever the sentence names it."""

import pytest

from tests.support.observing import observe

# a sentence, and the attainments with their basis
NAMED_AHEAD = {
    "Thu ngân sách 9 tháng đạt 1.530 tỷ đồng; theo dự toán quận giao sau điều chỉnh thì đạt 44,9%.": [
        (44.9, "district_adjusted")
    ],
    "Thu ngân sách đạt 1.530 tỷ đồng, so với mức HĐND quận quyết nghị mới đạt 89,6%.": [(89.6, "district")],
    "Thu ngân sách đạt 1.530 tỷ đồng; đối chiếu với dự toán thành phố giao, đạt 104%.": [(104.0, "city")],
    "Thu ngân sách đạt 1.530 tỷ đồng, so với kế hoạch điều chỉnh đạt 93%.": [(93.0, "district_adjusted")],
    "Thu ngân sách đạt 1.530 tỷ đồng, đối chiếu với số HĐND quận giao đầu năm thì đạt 97%.": [
        (97.0, "district")
    ],
    "Giải ngân vốn đầu tư công so với con số thành phố giao đạt 71,2%, so với con số quận giao đạt 68%.": [
        (71.2, "city"),
        (68.0, "district"),
    ],
    "Thu ngân sách đạt 1.000 tỷ đồng, so với dự toán 950 tỷ đồng mà thành phố giao thì đạt 105,3%.": [
        (105.3, "city")
    ],
}
NAMED_BEHIND = {
    "Giá trị sản xuất nông nghiệp đạt 99% so với kế hoạch HĐND đã giao.": [(99.0, "district")],
    "Thu ngân sách bằng 47,3% dự toán thành phố và quận.": [(47.3, "city"), (47.3, "district")],
    # an amount, and how much that is of its plan
    "Giá trị sản xuất công nghiệp đạt 6.210 tỷ đồng, đạt 100,1%.": [(100.1, "plan")],
    "Giá trị sản xuất công nghiệp đạt 6.210 tỷ đồng, đạt 8,1%.": [],
}
EXCEEDED = {
    "Thu ngân sách vượt dự toán thành phố giao 20% và vượt dự toán huyện giao 15%.": [
        (120.0, "city"),
        (115.0, "district"),
    ],
    "Thu ngân sách vượt 20% so với dự toán thành phố giao và 15% so với dự toán HĐND quận giao.": [
        (120.0, "city"),
        (115.0, "district"),
    ],
    "Thu ngân sách vượt 20% dự toán thành phố giao, đạt 95% dự toán quận giao.": [
        (120.0, "city"),
        (95.0, "district"),
    ],
    "Thu ngân sách vượt 20% dự toán thành phố giao và 115% dự toán quận giao.": [
        (120.0, "city"),
        (115.0, "district"),
    ],
}
OF_STATED_AMOUNT = {
    "Thu ngân sách là 421,8 tỷ đồng (dự toán thành phố giao 362 tỷ đồng), vượt 16,5%.": [(116.5, "city")],
    "Dự toán thu ngân sách HĐND quận giao 900 tỷ đồng, thực hiện 1.000 tỷ đồng, đạt 111,1%.": [
        (111.1, "district")
    ],
}
NOT_OF_THIS_FIGURE = {
    "Thu ngân sách đạt 1.000 tỷ đồng, đạt 97%; dự toán thành phố giao 1.030 tỷ đồng.": [(97.0, "plan")],
    "Dự toán thành phố giao là 1.500 tỷ đồng. Thu ngân sách đạt 104% kế hoạch.": [(104.0, "plan")],
    "Theo Nghị quyết của HĐND quận, thu ngân sách đạt 104% dự toán.": [(104.0, "plan")],
    "Thu ngân sách của quận thấp hơn so với mức HĐND quận giao 5%.": [],
}


@pytest.mark.parametrize(
    ("sentence", "attained"),
    (NAMED_AHEAD | NAMED_BEHIND | EXCEEDED | OF_STATED_AMOUNT | NOT_OF_THIS_FIGURE).items(),
)
def test_a_plan_is_whoever_s_gave_it(sentence: str, attained: list[tuple[float, str]]) -> None:
    said = [(one.value, one.basis) for one in observe(sentence) if one.measure == "plan_attainment"]
    assert said == attained


def test_an_attainment_told_again_is_of_the_plan_that_was_named_for_it() -> None:
    text = "Thu ngân sách đạt 115% dự toán.\nThu ngân sách đạt 522 tỷ đồng, bằng 115% dự toán thành phố giao."
    said = observe(text)
    assert {one.basis for one in said if one.measure == "plan_attainment"} == {"city"}


def test_an_annual_average_is_one_in_the_parts_too() -> None:
    said = observe(
        "Giá trị sản xuất tăng bình quân 9,7%/năm, trong đó công nghiệp tăng 11,4%. Thu ngân sách tăng 8%."
    )
    assert [(one.value, one.basis) for one in said] == [
        (9.7, "average_annual"),
        (11.4, "average_annual"),
        (8.0, None),
    ]
    said = observe(
        "Giai đoạn 2016-2020, giá trị sản xuất tăng bình quân 9,7%; năm 2022 tăng 8% (trong đó công nghiệp tăng 7%)."
    )
    assert [(one.value, one.basis) for one in said] == [(9.7, "average_annual"), (8.0, None), (7.0, None)]


def test_an_average_may_stand_before_what_grows() -> None:
    [said] = observe("Tốc độ tăng bình quân hằng năm của tổng giá trị sản xuất là 11,4%.")
    assert said.basis == "average_annual"


def test_spans_told_after_one_another_are_averaged_alike() -> None:
    said = observe("Kinh tế tăng bình quân giai đoạn 2006-2010 là 11,3%/năm, giai đoạn 2011-2017 là 9,6%.")
    assert [(one.value, one.basis, one.period[1].year) for one in said] == [
        (11.3, "average_annual", 2010),
        (9.6, "average_annual", 2017),
    ]


def test_the_next_district_s_attainment_is_of_the_same_giver_s_plan() -> None:
    text = (
        "Thu ngân sách: Đông Anh 7.147 tỷ đồng, đạt 205% dự toán thành phố giao; Sóc Sơn 2.194 tỷ, đạt 122%."
    )
    told = [
        one for one in observe(text, title="Cụm thi đua số 3 tổng kết") if one.measure == "plan_attainment"
    ]
    assert [(one.district, one.value, one.basis) for one in told] == [
        ("dong-anh", 205, "city"), ("soc-son", 122, "city")
    ]  # fmt: skip
    told = observe("Thu ngân sách bằng 105% dự toán thành phố giao; chi ngân sách đạt 92%.")
    assert [one.basis for one in told] == ["city", "plan"]


def test_a_plan_that_is_striven_for_is_a_target() -> None:
    [said] = observe("Quận phấn đấu hoàn thành kế hoạch thu ngân sách năm 2024 đạt 1.556 tỷ đồng.")
    assert (said.measure, said.value, said.status) == ("level", 1556, "target")


def test_a_year_s_own_growth_beside_an_average_is_none() -> None:
    said = observe("Giá trị sản xuất bình quân 3 năm 2021-2023 tăng 9,12%/năm, riêng năm 2023 tăng 9,8%.")
    assert [(one.value, one.basis) for one in said] == [(9.12, "average_annual"), (9.8, None)]


def test_a_base_before_the_colon_is_that_of_all_that_is_listed() -> None:
    text = "Thu ngân sách một số nơi tăng so với cùng kỳ: quận Tây Hồ tăng 21,5%; huyện Mê Linh tăng 18%."
    assert [(one.value, one.basis) for one in observe(text)] == [(21.5, "same_period"), (18, "same_period")]
