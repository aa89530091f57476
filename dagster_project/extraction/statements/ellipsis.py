"""Ellipsis: figures whose noun, unit or indicator is left out, because their neighbour has just said it.

"Kế đến là Đống Đa với 2.214 doanh nghiệp", "Sóc Sơn có 3 xã kiểu mẫu, Mê Linh 2", "từ 232.000 người năm 2014, dân số
nay ...". Not here: percentages and lists that go on about the figures before them (`continuation`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.choice import PER_ANYTHING
from dagster_project.extraction.statements.wholes import is_of_other_whole
from dagster_project.extraction.surroundings.branches import NEW_SUBJECT_BYTES

_RECOUNTED = ["enterprise", "household_business", "household", "case", "site", "permit", "certificate"]
_SHORT_CLAUSE_BYTES = 30
_BARE_COUNT_END = "^ ?(?:[,.;)(]|$)"
_SUMS_UP = fold_pattern("(?:lũy kế|luỹ kế|cộng dồn)[^,;.]{0,30}$")
_STANDS_AT = fold_pattern("(?:còn|có|là|lên|xuống|ghi nhận|phát hiện|xảy ra)(?: hơn| gần| khoảng| trên)? $")
_THIS_NUMBER = fold_pattern(
    "(?:con số|số lượng|số) (?:này|ấy|đó)(?: đã| hiện| nay| chỉ| giảm| tăng)*(?: còn| là| lên| xuống)+(?: hơn| gần)? $"
)
_RANKED = fold_pattern("(?:xếp|đứng|thứ|hạng|cách|dài|rộng|số|ngày|tốp|top)(?: thứ)? $")
_MONEY = ["money", "usd", "income", "area"]
_SETS_OUT = fold_pattern(
    "(?:^|[,;.] ?)(?:xuất phát |đi lên |khởi đầu |tăng )?từ(?: chỗ| mức| con số)?(?: chỉ| mới)?(?: có| là| đạt| còn)?"
    "(?: chỉ| mới)?(?: vỏn vẹn)?(?: hơn| gần| khoảng| trên| chưa đầy)? $"
)
_OF_A_TIME = fold_pattern(
    r"^ ?\(?(?:vào |của |hồi |ở |đầu |cuối )*(?:năm|tháng|quý|thời điểm|giai đoạn|nhiệm kỳ) ?"
)


def with_ellipses(quantities: pl.DataFrame) -> pl.DataFrame:
    """Figures that leave out what the figure before, or behind, is of get its indicator."""
    return _recounted(_of_next_district(_set_out_from(_compared_on(quantities))))


def _compared_on(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Ba Đình đứng đầu với 7.316 tỷ đồng, đạt 91,7% dự toán, tăng 12%": percentages behind an amount that is
    compared are of what is compared."""
    amounts = ~pl.col("dimension").is_in(PER_ANYTHING)
    # "..., trong đó tiền đất 90 tỷ đồng, đạt 40%" is the last amount's
    compared = pl.when(amounts).then(pl.col("rule").eq_missing(pl.lit("compared"))).forward_fill()
    goes_on = (
        pl.col("dimension").is_in(PER_ANYTHING)
        & pl.col("rule").is_null()
        & (pl.col("reason") == "unknown_indicator")
        & pl.col("first_fits")
        & compared
        & (pl.when(amounts).then("row").forward_fill() > pl.col("last_sentence"))
        & (pl.when(amounts).then("first").forward_fill() == pl.col("first"))
        & (pl.col("clause_bytes") <= NEW_SUBJECT_BYTES)
        & ~is_of_other_whole()
    ).fill_null(False)
    taken = {"indicator_row": "first", "indicator_id": "first_id", "indicator_role": "first_role"}
    return with_planned(
        quantities,
        *(pl.when(goes_on).then(source).otherwise(name).alias(name) for name, source in taken.items()),
        rule=pl.when(goes_on).then(pl.lit("compared")).otherwise("rule"),
        source=pl.when(goes_on).then(pl.lit("first")).otherwise("source"),
        reason=pl.when(~goes_on).then("reason"),
    )


def _recounted(quantities: pl.DataFrame) -> pl.DataFrame:
    """A bare count of what was counted before, of another year or another district.

    "3.102 doanh nghiệp ra đời, thấp hơn năm 2019 (3.541 doanh nghiệp)", "Kế đến là Đống Đa với 2.214 doanh nghiệp.",
    "Năm 2021 chỉ còn 88 công trình."
    """
    counted = pl.col("rule").is_in(["counted_noun", "noun_behind"]).fill_null(False)
    last = {
        name: pl.when(counted).then(source).forward_fill().shift(1)
        for name, source in (("id", "indicator_id"), ("row", "row"), ("dimension", "dimension"))
    }
    named = pl.col("last_named") > pl.max_horizontal("last_sentence", "last_comma", "last_quantity")
    compares = (
        named.fill_null(False)
        & (pl.col("clause_bytes") <= _SHORT_CLAUSE_BYTES)
        & pl.col("tail").str.contains(_BARE_COUNT_END)
        & (last["row"] > pl.col("last_line_start"))
    )
    # "Năm 2021 chỉ còn 88 công trình.": of another time
    of_time = (
        (pl.col("last_period") == pl.col("last_sentence") + 1)
        & (pl.col("last_quantity") < pl.col("last_sentence"))
        & (pl.col("clause_bytes") <= _SHORT_CLAUSE_BYTES)
        & pl.col("before").str.contains(_STANDS_AT)
        & pl.col("tail").str.contains(_BARE_COUNT_END)
        & (last["row"] == pl.col("last_quantity"))
        & (last["row"] > pl.col("last_line_start"))
    )
    # "... 780 hộ nghèo, chiếm 1,2%. Hiện nay, con số này là 512 hộ"
    stands_for = (
        pl.col("before").str.contains(_THIS_NUMBER)
        & pl.col("tail").str.contains(_BARE_COUNT_END)
        & (pl.col("last_quantity") < pl.col("last_sentence"))
        & (last["row"] > pl.col("last_line_start"))
    )
    of_base = pl.col("in_base") & (last["row"] > pl.col("last_sentence"))
    recounts = (
        pl.col("rule").is_null()
        & pl.col("counted_id").is_null()
        & pl.col("dimension").is_in(_RECOUNTED)
        & (last["dimension"] == pl.col("dimension"))
        & (compares | of_base | (of_time | stands_for).fill_null(False))
    ).fill_null(False)
    return counted_again(quantities, recounts, row=pl.col("row"), indicator=last["id"])


