"""Yardsticks: places that a figure is only compared with, ranked among, or a part of; lists that go through several.

Not here: the district that a figure belongs to (`attribution`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import at, last_before, rows_where
from dagster_project.extraction.surroundings.neighbours import INDICATOR_ROLES

_ELSEWHERE = ["ward", "city", "other"]
# "đóng góp 7-9% vào giá trị sản xuất của thành phố": a part of the city's
_ADDS = fold_pattern("(?:đóng góp|góp)[^,;.]{0,30}$")
_TO_CITY = fold_pattern("^ (?:vào|cho|trong) [^,;.0-9]{0,60}(?:thành phố|hà nội|thủ đô|cả nước)(?:$|[ ,;.)])")


_RANK_BYTES = len(" 12 trong toàn ".encode())  # between "đứng thứ" and "thành phố"


def compared_with(stream: pl.DataFrame, places: pl.Series) -> pl.Series:
    """Of places: a comparison begins before them in their clause."""
    role = pl.col("role")
    compares = role.is_in(["versus", "comparator"])
    marks = stream.filter(compares | role.is_in(["sentence", "punct", "quantity"])).select(
        "row", compares=compares
    )
    nearest = last_before(places, marks["row"])
    return nearest.is_in(marks["row"].filter(marks["compares"]).implode()).fill_null(False)


def without_rankings(stream: pl.DataFrame, timed: pl.DataFrame) -> pl.Series:
    """The place before each figure; "... tăng 7,4%, xếp thứ 11 toàn thành phố; tỷ trọng nông nghiệp còn 29%": a city
    that only ranks the figure whose clause it ends, or the district before another indicator is named ("đứng thứ 5 toàn
    thành phố về quy mô; thu nhập ..."), gives way to the place before it, if need be the article's own."""
    role, place = pl.col("role"), timed["last_place"]
    spoken = last_before(place, rows_where(stream, role.is_in(list(INDICATOR_ROLES))))
    figure = last_before(place, rows_where(stream, role == "quantity"))
    owner = last_before(place - 1, rows_where(stream, pl.col("is_place")))
    owner = at(stream["place"], owner).set((owner <= timed["last_sentence"]).fill_null(True), "generic")
    ranks = (
        (at(stream["place"], place) == "city")
        & at(stream["value"], place + 1).is_in([",", ";"])
        & (spoken > timed["last_sentence"])
        & (figure > spoken)
        & (figure < place - 1)
    ).fill_null(False)
    ranks |= (
        (at(stream["place"], place) == "city")
        & (at(stream["value"], place - 1) == "rank")
        & (at(stream["pos"], place) - at(stream["end"], place - 1) <= _RANK_BYTES)
    ).fill_null(False)
    ranks &= (~owner.is_in(_ELSEWHERE) & (timed["last_indicator"] > place)).fill_null(False)
    return owner.zip_with(ranks, at(stream["place"], place))


def named_alone(names: pl.DataFrame) -> pl.DataFrame:
    """line, line_named: the one district that it names, null where it names several."""
    alone = pl.when(pl.col("place").n_unique() == 1).then(pl.col("place").first())
    return names.group_by("line").agg(line_named=alone)


def of_roll_call() -> pl.Expr:
    """ "* Đạt 16/16 chỉ tiêu, đó là thành quả của huyện Thanh Oai": an item of a list about several districts is about
    the one that it names."""
    return (
        (pl.col("role_of_line") == "list_item")
        & (pl.col("n_districts") > 1)
        & ~(pl.col("from_title") | pl.col("dominant"))
        & pl.col("line_named").is_not_null()
    ).fill_null(False)


def adds_to_city() -> pl.Expr:
    """Of a percentage, and of both ends of a range: it is what the district adds to the city's."""
    tail = pl.when(pl.col("part") == "low").then(pl.col("tail").shift(-1)).otherwise("tail")
    lead = pl.when(pl.col("part") == "high").then(pl.col("before").shift(1)).otherwise("before")
    adds = lead.str.contains(_ADDS) & tail.str.contains(_TO_CITY)
    return ((pl.col("dimension") == "percent") & adds).fill_null(False)
