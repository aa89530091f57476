"""Pace: words that speak of the rate of a growth ("tốc độ tăng") or of a share, not of the amount that grows;
parts that make a whole.

Not here: which measure a percentage is (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned

_RATE_OF_GROWTH = fold_pattern(
    "(?:tốc độ|mức|nhịp độ) tăng(?: trưởng)? (?:[^,;.:()]{3,70} )?(?:đạt|là|ước|ước đạt|ở mức) $"
)
# "giảm 3,5% mức tăng cùng kỳ", "thấp hơn 1,2% so với mức tăng của năm trước": rates are compared, not amounts
_OF_A_RATE = fold_pattern("^ (?:so với )?(?:mức|tốc độ|nhịp độ) tăng")

_OF_WHOLE_BYTES = len(" của toàn bộ ".encode())
_ROUNDING = 0.5  # of parts that make a hundred percent, and in percent of those that make an amount


def names_growth() -> pl.Expr:
    """ "tốc độ tăng thu ngân sách đạt 12%": the indicator's phrase says it, or the words before the figure."""
    by_phrase = (pl.col("forced_measure") == "growth").fill_null(False)
    # "đạt 5 - 7%/năm"
    lead = pl.when(pl.col("part") == "high").then(pl.col("before").shift(1)).otherwise("before")
    return by_phrase | lead.str.contains(_RATE_OF_GROWTH).fill_null(False)


def changes_the_pace() -> pl.Expr:
    """ "Tốc độ tăng giá trị sản xuất đạt 11,3%, tăng 0,4% so với năm 2022": by how much more it grows than before; or
    "tỷ trọng dịch vụ 61,6% (tăng 7% so với năm 2014)": by how much the share does."""
    same_row = pl.col("indicator_row") == pl.col("indicator_row").shift(1)
    of_growth = pl.col("names_growth").shift(1) & pl.col("compared")
    of_share = (
        pl.col("share_before")
        & (pl.col("compared") | pl.col("inside"))
        & pl.col("indicator_id").str.starts_with("gross_output")
        # "... chiếm 63%, giá trị sản xuất công nghiệp bằng 101,4% kế hoạch, tăng 17,7% so với cùng kỳ"
        & ~pl.col("to_plan").shift(1)
        & ~pl.col("compared").shift(1)
    )
    changed = (
        (of_growth | of_share)
        & (pl.col("cue") == "direction")
        & same_row
        & (pl.col("dimension").shift(1) == "percent")
        & (pl.col("cue").shift(1) != "direction").fill_null(True)
    ).fill_null(False)
    return changed | pl.col("tail").str.contains(_OF_A_RATE).fill_null(False)


