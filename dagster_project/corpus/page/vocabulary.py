"""The phrases by which a page's furniture is known: `markers.csv`, one phrase a row.

`kind` says what the phrase announces; `match` whether it is the whole line or its start. Phrases are compared with a
line's `key` (`lines.line_key`): lower case, plain dashes, no bullets and numbers around it.

  masthead   page head: everything up to it stands before the headline
  toolbar    buttons around an article: the line alone
  section    a section's name, a menu where it stands before the headline
  related    a box of other articles, inside an article or after it
  end        a list of other articles, tags: nothing of the article follows
  comments   readers' reactions: nothing of the article follows
  footer     imprint: nothing of the article follows
  teaser     the line names another article
  caption, author, source   what the line is, in its place
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import polars as pl

MARKERS = Path(__file__).with_name("markers.csv")
CLOSING_KINDS = ("end", "comments", "footer")


@cache
def markers() -> pl.DataFrame:
    """The rows of markers.csv: phrase, kind, match, gloss."""
    return pl.read_csv(MARKERS, schema_overrides={"gloss": pl.String})


@cache
def whole_lines() -> dict[str, str]:
    """kind by phrase, of the phrases that are a whole line."""
    rows = markers().filter(pl.col("match") == "whole")
    return dict(zip(rows["phrase"].str.strip_chars(" :"), rows["kind"], strict=True))


@cache
def line_starts() -> dict[str, str]:
    """For each kind, a pattern of the phrases that begin a line, anchored."""
    rows = markers().filter(pl.col("match") == "start")
    kinds = rows["kind"].unique(maintain_order=True)
    return {kind: "^(?:" + "|".join(map(re.escape, _phrases(rows, kind))) + ")" for kind in kinds}


def _phrases(rows: pl.DataFrame, kind: str) -> list[str]:
    phrases = rows.filter(pl.col("kind") == kind)["phrase"]
    return sorted(phrases, key=len, reverse=True)


def marker_kind(key: pl.Expr) -> pl.Expr:
    """The kind of the marker that a line with this `key` is or begins with, else null."""
    whole = key.str.strip_chars_end(" :").replace_strict(whole_lines(), default=None, return_dtype=pl.String)
    starts = [
        pl.when(key.str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in line_starts().items()
    ]
    return pl.coalesce(whole, *starts)
