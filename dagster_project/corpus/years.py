"""The year of an event whose day is written without one: "Ngày 15/12".

Here: the years an article names, what each is named for, and the choice between them. Not here: finding the event
(`events`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.date_forms import calendar_date

NEAR_LINES = 5  # article lines from the top in which a year says when the article is set
LINE_CHARS = 600
CONTEXT_CHARS = 90  # before a year, as far as its sentence goes
OPENING_MONTHS = 2  # sum up the year before and plan their own
SPRING_MONTHS = 5  # still tell of the year before
CLOSING_MONTHS = 11  # from here on sum up their own year and plan the next
REPORTING_DAYS = 45  # news is published within; a later date is a reprint's or the page's own

NAMED_YEAR = r"[^.;!?]*?[^0-9,](?:19|20)[0-9]{2}(?-u:\b)(?:/\p{Lu}[^ ]*)?"
END_OF_SPAN = r"^ ?[-–—] ?(?:19|20)[0-9]{2}$"  # what follows the first year of "2021 - 2026"
LAW = r"(?:19|20)[0-9]{2}/\p{Lu}[^ ]*$"  # "02/2026/QĐ-TTg", "15/2008/QH12,"
MONTH_OF_YEAR = r"(?i)([0-9]{1,2}) ?(?:[/.-]| năm ) ?(?:19|20)[0-9]{2}$"

# What a year is named for, by the words before it; the first that fits.
NOT_OF_NOW = (
    r"(?:kỷ niệm|thành lập|chào mừng|nhiệm kỳ|tầm nhìn|(?:đến|tới|từ|hết|trước|sau|khóa)(?: hết)? năm "
    r"|giá (?:so sánh|cố định|hiện hành|gốc)[^;0-9]{0,10}(?:19|20)[0-9]{2}$)"
)
BASE = (
    r"(?i)(?:so với|cùng kỳ|cùng thời điểm)(?: của| cùng kỳ| cùng thời điểm| cuối| đầu| hồi| mức| tháng| quý"
    r"| [0-9]{1,2} tháng| [ivx]+| năm)* ?[0-9ivx/-]*(?:19|20)[0-9]{2}$"
    # "cao hơn năm 2022", "gấp 2 lần năm 2015", "tăng từ 47 triệu đồng năm 2020 lên ..."
    r"|(?:hơn|kém|lần|% của) (?:mức |cuối |của )?năm (?:19|20)[0-9]{2}$"
    r"|(?:^| )từ [0-9][0-9.,]*[^0-9;]{0,30} (?:cuối |của |vào )?(?:năm )?\(?(?:năm )?(?:19|20)[0-9]{2}$"
)
# "bàn giải pháp 2 tháng cuối năm 2023" is in that year
LIVED_THROUGH = (
    r"(?i)(?:(?:một|suốt|khép lại) năm|(?:tháng|quý) (?:cuối|còn lại)(?: của)? năm) (?:19|20)[0-9]{2}$"
)
# "tăng 11 chỉ tiêu so với quý I/2025" may be of the same year
BASE_PART = r"(?i)so với (?:quý|tháng) [0-9ivx]+[^0-9]{1,10}(?:19|20)[0-9]{2}$"
AIM = r"(?i)(?:phấn đấu|quyết tâm|dự kiến|sẽ )[^,;]*$"
MONTHS = r"(?:[0-9]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một) tháng(?: đầu| qua)?(?: của)? năm"
RESULT = (
    rf"(?i)(?:kết quả|tổng kết|đánh giá|sơ kết|thực hiện|hoàn thành|(?:^|[^\p{{L}}])ước |đạt |{MONTHS}|quý )"
)
SINCE_NEW_YEAR = r"(?i)từ đầu năm (?:19|20)[0-9]{2}$"  # of the year that is under way
FIRST_MONTHS = rf"(?i){MONTHS} ?(?:19|20)[0-9]{{2}}$|{SINCE_NEW_YEAR}"  # which are over when they are told
TOLD = r"(?i)kết quả|đánh giá|tổng kết|sơ kết|tình hình"
# "... quyết định giải pháp thực hiện nhiệm vụ năm 2022": to be carried out, not carried out
TO_DO = (
    r"(?i)(?:giải pháp|bàn |quyết định|quyết nghị|triển khai|đề ra|phương hướng|phát động|phấn đấu)[^;]*"
    r"(?:nhiệm vụ|kế hoạch|(?:mục|chỉ) tiêu|nghị quyết)[^,;]{0,20}(?:19|20)[0-9]{2}$"
    r"|(?i)thông qua[^;,]*nghị quyết[^;,]*(?:19|20)[0-9]{2}$"
)
PROGRAMME = "(?i)mục tiêu quốc gia"  # a name, no aim
PLAN = (
    r"(?i)(?:nhiệm vụ|phương hướng|mục tiêu|phấn đấu|trọng tâm|định hướng|phát động|(?:đặt|giao)(?: ra)? chỉ tiêu"
    r"|bước (?:sang|vào) năm)"
    r"|(?i)(?:kế hoạch|dự toán|chỉ tiêu cho)[^,;]{0,45}(?:19|20)[0-9]{2}$"
)

# A congress opens the term that it is named for: "Sáng 13/8, ... dự Đại hội Đảng bộ huyện, nhiệm kỳ 2020-2025"
CONGRESS = (
    r"(?i)(?:dự|khai mạc|bế mạc|tổ chức|tiến hành|diễn ra|[0-9]\)?,|chỉ đạo) (?:phiên [^,.;]{0,30} )?đại hội"
    r"[^.;]{0,100}?nhiệm kỳ ((?:19|20)[0-9]{2}) ?[-–] ?(?:19|20)[0-9]{2}"
)

# How surprising it is that an article which is told in one year names another, so many years further (first to last
# column), for that: a session of January and February sums up the year before and plans its own, one of November and
# December sums up its own and plans the next; what is compared with is a year earlier than what is summed up.
_DISTANCES = (-3, -2, -1, 0, 1, 2)
_SURPRISE = {
    "opening": {
        "base": (3.0, 0.3, 2.0, 5.0, 6.0, 6.0),
        "result": (4.0, 3.0, 0.2, 2.0, 5.0, 6.0),
        "months": (5.0, 4.0, 0.5, 1.0, 9.0, 9.0),
        "neither": (3.0, 2.0, 0.5, 1.5, 5.0, 6.0),
        "plan": (5.0, 4.0, 2.0, 0.2, 4.0, 5.0),
    },
    "spring": {
        "base": (3.0, 1.0, 0.4, 5.0, 6.0, 6.0),
        "result": (4.0, 3.0, 1.2, 0.4, 5.0, 6.0),
        "months": (5.0, 4.0, 2.0, 0.1, 9.0, 9.0),
        "neither": (2.5, 2.0, 0.6, 1.2, 5.0, 6.0),
        "plan": (5.0, 5.0, 4.0, 0.2, 4.0, 4.0),
    },
    "midst": {
        "base": (3.0, 2.0, 0.2, 5.0, 6.0, 6.0),
        "result": (4.0, 3.0, 2.0, 0.2, 4.0, 6.0),
        "months": (5.0, 4.0, 2.0, 0.1, 9.0, 9.0),
        "neither": (2.5, 2.5, 0.9, 0.8, 4.0, 5.0),
        "plan": (5.0, 5.0, 4.0, 0.2, 3.0, 4.0),
    },
    "closing": {
        "base": (3.0, 3.0, 0.2, 5.0, 6.0, 6.0),
        "result": (4.0, 4.0, 2.0, 0.2, 2.0, 6.0),
        "months": (5.0, 5.0, 3.0, 0.1, 9.0, 9.0),
        "neither": (2.5, 2.5, 1.6, 0.5, 1.2, 4.5),
        "plan": (6.0, 6.0, 4.0, 2.0, 0.2, 4.0),
    },
}
_SURPRISES = pl.DataFrame(
    [
        (season, named_for, distance, surprise)
        for season, rows in _SURPRISE.items()
        for named_for, row in rows.items()
        for distance, surprise in zip(_DISTANCES, row, strict=True)
    ],
    schema={"season": pl.String, "named_for": pl.String, "distance": pl.Int32, "surprise": pl.Float64},
    orient="row",
)


def named_years(lines: pl.DataFrame) -> pl.DataFrame:
    """The years in `lines` (document, nth, line): document, nth, year, month (or null), named_for, of_months.

    `nth` counts the article's lines; rows come in reading order. `named_for` is result, plan, base or neither.
    """
    found = lines.select(
        "document", "nth", words=pl.col("line").str.head(LINE_CHARS).str.extract_all(NAMED_YEAR)
    )
    found = (
        found.explode("words")
        .drop_nulls("words")
        .with_columns(pl.col("words").str.tail(CONTEXT_CHARS).str.replace_all(PROGRAMME, ""))
    )
    words = pl.col("words")
    ends_span = words.str.contains(END_OF_SPAN)
    starts_span = ends_span.shift(-1, fill_value=False)
    found = found.filter(
        ~(ends_span | starts_span | words.str.contains(LAW) | words.str.contains(NOT_OF_NOW))
    )
    named_for = (
        pl.when(words.str.contains(BASE) & (words.str.contains(AIM) | words.str.contains(BASE_PART)))
        .then(pl.lit("neither"))
        .when(words.str.contains(BASE))
        .then(pl.lit("base"))
        .when(words.str.contains(f"{LIVED_THROUGH}|{SINCE_NEW_YEAR}"))
        .then(pl.lit("result"))
        .when(words.str.contains(AIM))
        .then(pl.lit("plan"))
        .when(words.str.contains(TO_DO) & ~words.str.contains(TOLD))
        .then(pl.lit("plan"))
        .when(words.str.contains(RESULT))
        .then(pl.lit("result"))
        .when(words.str.contains(PLAN))
        .then(pl.lit("plan"))
        .otherwise(pl.lit("neither"))
    )
    year = ("document", "year")
    is_plan, is_result = pl.col("named_for") == "plan", pl.col("named_for") == "result"
    return found.select(
        "document",
        "nth",
        year=words.str.tail(4).cast(pl.Int32, strict=False),
        month=words.str.extract(MONTH_OF_YEAR).cast(pl.Int32, strict=False),
        named_for=named_for,
        of_months=words.str.contains(FIRST_MONTHS),
    ).with_columns(
        # A year that is planned for in one place is the planned one wherever nothing else is said of it.
        named_for=pl.when(
            (pl.col("named_for") == "neither") & is_plan.any().over(year) & ~is_result.any().over(year)
        )
        .then(pl.lit("plan"))
        # What a headline's plan is compared with is the year in which it is made.
        .when((pl.col("named_for") == "base") & (pl.col("year") + 1 == _headlined_plan()))
        .then(pl.lit("neither"))
        .otherwise("named_for")
    )


def _headlined_plan() -> pl.Expr:
    """The year of a document whose plan the first line is about: "Quận giao chỉ tiêu kế hoạch năm 2024"."""
    planned = (pl.col("nth") == 0) & (pl.col("named_for") == "plan")
    return pl.when(planned).then("year").max().over("document")


def resolve_years(events: pl.DataFrame, lines: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """`events` (document, nth, day, month) with event_on and year_from, null where nothing tells the year.

    `published` has document, published_on and page_date (a date in the page's header, weaker than all else).
    In order: a publication soon after; a congress that opens a term; the year that explains best what years the
    article names, if it names one in its first lines or tells results of months; any publication; that year
    otherwise; the header.
    """
    events = events.join(published, on="document", how="left")
    soon = _from_publication(events, "published_on", "publication", REPORTING_DAYS, order=0)
    rest = events.join(soon, on="document", how="anti")
    named = named_years(lines.join(rest.select("document"), on="document", how="semi"))
    candidates = pl.concat(
        [
            soon,
            _from_congress(rest, lines),
            _from_names(rest, named),
            _from_publication(rest, "published_on", "publication", None, order=3),
            _from_publication(rest, "page_date", "page_header", None, order=5),
        ]
    )
    best = candidates.sort(
        "document", "order", "surprise", "event_on", descending=[False, False, False, True]
    ).unique("document", keep="first", maintain_order=True)
    return events.join(best.select("document", "event_on", "year_from"), on="document", how="left")


def _from_publication(
    events: pl.DataFrame, published: str, year_from: str, within_days: int | None, order: int
) -> pl.DataFrame:
    """The last such day that is not after the publication (a day's slack for time zones)."""
    latest = pl.col(published) + pl.duration(days=1)
    this_year = calendar_date(pl.col(published).dt.year(), pl.col("month"), pl.col("day"))
    year_before = calendar_date(pl.col(published).dt.year() - 1, pl.col("month"), pl.col("day"))
    dated = events.with_columns(event_on=pl.when(this_year <= latest).then(this_year).otherwise(year_before))
    if within_days is not None:
        dated = dated.filter(pl.col(published) - pl.col("event_on") <= pl.duration(days=within_days))
    return _candidates(dated, year_from, pl.lit(order), pl.lit(0))


def _from_congress(events: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """The first year of the term of a congress that the line of the day tells of."""
    told = events.join(lines.select("document", "nth", "line"), on=["document", "nth"])
    year = pl.col("line").str.head(LINE_CHARS).str.extract(CONGRESS).cast(pl.Int32)
    dated = told.with_columns(event_on=calendar_date(year, pl.col("month"), pl.col("day")))
    return _candidates(dated, "text", pl.lit(1), pl.lit(0))


def _from_names(events: pl.DataFrame, years: pl.DataFrame) -> pl.DataFrame:
    """Candidates from the years an article names: each year that it may be told in, with the sum of how surprising
    what it says of every year then is."""
    mentions = (
        years.with_columns(
            named_for=pl.when(pl.col("of_months") & (pl.col("named_for") == "result"))
            .then(pl.lit("months"))
            .otherwise("named_for"),
            near=pl.col("nth") < NEAR_LINES,
        )
        .group_by("document", "year", "named_for", pl.col("month").alias("of_month"))
        .agg(near=pl.col("near").any(), n=pl.len())
    )
    tells = mentions.group_by("document").agg(
        early=(pl.col("near") | (pl.col("named_for") == "months")).any()
    )
    told = events.join(mentions, on="document")
    may_be = (
        told.select("document", told_in=pl.col("year") + pl.lit(list(range(-1, 3)), pl.List(pl.Int32)))
        .explode("told_in")
        .unique()
    )
    weighed = (
        told.join(may_be, on="document")
        .with_columns(
            season=_season(),
            distance=(pl.col("year") - pl.col("told_in")).clip(_DISTANCES[0], _DISTANCES[-1]),
        )
        .join(_SURPRISES, on=["season", "named_for", "distance"], how="left")
        .group_by("document", "told_in")
        .agg(pl.col("day", "month", "published_on").first(), surprise=_weighed().sum())
        .join(tells, on="document")
        .with_columns(event_on=calendar_date(pl.col("told_in"), pl.col("month"), pl.col("day")))
        .filter((pl.col("event_on") <= pl.col("published_on") + pl.duration(days=3)).fill_null(True))
    )
    order = pl.when("early").then(2).otherwise(4)
    return _candidates(weighed, "text", order, pl.col("surprise"))


def _season() -> pl.Expr:
    month = pl.col("month")
    return (
        pl.when(month <= OPENING_MONTHS)
        .then(pl.lit("opening"))
        .when(month <= SPRING_MONTHS)
        .then(pl.lit("spring"))
        .when(month >= CLOSING_MONTHS)
        .then(pl.lit("closing"))
        .otherwise(pl.lit("midst"))
    )


def _weighed() -> pl.Expr:
    """The surprise of a mention: one near the top counts more, one repeated a little more than once."""
    month, distance = pl.col("of_month"), pl.col("distance")
    # "tháng 10/2023": the same month is that of the event, one that is still to come hardly is told of
    of_month = (
        pl.when(month == pl.col("month"))
        .then(pl.when(distance == 0).then(0).otherwise(3))
        .when(distance > 0)
        .then(4)
        .when(distance == 0)
        .then(pl.when(month > pl.col("month") + 1).then(1.5).otherwise(0.3))
        .otherwise(pl.when(distance == -1).then(0.5).otherwise(2))
    )
    # "dự kiến tổ chức trong tháng 4/2025", said in October
    ahead = (pl.col("named_for") == "plan") & (
        distance == pl.when(month < pl.col("month")).then(1).otherwise(0)
    )
    surprise = (
        pl.when(month.is_null() | (pl.col("named_for") == "base"))
        .then("surprise")
        .when(ahead)
        .then(0.3)
        .when(pl.col("named_for") == "plan")
        .then(3)
        .otherwise(of_month)
    )
    repeated = 1 + 0.3 * (pl.col("n") - 1).clip(0, 3)
    return surprise * repeated * pl.when("near").then(1.0).otherwise(0.7)


def _candidates(dated: pl.DataFrame, year_from: str, order: pl.Expr, surprise: pl.Expr) -> pl.DataFrame:
    return dated.select(
        "document",
        "event_on",
        year_from=pl.lit(year_from),
        order=order.cast(pl.Int32),
        surprise=surprise.cast(pl.Float64).round(3),
    ).drop_nulls("event_on")
