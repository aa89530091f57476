"""Echoes: a headline says in short what the text below says in full, and is of the same period and plan.

Not here: the period of a figure from the words around it (`timing`), nor against what it is measured (`basis`).
"""

from __future__ import annotations

import polars as pl

_NEAR = 0.01  # "hơn 5.600 tỷ đồng" above 5.606, "hơn 88%" above 88,06%
_SAME = ["document_id", "district_id", "indicator_id", "measure"]


def with_echoes(rows: pl.DataFrame) -> pl.DataFrame:
    """Figures of a headline that names no period, or no plan's giver, take what the text says of the same figure.

    rows: all figures with their evidence; in_title (Boolean)
    """
    placed = rows.with_row_index("position").filter(pl.col("reason").is_null())
    titles = placed.filter(pl.col("in_title"))
    if titles.is_empty():
        return rows
    value, told = pl.col("value"), pl.col("told_value")
    full = placed.filter(~pl.col("in_title")).select(
        *_SAME,
        told_value="value",
        told_start="period_start",
        told_end="period_end",
        told_basis="basis",
        told_second_basis="second_basis",
    )
    echoes = (
        titles.join(full, on=_SAME, maintain_order="left_right")
        .with_columns(apart=(value - told).abs())
        .filter(pl.col("apart") <= _NEAR * told.abs())
        .sort("position", "apart", maintain_order=True)
        .unique("position", keep="first", maintain_order=True)
    )
    undated = pl.col("period_from") == "article"
    of_any_plan = (pl.col("measure") == "plan_attainment") & (pl.col("basis") == "plan")
    settled = echoes.select(
        "position",
        period_start=pl.when(undated).then("told_start").otherwise("period_start"),
        period_end=pl.when(undated).then("told_end").otherwise("period_end"),
        basis=pl.when(of_any_plan).then("told_basis").otherwise("basis"),
        second_basis=pl.when(of_any_plan).then("told_second_basis").otherwise("second_basis"),
    )
    return rows.with_columns(
        rows[name].scatter(settled["position"], settled[name])
        for name in settled.columns
        if name != "position"
    )
