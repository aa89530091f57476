"""Runs: figures in a list that answer to a list of names ("lần lượt 12%, 34% và 50%"), and ratios written "22/22".

A run shares the words before its first member and behind its last; the n-th figure goes with the n-th indicator,
district or period where the lists are equally long. Not here: figures of one indicator that follow each other, with
words of their own.
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.surroundings.neighbours import INDICATOR_ROLES

_BETWEEN = r"^(?: đồng)?(?:,? ?|, | và |; | {0,2}- {0,2}|, và |; và )$"
_TRANSPARENT = ("punct", "conj", "filler", "rate_word")


def with_runs(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds run (UInt32), run_index, run_length (UInt32), and gives the members the neighbours of the whole run.

    quantities: the neighbours with dimension, part, tail
    """
    linked = (
        (pl.col("line") == pl.col("line").shift(-1))
        & (pl.col("dimension").eq_missing(pl.col("dimension").shift(-1)) | _shares_unit())
        & pl.col("part").is_null()
        & pl.col("part").shift(-1).is_null()
        & pl.col("tail").str.contains(_BETWEEN)
        & (pl.col("next_quantity") == pl.col("row").shift(-1))
        & (pl.col("tail") != " ")
        # "310 tỷ đồng, 9 tháng ước đạt 890 tỷ đồng": the text behind a figure ends at the next digit, be it a period's
        & (pl.col("next_any_period") > pl.col("next_quantity")).fill_null(True)
        & (~pl.col("tail").str.contains(";") | (pl.col("last_respectively") > pl.col("last_sentence")))
        # "186 hộ nghèo và 402 hộ cận nghèo": a noun of its own ends the list
        & (
            pl.col("dimension").is_in(["money", "usd", "percent", "times", "income", "area"])
            | (pl.col("unit_length") == 0)
        )
    ).fill_null(False)
    quantities = quantities.with_columns(run=(~linked.shift(1).fill_null(False)).cum_sum().cast(pl.UInt32))
    place = pl.int_range(pl.len(), dtype=pl.UInt32)
    opens = pl.col("run") != pl.col("run").shift(1).fill_null(0)
    closes = pl.col("run") != pl.col("run").shift(-1).fill_null(0)
    quantities = quantities.with_columns(
        run_first=pl.when(opens).then(place).forward_fill(),
        run_last=pl.when(closes).then(place).backward_fill(),
    ).with_columns(
        run_index=place - pl.col("run_first"), run_length=pl.col("run_last") - pl.col("run_first") + 1
    )
    quantities = quantities.rechunk()
    ahead = [name for name in quantities.columns if name.startswith("last_")]
    behind = [name for name in quantities.columns if name.startswith("next_")]
    # "Trong tổng số 22 chỉ tiêu ..." is a denominator that no numerator stands before
    part, line = pl.col("part"), pl.col("line")
    numerator = (part == "numerator") & (line == line.shift(-1))
    denominator = (part == "denominator") & (line == line.shift(1)) & (part.shift(1) == "numerator")
    from_ahead = pl.when(denominator).then(pl.col("run_first").shift(1)).otherwise("run_first")
    from_behind = pl.when(numerator).then(pl.col("run_last").shift(-1)).otherwise("run_last")
    taken = quantities.select(place=place, ahead=from_ahead, behind=from_behind).filter(
        (pl.col("ahead") != pl.col("place")) | (pl.col("behind") != pl.col("place"))
    )
    # few quantities stand in a run: only theirs are written anew
    return quantities.with_columns(
        *(_taken_over(quantities[name], taken, "ahead") for name in ahead),
        *(_taken_over(quantities[name], taken, "behind") for name in behind),
        tail=pl.when(numerator).then(pl.col("tail").shift(-1)).otherwise("tail"),
    ).drop("run_first", "run_last")


def _shares_unit() -> pl.Expr:
    """ "72 triệu đồng và 69 triệu đồng/người/năm": the rest of the unit stands at the end of the list."""
    return ((pl.col("dimension") == "money") & (pl.col("dimension").shift(-1) == "income")).fill_null(False)


def _taken_over(column: pl.Series, taken: pl.DataFrame, side: str) -> pl.Series:
    """The column with other rows' values in some. taken: place, and the row that stands for it on this side."""
    return column.clone().scatter(taken["place"], column.gather(taken[side]))


def list_members(stream: pl.DataFrame, wanted: pl.Expr, by: str) -> pl.DataFrame:
    """The rows of equal lists: those that follow each other in a line with nothing but separators between.

    Returns row, <by>_list (UInt32), list_index, list_length (UInt32).
    """
    transparent = pl.col("role").is_in(list(_TRANSPARENT)) & ~(
        (pl.col("role") == "punct") & pl.col("value").is_in([".", "(", ")", ":"])
    )
    kept = stream.select("row", "line", "pos", "end", wanted=wanted, transparent=transparent).filter(
        pl.col("wanted") | ~pl.col("transparent")
    )
    follows = (
        pl.col("wanted")
        & pl.col("wanted").shift(1)
        & (pl.col("line") == pl.col("line").shift(1))
        & (pl.col("pos") - pl.col("end").shift(1) <= 12)
    )
    members = kept.with_columns(group=(~follows.fill_null(False)).cum_sum().cast(pl.UInt32)).filter("wanted")
    return members.select(
        "row",
        pl.col("group").alias(f"{by}_list"),
        list_index=pl.int_range(pl.len(), dtype=pl.UInt32).over("group"),
        list_length=pl.len().over("group"),
    )


def answered(
    quantities: pl.DataFrame, stream: pl.DataFrame, wanted: pl.Expr, anchor: str, by: str
) -> pl.DataFrame:
    """answer: for each quantity of a run the row of the list member that it answers to; null where the lists differ in
    length. list_length: that of the list of names.

    anchor: the column with the nearest row of the kind before the run
    """
    asked = quantities.filter(pl.col("run_length") > 1)[anchor].drop_nulls()
    in_lines = pl.col("line").is_in(stream["line"].gather(asked).unique().implode())
    members = list_members(stream.filter(in_lines), wanted, by)
    return (
        quantities.select("run_index", "run_length", pl.col(anchor).alias("row"))
        .join(members.select("row", f"{by}_list", "list_length"), on="row", how="left", maintain_order="left")
        .with_columns(
            key=pl.when((pl.col("run_length") == pl.col("list_length")) & (pl.col("run_length") > 1)).then(
                f"{by}_list"
            )
        )
        .join(
            members.select(key=f"{by}_list", run_index="list_index", answer="row"),
            on=["key", "run_index"],
            how="left",
            maintain_order="left",
        )
        .select("answer", "list_length")
    )


def unequal() -> pl.Expr:
    """ "công nghiệp, dịch vụ, nông nghiệp lần lượt tăng 9% và 8%": nobody can say which is whose."""
    lists = (pl.col("run_length") > 1) & (pl.col("list_length") > 1)
    told = pl.col("last_respectively") > pl.col("last_sentence")
    return (lists & told & (pl.col("run_length") != pl.col("list_length"))).fill_null(False)


def indicator_rows() -> pl.Expr:
    return pl.col("role").is_in(list(INDICATOR_ROLES))
