"""Files to documents: the steps of the room in their order.

Here: the way from bytes to the three frames, and what wins where two sources say different things. Not here: any
step of its own.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dagster_project.corpus.attribution import attributions, publisher_of
from dagster_project.corpus.decoding import decode
from dagster_project.corpus.events import article_lines, event_dates
from dagster_project.corpus.page import assign_roles, split_lines
from dagster_project.corpus.publication import confirm_headers, page_dates
from dagster_project.corpus.reading import read_files
from dagster_project.corpus.schemas import Document, DocumentLine, SourceFile
from dagster_project.corpus.sources import Sources
from dagster_project.corpus.web_page import extract_pages
from dagster_project.corpus.wrapping import unwrap
from dagster_project.isolation import isolate

ID_DIGITS = 16
READING_FAILED = "reading_failed"


@dataclass(frozen=True)
class Corpus:
    """What a batch of files holds: `documents` (schema Document), `lines` (DocumentLine), `source_files`
    (SourceFile). Every file is in `source_files`; copies of one text share their row in `documents`."""

    documents: pl.DataFrame
    lines: pl.DataFrame
    source_files: pl.DataFrame


def read_documents(raw_dir: Path, files: pl.DataFrame, sources: Sources, max_file_mb: float) -> Corpus:
    """The documents in `files` (path, size_bytes, modified_ns) below `raw_dir`.

    Memory is some ten times the size of the files: pass batches. A file that cannot be used is a row of
    `source_files` with its reason (too_large, unreadable, broken_encoding, binary, empty, or reading_failed where a
    step of this room breaks off at it) and nothing else.
    """
    files = files.sort("path")
    isolated = isolate(lambda batch: _read_batch(raw_dir, batch, sources, max_file_mb), files)
    if not isolated.failed:
        return isolated.results[0] if len(isolated.results) == 1 else _joined(isolated.results, [])
    return _joined(isolated.results, [_rejected(files[row], error) for row, error in isolated.failed.items()])


def _rejected(file: pl.DataFrame, error: str) -> pl.DataFrame:
    return SourceFile.validate(
        file.select(
            "path",
            "size_bytes",
            "modified_ns",
            content_sha256=pl.lit(None, pl.String),
            document_id=pl.lit(None, pl.String),
            reason=pl.lit(READING_FAILED),
            detail=pl.lit(f"reading it broke off: {error}"),
        ),
        cast=True,
    )


def _joined(parts: list[Corpus], rejected: list[pl.DataFrame]) -> Corpus:
    """One corpus of several; a text that two parts hold is described after its first file."""
    documents = pl.concat([part.documents for part in parts] or [Document.create_empty()])
    lines = pl.concat([part.lines for part in parts] or [DocumentLine.create_empty()])
    return Corpus(
        documents=documents.unique("document_id", keep="first", maintain_order=True),
        lines=lines.unique(["document_id", "line_number"], keep="first", maintain_order=True),
        source_files=pl.concat([*(part.source_files for part in parts), *rejected]).sort("path"),
    )


def _read_batch(raw_dir: Path, files: pl.DataFrame, sources: Sources, max_file_mb: float) -> Corpus:
    read = unwrap(extract_pages(decode(read_files(raw_dir, files, max_file_mb))))
    read = read.with_columns(document_id=_document_ids(read))
    distinct = (
        read.drop_nulls("document_id")
        .unique("document_id", keep="first", maintain_order=True)
        .with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).alias("document"))
    )
    lines = assign_roles(split_lines(distinct["text"]))
    documents = _describe(distinct, lines, sources)
    ids = distinct["document_id"].gather(lines["document"])
    return Corpus(
        documents=Document.validate(documents.select(Document.column_names()), cast=True),
        lines=DocumentLine.validate(
            lines.with_columns(document_id=ids).select(DocumentLine.column_names()), cast=True
        ),
        source_files=SourceFile.validate(read.select(SourceFile.column_names()), cast=True),
    )


def _document_ids(read: pl.DataFrame) -> pl.Series:
    """The first digits of the SHA-256 of each text: where it is not the file's bytes as they are, it is hashed here,
    text by text, as no column expression does that."""
    changed = (read["text"].is_not_null() & ~read["verbatim"]).arg_true()
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in read["text"].gather(changed)]
    ids = read.select(pl.when(pl.col("text").is_not_null()).then("content_sha256")).to_series()
    return ids.scatter(changed, digests).str.head(ID_DIGITS)


def _describe(distinct: pl.DataFrame, lines: pl.DataFrame, sources: Sources) -> pl.DataFrame:
    """`distinct` with title, author, publisher, url and dates, each with how it was found.

    What a person wrote into sources.yml wins over the page's metadata, and that over what the text says.
    """
    known = sources.entries.select("path", pl.exclude("path", "obtained", "licence").name.prefix("known_"))
    headline = lines.filter(pl.col("role") == "title").select(
        "document", page_title="line", page_title_from="title_from"
    )
    described = (
        distinct.rename({"path": "file_name"})
        .join(known, left_on="file_name", right_on="path", how="left", maintain_order="left")
        .join(headline, on="document", how="left", maintain_order="left")
        .join(attributions(lines), on="document", how="left", maintain_order="left")
        .join(page_dates(lines), on="document", how="left", maintain_order="left")
    )
    described = described.with_columns(
        *_first_of("title", ("html_title", "html_metadata"), ("page_title", "page_title_from")),
        *_first_of("author", ("html_author", "html_metadata"), ("author", "author_from")),
        *_first_of("url", ("known_url", "sources_yml"), ("html_url", "html_metadata"), ("url", "url_from")),
        *_first_of(
            "published_on",
            ("known_published_on", "sources_yml"),
            ("html_published_on", "html_metadata"),
            ("published_on", "published_from"),
        ),
    )
    article = article_lines(lines)
    events = event_dates(lines, article, described.select("document", "published_on", "page_date"))
    described = described.join(events, on="document", how="left", maintain_order="left")
    described = confirm_headers(described, article)
    return described.with_columns(url_publisher=publisher_of(pl.col("url"))).with_columns(
        *_first_of(
            "publisher",
            ("known_publisher", "sources_yml"),
            ("url_publisher", "url"),
            ("html_publisher", "html_metadata"),
            ("publisher", "publisher_from"),
        ),
        *_first_of("event_on", ("known_event_on", "sources_yml"), ("event_on", "event_from")),
    )


def _first_of(column: str, *candidates: tuple[str, str]) -> list[pl.Expr]:
    """`column` and its `_from`: the first of the candidates, each a column and where it comes from (a column of that
    name for the last one, which is the text's own, otherwise the words themselves)."""
    origin = f"{column.removesuffix('_on')}_from"
    *stated, (own, own_from) = candidates
    origins = [pl.when(pl.col(name).is_not_null()).then(pl.lit(words)) for name, words in stated]
    own_origin = pl.when(pl.col(own).is_not_null()).then(own_from)
    return [
        pl.coalesce(*(name for name, _ in stated), own).alias(column),
        pl.coalesce(*origins, own_origin).alias(origin),
    ]
