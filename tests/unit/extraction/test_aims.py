"""Aims: targets of a year to come, and figures that are told apart from what is aimed at or estimated."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.observing import observe

PLANNED: dict[str, list[tuple[str, int, str | None]]] = {
    "Quận xác định các chỉ tiêu của năm 2024.\nCụ thể, thu ngân sách là 760 tỷ đồng, bằng 109% so với năm 2023.": [
        ("target", 2024, None), ("target", 2024, "previous_year")
    ],
    "Quận đề ra 18 chỉ tiêu năm 2024.\nCụ thể, chi ngân sách 500 tỷ đồng.": [
        ("target", 2024, None), ("target", 2024, None)
    ],
    "Quận đặt chỉ tiêu tạo việc làm cho 4.600 người. Tỷ lệ hộ nghèo là 0,12%.": [
        ("target", 2024, None), ("target", 2024, None)
    ],
    # ... but what was reached stays what it is
    "Năm 2023, kinh tế tăng trưởng 9%.": [("actual", 2023, None)],
    "Thu ngân sách đạt 760 tỷ đồng. Chi ngân sách đạt 500 tỷ đồng.": [("actual", 2023, None), ("actual", 2023, None)],
    "Quận phấn đấu thu ngân sách 760 tỷ đồng. Đến nay, tỷ lệ hộ nghèo còn 0,12%.": [
        ("target", 2024, None), ("actual", 2023, None)
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", PLANNED)
def test_a_headline_about_the_plan_of_a_year_to_come_dates_the_targets_below_it(text: str) -> None:
    said = observe(text, title="Quận Hà Đông triển khai kế hoạch năm 2024", on=date(2023, 12, 28))
    assert [(one.status, one.period[1].year, one.basis) for one in said] == PLANNED[text]


STRUCTURES: dict[str, list[str]] = {
    "Giá trị sản xuất ước đạt 9.240 tỷ đồng, cơ cấu kinh tế chuyển dịch đúng hướng: công nghiệp chiếm 41,3%; dịch vụ "
    "36,9%.": ["estimate", "actual", "actual"],
    "Giá trị sản xuất ước đạt 9.240 tỷ đồng, trong đó công nghiệp chiếm 41,3%.": ["estimate"] * 2,
    "Giá trị sản xuất đạt 9.240 tỷ đồng, cơ cấu kinh tế ước: công nghiệp chiếm 41,3%.": [
        "actual",
        "estimate",
    ],
}


@pytest.mark.parametrize("text", STRUCTURES)
def test_the_structure_is_told_apart_from_the_amount(text: str) -> None:
    assert [one.status for one in observe(text)] == STRUCTURES[text]


GIVEN: dict[str, list[tuple[str, int]]] = {
    # the list goes on over paragraphs
    "Năm 2024, quận được giao thu ngân sách 760 tỷ đồng.\nVề xã hội, tạo việc làm cho 4.600 người.": [
        ("target", 2024), ("target", 2024)
    ],
    # ... until results are told
    "Năm 2024, quận phấn đấu thu ngân sách 760 tỷ đồng.\nChi ngân sách 500 tỷ đồng, đạt 102% dự toán.\nQuận tạo "
    "việc làm cho 4.600 người.": [("target", 2024), ("actual", 2023), ("actual", 2023), ("actual", 2023)],
    "Năm 2024, quận phấn đấu thu ngân sách 760 tỷ đồng.\nQuận có 9.100 doanh nghiệp đang hoạt động.": [
        ("target", 2024), ("actual", 2023)
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", GIVEN)
def test_a_list_of_given_targets_ends_with_the_first_result(text: str) -> None:
    said = observe(text, title="Quận Hà Đông giao chỉ tiêu kế hoạch năm 2024", on=date(2023, 12, 28))
    assert [(one.status, one.period[1].year) for one in said] == GIVEN[text]
