"""Lines that a page broke or spread for its width, as text copied from a PDF has them: put together again.

Joined only where the next line can begin nothing of its own: with a small letter, or behind a word that wants one more
("đạt", "của"); closed up only where the gaps part no cells. Not here: what a line means (`page`); what line breaks look
like (`decoding`).
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

_LONG = 40  # a shorter line ends because its writer ended it
_ENDS = r"[.!?…:;”\"|] *$"
# neither an item ("a) ", "o ") nor the name of a picture ("cac chi so kinh te")
_GOES_ON = r"^(?:\p{Ll}{2}|[ởýàôđ] ).{0,20}[à-ỹđ]|^(?:\p{Ll}{2,7}[.,;]?)$"
_OPEN_WORD = "(?:của|và|tại|ở|do|theo|thuộc|các|những|bởi|về|với|cho|là|gồm) ?"
_AMOUNT_TO_COME = "(?:đạt|còn|ước|được|trên|hơn|gần|khoảng|có|tăng|giảm|từ|đến|bằng|cho|là|với|và|của) ?"
_DATE_ALONE = r"^[0-9]{1,2}(?:[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}|:[0-9]{2}).{0,45}$"  # below a headline
# "giai đoạn 2011" and, below it, "- 2016 là 9,6%": one range of years
_YEARS_BEGUN, _YEARS_END = (
    r"(?:giai đoạn|nhiệm kỳ|năm|từ) (?:19|20)[0-9]{2}$",
    r"^[-–] ?(?:19|20)[0-9]{2}(?:[^0-9]|$)",
)
# find the few texts that have such lines at all
_MAY_GO_ON = r"[^\n.!?…:;”\"|\t]\n\p{Ll}"
_MAY_BREAK_OFF = (
    rf" {_OPEN_WORD}\n\p{{Lu}}| {_AMOUNT_TO_COME}\n[0-9]|(?:19|20)[0-9]{{2}} ?\n[-–] ?(?:19|20)[0-9]{{2}}"
)


# words set apart by more than one blank, in a line of prose or once in a line: there are no cells between them
_GAP = r"[^ \n] {2,}[^ \n]"
_PROSE_CHARS = 80
_PROSE_END = r"[.;:!?…”\"] *$"


def unwrap(read: pl.DataFrame) -> pl.DataFrame:
    """`read` (text, verbatim) with a space for every line break that ends no line and for every gap between the words
    of prose; such a text is not verbatim."""
    spread = read["text"].str.contains(_GAP)
    read = _changed(read, spread, _closed_up)
    wrapped = read["text"].str.contains(_MAY_GO_ON) | read["text"].str.contains(_MAY_BREAK_OFF)
    return _changed(read, wrapped, _joined)


def _changed(
    read: pl.DataFrame, suspects: pl.Series, change: Callable[[pl.Series], pl.Series]
) -> pl.DataFrame:
    """`read` with the texts among the suspects that `change` changes."""
    text, rows = read["text"], suspects.fill_null(False).arg_true()
    if rows.is_empty():
        return read
    whole = change(text.gather(rows))
    changed = rows.filter(whole != text.gather(rows))
    marks = pl.Series([False]).new_from_index(0, text.len()).scatter(changed, True)
    return read.with_columns(text=text.scatter(rows, whole), verbatim=pl.col("verbatim") & ~marks)


def _closed_up(texts: pl.Series) -> pl.Series:
    line = pl.col("line")
    prose = (line.str.len_chars() >= _PROSE_CHARS) & line.str.contains(_PROSE_END)
    closes = (prose | (line.str.count_matches(_GAP) == 1)) & ~line.str.contains(r"\t|\|")
    return _lines_changed(texts, pl.when(closes).then(line.str.replace_all(" {2,}", " ")).otherwise(line))


def _lines_changed(texts: pl.Series, changed: pl.Expr) -> pl.Series:
    return (
        texts.str.split("\n")
        .to_frame("line")
        .with_row_index("text")
        .explode("line")
        .with_columns(line=changed)
        .group_by("text", maintain_order=True)
        .agg(pl.col("line").str.join("\n"))["line"]
    )


def _joined(texts: pl.Series) -> pl.Series:
    line, following = pl.col("line"), pl.col("line").shift(-1)
    same = pl.col("text") == pl.col("text").shift(-1)
    long = (line.str.len_chars() >= _LONG) & ~line.str.contains(r"\t|\|")
    goes_on = ~line.str.contains(_ENDS) & following.str.contains(_GOES_ON)
    broken_off = line.str.contains(f" {_OPEN_WORD}$") & following.str.contains(r"^\p{Lu}")
    amount = following.str.contains("^[0-9]") & ~following.str.contains(_DATE_ALONE)
    broken_off |= line.str.contains(f" {_AMOUNT_TO_COME}$") & amount
    broken_off |= line.str.strip_chars_end(" ").str.contains(_YEARS_BEGUN) & following.str.contains(
        _YEARS_END
    )
    wraps = same & long & (goes_on | broken_off) & ~following.str.contains(r"\t|\|")
    return (
        texts.str.split("\n")
        .to_frame("line")
        .with_row_index("text")
        .explode("line")
        .with_columns(mark=pl.when(wraps.fill_null(False)).then(pl.lit(" ")).otherwise(pl.lit("\n")))
        .with_columns(
            line=pl.when(pl.col("mark") == " ").then(line.str.strip_chars_end(" ")).otherwise(line)
            + pl.col("mark")
        )
        .group_by("text", maintain_order=True)
        .agg(pl.col("line").str.join(""))
        .select(pl.col("line").str.strip_suffix("\n"))
        .to_series()
    )
