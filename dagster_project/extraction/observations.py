"""From documents to observations: the order of the steps, and the tables that leave the room.

Not here: any rule of the language.
"""

from __future__ import annotations

from dataclasses import dataclass

import dataframely as dy
import polars as pl

from dagster_project.extraction import (
    binding,
    context,
    counted,
    measures,
    neighbours,
    places,
    runs,
    tables,
    targets,
    timing,
)
from dagster_project.extraction.folding import fold_words
from dagster_project.extraction.mentions import article_lines, mention_stream
from dagster_project.extraction.schemas import Observation, UnplacedQuantity
from dagster_project.extraction.vocabulary import Vocabulary

RIGHT_BEHIND = r"^ ?\((?:quận |huyện |thị xã )?[^0-9,;)]*\)"  # "5.606 tỷ đồng (quận Hà Đông)"
# "... mức bình quân 85,6% của toàn thành phố"
OF_ANOTHER = fold_words([r"^ ?(?:của|ở) (?:toàn )?(?:thành phố|tp |hà nội|cả nước|tỉnh|các phường|các xã|các quận|các ban|phường|xã|công ty|doanh nghiệp|cả thành phố)"])[0]
OF_OWN = fold_words([r"^[^,;.]{0,40}(?:của|toàn) (?:quận|huyện|thị xã)"])[0]
NAMED_FIGURE = r"^[^.:0-9]{2,40} {0,2}[:-] {0,2}[0-9][0-9.,]*(?: ?%)?(?: ?[(][^()]{1,30}[)])?[.;]?$"
ARTICLE_ROLES = ("title", "lead", "heading", "body", "list_item", "table_row")


@dataclass(frozen=True)
class Extraction:
    """What one batch of documents says, and the quantities that no rule could place."""

    observations: dy.DataFrame[Observation]
    unplaced: dy.DataFrame[UnplacedQuantity]


def extract(documents: pl.DataFrame, lines: pl.DataFrame, vocabulary: Vocabulary) -> Extraction:
    """Extract the observations of many documents at once.

    documents: document_id, text (String), event_on, published_on (Date, null)
    lines: document_id, line_number (Int32), char_start (Int32), role (String)
    """
    article = _with_line_facts(article_lines(documents, lines, ARTICLE_ROLES))
    if article.is_empty():
        return Extraction(Observation.create_empty(), UnplacedQuantity.create_empty())
    numbered = documents.with_row_index("document")
    stream, quantity_spans, period_spans = mention_stream(article.filter(pl.col("role_of_line") != "table_row"), vocabulary)
    stream = _with_stream_facts(stream, article, quantity_spans)
    stream = timing.mark_periods(context.resolve_context(stream))
    dates = timing.document_dates(numbered, stream, period_spans, article)
    stream = places.mark_places(stream, article, dates)
    period_rows = timing.period_rows(stream, period_spans, article, dates)
    stream = _with_next_quantity(stream.drop("governs").join(period_rows.select("row", "governs"), on="row", how="left", maintain_order="left").with_columns(pl.col("governs").fill_null(False)))
    around = _quantity_rows(stream, quantity_spans, article, dates)
    around = around.join(timing.default_periods(period_rows, dates), on="document", how="left", maintain_order="left")
    around = around.with_columns(base_year=_base_year(around, period_rows))
    around = timing.with_periods(around, stream, period_rows)
    bound = binding.bind(counted.with_counted(around), stream, vocabulary)
    bound = bound.with_columns(plan_amount=_names_a_plan(bound, stream))
    measured = pl.concat(
        [
            measures.with_measures(bound.filter(pl.col("dimension").ne_missing("target"))),
            targets.count_targets(bound.filter(pl.col("dimension") == "target")),
        ],
        how="diagonal_relaxed",
    ).sort("row")
    timed = timing.with_status(measured, stream)
    districts = places.document_districts(stream, article)
    placed = _with_district(timed, stream, districts)
    evidence = _with_evidence(placed, stream, numbered, article)
    figures = tables.table_figures(article, vocabulary, dates)
    if not figures.is_empty():
        defaults = timing.default_periods(period_rows, dates)
        evidence = pl.concat([evidence, _table_evidence(figures, districts, defaults, numbered, article)], how="diagonal_relaxed")
    return _results(evidence, vocabulary)


