"""The top of a page: where the headline is, and where the article's text begins.

Here: telling the headline from menus, dates and names. Not here: the roles themselves (`roles`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.page.frames import first_row_where, last_row_where, spread
from dagster_project.corpus.page.vocabulary import kind_is

SENTENCE = 40  # characters; a closed line from here on is text, a shorter one may be a slogan
HEADLINE_WORDS = 4
HEADLINE_CHARS = 8
QUESTION_CHARS = 150  # a headline may ask or exclaim: "Vì sao ...?"
# the head of an official paper: "UBND HUYỆN HOÀI ĐỨC", alone on its line
OFFICE = (
    r"(?i)^((?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|huyện ủy|quận ủy|thị ủy|đảng bộ)"
    r" (?:quận|huyện|thị xã) \p{L}+(?: \p{L}+){0,2})$"
)
ECHOED = 0.2  # of a headline's pairs of words, those that its page uses again; of a banner's hardly any are


def find_headline(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` with content_row, title_row, title_key, title_chars and title_from, the same on every line of a document.

    content_row   the first line of running text, a list or a table; past the last row where there is none
    title_row     the headline above it, null where there is none
    title_from    first_line; repeated_line where the page shows again one of several; headline where it was chosen
                  among the lines above the text
    """
    lines = first_row_where(lines, _is_content(), "content_row").with_columns(
        pl.col("content_row").fill_null(lines.height)
    )
    return spread(lines, _headlines(lines))


def is_furniture() -> pl.Expr:
    """Menus and buttons, by vocabulary or by signs between the names of sections."""
    return (kind_is("toolbar", "section") & ~pl.col("bullet")) | _is_masthead()


def _is_masthead() -> pl.Expr:
    """A portal's name with the article's date beside it stands below the headline: only as the first line it is the
    page's."""
    byline = pl.col("dated") & ~pl.col("is_first")
    return (kind_is("masthead") & ~byline) | (pl.col("strip") & ~pl.col("date_line"))


def _is_content() -> pl.Expr:
    sentence = pl.col("closed") & (pl.col("n_chars") >= SENTENCE)
    # "🔥 Ba Vì 2023 - những con số": a headline that a post sets a picture before
    opens = pl.col("is_first") & ~pl.col("closed")
    item = (pl.col("bullet") | pl.col("table")) & pl.col("digit") & ~pl.col("dated") & ~opens
    named = pl.col("kind").is_not_null() & ~kind_is("caption")
    asks = pl.col("last_char").is_in(["?", "!"]) & (pl.col("n_chars") <= QUESTION_CHARS)
    text = ((pl.col("prose") | sentence) & ~asks) | item
    return text & ~named & ~pl.col("date_line") & ~_is_masthead()


def _headlines(lines: pl.DataFrame) -> pl.DataFrame:
    """document, title_row, title_key, title_from: the best candidate above the text of each document."""
    top = last_row_where(lines.filter(pl.col("row") < pl.col("content_row")), _is_masthead(), "masthead_row")
    candidates = top.filter(
        (pl.col("kind").is_null() | kind_is("caption"))
        & ~(pl.col("date_line") | pl.col("author") | is_furniture())
        & (pl.col("n_chars") >= HEADLINE_CHARS)
    ).select(
        "document",
        "row",
        title_key="key",
        is_first="is_first",
        # "Kết quả như sau:" leads on to a list
        headed=~pl.col("line").str.contains(OFFICE) & ~pl.col("continues"),
        undated=~pl.col("dated"),
        below_masthead=pl.col("row") > pl.col("masthead_row").fill_null(-1),
        worded=pl.col("line").str.count_matches(" ", literal=True) >= HEADLINE_WORDS - 1,
    )
    rivals = candidates.filter(pl.len().over("document") > 1)
    below = lines.join(rivals.select("document").unique(), on="document", how="semi").select(
        "document", title_key="key", below_row="row"
    )
    shown_again = rivals.join(below, on=["document", "title_key"]).filter(pl.col("below_row") > pl.col("row"))
    candidates = candidates.with_columns(
        repeated=pl.col("row").is_in(shown_again["row"].implode()),
        echoed=pl.col("row").is_in(_echoed(lines, rivals).implode()),
    )
    best = candidates.sort(
        "document",
        *(
            pl.col(better)
            for better in ("below_masthead", "headed", "undated", "worded", "repeated", "echoed")
        ),
        "row",
        descending=[False, *[True] * 6, False],
    ).unique("document", keep="first", maintain_order=True)
    title_from = (
        pl.when("is_first")
        .then(pl.lit("first_line"))
        .when("repeated")
        .then(pl.lit("repeated_line"))
        .otherwise(pl.lit("headline"))
    )
    return best.select(
        "document",
        "title_key",
        title_row="row",
        title_chars=pl.col("title_key").str.len_chars(),
        title_from=title_from,
    )


def _echoed(lines: pl.DataFrame, rivals: pl.DataFrame) -> pl.Series:
    """The rows of the rivals whose words the page takes up again: a headline is about its article, a slogan or the
    weather above it is not."""
    pages = (
        lines.join(rivals.select("document").unique(), on="document", how="semi")
        .group_by("document", maintain_order=True)
        .agg(page=pl.col("line").str.to_lowercase().str.join(" "))
    )
    words = pl.col("title_key").str.to_lowercase().str.split(" ")
    following = pl.col("word").shift(-1).over("row")
    pairs = (
        rivals.select("document", "row", word=words)
        .explode("word")
        .select("document", "row", pair=pl.concat_str("word", following, separator=" "))
        .drop_nulls("pair")
        .join(pages, on="document")
    )
    again = pl.col("page").str.count_matches(pl.col("pair"), literal=True) > 1
    shares = pairs.group_by("row").agg(share=again.mean())
    return shares.filter(pl.col("share") >= ECHOED)["row"]
