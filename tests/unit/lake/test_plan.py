"""What a refresh reads again: today's files against the ledger."""

from collections.abc import Sequence

import polars as pl
import pytest

from dagster_project.lake.plan import Versions, plan_refresh
from dagster_project.lake.schemas import LedgerRow

VERSIONS = Versions(corpus="c1", extractor="e1")


def ledger(*rows: dict[str, object]) -> pl.DataFrame:
    usual = {
        "size_bytes": 100,
        "modified_ns": 1,
        "content_sha256": "00",
        "document_id": "d1",
        "reason": None,
        "detail": None,
        "segment_id": "s1",
        "entry_sha256": None,
        "corpus_version": "c1",
        "extractor_version": "e1",
    }
    return LedgerRow.validate(
        pl.DataFrame([usual | row for row in rows], schema=LedgerRow.create_empty().schema), cast=True
    )


def files(*rows: dict[str, object]) -> pl.DataFrame:
    usual = {"size_bytes": 100, "modified_ns": 1, "entry_sha256": None}
    schema = {"path": pl.String, "size_bytes": pl.Int64, "modified_ns": pl.Int64, "entry_sha256": pl.String}
    return pl.DataFrame([usual | row for row in rows], schema=schema)


def changes(found: pl.DataFrame, known: pl.DataFrame, reread: Sequence[str] = (), segments: Sequence[str] = ("s1",),
            max_file_mb: float = 10) -> dict[str, str]:  # fmt: skip
    listing = plan_refresh(found, known, VERSIONS, max_file_mb, segments, reread)
    return dict(listing.select("path", "change").iter_rows())


def test_a_file_as_it_was_is_unchanged() -> None:
    assert changes(files({"path": "a.txt"}), ledger({"path": "a.txt"})) == {"a.txt": "unchanged"}


def test_a_new_file_is_added_and_a_missing_one_removed() -> None:
    found = changes(files({"path": "b.txt"}), ledger({"path": "a.txt"}))
    assert found == {"a.txt": "removed", "b.txt": "added"}


@pytest.mark.parametrize("difference", [{"size_bytes": 101}, {"modified_ns": 2}, {"entry_sha256": "new"}])
def test_another_size_time_or_entry_means_changed(difference: dict[str, object]) -> None:
    assert changes(files({"path": "a.txt"} | difference), ledger({"path": "a.txt"})) == {"a.txt": "changed"}


@pytest.mark.parametrize("version", ["corpus_version", "extractor_version"])
def test_new_code_reads_everything_again(version: str) -> None:
    assert changes(files({"path": "a.txt"}), ledger({"path": "a.txt", version: "old"})) == {
        "a.txt": "new_version"
    }


@pytest.mark.parametrize("name", ["2023/a.txt", "2023/*", "*", "d1"])
def test_a_file_is_asked_for_by_path_pattern_or_document(name: str) -> None:
    known = ledger({"path": "2023/a.txt"}, {"path": "b.txt", "document_id": "d2"})
    found = changes(files({"path": "2023/a.txt"}, {"path": "b.txt"}), known, reread=[name])
    assert found["2023/a.txt"] == "requested"
    assert found["b.txt"] == ("requested" if name == "*" else "unchanged")


def test_a_document_whose_segment_cannot_be_read_is_lost() -> None:
    assert changes(files({"path": "a.txt"}), ledger({"path": "a.txt"}), segments=[]) == {"a.txt": "lost"}


def test_the_copies_of_a_removed_file_are_described_anew() -> None:
    found = changes(files({"path": "b.txt"}), ledger({"path": "a.txt"}, {"path": "b.txt"}))
    assert found == {"a.txt": "removed", "b.txt": "lost"}


def test_a_raised_limit_reads_what_was_too_large_and_a_lowered_one_what_was_not() -> None:
    large = {"path": "a.txt", "size_bytes": 5_000_000}
    rejected = ledger(large | {"reason": "too_large", "document_id": None, "segment_id": None})
    assert changes(files(large), rejected, max_file_mb=1) == {"a.txt": "unchanged"}
    assert changes(files(large), rejected, max_file_mb=10) == {"a.txt": "changed"}
    assert changes(files(large), ledger(large), max_file_mb=1) == {"a.txt": "changed"}


def test_the_first_refresh_of_an_empty_folder_has_nothing_to_do() -> None:
    assert changes(files(), ledger()) == {}
