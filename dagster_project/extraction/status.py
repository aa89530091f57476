"""Status: whether a figure is a result, an estimate, a forecast or a target.

How far a status word ("ước", "phấn đấu") reaches, and what a period to come means. Not here: the period itself
(`timing`).
"""

from __future__ import annotations

import polars as pl

_FAR = 2**31


def is_to_come() -> pl.Expr:
    """The period lies ahead of the article; in January and February the year that has begun is one of plans."""
    new_year = (
        (pl.col("dated_on").dt.month() <= 2)
        & (pl.col("period_start").dt.year() == pl.col("dated_on").dt.year())
        & ((pl.col("period_end") - pl.col("dated_on")).dt.total_days() > 180)
    )
    return ((pl.col("period_start") > pl.col("dated_on")) | new_year).fill_null(False)


def with_status(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """Adds status: how far a status word reaches depends on the indicator that the quantity was bound to.

    quantities: with their neighbours, measure, plan_amount and what `binding` found
    """
    cue, bound_to = pl.col("last_status"), pl.col("indicator_row")
    quantities = quantities.with_columns(
        next_status_value=stream["value"].gather(quantities["next_status"], null_on_oob=True),
        status_value=stream["value"].gather(quantities["last_status"], null_on_oob=True),
        status_inside=stream["inside"].gather(quantities["last_status"], null_on_oob=True),
        status_next_role=stream["role"].gather(quantities["last_status"] + 1, null_on_oob=True),
        status_previous_role=stream["role"].gather(quantities["last_status"] - 1, null_on_oob=True),
        status_next_quantity=stream["next_quantity"].gather(quantities["last_status"], null_on_oob=True),
    )
    in_sentence = cue > pl.col("last_sentence")
    after_indicator = cue > bound_to
    first_figure = pl.col("status_next_quantity") >= pl.min_horizontal(bound_to, pl.col("row"))
    over_among = (pl.col("last_among") > cue) | (pl.col("last_among") == pl.col("last_sentence") + 1)
    heads = pl.col("status_previous_role").is_in(["sentence", "punct"]) & (
        pl.col("status_next_role") == "period"
    )
    parts = pl.col("measure") == "share"
    reaches = (
        in_sentence
        & (after_indicator | first_figure | over_among | heads | parts | (pl.col("status_value") == "target"))
        & (~pl.col("status_inside") | pl.col("inside"))
        & ~(pl.col("last_actual") > cue).fill_null(False)
    )
    to_come = is_to_come()
    status = (
        pl.when(_said_of_indicator_behind())
        .then("next_status_value")
        .when(reaches.fill_null(False) & ~(to_come & (pl.col("status_value") == "estimate")))
        .then("status_value")
        .when(to_come | (pl.col("plan_amount") & (pl.col("measure") == "level")).fill_null(False))
        .then(pl.lit("target"))
        .otherwise(pl.lit("actual"))
    )
    # a session at the year's end that sets targets and names no year sets them for the next
    next_year = (
        (status == "target")
        & (pl.col("status_value") == "target")
        & pl.col("period_from").is_in(["article", "paragraph"])
        & (pl.col("dated_on").dt.month() >= 11)
        & (pl.col("period_end").dt.year() == pl.col("dated_on").dt.year())
    ).fill_null(False)
    return _with_status_of_whole(quantities.with_columns(status=status)).with_columns(
        pl.when(next_year).then(pl.col(name).dt.offset_by("1y")).otherwise(name).alias(name)
        for name in ("period_start", "period_end")
    )


def _said_of_indicator_behind() -> pl.Expr:
    """ "9.926 tỷ đồng: thu ngân sách ước cả năm", "là con số ước thu ngân sách": the status of what the figure is."""
    status, indicator = pl.col("next_status"), pl.col("indicator_row")
    in_clause = status < pl.min_horizontal(
        pl.col("next_quantity").fill_null(_FAR), pl.col("next_sentence").fill_null(_FAR)
    )
    beside = (status == indicator - 1) | (status == indicator + 1)
    return ((pl.col("rule") == "figure_first") & in_clause & beside).fill_null(False)


def _with_status_of_whole(quantities: pl.DataFrame) -> pl.DataFrame:
    """A sentence that begins with "Trong đó" has parts of what was estimated in the sentence before."""
    parts = (pl.col("last_among") == pl.col("last_sentence") + 1).fill_null(False)
    whole = pl.when(~parts & pl.col("reason").is_null())

    def of_whole(column: str) -> pl.Expr:
        return whole.then(pl.col(column)).forward_fill()

    inherits = (
        parts
        & (pl.col("status") == "actual")
        & of_whole("status").is_in(["estimate", "forecast"])
        & (of_whole("line") == pl.col("line"))
        & ~(pl.col("last_actual") > pl.col("last_sentence")).fill_null(False)
    ).fill_null(False)
    return quantities.with_columns(status=pl.when(inherits).then(of_whole("status")).otherwise("status"))
