"""Small tables copied as text: a figure takes its meaning from its row, its column's head and the lines above.

A cell is searched as a line is, so the same vocabulary serves. Not here: bulleted lists, which are read as prose.
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold, fold_pattern
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.periods import WRITTEN, resolve
from dagster_project.extraction.mentions.quantities import parse_numbers
from dagster_project.extraction.mentions.stream import mention_stream
from dagster_project.extraction.surroundings.context import resolve_context

_SEPARATOR = r"\t+| *\| *| {2,}"
_NUMBER_CELL = r"^[+-]? ?[0-9][0-9.,]*(?: [0-9]{3})* ?%?$"
_CAPTION_LINES = 3


_PLAN = fold_pattern("dự toán|kế hoạch|chỉ tiêu|% kh|so kh|so với kh|/kh|% dt|so dt|/dt")
_CITY = fold_pattern("thành phố|tp")
_DISTRICT = fold_pattern("quận giao|huyện giao|thị xã giao|hđnd")
_CENTRAL = fold_pattern("trung ương|tw")
_SAME = fold_pattern("cùng kỳ|cùng kì|% ck|so ck|/ck")
_YEAR_BEFORE = fold_pattern("năm trước|so với năm|so năm|/năm 20")
_CHANGE = fold_pattern("tăng|giảm|tốc độ")
_SHARE = fold_pattern("tỷ trọng|cơ cấu|tỷ lệ so")
_ESTIMATE, _TARGET = fold_pattern("ước"), fold_pattern("kế hoạch|mục tiêu|dự toán|chỉ tiêu")
_UNIT_LABEL = fold_pattern(r"(?:đơn vị(?: tính)?|đvt) ?:? ?")


def table_figures(article: pl.DataFrame, vocabulary: Vocabulary, dates: pl.DataFrame) -> pl.DataFrame:
    """The figures of tables, bound.

    article: the lines with line_in_document, role_of_line; dates: document, dated_on, document_year
    Returns document, line, start, end (Int64, bytes in the line), value, unit, decimals, district (String: a
    district_id, "other", or null where the table names none), indicator_id, measure, basis, status, period_start,
    period_end (null where the table names none), reason (String, null where the cell is bound).
    """
    lines = article.filter(pl.col("role_of_line") == "table_row")
    if lines.is_empty():
        return pl.DataFrame(schema=_SCHEMA)
    cells = _cells(lines)
    captions = _captions(article, lines)
    meanings = _meanings(
        pl.concat([cells.select("cell", "text", "folded"), captions.select("cell", "text", "folded")]),
        vocabulary,
        dates,
    )
    return _bound(
        cells.join(meanings, on="cell", how="left"),
        captions.join(meanings, on="cell", how="left"),
        vocabulary,
        dates,
    )


_SCHEMA = {
    "document": pl.UInt32,
    "line": pl.Int32,
    "start": pl.Int64,
    "end": pl.Int64,
    "value": pl.Float64,
    "unit": pl.String,
    "decimals": pl.Int8,
    "district": pl.String,
    "indicator_id": pl.String,
    "measure": pl.String,
    "basis": pl.String,
    "status": pl.String,
    "period_start": pl.Date,
    "period_end": pl.Date,
    "reason": pl.String,
}


def _cells(lines: pl.DataFrame) -> pl.DataFrame:
    """table, line, column, cell, text, folded, start (bytes in the line), is_number, in_head."""
    follows = (pl.col("line") == pl.col("line").shift(1) + 1) & (
        pl.col("document") == pl.col("document").shift(1)
    )
    split = (
        lines.with_columns(table=(~follows.fill_null(False)).cum_sum().cast(pl.UInt32))
        .select(
            "table",
            "document",
            "line",
            marked=pl.col("text")
            .str.replace_all("\x01", " ", literal=True)
            .str.replace_all(_SEPARATOR, "\x01"),
            found=pl.col("text").str.replace_all("\x01", " ", literal=True).str.extract_all(_SEPARATOR),
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


def _captions(article: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
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


def _meanings(cells: pl.DataFrame, vocabulary: Vocabulary, dates: pl.DataFrame) -> pl.DataFrame:
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
        pl.col("folded").str.extract(
            rf"(?:[(,/] ?|{_UNIT_LABEL})((?:(?:nghìn|ngàn|triệu|vạn) )?(?:{units}))(?:[^a-zà-ỹđ]|$)"
        ),
        pl.col("folded").str.extract(rf"^ ?({units}) ?$"),
        pl.col("folded").str.extract(r"(%)"),
    )
    periods = period_spans.unique("line", keep="first").select("line", *_PERIOD)
    return (
        numbered.with_columns(unit_written=unit)
        .join(by_cell, on="line", how="left")
        .join(periods, on="line", how="left")
        .select("cell", "indicator", "forced", "district", "elsewhere", "labelled", "unit_written", *_PERIOD)
    )


_PERIOD = ["form", *WRITTEN]
_NAMED = ["indicator", "forced", "district", "unit_written", *_PERIOD]


def _bound(
    cells: pl.DataFrame, captions: pl.DataFrame, vocabulary: Vocabulary, dates: pl.DataFrame
) -> pl.DataFrame:
    head = (
        cells.filter("in_head")
        .sort("line", "column")
        .group_by("table", "column")
        .agg(
            pl.col(_NAMED).drop_nulls().first().name.prefix("head_"),
            head_text=pl.col("folded").str.join(" "),
        )
    )
    # "Doanh nghiệp mới | So cùng kỳ (%)": a head that only compares is of the column to its left
    only_compares = pl.col("head_indicator").is_null() & pl.col("head_text").str.contains(
        f"{_PLAN}|{_SAME}|{_YEAR_BEFORE}"
    )
    left = pl.when(pl.col("column") - 1 == pl.col("column").shift(1)).then(
        pl.col("head_indicator").forward_fill().shift(1)
    )
    head = head.sort("table", "column").with_columns(
        head_indicator=pl.when(only_compares).then(left.over("table")).otherwise("head_indicator")
    )
    label = (
        cells.filter(~pl.col("in_head") & ~pl.col("is_number"))
        .sort("column")
        .group_by("line")
        .agg(
            pl.col(_NAMED).drop_nulls().first().name.prefix("label_"),
            label_text=pl.col("folded").str.join(" "),
            label_elsewhere=pl.col("elsewhere").any(),
        )
    )
    caption = captions.group_by("table", maintain_order=True).agg(
        pl.col("indicator", "forced", "unit_written", "year").drop_nulls().last().name.prefix("caption_"),
        *(
            pl.col(name).filter(pl.col("form") != "day").last().alias(f"caption_{name}_of")
            for name in _PERIOD
        ),
        caption_text=pl.col("folded").str.join(" "),
    )
    districts = cells.group_by("table").agg(
        rows_name=(~pl.col("in_head") & pl.col("district").is_not_null()).any(),
        heads_name=(pl.col("in_head") & pl.col("district").is_not_null()).any(),
    )
    figures = (
        cells.filter(
            pl.col("is_number")
            & ~pl.col("in_head")
            & ~((pl.col("column") == 0) & pl.col("text").str.contains("^ ?[0-9]{1,2} ?$"))
        )
        .select("table", "document", "line", "column", "text", "start")
        .join(head, on=["table", "column"], how="left")
        .join(label, on="line", how="left")
        .join(caption, on="table", how="left")
        .join(districts, on="table", how="left")
        .join(dates, on="document", how="left")
        .sort("line", "column")
    )
    return _measured(_with_periods(figures), vocabulary)


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
            for name in _PERIOD
            if name != "form"
        },
    )
    # "so cùng kỳ năm 2023" in a head names the base: the period is the caption's
    base = pl.col("head_text").str.contains(f"{_SAME}|{_YEAR_BEFORE}").fill_null(False) & (
        pl.col("source") == "head"
    )
    figures = figures.with_columns(
        pl.when(base).then(f"caption_{name}_of").otherwise(name).alias(name) for name in _PERIOD
    )
    return figures.with_columns(**resolve(pl.coalesce("caption_year", "document_year")))


def _measured(figures: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    text = pl.concat_str(pl.col("head_text").fill_null(""), pl.lit(" "), pl.col("label_text").fill_null(""))
    head = pl.col("head_text").fill_null("")
    percent = text.str.contains("%|tỷ lệ") | (pl.coalesce("head_unit_written", "label_unit_written") == "%")
    plan, same = head.str.contains(_PLAN), head.str.contains(f"{_SAME}|{_YEAR_BEFORE}")
    compares = head.str.contains(fold_pattern("%|so |so với|đạt|tỷ lệ"))
    planned = plan & ~compares & (pl.col("period_end") > pl.col("dated_on")).fill_null(False)
    change = text.str.contains(_CHANGE)
    indicator = pl.coalesce("label_indicator", "head_indicator", "caption_indicator")
    rate = indicator.is_in(["poverty_rate", "health_insurance_coverage", "military_recruitment_rate"])
    measure = (
        pl.when(plan & compares)
        .then(pl.lit("plan_attainment"))
        .when(same & compares)
        .then(pl.lit("growth"))
        .when(plan & ~planned)
        .then(None)
        .when(rate)
        .then(pl.lit("level"))
        .when(percent & text.str.contains(_SHARE))
        .then(pl.lit("share"))
        .when(percent & (change | (pl.coalesce("label_forced", "head_forced") == "growth")))
        .then(pl.lit("growth"))
        .when(percent)
        .then(None)
        .otherwise(pl.lit("level"))
    )
    written = pl.coalesce("label_unit_written", "head_unit_written", "caption_unit_written")
    figures = figures.with_columns(
        indicator_id=indicator, measure=measure, text_of=text, planned=planned
    ).with_columns(
        unit_written=pl.when(pl.col("measure").is_in(["growth", "plan_attainment", "share"]))
        .then(pl.lit("%"))
        .when(pl.col("indicator_id").is_in(["poverty_rate", "health_insurance_coverage"]))
        .then(pl.lit("%"))
        .otherwise(written)
    )
    written_length = pl.col("text").str.strip_chars_end().str.len_bytes().cast(pl.Int64)
    figures = parse_numbers(
        figures.with_columns(written_length=written_length, signed=pl.col("text").str.contains("^ *[+-]")),
        vocabulary,
    )
    value = (
        pl.when(
            (pl.col("measure") == "growth") & ~pl.col("text_of").str.contains(_CHANGE) & ~pl.col("signed")
        )
        .then((pl.col("value") - 100).round(6))
        .otherwise("value")
    )
    basis = (
        pl.when(pl.col("measure") == "plan_attainment")
        .then(
            pl.when(head.str.contains(_DISTRICT))
            .then(pl.lit("district"))
            .when(head.str.contains(_CENTRAL))
            .then(pl.lit("central"))
            .when(head.str.contains(_CITY))
            .then(pl.lit("city"))
            .otherwise(pl.lit("plan"))
        )
        .when(pl.col("measure") == "growth")
        .then(
            pl.when(head.str.contains(_SAME))
            .then(pl.lit("same_period"))
            .when(head.str.contains(_YEAR_BEFORE))
            .then(pl.lit("previous_year"))
        )
    )
    named = pl.coalesce("label_district", "head_district")
    district = (
        pl.when(named.is_not_null())
        .then(named)
        .when(pl.col("label_elsewhere").fill_null(False) | pl.col("rows_name") | pl.col("heads_name"))
        .then(pl.lit("other"))
    )
    no_unit = pl.col("unit").is_null()
    reason = (
        pl.when(pl.col("indicator_id").is_null())
        .then(pl.lit("unknown_indicator"))
        .when(pl.col("measure").is_null())
        .then(pl.lit("unclear_measure"))
        .when(district == "other")
        .then(pl.lit("other_place"))
        .when(no_unit)
        .then(pl.lit("unknown_unit"))
    )
    status = (
        pl.when(pl.col("planned"))
        .then(pl.lit("target"))
        .when(head.str.contains(_ESTIMATE))
        .then(pl.lit("estimate"))
        .otherwise(pl.lit("actual"))
    )
    return figures.with_columns(
        end=pl.col("start") + pl.col("written_length"),
        value=value,
        basis=basis,
        district=district,
        reason=reason,
        status=status,
    ).select(pl.col(name).cast(kind) for name, kind in _SCHEMA.items())
