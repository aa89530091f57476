"""Headlines: the year whose aims an article is about, by its headline.

Not here: the period of results that a headline names (`dating`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern

# an article of this headline tells what became of targets
TELLS_RESULTS = fold_pattern("kết quả|tổng kết|sơ kết|đánh giá|tình hình|hoàn thành|đạt và vượt")
_GIVES = fold_pattern("giao[^,;.]{0,20} (?:chỉ tiêu|dự toán|kế hoạch)")


def year_ahead() -> pl.Expr:
    """The year that an article's headline sets aims for, if it has not begun, or only just; without a date, the
    headline itself must say that they are aims."""
    dated, year = pl.col("dated_on"), pl.col("headline_year")
    begins = (year > dated.dt.year()) | ((year == dated.dt.year()) & (dated.dt.month() <= 2))
    return pl.when(begins.fill_null(pl.col("headline_aims"))).then(year)


def headlined_aims(stream: pl.DataFrame, period_spans: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """document, headline_year, headline_aims: of headlines about a year's targets or plan ("triển khai kế hoạch năm
    2022"), which do not tell what became of them; whether it is their targets that they name."""
    role = pl.col("role")
    headlines = stream.filter(pl.col("role_of_line") == "title")
    told = lines.filter((pl.col("role") == "title") & pl.col("folded").str.contains(TELLS_RESULTS))
    aims = (role == "status") & (pl.col("value") == "target")
    given = lines.filter((pl.col("role") == "title") & pl.col("folded").str.contains(_GIVES))
    return (
        headlines.join(period_spans.select("period_item", "year"), on="period_item", how="left")
        .group_by("document")
        .agg(
            headline_year=pl.col("year").filter((role == "period") & (pl.col("value") == "year")).last(),
            headline_aims=aims.any(),
            plans=(role == "plan").any(),
        )
        .with_columns(
            headline_aims=pl.col("headline_aims") | pl.col("document").is_in(given["document"].implode())
        )
        .filter(pl.col("headline_aims") | pl.col("plans"))
        .filter(~pl.col("document").is_in(told["document"].implode()))
        .select("document", "headline_year", "headline_aims")
    )
