"""Anniversaries: the year in which an article looks back, told by the years that it counts.

"Kỷ niệm 40 năm thành lập huyện (1977 - 2017)" is told in 2017, "20 năm kể từ ngày thành lập" of a district founded in
2003 in 2023, "sau 5 năm (nhiệm kỳ 2015 - 2020)" in 2020, whatever years they name besides. Not here: the year of an
article that reports on one (`dating`).
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
# "Sau 15 năm thành lập, vào năm 2018, ..." is no founding
_FOUNDED_IN = fold_pattern(rf"{_FOUNDED}[^.;,0-9]{{0,40}} (?:năm |vào ngày |ngày ){_DAY}{_YEAR}")
_IN_WHICH_FOUNDED = fold_pattern(
    rf"(?:năm|ngày|tháng) ?{_DAY}{_YEAR},[^.;]{{0,160}} {_FOUNDED} (?:quận|huyện|thị xã)"
)
_TERM = r"(?:nhiệm kỳ|giai đoạn) ((?:19|20)[0-9]{2}) {0,3}- {0,3}((?:19|20)[0-9]{2})"
_TERM_FOLDED = fold_pattern(_TERM)
_IS_OVER = "(?:sau (?:5|năm) năm|(?:5|năm) năm (?:vừa )?qua|nhiệm kỳ (?:vừa )?qua)"
_TERM_OVER = fold_pattern(rf"{_TERM}.*{_IS_OVER}")
_OVER_TERM = fold_pattern(rf"{_IS_OVER}.*?{_TERM}")
TERM_YEARS = (4, 5)  # "giai đoạn 2016-2020", "nhiệm kỳ 2015-2020"
# "thực hiện Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020-2025" looks back on it
_CONGRESS = fold_pattern(
    r"(?:^|[^t] |[^ế]t )đại hội[^.;]{0,120}?nhiệm kỳ ((?:19|20)[0-9]{2}) {0,3}- {0,3}(?:19|20)[0-9]{2}"
)
_LEAD_LINES = 6


def anniversary_years(lines: pl.DataFrame) -> pl.DataFrame:
    """document, since_year, anniversary_year: the end of a span as long as the number of years before it says, else so
    many years behind the founding; and where the count begins.

    lines: document, folded, line_in_document
    """
    return (
        pl.concat([_ends_of_spans(lines), _since_founding(lines)])
        .group_by("document", maintain_order=True)
        .agg(pl.col("since_year", "anniversary_year").first())
    )


def _ends_of_spans(lines: pl.DataFrame) -> pl.DataFrame:
    groups = pl.col("folded").str.extract_groups(_COUNTS_SPAN)
    years, first, last = (groups.struct.field(str(group)).cast(pl.Int32) for group in (1, 2, 3))
    return (
        lines.filter(pl.col("folded").str.contains(_COUNTS_SPAN))
        .select("document", since_year=first, anniversary_year=last, counts=last - first == years)
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
        "document", since_year="founded", anniversary_year=pl.col("founded") + pl.col("years")
    )


def terms_over(lines: pl.DataFrame) -> pl.DataFrame:
    """document, term_start, term_end: the years of a term that the first lines say is over.

    lines: document, folded, line_in_document
    """

    def year(group: int) -> pl.Expr:
        return pl.coalesce(
            pl.col("folded").str.extract(pattern, group) for pattern in (_TERM_OVER, _OVER_TERM)
        ).cast(pl.Int32)

    over = pl.col("folded").str.contains(_TERM_OVER) | pl.col("folded").str.contains(_OVER_TERM)
    return (
        lines.filter((pl.col("line_in_document") < _LEAD_LINES) & over)
        .select("document", term_start=year(1), term_end=year(2))
        .filter((pl.col("term_end") - pl.col("term_start")).is_between(*TERM_YEARS))
        .unique("document", keep="first", maintain_order=True)
    )


def congress_years(lines: pl.DataFrame) -> pl.DataFrame:
    """document, congress_year: between the term that an article looks back on and the one that it looks ahead to
    ("nhiệm kỳ 2015-2020", "nhiệm kỳ 2020-2025"), else the first of the term that a congress is named for.

    lines: document, folded
    """
    terms = (
        lines.filter(pl.col("folded").str.contains(_TERM_FOLDED))
        .select("document", term=pl.col("folded").str.extract_all(_TERM_FOLDED))
        .explode("term")
        .select(
            "document",
            *(pl.col("term").str.extract(_TERM_FOLDED, n).cast(pl.Int32).alias(str(n)) for n in (1, 2)),
        )
        .filter((pl.col("2") - pl.col("1")).is_between(*TERM_YEARS))
    )
    between = (
        terms.join(terms, on="document", suffix="_next")
        .filter((pl.col("1_next") - pl.col("2")).is_between(0, 1))
        .select("document", congress_year="2")
    )
    named = lines.select(
        "document", congress_year=pl.col("folded").str.extract(_CONGRESS).cast(pl.Int32)
    ).drop_nulls()
    return pl.concat([between, named]).unique("document", keep="first", maintain_order=True)
