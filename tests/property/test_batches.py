"""What an article says does not depend on the articles beside it in a batch."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import NO_SOURCES, Corpus, find_files, read_documents
from dagster_project.extraction import extract
from tests.support.observing import Article, extract_articles, observe_each, said_by, unplaced, vocabulary

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = (TESTS / "gold" / "passages", TESTS / "practice" / "passages", TESTS / "negative")


@cache
def corpora() -> list[Corpus]:
    return [read_documents(folder, find_files(folder), NO_SOURCES, 10) for folder in FOLDERS]


def extracted(documents: pl.DataFrame, lines: pl.DataFrame) -> dict[str, pl.DataFrame]:
    found = extract(documents, lines, vocabulary())
    assert found.failed.is_empty()
    return {
        "observations": found.observations.sort("observation_id"),
        "unplaced": found.unplaced.sort("unplaced_id"),
    }


@cache
def in_order() -> dict[str, pl.DataFrame]:
    return extracted(
        pl.concat([corpus.documents for corpus in corpora()]),
        pl.concat([corpus.lines for corpus in corpora()]),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_a_batch_changes_nothing(seed: int) -> None:
    documents = pl.concat([corpus.documents for corpus in corpora()])
    lines = pl.concat([corpus.lines for corpus in corpora()])
    shuffled = extracted(documents.sample(fraction=1, shuffle=True, seed=seed), lines)
    for name, rows in in_order().items():
        assert shuffled[name].equals(rows), name


def test_a_batch_is_no_more_than_its_articles() -> None:
    apart = [extracted(part.documents, part.lines) for part in corpora()]
    for name, rows in in_order().items():
        assert pl.concat([part[name] for part in apart]).sort(rows.columns[0]).equals(rows), name


# An article that breaks off, and one that begins in the middle: what stands beside it must not complete it.
ABRUPT = (
    "Giá trị sản xuất thủ công nghiệp mấy năm qua đóng góp chừng 7-9% vào tổng giá trị sản xuất của thành phố.",
    "Dịch vụ tăng 17,54%/năm, so với khi thành lập tăng gấp 18,4 lần).",
    "Biểu thu ngân sách (đơn vị tính: tỷ đồng) như sau:",
    "Thống kê truy cập: 4.331.290",
    "Thu ngân sách tăng 8%",
    "Quận Long Biên: 5 phường đạt 102% dự toán, trong đó",
    "9,1%; dịch vụ chiếm 20%; và",
)


def test_broken_articles_are_not_completed_by_their_neighbours() -> None:
    alone = [observe_each([body])[0] for body in ABRUPT]
    aside = [unplaced(body) for body in ABRUPT]
    for step in (1, 2, 3):  # seven is prime: each has another one before it every time
        order = [(step * place) % len(ABRUPT) for place in range(len(ABRUPT))]
        found = extract_articles([Article(ABRUPT[number]) for number in order])
        for place, number in enumerate(order):
            assert said_by(found, place) == alone[number], ABRUPT[number]
            own = found.unplaced.filter(pl.col("document_id") == str(place)).sort("char_start")
            assert list(own.select("value_text", "reason").iter_rows()) == aside[number], ABRUPT[number]
