"""Households and people: which households are still poor, and which only had something given to them or done for them;
which people are the inhabitants.

"tặng quà cho 120 hộ nghèo" says nothing of how many there are. Not here: what other nouns count (`counted`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.wording import near_behind_words

_HELPS = fold_pattern(
    "(?:hỗ trợ|tặng|trao|giúp|thăm|cho vay|chi trả|sửa chữa|xây (?:mới )?nhà|xây dựng nhà)[^,;.]{0,40} $|"
    "(?:^| )(?:cho|thuộc) (?:hơn |gần |trên |khoảng )?$"
)
# "hộ nghèo người Mường", "hộ cận nghèo có người khuyết tật": some of them
SOME_OF_THE_POOR = fold_pattern(
    "(?:(?:là|có|của|thuộc|diện|do|nhóm) )*(?:người (?:dân tộc|dtts|có công|khuyết tật|cao tuổi|già|mường|dao|"
    "tày|thái|nùng|mông|chăm|hoa|khmer|ba na|ê đê|gia rai)|dân tộc|đồng bào|dtts|thành viên|chính sách|bảo trợ|"
    "gia đình chính sách|đơn thân|neo đơn|khuyết tật|cao tuổi|phụ nữ|chủ hộ là|không có khả năng)"
)
_BOTH_KINDS = fold_pattern("^ ?(?:và|,|, và|-) ?(?:hộ )?cận nghèo")  # of the two together
# "đưa 240/215 hộ ra khỏi danh sách hộ nghèo"
_LEAVES = fold_pattern(
    "^ (?:dân |gia đình )?(?:được )?(?:ra khỏi|thoát khỏi|(?:vươn lên )?thoát nghèo|nâng chuẩn)"
)
_OF_SOME = fold_pattern("hộ (?:cận )?nghèo ") + SOME_OF_THE_POOR + "[^,;.:]*$"
_GIVEN_TO = fold_pattern("^ (?:với|tới|đến|cho)(?: hơn| gần| trên| khoảng)? $")
_IS_LEFT = fold_pattern("(?:^| )(?:còn|có|là)(?: lại)?(?: hơn| gần| trên| khoảng)? $")
_IS_HELPED = fold_pattern(
    "^(?:,? (?:và )?(?:hộ )?cận nghèo)? "
    "(?:bị ảnh hưởng|được (?:hỗ trợ|tặng|nhận|vay|xây|sửa|cấp|giúp)|vay vốn|có hoàn cảnh)"
)
_LIFTED = fold_pattern("thoát nghèo")
_LEFT = fold_pattern("còn(?: lại)?(?: hơn| gần| khoảng| trên| dưới)? $")
_THE_REST = fold_pattern("số (?:hộ (?:nghèo )?)?còn lại(?: chỉ)?(?: là)?(?: hơn| gần| khoảng)? $")
_JOINED = fold_pattern("^ ?(?:,|và|, và|cùng)(?: hơn| gần| khoảng| trên)? $")
_LIVES = fold_pattern("^ ?(?:$|sinh sống|cư trú|và|với|trên|ở|tại)")
_RESIDES = fold_pattern("^(?: dân)?(?: đang| hiện| đã)* (?:sinh sống|cư trú|thường trú|định cư)")
# "là hạt nhân của đô thị phía Bắc có 900.000 dân", "khu đô thị Kim Chung với 62.000 người sinh sống"
_OF_TOWN = fold_pattern("(?:khu|của|trong|thuộc|cho|dự án) (?:một |các )?(?:khu )?đô thị [^,;.]{0,50}$")
_DISTRICT_SIZE = 50_000  # fewer "dân" are those of a ward or a housing estate


def is_helped() -> pl.Expr:
    """quantities of households, in reading order: before, tail (String), line"""
    before = pl.col("before")
    helps = before.str.contains(_HELPS) & ~before.str.contains(_IS_LEFT)
    # "cho vay 212 tỷ đồng với 3.410 hộ nghèo"
    helps |= (pl.col("last_quantity_dimension") == "money").fill_null(False) & before.str.contains(_GIVEN_TO)
    helped = helps | pl.col("tail").str.contains(_IS_HELPED)
    # "tặng quà cho 120 hộ nghèo, 80 hộ cận nghèo"
    helped |= pl.col("tail").str.contains(_LEAVES)
    # "chỉ còn 40 hộ nghèo thuộc diện bảo trợ xã hội": these are all that are left
    helped |= pl.col("tail").str.contains(f"^ {SOME_OF_THE_POOR}") & ~before.str.contains(_LEFT)
    helped |= pl.col("tail").str.contains(_BOTH_KINDS)
    return helped | (helped.shift(1).fill_null(False) & before.str.contains(_JOINED))


def is_of_some_poor() -> pl.Expr:
    """ "trong đó hộ nghèo người Mường là 212 hộ, tỷ lệ 5,6%": neither the count nor what goes on about it is of all."""
    poor = pl.col("first_id").is_in(["poor_households", "near_poor_households", "poverty_rate"])
    some = poor & pl.col("before").str.contains(_OF_SOME)
    goes_on = (
        some.shift(1)
        & (pl.col("dimension") == "percent")
        & (pl.col("last_quantity") == pl.col("row").shift(1))
        & (pl.col("last_quantity") > pl.max_horizontal("last_sentence", "last_semicolon", "first"))
    )
    return (some | goes_on).fill_null(False)


def is_still_poor() -> pl.Expr:
    """ "495 hộ thoát nghèo, hiện còn 632 hộ", "495 hộ thoát nghèo, đạt 102% kế hoạch; số còn lại là 632 hộ" """
    before = pl.col("before")
    return (before.str.contains(_LIFTED) & before.str.contains(_LEFT)) | (
        before.str.contains(_THE_REST) & pl.col("folded").str.contains(_LIFTED)
    )


def inhabitants() -> pl.Expr:
    """population (or null), of so many "dân" """
    return _so_many_that(_LIVES)


def residents() -> pl.Expr:
    """The same of so many "người": "với khoảng 341.200 người đang sinh sống"."""
    return _so_many_that(_RESIDES)


def _so_many_that(lives: str) -> pl.Expr:
    live = near_behind_words().str.contains(lives) & (pl.col("value") >= _DISTRICT_SIZE)
    return pl.when(live & ~pl.col("before").str.contains(_OF_TOWN)).then(pl.lit("population"))
