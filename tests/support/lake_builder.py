"""A lake written by hand: statements in, the Parquet of a refresh out.

Here: articles composed of statements whose evidence holds by construction, and the files that dbt reads. Not here:
labelled articles as a lake (`labelled_lake`), running dbt over a lake (`warehouse`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import dataframely as dy
import polars as pl

from dagster_project.corpus.schemas import Document, DocumentLine, SourceFile
from dagster_project.extraction.schemas import Observation, UnplacedQuantity

SEGMENT_ID = "handmade"

REFRESH_LOG_SCHEMA = {
    "refresh_id": pl.String(),
    "started_at": pl.Datetime("us", "UTC"),
    "finished_at": pl.Datetime("us", "UTC"),
    "n_documents": pl.Int64(),
    "n_observations": pl.Int64(),
    "extractor_version": pl.String(),
    "project_version": pl.String(),
}
EXTRACTION_SCORE_SCHEMA = {
    "scored_at": pl.Datetime("us", "UTC"),
    "extractor_version": pl.String(),
    "corpus": pl.String(),
    "split": pl.String(),
    "indicator_id": pl.String(),
    "measure": pl.String(),
    "n_required": pl.Int64(),
    "n_found": pl.Int64(),
    "n_false": pl.Int64(),
    "n_exact": pl.Int64(),
    "precision": pl.Float64(),
    "recall": pl.Float64(),
    "f1": pl.Float64(),
    "exact": pl.Float64(),
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
        return self.sentence or f"Chỉ tiêu {self.indicator_id} của {self.district_id} là {self.quantity} {self.unit}."


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


@dataclass(frozen=True)
class Rejection:
    """A file that could not be read."""

    file_name: str
    reason: str
    detail: str = "The file could not be read."


@dataclass(frozen=True)
class Lake:
    """Everything that a refresh leaves for dbt."""

    articles: Sequence[Article] = ()
    rejections: Sequence[Rejection] = ()
    refreshes: Sequence[dict[str, object]] = field(default_factory=lambda: [_first_refresh()])
    scores: Sequence[dict[str, object]] = ()


def write_lake(lake: Lake, lake_dir: Path) -> Path:
    """Write every table of the lake below `lake_dir`, each typed even where it has no row."""
    documents = {article.document_id: article for article in lake.articles}.values()
    _write_segment(lake_dir, "document", Document, [_document_row(article) for article in documents])
    _write_segment(lake_dir, "document_line", DocumentLine, _rows_of(documents, _line_rows))
    _write_segment(lake_dir, "observation", Observation, _rows_of(documents, _observation_rows))
    _write_segment(lake_dir, "unplaced_quantity", UnplacedQuantity, _rows_of(documents, _unplaced_rows))
    _write_ledger(lake_dir, lake)
    pl.DataFrame(lake.refreshes, REFRESH_LOG_SCHEMA).write_parquet(lake_dir / "refresh_log.parquet")
    pl.DataFrame(lake.scores, EXTRACTION_SCORE_SCHEMA).write_parquet(lake_dir / "extraction_score.parquet")
    return lake_dir


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _first_refresh() -> dict[str, object]:
    now = datetime(2025, 1, 1, tzinfo=UTC)
    return {
        "refresh_id": "refresh-1",
        "started_at": now,
        "finished_at": now,
        "n_documents": 0,
        "n_observations": 0,
        "extractor_version": "handmade",
        "project_version": "0.1.0",
    }


def _write_segment(
    lake_dir: Path, table: str, schema: type[dy.Schema], rows: Sequence[dict[str, object]]
) -> None:
    folder = lake_dir / table
    folder.mkdir(parents=True, exist_ok=True)
    frame = pl.DataFrame(rows, {name: column.dtype for name, column in schema.columns().items()})
    valid = schema.validate(frame, cast=True)
    valid.with_columns(segment_id=pl.lit(SEGMENT_ID)).write_parquet(folder / f"{SEGMENT_ID}.parquet")


def _write_ledger(lake_dir: Path, lake: Lake) -> None:
    accepted = [
        _file_row(name, document_id=article.document_id, content_sha256=_digest(article.text))
        for article in lake.articles
        for name in (article.file_name, *article.copies)
    ]
    rejected = [_file_row(each.file_name, reason=each.reason, detail=each.detail) for each in lake.rejections]
    schema = {name: column.dtype for name, column in SourceFile.columns().items()}
    frame = SourceFile.validate(pl.DataFrame([*accepted, *rejected], schema), cast=True)
    frame.with_columns(
        segment_id=pl.when(pl.col("reason").is_null()).then(pl.lit(SEGMENT_ID))
    ).write_parquet(lake_dir / "source_file.parquet")


def _file_row(path: str, **known: object) -> dict[str, object]:
    unknown = {"content_sha256": None, "document_id": None, "reason": None, "detail": None}
    return {"path": path, "size_bytes": 1, "modified_ns": 1_700_000_000_000_000_000, **unknown, **known}


def _document_row(article: Article) -> dict[str, object]:
    return {
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


def _rows_of(
    articles: Iterable[Article], rows: Callable[[Article], list[dict[str, object]]]
) -> list[dict[str, object]]:
    return [row for article in articles for row in rows(article)]


def _line_rows(article: Article) -> list[dict[str, object]]:
    rows, start = [], 0
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


def _observation_rows(article: Article) -> list[dict[str, object]]:
    rows = []
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


def _unplaced_rows(article: Article) -> list[dict[str, object]]:
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
