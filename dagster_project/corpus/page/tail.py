"""The end of an article: what follows it on the page, and how it closes.

Here: which markers end the article and which only announce a box inside it; names and sources under the last
paragraph. Not here: the roles themselves (`roles`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.page.frames import first_row_where, last_row_where, mark, spread
from dagster_project.corpus.page.vocabulary import CLOSING_KINDS, kind_is

CREDIT_CHARS = 50
DUPLICATE_CHARS = 15  # shorter lines recur by chance


def find_end(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` (with content_row) with end_row, is_box, is_credit and is_closing.

    end_row      the first line after the article, past the last row where the article ends the page
    is_box       a marker of other articles inside the article: it covers the headlines right below it
    is_closing   a line of credits under the last paragraph: author, source, time
    """
    lines = _add_credits(lines).with_columns(_repetition())
    markers = _markers(lines)
    ends = markers.filter(~pl.col("is_box")).select("document", "row")
    ends = pl.concat([ends, _unmarked_teasers(lines)]).group_by("document").agg(end_row=pl.col("row").min())
    lines = spread(lines, ends).with_columns(
        pl.col("end_row").fill_null(lines.height),
        is_box=pl.col("row").is_in(markers.filter("is_box")["row"].implode()),
    )
    substance = ~(pl.col("is_credit") | pl.col("date_line") | pl.col("is_repeated_headline")) & (
        pl.col("row") < pl.col("end_row")
    )
    lines = last_row_where(lines, substance, "last_substance_row")
    in_tail = (pl.col("row") > pl.col("last_substance_row")) & (pl.col("row") > pl.col("content_row"))
    return lines.with_columns(is_closing=(in_tail & (pl.col("row") < pl.col("end_row"))).fill_null(False))


def _add_credits(lines: pl.DataFrame) -> pl.DataFrame:
    """`is_credit`: an author's name, or a line that names the author or the source."""
    lines = mark(
        lines,
        "sourced",
        pl.col("key").str.contains("(?i)^(?:nguồn|theo) "),
        pl.col("key").str.contains("https?:") | _is_name_of_source(),
    )
    return lines.with_columns(is_credit=pl.col("author") | pl.col("sourced") | kind_is("author", "source"))


def _is_name_of_source() -> pl.Expr:
    return (pl.col("n_chars") <= CREDIT_CHARS) & ~pl.col("digit") & ~pl.col("closed")


def _repetition() -> list[pl.Expr]:
    same = (
        (pl.col("key") == pl.col("key").shift(1))
        & ~pl.col("is_first")
        & (pl.col("n_chars") >= DUPLICATE_CHARS)
    )
    same = (same & ~pl.col("bullet") & ~pl.col("table")).fill_null(False)
    return [
        same.alias("repeats_previous"),
        ((same | same.shift(-1).fill_null(False)) & ~pl.col("closed")).alias("is_repeated_headline"),
    ]


def _markers(lines: pl.DataFrame) -> pl.DataFrame:
    """document, row, is_box of the markers below the first text; one above it belongs to the menu.

    A marker announces a box where the article visibly goes on below it: paragraph follows paragraph, which lists of
    other articles never do, as a headline stands before each summary there.
    """
    markers = lines.filter(
        kind_is(*CLOSING_KINDS, "related") & (pl.col("row") > pl.col("content_row"))
    ).select("document", "row", "kind", "first_row", "last_row")
    rows, first = markers["row"], markers["first_row"]
    runs_on = lines.select(
        pl.col("prose") & (pl.col("prose") | pl.col("bullet") | pl.col("table")).shift(1, fill_value=False)
    ).to_series()
    signed_off = (
        lines.select(pl.col("is_credit") | pl.col("date_line")).to_series().shift(1, fill_value=False)
    )
    prose, pairs = lines["prose"].cast(pl.Int64).cum_sum(), runs_on.cast(pl.Int64).cum_sum()
    prose_before = prose.gather(rows) - prose.gather(first) + lines["prose"].gather(first).cast(pl.Int64)
    markers = markers.with_columns(prose_before=prose_before, signed_off=signed_off.gather(rows))
    certain = kind_is(*CLOSING_KINDS) & (pl.col("prose_before") >= 2)
    markers = first_row_where(markers, certain, "certain_row")
    until = markers.select(pl.coalesce("certain_row", "last_row")).to_series()
    return markers.with_columns(
        prose_after=prose.gather(until) - prose.gather(rows),
        pairs_after=pairs.gather(until) - pairs.gather(rows),
    ).select("document", "row", is_box=~certain & _goes_on())


def _goes_on() -> pl.Expr:
    """Whether the article continues below a marker that may be a box inside it."""
    only_lead_before = pl.col("prose_before") <= 1
    lone_paragraph = only_lead_before & (pl.col("prose_after") == 1) & kind_is("related")
    return ((pl.col("pairs_after") >= 1) | lone_paragraph) & (only_lead_before | ~pl.col("signed_off"))


def _unmarked_teasers(lines: pl.DataFrame) -> pl.DataFrame:
    """document, row where a list of other articles begins unannounced: at least two headlines, each written twice,
    below which every paragraph is the summary of one of them."""
    second = pl.col("repeats_previous") & ~pl.col("closed")
    is_summary = second.shift(1) | (second.shift(2) & pl.col("date_line").shift(1))
    own_paragraph = pl.col("prose") & ~is_summary.fill_null(False)
    pairs = lines.filter(second & (pl.col("row") > pl.col("content_row"))).select("document", "row")
    own = (
        lines.select("document", "row", own=own_paragraph)
        .join(pairs, on="document", how="semi")
        .filter("own")
    )
    last_own = own.group_by("document").agg(last_own_row=pl.col("row").max())
    unowned = pairs.join(last_own, on="document").filter(pl.col("row") > pl.col("last_own_row"))
    starts = unowned.group_by("document").agg(pl.len(), row=pl.col("row").min() - 1)
    return starts.filter(pl.col("len") >= 2).select("document", "row")
