"""The written forms of a date and of a year: patterns, and the columns they are read into.

Here: forms, nothing about which date counts. Not here: the choice between dates (`events`) and years (`years`).
"""

from __future__ import annotations

import polars as pl

DAY_FIRST = r"(?P<day>[0-9]{1,2}) ?[/.-] ?(?P<month>[0-9]{1,2}) ?[/.-] ?(?P<year>(?:19|20)[0-9]{2})"
IN_WORDS = r"(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}),? (?:năm )?(?P<year>(?:19|20)[0-9]{2})"
YEAR_FIRST = r"(?P<year>(?:19|20)[0-9]{2})[/-](?P<month>[0-9]{2})[/-](?P<day>[0-9]{2})"
DATELINE = (
    r"^\(?\p{Lu}[^0-9.,;:()]{1,30}\)?, (?:ngày )?"
    r"([0-9]{1,2}(?:[/.-]| tháng )[0-9]{1,2}(?:[/.-]|,? năm )(?:19|20)[0-9]{2})"
    r" ?(?:\([^()]{2,20}\) ?)?[-–—:] "
)
"""Where and when an article was written, before its first sentence: "Mê Linh, ngày 5/7/2021 - "."""
CLOCK = r"[0-9]{1,2} ?[:hg] ?[0-9]{2}"

_DAY = r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:19|20)[0-9]{2}"
TITLE_STAMP = rf"[(\[|-] ?({CLOCK}[ ,|-]+{_DAY}|{_DAY}[ ,|-]+{CLOCK})(?: ?(?:GMT ?\+ ?7))? ?[)\]]?$"
"""A day with its time at the end of a headline: "... phát triển toàn diện (10:24 30/07/2020)"."""
MONTH_ALONE = r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])"
ISO_TIME = (
    r"T[0-9]{2}:[0-9]{2}[0-9:.]*(?:Z|[+-][0-9]{2}:?[0-9]{2})?"  # "T10:12:00+07:00", as machines write it
)
_TIME = rf"(?:{ISO_TIME}|[ ,|-]+{CLOCK}(?::[0-9]{{2}})?)"
OPENING_STAMP = (
    rf"^[(\[]?({_DAY}|(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}){_TIME}?[)\]]?(?: ?[-–—:|] ?| )\p{{Lu}}"
)
"""A whole date that is set before the first sentence: "11/04/2022 - Theo báo cáo ...", "2022-04-11 Theo ..."."""
MONTH_STAMP = rf"^[(\[]?({MONTH_ALONE})[)\]]?(?:$|(?: ?[-–—:|] ?| )\p{{Lu}})"
"""The same with the year and month only; "Tháng 4/2022, huyện ..." is a sentence."""

# A date that limits, or that belongs to a law, is none of an event: "đến ngày 31/10", "số 42/NQ-CP, ngày 9/4/2020".
GUARD = (
    r"(?:(?:[Đđ]ến|[Tt]ới|[Tt]rước|[Ss]au|[Tt]ừ|[Kk]ể từ|[Hh]ết|số [^ ]+|[^ ]*[0-9]/[^ ]*\p{Lu}[^ ]*),? "
    r"(?:của [^,;.]{1,60},? )?)"
)
_WEEKDAY = r"[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật"
DAY_PART = rf"(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm nay|[Hh]ôm qua|{_WEEKDAY})"
_TRIGGER = rf"(?:[Nn]gày|{DAY_PART})"
_WEEK = r"(?:(?:cuối |đầu )?tuần (?:trước|qua|này|rồi)|vừa qua|vừa rồi)"
_LINK = (
    rf"(?:,? (?:nay|qua|tối|ngày|làm việc|hôm nay|hôm qua|{_WEEK}|và (?:sáng|chiều|tối)|{_WEEKDAY}))*,? ?\(?"
)
_DAYS = r"(?:[0-9]{1,2}(?: ?[-–,] ?| và | đến | đến ngày ))?(?P<day>[0-9]{1,2})"
_MONTH = r"(?: ?[/.-] ?| tháng )(?P<month>0?[1-9]|1[0-2])(?-u:\b)"
_YEAR = r"(?:(?: ?[/.-] ?|,? năm )(?P<year>(?:19|20)[0-9]{2}))?"
EVENT_DATE = rf"{_TRIGGER}{_LINK} ?{_DAYS}{_MONTH}{_YEAR}"
"""A day as news tells it: "Ngày 15/12", "Sáng 8-11", "Hôm nay (20/12)"; of "ngày 14 và 15/12/2023" the last one."""


def full_date(text: pl.Expr) -> pl.Expr:
    """The first date with a year in `text`, null where there is none or it is no day of the calendar."""
    return pl.coalesce(
        *(as_date(text.str.extract_groups(form)) for form in (DAY_FIRST, IN_WORDS, YEAR_FIRST))
    )


def last_of_month(text: pl.Expr) -> pl.Expr:
    """The last day of a `MONTH_ALONE`: what is dated so was out by then."""
    return pl.concat_str(text, pl.lit("-01")).str.to_date("%Y-%m-%d", strict=False).dt.month_end()


def as_date(groups: pl.Expr) -> pl.Expr:
    """The date of a struct of the strings year, month and day."""
    return calendar_date(*(groups.struct.field(part) for part in ("year", "month", "day")))


def calendar_date(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """The date of three numbers or strings of digits, null where there is no such day."""
    written = pl.concat_str(
        year.cast(pl.String),
        month.cast(pl.String).str.zfill(2),
        day.cast(pl.String).str.zfill(2),
        separator="-",
    )
    return written.str.to_date("%Y-%m-%d", strict=False)
