"""Quantities: every form in which the press writes one, and the numbers that are none."""

from __future__ import annotations

import pytest

from tests.support.steps import Quantity, quantity_spans, read_quantities

VND, PERCENT, COUNT, TIMES = "billion_vnd", "percent", "count", "times"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5.606 tỷ đồng", 5606, VND),
        ("5.606,3 tỷ đồng", 5606.3, VND),
        ("5 606 tỷ đồng", 5606, VND),
        ("2.318, 47 tỷ đồng", 2318.47, VND),
        ("4.605, 2 tỷ đồng", 4605.2, VND),
        ("12 tỉ", 12, VND),
        ("47.6 tỷ đồng", 47.6, VND),
        ("115.075 tỷ 897 triệu đồng", 115075.897, VND),
        ("9,1 nghìn tỷ đồng", 9100, VND),
        ("3 ngàn 200 tỷ đồng", 3200, VND),
        ("214.560 triệu đồng", 214.56, VND),
        ("850 triệu đồng", 0.85, VND),
        ("2. 315,6 tỷ đồng", 2315.6, VND),
        ("12. 050 tỷ đồng", 12050, VND),
        ("620 trđ", 0.62, VND),
        ("6,512,4 tỷ đồng", 6512.4, VND),
        ("1.230.45 tỷ đồng", 1230.45, VND),
        ("84,72%", 84.72, PERCENT),
        ("8.3%", 8.3, PERCENT),
        ("8.325%", 8.325, PERCENT),
        ("100 %", 100, PERCENT),
        ("12 phần trăm", 12, PERCENT),
        ("3,2 lần", 3.2, TIMES),
        ("05 chỉ tiêu", 5, COUNT),
        ("hai mươi mốt chỉ tiêu", 21, COUNT),
        ("hai nghìn tỷ đồng", 2000, VND),
        ("1,2 triệu lượt khách", 1_200_000, COUNT),
        ("350 nghìn lượt khách", 350_000, COUNT),
        ("1 triệu 250 nghìn lượt khách", 1_250_000, COUNT),
        ("12.450 lao động", 12_450, COUNT),
        ("96,5 triệu đồng/người/năm", 96.5, "million_vnd_per_person_year"),
        ("6,5 triệu đồng/người/tháng", 78, "million_vnd_per_person_year"),
        ("412,5 triệu USD", 412.5, "million_usd"),
        ("1,2 tỷ USD", 1200, "million_usd"),
        ("37 ha", 37, "hectare"),
    ],
)
def test_a_number_with_its_unit_has_one_value(text: str, value: float, unit: str) -> None:
    [found] = read_quantities(f"Kết quả là {text}, theo báo cáo.")
    assert (found.text, found.unit) == (text, unit)
    assert found.value == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("đạt", "exact"),
        ("đạt hơn", "at_least"),
        ("trên", "at_least"),
        ("ít nhất", "at_least"),
        ("gần", "at_most"),
        ("dưới", "at_most"),
        ("không quá", "at_most"),
        ("không thấp hơn", "at_least"),
        ("thấp hơn", "exact"),
        ("khoảng", "approx"),
        ("xấp xỉ", "approx"),
    ],
)
def test_the_word_before_a_quantity_bounds_it(before: str, bound: str) -> None:
    assert [found.bound for found in read_quantities(f"Số thu {before} 40 tỷ đồng.")] == [bound]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("lần lượt 12%, 34% và 50%", [12, 34, 50]),
        ("lần lượt 12, 34 và 50%", [12, 34, 50]),
        ("cơ cấu 61 - 30 - 9%", [61, 30, 9]),
        ("đạt 22/22 chỉ tiêu", [22, 22]),
        ("từ 7,5% đến 8%", [7.5, 8]),
        ("tăng 8-10%/năm", [8, 10]),
        ("31/36 trường hợp", [31, 36]),
    ],
)
def test_several_numbers_may_share_a_unit(text: str, values: list[float]) -> None:
    found = read_quantities(f"Kết quả {text}.")
    assert [quantity.value for quantity in found] == values
    assert len({quantity.unit for quantity in found}) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("đạt 19/25 chỉ tiêu", ["numerator", "denominator"]),
        ("đạt 19 trên tổng số 25 chỉ tiêu", ["numerator", "denominator"]),
        ("tăng 8-10%", ["low", "high"]),
        ("tăng từ 7,5% đến 8%", ["low", "high"]),
        ("tăng 12% và 34%", [None, None]),
    ],
)
def test_ratios_and_ranges_know_their_parts(text: str, parts: list[str | None]) -> None:
    assert quantity_spans([text])["part"].to_list() == parts


@pytest.mark.parametrize(
    ("text", "bound"),
    [("dân số vượt 540.000 người", "at_least"), ("vượt 8%", "exact"), ("đạt và vượt 18 chỉ tiêu", "exact")],
)
def test_beyond_bounds_a_number_of_people(text: str, bound: str) -> None:
    assert [found.bound for found in read_quantities(text)] == [bound]


def test_out_of_is_no_bound() -> None:
    assert quantity_spans(["đạt 19 trên 25 chỉ tiêu"])["bound"].to_list() == ["exact", "exact"]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 42/NQ-CP của Chính phủ",
        "theo Quyết định 1567/QĐ-UBND",
        "Ngày 15/12, sáng 8-11, ngày 20/7/2023",
        "tháng 10 và quý 3 năm 2023",
        "kỳ họp thứ 14, khóa XX, lần thứ 23",
        "đường Vành đai 2,5 và quốc lộ 32",
        "kỷ niệm 94 năm ngày thành lập",
        "lúc 8 giờ 30 phút",
        "thông xe trên đường 70B và ngõ 12",
        "dịch Covid-19",
        "Số điện thoại 0243.825.1234",
        "tổ dân phố số 7, chi bộ 5",
        "hàng nghìn người và vài chục tỷ đồng",
    ],
)
def test_numbers_that_name_or_date_something_are_no_quantities(text: str) -> None:
    assert [found for found in read_quantities(text) if found.unit is not None] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("2000 tỷ đồng", 2000), ("2020 lao động", 2020), ("1900%", 1900), ("2015 hộ nghèo", 2015)],
)
def test_a_number_that_could_be_a_year_is_a_quantity_where_a_unit_follows(text: str, value: float) -> None:
    assert [found.value for found in read_quantities(f"Kết quả đạt {text}.")] == [value]


def test_amounts_of_one_size_are_a_list_and_no_decimal() -> None:
    assert [found.value for found in read_quantities("Thu hai năm đạt 1.250, 1.318 tỷ đồng.")] == [1250, 1318]


def test_a_planned_range_is_no_name_of_a_plan() -> None:
    assert [found.value for found in read_quantities("Tăng 8,4%, vượt kế hoạch 7-7,5%.")] == [8.4, 7, 7.5]


def test_a_number_without_a_known_unit_is_kept_with_none() -> None:
    assert read_quantities("Quận lắp 128 camera.") == [Quantity("128", 128.0, None, "exact")]


def test_comrades_are_no_money() -> None:
    assert [found.unit for found in read_quantities("Đoàn gồm 4 đồng chí.")] == [None]
