"""Bytes to normalized text, a whole column at a time.

Here: encodings, Unicode forms, line breaks, odd spaces. Not here: HTML (`web_page`), nor what a line means (`page`).
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
from polars.exceptions import ComputeError

LINE_BREAKS = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
SPACES = ("\u00a0", "\u202f", *map(chr, range(0x2000, 0x200B)), "\u205f", "\u3000")
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad")
REPLACEMENTS = dict.fromkeys(LINE_BREAKS, "\n") | dict.fromkeys(SPACES, " ") | dict.fromkeys(INVISIBLE, "")

# One scan decides whether a text needs any rewriting; most need none.
UNUSUAL = (
    r"[\x0b-\x0d\x{85}\x{a0}\x{ad}\x{2000}-\x{200f}\x{2028}\x{2029}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]"
)
# A character outside of these ranges may change under NFC or combine with its neighbour.
NOT_SURELY_NFC = r"[^\x00-\x{2ff}\x{1ea0}-\x{1ef9}\x{2010}-\x{2027}\x{2030}-\x{203a}\x{20a0}-\x{20bf}]"
CONTROL = r"[\x00-\x08\x0e-\x1f\x7f]"
MOSTLY = 0.1  # of the characters; prose has none
SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"RIFF",
)

DETAILS = {
    "binary": "its bytes are those of a binary file, not of text",
    "broken_encoding": "it is neither valid UTF-8 nor UTF-16 with a byte order mark",
    "empty": "it holds no text",
}


def decode(read: pl.DataFrame) -> pl.DataFrame:
    """The frame of `reading.read_files` with `text` in place of `data`, and more reasons.

    `text` is null where `reason` is set: binary where the bytes are those of a known binary format or mostly control
    characters, broken_encoding where they are no UTF-8, empty where nothing but blanks is left.
    """
    data = read["data"]
    text = normalize(_to_string(data))
    frame = read.drop("data").with_columns(
        text=text,
        control=_control_share(text),
        signed=_is_signed(data),
        broken=text.is_null() & data.is_not_null(),
    )
    reasons = pl.coalesce(
        "reason",
        pl.when((pl.col("control") > MOSTLY) | pl.col("signed")).then(pl.lit("binary")),
        pl.when("broken").then(pl.lit("broken_encoding")),
        pl.when(pl.col("text").str.strip_chars() == "").then(pl.lit("empty")),
    )
    return explain(frame.with_columns(reason=reasons).drop("control", "signed", "broken"))


def explain(files: pl.DataFrame) -> pl.DataFrame:
    """`files` with a sentence in `detail` for each reason that has none, and no `text` where there is a reason."""
    sentence = pl.col("reason").replace_strict(DETAILS, default=None, return_dtype=pl.String)
    return files.with_columns(
        text=pl.when(pl.col("reason").is_null()).then("text"), detail=pl.coalesce("detail", sentence)
    )


def normalize(text: pl.Series) -> pl.Series:
    """NFC; line feeds alone break lines; every space is plain; nothing invisible is left. Tabs stay."""
    text = _rewrite(text, UNUSUAL, lambda rows: rows.str.replace_many(REPLACEMENTS, leftmost=True))
    return _rewrite(text, NOT_SURELY_NFC, lambda rows: rows.str.normalize("NFC"))


def _rewrite(text: pl.Series, pattern: str, rewritten: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """`text` with only those rows rewritten in which `pattern` occurs."""
    rows = text.str.contains(pattern).fill_null(False).arg_true()
    return text if rows.is_empty() else text.scatter(rows, rewritten(text.gather(rows)))


def _to_string(data: pl.Series) -> pl.Series:
    """UTF-8 as text, null where it is none. A column casts whole or not at all, so halves find the broken rows."""
    try:
        return data.cast(pl.String)
    except ComputeError:
        if data.len() == 1:
            return pl.Series(data.name, [None], pl.String)
        half = data.len() // 2
        return _to_string(data[:half]).append(_to_string(data[half:]))


def _control_share(text: pl.Series) -> pl.Series:
    """The share of control characters in each text; most texts have none and are not counted."""
    share = pl.zeros(text.len(), eager=True)
    rows = text.str.contains(CONTROL).fill_null(False).arg_true()
    if rows.is_empty():
        return share
    suspects = text.gather(rows)
    return share.scatter(rows, suspects.str.count_matches(CONTROL) / suspects.str.len_chars())


def _is_signed(data: pl.Series) -> pl.Series:
    starts = [pl.col(data.name).bin.starts_with(signature) for signature in SIGNATURES]
    return data.to_frame().select(pl.any_horizontal(starts)).to_series()
