"""The top of a page: where the headline is, and where the article's text begins.

Here: telling the headline from menus, dates and names. Not here: the roles themselves (`roles`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.page.per_document import first_row, last_row, spread

SENTENCE = 40  # characters; a closed line from here on is text, a shorter one may be a slogan
HEADLINE_WORDS = 4


def find_headline(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` with content_row, title_row and title_from, the same on every line of a document.

    content_row   the first line of running text, a list or a table; past the last row where there is none
    title_row     the headline above it, null where there is none
    title_from    repeated_line where the page shows it again, first_line, or headline
    """
    lines = first_row(lines, _is_content(), "content_row").with_columns(
        pl.col("content_row").fill_null(lines.height)
    )
    lines = last_row(lines, _is_masthead() & (pl.col("row") < pl.col("content_row")), "masthead_row")
    return spread(lines, _headlines(lines))


def is_furniture() -> pl.Expr:
    """Menus and buttons, by vocabulary or by signs between the names of sections."""
    named = pl.col("kind").is_in(["masthead", "toolbar", "section"]).fill_null(False)
    return named | (pl.col("menu_signs") & ~pl.col("closed") & ~pl.col("date_line") & ~pl.col("digit"))


def _is_content() -> pl.Expr:
    sentence = pl.col("closed") & (pl.col("n_chars") >= SENTENCE)
    item = (pl.col("bullet") | pl.col("table")) & pl.col("digit")
    named = pl.col("kind").is_not_null() & (pl.col("kind") != "caption")
    return (pl.col("prose") | sentence | item) & ~named & ~pl.col("date_line") & ~_is_masthead()


def _is_masthead() -> pl.Expr:
    strip = pl.col("menu_signs") & ~pl.col("closed") & ~pl.col("date_line") & ~pl.col("digit")
    return (pl.col("kind") == "masthead").fill_null(False) | strip


def _headlines(lines: pl.DataFrame) -> pl.DataFrame:
    """document, title_row, title_from, title_key: the best candidate above the text of each document."""
    candidates = lines.filter(
        (pl.col("row") < pl.col("content_row"))
        & (pl.col("kind").is_null() | (pl.col("kind") == "caption"))
        & ~(pl.col("date_line") | pl.col("author") | is_furniture())
        & (pl.col("n_chars") >= 8)
    ).select(
        "document",
        "key",
        "is_first",
        "row",
        below_masthead=pl.col("row") > pl.col("masthead_row").fill_null(-1),
        worded=pl.col("line").str.count_matches(" ", literal=True) >= HEADLINE_WORDS - 1,
    )
    shown = lines.select("document", "key", later="row").join(
        candidates.select("document", "key", "row"), on=["document", "key"]
    )
    repeated = shown.filter(pl.col("later") > pl.col("row"))["row"].unique()
    candidates = candidates.with_columns(
        repeated=pl.col("row").is_in(repeated.implode()) & pl.col("key").is_not_null()
    )
    best = candidates.sort(
        "document", "below_masthead", "worded", "repeated", "row", descending=[False, True, True, True, False]
    ).unique("document", keep="first", maintain_order=True)
    return best.select(
        "document",
        title_row="row",
        title_key="key",
        title_from=pl.when("repeated")
        .then(pl.lit("repeated_line"))
        .when("is_first")
        .then(pl.lit("first_line"))
        .otherwise(pl.lit("headline")),
    )
