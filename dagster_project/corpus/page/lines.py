"""Texts to lines, with what a line shows by itself: its length, its end, its first sign, its shape.

Here: everything that can be told from one line alone. Not here: the part a line plays on its page (`head`, `tail`,
`roles`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.page.vocabulary import marker_kind

SHORT = 200  # characters; headlines, captions, menus and bylines are no longer
PROSE = 80  # a closed line from here on is a paragraph
LONG_PROSE = 250  # a line from here on is a paragraph, however it ends

BULLET = r"^(?:[-–—•●▪◦*+·✓➢○]+ ?[^ ]|[0-9]{1,2}[.)] |[a-zđ][.)] )"
WIDE_GAPS = r"[^ ] {2,}[^ ].*[^ ] {2,}[^ ]"
PIPES = r"^\||\|$|[^|]\|[^|]+\|"
MENU_SIGNS = r"(?: [*>»|/•] .*){2,}|[^ ]\|[^ ]"  # "A * B * C", "A > B > C", "Đăng ký|Đăng nhập"

CLOCK = r"(?:[0-9]{1,2}[:hg][0-9]{2}(?::[0-9]{2})?(?: ?phút)?(?: ?[ap]\.?m\.?)?)"
FULL_DATE = (
    r"(?:[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:19|20)[0-9]{2}"
    r"|[0-9]{1,2} tháng [0-9]{1,2},? (?:năm )?(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[/-][0-9]{2}[/-][0-9]{2})"
)
WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
ENGLISH_DATE = r"(?:[0-9]{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
DATE_LABEL = r"(?:cập nhật|đăng|ngày đăng|ngày cập nhật|ngày xuất bản|xuất bản|đăng tải|thời gian|lúc|ngày|vào|hà nội|gmt)"
DATE_LINE = rf"^[(\[]?(?:(?:{DATE_LABEL}|{WEEKDAY}|{CLOCK}|{FULL_DATE}|{ENGLISH_DATE}|\(?gmt ?\+? ?7\)?)[ ,:|–—()\[\]-]*)+$"

NAME_WORD = r"(?:\p{Lu}\p{Ll}+|\p{Lu}\.(?: ?\p{Lu}\.)*)"
NAME = rf"(?:{NAME_WORD}(?: ?{NAME_WORD}){{0,4}}|\p{{Lu}}{{2,3}})"
AUTHOR = rf"^{NAME}(?:(?: ?[-–,&/] ?| và ){NAME}){{0,2}}\.?$"
PLACE = r"^(?:Quận|Huyện|Thị|Thành|Phường|Xã|Tỉnh|Về|Kết|Tại|Hà Nội$)"


def split_lines(texts: pl.Series) -> pl.DataFrame:
    """One row for each non-blank line of `texts`, in order.

    Columns: row (of this frame), document (index into `texts`), line_number (blank lines counted), char_start and
    char_end (in the text, without the line break), line (stripped of blanks around it), n_chars (of `line`).
    """
    split = pl.DataFrame(
        {"document": pl.int_range(texts.len(), dtype=pl.UInt32, eager=True), "raw": texts.str.split("\n")}
    )
    first = split["raw"].list.len().cum_sum().shift(1, fill_value=0)
    lines = split.explode("raw").with_row_index("position").with_columns(length=pl.col("raw").str.len_chars())
    lines = lines.with_columns(end=(pl.col("length") + 1).cum_sum())
    starts = (lines["end"] - lines["length"] - 1).gather(first).gather(lines["document"])
    return (
        lines.select(
            "document",
            line_number=(pl.col("position") - first.gather(lines["document"])).cast(pl.Int32),
            char_start=(pl.col("end") - pl.col("length") - 1 - starts).cast(pl.Int32),
            char_end=(pl.col("end") - 1 - starts).cast(pl.Int32),
            line=pl.col("raw").str.strip_chars(),
        )
        .filter(pl.col("line") != "")
        .with_columns(n_chars=pl.col("line").str.len_chars())
        .with_row_index("row")
    )


def line_key(line: pl.Expr) -> pl.Expr:
    """A line as its repetitions and the vocabulary are compared: lower case, plain dashes, no signs around it."""
    plain = line.str.to_lowercase().str.replace_many(
        ["–", "—", "“", "”", "″", "’"], ["-", "-", '"', '"', '"', "'"]
    )
    return plain.str.strip_chars(" .…»«>▶►•-*|()[]0123456789+#\t\"'")


def add_shapes(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` with the columns of `_extent`, `_marks` and `_forms`, and first_row and last_row of the document."""
    lines = lines.with_columns(_extent()).with_columns(_marks()).with_columns(_forms())
    return lines.with_columns(
        first_row=pl.when("is_first").then("row").forward_fill(),
        last_row=pl.when("is_last").then("row").backward_fill(),
    )


def _extent() -> list[pl.Expr]:
    """Neighbours (nulls at the ends of a document are false) and how the line ends."""
    document, number = pl.col("document"), pl.col("line_number")
    last = pl.col("line").str.strip_chars_end('"”’″»)] ').str.slice(-1)
    closed = last.is_in([".", "!", "?", "…"])
    return [
        (document != document.shift(1)).fill_null(True).alias("is_first"),
        (document != document.shift(-1)).fill_null(True).alias("is_last"),
        ((document == document.shift(1)) & (number == number.shift(1) + 1))
        .fill_null(False)
        .alias("joins_previous"),
        ((document == document.shift(-1)) & (number == number.shift(-1) - 1))
        .fill_null(False)
        .alias("joins_next"),
        closed.alias("closed"),
        last.is_in([":", ";", ","]).alias("continues"),
        pl.when(pl.col("n_chars") <= SHORT).then("line").alias("short"),
    ]


def _marks() -> list[pl.Expr]:
    """Key, kind and signs of the short lines; the long ones are prose."""
    line, short = pl.col("line"), pl.col("short")
    return [
        ((pl.col("closed") & (pl.col("n_chars") >= PROSE)) | (pl.col("n_chars") >= LONG_PROSE)).alias(
            "prose"
        ),
        line_key(short).alias("key"),
        line.str.contains(BULLET).alias("bullet"),
        short.str.contains("[0-9]").fill_null(False).alias("digit"),
        (
            line.str.contains("\t", literal=True)
            | short.str.contains(f"{WIDE_GAPS}|{PIPES}").fill_null(False)
        ).alias("table"),
        line.str.head(SHORT).str.contains(MENU_SIGNS).alias("menu_signs"),
    ]


def _forms() -> list[pl.Expr]:
    """Kind in the vocabulary, and whether a short line has the form of a date or of an author's name."""
    key = pl.when(pl.col("key").str.len_bytes() > 0).then("key")
    lower = pl.when(pl.col("digit") & (pl.col("n_chars") <= 100)).then(pl.col("short").str.to_lowercase())
    name = pl.when(~pl.col("digit") & (pl.col("n_chars") <= 60)).then("short")
    return [
        marker_kind(key).alias("kind"),
        lower.str.contains(DATE_LINE).fill_null(False).alias("date_line"),
        lower.str.contains(FULL_DATE).fill_null(False).alias("dated"),
        (name.str.contains(AUTHOR) & ~name.str.contains(PLACE)).fill_null(False).alias("author"),
    ]
