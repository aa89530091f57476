"""The phrases by which a page's furniture is known: `markers.csv`, one phrase a row.

`kind` says what the phrase announces; `match` whether it is the whole line or its start. A phrase is compared with
a line's `key` (`lines.line_key`), whatever the case.

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
KINDS = (
    "masthead",
    "toolbar",
    "section",
    "related",
    "end",
    "comments",
    "footer",
    "teaser",
    "caption",
    "author",
    "source",
)
KIND = pl.Enum(list(KINDS))
CLOSING_KINDS = ("end", "comments", "footer")
_COUNT_BEHIND = r"(?: ?\([0-9]{1,4}\))?[ :]*$"  # "Bạn đọc bình luận (2):"


@cache
def markers() -> pl.DataFrame:
    """The rows of markers.csv: phrase, kind, match, gloss."""
    return pl.read_csv(
        MARKERS, schema={"phrase": pl.String, "kind": KIND, "match": pl.String, "gloss": pl.String}
    )


def add_kinds(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` (row, key) with `kind`: of the marker that a line is or begins with, else null."""
    # Lower case costs more than all the patterns together, and few lines are markers.
    marked = lines.select("row", "key").filter(pl.col("key").str.contains(_any_marker()))
    key = pl.col("key").str.to_lowercase()
    kind = pl.coalesce(
        key.str.replace(_COUNT_BEHIND, "").replace_strict(_kinds("whole"), default=None, return_dtype=KIND),
        key.str.extract(f"^({_alternatives('start')})").replace_strict(
            _kinds("start"), default=None, return_dtype=KIND
        ),
    )
    kinds = pl.repeat(None, lines.height, dtype=KIND, eager=True)
    return lines.with_columns(kind=kinds.scatter(marked["row"], marked.select(kind).to_series()))


def kind_is(*kinds: str) -> pl.Expr:
    """Whether a line's `kind` is one of these; false where it has none."""
    return pl.col("kind").is_in(pl.Series(kinds, dtype=KIND).implode()).fill_null(False)


@cache
def _any_marker() -> str:
    return f"(?i)^(?:(?:{_alternatives('whole')}){_COUNT_BEHIND}|{_alternatives('start')})"


@cache
def _kinds(match: str) -> dict[str, str]:
    rows = markers().filter(pl.col("match") == match)
    return dict(zip(rows["phrase"], rows["kind"], strict=True))


def _alternatives(match: str) -> str:
    """A pattern of the phrases, the longest first."""
    return "|".join(map(re.escape, sorted(_kinds(match), key=len, reverse=True)))
