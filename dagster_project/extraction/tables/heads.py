"""Heads: the column's head, the row's label and the caption of each figure in a table, and the period they name.

Not here: what they make of the figure (`says`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.periods import resolve
from dagster_project.extraction.tables.cells import PERIOD
from dagster_project.extraction.tables.words import PLAN, RATIO, SAME, YEAR_BEFORE

_NOUN = fold_pattern(
    "^ *(?:tổng số|(?:tổng )?(?:số (?:trường|xã|hộ|dân|lớp|học sinh|cơ sở|đơn vị|thôn|người|công trình|thửa|hồ sơ)|"
    "diện tích|dân số|quy mô)) "
)
# "Tổng giá trị sản xuất", and below it "- Công nghiệp", "- Xây dựng": the output of these
_OUTPUT_ROWS = {
    fold_pattern(f"^[-+* ]*(?:trong đó:? ?)?(?:ngành |khu vực )?(?:{name})(?: \\([^)]*\\))? *$"): indicator
    for name, indicator in {
        "công nghiệp(?:,| -| và)+ xây dựng": "gross_output_industry_construction",
        "công nghiệp": "gross_output_industry",
        "xây dựng": "gross_output_construction",
        "thương mại(?:,| -| và)+ dịch vụ|dịch vụ": "gross_output_trade_services",
        "nông nghiệp|nông(?:,| -)+ lâm(?:,| -| và)+ (?:ngư nghiệp|thủy sản|thuỷ sản)": "gross_output_agriculture",
    }.items()
}
_NAMED = ["indicator", "forced", "district", "unit_written", *PERIOD]


def with_heads(cells: pl.DataFrame, captions: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """One row for each figure, with what its column's head (head_*), its row's label (label_*) and the lines above
    (caption_*) name, head_is_ratio, heads_plan (one of the heads names a plan), rows_name and heads_name (Boolean:
    districts), and its period.

    cells, captions: as `cells` makes them, each with its meaning; dates: document, dated_on, document_year
    """
    head, label, caption = _heads(cells), _labels(cells), _captions(captions)
    districts = cells.group_by("table").agg(
        rows_name=(~pl.col("in_head") & pl.col("district").is_not_null()).any(),
        heads_name=(pl.col("in_head") & pl.col("district").is_not_null()).any(),
    )
    # a bar before the first cell leaves nothing to its left
    filled = pl.when(pl.col("text").str.strip_chars() != "").then("column").min().over("line")
    figures = (
        cells.with_columns(is_first=(pl.col("column") == filled).fill_null(False))
        .filter(
            pl.col("is_number")
            & ~pl.col("in_head")
            & ~(pl.col("is_first") & pl.col("text").str.contains("^ ?[0-9]{1,2} ?$"))
        )
        .select("table", "document", "line", "column", "text", "start")
        .join(head, on=["table", "column"], how="left")
        .join(label, on="line", how="left")
        .join(caption, on="table", how="left")
        .join(districts, on="table", how="left")
        .join(dates, on="document", how="left")
        .sort("line", "column")
    )
    return _with_periods(figures)


def _heads(cells: pl.DataFrame) -> pl.DataFrame:
    head = (
        cells.filter("in_head")
        .sort("line", "column")
        .group_by("table", "column")
        .agg(
            pl.col(_NAMED).drop_nulls().first().name.prefix("head_"),
            head_text=pl.col("folded").str.join(" "),
        )
    )
    text, is_ratio = pl.col("head_text"), pl.col("head_text").str.contains(RATIO)
    # "Doanh nghiệp mới | So cùng kỳ (%)": a head that only compares is of the column to its left
    only_compares = pl.col("head_indicator").is_null() & (
        text.str.contains(f"{PLAN}|{SAME}|{YEAR_BEFORE}") | is_ratio
    )
    left = pl.when(pl.col("column") - 1 == pl.col("column").shift(1)).then(
        pl.col("head_indicator").forward_fill().shift(1)
    )
    # "Tổng số trường | Trường đạt chuẩn": beside a column that is named, another noun is not what the caption names
    other_noun = (
        pl.col("head_indicator").is_null()
        & ~only_compares
        & text.str.contains(_NOUN)
        & pl.col("head_form").is_null()
        & (pl.col("head_indicator").is_not_null() & (pl.col("column") > 0)).any().over("table")
    )
    return head.sort("table", "column").with_columns(
        head_indicator=pl.when(only_compares).then(left.over("table")).otherwise("head_indicator"),
        head_is_other=other_noun,
        head_is_ratio=is_ratio,
        heads_plan=text.str.contains(PLAN).any().over("table"),
    )


def _labels(cells: pl.DataFrame) -> pl.DataFrame:
    labels = (
        cells.filter(~pl.col("in_head") & ~pl.col("is_number"))
        .sort("column")
        .group_by("line")
        .agg(
            pl.col("table").first(),
            pl.col(_NAMED).drop_nulls().first().name.prefix("label_"),
            label_text=pl.col("folded").str.join(" "),
            label_elsewhere=pl.col("elsewhere").any(),
        )
        .sort("line")
    )
    below_output = (
        pl.col("label_indicator")
        .forward_fill()
        .over("table")
        .str.starts_with("gross_output")
        .fill_null(False)
    )
    sector = pl.coalesce(
        *(
            pl.when(pl.col("label_text").str.contains(pattern)).then(pl.lit(name))
            for pattern, name in _OUTPUT_ROWS.items()
        )
    )
    of_output = pl.when(below_output).then(sector)
    return labels.with_columns(label_indicator=pl.coalesce("label_indicator", of_output)).drop("table")


def _captions(captions: pl.DataFrame) -> pl.DataFrame:
    return captions.group_by("table", maintain_order=True).agg(
        pl.col("indicator", "forced", "unit_written", "year").drop_nulls().last().name.prefix("caption_"),
        *(pl.col(name).filter(pl.col("form") != "day").last().alias(f"caption_{name}_of") for name in PERIOD),
        caption_text=pl.col("folded").str.join(" "),
        caption_nearest=pl.col("folded").last(),
    )


def _with_periods(figures: pl.DataFrame) -> pl.DataFrame:
    known = pl.coalesce("head_form", "label_form", "caption_form_of")
    source = (
        pl.when(pl.col("head_form").is_not_null())
        .then(pl.lit("head"))
        .when(pl.col("label_form").is_not_null())
        .then(pl.lit("label"))
        .otherwise(pl.lit("caption"))
    )
    figures = figures.with_columns(source=source).with_columns(
        form=known,
        **{
            name: pl.when(pl.col("source") == "head")
            .then(f"head_{name}")
            .when(pl.col("source") == "label")
            .then(f"label_{name}")
            .otherwise(f"caption_{name}_of")
            for name in PERIOD
            if name != "form"
        },
    )
    # "so cùng kỳ năm 2023" in a head names the base: the period is the caption's
    base = pl.col("head_text").str.contains(f"{SAME}|{YEAR_BEFORE}").fill_null(False) & (
        pl.col("source") == "head"
    )
    figures = figures.with_columns(
        pl.when(base).then(f"caption_{name}_of").otherwise(name).alias(name) for name in PERIOD
    )
    return figures.with_columns(**resolve(pl.coalesce("caption_year", "document_year")))
