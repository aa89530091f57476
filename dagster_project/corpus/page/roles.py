"""The part that each line plays: `schemas.LINE_ROLES`.

Here: the rules in the order in which they apply. Not here: where the article begins (`head`) and ends (`tail`), nor
what a line shows by itself (`lines`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.page.frames import mark
from dagster_project.corpus.page.head import find_headline, is_furniture
from dagster_project.corpus.page.lines import add_shapes
from dagster_project.corpus.page.tail import find_end
from dagster_project.corpus.page.vocabulary import kind_is
from dagster_project.corpus.schemas import LINE_ROLES

ROLE = pl.Enum(list(LINE_ROLES))
CAPTION_CHARS = 180
HEADING_CHARS = 150
GLUED_CHARS = 300
SHOUTED_CHARS = 20  # characters; a shorter line above a headline is a slogan or a section's name
# "- 11-01-2025Huyện ngoại thành này ...": a date that runs into a headline
TEASER_SIGNS = r"^(?:>>|»|►|▶|⏩|[-•*] ?[0-9]{1,2}[-/][0-9]{1,2}[-/](?:19|20)[0-9]{2}\p{Lu})"

# What is counted here is a fact, and a line with a fact is no caption whatever it looks like.
QUANTITY = (
    r"(?i)[0-9] ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|chỉ tiêu|tiêu chí"  # measures and targets
    r"|hộ|ha|người|lượt|trường|xã|doanh nghiệp)"  # what is counted
)
PICTURED = (
    r"(?i)(?:phát biểu|chủ trì|chủ tọa|tham luận|trao|tặng|tổ chức|tham dự|kiểm tra|thăm)"
    r"[^.;]{0,60}(?:hội nghị|kỳ họp|phiên họp|cuộc họp|buổi làm việc|buổi lễ|buổi tiếp xúc|đại hội|lễ )"
)
# "... trong buổi sáng đầu năm. Ảnh: Minh Hải"
CREDITED = r"[.)\"”] ?\(?(?:Ảnh|ảnh)(?: minh họa| minh hoạ| tư liệu)?: ?[^:;,]{2,40}$"
# A scene does not go on to say what was said or decided.
SAID = (
    r"(?i)(?:yêu cầu|đề nghị|nhấn mạnh|cho biết|khẳng định|thống nhất|thông qua|thảo luận|đánh giá|xem xét)"
)


def assign_roles(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` of `lines.split_lines` with role, title_from (one value a document) and the shapes that led to it.

    When in doubt a line is the article's: only what stands after the end of an article, in a box of other articles,
    above the headline, or repeats another line, is dropped for its place.
    """
    lines = find_end(find_headline(add_shapes(lines))).with_columns(_flags()).rechunk()
    return _add_glued(_add_captions(_add_repetitions(lines))).with_columns(role=_role())


def _role() -> pl.Expr:
    row = pl.col("row")
    after_title = row > pl.col("title_row").fill_null(-1)
    in_head = row < pl.col("content_row")
    signed = pl.col("date_line") | pl.col("author") | pl.col("dated")
    rules = [
        (row >= pl.col("end_row"), pl.col("tail_role")),
        (row == pl.col("title_row"), _role_is("title")),
        (in_head & after_title & signed, _role_is("byline")),
        (pl.col("is_title_above"), _role_is("heading")),
        (in_head & (is_furniture() | pl.col("date_line") | ~after_title), _role_is("menu")),
        (kind_is("toolbar"), _role_is("menu")),
        (pl.col("in_box") | pl.col("is_teaser_line"), _role_is("teaser")),
        (pl.col("is_closing") & pl.col("is_repeated_headline"), _role_is("teaser")),
        (pl.col("is_closing") | pl.col("date_line"), _role_is("byline")),
        (pl.col("repeats_title") | pl.col("is_caption"), _role_is("caption")),
        (pl.col("is_glued"), _role_is("teaser")),
        (pl.col("table"), _role_is("table_row")),
        (pl.col("bullet"), _role_is("list_item")),
        (row == pl.col("content_row"), _role_is("lead")),
        (_is_open() & (pl.col("n_chars") <= HEADING_CHARS), _role_is("heading")),
    ]
    return pl.coalesce(*(pl.when(condition).then(role) for condition, role in rules), _role_is("body"))


def _role_is(role: str) -> pl.Expr:
    return pl.lit(role, ROLE)


