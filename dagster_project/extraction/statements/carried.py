"""Carried periods: how far a period of one sentence reaches over the next ones, and a headline's over the text.

Not here: which period is nearest to a figure (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR
from dagster_project.extraction.surroundings.dating import SPRING_ENDS

_WHOLE_YEAR = fold_pattern("cả năm")
_HORIZON_DAYS = 35  # a report does not carry on about a period that ends later than this after it
_MONTH_S_END, _REPORT_DAYS = 7, 20  # a month is reported on in its last days or soon after it
# "Về giảm nghèo, | tính đến cuối năm 2021, ..."
_TOPIC_BEFORE = fold_pattern(
    r"(?:^|[.;] )(?:về|đối với|riêng|trong|trên lĩnh vực|ở lĩnh vực|với) [^,.;:0-9]{2,70}, (?:tính |ước )?$"
)


def is_behind_topic() -> pl.Expr:
    """Of a period: nothing but a topic stands before it in its sentence."""
    return pl.col("before").str.contains(_TOPIC_BEFORE)


def with_sums(rows: pl.DataFrame) -> pl.DataFrame:
    """ "Tháng 8 thu 186 tỷ đồng, lũy kế 2.514 tỷ đồng": from New Year to the end of the part named before."""
    part = pl.col("form").is_in(["month", "quarter"]) & pl.col("governs")
    end = pl.when(part).then("period_end").forward_fill().over("line")
    cumulated = pl.col("form") == "cumulated"
    # "Trong tháng 8 đạt 310 tỷ đồng, từ đầu năm đến nay 2.480 tỷ đồng": up to the end of the month that is reported on
    lag = (pl.col("dated_on") - end).dt.total_days()
    so_far = (
        (pl.col("form") == "to_now") & pl.col("year").is_null() & lag.is_between(-_MONTH_S_END, _REPORT_DAYS)
    )
    cumulated |= so_far.fill_null(False)
    return rows.with_columns(
        governs=pl.col("governs") | so_far.fill_null(False),
        period_start=pl.when(cumulated).then(end.dt.truncate("1y")).otherwise("period_start"),
        period_end=pl.when(cumulated).then(end).otherwise("period_end"),
    )


def overshoots() -> pl.Expr:
    """A period carried over from another sentence that is under way and ends well after the article."""
    under_way = (pl.col("found_start") <= pl.col("dated_on")) & (
        (pl.col("found_end") - pl.col("dated_on")).dt.total_days() > _HORIZON_DAYS
    )
    whole_year = (pl.col("found_end") - pl.col("found_start")).dt.total_days() > 360
    # "Thu ngân sách cả năm ước đạt ...", in an article about nine months of it: of one figure's sentence
    aside = (pl.col("found_text") == _WHOLE_YEAR) & (pl.col("default_end") < pl.col("found_end"))
    return (under_way & (~whole_year | aside) & (pl.col("period_how") == "paragraph")).fill_null(False)


def strays() -> pl.Expr:
    """A period carried over from another sentence that names, only in passing, an earlier year than the article."""
    earlier_year = pl.col("found_end").dt.year() < pl.col("default_end").dt.year()
    # "So với năm 2021, tăng 15%" goes on about 2022
    goes_on = (pl.coalesce("base_year_before", "base_year") == pl.col("found_end").dt.year() - 1) & ~pl.col(
        "base_part_before"
    ).fill_null(False)
    return (
        (pl.col("period_how") == "paragraph")
        & earlier_year
        # "Tỷ lệ hộ nghèo năm 2015 là 3,96%, nay chỉ còn 0,42%.": the sentence has come back to today
        & ~(pl.col("period_heads") & ~(pl.col("last_now") > pl.col("period_row")).fill_null(False))
        & ~looks_back()
        & ~goes_on.fill_null(False)
    ).fill_null(False)


def is_base_itself() -> pl.Expr:
    """A period carried over from another sentence that the figure is compared with: "Năm 2010, ... 15 triệu đồng. Thu
    nhập nay đạt 41 triệu đồng (gấp 2,7 lần so với năm 2010)"."""
    found = pl.col("found_end").dt.year()
    base = pl.col("next_any_period")
    behind = (pl.col("base_year") == found) & ~pl.col("base_part") & (base == pl.col("next_versus") + 1)
    behind &= base < pl.col("next_sentence").fill_null(FAR)
    before = (pl.col("base_year_before") == found) & ~pl.col("base_part_before")
    before &= pl.col("last_versus") > pl.col("last_sentence")
    return ((pl.col("period_how") == "paragraph") & (behind | before)).fill_null(False)


def looks_back() -> pl.Expr:
    """ "Khi mới thành lập, thu ngân sách chỉ đạt 60 tỷ đồng": of the time at which something began, not of the
    article's; "đến nay" ends it."""
    then = pl.col("last_then")
    return ((then > pl.col("last_sentence")) & ~(pl.col("last_now") > then).fill_null(False)).fill_null(False)


def is_told_later() -> pl.Expr:
    """ "Đến nay, 20/20 xã đạt chuẩn", told in November 2022 below a headline about 2021: of the year of the telling."""
    return (
        (pl.col("last_now") > pl.max_horizontal("last_sentence", "last_period").fill_null(0))
        & (pl.col("default_end").dt.year() < pl.col("dated_on").dt.year())
        & (pl.col("dated_on").dt.month() > SPRING_ENDS)
    ).fill_null(False)
