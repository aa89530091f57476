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
CLOSING_MONTHS = 11  # from here on sum up their own year and plan the next
REPORTED_MONTHS = 3  # a month further ahead than this is one of the year before
SURE = 3  # the last order of candidates that nothing further below outdoes
REPORTING_DAYS = 45  # news is published within; a later date is a reprint's or the page's own

NAMED_YEAR = r"[^.;!?]*?[^0-9,](?:19|20)[0-9]{2}(?-u:\b)(?:/\p{Lu}[^ ]*)?"
END_OF_SPAN = r"^ ?[-–—] ?(?:19|20)[0-9]{2}$"  # what follows the first year of "2021 - 2026"
LAW = r"(?:19|20)[0-9]{2}/\p{Lu}[^ ]*$"  # "02/2026/QĐ-TTg", "15/2008/QH12,"
MONTH_OF_YEAR = r"(?i)([0-9]{1,2}) ?(?:[/.-]| năm ) ?(?:19|20)[0-9]{2}$"

# What a year is named for, by the words before it; the first that fits.
NOT_OF_NOW = (
    r"(?:kỷ niệm|thành lập|chào mừng|nhiệm kỳ|tầm nhìn|(?:đến|tới|từ|hết|trước|sau|khóa)(?: hết)? năm )"
)
BASE = (
    r"(?i)(?:so với|cùng kỳ|cùng thời điểm)(?: của| cùng kỳ| cùng thời điểm| cuối| đầu| hồi| mức| tháng| quý"
    r"| [0-9]{1,2} tháng| [ivx]+| năm)* ?[0-9ivx/-]*(?:19|20)[0-9]{2}$"
)
# "bàn giải pháp 2 tháng cuối năm 2023" is in that year
LIVED_THROUGH = (
    r"(?i)(?:(?:một|suốt|khép lại) năm|(?:tháng|quý) (?:cuối|còn lại)(?: của)? năm) (?:19|20)[0-9]{2}$"
)
AIM = r"(?i)(?:phấn đấu|quyết tâm|sẽ )[^,;]*$"
MONTHS = r"(?:[0-9]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một) tháng(?: đầu| qua)?(?: của)? năm"
RESULT = rf"(?i)(?:kết quả|tổng kết|đánh giá|sơ kết|thực hiện|hoàn thành|ước|đạt |{MONTHS}|quý )"
FIRST_MONTHS = rf"(?i){MONTHS} ?(?:19|20)[0-9]{{2}}$"  # which are over when they are told
TOLD = r"(?i)kết quả|đánh giá|tổng kết|sơ kết|tình hình"
# "... quyết định giải pháp thực hiện nhiệm vụ năm 2022": to be carried out, not carried out
TO_DO = (
    r"(?i)(?:giải pháp|bàn |quyết định|quyết nghị|triển khai|đề ra|phương hướng)[^;]*"
    r"(?:nhiệm vụ|kế hoạch|mục tiêu|nghị quyết)[^,;]{0,20}(?:19|20)[0-9]{2}$"
    r"|(?i)thông qua[^;,]*nghị quyết[^;,]*(?:19|20)[0-9]{2}$"
)
PROGRAMME = "(?i)mục tiêu quốc gia"  # a name, no aim
PLAN = (
    r"(?i)(?:nhiệm vụ|phương hướng|mục tiêu|phấn đấu|trọng tâm|định hướng)"
    r"|(?i)(?:kế hoạch|dự toán|chỉ tiêu cho)[^,;]{0,45}(?:19|20)[0-9]{2}$"
)

# A congress opens the term that it is named for: "Sáng 13/8, ... dự Đại hội Đảng bộ huyện, nhiệm kỳ 2020-2025"
CONGRESS = (
    r"(?i)(?:dự|khai mạc|bế mạc|tổ chức|tiến hành|diễn ra|[0-9]\)?,|chỉ đạo) (?:phiên [^,.;]{0,30} )?đại hội"
    r"[^.;]{0,100}?nhiệm kỳ ((?:19|20)[0-9]{2}) ?[-–] ?(?:19|20)[0-9]{2}"
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
        pl.when(words.str.contains(BASE) & words.str.contains(AIM))
        .then(pl.lit("neither"))
        .when(words.str.contains(BASE))
        .then(pl.lit("base"))
        .when(words.str.contains(LIVED_THROUGH))
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
        .otherwise("named_for")
    )