def _is_title_above() -> pl.Expr:
    """A headline in capitals that runs over two lines: the one above the line that was chosen."""
    shouts = (pl.col("line") == pl.col("line").str.to_uppercase()) & (pl.col("n_chars") >= SHOUTED_CHARS)
    above = pl.col("joins_next") & (pl.col("row") + 1 == pl.col("title_row"))
    plain = ~is_furniture() & ~pl.col("date_line") & ~pl.col("dated") & pl.col("kind").is_null()
    return (above & shouts & shouts.shift(-1) & plain).fill_null(False)


def _flags() -> list[pl.Expr]:
    return [
        _is_title_above().alias("is_title_above"),
        _tail_role().alias("tail_role"),
        _in_box().alias("in_box"),
        (kind_is("teaser") | pl.col("line").str.contains(TEASER_SIGNS)).alias("is_teaser_line"),
    ]


def _is_open() -> pl.Expr:
    """No full stop and no colon at the end: the form of a headline."""
    return ~pl.col("closed") & ~pl.col("continues") & ~pl.col("prose")


def _tail_role() -> pl.Expr:
    """Below the end, each marker rules up to the next one."""
    role = (
        pl.when(kind_is("comments"))
        .then(_role_is("comment"))
        .when(kind_is("footer"))
        .then(_role_is("footer"))
        .when(kind_is("end", "related") | (pl.col("row") == pl.col("end_row")))
        .then(_role_is("teaser"))
    )
    return role.forward_fill()


def _in_box() -> pl.Expr:
    """A marker inside the article and the headlines right below it, up to the first line that is none."""
    breaks = ~_is_open() | pl.col("table") | pl.col("is_first")
    return pl.when("is_box").then(True).when(breaks).then(False).forward_fill().fill_null(False)


def _add_repetitions(lines: pl.DataFrame) -> pl.DataFrame:
    """`repeats_title`: the headline once more, whatever its case and its dashes."""
    below = (pl.col("row") > pl.col("title_row")) & (pl.col("key").str.len_chars() == pl.col("title_chars"))
    return mark(lines, "repeats_title", below.fill_null(False), _folded("key") == _folded("title_key"))


def _folded(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all("[–—]", "-").str.to_lowercase()


def _add_captions(lines: pl.DataFrame) -> pl.DataFrame:
    """`is_caption`: the line below the repeated headline, a line written twice, or one that names the scene."""
    inside = (pl.col("row") > pl.col("content_row")) & (pl.col("row") < pl.col("end_row"))
    alone = inside & ~pl.col("bullet") & (pl.col("n_chars") <= CAPTION_CHARS)
    lines = mark(lines, "counts", alone & pl.col("digit"), pl.col("line").str.contains(QUANTITY))
    line = pl.col("line")
    named = (
        kind_is("caption")
        | line.str.contains(CREDITED)
        | (line.str.contains(PICTURED) & ~line.str.contains(SAID))
    )
    lines = mark(lines, "names_scene", alone & ~pl.col("counts"), named)
    below_title = (
        pl.col("repeats_title").shift(1, fill_value=False) & pl.col("joins_previous") & ~pl.col("joins_next")
    )
    twice = pl.col("repeats_previous") | pl.col("repeats_previous").shift(-1, fill_value=False)
    first_of_facts = pl.col("counts") & pl.col("closed") & ~pl.col("repeats_previous")
    return lines.with_columns(
        is_caption=(alone & below_title) | (inside & twice & ~first_of_facts) | pl.col("names_scene")
    )


def _add_glued(lines: pl.DataFrame) -> pl.DataFrame:
    """`is_glued`: headlines of other articles, run together right under the lead without a blank line between."""
    under_lead = (pl.col("row") == pl.col("content_row") + 1) & pl.col("closed").shift(1, fill_value=False)
    block_of_two = (
        pl.col("joins_previous")
        & ~pl.col("joins_next")
        & ~pl.col("joins_previous").shift(1, fill_value=False)
    )
    headline = ~pl.col("closed") & ~pl.col("continues") & (pl.col("n_chars") <= GLUED_CHARS)
    other = pl.col("bullet") | pl.col("table") | pl.col("is_credit")
    capital = pl.col("line").str.contains(r"^[\"“‘]?\p{Lu}")
    return mark(lines, "is_glued", under_lead & block_of_two & headline & ~other, capital)