def _with_line_facts(article: pl.DataFrame) -> pl.DataFrame:
    first = pl.col("document") != pl.col("document").shift(1).fill_null(2**32 - 1)
    # "Thường Tín: 355" on a line of its own is an item of a list, whatever the page made of it
    item = pl.col("role").is_in(["heading", "body"]) & pl.col("folded").str.contains(NAMED_FIGURE)
    return article.with_columns(
        role_of_line=pl.when(item).then(pl.lit("list_item")).otherwise("role"), line_in_document=pl.col("line") - pl.when(first).then("line").forward_fill()
    )


def _with_stream_facts(stream: pl.DataFrame, article: pl.DataFrame, spans: pl.DataFrame) -> pl.DataFrame:
    """row, opens_line, inside (a parenthesis), in_quantity, all_capitals, names_unit, heads_sentence."""
    role, pos = pl.col("role"), pl.col("pos")
    line, item = stream["line"], stream["item"]
    stream = stream.with_row_index("row").with_columns(
        role_of_line=article["role_of_line"].gather(line),
        document=article["document"].gather(line),
        is_times=(spans["dimension"] == "times").gather(item),
        counts_targets=(spans["dimension"] == "target").gather(item),
    )
    sentence = pl.when(role == "sentence").then(pl.col("row")).forward_fill()
    opened = pl.when((role == "punct") & (pl.col("value") == "(")).then("row").forward_fill()
    closed = pl.when((role == "punct") & (pl.col("value") == ")")).then("row").forward_fill()
    quantity_end = pl.when(role == "quantity").then("end").forward_fill().shift(1)
    return stream.with_columns(
        opens_line=(role == "sentence") & (pl.col("line") != pl.col("line").shift(1).fill_null(-1)),
        inside=((opened > sentence) & ((closed < opened) | closed.is_null())).fill_null(False),
        in_quantity=(quantity_end > pos).fill_null(False),
        all_capitals=pl.lit(False),
        names_unit=pl.col("end") - pos <= 11,
        heads_sentence=((sentence == pl.col("row") - 1) & (pos - pl.col("end").shift(1) <= 2)).fill_null(False),
        after_times=(pl.col("is_times").shift(1)).fill_null(False),
        is_place=pl.lit(False),
        near_head=(pl.col("row") - sentence <= 3).fill_null(False),
    )


def _with_next_quantity(stream: pl.DataFrame) -> pl.DataFrame:
    following = pl.when(pl.col("role") == "quantity").then("row").backward_fill()
    return stream.with_columns(next_quantity=following)


