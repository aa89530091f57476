"""Terms: spans of several years that are spoken of without their years, or over sentences.

Not here: the grammar of such spans (`periods`), nor the choice of a figure's period (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.surroundings.anniversaries import TERM_YEARS

_STOOD_AT = (  # what is counted at one time
    "income_per_capita",
    "poverty_rate",
    "poor_households",
    "near_poor_households",
    "population",
    "health_insurance_coverage",
    "national_standard_schools",
    "new_rural_communes",
    "advanced_new_rural_communes",
    "model_new_rural_communes",
)
_NOT_SUMMED = (  # what is counted at one time too, and targets, which are the year's
    *_STOOD_AT,
    "enterprises_active",
    "household_businesses_active",
    "targets_total",
    "targets_met",
    "targets_exceeded",
    "military_recruitment_rate",
)
_SPRING_MONTH, _CLOSING_MONTH = 3, 11  # between them a year is neither summed up nor over
_ANNUAL = ("income_per_capita", "targets_total", "targets_met", "targets_exceeded")
OF_TREASURY = (
    "state_budget_revenue",
    "fixed_budget_revenue",
    "tax_revenue",
    "land_revenue",
    "budget_expenditure",
    "investment_expenditure",
    "public_investment_disbursement",
)
_EACH_YEAR = fold_pattern("(?:bình quân|trung bình)(?: trong)? (?:hàng|hằng|mỗi|một) năm")
_YEARLY_UNIT_BYTES = (len("%/năm".encode()), len(" % / năm".encode()))


def with_named_spans(rows: pl.DataFrame) -> pl.DataFrame:
    """ "Tính chung cả giai đoạn", "5 năm qua" in a year in which no term ends: the span that the article named last.

    rows: form, document, document_year, year, year_to, period_start, period_end, in reading order
    """
    form = pl.col("form")
    named = form.is_in(["range", "span"])
    years = pl.col("year_to") - pl.col("year")
    ended_term = named & years.is_between(*TERM_YEARS) & (pl.col("year_to") <= pl.col("document_year"))
    # "Bước vào nhiệm kỳ mới ... vào cuối nhiệm kỳ": of the term spoken of, where it is one to come
    spans = pl.when(named | (form == "term")).then("period_end").forward_fill().over("document")
    its_end = (form == "term_end") & (spans.dt.year() > pl.col("document_year"))
    ends = {"period_start": spans.dt.truncate("1y"), "period_end": spans}
    # "Trong quý, ...": that which the article named last
    quarter = form == "same_quarter"
    whole, five_years = form == "whole_span", form == "five_years"
    # "Chi đầu tư 5 năm là ..." in the year in which a term ends: of those that were named, "giai đoạn 2016-2020"
    spoken = pl.when(ended_term).then("period_end").forward_fill().over("document")
    of_named = five_years & (
        pl.col("period_start").is_null()
        | ((spoken == pl.col("period_end")) & pl.col("relative").is_null()).fill_null(False)
    )
    return rows.with_columns(
        pl.when(whole)
        .then(pl.when(named).then(name).forward_fill().over("document"))
        .when(quarter)
        .then(pl.when((form == "quarter") & pl.col("governs")).then(name).forward_fill().over("document"))
        .when(of_named)
        .then(pl.when(ended_term).then(name).forward_fill().over("document"))
        .when(its_end)
        .then(end)
        .otherwise(name)
        .alias(name)
        for name, end in ends.items()
    )


def says_average() -> pl.Expr:
    """The figure is an average of years: "tăng bình quân 9%", "tăng 9%/năm". No single year can be its period."""
    said = pl.col("last_average") > pl.max_horizontal("last_quantity", "last_sentence").fill_null(0)
    # "thu ngân sách bình quân hàng năm đạt 6.362 tỷ đồng"
    each_year = said & pl.col("before").str.contains(_EACH_YEAR)
    return ((pl.col("dimension") == "percent") & said | is_yearly_rate() | each_year).fill_null(False)


def is_yearly_rate() -> pl.Expr:
    """ "9%/năm": the unit itself says it, of "8 - 9%/năm" for both ends."""
    unit = pl.when(pl.col("part") == "low").then(pl.col("unit_length").shift(-1)).otherwise("unit_length")
    return (pl.col("dimension") == "percent") & unit.is_between(*_YEARLY_UNIT_BYTES)


def stands_in_midst() -> pl.Expr:
    """ "Qua nửa nhiệm kỳ 2020-2025, thu nhập bình quân đạt 61 triệu đồng", told in 2023: it is that of the telling."""
    spans = pl.col("period_end").dt.year() - pl.col("period_start").dt.year() >= min(TERM_YEARS)
    return (
        spans
        & pl.col("status").is_in(["actual", "estimate"])
        & pl.col("indicator_id").is_in(list(_STOOD_AT))
        & pl.col("measure").is_in(["level", "share"])
        & (pl.col("default_end") < pl.col("period_end"))
        & (pl.col("default_end") >= pl.col("period_start"))
    ).fill_null(False)


def is_so_far() -> pl.Expr:
    """ "Thu ngân sách đạt 421 tỷ đồng", told in August of no period: it is that of the year up to then."""
    told = pl.col("dated_on")
    whole_year = (pl.col("period_start") == told.dt.truncate("1y")) & (
        pl.col("period_end") == told.dt.truncate("1y").dt.offset_by("1y").dt.offset_by("-1d")
    )
    return (
        whole_year
        & told.dt.month().is_between(_SPRING_MONTH, _CLOSING_MONTH, closed="left")
        & (pl.col("period_from") == "article")
        & (pl.col("status") == "actual")
        & pl.col("measure").is_in(["level", "growth", "plan_attainment"])
        & pl.col("basis").ne_missing(pl.lit("average_annual"))
        & ~pl.col("indicator_id").is_in(list(_NOT_SUMMED))
    ).fill_null(False)


def is_of_whole_year() -> pl.Expr:
    """Of no period of its own, where a December article reports on months: it sums up its year in income per head and
    plan targets, and in what stands beside them; the treasury has its own cut-off."""
    told, unnamed = pl.col("dated_on"), pl.col("period_from") == "article"
    closing = (told.dt.month() == 12) & (pl.col("default_end").dt.year() == told.dt.year())
    annual = pl.col("indicator_id").is_in(list(_ANNUAL)) & (pl.col("status") != "target")
    summed_up = (unnamed & annual & closing).fill_null(False)
    beside = ~pl.col("indicator_id").is_in(list(OF_TREASURY)).fill_null(False)
    return unnamed & beside & summed_up.any().over("last_sentence")
