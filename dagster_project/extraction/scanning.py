"""Where patterns stand in lines: relations of spans in bytes.

The regular-expression engine gives matches without offsets and the automaton offsets without matches; here both
become rows with a start and an end. Not here: what is searched for, nor what a span means.
"""

from __future__ import annotations

import polars as pl

MATCH_MARK = "\x01"  # folding removes it from the text


def scan(lines: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Every match of a regular expression in the folded lines, in order.

    lines: line (Int32), folded (String)
    Returns line (Int32), start, end (Int64, bytes in the line), text, before, after (String): the match and the text
    between it and its neighbours.
    """
    found = (
        lines.lazy()
        .select(
            "line",
            text=pl.col("folded").str.extract_all(pattern),
            gaps=pl.col("folded").str.replace_all(pattern, MATCH_MARK).str.split(MATCH_MARK),
        )
        .filter(pl.col("text").list.len() > 0)
        .select("line", "text", before=pl.col("gaps").list.slice(0, pl.col("text").list.len()),
                after=pl.col("gaps").list.slice(1))  # fmt: skip
        .explode("text", "before", "after")
    )
    text_bytes = pl.col("text").str.len_bytes().cast(pl.Int64)
    step = text_bytes + pl.col("before").str.len_bytes().cast(pl.Int64)
    first = (pl.col("line") != pl.col("line").shift(1)).fill_null(True)
    end = step.cum_sum()
    base = pl.when(first).then(end - step).forward_fill()
    return (
        found.with_columns(end=end - base)
        .with_columns(start=pl.col("end") - text_bytes)
        .select("line", "start", "end", "text", "before", "after")
        .collect()
    )


def find(lines: pl.DataFrame, patterns: list[str]) -> pl.DataFrame:
    """Every leftmost, longest occurrence of the phrases in the folded lines that is a whole word.

    lines: line (Int32), text, lowered, folded (String)
    patterns: longest first
    Returns line (Int32), start, end (Int64, bytes), pattern (String), capital, next_capital (Boolean): whether the
    phrase, and what follows it after at most one space, begins with a capital letter in the text as written.
    """
    column = pl.col("folded")
    found = (
        lines.lazy()
        .select(
            "line",
            "text",
            "lowered",
            "folded",
            start=column.str.find_many(patterns, leftmost=True),
            pattern=column.str.extract_many(patterns, leftmost=True),
        )
        .filter(pl.col("pattern").list.len() > 0)
        .explode("start", "pattern")
        .with_columns(start=pl.col("start").cast(pl.Int64))
        .with_columns(end=pl.col("start") + pl.col("pattern").str.len_bytes().cast(pl.Int64))
    )
    written, lowered, folded = pl.col("text").cast(pl.Binary), pl.col("lowered").cast(pl.Binary), column.cast(pl.Binary)
    before = folded.bin.slice(pl.max_horizontal(pl.col("start") - 1, 0), 1)
    after = folded.bin.slice(pl.col("end"), 1)
    is_word = pl.col("pattern").str.contains("[a-zà-ỹ0-9đ]$")
    begins_word = pl.col("pattern").str.contains("^[a-zà-ỹ0-9đ]")
    next_start = pl.col("end") + (after == b" ").cast(pl.Int64)
    return (
        found.with_columns(
            joined=(begins_word & (pl.col("start") > 0) & _is_letter(before)) | (is_word & _is_letter(after)),
            capital=_is_capital(written, lowered, pl.col("start")),
            next_capital=_is_capital(written, lowered, next_start),
            next_digit=folded.bin.slice(next_start, 1).is_between(pl.lit(b"0"), pl.lit(b"9")),
        )
        .filter(~pl.col("joined"))
        .select("line", "start", "end", "pattern", "capital", "next_capital", "next_digit")
        .collect()
    )


def _is_capital(written: pl.Expr, lowered: pl.Expr, at: pl.Expr) -> pl.Expr:
    """Whether the letter that begins at the byte `at` is a capital: a letter has one byte, two or three."""
    first = written.bin.slice(at, 1)
    length = pl.when(first < b"\x80").then(1).when(first < b"\xe0").then(2).otherwise(3)
    return written.bin.slice(at, length) != lowered.bin.slice(at, length)


def _is_letter(byte: pl.Expr) -> pl.Expr:
    """Of one byte of folded text: part of a letter (folding leaves no punctuation outside ASCII) or a digit."""
    return (
        byte.is_between(pl.lit(b"a"), pl.lit(b"z"))
        | byte.is_between(pl.lit(b"0"), pl.lit(b"9"))
        | (byte >= pl.lit(b"\x80"))
    )
