"""Sentences put straight into the extraction, so that a test reads as an example.

    observe("Thu ngân sách đạt 5.606 tỷ đồng.")  ->  [Said(indicator="state_budget_revenue", value=5606.0, ...)]

Every line of the text is a line of an article's body, below a headline that names a district. Not here: files and
pages, which the corpus room reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl

from dagster_project.corpus.schemas import DocumentLine
from dagster_project.extraction import Extraction, Vocabulary, extract, load_vocabulary
from dagster_project.settings import SEEDS_DIR

TITLE = "UBND quận Hà Đông họp phiên thường kỳ"
REPORTED_ON = date(2023, 12, 15)


@dataclass(frozen=True)
class Said:
    """An observation in the words of the contract, without its evidence."""

    district: str
    indicator: str
    measure: str
    value: float
    unit: str
    bound: str
    status: str
    period: tuple[date, date]
    basis: str | None
    target_set: str | None
    text: str


@dataclass(frozen=True)
class Article:
    """A headline and lines with their roles, as the corpus hands them on."""

    body: str
    title: str | None = TITLE
    reported_on: date | None = REPORTED_ON
    role: str = "body"  # of every line but the headline
    publisher: str | None = None


def days(said: Said) -> tuple[str, str]:
    """The first and the last day of its period, as they are written."""
    return said.period[0].isoformat(), said.period[1].isoformat()


@cache
def vocabulary() -> Vocabulary:
    """The project's own, read once."""
    return load_vocabulary(SEEDS_DIR)


def observe(
    body: str, *, title: str | None = TITLE, on: date | None = REPORTED_ON, role: str = "body"
) -> list[Said]:
    """What the article says, in the order of the text."""
    return said_by(extract_articles([Article(body, title, on, role)]))


def observe_each(
    bodies: Iterable[str], *, title: str | None = TITLE, on: date | None = REPORTED_ON
) -> list[list[Said]]:
    """The same for many articles with one headline, in one extraction."""
    articles = [Article(body, title, on) for body in bodies]
    extraction = extract_articles(articles)
    return [said_by(extraction, number) for number in range(len(articles))]


def unplaced(body: str, *, title: str | None = TITLE, on: date | None = REPORTED_ON) -> list[tuple[str, str]]:
    """(value_text, reason) of the quantities that were not placed, in the order of the text."""
    left = extract_articles([Article(body, title, on)]).unplaced.sort("char_start")
    return list(left.select("value_text", "reason").iter_rows())


def extract_articles(articles: Sequence[Article]) -> Extraction:
    """One extraction over all of them; document_id is the position in the list."""
    return extract(*corpus_frames(articles), vocabulary())


def corpus_frames(articles: Sequence[Article]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(documents, lines) of the articles as the corpus hands them on; document_id is the position in the list."""
    texts = ["\n".join(filter(None, (article.title, article.body))) for article in articles]
    documents = pl.DataFrame(
        {
            "document_id": [str(number) for number in range(len(articles))],
            "text": texts,
            "event_on": [article.reported_on for article in articles],
            "published_on": [None for _ in articles],
            "publisher": [article.publisher for article in articles],
        },
        schema_overrides={"event_on": pl.Date, "published_on": pl.Date, "publisher": pl.String},
    )
    rows = [
        (str(number), *line)
        for number, (article, text) in enumerate(zip(articles, texts, strict=True))
        for line in _lines(article, text)
    ]
    lines = pl.DataFrame(rows, schema=list(DocumentLine.column_names()), orient="row")
    return documents, DocumentLine.cast(lines)


def _lines(article: Article, text: str) -> list[tuple[int, int, int, str]]:
    """(line_number, char_start, char_end, role) of every line that is not blank."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        role = "title" if number == 0 and article.title else article.role
        if line.strip():
            found.append((number, start, start + len(line), role))
        start += len(line) + 1
    return found


def said_by(extraction: Extraction, document: int = 0) -> list[Said]:
    """The observations of one of the articles, in the order of its text."""
    rows = extraction.observations.filter(pl.col("document_id") == str(document)).sort("char_start", "basis")
    return [
        Said(
            row["district_id"],
            row["indicator_id"],
            row["measure"],
            row["value"],
            row["unit"],
            row["bound"],
            row["status"],
            (row["period_start"], row["period_end"]),
            row["basis"],
            row["target_set"],
            row["value_text"],
        )
        for row in rows.iter_rows(named=True)
    ]
