"""Portions: parts that are a percentage of a whole told before are of the whole's time: "Thu thuế đạt 8.014 tỷ đồng,
chiếm 70,8% tổng thu", where that is what it is of the 11.320 tỷ đồng of another paragraph.

Not here: which percentage is a share (`percentages`), nor the period of what stands alone (`timing`).
"""

from __future__ import annotations

import polars as pl

_OF_REVENUE = ("fixed_budget_revenue", "tax_revenue", "land_revenue")
_WHOLES = ("state_budget_revenue", "budget_expenditure", "gross_output")
_ROUNDING = 0.06  # of a percentage with one decimal


def with_period_of_whole(quantities: pl.DataFrame) -> pl.DataFrame:
    """The sentences that name no period and tell such a part: their parts take the whole's.

    quantities: with measure and period, in reading order
    """
    placed, unnamed = pl.col("reason").is_null(), pl.col("period_from") == "article"
    level, whole = pl.col("measure") == "level", _whole_of(pl.col("indicator_id"))
    amount = pl.when(
        level.shift(1)
        & (pl.col("indicator_id") == pl.col("indicator_id").shift(1))
        & (pl.col("last_sentence") == pl.col("last_sentence").shift(1))
    ).then(pl.col("value").shift(1))
    shares = quantities.select(
        "row",
        "document",
        "last_sentence",
        "value",
        "measure",
        "reason",
        "period_from",
        whole=whole,
        amount=amount,
    ).filter(
        placed
        & unnamed
        & (pl.col("measure") == "share")
        & pl.col("amount").is_not_null()
        & pl.col("whole").is_not_null()
    )
    if shares.is_empty():
        return quantities
    wholes = quantities.filter(
        placed & level & ~unnamed & pl.col("indicator_id").is_in(list(_WHOLES)) & (pl.col("value") > 0)
    ).select("document", "period_start", "period_end", whole="indicator_id", whole_row="row", total="value")
    shown = (
        shares.join(wholes, on=["document", "whole"])
        .filter(
            (pl.col("whole_row") < pl.col("row"))
            & ((pl.col("amount") / pl.col("total") * 100 - pl.col("value")).abs() <= _ROUNDING)
        )
        .sort("whole_row")
        .unique(["last_sentence", "whole"], keep="last")
        .select("last_sentence", "whole", shown_start="period_start", shown_end="period_end")
    )
    told = quantities.with_columns(whole=whole).join(
        shown, on=["last_sentence", "whole"], how="left", maintain_order="left"
    )
    moved = unnamed & pl.col("shown_start").is_not_null()
    return told.with_columns(
        period_start=pl.when(moved).then("shown_start").otherwise("period_start"),
        period_end=pl.when(moved).then("shown_end").otherwise("period_end"),
        period_from=pl.when(moved).then(pl.lit("paragraph")).otherwise("period_from"),
    ).drop("whole", "shown_start", "shown_end")


def _whole_of(indicator: pl.Expr) -> pl.Expr:
    return (
        pl.when(indicator.is_in(list(_OF_REVENUE)))
        .then(pl.lit("state_budget_revenue"))
        .when(indicator == "investment_expenditure")
        .then(pl.lit("budget_expenditure"))
        .when(indicator.str.starts_with("gross_output_"))
        .then(pl.lit("gross_output"))
    )
