"""The searchable form of a line: lower case, one spelling for each syllable, plain punctuation.

Every replacement keeps the length in bytes, so a byte offset in the folded line is one in the line itself.
Not here: anything about meaning; what is searched for lives in `vocabulary`.
"""

from __future__ import annotations

import polars as pl

# Both placements of the tone mark are current ("hoà", "hòa"). Only pairs of the same number of bytes: "luỹ" and "lũy"
# are not, so the vocabulary has both.
_TONE_PLACEMENT = {
    "oà": "òa",
    "oá": "óa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oè": "òe",
    "oé": "óe",
    "oẻ": "ỏe",
    "oẹ": "ọe",
    "uý": "úy",
    "uỷ": "ủy",
    "uỵ": "ụy",
}
# "tỉ" and "tỷ" are the same word; the other punctuation becomes ASCII, padded to its length in bytes.
_SAME_LENGTH = _TONE_PLACEMENT | {
    "tỉ": "tỷ",
    "–": " - ",
    "—": " - ",
    "−": " - ",
    "…": "...",
    "“": '  "',
    "”": '"  ',
    "‘": "  '",
    "’": "'  ",
    "″": '"  ',
    "•": " * ",
    "·": " *",
    "\u00a0": "  ",
    "\t": " ",
    "\x01": " ",  # the stand-in that scans put where a match was
}


# Capitals whose small letter has another number of bytes ("İ", the Kelvin sign); none is Vietnamese.
_UNEVEN_CAPITALS = (
    "\u0130\u023a\u023e\u1e9e\u2126\u212a\u212b\u2c62\u2c64\u2c6d\u2c6e\u2c6f\u2c70\u2c7e\u2c7f"
    "\ua78d\ua7aa\ua7ab\ua7ac\ua7ad\ua7ae\ua7b0\ua7b1\ua7b2\ua7c5\ua7cb\ua7cc\ua7da\ua7dc"
)


def fold(text: pl.Expr) -> pl.Expr:
    """`text` (String) in its searchable form, the same number of bytes; not lowered where that cannot be kept."""
    return fold_lowered(lower(text))


def lower(text: pl.Expr) -> pl.Expr:
    """`text` in small letters, the same number of bytes, letter for letter."""
    even = text.str.replace_many(
        list(_UNEVEN_CAPITALS), ["~" * len(capital.encode()) for capital in _UNEVEN_CAPITALS]
    )
    lowered = even.str.to_lowercase()
    return pl.when(lowered.str.len_bytes() == text.str.len_bytes()).then(lowered).otherwise(text)


def fold_lowered(lowered: pl.Expr) -> pl.Expr:
    """The searchable form of what `lower` gave."""
    return lowered.str.replace_many(list(_SAME_LENGTH), list(_SAME_LENGTH.values()))


def fold_words(words: list[str]) -> list[str]:
    """The same for a list of phrases: the vocabulary is folded as the text is."""
    return (
        pl.Series("word", words, dtype=pl.String)
        .to_frame()
        .select(fold(pl.col("word")))
        .to_series()
        .to_list()
    )


def fold_pattern(pattern: str) -> str:
    """One pattern as the folded lines are written; letters of its escapes (`\\pL`) stay."""
    return fold_words([pattern])[0]
