"""Anniversaries: the year in which an article looks back, told by the years that it counts.

"Kỷ niệm 40 năm thành lập huyện (1977 - 2017)" is told in 2017, "20 năm kể từ ngày thành lập" of a district founded in
2003 in 2023, whatever years they name besides. Not here: the year of an article that reports on one (`dating`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern

_DAY = r"(?:[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?)?"
_YEAR = "((?:19|20)[0-9]{2})"
_COUNTS_SPAN = fold_pattern(
    rf"([1-9][0-9]{{1,2}}) năm[^.;:]{{0,90}}?[(, ]{_DAY}{_YEAR} {{0,3}}- {{0,3}}{_DAY}{_YEAR}"
)
_FOUNDED = "(?:thành lập|tái lập|ra đời)"
_COUNTS_SINCE = fold_pattern(
    rf"(?:^|[ :,])([1-9][0-9]) năm (?:kể )?(?:từ |sau )?[^.;:,0-9]{{0,30}}{_FOUNDED}"
)
_FOUNDED_IN = fold_pattern(rf"{_FOUNDED}[^.;0-9]{{0,40}} (?:năm |vào ngày |ngày ){_DAY}{_YEAR}")
_IN_WHICH_FOUNDED = fold_pattern(
    rf"(?:năm|ngày|tháng) ?{_DAY}{_YEAR},[^.;]{{0,160}} {_FOUNDED} (?:quận|huyện|thị xã)"
)
_LEAD_LINES = 6


def anniversary_years(lines: pl.DataFrame) -> pl.DataFrame:
    """document, anniversary_year: the end of a span as long as the number of years before it says, else so many years
    behind the founding.

    lines: document, folded, line_in_document
    """
    return (
        pl.concat([_ends_of_spans(lines), _since_founding(lines)])
        .group_by("document", maintain_order=True)
        .agg(pl.col("anniversary_year").first())
    )


def _ends_of_spans(lines: pl.DataFrame) -> pl.DataFrame:
    groups = pl.col("folded").str.extract_groups(_COUNTS_SPAN)
    years, first, last = (groups.struct.field(str(group)).cast(pl.Int32) for group in (1, 2, 3))
    return (
        lines.filter(pl.col("folded").str.contains(_COUNTS_SPAN))
        .select("document", anniversary_year=last, counts=last - first == years)
        .filter("counts")
        .drop("counts")
    )


def _since_founding(lines: pl.DataFrame) -> pl.DataFrame:
    counted = (
        lines.filter(
            (pl.col("line_in_document") < _LEAD_LINES) & pl.col("folded").str.contains(_COUNTS_SINCE)
        )
        .group_by("document", maintain_order=True)
        .agg(years=pl.col("folded").str.extract(_COUNTS_SINCE).first().cast(pl.Int32))
    )
    founded = (
        lines.join(counted, on="document", how="semi")
        .select(
            "document",
            founded=pl.coalesce(
                pl.col("folded").str.extract(_FOUNDED_IN), pl.col("folded").str.extract(_IN_WHICH_FOUNDED)
            ).cast(pl.Int32),
        )
        .drop_nulls()
        .group_by("document", maintain_order=True)
        .agg(pl.col("founded").first())
    )
    return counted.join(founded, on="document").select(
        "document", anniversary_year=pl.col("founded") + pl.col("years")
    )
