"""Texts to lines, with what a line shows by itself: its length, its end, its signs, its form.

Here: everything that can be told from one line and its neighbours' place. Not here: the part a line plays on its
page (`head`, `tail`, `roles`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.date_forms import ISO_TIME, MONTH_ALONE
from dagster_project.corpus.page.frames import mark
from dagster_project.corpus.page.vocabulary import CLOSING_KINDS, add_kinds, kind_is

SHORT = 200  # characters; headlines, captions, menus and bylines are no longer
PROSE = 80  # a closed line from here on is a paragraph
LONG_PROSE = 250  # a line from here on is a paragraph, however it ends
DATED_CHARS = 100
NAMES_CHARS = 60
TOP = 20  # lines; menus above a headline are no longer

# \p{So}: the pictures that posts set before their items ("✅", "👉"), with the sign that colours them
BULLET = r"^(?:[-–—•●▪◦*+·✓➢○\p{So}\x{FE0F}]+ ?[^ ]|[0-9]{1,2}[.)] |[a-zđ][.)] )"
BEHIND_END = r"[\p{So}\p{Sk}\x{FE0F}\x{200D}\"”’″»)\] ]+$"  # quotation marks, brackets, pictures
WIDE_GAPS = r"[^ ] {2,}[^ ].*[^ ] {2,}[^ ]"
PIPES = r"^\||\|$|[^|]\|[^|]+\|"
# "Quận Hà Đông / 5.127 / 71,8"; "20 / 12 / 2022" is a date
# or a single bar: "Số hộ nghèo (hộ) | 86"
_CELL = r"[+-]?[0-9][0-9.,]* ?%?"
SLASHED_ROW = rf"^[^|]*[^0-9 |] \| {_CELL}$|[^0-9 /] / (?:{_CELL}|-|…)(?: / (?:{_CELL}|-|…))*$"
SLASHED_HEAD = r"^[^/]+(?: / [^/]+){2,}$|^[^|]+ \| [^|]+$"
LEFT_OUT = r"^[.… ]+$"  # rows between the first and the last
MENU_SIGNS = r" [*>»|/•] .* [*>»|/•] |[^ ]\|[^ ]"  # "A * B * C", "A > B > C", "Đăng ký|Đăng nhập"
FIGURE_CELL = r"[|\t] ?[+-]?[0-9][0-9.,]* ?%? ?(?:[|\t]|$)"  # a cell that holds a number and nothing else
WEATHER = "^[^0-9]{2,30}[0-9]{1,2} ?[°º] ?C"  # "Hà Nội: 24°C Hà Nội"

CLOCK = r"(?:[0-9]{1,2} ?[:hg] ?[0-9]{2}(?::[0-9]{2})?(?: ?phút)?(?: ?[ap]\.?m\.?)?)"
FULL_DATE = (
    r"(?:[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:19|20)[0-9]{2}"
    r"|[0-9]{1,2} tháng [0-9]{1,2},? (?:năm )?(?:19|20)[0-9]{2}"
    rf"|(?:19|20)[0-9]{{2}}[/-][0-9]{{2}}[/-][0-9]{{2}}(?:{ISO_TIME})?)"
)
WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
ENGLISH_DATE = r"(?:[0-9]{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
DATE_LABEL = (
    r"(?:cập nhật|đăng|ngày đăng|ngày cập nhật|ngày xuất bản|xuất bản|đăng tải|thời gian|lúc|ngày|vào"
    r"|posted(?: on)?|published(?: on)?|updated(?: on)?|by [a-z0-9_.]{2,20}"
    r"|\(?gmt ?\+? ?7\)?|(?:lượt xem|lượt đọc|đã xem|xem|views):? ?[0-9.]+)"
)
DATED_AT = r"[^0-9.,;:]{2,30}, ngày [0-9]{1,2} tháng"  # "Hà Nội, ngày 5 tháng 7 năm 2021"
DATE_PART = rf"(?:{DATE_LABEL}|{WEEKDAY}|{CLOCK}|{FULL_DATE}|{ENGLISH_DATE})"
SIGNS = r"[ ,:|•–—()\[\]-]*"
DATE_LINE = rf"(?i)^[(\[]?(?:{DATE_PART}{SIGNS})+$|^{DATED_AT}|^{MONTH_ALONE}$"
DATE_HINT = r"(?i)[0-9] ?[/.:hg-] ?[0-9]|[0-9] (?:tháng|[a-z]{3,9},)"

# Capitalized words and initials, of one to three people: "Minh Anh", "N.Hoa", "Thu Hà - Việt Tuấn", "PV".
AUTHOR = r"^(?:(?:\p{Lu}\p{Ll}+|(?:\p{Lu}\.)+)(?: và | ?[-–,&/] ?| |\.$|$)?)+$|^\p{Lu}{2,3}$"
# A date with the name of who wrote or published beside it, and a date with its time, whatever follows.
NAMES = r"(?-i:(?:\(?\p{Lu}[\p{L}.]*\)?(?: và | ?[-–,&/] ?| )?){1,8})"
SIGNED_DATE = rf"(?i)^(?:{NAMES}{SIGNS})?(?:{DATE_PART}{SIGNS})+(?:{NAMES})?$"
NO_NAME = r"(?i)^(?:đến|từ|trước|sau|tính|kể|hết|sáng|trưa|chiều|tối) "
STAMP = rf"(?i)^(?:{WEEKDAY}{SIGNS})?(?:{FULL_DATE}{SIGNS}{CLOCK}|{CLOCK}{SIGNS}{FULL_DATE})"
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
    lines = split.explode("raw").with_row_index("position")
    lines = lines.with_columns(length=pl.col("raw").str.len_chars(), first=first.gather(lines["document"]))
    lines = lines.with_columns(start=(pl.col("length") + 1).cum_sum() - pl.col("length") - 1)
    offset = pl.col("start") - pl.col("start").gather("first")
    return (
        lines.select(
            "document",
            line_number=(pl.col("position") - pl.col("first")).cast(pl.Int32),
            char_start=offset.cast(pl.Int32),
            char_end=(offset + pl.col("length")).cast(pl.Int32),
            line=pl.col("raw").str.strip_chars(),
        )
        .filter(pl.col("line") != "")
        .rechunk()  # what lies in pieces is put together again by every query
        .with_columns(n_chars=pl.col("line").str.len_chars())
        .with_row_index("row")
    )


def line_key(line: pl.Expr) -> pl.Expr:
    """A line as its repetitions and the vocabulary are compared: no signs and numbers around it."""
    return line.str.strip_chars(" .…»«>▶►•-–—*|()[]0123456789+#\t\"'“”″‘’")


def add_shapes(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` with the columns of the functions below."""
    lines = lines.with_columns(_neighbours()).rechunk().with_columns(_extent()).with_columns(_signs())
    return _add_forms(_add_rows_and_strips(add_kinds(lines))).with_columns(
        # Only what ends an article, and a caption, may be as long as a paragraph.
        kind=pl.when(~pl.col("prose") | kind_is(*CLOSING_KINDS, "caption")).then("kind")
    )


