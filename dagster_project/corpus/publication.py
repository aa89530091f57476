"""When an article was published, as its page says.

Here: choosing among the dates around an article. Not here: how dates are written (`date_forms`), what the article
reports (`events`), dates known from sources.yml or metadata (`documents` puts those first).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.date_forms import (
    CLOCK,
    DATELINE,
    MONTH_STAMP,
    OPENING_STAMP,
    TITLE_STAMP,
    full_date,
    last_of_month,
)
from dagster_project.corpus.years import NEAR_LINES, OPENING_MONTHS, REPORTING_DAYS, named_years

SAME_WEEK_DAYS = 7


def page_dates(lines: pl.DataFrame) -> pl.DataFrame:
    """The dates that a page gives itself: document, published_on, published_from, page_date, page_date_alone; one
    row a document.

    `lines` have roles. A byline's date counts, else the last one above the headline that comes with a time
    (`page_head`), else one with a time at the headline's end (`headline`), else that of the place and day, or the day
    alone, that open the text (`dateline`). `page_date` is that of the page's header without a time: the day it was
    copied as likely as any, unless it stands alone above the headline; or the month that stands above the first
    sentence or before it.
    """
    dated = lines.filter(pl.col("dated") & pl.col("role").is_in(["byline", "menu"]))
    dated = dated.select(
        "document",
        date=full_date(pl.col("short").str.to_lowercase()),
        clock=pl.col("short").str.contains(CLOCK),
        in_byline=pl.col("role") == "byline",
        order=pl.when(pl.col("role") == "byline")
        .then(pl.col("row").cast(pl.Int64))
        .otherwise(-pl.col("row").cast(pl.Int64)),
        alone=pl.col("is_first") & (pl.col("title_row") == pl.col("row") + 1),
    ).drop_nulls("date")
    own = dated.filter(pl.col("in_byline") | pl.col("clock")).sort(
        "document", "in_byline", "order", descending=[False, True, False]
    )
    own = own.unique("document", keep="first", maintain_order=True).select(
        "document",
        published_on="date",
        published_from=pl.when("in_byline").then(pl.lit("byline")).otherwise(pl.lit("page_head")),
    )
    openings = lines.filter(pl.col("role").is_in(["lead", "body"])).unique(
        "document", keep="first", maintain_order=True
    )
    leads = openings.select(
        "document",
        published_on=full_date(
            pl.coalesce(
                pl.col("line").str.extract(DATELINE), pl.col("line").str.extract(OPENING_STAMP)
            ).str.to_lowercase()
        ),
        published_from=pl.lit("dateline"),
    )
    for others in (_in_headlines(lines), leads):
        own = pl.concat([own, others.drop_nulls().join(own, on="document", how="anti")])
    header = dated.filter(~pl.col("in_byline") & ~pl.col("clock")).unique(
        "document", keep="first", maintain_order=True
    )
    header = header.select("document", page_date="date", page_date_alone="alone")
    header = pl.concat([header, _of_months(lines, openings).join(header, on="document", how="anti")])
    return own.join(header, on="document", how="full", coalesce=True)


def _of_months(lines: pl.DataFrame, openings: pl.DataFrame) -> pl.DataFrame:
    """ "2022-04" on a line of its own, "2022-04 Theo báo cáo ...": document, page_date, page_date_alone."""
    alone = lines.filter(pl.col("date_line") & pl.col("role").is_in(["byline", "menu"]))
    stamps = pl.concat([alone.select("document", "line"), openings.select("document", "line")])
    months = stamps.select(
        "document",
        page_date=last_of_month(pl.col("line").str.extract(MONTH_STAMP)),
        page_date_alone=pl.lit(True),
    )
    return months.drop_nulls().unique("document", keep="first", maintain_order=True)


def _in_headlines(lines: pl.DataFrame) -> pl.DataFrame:
    """ "Quận Thanh Xuân phát triển toàn diện (10:24 30/07/2020)": document, published_on, published_from."""
    return lines.filter(pl.col("role") == "title").select(
        "document",
        published_on=full_date(pl.col("line").str.extract(TITLE_STAMP).str.to_lowercase()),
        published_from=pl.lit("headline"),
    )


def confirm_headers(dates: pl.DataFrame, article: pl.DataFrame) -> pl.DataFrame:
    """`dates` (document, published_on, published_from, page_date, page_date_alone, event_on, event_from) where a
    header's date has become the publication's (`page_header`): where the article reports news of that date, or
    speaks most of its year; of a header that stands alone, where the article speaks of no earlier year only.

    `article` is `events.article_lines`.
    """
    open_ones = dates.filter(pl.col("published_on").is_null() & pl.col("page_date").is_not_null())
    near = article.filter(pl.col("nth") < NEAR_LINES).join(open_ones, on="document", how="semi")
    spoken_of = named_years(near).filter(~pl.col("named_for").is_in(["plan", "base"]))
    of_their_year = (
        spoken_of.group_by("document", "year")
        .agg(pl.len())
        .filter(pl.col("len") == pl.col("len").max().over("document"))
        .join(open_ones.select("document", year=pl.col("page_date").dt.year()), on=["document", "year"])
    )
    age = (pl.col("page_date") - pl.col("event_on")).dt.total_days()
    within = (
        pl.when(pl.col("event_from").str.ends_with(":page_header") & ~pl.col("page_date_alone"))
        .then(SAME_WEEK_DAYS)
        .otherwise(REPORTING_DAYS)
    )
    of_its_year = pl.col("document").is_in(of_their_year["document"].implode())
    confirmed = (
        pl.when(pl.col("event_on").is_not_null())
        .then(age.is_between(0, within))
        .otherwise(of_its_year | (pl.col("page_date_alone") & ~_is_outdated(open_ones, article)))
    )
    confirmed = (confirmed & pl.col("published_on").is_null()).fill_null(False)
    return dates.with_columns(
        published_on=pl.when(confirmed).then("page_date").otherwise("published_on"),
        published_from=pl.when(confirmed).then(pl.lit("page_header")).otherwise("published_from"),
    )


def _is_outdated(headers: pl.DataFrame, article: pl.DataFrame) -> pl.Expr:
    """Whether all years that a document names are earlier than its header's; news of the opening months may sum up
    the year before."""
    named = named_years(article.join(headers, on="document", how="semi")).filter(
        pl.col("named_for") != "plan"
    )
    latest = named.group_by("document").agg((pl.col("year") + (pl.col("named_for") == "base")).max())
    dated = latest.join(headers, on="document")
    this_year = pl.col("page_date").dt.year() - (pl.col("page_date").dt.month() <= OPENING_MONTHS)
    return pl.col("document").is_in(dated.filter(pl.col("year") < this_year)["document"].implode())
