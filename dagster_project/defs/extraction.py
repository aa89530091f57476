"""The assets from documents to observations, and the score of the extraction against labels."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import dagster as dg
import polars as pl

from dagster_project.defs.metadata import (
    OWNERS,
    column_metadata,
    count_with_change,
    lake_key,
    table_spec,
    text_table,
)
from dagster_project.defs.refresh import Refresh
from dagster_project.extraction import extract, load_vocabulary
from dagster_project.lake.ledger import EXTRACTION_FAILED, content_version, with_failed
from dagster_project.lake.parquet import write_table
from dagster_project.lake.schemas import ExtractionScore
from dagster_project.lake.segments import (
    merge_small_segments,
    read_segment,
    remove_dead_segments,
    segments_to_extract,
    write_segment,
)
from dagster_project.lake.statistics import count_live, counts_by, live_rows
from dagster_project.progress import report
from dagster_project.scoring import score_gold
from dagster_project.settings import SEEDS_DIR

GROUP: Final = "extraction"
EXTRACTED_FROM: Final = ("document", "document_line", "source_file")
EXAMPLES: Final = 5
_EXAMPLE_COLUMNS: Final = (
    "district_id",
    "indicator_id",
    "measure",
    "value",
    "unit",
    "value_text",
    "sentence",
)


@dg.multi_asset(
    name="extraction",
    specs=[
        table_spec(
            "observation",
            GROUP,
            "One row for each statement of a document about a district: indicator, measure, value, period, and "
            "the sentence that says so.",
            deps=EXTRACTED_FROM,
        ),
        table_spec(
            "unplaced_quantity",
            GROUP,
            "Every quantity of an article that no rule could place, with the reason.",
            deps=EXTRACTED_FROM,
        ),
    ],
    pool="warehouse",
)
def extraction(context: dg.AssetExecutionContext, refresh: Refresh) -> Iterator[dg.MaterializeResult[None]]:
    """Extracts from the segments that have no observations yet, then merges small segments and deletes dead ones."""
    lake = refresh.lake
    _extract_segments(context, refresh)
    ledger = merge_small_segments(lake, refresh.ledger())
    write_table(lake.table("source_file"), ledger)
    n_dead = remove_dead_segments(lake, ledger)
    if n_dead:
        context.log.info(f"{n_dead:,} files of segments without a live document deleted")
    version = dg.DataVersion(content_version(ledger))
    for name in ("observation", "unplaced_quantity"):
        n_before = _count_before(context, name)
        yield dg.MaterializeResult(
            asset_key=lake_key(name),
            data_version=version,
            metadata={
                **count_with_change("rows", count_live(lake, name, ledger), n_before),
                **_what_they_say(refresh, name, ledger),
            },
        )


def _extract_segments(context: dg.AssetExecutionContext, refresh: Refresh) -> None:
    """The ledger tells of a document that failed before its segment counts as extracted: a killed refresh does both
    again."""
    lake = refresh.lake
    segments = segments_to_extract(lake, refresh.ledger())
    if not segments:
        return
    vocabulary = load_vocabulary(SEEDS_DIR)
    for done, segment_id in enumerate(segments, start=1):
        documents, lines = (read_segment(lake, name, segment_id) for name in ("document", "document_line"))
        extracted = extract(documents, lines, vocabulary)
        if not extracted.failed.is_empty():
            for document_id, detail in extracted.failed.iter_rows():
                context.log.warning(f"document {document_id}: rejected, {EXTRACTION_FAILED}: {detail}")
            write_table(lake.table("source_file"), with_failed(refresh.ledger(), extracted.failed))
        tables = {"observation": extracted.observations, "unplaced_quantity": extracted.unplaced}
        write_segment(lake, segment_id, tables)
        report("extract", done, len(segments))


def _count_before(context: dg.AssetExecutionContext, name: str) -> int:
    """The rows as the last materialization counted them; 0 where there was none."""
    event = context.instance.get_latest_materialization_event(lake_key(name))
    materialization = event.asset_materialization if event else None
    count = materialization.metadata.get("rows") if materialization else None
    return int(str(count.value)) if count else 0


def _what_they_say(refresh: Refresh, name: str, ledger: pl.DataFrame) -> dict[str, dg.MetadataValue]:
    if name == "unplaced_quantity":
        reasons = counts_by(refresh.lake, name, "reason", ledger)
        return {"reasons": dg.MetadataValue.json(reasons)}
    rows = live_rows(refresh.lake, name, ledger).select(_EXAMPLE_COLUMNS).collect()
    examples = rows.sample(min(EXAMPLES, rows.height), seed=0)
    return {
        "examples": text_table(examples, EXAMPLES),
        "indicators": dg.MetadataValue.json(counts_by(refresh.lake, name, "indicator_id", ledger)),
    }


@dg.asset(
    key=lake_key("extraction_score"),
    group_name=GROUP,
    owners=OWNERS,
    kinds={"polars", "parquet"},
    metadata=column_metadata("extraction_score"),
    description=(
        "The extraction against hand-made labels, for each split, indicator and measure; computed once for each "
        "version of the extraction, kept for all of them."
    ),
    pool="warehouse",
)
def extraction_score(context: dg.AssetExecutionContext, refresh: Refresh) -> dg.MaterializeResult[None]:
    """Scores the extraction if its version has not been scored yet."""
    version = refresh.versions().extractor
    scores = refresh.read_whole("extraction_score")
    if version not in scores["extractor_version"]:
        new = score_gold(load_vocabulary(SEEDS_DIR)).with_columns(scored_at=pl.lit(datetime.now(UTC)))
        typed = ExtractionScore.validate(new.select(ExtractionScore.column_names()), cast=True)
        scores = pl.concat([scores, typed])
        write_table(refresh.lake.table("extraction_score"), scores)
        context.log.info(f"version {version} of the extraction scored")
    latest = scores.filter(pl.col("extractor_version") == version)
    return dg.MaterializeResult(
        data_version=dg.DataVersion(version),
        metadata={
            "extractor_version": version,
            "versions": scores["extractor_version"].n_unique(),
            "scores": text_table(
                latest.filter(pl.col("indicator_id").is_null()).drop("indicator_id"), EXAMPLES * 2
            ),
        },
    )