def _neighbours() -> list[pl.Expr]:
    """The line's place in its document, and whether a blank line parts it from the ones around it."""
    document, number = pl.col("document"), pl.col("line_number")
    follows = (document == document.shift(1)).fill_null(False)
    precedes = (document == document.shift(-1)).fill_null(False)
    return [
        (~follows).alias("is_first"),
        pl.when(~follows).then("row").forward_fill().alias("first_row"),
        pl.when(~precedes).then("row").backward_fill().alias("last_row"),
        (follows & (number == number.shift(1) + 1)).fill_null(False).alias("joins_previous"),
        (precedes & (number == number.shift(-1) - 1)).fill_null(False).alias("joins_next"),
        pl.col("line").str.tail(8).str.replace(BEHIND_END, "").str.tail(1).alias("last_char"),
    ]


def _extent() -> list[pl.Expr]:
    """How the line ends, and whether it is a paragraph; `short` and `key` are null for the long ones."""
    closed = pl.col("last_char").is_in([".", "!", "?", "…"])
    short = pl.when(pl.col("n_chars") <= SHORT).then("line")
    return [
        closed.alias("closed"),
        pl.col("last_char").is_in([":", ";", ","]).alias("continues"),
        ((closed & (pl.col("n_chars") >= PROSE)) | (pl.col("n_chars") >= LONG_PROSE)).alias("prose"),
        short.alias("short"),
        line_key(short).alias("key"),
    ]


