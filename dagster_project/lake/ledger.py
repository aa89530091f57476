"""The ledger of source files: its rows after a batch was read, and what they say of the documents.

A document has one live home: the segment that the ledger names for all of its files. Not here: which files a
refresh has to read (`plan`), nor the segments' files (`segments`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from dagster_project.lake.plan import Versions
from dagster_project.lake.schemas import LedgerRow

EXTRACTION_FAILED: Final = "extraction_failed"


@dataclass(frozen=True)
class ReadBatch:
    """What reading one batch of files came to."""

    ledger: pl.DataFrame  # `LedgerRow`, all files
    new_documents: pl.Series  # ids of the documents that the batch's segment has to hold


def without_removed(ledger: pl.DataFrame, listing: pl.DataFrame) -> pl.DataFrame:
    """The ledger without the files that are gone."""
    return ledger.join(listing.filter(pl.col("change") == "removed"), on="path", how="anti")


def with_batch(
    ledger: pl.DataFrame,
    source_files: pl.DataFrame,
    batch: pl.DataFrame,
    written_segments: Sequence[str],
    versions: Versions,
) -> ReadBatch:
    """The ledger after `batch` (`FileListing`) was read as `source_files` (`corpus.schemas.SourceFile`).

    `written_segments` are those of this refresh; the last one is the batch's own. A text that already has a home,
    read by the same code, keeps it and is not written again, unless the batch asks for it or holds a file whose
    name comes before the others: a document is described after its first file.
    """
    read = source_files.join(batch.select("path", "entry_sha256", "change"), on="path").with_columns(
        corpus_version=pl.lit(versions.corpus), extractor_version=pl.lit(versions.extractor)
    )
    documents = _place(read, ledger, written_segments, versions)
    homes = documents.select("document_id", "segment_id")
    placed = read.join(homes, on="document_id", how="left").select(LedgerRow.column_names())
    others = (
        ledger.join(read, on="path", how="anti")
        .join(homes.rename({"segment_id": "new_home"}), on="document_id", how="left")
        .with_columns(segment_id=pl.coalesce("new_home", "segment_id"))
        .select(LedgerRow.column_names())
    )
    rows = LedgerRow.validate(pl.concat([others, placed], how="vertical_relaxed").sort("path"), cast=True)
    return ReadBatch(ledger=rows, new_documents=documents.filter("moves")["document_id"])


def _place(
    read: pl.DataFrame, ledger: pl.DataFrame, written_segments: Sequence[str], versions: Versions
) -> pl.DataFrame:
    """Each document of a batch with the segment it lives in from now on, and whether it moves there."""
    current = ledger.drop_nulls("document_id").filter(
        pl.col("corpus_version") == versions.corpus, pl.col("extractor_version") == versions.extractor
    )
    homes = current.group_by("document_id").agg(
        known_first_path=pl.col("path").min(), home=pl.col("segment_id").first()
    )
    known_entries = ledger.select("path", known_entry="entry_sha256")
    described_otherwise = pl.col("entry_sha256").ne_missing(pl.col("known_entry"))
    asked_for = pl.col("change").is_in(["requested", "lost"]) | described_otherwise
    return (
        read.drop_nulls("document_id")
        .join(known_entries, on="path", how="left")
        .group_by("document_id")
        .agg(first_path=pl.col("path").min(), asked_for=asked_for.any())
        .join(homes, on="document_id", how="left")
        .with_columns(
            moves=pl.col("home").is_null()
            | (pl.col("first_path") < pl.col("known_first_path"))
            | (pl.col("asked_for") & ~pl.col("home").is_in(list(written_segments)))
        )
        .with_columns(segment_id=pl.when("moves").then(pl.lit(written_segments[-1])).otherwise("home"))
    )


def with_failed(ledger: pl.DataFrame, failed: pl.DataFrame) -> pl.DataFrame:
    """The ledger with the files of the documents that the extraction broke off at (`FailedDocument`) rejected."""
    told = failed.select("document_id", failed_detail="detail")
    is_failed = pl.col("failed_detail").is_not_null()
    return LedgerRow.validate(
        ledger.join(told, on="document_id", how="left", maintain_order="left")
        .with_columns(
            reason=pl.when(is_failed).then(pl.lit(EXTRACTION_FAILED)).otherwise("reason"),
            detail=pl.when(is_failed)
            .then(pl.lit("extracting from it broke off: ") + pl.col("failed_detail"))
            .otherwise("detail"),
            document_id=pl.when(~is_failed).then("document_id"),
            segment_id=pl.when(~is_failed).then("segment_id"),
        )
        .select(LedgerRow.column_names())
    )


def live_documents(ledger: pl.DataFrame) -> pl.DataFrame:
    """The live rows of every segmented table: one (document_id, segment_id) for each document."""
    return ledger.filter(pl.col("reason").is_null()).select("document_id", "segment_id").unique().drop_nulls()


def content_version(ledger: pl.DataFrame) -> str:
    """A hash of all that the ledger's files say, whatever segments they lie in and whenever they were touched."""
    said = ledger.select("path", "content_sha256", "document_id", "reason", "entry_sha256", "corpus_version",
                         "extractor_version").sort("path")  # fmt: skip
    return hashlib.sha256(said.write_csv().encode()).hexdigest()[:16]
