"""When an article was published, and when what it reports took place.

Here: choosing among the dates of a page. Not here: how dates are written (`date_forms`), the year of a day written
without one (`years`), dates known from sources.yml or metadata (`documents` puts those first).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.date_forms import CLOCK, DAY_PART, EVENT_DATE, GUARD, as_date, full_date
from dagster_project.corpus.schemas import ARTICLE_ROLES
from dagster_project.corpus.years import resolve_years

FIRST_LINES = 4  # headline, lead and two paragraphs: news says there when it happened
LATER_LINES = 12
EVENT_CHARS = 450
OPENING_CHARS = 45  # "(Tên báo) - Sáng 8-11, ..."
SLACK_DAYS = 2


def page_dates(lines: pl.DataFrame) -> pl.DataFrame:
    """The dates that a page gives itself: document, published_on, published_from, page_date; one row a document.

    `lines` have roles. A byline's date counts, else one above the headline that comes with a time (`page_head`).
    `page_date` is that of the page's header without a time: the day it was copied as likely as anything.
    """
    dated = lines.filter(pl.col("dated") & pl.col("role").is_in(["byline", "menu"])).with_columns(
        date=full_date(pl.col("short").str.to_lowercase()),
        clock=pl.col("short").str.contains(CLOCK),
        rank=pl.when(pl.col("role") == "byline").then(0).otherwise(1),
    )
    dated = dated.drop_nulls("date")
    own = dated.filter((pl.col("rank") == 0) | pl.col("clock")).sort(
        "document", "rank", pl.when(pl.col("rank") == 1).then(-pl.col("row").cast(pl.Int64)).otherwise("row")
    )
    own = own.unique("document", keep="first", maintain_order=True).select(
        "document",
        published_on="date",
        published_from=pl.when(pl.col("rank") == 0).then(pl.lit("byline")).otherwise(pl.lit("page_head")),
    )
    header = dated.filter((pl.col("rank") == 1) & ~pl.col("clock"))
    header = header.unique("document", keep="first", maintain_order=True).select("document", page_date="date")
    return own.join(header, on="document", how="full", coalesce=True)


def event_dates(lines: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """document, event_on, event_from: the day that the article reports, where it is written.

    `published` has document, published_on, page_date. `event_from` is "<place>:<year>": the day stands in the
    dateline (the opening of a sentence, or with a part of the day), in a sentence, or under a picture; its year is
    written, or told by the publication, by the text, or by the page_header.
    """
    article = _article_lines(lines)
    mentions = _mentions(article.filter(pl.col("nth") < FIRST_LINES))
    without = article.join(mentions, on="document", how="anti")
    later = _mentions(without.filter(pl.col("nth").is_between(FIRST_LINES, LATER_LINES)))
    captions = lines.filter(pl.col("role") == "caption").select(
        "document", "line", "role", nth=pl.lit(LATER_LINES, pl.UInt32)
    )
    later = (
        later
        if captions.is_empty()
        else pl.concat([later, _mentions(captions.join(without, on="document", how="semi"))])
    )
    mentions = pl.concat([mentions, later]).join(published, on="document", how="left")
    written = as_date(pl.struct("year", "month", "day"))
    mentions = mentions.with_columns(event_on=written).filter(
        (pl.col("event_on") <= pl.col("published_on") + pl.duration(days=SLACK_DAYS)).fill_null(True)
        & (pl.col("year").is_null() | pl.col("event_on").is_not_null())
    )
    best = mentions.sort("document", "late", "rank", "nth").unique(
        "document", keep="first", maintain_order=True
    )
    complete = best.filter(pl.col("event_on").is_not_null()).with_columns(year_from=pl.lit("written"))
    partial = best.filter(pl.col("event_on").is_null()).select(
        "document", "nth", "place", pl.col("day").cast(pl.Int32), pl.col("month").cast(pl.Int32)
    )
    resolved = resolve_years(partial, article, published)
    columns = ["document", "event_on", pl.format("{}:{}", "place", "year_from").alias("event_from")]
    return pl.concat([complete.select(columns), resolved.select(columns)]).drop_nulls("event_on")


def _article_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """document, nth (from 0, of the article's own lines), line, role."""
    article = (
        lines.filter(pl.col("role").is_in(ARTICLE_ROLES))
        .select("document", "line", "role")
        .with_row_index("nth")
    )
    first = (
        pl.when(pl.col("document") != pl.col("document").shift(1).fill_null(-1)).then("nth").forward_fill()
    )
    return article.with_columns(nth=pl.col("nth") - first)


def _mentions(lines: pl.DataFrame) -> pl.DataFrame:
    """document, nth, late, rank, place, day, month, year (strings) of the days told in `lines`, in reading order."""
    told = lines.with_columns(line=pl.col("line").str.head(EVENT_CHARS))
    told = (
        told.with_columns(told=pl.col("line").str.extract_all(f"{GUARD}?{EVENT_DATE}"))
        .explode("told")
        .drop_nulls("told")
    )
    told = told.filter(~pl.col("told").str.contains(f"^{GUARD}")).with_columns(
        pl.col("told").str.extract_groups(EVENT_DATE).struct.unnest(),
        opens=pl.col("told").str.contains(r"^\p{Lu}") | pl.col("told").str.contains(f"^{DAY_PART}"),
    )
    caption = pl.col("role") == "caption"
    place = (
        pl.when(caption)
        .then(pl.lit("caption"))
        .when("opens")
        .then(pl.lit("dateline"))
        .otherwise(pl.lit("sentence"))
    )
    return told.select(
        "document",
        "nth",
        late=pl.col("nth") >= FIRST_LINES,
        rank=pl.when("opens").then(0).otherwise(1),
        place=place,
        day="day",
        month="month",
        year="year",
    )
