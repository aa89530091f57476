"""Says: what a figure of a table says, from its head and label: indicator, measure, basis, status and district.

Not here: figures in sentences (`statements`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.quantities import parse_numbers
from dagster_project.extraction.tables.words import (
    CENTRAL,
    CHANGE,
    CITY,
    DISTRICT,
    ESTIMATE,
    ESTIMATE_NOTE,
    PLAN,
    SAME,
    SHARE,
    YEAR_BEFORE,
)

SCHEMA = {
    "document": pl.UInt32,
    "line": pl.Int32,
    "start": pl.Int64,
    "end": pl.Int64,
    "value": pl.Float64,
    "unit": pl.String,
    "decimals": pl.Int8,
    "district": pl.String,
    "indicator_id": pl.String,
    "measure": pl.String,
    "basis": pl.String,
    "status": pl.String,
    "period_start": pl.Date,
    "period_end": pl.Date,
    "reason": pl.String,
}

_HEAD = pl.col("head_text").fill_null("")
_TEXT = pl.concat_str(_HEAD, pl.lit(" "), pl.col("label_text").fill_null(""))
_MEASURE = pl.col("measure")
_COMPARES = _HEAD.str.contains(fold_pattern("%|so |so với|đạt|tỷ lệ"))
_RATES = ["poverty_rate", "health_insurance_coverage", "military_recruitment_rate"]
_PARTS_OF_A_NUMBER = [
    "national_standard_schools",
    "new_rural_communes",
    "advanced_new_rural_communes",
    "model_new_rural_communes",
    "near_poor_households",
]
_PERCENTAGES = ["growth", "plan_attainment", "share"]


def what_cells_say(figures: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """The figures as `SCHEMA` has them. figures: as `heads` makes them."""
    planned = (
        _HEAD.str.contains(PLAN) & ~_COMPARES & (pl.col("period_end") > pl.col("dated_on")).fill_null(False)
    )
    caption = pl.when(~pl.col("head_is_other").fill_null(False)).then("caption_indicator")
    named = pl.coalesce("label_indicator", "head_indicator", caption)
    ratio_of_poor = pl.col("head_is_ratio").fill_null(False) & (named == "poor_households")
    figures = figures.with_columns(
        indicator_id=pl.when(ratio_of_poor).then(pl.lit("poverty_rate")).otherwise(named), planned=planned
    )
    figures = figures.with_columns(measure=_measure())
    written = pl.coalesce("label_unit_written", "head_unit_written", "caption_unit_written")
    percent = _MEASURE.is_in(_PERCENTAGES) | pl.col("indicator_id").is_in(_RATES[:2])
    figures = parse_numbers(
        figures.with_columns(
            unit_written=pl.when(percent).then(pl.lit("%")).otherwise(written),
            written_length=pl.col("text").str.strip_chars_end().str.len_bytes().cast(pl.Int64),
            signed=pl.col("text").str.contains("^ *[+-]"),
        ),
        vocabulary,
    )
    # "111,8" under "so cùng kỳ" is the whole, not the change
    is_whole = (_MEASURE == "growth") & ~_TEXT.str.contains(CHANGE) & ~pl.col("signed")
    return (
        figures.with_columns(
            end=pl.col("start") + pl.col("written_length"),
            value=pl.when(is_whole).then((pl.col("value") - 100).round(6)).otherwise("value"),
            basis=_basis(),
            district=_district(),
            status=_status(),
        )
        .with_columns(reason=_reason())
        .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    )


def _measure() -> pl.Expr:
    percent = _TEXT.str.contains("%|tỷ lệ") | (pl.coalesce("head_unit_written", "label_unit_written") == "%")
    plan, same = _HEAD.str.contains(PLAN), _HEAD.str.contains(f"{SAME}|{YEAR_BEFORE}")
    change = _TEXT.str.contains(CHANGE) | (pl.coalesce("label_forced", "head_forced") == "growth")
    return (
        pl.when(plan & _COMPARES)
        .then(pl.lit("plan_attainment"))
        .when(same & _COMPARES)
        .then(pl.lit("growth"))
        .when(plan & ~pl.col("planned"))
        .then(None)
        .when(pl.col("head_is_ratio") & pl.col("heads_plan"))
        .then(pl.lit("plan_attainment"))
        .when(pl.col("indicator_id").is_in(_RATES))
        .then(pl.lit("level"))
        .when(percent & (_TEXT.str.contains(SHARE) | _is_share_of_counted()))
        .then(pl.lit("share"))
        .when(percent & change)
        .then(pl.lit("growth"))
        .when(percent)
        .then(None)
        .otherwise(pl.lit("level"))
    )


def _is_share_of_counted() -> pl.Expr:
    """ "Trường đạt chuẩn | Tỷ lệ (%)": how many of all of them."""
    return pl.col("head_is_ratio") & pl.col("indicator_id").is_in(_PARTS_OF_A_NUMBER)


def _basis() -> pl.Expr:
    of_plan = (
        pl.when(_HEAD.str.contains(DISTRICT))
        .then(pl.lit("district"))
        .when(_HEAD.str.contains(CENTRAL))
        .then(pl.lit("central"))
        .when(_HEAD.str.contains(CITY))
        .then(pl.lit("city"))
        .otherwise(pl.lit("plan"))
    )
    of_growth = (
        pl.when(_HEAD.str.contains(SAME))
        .then(pl.lit("same_period"))
        .when(_HEAD.str.contains(YEAR_BEFORE))
        .then(pl.lit("previous_year"))
    )
    return pl.when(_MEASURE == "plan_attainment").then(of_plan).when(_MEASURE == "growth").then(of_growth)


def _district() -> pl.Expr:
    """The district of the row or the column; "other" where rows or columns name places and this one names none."""
    named = pl.coalesce("label_district", "head_district")
    elsewhere = pl.col("label_elsewhere").fill_null(False) | pl.col("rows_name") | pl.col("heads_name")
    return pl.when(named.is_not_null()).then(named).when(elsewhere).then(pl.lit("other"))


def _status() -> pl.Expr:
    """Of the head or the label; a note above the table is of the last year of its columns, and a comparison has the
    status of the result that stands before it in the row."""
    last_year = pl.col("period_end").dt.year().max().over("table")
    noted = pl.col("caption_nearest").str.contains(ESTIMATE_NOTE).fill_null(False) & (
        pl.col("period_end").dt.year() == last_year
    ).fill_null(True)
    estimated = _TEXT.str.contains(ESTIMATE) | noted
    own = pl.when(estimated).then(pl.lit("estimate")).otherwise(pl.lit("actual"))
    compares = _MEASURE.is_in(["growth", "plan_attainment"]) & _COMPARES & ~estimated
    result = pl.when(~compares & ~pl.col("planned") & ~_HEAD.str.contains(PLAN)).then(own)
    return (
        pl.when("planned")
        .then(pl.lit("target"))
        .when(compares)
        .then(pl.coalesce(result.forward_fill().over("line"), own))
        .otherwise(own)
    )


def _reason() -> pl.Expr:
    return (
        pl.when(pl.col("indicator_id").is_null())
        .then(pl.lit("unknown_indicator"))
        .when(_MEASURE.is_null())
        .then(pl.lit("unclear_measure"))
        .when(pl.col("district") == "other")
        .then(pl.lit("other_place"))
        .when(pl.col("unit").is_null())
        .then(pl.lit("unknown_unit"))
    )
