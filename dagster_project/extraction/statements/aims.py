"""Aims: what goes on about targets in sentences of its own, and the year or the term that targets are set for.

Not here: the words that make a figure a target (`status`), heads of lists of them (`announced`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import FAR, at
from dagster_project.extraction.statements.terms import is_so_far, stands_in_midst
from dagster_project.extraction.surroundings.anniversaries import TERM_YEARS

_AT_WORK = ("enterprises_active", "household_businesses_active", "population")  # nobody sets them as targets
_NOT_ENDED_MONTH = 11  # from here on a session sets the targets of the next year


def moved_periods() -> dict[str, pl.Expr]:
    """period_start, period_end: of targets those of the term or the year that they are set for."""
    return {
        name: pl.when(_set_for_term())
        .then(of_term)
        .when(set_for_next_year())
        .then(moved)
        .when(_set_for_rest_of_year())
        .then(whole_year)
        .when(stands_in_midst())
        .then(pl.col(name.replace("period", "default")))
        .when("of_whole_year")
        .then(whole_year)
        .when(is_so_far() & (pl.lit(name) == "period_end"))
        .then("dated_on")
        .otherwise(name)
        for name, whole_year, moved, of_term in (
            (
                "period_start",
                pl.col("period_start").dt.truncate("1y"),
                pl.col("period_start").dt.truncate("1y").dt.offset_by("1y"),
                pl.date("term_ahead", 1, 1),
            ),
            (
                "period_end",
                pl.date(pl.col("period_end").dt.year(), 12, 31),
                pl.col("period_end").dt.truncate("1y").dt.offset_by("2y").dt.offset_by("-1d"),
                pl.date(pl.col("term_ahead") + TERM_YEARS[1], 12, 31),
            ),
        )
    }


def aims_on() -> pl.Expr:
    """ "Huyện phấn đấu thu ngân sách 1.968 tỷ đồng. Tỷ trọng công nghiệp chiếm 48,5%": sentences behind one of aims
    that name neither a time nor a result go on about them."""
    opens = pl.when(pl.col("last_sentence") != pl.col("last_sentence").shift(1))
    right_behind = opens.then(pl.col("next_sentence").shift(1)).forward_fill() == pl.col("last_sentence")
    here = pl.max_horizontal("last_now", "last_actual", "last_same_period", "last_versus", "last_place")
    of_aim = pl.col("cue_row") > pl.col("last_sentence")
    silent = (
        right_behind
        & (pl.col("cue_row") > pl.col("last_line_start"))
        & (
            pl.col("measure").is_in(["level", "share"])
            | (pl.col("measure") == "growth") & ~pl.col("compared")
        )
        & ~(here > pl.col("last_sentence")).fill_null(False)
    )
    silent &= ~(pl.col("measure") == "plan_attainment").any().over("last_sentence").fill_null(False)
    unnamed = pl.col("period_from") == "article"
    aims = unnamed & pl.when(of_aim).then(pl.col("status") == "target").otherwise(silent)
    so_far = aims.fill_null(False).cast(pl.Int8).cum_min().over("cue_row") == 1
    return (
        (pl.col("status") == "actual")
        & (pl.col("status_value") == "target")
        & ~of_aim
        & of_aim.first().over("cue_row")
        & so_far
    ).fill_null(False)


def _set_for_term() -> pl.Expr:
    """A congress that sets aims and names no year sets them for the term to come."""
    own_year = (pl.col("period_end").dt.year() - pl.col("term_ahead")).is_between(0, 1)
    unnamed = pl.col("period_from").is_in(["article", "paragraph"])
    return ((pl.col("status") == "target") & unnamed & own_year).fill_null(False)


def set_for_next_year() -> pl.Expr:
    """A session at the turn of the year that sets targets and names no year sets them for the year to come."""
    month, year = pl.col("dated_on").dt.month(), pl.col("dated_on").dt.year()
    of_ending_year = (month >= _NOT_ENDED_MONTH) & (pl.col("period_end").dt.year() == year)
    of_ended_year = (month <= 2) & (pl.col("period_end").dt.year() == year - 1)
    said = (
        (pl.col("status_value") == "target")
        & pl.col("period_from").is_in(["article", "paragraph"])
        & (of_ending_year | of_ended_year)
    )
    # below a headline that names that year
    headlined = (pl.col("period_from") == "article") & (
        pl.col("period_end").dt.year() + 1 == pl.col("year_ahead")
    )
    return ((pl.col("status") == "target") & (said.fill_null(False) | headlined)).fill_null(False)


def measured_by_year_before() -> pl.Expr:
    """Of a growth without a basis: the year that is about to end stands behind it, as what it is compared with."""
    base = pl.col("next_any_period")
    return (
        (pl.col("measure") == "growth")
        & pl.col("basis").is_null()
        & (pl.col("base_year") == pl.col("period_end").dt.year())
        & ~pl.col("base_part")
        & (base == pl.col("next_versus") + 1)
        & (base < pl.col("next_quantity").fill_null(FAR))
    ).fill_null(False)


def among_aims(stream: pl.DataFrame, quantities: pl.DataFrame) -> pl.Expr:
    """Below a headline about the plan of a year to come, what stands behind a target in its paragraph goes on with
    targets, and so does "Cụ thể, ..." behind words that announce them; what has been reached is told with its year,
    with "đến nay", or against its plan."""
    silent = (
        (pl.col("status") == "actual")
        & pl.col("year_ahead").is_not_null()
        & (pl.col("period_from") == "article")
        & ~(pl.max_horizontal("last_actual", "last_now") > pl.col("last_sentence")).fill_null(False)
        & ~(pl.col("measure") == "plan_attainment").any().over("last_sentence").fill_null(False)
    )
    set_ahead = pl.lit(at(stream["value"], quantities["last_status"]) == "target")
    # "đề ra 18 chỉ tiêu. Cụ thể, ..."
    counted = (pl.col("last_quantity_dimension") == "target") & (
        pl.col("last_quantity") == pl.col("last_status") + 1
    )
    last_told = pl.col("last_status") > pl.col("last_quantity").fill_null(0)
    announced = set_ahead & (counted.fill_null(False) | last_told)
    details = announced & (pl.col("last_among") == pl.col("last_line_start") + 1)
    starts = (pl.col("status") == "target") | (silent & details)
    aims = pl.when(starts.fill_null(False)).then("line").forward_fill() == pl.col("line")
    # "Giao chỉ tiêu năm 2024": the list goes on over paragraphs, until a result is told
    plain = silent & (pl.col("cue_row") < pl.col("last_sentence")).fill_null(True)
    plain &= ~pl.col("indicator_id").is_in(list(_AT_WORK)).fill_null(False)
    listed = pl.when(starts & (pl.col("period_end").dt.year() >= pl.col("year_ahead") - 1)).then(
        "document"
    ).when(~plain & pl.col("reason").is_null()).then(pl.lit(-1)).forward_fill() == pl.col("document")
    aims |= (listed & plain & pl.col("headline_aims")).fill_null(False)
    return pl.when((silent & aims).fill_null(False)).then(pl.lit("target")).otherwise("status")


def _set_for_rest_of_year() -> pl.Expr:
    """Nothing is aimed at for a time that is over: what is, with no period of its own, is the year's."""
    return (
        (pl.col("status") == "target")
        & pl.col("period_from").is_in(["article", "paragraph"])
        & (pl.col("period_end") <= pl.col("dated_on"))
        & (pl.col("period_end").dt.year() == pl.col("dated_on").dt.year())
    ).fill_null(False)
