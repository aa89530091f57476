"""The part that each line plays: `schemas.LINE_ROLES`.

Here: the rules in the order in which they apply. Not here: where the article begins (`head`) and ends (`tail`), nor
what a line shows by itself (`lines`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus.page.head import find_headline, is_furniture
from dagster_project.corpus.page.lines import add_shapes
from dagster_project.corpus.page.tail import find_end, is_credit
from dagster_project.corpus.schemas import LINE_ROLES

ROLE = pl.Enum(list(LINE_ROLES))
CAPTION_CHARS = 180
HEADING_CHARS = 150
GLUED_CHARS = 300
TEASER_SIGNS = r"^(?:>>|»|►|▶|⏩)"

# What is counted here is a fact, and a line with a fact is no caption whatever it looks like.
QUANTITY = r"[0-9] ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|chỉ tiêu|hộ|ha|người|lượt|trường|xã|doanh nghiệp|trường hợp)"
PICTURED = (
    r"(?:phát biểu|chủ trì|chủ tọa|kết luận|tham luận|trình bày|báo cáo|trao|tặng|tổ chức|tham dự|kiểm tra|thăm)"
    r"[^.;]{0,60}(?:hội nghị|kỳ họp|phiên họp|cuộc họp|buổi làm việc|buổi lễ|buổi tiếp xúc|đại hội|lễ )"
)


def assign_roles(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` of `lines.split_lines` with role, title_from (one value a document) and the shapes that led to it.

    When in doubt a line is the article's: only what stands after the end of an article, in a box of other articles,
    above the headline, or repeats another line, is dropped for its place.
    """
    lines = find_end(find_headline(add_shapes(lines))).with_columns(_flags())
    return lines.with_columns(role=_role().cast(ROLE))


def _role() -> pl.Expr:
    row = pl.col("row")
    after_title = row > pl.col("title_row").fill_null(-1)
    in_head = row < pl.col("content_row")
    rules = [
        (row >= pl.col("end_row"), pl.col("tail_role")),
        (row == pl.col("title_row"), pl.lit("title")),
        (
            in_head & after_title & (pl.col("date_line") | pl.col("author") | pl.col("dated")),
            pl.lit("byline"),
        ),
        (in_head & (is_furniture() | pl.col("date_line") | ~after_title), pl.lit("menu")),
        ((pl.col("kind") == "toolbar").fill_null(False), pl.lit("menu")),
        (pl.col("in_box") | pl.col("is_teaser_line"), pl.lit("teaser")),
        (
            pl.col("is_closing"),
            pl.when("is_repeated_headline").then(pl.lit("teaser")).otherwise(pl.lit("byline")),
        ),
        (pl.col("date_line"), pl.lit("byline")),
        (pl.col("repeats_title") | pl.col("is_caption"), pl.lit("caption")),
        (pl.col("is_glued"), pl.lit("teaser")),
        (pl.col("table"), pl.lit("table_row")),
        (pl.col("bullet"), pl.lit("list_item")),
        (row == pl.col("content_row"), pl.lit("lead")),
        (_is_open() & (pl.col("n_chars") <= HEADING_CHARS), pl.lit("heading")),
    ]
    return pl.coalesce(*(pl.when(condition).then(role) for condition, role in rules), pl.lit("body"))


def _flags() -> list[pl.Expr]:
    return [
        _tail_role().alias("tail_role"),
        _in_box().alias("in_box"),
        _is_teaser_line().alias("is_teaser_line"),
        _repeats_title().alias("repeats_title"),
        _is_caption().alias("is_caption"),
        _is_glued().alias("is_glued"),
    ]


def _is_open() -> pl.Expr:
    """No full stop and no colon at the end: the form of a headline."""
    return ~pl.col("closed") & ~pl.col("continues") & ~pl.col("prose")


def _tail_role() -> pl.Expr:
    """Below the end, each marker rules up to the next one."""
    roles = {"comments": "comment", "footer": "footer", "end": "teaser", "related": "teaser"}
    named = pl.col("kind").replace_strict(roles, default=None, return_dtype=pl.String)
    start = pl.when(pl.col("row") == pl.col("end_row")).then(pl.lit("teaser"))
    return pl.coalesce(named, start).forward_fill()


def _in_box() -> pl.Expr:
    """A marker inside the article and the headlines right below it, up to the first line that is none."""
    breaks = ~_is_open() | pl.col("table") | pl.col("is_first")
    return pl.when("is_box").then(True).when(breaks).then(False).forward_fill().fill_null(False)


def _is_teaser_line() -> pl.Expr:
    named = (pl.col("kind") == "teaser").fill_null(False)
    return named | pl.col("line").str.contains(TEASER_SIGNS)


def _repeats_title() -> pl.Expr:
    same = (pl.col("key") == pl.col("title_key")) & (pl.col("row") > pl.col("title_row"))
    return same.fill_null(False)


def _is_caption() -> pl.Expr:
    """Under a picture: the line below the repeated headline, a line written twice, or one that names the scene."""
    lower = pl.col("key")
    counts = lower.str.contains(QUANTITY).fill_null(False)
    below_title = (
        _repeats_title().shift(1).fill_null(False) & pl.col("joins_previous") & ~pl.col("joins_next")
    )
    twice = pl.col("repeats_previous") | pl.col("repeats_previous").shift(-1).fill_null(False)
    first_of_facts = counts & pl.col("closed") & ~pl.col("repeats_previous")
    scene = (pl.col("kind") == "caption").fill_null(False) | lower.str.contains(PICTURED).fill_null(False)
    alone = pl.col("n_chars") <= CAPTION_CHARS
    inside = pl.col("row") > pl.col("content_row")
    return (
        inside
        & ~pl.col("bullet")
        & ((below_title & alone & ~pl.col("bullet")) | (twice & ~first_of_facts) | (scene & alone & ~counts))
    )


def _is_glued() -> pl.Expr:
    """Headlines of other articles, run together right under the lead without a blank line between."""
    under_lead = (pl.col("row") == pl.col("content_row") + 1) & pl.col("closed").shift(1).fill_null(False)
    block_of_two = (
        pl.col("joins_previous") & ~pl.col("joins_next") & ~pl.col("joins_previous").shift(1).fill_null(False)
    )
    headline = ~pl.col("closed") & ~pl.col("continues") & (pl.col("n_chars") <= GLUED_CHARS)
    capital = pl.col("line").str.contains(r"^[\"“‘]?\p{Lu}")
    return (
        under_lead & block_of_two & headline & capital & ~pl.col("bullet") & ~pl.col("table") & ~is_credit()
    )
