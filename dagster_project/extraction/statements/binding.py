"""Binding: which indicator a quantity is a figure of, or why it is of none.

The phrases around it that its unit fits, and which of them it is (`choice`). Not here: what the figure says of the
indicator (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.nearby import at, last_before, rows_where
from dagster_project.extraction.statements.choice import PER_ANYTHING, choose_indicator
from dagster_project.extraction.statements.continuation import continue_figures
from dagster_project.extraction.surroundings import figures, runs
from dagster_project.extraction.surroundings.neighbours import INDICATOR_ROLES


def bind(quantities: pl.DataFrame, stream: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """Adds indicator_row (UInt32), indicator_id, forced_measure, indicator_role, rule; or reason where none binds.

    quantities: the neighbours, with dimension, part and role_of_line
    """
    chain = _indicator_chain(stream)
    quantities = quantities.with_columns(
        first=pl.when(
            pl.col("inside") | (pl.col("last_outer_indicator") < pl.col("last_sentence")).fill_null(True)
        )
        .then("last_indicator")
        .otherwise("last_outer_indicator")
    )
    quantities = _without_parts(_without_wholes(quantities, stream), stream)
    quantities = quantities.with_columns(
        runs.answered(quantities, stream, runs.indicator_rows(), "first", "indicator")
    ).with_columns(
        first=pl.coalesce("answer", "first"),
        except_inside=at(stream["inside"], quantities["last_except"]),
    )
    quantities = quantities.join(
        chain.select("joined", first="row", second="previous"), on="first", how="left", maintain_order="left"
    )
    quantities = quantities.with_columns(joined_id=at(stream["value"], quantities["joined"]))
    quantities = figures.with_bare_counts(quantities)
    for name in ("first", "second", "next_indicator"):
        quantities = _with_indicator(quantities, stream, vocabulary, name)
    quantities = _with_halves(quantities, stream)
    return continue_figures(choose_indicator(_with_subjects(quantities, stream)))


def _without_wholes(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """ "Thu tiền sử dụng đất ..., chiếm 52% tổng thu ngân sách, bằng 180% kế hoạch": the whole that a share is of is
    not what the sentence goes on about."""
    named = stream.filter(pl.col("role").is_in(list(INDICATOR_ROLES)))["row"]
    share_of = at(stream["is_percent"], named - 1) & (at(stream["role"], named - 2) == "share")
    share_of &= at(stream["end"], named - 1) + 2 >= at(stream["pos"], named)
    wholes, others = named.filter(share_of.fill_null(False)), named.filter(~share_of.fill_null(False))
    subjects = pl.DataFrame({"first": wholes, "subject": last_before(wholes, others)})
    goes_on = (
        pl.col("dimension").is_in(PER_ANYTHING)
        & (pl.col("subject") > pl.col("last_sentence"))
        & ~(pl.col("last_semicolon") > pl.col("first")).fill_null(False)
    ).fill_null(False)
    return (
        quantities.join(subjects, on="first", how="left", maintain_order="left")
        .with_columns(first=pl.when(goes_on).then("subject").otherwise("first"))
        .drop("subject")
    )


def _with_halves(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """ "công nghiệp và xây dựng tăng lần lượt 10,3% và 6,7%": two figures that answer to no other list are of the two
    halves of what is one indicator elsewhere."""
    # "Sóc Sơn và Đông Anh", "trong quý I và quý II" may be what they answer to
    named = quantities["last_named"]
    two_named = at(stream["role"], named - 2).is_in(["district", "district_bare"]).fill_null(False)
    two_named &= (named > quantities["last_sentence"]).fill_null(False)
    asks = quantities.select(
        (pl.col("run_length") == 2)
        & pl.col("answer").is_null()
        & pl.col("answer_period").is_null()
        & (pl.col("first_id") == "gross_output_industry_construction")
        & (pl.col("last_respectively") > pl.col("first"))
        & (pl.col("last_period") < pl.col("first")).fill_null(True)
        & ~two_named
    ).to_series()
    rows = asks.fill_null(False).arg_true()
    if rows.is_empty():
        return quantities
    halves = quantities[rows].select(
        pl.when(pl.col("run_index") == 0)
        .then(pl.lit("gross_output_industry"))
        .otherwise(pl.lit("gross_output_construction"))
    )
    return quantities.with_columns(
        first_id=quantities["first_id"].clone().scatter(rows, halves.to_series()),
        answer=quantities["answer"].clone().scatter(rows, quantities["first"][rows]),
    )


def _without_parts(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """ "Gia Lâm thu 2.800 tỷ đồng, trong đó tiền sử dụng đất 1.310 tỷ đồng. Ba Vì mới đạt 214 tỷ đồng": the next
    district is compared by the whole, not by a part of it that was told of the one before."""
    heads = pl.col("role").is_in(list(INDICATOR_ROLES)) & (pl.col("value") != "")
    named = rows_where(stream, heads)
    among = last_before(named, rows_where(stream, pl.col("role") == "among"))
    sentence = last_before(named, rows_where(stream, pl.col("role") == "sentence"))
    wholes = pl.DataFrame(
        {"first": named, "among": among, "opens": sentence, "whole": last_before(among, named)}
    ).filter((pl.col("whole") > pl.col("opens")) & (pl.col("whole") < pl.col("among")))
    ended = pl.max_horizontal("last_sentence", "last_semicolon")
    of_next = ((pl.col("first") < ended) & (ended < pl.col("last_named"))).fill_null(False)
    return (
        quantities.join(wholes.select("first", "whole"), on="first", how="left", maintain_order="left")
        .with_columns(first=pl.when(of_next).then(pl.coalesce("whole", "first")).otherwise("first"))
        .drop("whole")
    )


def _indicator_chain(stream: pl.DataFrame) -> pl.DataFrame:
    """For each indicator's row the one before it: previous, where nothing but words stands between them; joined, where
    nothing but one comma or word does."""
    marks = stream.select(
        "row",
        "role",
        stop=pl.when(pl.col("role").is_in(["quantity", "punct", "sentence"])).then("row").forward_fill(),
    )
    chain = marks.filter(pl.col("role").is_in(list(INDICATOR_ROLES))).with_columns(
        previous=pl.col("row").shift(1)
    )
    return chain.select(
        "row",
        previous=pl.when(pl.col("previous") > pl.col("stop").fill_null(0)).then("previous"),
        joined=pl.when(pl.col("previous") + 2 == pl.col("row")).then("previous"),
    )


def _with_indicator(
    quantities: pl.DataFrame, stream: pl.DataFrame, vocabulary: Vocabulary, name: str
) -> pl.DataFrame:
    """<name>_id, _role, _measure, _pos, _end, and _fits: whether the unit is one that the indicator may have."""
    rows = quantities[name]
    quantities = quantities.with_columns(
        **{
            f"{name}_{column}": at(stream[source], rows)
            for column, source in {
                "id": "value",
                "role": "role",
                "measure": "measure",
                "pos": "pos",
                "end": "end",
            }.items()
        }
    )
    fitting = vocabulary.accepted.select(
        pl.col("indicator_id").alias(f"{name}_id"), "dimension", pl.lit(True).alias("accepted")
    )
    quantities = quantities.join(fitting, on=[f"{name}_id", "dimension"], how="left", maintain_order="left")
    fits = pl.col("accepted").fill_null(False) | (
        pl.col("dimension").is_in(PER_ANYTHING)
        & (pl.col(f"{name}_id") != "")
        & ~pl.col(f"{name}_role").is_in(["indicator_target", "indicator_narrow"])
    )
    fits = fits & ((pl.col(f"{name}_role") != "indicator_narrow") | (pl.col("dimension") == "income"))
    counts = pl.col(f"{name}_id").is_in(
        vocabulary.indicators.filter(pl.col("canonical_unit") == "count")["indicator_id"].implode()
    )
    end, row = pl.col(f"{name}_end"), pl.col(name)
    own = row > pl.max_horizontal("last_quantity", "last_sentence").fill_null(0)
    leads = (
        pl.col("count_introduced")
        | (own & pl.col("count_led_in"))
        | (own & (pl.col("pos") - end).is_between(0, 1))
    )
    bare_count = (
        pl.col("dimension").is_null()
        & counts
        & ((pl.col("count_ends") & leads) | pl.col("count_opens_line"))
        & (pl.col("decimals") <= 0)
        & ((pl.col("run_length") == 1) | pl.col("answer").is_not_null())
        & (pl.col(f"{name}_role") != "indicator_target")
    )
    fits = (fits | bare_count) & (pl.col(f"{name}_id") != "").fill_null(False)
    return quantities.with_columns(fits.fill_null(False).alias(f"{name}_fits")).drop("accepted")


def _with_subjects(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """clause_bytes, indicator_bytes: letters that no phrase explains between the clause's start, or the indicator, and
    the quantity; outer_row, outer_bytes: the same of the clause before a figure's parenthesis; place_heads_clause: the
    clause begins with a district."""
    # whoever speaks opens a subject of his own: the verb by which he is quoted explains nothing
    says = (stream["value"] == "says").fill_null(False).cast(pl.Int64)
    explained = ((stream["end"] - stream["pos"] + 1) * (1 - says)).cum_sum()
    row = quantities["row"]
    clause = quantities.select(
        pl.max_horizontal("last_break", "last_quantity", "last_sentence", "last_among").fill_null(0)
    ).to_series()

    def unexplained(start_row: pl.Series) -> pl.Series:
        between = explained.gather(row - 1) - at(explained, start_row)
        return (quantities["pos"] - at(stream["end"], start_row)) - between

    # "chế biến gỗ (tăng 18,9%)": what stands before the parenthesis that the figure is in
    breaks = rows_where(stream, pl.col("role").is_in(["sentence", "quantity", "punct", "among"]))
    opened = quantities["last_open"].set(~quantities["inside"], None)
    outer = last_before(opened - 1, breaks)
    before_open = explained.gather(opened - 1, null_on_oob=True) - at(explained, outer)
    place = at(stream["place"], quantities["last_place"])
    district = place.is_not_null() & ~place.is_in(["ward", "city", "other"])
    return quantities.with_columns(
        clause_row=clause,
        clause_bytes=unexplained(clause),
        indicator_bytes=unexplained(quantities["first"]),
        outer_row=outer,
        outer_bytes=at(stream["pos"], opened) - at(stream["end"], outer) - before_open,
        place_heads_clause=district & (quantities["last_place"] - clause).is_between(1, 2),
    )