def without_changes_of_shares(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "tỷ trọng dịch vụ đạt 52,7% (tăng 6,3% so với đầu nhiệm kỳ)", "tỷ trọng dịch vụ tăng 0,9%, lên 39,1%": by how
    many points a share moved is no growth."""
    moved = (
        (pl.col("measure") == "growth")
        & (pl.col("cue") == "direction")
        & (pl.col("measure").shift(1) == "share")
        & (pl.col("indicator_row") == pl.col("indicator_row").shift(1))
        & (pl.col("last_quantity") == pl.col("row").shift(1))
        & (pl.col("last_period").fill_null(0) < pl.col("last_quantity"))
    ).fill_null(False)
    of_share = (pl.col("measure") == "growth") & (pl.col("cue") == "direction") & pl.col("directed_since")
    of_share &= pl.col("indicator_id").str.starts_with("gross_output_")
    names_share = (pl.col("indicator_row") - pl.col("last_share")).is_between(1, 2)
    names_share &= pl.col("last_share") > pl.max_horizontal("last_quantity", "last_sentence").fill_null(0)
    arrives = (
        pl.col("share_before")
        & (pl.col("measure").shift(-1) == "share")
        & (pl.col("cue_value").shift(-1) == "to")
        & (pl.col("indicator_row").shift(-1) == pl.col("indicator_row"))
    )
    moved |= (of_share & (names_share | arrives) & ~pl.col("compared")).fill_null(False)
    return quantities.with_columns(
        measure=pl.when(~moved).then("measure"),
        reason=pl.when(moved).then(pl.lit("absolute_change")).otherwise("reason"),
    )


def of_ratio_before(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Công nghiệp chiếm 64,9% giá trị sản xuất, năm trước tỷ trọng này là 57,2%", "Tiền thuê đất chiếm 39% tổng thu
    ngân sách, đạt 42% dự toán": of what was spoken of before, not of the whole that it is a part of."""
    dimension, row, whole = pl.col("dimension"), pl.col("row"), pl.col("indicator_row")
    again = (pl.col("last_carry") > whole) & (dimension == "percent")
    goes_on = (
        (pl.col("last_comma") > whole)
        & ~(pl.col("last_semicolon") > whole).fill_null(False)
        & (pl.col("last_share").shift(1) > whole.shift(1))
        & (pl.col("first_pos") - pl.col("end").shift(1) <= _OF_WHOLE_BYTES)
        & dimension.is_in(["percent", "times", "money"])
        & pl.col("indicator_id").shift(1).str.contains("_revenue$|^gross_output|_expenditure$")
    )
    whole_between = (
        (dimension.shift(1) == "percent")
        & (pl.col("rule") == "nearest_before")
        & (again | goes_on)
        & (whole > pl.col("last_quantity"))
        & (pl.col("last_quantity") == row.shift(1))
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & (whole.shift(1) < row.shift(1))
        & pl.col("reason").shift(1).is_null()
    ).fill_null(False)
    names = ("indicator_id", "indicator_row", "indicator_role", "forced_measure")
    return with_planned(
        quantities,
        *(pl.when(whole_between).then(pl.col(name).shift(1)).otherwise(name).alias(name) for name in names),
    )


def of_two_sectors() -> pl.Expr:
    """ "công nghiệp - xây dựng và thương mại - dịch vụ chiếm 91%", "tỷ trọng công nghiệp, dịch vụ đạt 79%": the share
    of both together is none's."""
    output = "gross_output_"
    # a comma also parts what was said before from the subject, unless the "tỷ trọng" is that of both
    of_both = pl.col("last_share") == pl.col("joined") - 1
    both_have_it = (pl.col("last_share") > pl.col("indicator_row")) & (pl.col("joined") == pl.col("second"))
    return (
        (pl.col("dimension") == "percent")
        & pl.col("indicator_id").str.starts_with(output)
        & pl.col("joined_id").str.starts_with(output)
        & (pl.col("joined_id") != pl.col("indicator_id"))
        & (pl.col("joined") == pl.col("indicator_row") - 2)
        & (of_both | both_have_it)
        & pl.col("run_length").fill_null(1).eq(1)
    ).fill_null(False)


def with_shares_of_a_whole(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Cụ thể: dịch vụ 45,7%; công nghiệp, xây dựng 47,5%; nông nghiệp 6,8%": what adds up to a whole are its parts.

    Percentages of different sectors in one sentence, or behind one "tỷ trọng" in its paragraph, of which nothing says
    that they are a change or of a plan.
    """
    unsaid = pl.col("cue").is_null() | ((pl.col("cue") == "reach") & (pl.col("cue_value") == "at"))
    silent_or_share = (
        (pl.col("dimension") == "percent")
        & pl.col("indicator_id").str.starts_with("gross_output_")
        & pl.col("reason").is_null()
        & (unsaid | (pl.col("measure") == "share"))
        & ~pl.col("directed")
        & ~pl.col("compared")
        & ~pl.col("to_plan")
        & pl.col("signed").is_null()
        & ~pl.col("inside")
    ).fill_null(False)
    silent = silent_or_share & unsaid
    sums = _sums_of_sectors(quantities.filter(silent))
    parts = sums.filter((pl.col("total") - 100).abs() <= _ROUNDING)
    # "tỷ trọng nông nghiệp 18,4%. Công nghiệp xây dựng 45,1%. Thương mại, dịch vụ 36,5%."
    headed = (pl.col("last_share") > pl.col("last_line_start")).fill_null(False)
    listed = _sums_of_sectors(quantities.filter(silent_or_share & headed), by="last_share")
    listed = listed.filter((pl.col("total") - 100).abs() <= _ROUNDING)
    if parts.is_empty() and listed.is_empty():
        return quantities
    of_whole = silent & pl.col("last_sentence").is_in(parts["last_sentence"].implode())
    of_whole |= silent & headed & pl.col("last_share").is_in(listed["last_share"].implode())
    return quantities.with_columns(
        measure=pl.when(of_whole).then(pl.lit("share")).otherwise("measure"),
        heir=pl.col("heir") & ~of_whole,
        inherited_down=pl.col("inherited_down") & ~of_whole,
    )


def with_parts_of_an_amount(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "... đạt 9.100 tỷ đồng. Công nghiệp góp 6.100 tỷ, dịch vụ 3.000 tỷ": amounts of different sectors that add up
    to the output told before are its parts, whatever the verb."""
    money = pl.col("dimension") == "money"
    output = money & (pl.col("indicator_id") == "gross_output") & (pl.col("measure") == "level")
    silent = (
        money
        & (pl.col("indicator_role") == "indicator_sector")
        & pl.col("measure").is_null()
        & pl.col("reason").is_null()
    ).fill_null(False)
    told = quantities.filter(silent | output).select(
        "document", "last_sentence", "indicator_id", "value", silent=silent
    )
    wholes = pl.when(~pl.col("silent")).then("value").forward_fill().over("document")
    sums = _sums_of_sectors(told.with_columns(whole=wholes).filter("silent"), pl.col("whole").first())
    parts = sums.filter((pl.col("total") / pl.col("whole") - 1).abs() * 100 <= _ROUNDING)
    if parts.is_empty():
        return quantities
    of_whole = silent & pl.col("last_sentence").is_in(parts["last_sentence"].implode())
    return quantities.with_columns(measure=pl.when(of_whole).then(pl.lit("level")).otherwise("measure"))


def _sums_of_sectors(figures: pl.DataFrame, *more: pl.Expr, by: str = "last_sentence") -> pl.DataFrame:
    """`by`, total and `more`: of sentences with figures of two or more sectors, each with one."""
    sums = figures.group_by(by).agg(
        *more, total=pl.col("value").sum(), n=pl.len(), n_sectors=pl.col("indicator_id").n_unique()
    )
    return sums.filter((pl.col("n") >= 2) & (pl.col("n") == pl.col("n_sectors")))
