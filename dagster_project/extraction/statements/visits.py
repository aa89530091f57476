"""Visits: whom a district receives, by the verb that says so.

Not here: what other nouns count (`counted`), short forms of visits (`short_forms`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.wording import NOTHING, near_behind_words

_STRIVING = "đã|ước|dự kiến|mới|sẽ|cũng|phấn đấu|đặt(?: ra)? (?:mục|chỉ) tiêu|năm [0-9]+|năm nay"
_RECEIVES = fold_pattern(
    f"(?:quận|huyện|thị xã|địa phương)(?: (?:{_STRIVING}))* (?:đón|tiếp đón|thu hút)"
    "(?: được)?(?: hơn| gần| khoảng| trên)? $"
)
_RECEIVED = fold_pattern(
    r"(?:^|[,;.] )(?:trong khi |còn |riêng )?[^a-zà-ỹđ]*[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,2}"
    "(?: (?:đã|ước|dự kiến|sẽ|phấn đấu|năm [0-9]+))* (?:đón|tiếp đón|thu hút|đặt mục tiêu|phấn đấu)"
    "(?: đón| đạt)?(?: được)?(?: hơn| gần| khoảng| trên)? $"
)
_VISIT = fold_pattern("^ ?(?:$|đến|tới|về|du lịch|tham quan|du xuân|trong nước)")
_GUESTS = fold_pattern(
    "(?:lượng|số) khách (?:đến|tới|về) (?:với )?(?:quận|huyện|thị xã|địa phương)[^,;.:()]*$"
)
_VISITS = fold_pattern("du lịch|du khách|khách tham quan|lượt khách")
# "phố ẩm thực đón hơn 7.000 lượt khách mỗi tối", "mỗi ngày đón 1.200 lượt khách": of one evening, one day
_EACH_DAY = fold_pattern(
    "^ ?(?:du lịch |tham quan )?(?:mỗi|một|/|trong một) ?(?:ngày|đêm|tối|buổi|phiên|chuyến|cuối tuần)"
)
_ON_A_DAY = fold_pattern(
    "(?:mỗi|trung bình|bình quân)(?: mỗi| một)? (?:ngày|tối|đêm|buổi|phiên|cuối tuần)[^;.]*$"
)


def _of_a_day() -> pl.Expr:
    return pl.col("tail").str.contains(_EACH_DAY) | pl.col("before").str.contains(_ON_A_DAY)


def _named_receives() -> pl.Expr:
    """ "Sơn Tây đón 1,4 triệu lượt khách": the district itself does, by its name."""
    named = pl.col("last_named") > pl.max_horizontal(
        "last_quantity", "last_sentence", "last_break"
    ).fill_null(0)
    return (named & pl.col("before").str.contains(_RECEIVED)).fill_null(False)


def turn() -> pl.Expr:
    """ "quận đón 496.000 lượt", where visits are spoken of."""
    received = (
        pl.col("before").str.contains(_RECEIVES) | _named_receives()
    ) & near_behind_words().str.contains(_VISIT)
    received &= pl.col("folded").str.contains(_VISITS)
    # "lượng khách đến huyện ước đạt 1,1 triệu lượt"
    received |= pl.col("before").str.contains(_GUESTS) & near_behind_words().str.contains(NOTHING)
    return pl.when(_of_a_day()).then(pl.lit("")).when(received).then(pl.lit("tourist_arrivals"))


def visitor() -> pl.Expr:
    """ "quận đón 1,2 triệu lượt khách"; a station's passengers are received by nobody."""
    visits = near_behind_words().str.contains(_VISIT)
    received = (pl.col("before").str.contains(_RECEIVES) | _named_receives()) & visits
    return pl.when(_of_a_day()).then(pl.lit("")).when(received).then(pl.lit("tourist_arrivals"))
