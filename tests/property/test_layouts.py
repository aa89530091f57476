"""How a page is laid out changes nothing of what its article says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import NO_SOURCES, find_files, read_documents
from dagster_project.extraction import extract
from tests.support.observing import vocabulary

PASSAGES = Path(__file__).resolve().parents[1] / "gold" / "passages"
TOLD = (
    "district_id", "indicator_id", "measure", "value", "bound", "status", "period_start", "period_end", "basis",
)  # fmt: skip
Statements = set[tuple[object, ...]]


def headline_in_capitals(text: str) -> str:
    headline, *rest = text.split("\n")
    return "\n".join([headline.upper(), *rest])


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def between_menus(text: str) -> str:
    above = "Trang chủ\nGiới thiệu\nTin tức - Sự kiện\nVăn bản\n\n"
    return f"{above}{text}\n\nTin liên quan\nQuận Ba Đình thu ngân sách vượt kế hoạch\n\nBình luận (0)\nIn bài viết\n"


def with_odd_blanks(text: str) -> str:
    """A second blank before a word of each line, but for rows of tables, others that do not break, some behind."""
    wide = re.sub(r"(?m)^(?!.*  )([^|\t\n]*?[\w,]) (?=[a-zà-ỹ])", r"\1  ", text)
    return wide.replace(" của ", "\u00a0của ").replace("\n", "  \r\n")


def decomposed(text: str) -> str:
    return "\ufeff" + unicodedata.normalize("NFD", text)


LAYOUTS: tuple[Callable[[str], str], ...] = (
    headline_in_capitals, without_blank_lines, between_menus, with_odd_blanks, decomposed,
)  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Statements]:
    """What every passage says in each layout, by the layout's name; "" is the passage as it is."""
    folder = tmp_path_factory.mktemp("layouts")
    for passage in sorted(PASSAGES.glob("*.txt")):
        text = passage.read_text(encoding="utf-8")
        (folder / f"{passage.stem}..txt").write_text(text, encoding="utf-8")
        for layout in LAYOUTS:
            name = f"{passage.stem}.{layout.__name__}.txt"
            (folder / name).write_bytes(layout(text).encode("utf-8"))
    read = read_documents(folder, find_files(folder), NO_SOURCES, 10)
    names = read.source_files.select("document_id", "path")
    rows = extract(read.documents, read.lines, vocabulary()).observations.join(names, on="document_id")
    parts = pl.col("path").str.split(".")
    told: dict[str, Statements] = {}
    for layout_name, passage_id, *statement in rows.select(
        parts.list.get(1).alias("layout"), parts.list.get(0).alias("passage"), *TOLD
    ).iter_rows():
        told.setdefault(layout_name, set()).add((passage_id, *statement))
    return told


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_layout_changes_nothing(told: dict[str, Statements], layout: Callable[[str], str]) -> None:
    plain, laid_out = told[""], told[layout.__name__]
    assert len(plain) > 1000
    changed = plain ^ laid_out
    # a row of cells may lose its form to odd blanks
    assert len(changed) <= len(plain) * 0.01, sorted(map(str, changed))[:20]
