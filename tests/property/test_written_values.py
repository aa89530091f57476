"""Writing a value in any form that the press uses and reading it back gives the value; the same for periods."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.steps import period_spans, quantity_spans

BATCH = 40  # values written into one extraction: the cost is in the call
RUN = settings(max_examples=30, deadline=None)


class Written(NamedTuple):
    """A value in one of its forms."""

    text: str
    value: float
    unit: str


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


fraction = st.integers(1, 3).flatmap(
    lambda places: st.tuples(st.just(places), st.integers(0, 10**places - 1))
)


@st.composite
def amounts(draw: st.DrawFn) -> Written:
    """Money: grouped or not, with decimals, scaled, compound."""
    number = draw(st.integers(1, 9_999_999))
    unit, factor = draw(
        st.sampled_from([("tỷ đồng", 1.0), ("tỉ đồng", 1.0), ("tỷ", 1.0), ("triệu đồng", 1e-3)])
    )
    form = draw(st.sampled_from(["grouped", "plain", "decimal", "spaced", "compound", "scaled"]))
    if form == "compound":
        millions = draw(st.integers(1, 999))
        return Written(f"{grouped(number)} tỷ {millions} triệu đồng", number + millions / 1000, "billion_vnd")
    if form == "scaled":
        tenths = draw(st.integers(10, 9999))
        word = draw(st.sampled_from(["nghìn", "ngàn"]))
        return Written(f"{tenths // 10},{tenths % 10} {word} tỷ đồng", tenths * 100.0, "billion_vnd")
    if form == "decimal":
        places, digits = draw(fraction)
        text = f"{grouped(number)},{digits:0{places}}"
        return Written(f"{text} {unit}", (number + digits / 10**places) * factor, "billion_vnd")
    text = {"grouped": grouped(number), "plain": str(number), "spaced": grouped(number).replace(".", " ")}[
        form
    ]
    return Written(f"{text} {unit}", number * factor, "billion_vnd")


@st.composite
def percentages(draw: st.DrawFn) -> Written:
    places = draw(st.integers(0, 2))
    number = draw(st.integers(0, 99_999)) / 10**places
    mark, sign = draw(st.sampled_from([",", "."])), draw(st.sampled_from(["%", " %"]))
    return Written(f"{number:.{places}f}{sign}".replace(".", mark), round(number, places), "percent")


@st.composite
def counts(draw: st.DrawFn) -> Written:
    noun = draw(st.sampled_from(["lượt khách", "lao động", "doanh nghiệp", "trường hợp", "hộ nghèo"]))
    if draw(st.booleans()):
        tenths = draw(st.integers(11, 999))
        scale, factor = draw(st.sampled_from([("nghìn", 1_000), ("triệu", 1_000_000)]))
        return Written(f"{tenths // 10},{tenths % 10} {scale} {noun}", tenths * factor / 10, "count")
    number = draw(st.integers(1, 999_999))
    text = f"{number:02}" if number < 10 and draw(st.booleans()) else grouped(number)
    return Written(f"{text} {noun}", float(number), "count")


quantities = st.one_of(amounts(), percentages(), counts())


@RUN
@given(st.lists(quantities, min_size=BATCH, max_size=BATCH))
def test_a_quantity_is_read_as_it_was_written(written: list[Written]) -> None:
    found = quantity_spans([f"Kết quả là {one.text} theo báo cáo." for one in written])
    assert found["text"].to_list() == [one.text for one in written]
    assert found["unit"].to_list() == [one.unit for one in written]
    assert found["value"].to_list() == pytest.approx([one.value for one in written], rel=1e-9)


DECOYS = (
    "Nghị quyết số 42/NQ-CP",
    "ngày 15/12/2023",
    "kỳ họp thứ 14",
    "năm 2023",
    "quý III/2021",
    "đường Vành đai 2,5",
    "Quyết định 1567/QĐ-UBND",
    "lúc 8 giờ 30",
    "giai đoạn 2016-2020",
    "khóa XX",
    "tổ 7",
)


@RUN
@given(
    st.lists(
        st.tuples(
            st.sampled_from(DECOYS),
            quantities,
            st.sampled_from(DECOYS),
            st.sampled_from([", ", " và ", " (", "; "]),
        ),
        min_size=BATCH,
        max_size=BATCH,
    )
)
def test_masking_numbers_that_are_none_never_eats_a_quantity(
    drawn: list[tuple[str, Written, str, str]],
) -> None:
    texts = [f"Theo {before}{mark}đạt {one.text}{mark}theo {behind}." for before, one, behind, mark in drawn]
    found = quantity_spans(texts)
    for line, (_, one, _, _) in enumerate(drawn):
        here = found.filter(line=line).select("text", "value", "unit").rows()
        assert (one.text, pytest.approx(one.value, rel=1e-9), one.unit) in here, texts[line]


years = st.integers(1990, 2049)


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@st.composite
def periods(draw: st.DrawFn) -> tuple[str, date, date]:
    """A period as written, its first and its last day."""
    year, month = draw(years), draw(st.integers(1, 12))
    form = draw(st.sampled_from(["year", "months", "quarter", "month", "up_to_day", "up_to_month", "range"]))
    start = date(year, 1, 1)
    if form == "year":
        return draw(st.sampled_from(["năm", "cả năm", "trong năm"])) + f" {year}", start, date(year, 12, 31)
    if form == "months":
        months = draw(st.integers(2, 11))
        of_year = draw(st.sampled_from([f"đầu năm {year}", f"năm {year}", f"đầu của năm {year}"]))
        return f"{months} tháng {of_year}", start, last_day(year, months)
    if form == "quarter":
        quarter = draw(st.integers(1, 4))
        number = draw(st.sampled_from([str(quarter), ["I", "II", "III", "4"][quarter - 1]]))
        of_year = draw(st.sampled_from([f"/{year}", f" năm {year}", f" của năm {year}"]))
        return f"quý {number}{of_year}", date(year, quarter * 3 - 2, 1), last_day(year, quarter * 3)
    if form == "month":
        return f"tháng {month}/{year}", date(year, month, 1), last_day(year, month)
    if form == "up_to_month":
        lead = draw(st.sampled_from(["đến hết", "tính đến hết", "hết"]))
        return f"{lead} tháng {month}/{year}", start, last_day(year, month)
    if form == "range":
        span = draw(st.integers(1, 10))
        lead = draw(st.sampled_from(["giai đoạn", "nhiệm kỳ"]))
        return f"{lead} {year}-{year + span}", start, date(year + span, 12, 31)
    day = draw(st.integers(1, calendar.monthrange(year, month)[1]))
    lead = draw(st.sampled_from(["đến ngày", "tính đến ngày", "lũy kế đến ngày", "tính đến"]))
    mark = draw(st.sampled_from(["/", "-"]))
    return f"{lead} {day:02}{mark}{month:02}{mark}{year}", start, date(year, month, day)


@RUN
@given(st.lists(periods(), min_size=BATCH, max_size=BATCH))
def test_a_period_is_read_as_it_was_written(written: list[tuple[str, date, date]]) -> None:
    found = period_spans([f"Kết quả {text}, quận đã nỗ lực." for text, _, _ in written])
    assert found["text"].to_list() == [text for text, _, _ in written]
    assert found.select("period_start", "period_end").rows() == [(start, end) for _, start, end in written]
