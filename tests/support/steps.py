"""Single steps of the extraction on single sentences, in the words of a test.

Here: quantities, periods and phrases as they stand in one line. Not here: whole observations (`observing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from dagster_project.extraction.mentions import stream
from dagster_project.extraction.mentions.periods import periods, resolve
from tests.support.observing import Article, corpus_frames, vocabulary


class Quantity(NamedTuple):
    """A quantity as it is written and what it is worth in its canonical unit."""

    text: str
    value: float
    unit: str | None
    bound: str


class Period(NamedTuple):
    """A period as it is written, the form that it has and what it resolves to."""

    text: str
    form: str
    start: date | None
    end: date | None


def article_lines(texts: Sequence[str]) -> pl.DataFrame:
    """Lines as the steps take them, each text a document of one line."""
    documents, lines = corpus_frames([Article(text, title=None) for text in texts])
    article = stream.article_lines(documents, lines, ("body",))
    return article.with_columns(role_of_line="role", line_in_document=pl.lit(0, pl.Int32))


def read_quantities(text: str) -> list[Quantity]:
    """The quantities of one line, in order."""
    return [
        Quantity(*row) for row in quantity_spans([text]).select("text", "value", "unit", "bound").iter_rows()
    ]


def quantity_spans(texts: Sequence[str]) -> pl.DataFrame:
    """The quantities of every line: line, start, end (bytes), text, value, unit, bound, part, decimals."""
    lines = article_lines(texts)
    spans = stream.mention_stream(lines, vocabulary())[1].sort("line", "start")
    return with_text(spans, lines)


def read_periods(text: str, year: int | None = None) -> list[Period]:
    """The periods of one line, in order; `year` is that of the article."""
    spans = period_spans([text], year)
    return [Period(*row) for row in spans.select("text", "form", "period_start", "period_end").iter_rows()]


def period_spans(texts: Sequence[str], year: int | None = None) -> pl.DataFrame:
    """The periods of every line: line, start, end (bytes), text, form, period_start, period_end."""
    lines = article_lines(texts)
    found = periods(lines)
    dated = found.with_columns(**resolve(pl.lit(year, pl.Int32)))
    return with_text(dated.drop("text"), lines)


def with_text(spans: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """`spans` with `text`: the bytes from start to end of the line as it was written."""
    piece = pl.col("line_text").cast(pl.Binary).bin.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    return (
        spans.join(lines.select("line", line_text="text"), on="line", how="left", maintain_order="left")
        .with_columns(text=piece.cast(pl.String))
        .drop("line_text")
    )
