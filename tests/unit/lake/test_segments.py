"""Segments: written typed, extracted once, merged when many, deleted when dead."""

import hashlib
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus.schemas import Document, DocumentLine
from dagster_project.extraction.schemas import Observation, UnplacedQuantity
from dagster_project.lake.layout import EMPTY_SEGMENT, SEGMENT_TABLES, Lake
from dagster_project.lake.schemas import LedgerRow
from dagster_project.lake.segments import (
    merge_small_segments,
    new_segment_id,
    read_segment,
    readable_segments,
    remove_dead_segments,
    segments_to_extract,
    write_empty_segment,
    write_segment,
)
from dagster_project.lake.statistics import count_live


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    lake = Lake(tmp_path / "lake")
    write_empty_segment(lake)
    return lake


def document(text: str) -> pl.DataFrame:
    row = {
        "document_id": hashlib.sha256(text.encode()).hexdigest()[:16],
        "file_name": f"{text}.txt",
        "media_type": "text",
        "content_sha256": "00",
        "text": text,
    }
    return pl.DataFrame([row], schema_overrides=Document.create_empty().schema).pipe(
        lambda frame: pl.concat([Document.create_empty(), frame], how="diagonal_relaxed")
    )


def write_document(lake: Lake, text: str, *, extracted: bool = True) -> dict[str, object]:
    """Write a segment with one document; its row of the ledger."""
    segment_id = new_segment_id()
    rows = document(text)
    write_segment(lake, segment_id, {"document": rows, "document_line": DocumentLine.create_empty()})
    if extracted:
        tables = {
            "observation": Observation.create_empty(),
            "unplaced_quantity": UnplacedQuantity.create_empty(),
        }
        write_segment(lake, segment_id, tables)
    return {
        "path": f"{text}.txt",
        "size_bytes": 1,
        "modified_ns": 1,
        "document_id": rows["document_id"][0],
        "segment_id": segment_id,
        "corpus_version": "c",
        "extractor_version": "e",
    }


def ledger(*rows: dict[str, object]) -> pl.DataFrame:
    return LedgerRow.validate(pl.DataFrame(list(rows), schema=LedgerRow.create_empty().schema), cast=True)


def test_every_table_has_a_typed_file_before_anything_is_read(lake: Lake) -> None:
    for name, schema in SEGMENT_TABLES.items():
        written = pl.read_parquet(lake.segment(name, EMPTY_SEGMENT))
        assert written.columns == [*schema.column_names(), "segment_id"]
        assert written.is_empty()


def test_a_segment_waits_for_extraction_until_both_of_its_tables_are_there(lake: Lake) -> None:
    row = write_document(lake, "Quận", extracted=False)
    known, segment = ledger(row), str(row["segment_id"])
    assert segments_to_extract(lake, known) == [segment]
    write_segment(lake, segment, {"observation": Observation.create_empty()})
    assert segments_to_extract(lake, known) == [segment]
    write_segment(lake, segment, {"unplaced_quantity": UnplacedQuantity.create_empty()})
    assert segments_to_extract(lake, known) == []


def test_a_truncated_file_is_noticed(lake: Lake) -> None:
    row = write_document(lake, "Quận")
    known, segment = ledger(row), str(row["segment_id"])
    assert readable_segments(lake, known) == [segment]
    path = lake.segment("document", segment)
    path.write_bytes(path.read_bytes()[:-20])
    assert readable_segments(lake, known) == []


def test_a_segment_without_a_live_document_is_deleted_and_the_empty_one_stays(lake: Lake) -> None:
    kept, dead = write_document(lake, "Một"), write_document(lake, "Hai")
    assert remove_dead_segments(lake, ledger(kept)) == len(SEGMENT_TABLES)
    assert not lake.segment("document", str(dead["segment_id"])).exists()
    assert lake.segment("document", str(kept["segment_id"])).exists()
    assert lake.segment("document", EMPTY_SEGMENT).exists()


def test_small_segments_are_merged_into_one_that_holds_their_live_rows(lake: Lake) -> None:
    rows = [write_document(lake, text) for text in ("Một", "Hai", "Ba", "Bốn")]
    known = ledger(*rows[:3])
    merged = merge_small_segments(lake, known, max_small=2)
    (segment,) = merged["segment_id"].unique()
    assert sorted(read_segment(lake, "document", segment)["text"]) == ["Ba", "Hai", "Một"]
    assert count_live(lake, "document", merged) == 3
    assert remove_dead_segments(lake, merged) == 4 * len(SEGMENT_TABLES)


def test_few_segments_are_left_alone(lake: Lake) -> None:
    known = ledger(*(write_document(lake, text) for text in ("Một", "Hai")))
    assert merge_small_segments(lake, known, max_small=2).equals(known)
