"""Notes: the source of a figure, or its day, in a parenthesis or at the end of its sentence.

Not here: the other places where the period of a figure stands (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR

_SOURCE_BEHIND = fold_pattern(r"^[^().;]{0,30}\((?:theo|số liệu|nguồn|thống kê)[^().;]{0,60}$")
_NOTED_BEHIND = fold_pattern(
    r"^ [^(),.;:]{1,50} \((?:tính|cập nhật|số liệu)?(?: đến| tại| vào| cuối| hết)* ?(?:năm|tháng|quý|ngày) $"
)
_YEARBOOK_BEHIND = fold_pattern("^,? theo (?:niên giám|số liệu|thống kê|kết quả)[^().;]{0,50}$")


def is_sourced() -> pl.Expr:
    """The next period is that of a note on the figure."""
    # "254.702 người (theo Tổng điều tra dân số năm 2019)"; for a count of people also further behind
    sourced = pl.col("next_period_closes") & (
        (pl.col("tail").str.contains(_SOURCE_BEHIND) & (pl.col("next_period") <= pl.col("row") + 6))
        | (
            pl.col("dimension").is_in(["person", "inhabitant"])
            & pl.col("next_period_of_census")
            & (pl.col("next_period") < pl.col("next_sentence").fill_null(FAR))
        )
    )
    # "11.420 doanh nghiệp đang hoạt động (tính đến cuối năm 2022)"
    noted = pl.col("next_period_closes") & pl.col("tail").str.contains(_NOTED_BEHIND)
    noted &= pl.col("next_period") <= pl.col("row") + 4
    # "226.315 dân, bình quân mỗi phường 17.100 người (số liệu năm 2020).": of all that its sentence counts
    at_end = pl.col("tail").str.contains(_SOURCE_BEHIND) & pl.col("next_period_closes")
    of_sentence = pl.when(at_end).then("next_period").backward_fill() == pl.col("next_period")
    of_sentence &= pl.col("next_period") < pl.col("next_sentence").fill_null(FAR)
    sourced |= noted | (of_sentence & (pl.col("last_period") < pl.col("last_sentence")).fill_null(True))
    # "292.600 người, theo niên giám thống kê năm 2023"
    sourced |= (
        pl.col("dimension").is_in(["person", "inhabitant"])
        & pl.col("tail").str.contains(_YEARBOOK_BEHIND)
        & (pl.col("next_period") < pl.min_horizontal("next_sentence", "next_semicolon").fill_null(FAR))
    )
    return sourced.fill_null(False)
