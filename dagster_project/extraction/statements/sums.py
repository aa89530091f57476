"""Sums: the month that is told beside a sum since New Year.

Not here: how far such a sum reaches (`carried`), nor the choice of a figure's period (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import FAR


def with_months(quantities: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """ "Thu ngân sách ước đạt 50 tỷ đồng; lũy kế 10 tháng đạt 1.777 tỷ đồng": what is told before the sum, and of no
    time of its own, is of the last month of it.

    quantities: period_start, period_end, period_from; rows: of `period_rows`
    """
    sums = rows.filter(pl.col("of_sum") & (pl.col("period_start").dt.month() == 1)).select(
        next_period="row", sum_start="period_start", sum_end="period_end"
    )
    beside = (
        (pl.col("next_period") < pl.col("next_sentence").fill_null(FAR))
        & pl.col("period_from").is_in(["article", "paragraph"])
        & (pl.col("period_start") == pl.col("sum_start"))
    ).fill_null(False)
    return (
        quantities.join(sums, on="next_period", how="left", maintain_order="left")
        .with_columns(
            period_start=pl.when(beside).then(pl.col("sum_end").dt.truncate("1mo")).otherwise("period_start"),
            period_end=pl.when(beside).then("sum_end").otherwise("period_end"),
        )
        .drop("sum_start", "sum_end")
    )
