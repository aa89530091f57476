"""Numbers in words before a counted noun: "hai mươi mốt chỉ tiêu", "bảy xã", "hơn hai nghìn tỷ đồng".

Only before such a noun: elsewhere "năm" is a year and "một" an article. Not here: digits (`quantities`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern, fold_words
from dagster_project.extraction.language.scanning import scan

_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ONES = {1: ("một", "mốt"), 4: ("bốn", "tư"), 5: ("năm", "lăm", "nhăm")}
_LARGE = ("nghìn tỷ", "ngàn tỷ", "triệu lượt")  # one of them is a figure, too
_NOUNS = ("chỉ tiêu", "xã", "phường", "trường", "trong số đó", "trong số này", *_LARGE)
# "trong năm chỉ tiêu ...": the year, not five
_YEAR_BEFORE = (
    r"(?:trong|cả|mỗi|hằng|hàng|kế hoạch|dự toán|đầu|cuối|hết|giữa|thu|chi|giao|qua|các|một|nửa|theo) $"
)


def _spellings() -> dict[str, int]:
    """Every way to write 2 to 99 in words."""
    words = {digit: number for number, digit in enumerate(_DIGITS) if number >= 2}
    words["mười"] = 10
    for tens in range(1, 10):
        head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
        words.setdefault(head, tens * 10)
        for one in range(1, 10):
            for spelling in _ONES.get(one, (_DIGITS[one],)):
                words[f"{head} {spelling}"] = tens * 10 + one
    return words


_VALUES = {**_spellings(), "một": 1}
_FOLDED = fold_words(list(_VALUES))
_NOUN = "|".join(fold_words(list(_NOUNS)))
_BY_LENGTH = sorted(_FOLDED[:-1], key=lambda word: -len(word))
_PHRASE = rf"(?:{'|'.join(_BY_LENGTH)}) (?:{_NOUN})|{_FOLDED[-1]} (?:{'|'.join(fold_words(list(_LARGE)))})"


def number_words(lines: pl.DataFrame) -> pl.DataFrame:
    """The numbers in words of the folded lines, in the shape of `numbers.numbers`: `text` in digits."""
    held = lines.filter(pl.col("folded").str.contains_any(fold_words([f" {noun}" for noun in _NOUNS])))
    found = scan(held, _PHRASE)
    words = pl.col("text").str.extract(rf"^(.*) (?:{_NOUN})$")
    noun = pl.col("text").str.extract(rf"( (?:{_NOUN}))$")
    whole_word = ~pl.col("before").str.contains("[a-zà-ỹđ0-9]$") & ~pl.col("after").str.contains("^[a-zà-ỹđ]")
    a_year = (words == "năm") & pl.col("before").str.contains(fold_pattern(_YEAR_BEFORE))
    return found.filter(whole_word & ~a_year).select(
        "line",
        "start",
        end=pl.col("start") + words.str.len_bytes().cast(pl.Int64),
        text=words.replace_strict(
            _FOLDED, [str(value) for value in _VALUES.values()], default=None, return_dtype=pl.String
        ),
        before="before",
        after=noun + pl.col("after"),
        why=pl.lit(None, pl.String),
    )
