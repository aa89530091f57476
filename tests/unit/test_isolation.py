"""One bad row costs itself and nothing else."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import NO_SOURCES, documents, find_files, read_documents
from dagster_project.extraction import batches, extract
from dagster_project.isolation import MAX_FAILED, isolate
from tests.support.observing import Article, corpus_frames, vocabulary


def reciprocals(rows: pl.DataFrame) -> list[float]:
    return [1 / number for number in rows["number"]]


@pytest.mark.parametrize("bad", [[], [0], [7], [3, 4], [0, 2, 9]])
def test_the_rows_that_fail_are_named_and_the_others_keep_their_order(bad: list[int]) -> None:
    numbers = pl.DataFrame({"number": [0 if row in bad else row + 1 for row in range(10)]})
    isolated = isolate(reciprocals, numbers)
    assert sorted(isolated.failed) == bad
    assert set(isolated.failed.values()) <= {"ZeroDivisionError: division by zero"}
    assert [value for part in isolated.results for value in part] == [
        1 / (row + 1) for row in range(10) if row not in bad
    ]


def test_a_batch_in_which_nearly_all_fails_is_a_fault_of_the_code() -> None:
    with pytest.raises(ZeroDivisionError):
        isolate(reciprocals, pl.DataFrame({"number": [0] * (MAX_FAILED + 1)}))


def test_a_batch_without_rows_that_fails_is_one_too() -> None:
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        isolate(reciprocals, pl.DataFrame())


ARTICLE = "Quận Ba Đình: Thu ngân sách năm 2023\n\nThu ngân sách năm 2023 của quận đạt {} tỷ đồng.\n"


def test_a_file_that_breaks_a_step_of_reading_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(ARTICLE.format(number + 300), encoding="utf-8")
    split_lines = documents.split_lines

    def breaks_at_303(texts: pl.Series) -> pl.DataFrame:
        if texts.str.contains("303").any():
            raise pl.exceptions.ComputeError("not a date\nand more")
        return split_lines(texts)

    monkeypatch.setattr(documents, "split_lines", breaks_at_303)
    corpus = read_documents(tmp_path, find_files(tmp_path), NO_SOURCES, 10)
    assert corpus.source_files["path"].to_list() == [f"{number}.txt" for number in range(5)]
    assert corpus.source_files.filter(pl.col("reason").is_not_null()).select(
        "path", "reason", "detail"
    ).rows() == [("3.txt", "reading_failed", "reading it broke off: ComputeError: not a date")]
    assert corpus.documents["file_name"].to_list() == ["0.txt", "1.txt", "2.txt", "4.txt"]


def test_a_document_that_breaks_a_step_of_the_extraction_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = corpus_frames([Article(ARTICLE.format(number + 300)) for number in range(3)])
    extract_batch = batches.extract_batch

    def breaks_at_301(texts: pl.DataFrame, *rest: object) -> object:
        if texts["text"].str.contains("301").any():
            raise pl.exceptions.PanicException("index out of bounds")
        return extract_batch(texts, *rest)

    monkeypatch.setattr(batches, "extract_batch", breaks_at_301)
    extracted = extract(*frames, vocabulary())
    failed = frames[0].filter(pl.col("text").str.contains("301"))["document_id"]
    assert extracted.failed.rows() == [(failed.item(), "PanicException: index out of bounds")]
    assert sorted(extracted.observations["value"]) == [300, 302]
