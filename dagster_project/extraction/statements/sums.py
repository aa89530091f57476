"""Sums since New Year: the month that is told beside one, and the month up to which one counts.

Not here: how far such a sum reaches (`carried`), nor the choice of a figure's period (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR

_SUMMED = fold_pattern("(?:^|[ ,;(])(?:lũy kế|luỹ kế|cộng dồn)(?: đến nay)?[^,;.0-9]{0,40}$")
_PART_DAYS = 100  # a month, a quarter


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


def since_new_year() -> pl.Expr:
    """ "Tháng 4: ... giải quyết việc làm cho 1.012 lao động, lũy kế 3.680 lao động, đạt 36,8% kế hoạch": from New Year
    to the end of the month that the paragraph or the section is about, as is what goes on about the sum."""
    summed = pl.when(pl.col("before").str.contains(_SUMMED)).then("row").forward_fill()
    goes_on = (summed > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0)) & (
        (pl.col("last_period") < summed).fill_null(True)
        & ((pl.col("row") == summed) | (pl.col("dimension") == "percent"))
    )
    part = (pl.col("period_end") - pl.col("period_start")).dt.total_days() < _PART_DAYS
    sums = (goes_on & part & (pl.col("period_from") != "clause")).fill_null(False)
    start = pl.col("period_start")
    return pl.when(sums).then(start.dt.truncate("1y")).otherwise(start).alias("period_start")
