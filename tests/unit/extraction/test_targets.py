"""Targets: how many were set, met and exceeded."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.observing import Said, observe, observe_each

CASES: dict[str, dict[str, float]] = {
    "Quận có 22/22 chỉ tiêu đạt và vượt kế hoạch.": {"met": 22, "total": 22},
    "Có 19/21 chỉ tiêu hoàn thành, trong đó 7 chỉ tiêu vượt.": {"met": 19, "total": 21, "exceeded": 7},
    "Quận giao 26 chỉ tiêu, gồm 9 chỉ tiêu kinh tế, 13 chỉ tiêu xã hội và 4 chỉ tiêu môi trường.": {"total": 26},
    "Trong số 23 chỉ tiêu HĐND quận giao, quận hoàn thành 19, còn 4 chỉ tiêu không đạt.": {"total": 23, "met": 19},
    "Quận được giao 18 chỉ tiêu, đến nay đã đạt và vượt 16.": {"total": 18, "met": 16},
    "Quận được giao 18 chỉ tiêu, xây mới 16 trường.": {"total": 18},
    "Trong 20 chỉ tiêu được giao có 18 chỉ tiêu đạt và vượt.": {"met": 18, "total": 20},
    "Quận hoàn thành 23/23 chỉ tiêu, có 05 chỉ tiêu vượt kế hoạch.": {"met": 23, "total": 23, "exceeded": 5},
    "Quận đã hoàn thành, vượt 17/17 chỉ tiêu kinh tế - xã hội.": {"met": 17, "total": 17},
    "Có 5/15 chỉ tiêu vượt kế hoạch và hoàn thành 18/21 chỉ tiêu HĐND quận giao.": {
        "exceeded": 5, "met": 18, "total": 21
    },
    "Quận hoàn thành 23/24 chỉ tiêu, vượt 10 chỉ tiêu.": {"met": 23, "total": 24, "exceeded": 10},
    "Cả hai mươi mốt chỉ tiêu đều hoàn thành.": {"met": 21, "total": 21},
    "Có 2 chỉ tiêu không đạt kế hoạch.": {},
    "Trong 22 chỉ tiêu, 15 chỉ tiêu đã đi quá nửa đường.": {"total": 22},
    "Có 15/17 chỉ tiêu được hoàn thành, gồm 8 chỉ tiêu vượt và 7 chỉ tiêu đạt.": {
        "met": 15, "total": 17, "exceeded": 8
    },
    "Trong 26 chỉ tiêu có 14 chỉ tiêu vượt kế hoạch và 2 chỉ tiêu đúng hướng.": {"total": 26, "exceeded": 14},
    "Nhóm chỉ tiêu về quốc phòng đạt 4 chỉ tiêu.": {},
    "II. Về văn hóa - xã hội (9 chỉ tiêu)": {},
    "Trên lĩnh vực kinh tế, có 11/12 chỉ tiêu đạt và vượt kế hoạch.": {},
    "Trên các lĩnh vực kinh tế - xã hội, quận có 22/23 chỉ tiêu đạt và vượt kế hoạch.": {"met": 22, "total": 23},
    "Quận hoàn thành 22/22 chỉ tiêu trong lĩnh vực kinh tế - xã hội.": {"met": 22, "total": 22},
    "Có 20/24 chỉ tiêu thuộc các lĩnh vực kinh tế, xã hội, quốc phòng đạt kế hoạch.": {"met": 20, "total": 24},
    "Quận chuyển biến trên các lĩnh vực công tác, hoàn thành 19/19 chỉ tiêu.": {"met": 19, "total": 19},
    "Trên các lĩnh vực văn hóa, giáo dục, quận hoàn thành 9/9 chỉ tiêu.": {},
    "Thêm 80 tuyến đường. II. Về kinh tế (11 chỉ tiêu) 1. Thu ngân sách.": {},
    "Quận thực hiện 25 chỉ tiêu, trong đó 6 chỉ tiêu kinh tế, 16 chỉ tiêu xã hội, 3 chỉ tiêu đô thị.": {"total": 25},
    "Quận phấn đấu hoàn thành 25 chỉ tiêu.": {"total": 25},
    "Quận phấn đấu hoàn thành 25/25 chỉ tiêu.": {"met": 25, "total": 25},
    "Có 3/14 chỉ tiêu hoàn thành; 6 chỉ tiêu đạt từ 52% đến 91% kế hoạch.": {"met": 3, "total": 14},
    "Có 12 chỉ tiêu đạt 100% kế hoạch.": {"met": 12},
    "Về xây dựng nông thôn mới, huyện đạt 21/36 chỉ tiêu và 3/9 tiêu chí.": {},
    "Có 13/16 chỉ tiêu đạt và vượt, 2 chỉ tiêu gần đạt, 1 chỉ tiêu chờ đánh giá.": {"met": 13, "total": 16},
    "Có 14/18 chỉ tiêu đạt và vượt; 4 chỉ tiêu còn lại có khả năng hoàn thành.": {"met": 14, "total": 18},
    "Có 1/12 chỉ tiêu không hoàn thành, 11 chỉ tiêu còn lại đạt và vượt.": {"met": 11, "total": 12},
    "Quận hoàn thành 17/17 chỉ tiêu, trong đó 6 chỉ tiêu hoàn thành trước thời hạn.": {"met": 17, "total": 17},
    "Năm 2024, quận đề ra 24 chỉ tiêu chủ yếu như: thu ngân sách đạt dự toán.": {"total": 24},
    "Đại hội đề ra 17 chỉ tiêu, đến nay 15 chỉ tiêu đạt và vượt.": {"total": 17, "met": 15},
    "Nghị quyết đề ra 20 chỉ tiêu đều hoàn thành.": {"total": 20, "met": 20},
    "Trong 15 chỉ tiêu (thành phố giao 11 chỉ tiêu và 4 chỉ tiêu của quận), quận hoàn thành 13 chỉ tiêu.": {
        "total": 15, "met": 13
    },
}  # fmt: skip


@cache
def told() -> dict[str, list[Said]]:
    return dict(zip(CASES, observe_each(CASES), strict=True))


@pytest.mark.parametrize("sentence", CASES)
def test_targets_are_counted_by_what_became_of_them(sentence: str) -> None:
    said = {one.indicator.removeprefix("targets_"): one.value for one in told()[sentence]}
    assert said == CASES[sentence]


@pytest.mark.parametrize(
    ("sentence", "target_set"),
    [
        ("Có 22/22 chỉ tiêu kinh tế - xã hội đạt và vượt.", "socio_economic"),
        ("Có 18/18 chỉ tiêu Nghị quyết Đại hội Đảng bộ đạt và vượt.", "party"),
        ("Có 22/22 chỉ tiêu đạt và vượt.", None),
    ],
)
def test_the_set_is_named_where_the_text_names_it(sentence: str, target_set: str | None) -> None:
    assert {one.target_set for one in observe(sentence)} == {target_set}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngành giáo dục hoàn thành 14/14 chỉ tiêu thi đua.",
        "Xã đạt 19/19 tiêu chí nông thôn mới.",
        "Quận hoàn thành 9/9 chỉ tiêu thuộc nhóm đô thị - môi trường.",
        "Có 12/12 chỉ tiêu trên lĩnh vực thể thao, du lịch vượt kế hoạch.",
        "Có 5/5 chỉ tiêu ở khối nội chính hoàn thành.",
    ],
)
def test_targets_of_one_field_and_criteria_are_no_facts(sentence: str) -> None:
    assert observe(sentence) == []


SET_AND_MET = {
    "Đại hội đề ra 17 chỉ tiêu, đến nay 15 chỉ tiêu đạt và vượt.": {"actual"},
    "Nghị quyết đề ra 20 chỉ tiêu đều hoàn thành.": {"actual"},
    "Năm 2024, quận phấn đấu 20/20 chỉ tiêu đạt và vượt kế hoạch.": {"target"},
    "Quận đề ra mục tiêu hoàn thành 20 chỉ tiêu trong năm 2024.": {"target"},
    "Năm 2024, quận đề ra 24 chỉ tiêu.": {"target"},
}


def test_targets_that_were_set_and_met_are_none_to_come() -> None:
    for sentence, said in zip(SET_AND_MET, observe_each(SET_AND_MET), strict=True):
        assert {one.status for one in said} == SET_AND_MET[sentence], sentence


def test_what_two_councils_set_is_met_alike() -> None:
    said = observe("Huyện hoàn thành 21 chỉ tiêu HĐND huyện giao và 18 chỉ tiêu thành phố giao.")
    assert [(one.indicator, one.value) for one in said] == [("targets_met", 21), ("targets_met", 18)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Trong 20 chỉ tiêu của cả nhiệm kỳ 2020-2025, đến nay có 12 chỉ tiêu vượt.", [(2020, 2025)] * 2),
        ("Đối với 20 chỉ tiêu giai đoạn 2021-2025, quận đã hoàn thành 16 chỉ tiêu.", [(2021, 2025)] * 2),
        ("Đến nay, đã có 12/20 chỉ tiêu đạt và vượt mục tiêu đến năm 2025.", [(2023, 2023)] * 2),
        ("Nhiệm kỳ 2015-2020, quận hoàn thành 15/15 chỉ tiêu.\nTrong đó, 6 chỉ tiêu vượt mức.", [(2015, 2020)] * 3),
        ("Giai đoạn 2021-2025, quận đổi mới; hoàn thành cả 21/21 chỉ tiêu năm 2023.", [(2023, 2023)] * 2),
        ("Quận đạt 22/22 chỉ tiêu; kế hoạch trung hạn giai đoạn 2021-2025 được điều chỉnh.", [(2023, 2023)] * 2),
        ("Năm 2022, thu ngân sách 900 tỷ đồng.\nTrong đó, thu cố định 300 tỷ đồng.", [(2022, 2022)] * 2),
    ],
)  # fmt: skip
def test_targets_of_a_term_are_counted_over_it(text: str, years: list[tuple[int, int]]) -> None:
    assert [(one.period[0].year, one.period[1].year) for one in observe(text)] == years


def test_targets_of_which_a_part_is_reached_are_not_met() -> None:
    said = observe("Có 18/21 chỉ tiêu đạt trên 50% kế hoạch; 3/21 chỉ tiêu đạt 100% kế hoạch.")
    assert [(one.indicator, one.value) for one in said if one.indicator == "targets_met"] == [
        ("targets_met", 3)
    ]


def test_targets_that_grew_are_neither_set_nor_met() -> None:
    assert observe("Quận có 9 chỉ tiêu tăng so với cùng kỳ, 2 chỉ tiêu giảm.") == []
