"""Cells: the cells of tables and of the lines above them, and what each of them names.

Not here: which head and label a figure stands under (`heads`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold, fold_pattern
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.periods import WRITTEN
from dagster_project.extraction.mentions.stream import mention_stream
from dagster_project.extraction.surroundings.context import resolve_context

_SEPARATOR = r"\t+| *\| *| {2,}"
_SLASH = " / "  # where nothing else separates: "Quận Hà Đông / 5.127 / 71,8"
_NUMBER_CELL = r"^[+-]? ?[0-9][0-9.,]*(?: [0-9]{3})* ?%?$"
_CAPTION_LINES = 3


PERIOD = ["form", *WRITTEN]
_OF_A_LAW = fold_pattern(
    "(?:luật|bộ luật|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|tờ trình)[^;,.]{0,60}$"
)
_UNIT_LABEL = fold_pattern(r"(?:đơn vị(?: tính)?|đvt) ?:? ?")


def split_cells(lines: pl.DataFrame) -> pl.DataFrame:
    """table, line, column, cell, text, folded, start (bytes in the line), is_number, in_head."""
    follows = (pl.col("line") == pl.col("line").shift(1) + 1) & (
        pl.col("document") == pl.col("document").shift(1)
    )
    text = pl.col("text").str.replace_all("\x01", " ", literal=True)
    slashed = ~text.str.contains(_SEPARATOR)
    split = (
        lines.with_columns(table=(~follows.fill_null(False)).cum_sum().cast(pl.UInt32))
        .select(
            "table",
            "document",
            "line",
            marked=pl.when(slashed)
            .then(text.str.replace_all(_SLASH, "\x01", literal=True))
            .otherwise(text.str.replace_all(_SEPARATOR, "\x01")),
            found=pl.when(slashed)
            .then(text.str.extract_all(_SLASH))
            .otherwise(text.str.extract_all(_SEPARATOR)),
        )
        .with_columns(
            text=pl.col("marked").str.split("\x01"),
            found=pl.concat_list(pl.lit([""], pl.List(pl.String)), "found"),
        )
        .explode("text", "found")
    )
    width = pl.col("text").str.len_bytes().cast(pl.Int64) + pl.col("found").str.len_bytes().cast(pl.Int64)
    cells = split.with_columns(
        column=pl.int_range(pl.len(), dtype=pl.Int32).over("line"),
        start=(width.cum_sum().over("line") - pl.col("text").str.len_bytes().cast(pl.Int64)),
        is_number=pl.col("text").str.strip_chars().str.contains(_NUMBER_CELL),
    ).with_row_index("cell")
    # a head's own years ("2021 | 2022") are no figures
    figures = (
        (pl.col("is_number") & ~pl.col("text").str.strip_chars().str.contains("^(?:19|20)[0-9]{2}$"))
        .sum()
        .over("line")
    )
    cells = cells.with_columns(in_head=figures == 0)
    return cells.with_columns(folded=fold(cells["text"]))


def caption_cells(article: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """table, cell, text, folded: the lines right above each table, nearest last."""
    first = lines.filter(
        ~(
            (pl.col("line") == pl.col("line").shift(1) + 1)
            & (pl.col("document") == pl.col("document").shift(1))
        ).fill_null(False)
    )
    first = first.select("document", first_line="line").with_row_index("table", offset=1)
    above = first.with_columns(
        line=pl.int_ranges(pl.col("first_line") - _CAPTION_LINES, pl.col("first_line"), dtype=pl.Int32)
    ).explode("line")
    return (
        above.join(
            article.select("line", "document", "text", "folded", "role_of_line"),
            on=["line", "document"],
            how="inner",
        )
        .sort("table", "line")
        .select(
            "table",
            cell=pl.int_range(pl.len(), dtype=pl.UInt32) + 1_000_000_000,
            text="text",
            folded="folded",
        )
    )


def cell_meanings(cells: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """For each cell what it names: indicator, district, unit, factor, dimension, and the parts of a period."""
    numbered = (
        cells.with_columns(document=pl.lit(0, pl.UInt32), role_of_line=pl.lit("body"))
        .with_row_index("row")
        .with_columns(line=pl.col("row").cast(pl.Int32))
    )
    numbered = numbered.with_columns(
        base=(pl.col("text").str.len_bytes().cast(pl.Int64) + 2).cum_sum()
        - pl.col("text").str.len_bytes().cast(pl.Int64)
        - 2
    )
    stream, _, period_spans = mention_stream(numbered, vocabulary)
    stream = resolve_context(
        stream.with_row_index("row").with_columns(
            opens_line=pl.col("role") == "sentence",
            document=pl.lit(0, pl.UInt32),
            role_of_line=pl.lit("body"),
            counts_targets=pl.lit(False),
            is_percent=pl.lit(False),
        )
    )
    named = pl.col("role").is_in(["indicator_strong", "indicator_narrow", "indicator_sector"])
    district = pl.col("role").is_in(["district", "district_bare"]) & (pl.col("capital") | True)
    by_cell = stream.group_by("line").agg(
        indicator=pl.col("value").filter(named).first(),
        forced=pl.col("measure").filter(named).first(),
        district=pl.col("value").filter(district).first(),
        elsewhere=(pl.col("role").is_in(["place_city", "place_other"])).any(),
        labelled=pl.col("role").is_in(["indicator_other"]).any(),
    )
    units = "|".join(
        word.replace(".", r"\.")
        for word in sorted(vocabulary.units["written"], key=lambda word: -len(word.encode()))
    )
    unit = pl.coalesce(
        pl.col("folded").str.extract(rf"^ ?({units}) ?$"),
        pl.col("folded").str.extract(
            rf"(?:[(,/] ?|{_UNIT_LABEL})((?:(?:nghìn|ngàn|triệu|vạn) )?(?:{units}))(?:[^a-zà-ỹđ]|$)"
        ),
        pl.col("folded").str.extract(r"(%)"),
    )
    # "Căn cứ Luật Đầu tư công năm 2019; Nghị quyết ngày 21/12/2021, ... kết quả 9 tháng năm 2022 như sau:"
    of_a_law = pl.col("before").str.contains(_OF_A_LAW) | (pl.col("form") == "day")
    periods = (
        period_spans.sort("line", of_a_law, "start")
        .unique("line", keep="first", maintain_order=True)
        .select("line", *PERIOD)
    )
    return (
        numbered.with_columns(unit_written=unit)
        .join(by_cell, on="line", how="left")
        .join(periods, on="line", how="left")
        .select("cell", "indicator", "forced", "district", "elsewhere", "labelled", "unit_written", *PERIOD)
    )