def resolve_years(events: pl.DataFrame, lines: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """`events` (document, nth, day, month) with event_on and year_from, null where nothing tells the year.

    `published` has document, published_on and page_date (a date in the page's header, weaker than all else).
    In order: a publication soon after; the same month with its year, or a congress that opens a term; a year of plans
    or results in the article's first lines; the latest year whose first months are told anywhere; any other year in
    the first lines; any publication; the latest year of results, else the year named most often; the header.
    """
    events = events.join(published, on="document", how="left")
    soon = _from_publication(events, "published_on", "publication", REPORTING_DAYS, order=0)
    rest = events.join(soon, on="document", how="anti")
    near = named_years(
        lines.filter(pl.col("nth") < NEAR_LINES).join(rest.select("document"), on="document", how="semi")
    )
    late = _from_publication(rest, "published_on", "publication", None, order=8)
    candidates = pl.concat([soon, _from_congress(rest, lines), _from_names(rest, near, nearest=True), late])
    left = rest.join(candidates.filter(pl.col("order") <= SURE), on="document", how="anti")
    if not left.is_empty():
        everywhere = named_years(lines.join(left.select("document"), on="document", how="semi"))
        header = _from_publication(left, "page_date", "page_header", None, order=10)
        candidates = pl.concat([candidates, _from_names(left, everywhere, nearest=False), header])
    best = candidates.sort(
        "document", "order", "far", "event_on", descending=[False, False, False, True]
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


def _from_names(events: pl.DataFrame, years: pl.DataFrame, nearest: bool) -> pl.DataFrame:
    """Candidates from the years an article names. A session of January and February sums up the year before and
    plans its own; one of November and December sums up its own and plans the next."""
    joined = events.join(years, on="document", suffix="_named")
    opening, closing = pl.col("month") <= OPENING_MONTHS, pl.col("month") >= CLOSING_MONTHS
    same_month = (pl.col("month") == pl.col("month_named")).fill_null(False) & (pl.col("named_for") != "base")
    named = pl.col("named_for")
    # in February "ngày 24/10/2024" has passed
    gone_by = opening & (pl.col("month_named") > pl.col("month") + REPORTED_MONTHS) & (named != "plan")
    shift = (
        pl.when(same_month)
        .then(0)
        .when(gone_by.fill_null(False))
        .then(1)
        .when(named == "base")
        .then(1)
        .when(opening & (named == "result") & pl.col("month_named").is_null())
        .then(1)
        .when(closing & (named == "plan"))
        .then(-1)
        .otherwise(0)
    )
    order = (
        pl.when(same_month)
        .then(1)
        .when(gone_by.fill_null(False))
        .then(2)
        .when(named == "base")
        .then(7)
        .when(opening & (named == "plan"))
        .then(2)
        .when(named == "result")
        .then(3)
        .when(named == "neither")
        .then(5)
        .otherwise(6)
    )
    joined = joined.with_columns(
        event_on=calendar_date(pl.col("year") + shift, pl.col("month"), pl.col("day")), order=order
    ).filter((pl.col("event_on") <= pl.col("published_on") + pl.duration(days=3)).fill_null(True))
    if nearest:
        far = (pl.col("nth_named").cast(pl.Int32) - pl.col("nth").cast(pl.Int32)).abs()
        return _candidates(joined, "text", pl.col("order"), far)
    told_months = pl.col("of_months") & (named == "result")
    counted = joined.group_by("document", "event_on").agg(
        order=pl.when(told_months.any()).then(4).otherwise(9),
        far=-pl.when((told_months | (named == "base")).any())
        .then(pl.col("event_on").dt.year().max())
        .otherwise(pl.len())
        .cast(pl.Int32),
    )
    return _candidates(counted, "text", pl.col("order"), pl.col("far"))


def _candidates(dated: pl.DataFrame, year_from: str, order: pl.Expr, far: pl.Expr) -> pl.DataFrame:
    return dated.select(
        "document",
        "event_on",
        year_from=pl.lit(year_from),
        order=order.cast(pl.Int32),
        far=far.cast(pl.Int32),
    ).drop_nulls("event_on")