def _signs() -> list[pl.Expr]:
    """Whether a short line has a digit, and whether a line begins as one of a list does."""
    return [
        pl.col("short").str.contains("[0-9]").fill_null(False).alias("digit"),
        pl.col("line").str.contains(BULLET).alias("bullet"),
    ]


def _add_rows_and_strips(lines: pl.DataFrame) -> pl.DataFrame:
    """`table`: cells with gaps, bars or slashes between them. `strip`: names with signs between, as menus are, or towns
    with their weather."""
    line, short = pl.col("line"), pl.col("short")
    gaps = short.str.contains("  ", literal=True) | short.str.contains("|", literal=True)
    tabs = line.str.contains("\t", literal=True)
    lines = mark(
        lines, "table", gaps.fill_null(False) | tabs, tabs | line.str.contains(f"{WIDE_GAPS}|{PIPES}")
    )
    lines = _add_slashed(lines)
    top = (pl.col("row") - pl.col("first_row") < TOP) & ~pl.col("closed")
    # "Đơn vị | Số trường | Tỷ lệ (%)" heads the figures below it
    lines = mark(lines, "figure_row", pl.col("table") & pl.col("digit"), short.str.contains(FIGURE_CELL))
    heads = pl.col("table") & pl.col("joins_next") & pl.col("figure_row").shift(-1, fill_value=False)
    names = ~pl.col("digit") & ~heads & ~pl.col("slashed") & line.str.head(SHORT).str.contains(MENU_SIGNS)
    return mark(lines, "strip", top, names | short.str.contains(WEATHER).fill_null(False))


def _add_slashed(lines: pl.DataFrame) -> pl.DataFrame:
    """`slashed`: the rows, and the head right above them, of a table with slashes or a single bar between its cells;
    they and what stands for the rows between are of a `table` too."""
    line = pl.col("line")
    slash = pl.col("short").str.contains(r" [/|] ").fill_null(False)
    lines = mark(lines, "slashed_row", slash & pl.col("digit"), line.str.contains(SLASHED_ROW))
    heads = slash & pl.col("slashed_row").shift(-1, fill_value=False) & ~pl.col("slashed_row")
    lines = mark(lines, "slashed_head", heads, line.str.contains(SLASHED_HEAD))
    row, head = pl.col("slashed_row"), pl.col("slashed_head")
    below = row.shift(1, fill_value=False) & ~row
    lines = mark(lines, "left_out", below, line.str.contains(LEFT_OUT))
    beside = [is_row.shift(by, fill_value=False) for is_row in (row, head) for by in (1, -1)]
    slashed = head | (row & pl.any_horizontal(*beside, pl.col("left_out").shift(1, fill_value=False)))
    return lines.with_columns(slashed=slashed, table=pl.col("table") | slashed | pl.col("left_out"))


def _add_forms(lines: pl.DataFrame) -> pl.DataFrame:
    """`dated`: a short line with a whole date. `date_line`: nothing else but a name, or a stamp with the time.
    `author`: the form of a person's name."""
    line = pl.col("line")
    hinted = pl.col("digit") & (pl.col("n_chars") <= DATED_CHARS)
    lines = mark(lines, "hinted", hinted, line.str.contains(DATE_HINT))
    lines = mark(lines, "dated", pl.col("hinted"), line.str.contains(f"(?i){FULL_DATE}"))
    signed = pl.col("dated") & ~pl.col("closed")
    beside_name = line.str.contains(SIGNED_DATE) & ~line.str.contains(f"{PLACE}|{NO_NAME}")
    lines = mark(lines, "signed", signed, line.str.contains(STAMP) | beside_name)
    lines = mark(lines, "date_line", pl.col("hinted"), pl.col("signed") | line.str.contains(DATE_LINE))
    named = ~pl.col("digit") & ~pl.col("continues") & (pl.col("n_chars") <= NAMES_CHARS)
    return mark(lines, "author", named, line.str.contains(AUTHOR) & ~line.str.contains(PLACE))
