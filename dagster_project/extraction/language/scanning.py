"""Where patterns stand in lines: relations of spans in bytes.

The regular-expression engine gives matches without offsets and the automaton offsets without matches; here both
become rows with a start and an end. Not here: what is searched for, nor what a span means.
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.plans import in_memory

MATCH_MARK = "\x01"  # folding removes it from the text
_FIRST_DIGIT, _BASE = 2, 126  # a pattern's number is written in two bytes of ASCII above the mark
_CAPITALS = pl.Series(
    [code for code in range(0x80, 0x10000) if chr(code).lower() != chr(code)], dtype=pl.UInt32
)
_NEAR_ROWS = 2  # no rule looks further than that from a name, unless in a sentence with figures
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
    return in_memory(
        found.with_columns(end=end - base)
        .with_columns(start=pl.col("end") - text_bytes)
        .select("line", "start", "end", "text", "before", "after")
    )


def find(
    lines: pl.DataFrame, phrases: pl.DataFrame, patterns: list[str], figures: pl.DataFrame
) -> pl.DataFrame:
    """Every leftmost, longest occurrence of the phrases in the folded lines that is a whole word. Of those that say
    nothing by themselves, only what stands in a sentence with a figure or close to another phrase.

    lines: line (Int32), text, folded (String, alike in bytes), base (Int64, global byte of the line's start)
    phrases: pattern (String, unique), begins_word, ends_word, touches_digits (a lost space parts it from a number),
    ends_sentence, says (something by itself), asks (for the
    whole of its sentence, as a figure does; Boolean)
    patterns: theirs, longest first
    figures: pos (Int64, global byte)
    Returns line (Int32), pos, end (Int64, global bytes), phrase (UInt32, row of `phrases`), and capital, next_capital,
    next_digit (Boolean): whether the phrase, and what follows it after at most one space, begins with a capital letter
    in the text as written, or with a digit.
    """
    folded = _page(lines["folded"])
    folded_bytes, written = _bytes(folded), _bytes(_page(lines["text"]))
    found = _whole_words(_occurrences(folded, phrases["pattern"], patterns), phrases, folded_bytes)
    found = _telling(found, phrases, _sentences(lines, found, phrases, figures, folded_bytes, written))
    next_capital, next_digit = _begins_behind(found["end"], folded_bytes, written)
    return found.select(
        "line",
        "phrase",
        pos=pl.col("at") + pl.col("shift"),
        end=pl.col("end") + pl.col("shift"),
        capital=_is_capital(written, found["at"]),
        next_capital=next_capital,
        next_digit=next_digit,
    )


def _whole_words(found: pl.DataFrame, phrases: pl.DataFrame, folded: pl.Series) -> pl.DataFrame:
    phrase = found["phrase"]
    touches = phrases["touches_digits"].gather(phrase)
    before, behind = folded.gather(found["at"] - 1), folded.gather(found["end"])
    joined_before = (
        phrases["begins_word"].gather(phrase) & _is_letter(before) & ~(touches & _is_digit(before))
    )
    joined_behind = phrases["ends_word"].gather(phrase) & _is_letter(behind) & ~(touches & _is_digit(behind))
    return found.filter(~(joined_before | joined_behind))


def _begins_behind(end: pl.Series, folded: pl.Series, written: pl.Series) -> tuple[pl.Series, pl.Series]:
    """next_capital, next_digit of the phrases that end there."""
    behind = end + (folded.gather(end) == ord(" ")).cast(pl.Int64)
    next_byte = folded.gather(behind)
    return _is_capital(written, behind), _is_digit(next_byte)


def _sentences(
    lines: pl.DataFrame,
    found: pl.DataFrame,
    phrases: pl.DataFrame,
    figures: pl.DataFrame,
    folded: pl.Series,
    written: pl.Series,
) -> pl.DataFrame:
    """at (Int64, byte of `_page` where the sentence begins), line, shift (from there to the global byte), whole: it
    has a figure or a phrase that asks for all of it."""
    line_bytes = pl.col("folded").str.len_bytes().cast(pl.Int64) + len(_LINE_BREAK)
    start = line_bytes.cum_sum() - line_bytes + len(_LINE_BREAK)
    starts = lines.select("line", at=start, shift=pl.col("base") - start)
    marks = found.filter(phrases["ends_sentence"].gather(found["phrase"]))
    next_capital, next_digit = _begins_behind(marks["end"], folded, written)
    ends = marks.filter(next_capital | next_digit).select("at")
    sentences = (
        pl.concat([starts, ends], how="diagonal")
        .sort("at")
        .with_columns(pl.col("line", "shift").forward_fill())
    )
    asking = found["at"].filter(phrases["asks"].gather(found["phrase"]))
    begins, begins_globally = sentences["at"], sentences["at"] + sentences["shift"]
    held = pl.concat(
        [
            begins.search_sorted(asking, side="right"),
            begins_globally.search_sorted(figures["pos"], side="right"),
        ]
    )
    whole = pl.Series([False]).new_from_index(0, sentences.height).scatter(held.unique() - 1, True)
    return sentences.with_columns(whole=whole)


def _telling(found: pl.DataFrame, phrases: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Fillers and punctuation are half of all phrases, and most stand where nobody looks: rules ask for them around
    figures, and right beside names."""
    found = found.join_asof(sentences, on="at")
    phrase = found["phrase"]
    says = found["whole"] | phrases["says"].gather(phrase)
    kept = says | phrases["ends_sentence"].gather(phrase)
    for rows in range(1, _NEAR_ROWS + 1):
        kept |= says.shift(rows, fill_value=False) | says.shift(-rows, fill_value=False)
    return found.filter(kept)


def _occurrences(page: pl.Series, known: pl.Series, patterns: list[str]) -> pl.DataFrame:
    """Every leftmost, longest occurrence of the patterns in the page, whole word or not.

    One pass of the automaton tells both which pattern it is and where: each occurrence becomes a mark and two bytes
    that number its pattern, and the marks stand where they do because of the lengths of those before them.
    Returns at, end (Int64, byte in the page), phrase (UInt32, row of `known`).
    """
    number = {
        pattern: chr(_FIRST_DIGIT + row // _BASE) + chr(_FIRST_DIGIT + row % _BASE)
        for row, pattern in enumerate(known)
    }
    codes = [MATCH_MARK + number[pattern] for pattern in patterns]
    marked = _bytes(
        page.to_frame("page").select(pl.col("page").str.replace_many(patterns, codes, leftmost=True))["page"]
    )
    mark = (marked == ord(MATCH_MARK)).arg_true()
    high, low = (marked.gather(mark + behind).cast(pl.UInt32) - _FIRST_DIGIT for behind in (1, 2))
    phrase = high * _BASE + low
    length = known.str.len_bytes().cast(pl.Int64).gather(phrase)
    longer = length - (len(MATCH_MARK) + 2)  # than what stands for it
    at = mark.cast(pl.Int64) + longer.cum_sum() - longer
    return pl.DataFrame({"at": at, "end": at + length, "phrase": phrase})


def _page(lines: pl.Series) -> pl.Series:
    """All the lines in one text, with a break before, between and behind them: so what stands around the ends of a
    line can be looked at like any other byte."""
    edge = pl.Series([""])
    return pl.concat([edge, lines, edge]).str.join(_LINE_BREAK)


def _bytes(page: pl.Series) -> pl.Series:
    """The bytes (UInt8) of one text."""
    raw = page.cast(pl.Binary)
    return raw.bin.reinterpret(dtype=pl.Array(pl.UInt8, raw.bin.size().item())).explode()


def _is_capital(written: pl.Series, at: pl.Series) -> pl.Series:
    """Whether a capital letter begins at the byte `at`: it has one byte, two or three."""
    first = written.gather(at)
    is_capital = _is_ascii_capital(first)
    wide = (first >= 0x80).arg_true()
    lead, second, third = (written.gather(at.gather(wide) + ahead).cast(pl.UInt32) for ahead in (0, 1, 2))
    two_bytes = (lead & 0x1F) * 0x40 + (second & 0x3F)
    three_bytes = ((lead & 0x0F) * 0x40 + (second & 0x3F)) * 0x40 + (third & 0x3F)
    letter = two_bytes.zip_with(lead < 0xE0, three_bytes)
    # the second byte of a space that may not be broken stands for a space as well
    behind_space = (lead < 0xC0) & _is_ascii_capital(second)
    return is_capital.scatter(wide, (lead >= 0xC0) & letter.is_in(_CAPITALS.implode()) | behind_space)


def _is_ascii_capital(byte: pl.Series) -> pl.Series:
    return (byte >= ord("A")) & (byte <= ord("Z"))


def _is_letter(byte: pl.Series) -> pl.Series:
    """Of a byte of folded text: part of a letter (folding leaves no punctuation outside ASCII) or a digit."""
    is_small = (byte >= ord("a")) & (byte <= ord("z"))
    return is_small | (byte >= 0x80) | _is_digit(byte)


def _is_digit(byte: pl.Series) -> pl.Series:
    return (byte >= ord("0")) & (byte <= ord("9"))
