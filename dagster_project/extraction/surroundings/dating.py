"""Dating: the date of an article, and the period that it reports on where a sentence names none.

Not here: which period governs a figure (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR
from dagster_project.extraction.surroundings.anniversaries import (
    TERM_YEARS,
    anniversary_years,
    congress_years,
    terms_over,
)
from dagster_project.extraction.surroundings.headlines import headlined_aims, year_ahead

_REPORTING_FORMS = (
    "year",
    "months",
    "quarters",
    "quarter",
    "half",
    "up_to_day",
    "up_to_month",
    "up_to_quarter",
)
_NOW = fold_pattern("^(?:từ )?đầu năm .* nay$|năm .* này$")
# "Ước hết năm 2021, ...": what is estimated is not over yet
_ESTIMATED = fold_pattern("(?:^|[ ,;])ước(?: tính| thực hiện| đạt)?(?: cả| đến| trong| hết| của)* ?$")
_ESTIMATED_BEHIND = fold_pattern("^ ?(?:của (?:quận|huyện|thị xã) )?ước ")
_PARTS_OF_YEAR = ("months", "quarters", "quarter", "half")
# "trước năm 2025", "tầm nhìn đến năm 2050": until when something is to be
_DEADLINE = fold_pattern("(?:trước|vào|hướng tới|tầm nhìn) ?$")
_UNTIL = fold_pattern("^(?:đến|tới) (?:hết |cuối )?năm")
# "tạo tiền đề cho huyện bứt phá trong năm 2023"
_LOOKS_AHEAD = fold_pattern(
    "(?:sẽ|tiền đề|bứt phá|bước sang|bước vào|tạo đà|tạo thế|chuẩn bị cho)[^.;]{0,90}$"
)
_NEW_TERM = fold_pattern("nhiệm kỳ (?:mới|tới|tiếp theo)|(?:5|năm) năm tới")
_RECRUITS = fold_pattern("giao,? (?:và )?nhận quân|tòng quân|lễ giao quân|lên đường nhập ngũ|tân binh")
_EVENT_LINES = 2
_LAST_CONGRESS_MONTH = 10
_LEAD_LINES = 8
_UNDER_WAY_DAYS = 35
_FAR_FROM_EVENT_DAYS = 45  # an event further from the publication is one that the article recalls
SPRING_ENDS = 6  # until then reports on the year before are still told


def document_dates(
    documents: pl.DataFrame, stream: pl.DataFrame, period_spans: pl.DataFrame, lines: pl.DataFrame
) -> pl.DataFrame:
    """document (UInt32), dated_on (Date, null), document_year (Int32, null): of the date, else of the report;
    since_year (Int32, null): in which an anniversary's count begins; term_ahead (Int32, null): the first year of the
    term that the congress it reports of sets its aims for; year_ahead (Int32, null): the one of its headline."""
    named = _named_years(stream, period_spans, lines)
    recalled = (
        (pl.col("event_on") - pl.col("published_on")).dt.total_days().abs() > _FAR_FROM_EVENT_DAYS
    ).fill_null(False)
    return (
        documents.select(
            "document",
            dated_on=pl.when(recalled)
            .then("published_on")
            .otherwise(pl.coalesce("event_on", "published_on")),
        )
        .join(_report_years(named), on="document", how="left")
        .join(_implied_years(named), on="document", how="left")
        .join(anniversary_years(lines), on="document", how="left")
        .join(terms_over(lines), on="document", how="left")
        .join(congress_years(lines), on="document", how="left")
        .join(_looking_ahead(lines), on="document", how="left")
        .join(_seeing_recruits_off(lines), on="document", how="left")
        .join(headlined_aims(stream, period_spans, lines), on="document", how="left")
        # the year in which a term that is over began is what its end is compared with
        .with_columns(
            common_year=pl.when(
                (pl.col("common_year") == pl.col("term_start"))
                # behind "nhiệm kỳ 2020-2025, trong 5 năm qua" a "nhiệm kỳ 2015-2020" is the one that is over
                & (pl.col("congress_year") != pl.col("term_start")).fill_null(True)
            )
            .then("term_end")
            # "Đến năm 2025, ...": what a congress of 2020 aims at is no year of a report
            .when(
                pl.col("only_until")
                & pl.col("looks_ahead")
                & (pl.col("term_end") != pl.col("common_year")).fill_null(True)
                & (pl.col("common_year") - pl.col("congress_year")).is_between(*TERM_YEARS)
            )
            .then(None)
            .otherwise("common_year")
        )
        .with_columns(
            document_year=pl.coalesce(
                pl.col("dated_on").dt.year(),
                pl.max_horizontal("common_year", "anniversary_year"),
                # aims of a congress are compared with its own year
                pl.when(~(pl.col("implied_year") == pl.col("congress_year") + 1).fill_null(False)).then(
                    "implied_year"
                ),
                "congress_year",
            )
        )
        .select(
            "document",
            "dated_on",
            "since_year",
            "document_year",
            "sees_recruits_off",
            term_ahead=_term_ahead(),
            year_ahead=year_ahead(),
            headline_aims=pl.col("headline_aims").fill_null(False),
        )
    )


def _term_ahead() -> pl.Expr:
    """The first year of the term that a congress sets its aims for, in the year and the season of congresses."""
    in_season = (pl.col("dated_on").dt.month() <= _LAST_CONGRESS_MONTH).fill_null(True)
    return pl.when((pl.col("congress_year") == pl.col("document_year")) & in_season).then("congress_year")


def _looking_ahead(lines: pl.DataFrame) -> pl.DataFrame:
    """document, looks_ahead (true): of articles that speak of a term to come without its years."""
    ahead = lines.filter(pl.col("folded").str.contains(_NEW_TERM))
    return ahead.select("document", looks_ahead=pl.lit(True)).unique()


def _seeing_recruits_off(lines: pl.DataFrame) -> pl.DataFrame:
    """document, sees_recruits_off (true): of articles that open with the day on which conscripts leave."""
    opens = (pl.col("line_in_document") <= _EVENT_LINES) & pl.col("folded").str.contains(_RECRUITS)
    return lines.filter(opens).select("document", sees_recruits_off=pl.lit(True)).unique()


def _named_years(stream: pl.DataFrame, period_spans: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """document, year, form, governs, is_base ("so với năm 2022"), is_now, reported, is_deadline, is_until ("đến năm
    2025"): of the years that articles name."""
    row, role = pl.col("row"), pl.col("role")
    target = (role == "status") & pl.col("value").is_in(["target", "forecast"])
    sentence = pl.when(role == "sentence").then(row)
    planned = (pl.when(target).then(row).forward_fill() > sentence.forward_fill()).fill_null(False) | (
        pl.when(target).then(row).backward_fill() < sentence.backward_fill().fill_null(FAR)
    ).fill_null(False)
    # "kế hoạch năm 2022 tăng 9,5%"
    planned |= ((role.shift(1) == "plan") & (pl.col("pos") - pl.col("end").shift(1) <= 2)).fill_null(False)
    compared = role.shift(1).is_in(["versus", "same_period"])
    # "tăng từ 8,9 triệu đồng năm 2021 lên ...": where it came from
    left = (role.shift(1) == "quantity") & (pl.col("value").shift(2) == "from")
    # "các năm 2021, 2022, 2023"
    listed = (role.shift(1).is_in(["punct", "conj"]) & (role.shift(2) == "period")).fill_null(False)
    return (
        stream.select(
            "line",
            "period_item",
            "governs",
            listed=listed,
            reported=~planned & ~pl.col("of_tasks").fill_null(False) & ~left.fill_null(False),
            is_base=(compared & (pl.col("pos") - pl.col("end").shift(1) <= 2)).fill_null(False),
        )
        .filter(pl.col("period_item").is_not_null())
        .join(
            # "từ đầu năm 2024 đến nay", "trong năm 2024 này": the year that it is written in
            period_spans.select(
                "period_item",
                "form",
                year=_year_reported(),
                is_now=pl.col("text").str.contains(_NOW)
                | pl.col("before").str.contains(_ESTIMATED)
                | pl.col("after").str.contains(_ESTIMATED_BEHIND),
                is_deadline=pl.col("before").str.contains(f"{_DEADLINE}|{_LOOKS_AHEAD}"),
                is_until=pl.col("text").str.contains(_UNTIL) | pl.col("before").str.contains(_DEADLINE),
            ),
            on="period_item",
        )
        .filter(pl.col("year").is_not_null())
        .join(lines.select("line", "document"), on="line")
    )


def _report_years(named: pl.DataFrame) -> pl.DataFrame:
    """document, common_year: the latest year that it often speaks of.

    The years before are compared with; results of the first months of a year are told in it.
    """
    # "tăng 8,3% so với năm 2022" is told of the year behind it
    bases = (
        named.filter(~pl.col("governs") & pl.col("is_base"))
        .group_by("document", year=pl.col("year") + 1)
        .agg(n_bases=pl.len())
    )
    return (
        named.filter(pl.col("governs") | pl.col("is_now"))
        # "năm mới Quý Mão 2023" is the occasion of a report on the year before
        .with_columns(reported=pl.col("reported") & ((pl.col("form") != "bare_year") | pl.col("listed")))
        .with_columns(
            plainly=pl.col("year").filter("reported", ~pl.col("is_deadline")).max().over("document")
        )
        # a year that is only a deadline is none of a report, where another is
        .with_columns(
            reported=pl.col("reported")
            & ~(pl.col("is_deadline") & (pl.col("year") > pl.col("plainly")).fill_null(False))
        )
        .group_by("document", "year")
        .agg(
            n_reported=pl.col("reported").sum(),
            n=pl.len(),
            is_now=pl.col("is_now").any(),
            only_until=pl.col("is_until").all(),
            in_part=(pl.col("reported") & pl.col("form").is_in(list(_PARTS_OF_YEAR))).any(),
        )
        .join(bases, on=["document", "year"], how="left")
        .with_columns(pl.col("n_reported", "n") + pl.col("n_bases").fill_null(0))
        .with_columns(
            often=(pl.col("n_reported") > 0)
            & ((pl.col("n") * 2 > pl.col("n_reported").max().over("document")) | pl.col("in_part"))
        )
        .sort("document", "is_now", "often", "year", "n", descending=[False, True, True, True, True])
        .group_by("document", maintain_order=True)
        .agg(common_year=pl.col("year").first(), only_until=pl.col("only_until").first())
    )


def _implied_years(named: pl.DataFrame) -> pl.DataFrame:
    """document, implied_year: of the plan fulfilled ("vượt chỉ tiêu cả năm 2022"), or behind that compared with."""
    return (
        named.filter(~pl.col("governs") & (pl.col("is_base") | (pl.col("form") == "year")))
        .group_by("document")
        .agg(implied_year=(pl.col("year") + pl.col("is_base").cast(pl.Int32)).max())
    )


def _year_reported() -> pl.Expr:
    """The year that a report may be on: of a term or a programme none; of "từ năm 2008 đến năm 2023" the last."""
    many = pl.col("form").is_in(["range", "span"])
    to_year = pl.col("text").str.contains(fold_pattern("^từ (?:năm )?[0-9]"))
    return pl.when(~many).then("year").when(to_year).then("year_to")


def default_periods(rows: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """document, default_start, default_end: the period that the article reports on, where a sentence names none; since
    (Date, null): when the years began that an anniversary counts."""
    month = pl.col("dated_on").dt.month()
    # a report of the first weeks of a year sums up the year before; but conscripts leave in February, and that is told
    # on the day
    sums_up = (month <= 2) & ~pl.col("sees_recruits_off").fill_null(False)
    # "Từ đầu năm đến nay, ...; hết năm 2022 còn 0,3%": the report is on the year that it is told in
    so_far = (pl.col("form") == "to_now") & (pl.col("line_in_document") < _LEAD_LINES)
    in_head = (
        rows.with_columns(tells_so_far=so_far.any().over("document"))
        .filter(
            pl.col("governs")
            & ~pl.col("of_tasks")
            & ~pl.col("is_aimed_at")  # "Phấn đấu lên quận vào năm 2025"
            & (
                pl.col("form").is_in(list(_REPORTING_FORMS))
                | ((pl.col("form") == "bare_year") & (pl.col("role_of_line") == "title"))
            )
            & (pl.col("line_in_document") < _LEAD_LINES)
            # "3 tháng cuối năm" of an article without a date are to come, unless the title is about them
            & (
                (pl.col("part") != "last").fill_null(True)
                | pl.col("dated_on").is_not_null()
                | (pl.col("role_of_line") == "title")
            )
            & (pl.col("period_start") <= pl.col("dated_on")).fill_null(True)
            & ((pl.col("period_end") <= pl.col("dated_on")) | ~sums_up).fill_null(True)
            # "hội chợ mở đến hết ngày 25-8", written on the 21st
            & ~((pl.col("form") == "up_to_day") & (pl.col("period_end") > pl.col("dated_on"))).fill_null(
                False
            )
            & (
                ((pl.col("period_end").dt.year() == pl.col("document_year")) & ~sums_up)
                | (
                    (pl.col("period_end").dt.year() == pl.col("document_year") - 1)
                    & (
                        sums_up
                        | ((month <= 9) & (pl.col("role_of_line") == "lead") & ~pl.col("tells_so_far"))
                        | (pl.col("role_of_line") == "title")
                    )
                )
            ).fill_null(pl.col("period_end").dt.year() == pl.col("document_year"))
        )
        .with_columns(rank=_rank())
        .filter(pl.col("rank").is_not_null())
        .sort("document", "rank", "row")
        .group_by("document", maintain_order=True)
        .agg(pl.col("period_start").first(), pl.col("period_end").first())
    )
    of_year_before = sums_up | pl.col("compares_further_back")
    year = pl.col("document_year") - of_year_before.fill_null(False).cast(pl.Int32)
    return (
        dates.join(in_head, on="document", how="left")
        .join(_comparing(rows, dates), on="document", how="left")
        .join(_first_span(rows), on="document", how="left")
        .select(
            "document",
            default_start=pl.coalesce("period_start", pl.date(year, 1, 1), "span_start"),
            default_end=pl.coalesce("period_end", pl.date(year, 12, 31), "span_end"),
            since=pl.date(pl.col("since_year"), 1, 1),
        )
    )


def _comparing(rows: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """document, compares_further_back: all that a dated article names is the year before the last, as a base: in spring
    2024 "tăng 4,9% so với năm 2022" is the growth of 2023."""
    year = pl.col("period_end").dt.year()
    named = rows.filter(~pl.col("form").is_in(["range", "span", "day"])).join(
        dates.select("document", "document_year"), on="document"
    )
    last_told = pl.col("year").filter("governs").max()
    last_base = pl.col("year").filter(~pl.col("governs") & (pl.col("form") == "year")).max()
    two_before = pl.col("document_year").first() - 2
    return (
        named.with_columns(year=year)
        .group_by("document")
        .agg(
            compares_further_back=(last_base == two_before)
            & (last_told <= two_before).fill_null(True)
            & (pl.col("dated_on").first().dt.month() <= SPRING_ENDS).fill_null(False)
        )
    )


def _first_span(rows: pl.DataFrame) -> pl.DataFrame:
    """document, span_start, span_end: the years that an article without any date opens with ("giai đoạn 2016-2020"),
    else the first that it tells of ("trong nhiệm kỳ 2015-2020, kinh tế quận tăng trưởng khá")."""
    opens = pl.col("role_of_line").is_in(["title", "lead"]) | (pl.col("line_in_document") <= 1)
    of_stage = pl.col("text").str.contains(fold_pattern("giai đoạn"))
    opening = opens & of_stage
    return (
        rows.filter(
            pl.col("form").is_in(["range", "span"]), opening | (pl.col("governs") & ~pl.col("is_aimed_at"))
        )
        .sort("document", ~opening, maintain_order=True)
        .group_by("document", maintain_order=True)
        .agg(span_start=pl.col("period_start").first(), span_end=pl.col("period_end").first())
    )


def _rank() -> pl.Expr:
    """Which of the periods named first an article is about: the least; null for none of them.

    A year or a number of months is what an article is about, a date "up to" is that of one figure. In the midst of a
    year what has passed comes before the year itself; at its end only the title can narrow it.
    """
    month = pl.col("dated_on").dt.month()
    in_title = pl.col("role_of_line") == "title"
    # "Kho bạc cho biết, đến hết ngày 15/11, ..." opens the article, whatever months are spoken of further down
    opens = pl.col("first_in_line") & (pl.col("line_in_document") <= 2) & (month < 12)
    up_to = pl.col("form").str.starts_with("up_to") & ~opens
    under_way = (
        month.is_between(3, 10)
        & ((pl.col("period_end") - pl.col("dated_on")).dt.total_days() > _UNDER_WAY_DAYS)
    ).fill_null(False)
    year_end = (month >= 12).fill_null(False)
    # "đánh giá công tác quý III ...; 9 tháng đầu năm, ...": the report is on the year so far
    late_quarter = (pl.col("form") == "quarter") & (pl.col("period_start").dt.month() > 1)
    # "trong 3 tháng cuối năm": what an article without a date names last is to come
    to_come = pl.col("dated_on").is_null() & (pl.col("part") == "last") & ~in_title
    return (
        pl.when(to_come.fill_null(False))
        .then(None)
        .when(under_way)
        .then(2)
        .when(in_title)
        .then(0)
        .when(late_quarter.fill_null(False))
        .then(2)
        .when(up_to & year_end)
        .then(None)
        # without a date it is the first that is named
        .when(up_to & month.is_not_null())
        .then(3)
        .otherwise(1)
    )
