"""From documents to observations: the order of the steps, and the tables that leave the room.

Not here: any rule of the language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import dataframely as dy
import polars as pl
import polars.selectors as cs

from dagster_project.extraction import tables
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.nearby import only_at
from dagster_project.extraction.mentions.stream import article_lines, mention_stream
from dagster_project.extraction.plans import in_memory
from dagster_project.extraction.schemas import FailedDocument, Observation, UnplacedQuantity
from dagster_project.extraction.statements import (
    attribution,
    basis,
    binding,
    counted,
    echoes,
    governing,
    measures,
    portions,
    status,
    targets,
    timing,
)
from dagster_project.extraction.surroundings import context, dating, evidence, figures, places, subjects

_NOUN_PHRASE_CHARS = 60
ARTICLE_ROLES = ("title", "lead", "heading", "body", "list_item", "table_row")

# What only binding and measures ask for: sorting and filtering a frame of two hundred columns is slow.
_DONE_WITH = cs.starts_with(
    "first_", "second_", "next_indicator_", "has_", "counted_", "echo_", "level_"
) | cs.by_name("folded", "clause_behind", "behind_role", "behind_start", require_all=False)


@dataclass(frozen=True)
class Extraction:
    """What one batch of documents says, the quantities that no rule could place, and the documents that a step broke
    off at."""

    observations: dy.DataFrame[Observation]
    unplaced: dy.DataFrame[UnplacedQuantity]
    failed: pl.DataFrame = field(default_factory=FailedDocument.create_empty)


def extract_batch(documents: pl.DataFrame, lines: pl.DataFrame, vocabulary: Vocabulary) -> Extraction:
    """Extract the observations of many documents at once.

    documents: document_id, text, publisher (String, null), event_on, published_on (Date, null)
    lines: document_id, line_number (Int32), char_start (Int32), role (String)
    """
    article = figures.with_line_facts(article_lines(documents, lines, ARTICLE_ROLES))
    if article.is_empty():
        return Extraction(Observation.create_empty(), UnplacedQuantity.create_empty())
    numbered = documents.with_row_index("document")
    stream, quantity_spans, period_spans = mention_stream(
        article.filter(pl.col("role_of_line") != "table_row"), vocabulary
    )
    stream = figures.with_stream_facts(stream, article, quantity_spans)
    stream = governing.mark_periods(context.resolve_context(stream))
    dates = dating.document_dates(numbered, stream, period_spans, article)
    stream = places.mark_places(stream, article, dates)
    period_rows = timing.period_rows(stream, period_spans, article, dates)
    governs = only_at(period_rows["row"], period_rows["governs"].fill_null(False), stream.height)
    stream = figures.with_next_quantity(stream.with_columns(governs=governs))
    around = figures.quantity_rows(stream, quantity_spans, article, dates)
    around = around.join(
        dating.default_periods(period_rows, dates), on="document", how="left", maintain_order="left"
    )
    around = around.with_columns(figures.base_years(around, period_rows, stream))
    around = timing.with_periods(around, stream, period_rows)
    around = targets.with_bare_counts_of_targets(counted.with_counted(around))
    bound = binding.bind(around, stream, vocabulary)
    bound = bound.with_columns(plan_amount=figures.names_a_plan(bound, stream)).rechunk()
    is_target = pl.col("dimension").eq_missing(pl.lit("target"))
    parts = [measures.with_measures(bound.filter(~is_target)), targets.count_targets(bound.filter(is_target))]
    measured = in_memory(
        pl.concat([part.lazy() for part in parts], how="diagonal_relaxed")
        .drop(_DONE_WITH - cs.by_name("second_basis"))
        .sort("row", maintain_order=True)
    )
    timed = portions.with_period_of_whole(status.with_status(measured, stream, article))
    districts = subjects.document_districts(stream, article, numbered, vocabulary)
    placed = basis.with_plan_named_elsewhere(attribution.with_district(timed, stream, districts))
    results = evidence.with_evidence(placed, stream, numbered, article)
    in_tables = tables.table_figures(article, vocabulary, dates)
    if not in_tables.is_empty():
        defaults = dating.default_periods(period_rows, dates)
        results = pl.concat(
            [results, evidence.table_evidence(in_tables, districts, defaults, numbered, article)],
            how="diagonal_relaxed",
        )
    return _results(results, vocabulary)


def _results(rows: pl.DataFrame, vocabulary: Vocabulary) -> Extraction:
    rows = echoes.with_echoes(_possible(_canonical(rows), vocabulary))
    good = rows.filter(pl.col("reason").is_null())
    second = good.filter(pl.col("second_basis").is_not_null()).with_columns(basis="second_basis")
    observations = pl.concat([good, second]).with_columns(
        observation_id=_identifier("document_id", "char_start", "indicator_id", "measure", "basis")
    )
    unplaced = rows.filter(pl.col("reason").is_not_null()).with_columns(
        unplaced_id=_identifier("document_id", "char_start"),
        noun_phrase=_noun_phrase(),
    )
    return Extraction(
        Observation.validate(
            observations.select(Observation.column_names()).unique(
                "observation_id", keep="first", maintain_order=True
            ),
            cast=True,
        ),
        UnplacedQuantity.validate(
            unplaced.select(UnplacedQuantity.column_names()).unique(
                "unplaced_id", keep="first", maintain_order=True
            ),
            cast=True,
        ),
    )


def _noun_phrase() -> pl.Expr:
    """The last words before the quantity, whole words in small letters."""
    length = pl.col("before").str.len_chars()
    near = pl.col("lead").str.tail(_NOUN_PHRASE_CHARS).str.to_lowercase()
    words = near.str.tail(pl.min_horizontal(length, _NOUN_PHRASE_CHARS))
    cut = length > _NOUN_PHRASE_CHARS
    return pl.when(cut).then(words.str.replace("^[^ ]* ", "")).otherwise(words).str.strip_chars(" ,;:()-")


def _canonical(rows: pl.DataFrame) -> pl.DataFrame:
    """The placed figures in the unit of their indicator; poor households in percent are the poverty rate."""
    placed = pl.col("reason").is_null()
    indicator, dimension = pl.col("indicator_id"), pl.col("dimension")
    income = (placed & (indicator == "income_per_capita") & (pl.col("unit") == "billion_vnd")).fill_null(
        False
    )
    rate = (indicator == "poor_households") & (dimension == "percent") & (pl.col("measure") == "level")
    households = (indicator == "poverty_rate") & (dimension == "household")
    return rows.with_columns(
        value=pl.when(income).then((pl.col("value") * 1000).round(6)).otherwise("value"),
        decimals=pl.when(income).then(pl.col("decimals") - 3).otherwise("decimals").cast(pl.Int8),
        unit=pl.when(~placed)
        .then("unit")
        .when(dimension.is_null())
        .then(pl.lit("count"))
        .when(pl.col("measure").is_in(["growth", "plan_attainment", "share"]))
        .then(pl.lit("percent"))
        .when(pl.col("measure") == "multiple")
        .then(pl.lit("times"))
        .when(income)
        .then(pl.lit("million_vnd_per_person_year"))
        .otherwise("unit"),
        indicator_id=pl.when(placed & rate)
        .then(pl.lit("poverty_rate"))
        .when(placed & households)
        .then(pl.lit("poor_households"))
        .otherwise("indicator_id"),
    )


def _possible(rows: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """Levels that the indicator cannot have, and figures of no time, are kept aside with that reason."""
    bounds = vocabulary.indicators.select("indicator_id", "min_value", "max_value", "canonical_unit")
    value, measure = pl.col("value"), pl.col("measure")
    beyond = (
        (measure == "level")
        & ((value < 0) | (value < pl.col("min_value")) | (value > pl.col("max_value")))
        & (pl.col("unit") == pl.col("canonical_unit"))
    ).fill_null(False)
    undated = pl.col("period_start").is_null() | pl.col("period_end").is_null()
    number = value.is_finite().fill_null(False)
    return (
        rows.join(bounds, on="indicator_id", how="left", maintain_order="left")
        .with_columns(
            reason=pl.when(~number)
            .then(pl.lit("impossible_value"))
            .when(pl.col("reason").is_not_null())
            .then("reason")
            .when(beyond)
            .then(pl.lit("impossible_value"))
            .when(undated)
            .then(pl.lit("no_period")),
            value=pl.when(number).then("value"),
        )
        .drop("min_value", "max_value", "canonical_unit")
    )


def _identifier(*columns: str) -> pl.Expr:
    """A readable key that depends on nothing but the statement: "3f0c...-512-gross_output-level"."""
    return pl.concat_str(
        [pl.col(column).cast(pl.String) for column in columns], separator="-", ignore_nulls=True
    )
