"""When what an article reports took place.

Here: the days its text tells, and which of them is the one it reports. Not here: how dates are written
(`date_forms`), the year of a day written without one (`years`), the day of publication (`publication`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.date_forms import DAY_PART, EVENT_DATE, GUARD, as_date
from dagster_project.corpus.schemas import ARTICLE_ROLES
from dagster_project.corpus.years import REPORTING_DAYS, named_years, resolve_years

FIRST_LINES = 4  # headline, lead and two paragraphs: news says there when it happened
LATER_LINES = 12
EVENT_CHARS = 450
HISTORY_YEARS = 2  # before the year whose results an article tells, a day with its year is history
SLACK_DAYS = 2  # news of the morning may carry the date of the evening before

DAY_HINT = r"[0-9] ?[/.-] ?[0-9]|[0-9] tháng"
MEETING = (
    r"(?i)(?:tổ chức|họp|hội nghị|khai mạc|bế mạc|diễn ra|làm việc|chủ trì|giao ban|đại hội|buổi lễ|lễ |sơ kết"
    r"|tổng kết|tiếp xúc|kiểm tra)"
)
# What stands right before the day on which somebody told or decided it: "công bố ngày 5/12".
TOLD = (
    r"(?i)(?:(?:trao đổi|trả lời|chia sẻ|phát biểu|công bố|công khai|cung cấp)[^.,;:0-9]{0,40}"
    r"|(?:HĐND|hội đồng nhân dân|đại hội)[^.,;:0-9]{0,40} thông qua(?: vào)?) ?\(?$"
)
NUMBERED_ACT = r" số [0-9]+[/-].*$"
ACT_CHARS = 90
# "Ngày 6-11-2003, Chính phủ ban hành Nghị định ... thành lập quận": how a history begins, if its year is written
FOUNDING = (
    r"(?i)(?:(?:ban hành|ký|có) (?:nghị (?:định|quyết)|quyết định)[^.;]{0,150} (?:thành lập|tái lập|chia tách|địa giới)"
    r"|(?:quận|huyện|thị xã)[^.,;]{0,40} (?:được|chính thức)[^.,;]{0,30} (?:thành lập|tái lập|đi vào hoạt động))"
)
# "diễn ra từ ngày 15 đến 17/7/2020"
SPAN_OF_DAYS = r"^[Tt]ừ (?:ngày )?[0-9]{1,2}(?: ?[-–,] ?| đến (?:ngày )?)[0-9]"
AHEAD = r"(?i)(?:sẽ|dự kiến|sắp)(?: được)?(?: tổ chức| diễn ra| khai mạc| họp)"


def article_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """document, nth (from 0, of the article's own lines), line, role."""
    article = lines.filter(pl.col("role").is_in(ARTICLE_ROLES)).select("document", "line", "role")
    starts = (pl.col("document") != pl.col("document").shift(1)).fill_null(True)
    article = article.with_row_index("nth")
    return article.with_columns(nth=pl.col("nth") - pl.when(starts).then("nth").forward_fill())


def event_dates(lines: pl.DataFrame, article: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """document, event_on, event_from: the day that the article reports, where it is written.

    `article` is `article_lines(lines)`; `published` has document, published_on, page_date. `event_from` is
    "<place>:<year>". The day stands in the dateline (it opens a sentence or comes with a part of the day), in a
    sentence about a meeting or about what somebody told, or under a picture; its year is written, or told by the
    publication, by the text, or by the page_header.
    """
    mentions = _reported(_mentions(article.filter(pl.col("nth") < FIRST_LINES)), published)
    # Below the first paragraphs a day is some other day as likely, so it only counts where nothing else dates the page.
    undated = published.filter(pl.col("published_on").is_null()).join(mentions, on="document", how="anti")
    below = article.filter(pl.col("nth").is_between(FIRST_LINES, LATER_LINES))
    captions = lines.filter(pl.col("role") == "caption").select(
        nth=pl.lit(LATER_LINES + 1, pl.UInt32), document="document", line="line", role="role"
    )
    later = pl.concat([below.select(captions.columns), captions]).join(undated, on="document", how="semi")
    mentions = pl.concat([mentions, _reported(_mentions(later), published)])
    mentions = mentions.join(_history(mentions, article, published), on=["document", "event_on"], how="anti")
    best = mentions.sort("document", "rank", "nth").unique("document", keep="first", maintain_order=True)

    written = best.filter(pl.col("event_on").is_not_null()).with_columns(year_from=pl.lit("written"))
    told = best.filter(pl.col("event_on").is_null()).select("document", "nth", "place", "day", "month")
    resolved = resolve_years(told, article, published)
    # Without its year and outside of a dateline, a day is the reported one only if it is news.
    is_news = pl.col("published_on") - pl.col("event_on") <= pl.duration(days=REPORTING_DAYS)
    resolved = resolved.filter((pl.col("place") != "sentence") | is_news.fill_null(True))
    columns = ["document", "event_on", pl.format("{}:{}", "place", "year_from").alias("event_from")]
    return pl.concat([written.select(columns), resolved.select(columns)]).drop_nulls("event_on")


def _reported(mentions: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """`mentions` with event_on, without those that are no day of the calendar or come after the publication; long
    before it, only a meeting is what a reprint reports, and all else is history."""
    latest = pl.col("published_on") + pl.duration(days=SLACK_DAYS)
    is_news = pl.col("published_on") - pl.col("event_on") <= pl.duration(days=REPORTING_DAYS)
    return (
        mentions.join(published.select("document", "published_on"), on="document", how="left")
        .with_columns(event_on=as_date(pl.struct("year", "month", "day")))
        .filter(pl.col("year").is_null() | pl.col("event_on").is_not_null())
        .filter((pl.col("event_on") <= latest).fill_null(True))
        .filter(is_news.fill_null(True) | pl.col("meets"))
        .with_columns(pl.col("day", "month").cast(pl.Int32))
        .drop("published_on", "year", "meets")
    )


def _history(mentions: pl.DataFrame, article: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """document, event_on: days of years long before those whose results the article tells; a page with its day of
    publication knows by that what is news."""
    written = mentions.filter(pl.col("event_on").is_not_null()).join(
        published.filter(pl.col("published_on").is_null()), on="document", how="semi"
    )
    if written.is_empty():
        return written.select("document", "event_on")
    told = named_years(article.join(written, on="document", how="semi")).filter(
        pl.col("named_for") == "result"
    )
    latest = told.group_by("document").agg(told_of=pl.col("year").max())
    return (
        written.join(latest, on="document", how="inner")
        .filter(pl.col("told_of") - pl.col("event_on").dt.year() >= HISTORY_YEARS)
        .select("document", "event_on")
    )


def _mentions(lines: pl.DataFrame) -> pl.DataFrame:
    """document, nth, rank, place, day, month, year (digits) of the days told in `lines`, in reading order."""
    told = lines.with_columns(pl.col("line").str.head(EVENT_CHARS)).filter(
        pl.col("line").str.contains(DAY_HINT)
    )
    told = told.with_columns(told=pl.col("line").str.extract_all(f"{GUARD}?{EVENT_DATE}"))
    told = (
        told.explode("told")
        .drop_nulls("told")
        .filter(~pl.col("told").str.contains(f"^{GUARD}") | pl.col("told").str.contains(SPAN_OF_DAYS))
    )
    told = told.with_columns(
        pl.col("told").str.extract_groups(EVENT_DATE).struct.unnest(),
        opens=pl.col("told").str.contains(rf"^(?:\p{{Lu}}|{DAY_PART})"),
    )
    place = (
        pl.when(pl.col("role") == "caption")
        .then(pl.lit("caption"))
        .when("opens")
        .then(pl.lit("dateline"))
        .otherwise(pl.lit("sentence"))
    )
    counts = pl.when("opens").then(True).otherwise(_is_about_a_meeting())
    recalls = pl.col("year").is_not_null() & pl.col("line").str.contains(FOUNDING)
    return told.filter(counts & ~pl.col("line").str.contains(AHEAD) & ~recalls).select(
        "document",
        "nth",
        rank=pl.when("opens").then(0).otherwise(1),
        place=place,
        day="day",
        month="month",
        year="year",
        meets=pl.col("line").str.contains(MEETING),
    )


def _is_about_a_meeting() -> pl.Expr:
    """Of a day inside a sentence: "Luật số 39/2024/QH15 được thông qua ngày 28/6" is the day of an act, so what stands
    between the act's number and the day decides."""
    inside = pl.when(~pl.col("opens"))
    line, told = inside.then("line"), inside.then("told")
    before = line.str.splitn(told, 2).struct.field("field_0").str.tail(ACT_CHARS)
    of_an_act = ~before.str.extract(f"({NUMBERED_ACT})").str.contains(MEETING)
    reports = line.str.contains(MEETING) | before.str.contains(TOLD)
    return (reports & ~of_an_act.fill_null(False)).fill_null(False)
