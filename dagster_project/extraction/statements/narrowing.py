"""Narrowing: figures of less than the phrase before them names: of one source, for one purpose, without the land.

Not here: whose figure it is (`attribution`); which phrase stands before it (`binding`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.statements.households import is_of_some_poor

# "chi", "đã chi"; "giải ngân", "giải ngân được"
_SHORT_FORM_BYTES = {
    "budget_expenditure": 9,
    "public_investment_disbursement": len("giải ngân được".encode()),
}
_FOR_PURPOSE = fold_pattern(
    "^ (?:để |nhằm |cho )?(?:việc |công tác )?(?:hỗ trợ|mua|xây|trả|tặng|trợ cấp|chi trả|thưởng|lắp|sửa|cải tạo)|"
    "^ (?:dành )?cho (?:công tác|hoạt động|phòng|an sinh|các đối tượng|đối tượng|người|hộ|sự nghiệp|giáo dục|y tế|"
    "văn hóa)"
)
_RAISED = fold_pattern("huy động")
_DISBURSED = fold_pattern("giải ngân")
_BUDGETS = (
    "state_budget_revenue",
    "budget_expenditure",
    "investment_expenditure",
    "public_investment_disbursement",
)
# "trong đó có 700 tỷ đồng từ đấu giá", "980 tỷ đồng dành cho chi thường xuyên"
_FROM_SOURCE = fold_pattern(
    "^ (?:(?:là |được )?(?:thu |đến )?từ |(?:là |được )?(?:dành |bố trí |chi )?cho |(?:đầu tư )?vào )"
)
_PEOPLE = fold_pattern(
    "(?:người lao động|công nhân|thợ|giáo viên|đoàn viên|hội viên|xã viên|thành viên|cán bộ|lao động|mỗi hộ|các hộ|"
    "nhiều hộ|một hộ|hộ gia đình|gia đình|mô hình|trang trại|hợp tác xã|cơ sở|doanh nghiệp|công ty|xưởng)[^,;.]*$"
)
_EACH_OF_ALL = fold_pattern("(?:người dân|đầu người|nhân dân)[^,;.]*$")


def is_narrowed() -> pl.Expr:
    """The figure is no figure of the whole that its indicator names.

    quantities: the neighbours, with first, first_id, first_pos, first_end, inside, except_inside (Boolean)
    """
    of_source = (pl.col("last_narrow") > pl.max_horizontal("first", "last_quantity")).fill_null(False)
    # "thu từ nguồn ... 203 tỷ đồng, đạt 70% dự toán": what goes on about the figure is of the source, too
    from_there = of_source & (pl.col("last_quantity") < pl.col("first")).fill_null(True) & ~pl.col("inside")
    goes_on = pl.when(from_there).then("first").forward_fill() == pl.col("first")
    # "huyện đã chi 37 tỷ đồng hỗ trợ 28.600 người": of one purpose, not of the budget
    first_bytes = pl.col("first_end") - pl.col("first_pos")
    short = pl.any_horizontal(
        (pl.col("first_id") == indicator) & (first_bytes <= length)
        for indicator, length in _SHORT_FORM_BYTES.items()
    )
    of_purpose = short & pl.col("tail").str.contains(_FOR_PURPOSE)
    # "trong đó có 700 tỷ đồng từ đấu giá": a part by its source
    of_part = (
        pl.col("first_id").is_in(list(_BUDGETS))
        & (pl.col("last_among") > pl.col("first"))
        & pl.col("tail").str.contains(_FROM_SOURCE)
    )
    return (
        of_source
        | of_part.fill_null(False)
        | _of_some_people().fill_null(False)
        | is_of_some_poor()
        | _is_source().fill_null(False)
        | (goes_on & ~pl.col("inside")).fill_null(False)
        | of_purpose.fill_null(False)
        | _leaves_out()
    )


def _is_source() -> pl.Expr:
    """ "huy động 2.140 tỷ đồng xây dựng nông thôn mới, gồm 35 tỷ đồng vốn đầu tư công": where money came from."""
    folded = pl.col("folded")
    return (
        pl.any_horizontal(
            pl.col(f"{name}_id") == "public_investment_disbursement" for name in ("first", "next_indicator")
        )
        & folded.str.contains(_RAISED)
        & ~folded.str.contains(_DISBURSED)
    )


def _of_some_people() -> pl.Expr:
    """ "gia đình chị Hiên ..., thu nhập 1,3 triệu đồng mỗi tháng", "thu nhập của công nhân 9 triệu đồng/tháng": those
    people's income, not the district's."""
    before = pl.col("before")
    told_of = before.str.contains(_PEOPLE) & ~before.str.contains(_EACH_OF_ALL)
    return (pl.col("first_id") == "income_per_capita") & (
        told_of | (pl.col("last_person") > pl.col("last_sentence")).fill_null(False)
    )


def _leaves_out() -> pl.Expr:
    """ "loại trừ tiền sử dụng đất, thu đạt 310 tỷ đồng, bằng 70% dự toán", "(không bao gồm tiền đất) đạt 512 tỷ" """
    excepted = pl.col("last_except")
    in_sentence = excepted > pl.col("last_sentence")
    # a parenthesis without a figure is said of what follows it, one with a figure of that one only
    aside = pl.col("except_inside") & (pl.col("last_quantity") > excepted).fill_null(False)
    reaches = (
        pl.when("inside").then(excepted > pl.col("last_open")).otherwise(in_sentence & ~aside)
    ).fill_null(False)
    leaves_out = reaches & (pl.col("first_id") == "state_budget_revenue").fill_null(False)
    of_such = pl.when(leaves_out & ~pl.col("inside")).then("first").forward_fill() == pl.col("first")
    return leaves_out | (of_such & ~pl.col("inside")).fill_null(False)
