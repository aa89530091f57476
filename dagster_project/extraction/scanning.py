"""Where patterns stand in lines: relations of spans in bytes.

The regular-expression engine gives matches without offsets and the automaton offsets without matches; here both
become rows with a start and an end. Not here: what is searched for, nor what a span means.
"""

from __future__ import annotations

import polars as pl

MATCH_MARK = "\x01"  # folding removes it from the text
_NUMBER_DIGITS = 4  # hexadecimal, of a pattern's number
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
        .select(
            "line",
            "text",
            before=pl.col("gaps").list.slice(0, pl.col("text").list.len()),
            after=pl.col("gaps").list.slice(1),
        )
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
    length = phrases["pattern"].str.len_bytes().cast(pl.Int64)
    found = _occurrences(lines, phrases["pattern"], patterns, length)
    at, end, phrase = found["at"], found["at"] + length.gather(found["phrase"]), found["phrase"]
    folded = _page(lines["folded"])
    joined_before = phrases["begins_word"].gather(phrase) & _is_letter(folded.gather(at - 1))
    joined_behind = phrases["ends_word"].gather(phrase) & _is_letter(folded.gather(end))
    alone = ~(joined_before | joined_behind)
    found, at, end = found.filter(alone), at.filter(alone), end.filter(alone)
    behind = end + (folded.gather(end) == ord(" ")).cast(pl.Int64)
    next_byte = folded.gather(behind)
    written = _page(lines["text"])
    is_changed = written != _page(lines["lowered"])
    return found.select("line", pos=at + found["shift"], end=end + found["shift"]).with_columns(
        *phrases.select(pl.all().gather(found["phrase"])),
        capital=_is_capital(written, is_changed, at),
        next_capital=_is_capital(written, is_changed, behind),
        next_digit=(next_byte >= ord("0")) & (next_byte <= ord("9")),
    )


def _occurrences(
    lines: pl.DataFrame, known: pl.Series, patterns: list[str], length: pl.Series
) -> pl.DataFrame:
    """Every leftmost, longest occurrence of the patterns, whole word or not.

    One pass of the automaton tells both which pattern it is and where: each occurrence becomes a mark and the number of
    its pattern, and the bytes between the marks add up.
    Returns line (Int32), at (Int64, byte in `_page`), shift (Int64, from there to the global byte), phrase (UInt32, row
    of `known`).
    """
    number = {pattern: f"{row:0{_NUMBER_DIGITS}x}" for row, pattern in enumerate(known)}
    marked = pl.col("folded").str.replace_many(
        patterns, [MATCH_MARK + number[pattern] for pattern in patterns], leftmost=True
    )
    line_bytes = pl.col("folded").str.len_bytes().cast(pl.Int64) + len(_LINE_BREAK)
    line_at = line_bytes.cum_sum() - line_bytes + len(_LINE_BREAK)
    pieces = lines.select(
        "line",
        line_at=line_at,
        shift=pl.col("base") - line_at,
        piece=marked.str.split(MATCH_MARK),
    ).explode("piece")
    # the first piece of a line is what stands before the first occurrence
    opens_line = (pieces["line"] != pieces["line"].shift(1)).fill_null(True)
    code = pieces["piece"].str.slice(0, _NUMBER_DIGITS).cast(pl.Enum(list(number.values())), strict=False)
    phrase = pieces.select(pl.when(~opens_line).then(code.to_physical())).to_series()
    between = pieces["piece"].str.len_bytes().cast(pl.Int64) - (~opens_line).cast(pl.Int64) * _NUMBER_DIGITS
    step = between + length.gather(phrase).fill_null(0)
    gone = step.cum_sum() - step
    return pieces.select(
        "line",
        "shift",
        at=pl.col("line_at") + gone - pl.when(opens_line).then(gone).forward_fill(),
        phrase=phrase,
    ).filter(~opens_line)


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
