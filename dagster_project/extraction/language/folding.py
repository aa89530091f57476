"""The searchable form of a line: lower case, one spelling for each syllable, plain punctuation.

Every replacement keeps the length in bytes, so a byte offset in the folded line is one in the line itself.
Not here: anything about meaning; what is searched for lives in `vocabulary`.
"""

from __future__ import annotations

from functools import cache

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
# "tỉ" and "tỷ", "quí" and "quý" are the same words; the other punctuation becomes ASCII, padded to its length in bytes.
_SAME_LENGTH = _TONE_PLACEMENT | {
    "ð": "đ",  # the Icelandic letter, whose capital looks the same
    "tỉ": "tỷ",
    "quí": "qúy",  # "quý" itself, by the placement above
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
    "\x02": " ",
    "\x01": " ",  # the stand-in that scans put where a match was
}

# The capitals of Vietnamese: the small letters have the same number of bytes.
_CAPITALS = list(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÐÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_SMALL_LETTERS = [capital.lower() for capital in _CAPITALS]
_FOREIGN_CAPITAL = rf"[\p{{Changes_When_Lowercased}}--[{''.join(_CAPITALS)}]]"
# Capitals whose small letter has another number of bytes ("İ", the Kelvin sign); none is Vietnamese.
_UNEVEN_CAPITALS = (
    "\u0130\u023a\u023e\u1e9e\u2126\u212a\u212b\u2c62\u2c64\u2c6d\u2c6e\u2c6f\u2c70\u2c7e\u2c7f"
    "\ua78d\ua7aa\ua7ab\ua7ac\ua7ad\ua7ae\ua7b0\ua7b1\ua7b2\ua7c5\ua7cb\ua7cc\ua7da\ua7dc"
)


def fold(text: pl.Series) -> pl.Series:
    """`text` (String) in its searchable form, the same number of bytes; not lowered where that cannot be kept."""
    return lower(text).to_frame("lowered").select(fold_lowered(pl.col("lowered"))).to_series()


def lower(text: pl.Series) -> pl.Series:
    """`text` in small letters, the same number of bytes, letter for letter."""
    lowered = (
        text.to_frame("text").select(pl.col("text").str.replace_many(_CAPITALS, _SMALL_LETTERS)).to_series()
    )
    foreign = text.str.contains(_FOREIGN_CAPITAL).arg_true()
    return lowered if foreign.is_empty() else lowered.scatter(foreign, _lower_any(text.gather(foreign)))


def _lower_any(text: pl.Series) -> pl.Series:
    """The same where there are capitals of other languages: an automaton of a hundred letters is four times as fast as
    all of Unicode."""
    even = text.to_frame("text").select(
        "text",
        even=pl.col("text").str.replace_many(
            list(_UNEVEN_CAPITALS), ["~" * len(capital.encode()) for capital in _UNEVEN_CAPITALS]
        ),
    )
    lowered = pl.col("even").str.to_lowercase()
    same_length = lowered.str.len_bytes() == pl.col("text").str.len_bytes()
    return even.select(pl.when(same_length).then(lowered).otherwise("text")).to_series()


def fold_lowered(lowered: pl.Expr) -> pl.Expr:
    """The searchable form of what `lower` gave."""
    return lowered.str.replace_many(list(_SAME_LENGTH), list(_SAME_LENGTH.values()))


def fold_words(words: list[str]) -> list[str]:
    """The same for a list of phrases: the vocabulary is folded as the text is."""
    return fold(pl.Series("word", words, dtype=pl.String)).to_list()


def with_whole_numbers(folded: pl.Series) -> pl.Series:
    """ "đạt 2. 315,6 tỷ đồng": the space in a number that is broken behind its thousands ends no sentence."""
    broken = folded.str.contains(_BROKEN_NUMBER).arg_true()
    if broken.is_empty():
        return folded
    return folded.scatter(broken, folded.gather(broken).str.replace_all(_BROKEN_NUMBER, f"$1.{NO_BREAK}$2"))


@cache  # rules fold their phrases where they are written
def fold_pattern(pattern: str) -> str:
    """One pattern as the folded lines are written; letters of its escapes (`\\pL`) stay."""
    return fold_words([pattern])[0]


NO_BREAK = "\x02"  # stands for a space inside a number
# A sentence that ends with a bare number says what it orders ("đứng thứ 3. 315 tỷ đồng là ..."), not what it came to.
_BROKEN_NUMBER = fold_pattern(
    "((?:đạt|là|hơn|gần|trên|khoảng|được|lên|thu|chi|còn|mức|bằng) [0-9]{1,3})[.] ([0-9]{3}(?:,[0-9]+)? ?(?:tỷ|triệu))"
)
