"""Where patterns stand in lines: relations of spans in bytes.

The regular-expression engine gives matches without offsets and the automaton offsets without matches; here both
become rows with a start and an end. Not here: what is searched for, nor what a span means.
"""

from __future__ import annotations

import polars as pl

MATCH_MARK = "\x01"  # folding removes it from the text
_LINE_BREAK = "\n\n\n"  # as many bytes as the longest letter has


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


def find(lines: pl.DataFrame, phrases: pl.DataFrame, patterns: list[str]) -> pl.DataFrame:
    """Every leftmost, longest occurrence of the phrases in the folded lines that is a whole word.

    lines: line (Int32), text, lowered, folded (String, alike in bytes), base (Int64, global byte of the line's start)
    phrases: pattern (String, unique), begins_word, ends_word (Boolean), and what else is known of them
    patterns: theirs, longest first
    Returns line (Int32), pos, end (Int64, global bytes), the columns of `phrases`, and capital, next_capital,
    next_digit (Boolean): whether the phrase, and what follows it after at most one space, begins with a capital letter
    in the text as written, or with a digit.
    """
    column = pl.col("folded")
    step = column.str.len_bytes().cast(pl.Int64) + len(_LINE_BREAK)
    found = (
        lines.lazy()
        .select(
            "line",
            "base",
            at=step.cum_sum() - step + len(_LINE_BREAK),
            start=column.str.find_many(patterns, leftmost=True),
            pattern=column.str.extract_many(patterns, leftmost=True),
        )
        .filter(pl.col("pattern").list.len() > 0)
        .explode("start", "pattern")
        .select("line", "pattern", pl.col("at") + pl.col("start"), pos=pl.col("base") + pl.col("start"))
        .with_columns(length=pl.col("pattern").str.len_bytes().cast(pl.Int64))
        .join(phrases.lazy(), on="pattern", how="left", maintain_order="left")
        .collect()
    )
    whole = _whole_words(found, lines)
    return whole.with_columns(end=pl.col("pos") + pl.col("length")).drop("at", "length")


def _whole_words(found: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """Those of the phrases that no letter touches, with what the text as written shows around them.

    found: at, length (Int64, bytes in `_page`), begins_word, ends_word (Boolean)
    """
    folded = _page(lines["folded"])
    at, end = found["at"], found["at"] + found["length"]
    joined_before = found["begins_word"] & _is_letter(folded.gather(at - 1))
    joined_behind = found["ends_word"] & _is_letter(folded.gather(end))
    alone = ~(joined_before | joined_behind)
    at, end = at.filter(alone), end.filter(alone)
    behind = end + (folded.gather(end) == ord(" ")).cast(pl.Int64)
    next_byte = folded.gather(behind)
    written = _page(lines["text"])
    is_changed = written != _page(lines["lowered"])
    return found.filter(alone).with_columns(
        capital=_is_capital(written, is_changed, at),
        next_capital=_is_capital(written, is_changed, behind),
        next_digit=(next_byte >= ord("0")) & (next_byte <= ord("9")),
    )


def _page(lines: pl.Series) -> pl.Series:
    """The bytes (UInt8) of all the lines, with a break before, between and behind them: so what stands around the ends
    of a line can be looked at like any other byte."""
    edge = pl.Series([""])
    page = pl.concat([edge, lines, edge]).str.join(_LINE_BREAK).cast(pl.Binary)
    return page.bin.reinterpret(dtype=pl.Array(pl.UInt8, page.bin.size().item())).explode()


def _is_capital(written: pl.Series, is_changed: pl.Series, at: pl.Series) -> pl.Series:
    """Whether the letter that begins at the byte `at` is a capital, which writing small changes: a letter has one byte,
    two or three."""
    first = written.gather(at)
    second, third = is_changed.gather(at + 1), is_changed.gather(at + 2)
    return is_changed.gather(at) | ((first >= 0x80) & second) | ((first >= 0xE0) & third)


def _is_letter(byte: pl.Series) -> pl.Series:
    """Of a byte of folded text: part of a letter (folding leaves no punctuation outside ASCII) or a digit."""
    is_small = (byte >= ord("a")) & (byte <= ord("z"))
    return is_small | (byte >= 0x80) | ((byte >= ord("0")) & (byte <= ord("9")))
