"""A lake written by hand: statements in, the Parquet of a refresh out.

Here: articles composed of statements whose evidence holds by construction, and the files that dbt reads. Not here:
labelled articles as a lake (`labelled_lake`), running dbt over a lake (`warehouse`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import dataframely as dy
import polars as pl

from dagster_project.lake.layout import SEGMENT_TABLES, WHOLE_TABLES, Lake
from dagster_project.lake.parquet import write_table
from dagster_project.lake.segments import write_segment

Row = dict[str, object]

SEGMENT_ID = "handmade"

FIRST_REFRESH: Row = {
    "refresh_id": "handmade-1",
    "started_at": datetime(2025, 1, 1, tzinfo=UTC),
    "finished_at": None,
    "n_documents": 0,
    "n_observations": 0,
    "extractor_version": "handmade",
    "project_version": "0",
}


@dataclass(frozen=True)
class Statement:
    """What one article says of one district. Where no wording is given, one is composed around the value."""

    district_id: str
    indicator_id: str
    value: float
    measure: str = "level"
    unit: str = "billion_vnd"
    period: tuple[date, date] = (date(2023, 1, 1), date(2023, 12, 31))
    status: str = "actual"
    bound: str = "exact"
    basis: str | None = None
    target_set: str | None = None
    decimals: int = 0
    value_text: str | None = None
    sentence: str | None = None

    @property
    def quantity(self) -> str:
        return self.value_text or f"{self.value:.{max(self.decimals, 0)}f}".replace(".", ",")

    @property
    def wording(self) -> str:
        return (
            self.sentence
            or f"Chỉ tiêu {self.indicator_id} của {self.district_id} là {self.quantity} {self.unit}."
        )


@dataclass(frozen=True)
class Article:
    """One document below RAW_DIR. Without a text of its own, it is its title and the wording of its statements."""

    file_name: str
    statements: Sequence[Statement] = ()
    publisher: str | None = None
    published_on: date | None = None
    event_on: date | None = None
    title: str = "Kết quả phát triển kinh tế - xã hội"
    own_text: str | None = None
    copies: Sequence[str] = ()
    unplaced: Sequence[str] = ()

    @property
    def text(self) -> str:
        if self.own_text is not None:
            return self.own_text
        return "\n".join([self.title, *(statement.wording for statement in self.statements), *self.unplaced])

    @property
    def document_id(self) -> str:
        return _digest(self.text)[:16]

    @property
    def file_names(self) -> list[str]:
        return [self.file_name, *self.copies]


@dataclass(frozen=True)
class Rejection:
    """A file that could not be read."""

    file_name: str
    reason: str
    detail: str = "The file could not be read."


def write_lake(
    lake_dir: Path,
    articles: Sequence[Article] = (),
    rejections: Sequence[Rejection] = (),
    scores: Sequence[Row] = (),
) -> Path:
    """Write everything that a refresh leaves for dbt below `lake_dir`; every table is typed even without a row."""
    lake = Lake(lake_dir)
    documents = list({article.document_id: article for article in articles}.values())
    rows_of: dict[str, Callable[[Article], list[Row]]] = {
        "document": _document_rows,
        "document_line": _line_rows,
        "observation": _observation_rows,
        "unplaced_quantity": _unplaced_rows,
    }
    rows = {name: [row for article in documents for row in make(article)] for name, make in rows_of.items()}
    write_segment(lake, SEGMENT_ID, {name: _frame(rows[name], SEGMENT_TABLES[name]) for name in rows_of})
    accepted = [_accepted_row(article, name) for article in articles for name in article.file_names]
    rejected = [_file_row(each.file_name, reason=each.reason, detail=each.detail) for each in rejections]
    whole = {
        "source_file": [*accepted, *rejected],
        "refresh_log": [FIRST_REFRESH],
        "extraction_score": scores,
    }
    for name, table_rows in whole.items():
        write_table(lake.table(name), _frame(table_rows, WHOLE_TABLES[name]))
    return lake_dir


def _frame(rows: Sequence[Row], schema: type[dy.Schema]) -> pl.DataFrame:
    dtypes = {name: column.dtype for name, column in schema.columns().items()}
    return schema.validate(pl.DataFrame(rows, dtypes), cast=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _accepted_row(article: Article, file_name: str) -> Row:
    return _file_row(
        file_name,
        document_id=article.document_id,
        content_sha256=_digest(article.text),
        segment_id=SEGMENT_ID,
    )


def _file_row(path: str, **known: object) -> Row:
    return {
        "path": path,
        "size_bytes": 1,
        "modified_ns": 1_700_000_000_000_000_000,
        "corpus_version": "handmade",
        "extractor_version": "handmade",
        **known,
    }


def _document_rows(article: Article) -> list[Row]:
    row: Row = {
        "document_id": article.document_id,
        "file_name": article.file_name,
        "media_type": "text",
        "title": article.title,
        "title_from": "first_line",
        "publisher": article.publisher,
        "publisher_from": "byline" if article.publisher else None,
        "published_on": article.published_on,
        "published_from": "byline" if article.published_on else None,
        "event_on": article.event_on,
        "event_from": "body" if article.event_on else None,
        "content_sha256": _digest(article.text),
        "text": article.text,
    }
    return [row]


def _line_rows(article: Article) -> list[Row]:
    rows: list[Row] = []
    start = 0
    for number, line in enumerate(article.text.split("\n")):
        if line.strip():
            rows.append(
                {
                    "document_id": article.document_id,
                    "line_number": number,
                    "char_start": start,
                    "char_end": start + len(line),
                    "role": "title" if number == 0 else "body",
                }
            )
        start += len(line) + 1
    return rows


def _observation_rows(article: Article) -> list[Row]:
    rows: list[Row] = []
    sentence_end = 0
    for number, statement in enumerate(article.statements):
        own_start = article.text.find(statement.wording, sentence_end)
        sentence_start = own_start if own_start >= 0 else article.text.index(statement.wording)
        char_start = sentence_start + statement.wording.index(statement.quantity)
        sentence_end = max(sentence_end, sentence_start)
        rows.append(
            {
                "observation_id": f"{article.document_id}-{number:03d}",
                "document_id": article.document_id,
                "district_id": statement.district_id,
                "indicator_id": statement.indicator_id,
                "measure": statement.measure,
                "value": statement.value,
                "unit": statement.unit,
                "bound": statement.bound,
                "status": statement.status,
                "period_start": statement.period[0],
                "period_end": statement.period[1],
                "basis": statement.basis,
                "target_set": statement.target_set,
                "value_text": statement.quantity,
                "sentence": statement.wording,
                "char_start": char_start,
                "char_end": char_start + len(statement.quantity),
                "sentence_start": sentence_start,
                "decimals": statement.decimals,
                "rule": "handmade",
                "period_from": "sentence",
                "district_from": "sentence",
            }
        )
    return rows


def _unplaced_rows(article: Article) -> list[Row]:
    """A sentence that is its own quantity: enough to lead an unplaced quantity back to its text."""
    return [
        {
            "unplaced_id": f"{article.document_id}-u{number:03d}",
            "document_id": article.document_id,
            "value_text": sentence,
            "reason": "unknown_indicator",
            "sentence": sentence,
            "char_start": article.text.index(sentence),
            "char_end": article.text.index(sentence) + len(sentence),
        }
        for number, sentence in enumerate(article.unplaced)
    ]
