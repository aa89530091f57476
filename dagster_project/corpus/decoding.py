"""Bytes to normalized text, a whole column at a time.

Here: encodings, Unicode forms, line breaks, odd spaces. Not here: HTML (`web_page`), nor what a line means (`page`).
"""

from __future__ import annotations

import polars as pl
from polars.exceptions import ComputeError

LINE_BREAKS = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
SPACES = ("\u00a0", "\u202f", *map(chr, range(0x2000, 0x200B)), "\u205f", "\u3000")
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad")
REPLACEMENTS = dict.fromkeys(LINE_BREAKS, "\n") | dict.fromkeys(SPACES, " ") | dict.fromkeys(INVISIBLE, "")

# Characters that are surely no reason to rewrite or to refuse a text. One scan finds the few texts with others.
ORDINARY = (
    r"\t\n\x20-\x7e\x{a1}-\x{ac}\x{ae}-\x{2ff}\x{1ea0}-\x{1ef9}"  # Latin and the letters of Vietnamese
    r"\x{2010}-\x{2027}\x{2030}-\x{203a}\x{20a0}-\x{20bf}"  # dashes, quotes, currencies
)
UNUSUAL = f"[^{ORDINARY}]"
BREAKS_AND_SPACES = (
    r"[\x0b-\x0d\x{85}\x{a0}\x{ad}\x{2000}-\x{200f}\x{2028}\x{2029}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]"
)
# Below U+0300 nothing combines or changes under NFC, nor do Vietnamese letters and ordinary punctuation above it.
NOT_SURELY_NFC = f"[^\\x00-\\xa0\\xad{ORDINARY}]"
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
    """The frame of `reading.read_files` with `text` and `verbatim` in place of `data`, and more reasons.

    `text` is null where `reason` is set: binary where the bytes are those of a known binary format or mostly control
    characters, broken_encoding where they are no UTF-8, empty where nothing but blanks is left. `verbatim` says that
    the text is the file's bytes as they are.
    """
    data = read["data"]
    raw = _to_string(data)
    unusual = _rows_with(raw, UNUSUAL)
    suspects = raw.gather(unusual)
    text = raw.scatter(unusual, _normalize_unusual(suspects))
    frame = read.with_columns(
        text=text,
        control=pl.zeros(raw.len(), eager=True).scatter(unusual, _control_share(suspects)),
        signed=_is_signed(data),
        broken=raw.is_null() & data.is_not_null(),
        verbatim=~pl.col("recoded") & (text.cast(pl.Binary) == data),
    )
    reason = pl.coalesce(
        "reason",
        pl.when((pl.col("control") > MOSTLY) | pl.col("signed")).then(pl.lit("binary")),
        pl.when("broken").then(pl.lit("broken_encoding")),
        pl.when(~pl.col("text").str.contains(r"[^ \t\n]")).then(pl.lit("empty")),
    )
    return explain(frame.with_columns(reason=reason).drop("data", "recoded", "control", "signed", "broken"))


def explain(files: pl.DataFrame) -> pl.DataFrame:
    """`files` with a sentence in `detail` for each reason that has none, and no `text` where there is a reason."""
    sentence = pl.col("reason").replace_strict(DETAILS, default=None, return_dtype=pl.String)
    return files.with_columns(
        text=pl.when(pl.col("reason").is_null()).then("text"), detail=pl.coalesce("detail", sentence)
    )


def normalize(text: pl.Series) -> pl.Series:
    """NFC; line feeds alone break lines; every space is plain; nothing invisible is left. Tabs stay."""
    unusual = _rows_with(text, UNUSUAL)
    return text.scatter(unusual, _normalize_unusual(text.gather(unusual)))


def _normalize_unusual(text: pl.Series) -> pl.Series:
    rows = _rows_with(text, BREAKS_AND_SPACES)
    text = text.scatter(rows, text.gather(rows).str.replace_many(REPLACEMENTS, leftmost=True))
    rows = _rows_with(text, NOT_SURELY_NFC)
    return text.scatter(rows, text.gather(rows).str.normalize("NFC"))


def _rows_with(text: pl.Series, pattern: str) -> pl.Series:
    """Where `pattern` occurs: what is rare is then done for those rows alone."""
    return text.str.contains(pattern).fill_null(False).arg_true()


def _control_share(text: pl.Series) -> pl.Series:
    """The share of control characters in each text."""
    return text.str.count_matches(CONTROL) / text.str.len_chars()


def _to_string(data: pl.Series) -> pl.Series:
    """UTF-8 as text, null where it is none. A column casts whole or not at all, so halves find the broken rows."""
    try:
        return data.cast(pl.String)
    except ComputeError:
        if data.len() == 1:
            return pl.Series(data.name, [None], pl.String)
        half = data.len() // 2
        return _to_string(data[:half]).append(_to_string(data[half:]))


def _is_signed(data: pl.Series) -> pl.Series:
    """Whether the bytes begin as those of a known binary format do."""
    starts = [pl.col(data.name).bin.starts_with(signature) for signature in SIGNATURES]
    return data.to_frame().select(pl.any_horizontal(starts)).to_series()