def _of_next_district(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Sóc Sơn có 3 xã kiểu mẫu, Mê Linh có 2, Phúc Thọ 1": bare numbers behind other districts' names are of the same
    noun."""
    bare = pl.col("dimension").is_null() & (pl.col("decimals") <= 0) & pl.col("part").is_null()
    named = pl.col("last_named") > pl.max_horizontal("last_quantity", "last_sentence")
    listed = (
        bare
        & pl.col("rule").is_null()
        & (pl.col("reason") == "unknown_unit")
        & named
        & (pl.col("clause_bytes") <= NEW_SUBJECT_BYTES)
        & ~pl.col("before").str.contains(_RANKED)
        & pl.col("tail").str.contains(_BARE_COUNT_END)
        & (pl.col("last_indicator").fill_null(0) < pl.col("last_quantity") + 2)
    ).fill_null(False)
    counts = pl.col("rule").is_not_null() & ~pl.col("dimension").is_in([*PER_ANYTHING, *_MONEY]).fill_null(
        False
    )
    # what they go on about: the last figure that is none of them
    first = pl.when(~listed)
    told = {name: first.then(name).forward_fill() for name in ("indicator_id", "last_sentence")}
    goes_on = (
        listed
        & first.then(counts & (pl.col("part").is_null())).forward_fill()
        & (told["last_sentence"] == pl.col("last_sentence"))
    ).fill_null(False)
    return counted_again(quantities, goes_on, row=pl.col("row"), indicator=told["indicator_id"])


def _set_out_from(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Xuất phát từ hơn 232.000 người (năm 2014), dân số nay là 282.450 người": of what is named
    behind, at another time."""
    sets_out = (
        pl.col("rule").is_null()
        & (pl.col("dimension") == pl.col("dimension").shift(-1))
        & ~pl.col("dimension").is_in(PER_ANYTHING)
        & (pl.col("last_sentence") == pl.col("last_sentence").shift(-1))
        & pl.col("before").str.contains(_SETS_OUT)
        & pl.col("tail").str.contains(_OF_A_TIME)
        & (pl.col("rule").shift(-1) == "nearest_before")
        & (pl.col("indicator_row").shift(-1) > pl.col("row"))
        & (pl.col("next_semicolon") > pl.col("row").shift(-1)).fill_null(True)
    ).fill_null(False)
    row, indicator = (pl.col(name).shift(-1) for name in ("indicator_row", "indicator_id"))
    return counted_again(quantities, sets_out, row=row, indicator=indicator)


def counted_again(
    quantities: pl.DataFrame, goes_on: pl.Expr, *, row: pl.Expr, indicator: pl.Expr
) -> pl.DataFrame:
    """The figures that go on are of the indicator that was counted, as if their own noun said so."""
    counted = {
        "rule": pl.lit("counted_noun"),
        "source": pl.lit("itself"),
        "indicator_row": row,
        "indicator_id": indicator,
        "indicator_role": pl.lit("indicator_strong"),
    }
    return with_planned(
        quantities,
        **{name: pl.when(goes_on).then(value).otherwise(name) for name, value in counted.items()},
        reason=pl.when(~goes_on).then("reason"),
    )


def with_sums(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "cấp mới 174 hộ kinh doanh, lũy kế 9 tháng 602 hộ": a count that sums up is of what was counted before it."""
    dimension, before = pl.col("dimension"), pl.col("dimension").shift(1)
    alike = (dimension == before) | ((dimension == "household") & (before == "household_business"))
    sums = (
        pl.col("rule").is_null()
        & ~dimension.is_in(PER_ANYTHING)
        & alike
        & pl.col("before").str.contains(_SUMS_UP)
        & (pl.col("last_sentence").shift(1) == pl.col("last_sentence"))
        & pl.col("indicator_id").shift(1).is_not_null()
    ).fill_null(False)

    def taken(name: str) -> pl.Expr:
        return pl.when(sums).then(pl.col(name).shift(1)).otherwise(name).alias(name)

    return with_planned(
        quantities,
        *(taken(name) for name in ("rule", "source", "indicator_row", "indicator_id", "indicator_role")),
        reason=pl.when(~sums).then("reason"),
        forced_measure=pl.when(~sums).then("forced_measure"),
    )