def _quantity_rows(stream: pl.DataFrame, spans: pl.DataFrame, article: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    around = neighbours.neighbours(stream)
    around = around.join(
        spans.select("item", "value", "unit", "dimension", "decimals", "bound", "part", "before", "tail",
                     unit_length=pl.col("end") - pl.col("number_end")), on="item", how="left", maintain_order="left",
    ).join(article.select("line", "document", "role_of_line", "line_in_document", "folded"), on="line", how="left", maintain_order="left")  # fmt: skip
    around = runs.with_runs(_with_own_text(around))
    line_of_last = stream["line"].gather(around["last_indicator"], null_on_oob=True)
    return around.join(dates, on="document", how="left", maintain_order="left").with_columns(
        number_pos=pl.col("pos"),
        clause_behind=_clause_behind(),
        line_gap=pl.col("line") - line_of_last,
        indicator_line_role=stream["role_of_line"].gather(around["last_indicator"], null_on_oob=True),
        last_quantity_dimension=pl.col("dimension").shift(1),
        last_cue_role=stream["role"].gather(around["last_cue"], null_on_oob=True),
        last_cue_value=stream["value"].gather(around["last_cue"], null_on_oob=True),
        last_direction_value=stream["value"].gather(around["last_direction"], null_on_oob=True),
    )


def _with_own_text(around: pl.DataFrame) -> pl.DataFrame:
    """tail and before cut at the neighbouring quantities: a number in words ends them as digits do."""
    same_next, same_previous = pl.col("line") == pl.col("line").shift(-1), pl.col("line") == pl.col("line").shift(1)
    gap_behind = pl.when(same_next).then(pl.col("pos").shift(-1) - pl.col("end"))
    gap_ahead = pl.when(same_previous).then(pl.col("pos") - pl.col("end").shift(1))
    tail, before = pl.col("tail").cast(pl.Binary), pl.col("before").cast(pl.Binary)
    long_tail = (gap_behind >= 0) & (gap_behind < pl.col("tail").str.len_bytes())
    long_before = (gap_ahead >= 0) & (gap_ahead < pl.col("before").str.len_bytes())
    return around.with_columns(
        tail=pl.when(long_tail).then(tail.bin.slice(0, gap_behind)).otherwise(tail).cast(pl.String),
        before=pl.when(long_before).then(before.bin.slice(pl.col("before").str.len_bytes().cast(pl.Int64) - gap_ahead)).otherwise(before).cast(pl.String),
    )


def _clause_behind() -> pl.Expr:
    """The text behind a quantity up to the end of its sentence or a semicolon, over the quantities that follow."""
    following = pl.col("tail").shift(-1).fill_null("")
    same_line = pl.col("line") == pl.col("line").shift(-1)
    ended = pl.col("tail").str.contains(r"[;.]")
    return pl.when(same_line.fill_null(False) & ~ended).then(pl.concat_str("tail", following)).otherwise("tail").str.extract(
        r"^([^;.]*)"
    ).fill_null("")


def _base_year(around: pl.DataFrame, period_rows: pl.DataFrame) -> pl.Series:
    years = period_rows.select(next_any_period="row", base_year=pl.col("period_end").dt.year())
    return around.join(years, on="next_any_period", how="left", maintain_order="left")["base_year"]


def _names_a_plan(bound: pl.DataFrame, stream: pl.DataFrame) -> pl.Series:
    """Of a level: it is the plan's own amount ("dự toán giao 6.617 tỷ đồng"), not what came of it."""
    plan_end = stream["end"].gather(bound["last_plan"], null_on_oob=True)
    start = pl.max_horizontal("last_quantity", "last_sentence", "last_semicolon").fill_null(0)
    plan, indicator = pl.col("last_plan"), pl.col("indicator_row")
    heads_indicator = plan == indicator - 1
    own = (plan > indicator) & ((plan != pl.col("last_quantity") + 1) | pl.col("last_quantity").is_null()) & (pl.col("pos") - pl.lit(plan_end) <= 40)
    said = (pl.col("last_cue") < plan) | pl.col("last_cue").is_null() | (pl.col("last_cue_role") == "reach")
    return bound.select(
        ((plan > start) & (heads_indicator | own) & said & (pl.col("source") != "itself")).fill_null(False)
        | (pl.col("part") == "denominator").fill_null(False)
    ).to_series()


def _with_district(timed: pl.DataFrame, stream: pl.DataFrame, districts: pl.DataFrame) -> pl.DataFrame:
    """district_id, district_from; or reason other_place, no_district."""
    names = stream.filter(pl.col("is_place") & ~pl.col("place").is_in(["generic", "ward", "city", "other"])).select(
        "row", "place", "line", "locative"
    )
    timed = timed.with_columns(
        nearest=stream["place"].gather(timed["last_place"], null_on_oob=True),
        nearest_locative=stream["locative"].gather(timed["last_place"], null_on_oob=True),
        nearest_heads=stream["near_head"].gather(timed["last_place"], null_on_oob=True),
        nearest_pos=stream["pos"].gather(timed["last_place"], null_on_oob=True),
        behind=stream["place"].gather(timed["next_place"], null_on_oob=True),
        behind_pos=stream["pos"].gather(timed["next_place"], null_on_oob=True),
    )
    answer = runs.answered(timed, stream, pl.col("is_place") & ~pl.col("place").is_in(["generic", "ward", "city", "other"]), "last_named", "place")
    timed = timed.with_columns(answer_place=stream["place"].gather(answer, null_on_oob=True))
    current = (
        timed.select("row", "document")
        .join_asof(names.join(stream.select("row", "line"), on="row").select("row", current="place", current_line="line", current_locative="locative"), on="row")
    )
    timed = timed.with_columns(current=current["current"], current_line=current["current_line"], current_locative=current["current_locative"])
    timed = timed.join(districts, on="document", how="left", maintain_order="left")
    first_line = pl.col("line") - pl.col("line_in_document")
    current_here = pl.when(pl.col("current_line") >= first_line).then("current")
    several = pl.col("n_districts") > 1
    article = pl.when(pl.col("from_title")).then("district").when(several & pl.col("elsewhere").not_()).then(pl.coalesce(current_here, "district")).when(several).then(current_here).otherwise("district")
    in_paragraph = pl.when((pl.col("current_line") == pl.col("line")) & ~pl.col("current_locative")).then("current")
    article = pl.when(pl.col("elsewhere")).then(pl.when(several).then(in_paragraph)).otherwise(article)
    in_sentence = pl.col("last_place") > pl.col("last_sentence")
    heads = pl.col("last_place") - pl.col("last_sentence") <= 3
    in_chunk = (heads & in_sentence) | (pl.col("last_place") > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0))
    in_line = pl.col("last_place") > pl.col("last_line_start")
    not_here = pl.col("nearest").is_in(["ward", "city", "other"])
    right_behind = pl.col("tail").str.contains(RIGHT_BEHIND) & (pl.col("behind_pos") - pl.col("end") <= 22) & (
        pl.col("next_place") < pl.col("next_quantity").fill_null(2**31)
    )
    behind_in_sentence = (
        (pl.col("next_place") < pl.col("next_sentence").fill_null(2**31)) & ~in_sentence.fill_null(False) & several
        & (pl.col("next_place") < pl.col("next_quantity").fill_null(2**31))
    )
    of_site = (
        (pl.col("last_site") > pl.max_horizontal("last_comma", "last_quantity", "last_sentence", "last_semicolon"))
        & pl.col("indicator_id").is_in(["tourist_arrivals", "tourism_revenue"])
    ).fill_null(False)
    of_project = (
        (pl.col("last_project") > pl.max_horizontal("last_break", "last_quantity", "last_sentence"))
        & (pl.col("indicator_id") == "public_investment_disbursement")
        & (pl.col("last_project") > pl.col("last_named").fill_null(0))
    ).fill_null(False)
    of_another = of_site | of_project | pl.col("tail").str.contains(OF_ANOTHER) | (
        pl.col("last_quantity_dimension").is_in(["ward", "project", "commune"]) & (pl.col("last_quantity") > pl.max_horizontal("last_break", "last_sentence"))
    ).fill_null(False)
    district = (
        pl.when(pl.col("answer_place").is_not_null()).then("answer_place")
        .when(of_another).then(None)
        .when(right_behind).then("behind")
        .when(in_chunk & not_here & pl.col("tail").str.contains(OF_OWN)).then(article)
        .when(in_chunk & not_here).then(None)
        .when(in_sentence & not_here).then(article)
        .when(in_sentence & (pl.col("nearest") != "generic") & pl.col("elsewhere") & pl.col("nearest_locative")).then(None)
        .when(in_sentence & (pl.col("nearest") != "generic")).then("nearest")
        .when(in_sentence).then(article)
        .when(behind_in_sentence).then("behind")
        .when(in_line & not_here & (pl.col("nearest") != "ward") & pl.col("nearest_heads")).then(None)
        .otherwise(article)
    )  # fmt: skip
    elsewhere = ((in_chunk & not_here & ~right_behind) | of_another).fill_null(False)
    return timed.with_columns(
        district_id=district,
        district_from=pl.when(right_behind | (in_sentence & (pl.col("nearest") != "generic"))).then(pl.lit("sentence")).otherwise(pl.lit("article")),
    ).with_columns(
        reason=pl.when(pl.col("reason").is_null() & pl.col("district_id").is_null())
        .then(pl.when(elsewhere).then(pl.lit("other_place")).otherwise(pl.lit("no_district")))
        .otherwise("reason")
    )


