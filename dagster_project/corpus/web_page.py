"""HTML to the article's text and to what the page says of itself in its metadata.

Here: the calls of trafilatura, one page at a time. Not here: the roles of the lines it leaves (`page`).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

import polars as pl
import trafilatura

from dagster_project.corpus.decoding import explain, normalize

METADATA_SCHEMA = pl.Schema(
    {
        "html_title": pl.String(),
        "html_author": pl.String(),
        "html_publisher": pl.String(),
        "html_url": pl.String(),
        "html_published_on": pl.Date(),
    }
)
HTML_NAME = r"(?i)\.html?$"
HTML_START = r"(?i)^\s*(?:<!doctype html|<html[\s>])"

# Where a page states its own date. trafilatura would also take one from the running text, a licence's for example;
# the text's dates are for `events`, which sees the words around them.
DATE_PATHS = (
    "//meta[@property='article:published_time' or @property='og:published_time']/@content",
    "//meta[@itemprop='datePublished' or @itemprop='dateCreated']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='dc.date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
ISO_DATE = re.compile(r"\s*([0-9]{4})-([0-9]{2})-([0-9]{2})")
TABLE_RULE = r"(?m)^\|[-|]+\|\n?"  # trafilatura draws one under a table's head


class _Article(NamedTuple):
    text: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    failure: str | None = None


ARTICLE_SCHEMA = pl.Schema({"article": pl.String(), **METADATA_SCHEMA, "failure": pl.String()})


def extract_pages(files: pl.DataFrame) -> pl.DataFrame:
    """`files` (path, text, verbatim, reason, detail) with media_type and METADATA_SCHEMA; of a page, `text` is
    the article.

    A file is a page by its name, or because it begins as HTML does. One without an article is rejected as empty, one
    that cannot be parsed as unreadable.
    """
    files = files.with_row_index("row")
    is_page = pl.col("text").is_not_null() & (
        pl.col("path").str.contains(HTML_NAME) | pl.col("text").str.head(200).str.contains(HTML_START)
    )
    pages = files.filter(is_page).select("row", "text")
    articles = pl.DataFrame([_article(text) for text in pages["text"]], schema=ARTICLE_SCHEMA, orient="row")
    articles = articles.with_columns(
        normalize(articles["article"].str.replace_all(TABLE_RULE, "")).alias("article")
    )
    joined = files.join(pages.select("row").hstack(articles), on="row", how="left", maintain_order="left")
    page = pl.col("row").is_in(pages["row"].implode())
    blank = pl.col("article").fill_null("").str.strip_chars() == ""
    failed = pl.col("failure").is_not_null()
    return joined.select(
        pl.exclude("row", "article", "text", "verbatim", "reason", "detail", "failure"),
        media_type=pl.when(page).then(pl.lit("html")).otherwise(pl.lit("text")),
        text=pl.when(page).then("article").otherwise("text"),
        verbatim=pl.col("verbatim") & ~page,
        reason=pl.when(failed)
        .then(pl.lit("unreadable"))
        .when(page & blank)
        .then(pl.lit("empty"))
        .otherwise("reason"),
        detail=pl.coalesce("detail", "failure"),
    ).pipe(explain)


def _article(html: str) -> _Article:
    """What one page holds; a page that breaks the parser is one rejected file, not the end of a batch."""
    try:
        return _extract(html)
    except Exception as error:
        return _Article(failure=f"the HTML could not be parsed: {error}")


def _extract(html: str) -> _Article:
    tree = trafilatura.load_html(html)
    if tree is None:
        return _Article()
    published_on = _metadata_date(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        return _Article()
    text = found.text
    if found.title and not text.startswith(found.title):
        text = f"{found.title}\n\n{text}"
    return _Article(text, found.title, found.author, found.sitename, found.url, published_on)


def _metadata_date(tree: Any) -> date | None:
    stated = [str(value) for path in DATE_PATHS for value in tree.xpath(path)]
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        stated += JSON_DATE.findall(str(script))
    for value in stated:
        match = ISO_DATE.match(value)
        if match:
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                continue
    return None
