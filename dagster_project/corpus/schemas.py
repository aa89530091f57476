"""The frames that leave the corpus room.

Declared here: the shape of a source file's ledger row, a document and a document's lines. Not here: how they are
made (`reading`, `page`, `events`), nor anything about quantities.
"""

from __future__ import annotations

import dataframely as dy

LINE_ROLES = (
    "title",  # the headline, once
    "byline",  # author, newspaper, time of publication
    "lead",  # the paragraph under the headline
    "heading",  # a subheading inside the article
    "body",
    "list_item",  # a bulleted or numbered line of the article
    "table_row",  # a row of a small table copied as text
    "caption",  # under a picture; also the headline repeated above it
    "teaser",  # the headline or summary of another article
    "menu",
    "comment",
    "footer",
)
"""Every non-blank line of a page plays exactly one of these parts."""

ARTICLE_ROLES = ("title", "lead", "heading", "body", "list_item", "table_row")
"""The roles whose text is the article's own words: what the extraction reads."""


class SourceFile(dy.Schema):
    """One row for each file below RAW_DIR as it is now: accepted, a copy, or rejected."""

    path = dy.String(primary_key=True)  # relative to RAW_DIR, with forward slashes
    size_bytes = dy.Int64(nullable=False)
    modified_ns = dy.Int64(nullable=False)
    content_sha256 = dy.String(nullable=True)  # null where the bytes were never read (over the size limit)
    document_id = dy.String(nullable=True)  # null where rejected; shared by copies of one text
    reason = dy.String(
        nullable=True
    )  # why it was rejected: empty, binary, broken_encoding, too_large, unreadable, reading_failed, extraction_failed
    detail = dy.String(nullable=True)  # the reason in a sentence, for a person


class Document(dy.Schema):
    """One row for each distinct text. `text` is normalized; every offset of the project counts its characters.

    Each `_from` says how the value beside it was found: `sources_yml` or `html_metadata`, else from the text:
    title first_line, headline, repeated_line; author byline; publisher url, source_line, dateline,
    portal (a district's, named around the article);
    url source_line; published byline, page_head (above the headline, with a time), headline (at its end, with a time),
    dateline (place and day before the first sentence), page_header (without a time, and the article speaks of that
    date, or the date stands alone above the headline and nothing speaks against it); event "<place>:<year>": the day
    stands in a dateline, sentence or caption, its year is written there or told by publication, text or page_header.
    """

    document_id = dy.String(primary_key=True)  # first 16 hex digits of the SHA-256 of `text`
    file_name = dy.String(nullable=False)  # relative path of the first file, by name, that holds the text
    media_type = dy.Enum(["text", "html"], nullable=False)
    title = dy.String(nullable=True)
    title_from = dy.String(nullable=True)
    author = dy.String(nullable=True)
    author_from = dy.String(nullable=True)
    publisher = dy.String(nullable=True)
    publisher_from = dy.String(nullable=True)
    url = dy.String(nullable=True)
    url_from = dy.String(nullable=True)
    published_on = dy.Date(nullable=True)
    published_from = dy.String(nullable=True)
    event_on = dy.Date(nullable=True)
    event_from = dy.String(nullable=True)
    content_sha256 = dy.String(nullable=False)  # of the bytes of the file named in file_name
    text = dy.String(nullable=False)


class DocumentLine(dy.Schema):
    """One row for each non-blank line: `text[char_start:char_end]` is the line, without its line break."""

    document_id = dy.String(primary_key=True)
    line_number = dy.Int32(primary_key=True)  # from 0, blank lines counted
    char_start = dy.Int32(nullable=False)
    char_end = dy.Int32(nullable=False)
    role = dy.Enum(list(LINE_ROLES), nullable=False)
