"""For each quantity, which mentions stand around it: row numbers of the stream, found by fills.

A row number can be compared with another to tell what comes first, so every scope (sentence, clause, parenthesis) is an
inequality. Not here: what follows from the neighbourhood (`places`, `timing`, `binding`, `measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.plans import in_memory

INDICATOR_ROLES = (
    "indicator_strong",
    "indicator_rate",
    "indicator_weak",
    "indicator_sector",
    "indicator_narrow",
    "indicator_other",
)
CUE_ROLES = ("direction", "reach", "exceed", "equal", "share", "multiple")
BREAKS = (",", ";", "(", ")", ":", ".", "-")


def _role(*names: str) -> pl.Expr:
    return pl.col("role").is_in(list(names)) if len(names) > 1 else pl.col("role") == names[0]


def _punct(*marks: str) -> pl.Expr:
    return (pl.col("role") == "punct") & pl.col("value").is_in(list(marks))


def _between_plans() -> pl.Expr:
    """The comma of "dự toán Thành phố, HĐND quận giao" ends nothing."""
    role = pl.col("role")
    return (
        _punct(",") & role.shift(1).is_in(["place_city", "assigner"]) & (role.shift(-1) == "assigner")
    ).fill_null(False)


def _in_own_parenthesis() -> pl.Expr:
    """ "Thu ngân sách 6 tháng (ước thực hiện) 1.236 tỷ đồng": the aside is about what stands around it."""
    value = pl.col("value")
    return ((value.shift(1) == "(") & (value.shift(-1) == ")")).fill_null(False)


# name of the neighbour: what it is. "last_x" is the nearest before the quantity, "next_x" the nearest behind it.
_BEFORE = {
    "sentence": _role("sentence"),
    "line_start": _role("sentence") & (pl.col("pos") < pl.col("end")) & pl.col("opens_line"),
    "indicator": _role(*INDICATOR_ROLES),
    "outer_indicator": _role(*INDICATOR_ROLES) & ~pl.col("inside"),
    "quantity": _role("quantity"),
    "semicolon": _punct(";"),
    "break": _punct(*BREAKS),
    "comma": _punct(","),
    "open": _punct("("),
    "cue": _role(*CUE_ROLES),
    "direction": _role("direction"),
    "share": _role("share"),
    "structure": _role("share") & (pl.col("value") == "economy"),
    "plan": _role("plan"),
    "versus": _role("versus"),
    "same_period": _role("same_period"),
    # "các huyện tăng trưởng cao so với cùng kỳ: ...", of all that is listed behind the colon
    "same_period_of_list": _role("same_period")
    & ((pl.col("value").shift(-1) == ":") | ((pl.col("value").shift(-2) == ":") & _role("filler").shift(-1))),
    "now": _role("now") | (_role("period") & (pl.col("value") == "years_on")),
    # "so với khi mới thành lập" names a base
    "then": _role("then") & (pl.col("role").shift(1) != "versus"),
    "status": _role("status"),
    "outer_status": _role("status") & (~pl.col("inside") | _in_own_parenthesis()),
    "actual": _role("actual"),
    "among": _role("among"),
    "carry": _role("carry"),
    "adjusted": _role("adjusted"),
    "average": _role("average"),
    "narrow": _role("narrow"),
    "except": _role("except"),
    "person": _role("person"),
    "ordinance": _role("plan") & (pl.col("value") == "ordinance"),
    "city": _role("assigner") & (pl.col("value") == "city"),
    "district": _role("assigner") & (pl.col("value") == "district"),
    "period": _role("period") & pl.col("governs") & ~pl.col("said_with_of"),
    "outer_period": _role("period") & pl.col("governs") & ~pl.col("inside") & ~pl.col("said_with_of"),
    # what may reach over to another sentence: no period that was said of one figure ("94,1% của năm 2022")
    "carried_period": _role("period")
    & pl.col("governs")
    & ~pl.col("inside")
    & ~pl.col("said_of_figure")
    & ~pl.col("aside"),
    # "II. Quản lý đô thị (tháng 7)" is over the list below it
    "prose_period": _role("period")
    & pl.col("governs")
    & (~pl.col("inside") | (pl.col("role_of_line") == "heading"))
    & ~pl.col("aside")
    & (pl.col("role_of_line") != "list_item"),
    "span_period": _role("period")
    & pl.col("governs")
    & (~pl.col("inside") | _in_own_parenthesis())
    & pl.col("value").is_in(["range", "span", "term", "five_years", "whole_span"]),
    "day": _role("period") & (pl.col("value") == "day"),
    # the line that stands above a list
    "lead_line": _role("sentence") & pl.col("opens_line") & (pl.col("role_of_line") != "list_item"),
    "heading": _role("sentence") & pl.col("opens_line") & (pl.col("role_of_line") == "heading"),
    "heading_period": _role("period") & pl.col("governs") & (pl.col("role_of_line") == "heading"),
    "place": pl.col("is_place"),
    "named": pl.col("is_place")
    & _role("district", "district_bare")
    & ~pl.col("place").is_in(["ward", "other"]),
    # "Trường THCS Kim Nỗ đã giải ngân 96%": what is built, at the head of its sentence
    "project": _role("place_prefix")
    & (
        (pl.col("value") == "project")
        | ((pl.col("value") == "works") & pl.col("next_capital") & (pl.col("role").shift(1) == "sentence"))
    ),
    "site": _role("place_prefix") & (pl.col("value") == "site") & pl.col("next_capital"),
    "comparator": _role("comparator"),
    "event_span": _role("event_span"),
    "respectively": _role("respectively"),
}
_BEHIND = {
    "sentence": _role("sentence"),
    "indicator": _role(*INDICATOR_ROLES),
    "quantity": _role("quantity"),
    "break": (_punct(*BREAKS) & ~_between_plans()) | _role("sentence"),
    "semicolon": _punct(";"),
    "cue": _role(*CUE_ROLES),
    "status": _role("status"),
    "plan": _role("plan"),
    "ordinance": _role("plan") & (pl.col("value") == "ordinance"),
    "versus": _role("versus"),
    "same_period": _role("same_period"),
    "previous_year": _role("previous_year"),
    "city": _role("assigner") & (pl.col("value") == "city"),
    "city_named": _role("place_city"),
    "district": _role("assigner") & (pl.col("value") == "district"),
    "district_named": _role("place_district", "district"),
    "central": _role("assigner") & (pl.col("value") == "central"),
    "adjusted": _role("adjusted"),
    "period": _role("period") & pl.col("governs"),
    "any_period": _role("period"),
    "place": pl.col("is_place")
    & _role("district", "district_bare")
    & ~pl.col("place").is_in(["ward", "other"]),
}


def neighbours(stream: pl.DataFrame) -> pl.DataFrame:
    """One row for each quantity of the stream: `row`, and last_* and next_* (UInt32, null where there is none).

    stream: row (UInt32, from 0), the columns of `mention_stream`, and inside, opens_line, governs, is_place (Boolean)
    """
    coded = stream.lazy().with_columns(pl.col("role", "value").cast(pl.Categorical))  # codes compare faster
    kinds = {f"last_{name}": condition for name, condition in _BEFORE.items()}
    kinds |= {f"next_{name}": condition for name, condition in _BEHIND.items()}
    masks = in_memory(coded.select(**kinds))
    is_quantity = stream["role"] == "quantity"
    quantities = stream.filter(is_quantity).select("row", "line", "pos", "end", "item", "inside")
    row, n_reached = (
        stream["row"],
        is_quantity.cast(pl.UInt32).cum_sum(),
    )  # quantities up to a row, itself included
    n_before = n_reached - is_quantity.cast(pl.UInt32)

    def last(rows: pl.Series) -> pl.Series:
        return _one_for_each_gap(rows, n_reached, quantities.height).forward_fill()[:-1]

    def following(rows: pl.Series) -> pl.Series:
        return _one_for_each_gap(rows.reverse(), n_before, quantities.height).backward_fill()[1:]

    return quantities.with_columns(
        *(last(row.filter(masks[name])).alias(name) for name in kinds if name.startswith("last_")),
        *(following(row.filter(masks[name])).alias(name) for name in kinds if name.startswith("next_")),
    )


def _one_for_each_gap(rows: pl.Series, gap: pl.Series, n_quantities: int) -> pl.Series:
    """The gaps before, between and behind the quantities, each with the last of `rows` in it, or null.

    Filling these instead of the stream is what makes eighty neighbours cheap. gap: for each row of the stream, its gap
    """
    gaps = pl.Series([None], dtype=pl.UInt32).new_from_index(0, n_quantities + 1)
    return gaps.scatter(gap.gather(rows), rows)
