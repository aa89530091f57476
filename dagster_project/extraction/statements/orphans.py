"""Orphans: percentages that go on about an amount which is none of the indicator's.

Not here: figures that go on about those before them (`continuation`), which phrase is a figure's indicator (`choice`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.choice import PER_ANYTHING
from dagster_project.extraction.surroundings.branches import NEW_SUBJECT_BYTES

_NOUN_BYTES = 30  # from a count to the indicator that is its noun
_PER_UNIT = fold_pattern(
    "^ ?(?:/|trên (?:một |mỗi )?|mỗi |một )[1 ]*(?:ha|hec|héc|sào|mẫu|m2|đơn vị diện tích)"
)
_OF_QUOTA = fold_pattern("^ (?:so với )?chỉ tiêu")


def without_orphans(quantities: pl.DataFrame) -> pl.DataFrame:
    """Percentages and multiples whose amount was not placed are not placed either.

    Where the amount opens a subject of its own, counts another thing, or is one for each hectare.
    """
    relative = pl.col("dimension").is_in(PER_ANYTHING)
    names_other = pl.col("counted_id").eq_missing(pl.lit(""))
    clause = pl.max_horizontal("last_sentence", "last_semicolon")
    near = (pl.col("rule") == "nearest_before") & (
        _goes_on_about_opened(clause)
        | _goes_on_about_counted(names_other & ~relative, clause)
        | _is_share_of_misfit()
    )
    carried = (pl.col("rule") == "carried") & _has_amount_before(names_other, clause)
    orphaned = (relative & (carried | near | _of_unit(clause))).fill_null(False)
    return quantities.with_columns(
        rule=pl.when(~orphaned).then("rule"),
        indicator_id=pl.when(~orphaned).then("indicator_id"),
        reason=pl.when(orphaned).then(pl.lit("unknown_indicator")).otherwise("reason"),
    )


def _has_amount_before(names_other: pl.Expr, clause: pl.Expr) -> pl.Expr:
    """ "Làng nghề hút 93 nghìn khách, tăng 30%": what changes is that amount, not what was spoken of before it."""
    unknown = pl.col("reason").is_in(["unknown_indicator", "unit_mismatch"]) | names_other
    amount = ~pl.col("dimension").is_in(PER_ANYTHING) & unknown & (~pl.col("first_fits") | names_other)
    # "Lễ giao quân ...: 268 thanh niên lên đường, đạt 100% chỉ tiêu"
    of_quota = pl.col("tail").str.contains(_OF_QUOTA)
    of_quota &= pl.col("indicator_id") == "military_recruitment_rate"
    return (pl.when(amount).then("row").forward_fill() > clause) & ~of_quota


def _goes_on_about_opened(clause: pl.Expr) -> pl.Expr:
    """ "hàng hóa của làng nghề đạt 60 tỷ đồng, tăng 58%", "tỷ lệ phòng học kiên cố đạt 94,7%, tăng 1,1%", "gieo trồng
    1.250 ha cây vụ đông, bằng 33,8% kế hoạch"."""
    amount = pl.col("dimension").is_in(["money", "usd", "percent", "area"])
    opens = amount & (pl.col("reason") == "unknown_indicator")
    opens &= (pl.col("clause_bytes") > NEW_SUBJECT_BYTES) & ~pl.col("inside")
    opens &= pl.col("run_length").fill_null(1) <= 1
    opened = pl.when(opens).then("row").forward_fill().shift(1)
    # "trồng mới 150 ha, đạt 35% kế hoạch": no output is counted in hectares
    misfit = ((pl.col("dimension") == "area") & (pl.col("reason") == "unit_mismatch")).shift(1)
    opened = (
        pl.when(misfit & (pl.col("last_quantity") == pl.col("row").shift(1)))
        .then("last_quantity")
        .otherwise(opened)
    )
    return (pl.col("clause_bytes") < NEW_SUBJECT_BYTES) & (
        opened > pl.max_horizontal(clause, "indicator_row")
    )


def _is_share_of_misfit() -> pl.Expr:
    """ "Số hộ làm tiểu thủ công nghiệp là 38.850 hộ, chiếm 35,8%": the share is that of the count."""
    counted = (pl.col("reason") == "unit_mismatch") & ~pl.col("dimension").is_in(
        [*PER_ANYTHING, "money", "usd"]
    )
    return (
        counted.shift(1)
        & (pl.col("last_quantity") == pl.col("row").shift(1))
        & (pl.col("last_share") > pl.col("last_quantity"))
        & (pl.col("indicator_row") < pl.col("last_quantity"))
        & (pl.col("last_quantity") > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0))
    )


def _goes_on_about_counted(counts_other: pl.Expr, clause: pl.Expr) -> pl.Expr:
    """ "bậc mầm non có 6/9 trường đạt chuẩn, chiếm 66,6%": the indicator behind that count is its noun."""
    row, end = (pl.when(counts_other).then(name).forward_fill().shift(1) for name in ("row", "end"))
    denominator = (pl.col("part") == "denominator").fill_null(False)
    directly = counts_other.shift(1) | (denominator.shift(1) & counts_other.shift(2))
    arrives = (pl.col("last_cue_value") == "to") & (pl.col("last_cue") > pl.col("last_quantity"))
    # "có thêm 4 trường chuẩn quốc gia, tỷ lệ bao phủ bảo hiểm y tế là 93,1%"
    apart = pl.col("last_comma").is_between(row, pl.col("indicator_row")).fill_null(False)
    its_noun = (pl.col("indicator_row") <= row) | ((pl.col("first_pos") - end <= _NOUN_BYTES) & ~apart)
    # "có 32 trường đạt chuẩn, thêm 9 trường, chiếm 72,7%" goes on about the first
    counted = (pl.col("counted_row") > pl.col("last_sentence")).fill_null(False)
    return directly & (row > clause) & its_noun & ~arrives.fill_null(False) & ~counted


def _of_unit(clause: pl.Expr) -> pl.Expr:
    """ "giá trị sản xuất đạt 371 triệu đồng/ha, tăng 12%": of what a hectare yields."""
    per_unit_row = pl.when(pl.col("tail").str.contains(_PER_UNIT)).then("row").forward_fill()
    return (per_unit_row == pl.col("last_quantity")) & (
        per_unit_row > pl.max_horizontal(clause, "indicator_row").fill_null(0)
    )
