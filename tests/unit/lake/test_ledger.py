"""Where a document lives after a batch was read: one home for each text, whatever its files are called."""

import polars as pl

from dagster_project.corpus.schemas import SourceFile
from dagster_project.lake.ledger import (
    ReadBatch,
    content_version,
    live_documents,
    with_batch,
    with_failed,
    without_removed,
)
from dagster_project.lake.plan import Versions
from dagster_project.lake.schemas import FileListing, LedgerRow

VERSIONS = Versions(corpus="c1", extractor="e1")
EMPTY = LedgerRow.create_empty()


def read(ledger: pl.DataFrame, segments: list[str], change: str = "added", entry: str | None = None,
         **texts: str | None) -> ReadBatch:  # fmt: skip
    """Read files (name to text, None for a rejected one) as one batch into the last of `segments`."""
    source_files = pl.DataFrame(
        [
            {
                "path": name,
                "size_bytes": 1,
                "modified_ns": 1,
                "content_sha256": text,
                "document_id": text,
                "reason": None if text else "empty",
                "detail": None if text else "the file is empty",
            }
            for name, text in texts.items()
        ],
        schema=SourceFile.create_empty().schema,
    )
    batch = source_files.select(
        "path", "size_bytes", "modified_ns", entry_sha256=pl.lit(entry, pl.String), change=pl.lit(change)
    ).cast(dict(FileListing.create_empty().schema))
    return with_batch(ledger, source_files, batch, segments, VERSIONS)


def homes(batch: ReadBatch) -> dict[str, str]:
    return dict(batch.ledger.select("path", "segment_id").iter_rows())


def test_a_new_text_lives_in_the_segment_of_its_batch() -> None:
    first = read(EMPTY, ["s1"], a="text")
    assert homes(first) == {"a": "s1"}
    assert first.new_documents.to_list() == ["text"]


def test_a_copy_moves_in_with_the_text_it_copies() -> None:
    second = read(read(EMPTY, ["s1"], a="text").ledger, ["s2"], b="text")
    assert homes(second) == {"a": "s1", "b": "s1"}
    assert second.new_documents.is_empty()


def test_a_copy_with_an_earlier_name_becomes_the_file_that_describes_the_text() -> None:
    second = read(read(EMPTY, ["s1"], b="text").ledger, ["s2"], a="text")
    assert homes(second) == {"a": "s2", "b": "s2"}
    assert second.new_documents.to_list() == ["text"]


def test_a_touched_file_is_not_written_again() -> None:
    second = read(read(EMPTY, ["s1"], a="text").ledger, ["s2"], change="changed", a="text")
    assert homes(second) == {"a": "s1"}
    assert second.new_documents.is_empty()


def test_another_entry_in_sources_yml_describes_the_text_anew() -> None:
    second = read(read(EMPTY, ["s1"], a="text").ledger, ["s2"], change="changed", entry="e", a="text")
    assert homes(second) == {"a": "s2"}


def test_a_lost_document_is_written_once_however_many_batches_hold_its_copies() -> None:
    known = read(EMPTY, ["s1"], a="text", b="text").ledger
    second = read(known, ["s2"], change="lost", a="text")
    third = read(second.ledger, ["s2", "s3"], change="lost", b="text")
    assert homes(third) == {"a": "s2", "b": "s2"}
    assert third.new_documents.is_empty()


def test_a_changed_file_leaves_its_old_text_without_a_live_row() -> None:
    second = read(read(EMPTY, ["s1"], a="old", b="other").ledger, ["s2"], change="changed", a="new")
    assert set(live_documents(second.ledger).iter_rows()) == {("new", "s2"), ("other", "s1")}


def test_a_rejected_file_has_a_row_and_no_document() -> None:
    batch = read(EMPTY, ["s1"], a=None)
    assert batch.ledger["reason"].to_list() == ["empty"]
    assert live_documents(batch.ledger).is_empty()


def test_a_removed_file_leaves_the_ledger() -> None:
    known = read(EMPTY, ["s1"], a="text", b="other").ledger
    listing = pl.DataFrame({"path": ["a", "b"], "change": ["removed", "unchanged"]})
    assert without_removed(known, listing)["path"].to_list() == ["b"]


def test_the_content_version_ignores_where_and_when_but_not_what() -> None:
    known = read(EMPTY, ["s1"], a="text").ledger
    elsewhere = known.with_columns(segment_id=pl.lit("s9"), modified_ns=pl.lit(99, pl.Int64))
    assert content_version(elsewhere) == content_version(known)
    assert content_version(read(EMPTY, ["s1"], a="another").ledger) != content_version(known)


def test_the_files_of_a_document_that_the_extraction_broke_off_at_are_rejected() -> None:
    ledger = read(EMPTY, ["s1"], a="text", b="text", c="other").ledger
    failed = pl.DataFrame({"document_id": ["text"], "detail": ["ComputeError: no"]})
    after = with_failed(ledger, failed)
    assert after.select("path", "reason").rows() == [
        ("a", "extraction_failed"),
        ("b", "extraction_failed"),
        ("c", None),
    ]
    assert after["detail"].to_list()[0] == "extracting from it broke off: ComputeError: no"
    assert set(live_documents(after).iter_rows()) == {("other", "s1")}
    assert with_failed(after, failed).equals(after)