def _table_evidence(figures: pl.DataFrame, districts: pl.DataFrame, defaults: pl.DataFrame, documents: pl.DataFrame, article: pl.DataFrame) -> pl.DataFrame:
    """The figures of tables with their evidence: the whole row of the table is the sentence."""
    raw = pl.col("text").cast(pl.Binary)
    return (
        figures.join(districts.select("document", article_district=pl.when(~pl.col("elsewhere")).then("district")), on="document", how="left")
        .join(defaults, on="document", how="left")
        .join(article.select("line", "text", line_char_start="char_start"), on="line", how="left")
        .join(documents.select("document", "document_id"), on="document", how="left")
        .with_columns(
            value_text=raw.bin.slice(pl.col("start"), pl.col("end") - pl.col("start")).cast(pl.String),
            lead=raw.bin.slice(0, pl.col("start")).cast(pl.String),
            sentence=pl.col("text").str.strip_chars(),
            district_id=pl.coalesce("district", "article_district"),
            period_from=pl.when(pl.col("period_start").is_null()).then(pl.lit("article")).otherwise(pl.lit("clause")),
            period_start=pl.coalesce("period_start", "default_start"),
            period_end=pl.coalesce("period_end", "default_end"),
        )
        .with_columns(
            char_start=pl.col("line_char_start") + pl.col("lead").str.len_chars().cast(pl.Int32),
            sentence_start="line_char_start",
            reason=pl.when(pl.col("reason").is_null() & pl.col("district_id").is_null()).then(pl.lit("no_district")).otherwise("reason"),
            district_from=pl.when(pl.col("district").is_null()).then(pl.lit("article")).otherwise(pl.lit("sentence")),
        )
        .with_columns(char_end=pl.col("char_start") + pl.col("value_text").str.len_chars().cast(pl.Int32))
        .with_columns(rule=pl.lit("table"), bound=pl.lit("exact"), before=pl.col("lead"), second_basis=pl.lit(None, pl.String), dimension=pl.lit("table"), target_set=pl.lit(None, pl.String))
        .select("document_id", "district_id", "indicator_id", "measure", "value", "unit", "bound", "status", "period_start", "period_end", "basis",
                "second_basis", "target_set", "value_text", "sentence", "char_start", "char_end", "sentence_start", "decimals", "rule",
                "period_from", "district_from", "reason", "before", "dimension")
    )  # fmt: skip


