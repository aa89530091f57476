"""The assets from files to documents: the listing of RAW_DIR, the ledger, documents and their lines."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import dagster as dg
import polars as pl
from pydantic import Field

from dagster_project.corpus import Sources, load_sources, read_documents
from dagster_project.defs.metadata import (
    OWNERS,
    column_metadata,
    count_with_change,
    lake_key,
    table_spec,
    text_table,
)
from dagster_project.defs.refresh import Refresh, started_by_hand
from dagster_project.lake.ledger import content_version, live_documents, with_batch, without_removed
from dagster_project.lake.parquet import write_table
from dagster_project.lake.plan import PENDING
from dagster_project.lake.schemas import CHANGES
from dagster_project.lake.segments import (
    BATCH_DOCUMENTS,
    new_segment_id,
    write_empty_segment,
    write_segment,
)
from dagster_project.progress import report

GROUP: Final = "ingestion"
SHOWN_REJECTIONS: Final = 20
DAILY: Final = dg.FreshnessPolicy.cron(
    deadline_cron="0 7 * * *", lower_bound_delta=timedelta(hours=1, minutes=30), timezone="Asia/Ho_Chi_Minh"
)
"""Every refresh lists the files, also one that finds nothing new: the listing's age is the refresh's age."""


class FileListingConfig(dg.Config):
    """What to read again although it has not changed."""

    reread: list[str] = Field(
        default=[],
        description=(
            "Files to read and extract again: paths below RAW_DIR ('2023/a.txt'), patterns of paths ('2023/*', '*' "
            "for all of them), or document ids ('c050db6a8c163954'). Empty: only what is new or has changed."
        ),
    )


@dg.asset(
    key=lake_key("file_listing"),
    group_name=GROUP,
    owners=OWNERS,
    kinds={"file", "parquet"},
    metadata=column_metadata("file_listing"),
    description=(
        "Every file below RAW_DIR by name, size and modification time, and what has changed since the last refresh. "
        "No file is opened for it."
    ),
    freshness_policy=DAILY,
)
def file_listing(
    context: dg.AssetExecutionContext, config: FileListingConfig, refresh: Refresh
) -> dg.MaterializeResult[None]:
    settings = refresh.settings
    listing, warnings = refresh.list_files(refresh.ledger(), config.reread)
    for warning in warnings:
        context.log.warning(warning)
    write_table(refresh.lake.table("file_listing"), listing)
    counts = dict(listing["change"].value_counts().iter_rows())
    context.log.info(
        f"{settings.raw_dir}: " + ", ".join(f"{counts.get(name, 0):,} {name}" for name in CHANGES)
    )
    return dg.MaterializeResult(
        metadata={
            "raw_dir": dg.MetadataValue.path(str(settings.raw_dir)),
            **{name: counts.get(name, 0) for name in CHANGES},
        }
    )


@dg.multi_asset(
    name="corpus",
    specs=[
        table_spec(
            "source_file",
            GROUP,
            "The ledger: every file below RAW_DIR as it was last read, with its hash, its document, or the reason "
            "why it was rejected.",
            deps=("file_listing",),
        ),
        table_spec(
            "document",
            GROUP,
            "One row for each distinct text: normalized, titled, dated, each with how that was found.",
            deps=("file_listing",),
        ),
        table_spec(
            "document_line",
            GROUP,
            "Every line of a document with the part it plays in the page: title, body, teaser, footer.",
            deps=("file_listing",),
        ),
    ],
    pool="warehouse",
)
def corpus(context: dg.AssetExecutionContext, refresh: Refresh) -> Iterator[dg.MaterializeResult[None]]:
    """Reads the files that are new or have changed, in batches, each batch one segment of the lake."""
    listing, ledger = refresh.read_whole("file_listing"), refresh.ledger()
    if not started_by_hand(context) and not refresh.has_news(context.instance, listing, ledger):
        context.log.info("Nothing new: no file is read, nothing is published.")
        return
    before = ledger
    write_empty_segment(refresh.lake)
    ledger = without_removed(ledger, listing)
    write_table(refresh.lake.table("source_file"), ledger)
    ledger = _read_pending(refresh, listing.filter(pl.col("change").is_in(PENDING)), ledger)
    rejected = ledger.drop_nulls("reason").join(
        listing.filter(pl.col("change").is_in(PENDING)), on="path", how="semi"
    )
    for path, reason, detail in rejected.select("path", "reason", "detail").iter_rows():
        context.log.warning(f"{path}: rejected, {reason}: {detail}")
    version = dg.DataVersion(content_version(ledger))
    n_documents, n_before = live_documents(ledger).height, live_documents(before).height
    yield dg.MaterializeResult(
        asset_key=lake_key("source_file"),
        data_version=version,
        metadata={
            **count_with_change("files", ledger.height, before.height),
            **count_with_change("rejected", ledger["reason"].count(), before["reason"].count()),
            "rejected_files": text_table(
                ledger.drop_nulls("reason").select("path", "reason", "detail"), SHOWN_REJECTIONS
            ),
        },
    )
    for name in ("document", "document_line"):
        yield dg.MaterializeResult(
            asset_key=lake_key(name),
            data_version=version,
            metadata=count_with_change("documents", n_documents, n_before),
        )


def _read_pending(refresh: Refresh, pending: pl.DataFrame, ledger: pl.DataFrame) -> pl.DataFrame:
    """Read the pending files into segments; the ledger is saved after each, so a killed refresh loses one batch."""
    settings, lake, versions = refresh.settings, refresh.lake, refresh.versions()
    sources: Sources = load_sources(settings.raw_dir / "sources.yml")
    written: list[str] = []
    done = 0
    for batch in pending.iter_slices(BATCH_DOCUMENTS):
        files = batch.select("path", "size_bytes", "modified_ns")
        read = read_documents(settings.raw_dir, files, sources, settings.max_file_mb)
        written.append(new_segment_id())
        after = with_batch(ledger, read.source_files, batch, written, versions)
        new = pl.col("document_id").is_in(after.new_documents.implode())
        if after.new_documents.len():
            tables = {"document": read.documents.filter(new), "document_line": read.lines.filter(new)}
            write_segment(lake, written[-1], tables)
        ledger = after.ledger
        write_table(lake.table("source_file"), ledger)
        done += batch.height
        report("read", done, pending.height)
    return ledger