def _possible(evidence: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """Levels that the indicator cannot have are a misreading or a misprint: kept aside with that reason."""
    income = (pl.col("indicator_id") == "income_per_capita") & (pl.col("unit") == "billion_vnd")
    value = pl.when(income).then(pl.col("value") * 1000).otherwise("value")
    bounds = vocabulary.indicators.select("indicator_id", "min_value", "max_value", "canonical_unit")
    beyond = (
        (pl.col("measure") == "level")
        & ((value < pl.col("min_value")) | (value > pl.col("max_value")))
        & ((pl.col("unit") == pl.col("canonical_unit")) | income)
    )
    return (
        evidence.join(bounds, on="indicator_id", how="left", maintain_order="left")
        .with_columns(reason=pl.when(pl.col("reason").is_null() & beyond.fill_null(False)).then(pl.lit("impossible_value")).otherwise("reason"))
        .drop("min_value", "max_value", "canonical_unit")
    )  # fmt: skip


def _results(evidence: pl.DataFrame, vocabulary: Vocabulary) -> Extraction:
    evidence = _possible(evidence, vocabulary)
    good = evidence.filter(pl.col("reason").is_null() & pl.col("value").is_finite())
    good = pl.concat([good, good.filter(pl.col("second_basis").is_not_null()).with_columns(basis="second_basis")])
    unit = (
        pl.when(pl.col("dimension").is_null()).then(pl.lit("count"))
        .when(pl.col("measure").is_in(["growth", "plan_attainment", "share"])).then(pl.lit("percent"))
        .when(pl.col("measure") == "multiple").then(pl.lit("times"))
        .when((pl.col("indicator_id") == "income_per_capita") & (pl.col("unit") == "billion_vnd")).then(pl.lit("million_vnd_per_person_year"))
        .otherwise("unit")
    )  # fmt: skip
    income = (pl.col("indicator_id") == "income_per_capita") & (pl.col("unit") == "billion_vnd")
    observations = good.with_columns(
        value=pl.when(income).then((pl.col("value") * 1000).round(6)).otherwise("value"),
        decimals=pl.when(income).then(pl.col("decimals") - 3).otherwise("decimals").cast(pl.Int8),
        unit=unit,
        indicator_id=pl.when((pl.col("indicator_id") == "poor_households") & (pl.col("dimension") == "percent") & (pl.col("measure") == "level")).then(pl.lit("poverty_rate"))
        .when((pl.col("indicator_id") == "poverty_rate") & (pl.col("dimension") == "household")).then(pl.lit("poor_households")).otherwise("indicator_id"),
    ).with_columns(
        observation_id=_identifier("document_id", "char_start", "indicator_id", "measure", "basis")
    )
    unplaced = evidence.filter(pl.col("reason").is_not_null()).with_columns(
        unplaced_id=_identifier("document_id", "char_start"),
        noun_phrase=pl.col("before").str.strip_chars(" ,;:()-").str.tail(60),
    )
    return Extraction(
        Observation.validate(observations.select(Observation.column_names()).unique("observation_id", keep="first", maintain_order=True), cast=True),
        UnplacedQuantity.validate(unplaced.select(UnplacedQuantity.column_names()).unique("unplaced_id", keep="first", maintain_order=True), cast=True),
    )


def _identifier(*columns: str) -> pl.Expr:
    """A readable key that depends on nothing but the statement: "3f0c...-512-gross_output-level"."""
    return pl.concat_str([pl.col(column).cast(pl.String) for column in columns], separator="-", ignore_nulls=True)


def _with_evidence(placed: pl.DataFrame, stream: pl.DataFrame, documents: pl.DataFrame, article: pl.DataFrame) -> pl.DataFrame:
    """value_text and sentence as slices of the text, with their places in characters."""
    sentence_row, next_sentence = placed["last_sentence"], placed["next_sentence"]
    placed = placed.with_columns(
        sentence_pos=stream["end"].gather(sentence_row), sentence_end=stream["end"].gather(next_sentence, null_on_oob=True),
        next_line=stream["line"].gather(next_sentence, null_on_oob=True),
    ).join(article.select("line", "text", "base", line_char_start="char_start"), on="line", how="left", maintain_order="left")  # fmt: skip
    placed = placed.join(documents.select("document", "document_id"), on="document", how="left", maintain_order="left")
    raw = pl.col("text").cast(pl.Binary)

    def piece(start: pl.Expr, stop: pl.Expr) -> pl.Expr:
        return raw.bin.slice(start, stop - start).cast(pl.String, strict=False)

    line_bytes = pl.col("text").str.len_bytes().cast(pl.Int64)
    start, end = pl.col("pos") - pl.col("base"), pl.col("end") - pl.col("base")
    sentence_start = pl.col("sentence_pos") - pl.col("base")
    sentence_stop = pl.when(pl.col("next_line") == pl.col("line")).then(pl.col("sentence_end") - pl.col("base")).otherwise(line_bytes)
    return (
        placed.with_columns(
            value_text=piece(start, end), lead=piece(pl.lit(0, pl.Int64), start), sentence_lead=piece(pl.lit(0, pl.Int64), sentence_start),
            raw_sentence=piece(sentence_start, sentence_stop),
        )
        .with_columns(
            sentence=pl.col("raw_sentence").str.strip_chars(),
            indent=(pl.col("raw_sentence").str.len_chars() - pl.col("raw_sentence").str.strip_chars_start().str.len_chars()).cast(pl.Int32),
        )
        .with_columns(
            char_start=pl.col("line_char_start") + pl.col("lead").str.len_chars().cast(pl.Int32),
            sentence_start=pl.col("line_char_start") + pl.col("sentence_lead").str.len_chars().cast(pl.Int32) + pl.col("indent"),
        )
        .with_columns(char_end=pl.col("char_start") + pl.col("value_text").str.len_chars().cast(pl.Int32))
        .filter(pl.col("value_text").is_not_null() & pl.col("lead").is_not_null() & pl.col("sentence").is_not_null() & pl.col("sentence_lead").is_not_null())
    )
