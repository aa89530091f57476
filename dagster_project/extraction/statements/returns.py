"""Returns: sentences that come back from a zone, a company or a commune to the district.

Not here: how far what is told of a place reaches otherwise (`attribution`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import at

_OF_ALL_THERE = fold_pattern("trên địa bàn [^.;]*$")
# what neither a company nor an industrial zone reports of itself
_NO_COMPANYS = ("gross_output_industry_construction", "state_budget_revenue", "budget_expenditure")
_SITES = ("company", "quarter")


def with_returns(timed: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """Adds is_back, joined (Boolean): since the place before the figure a sentence of the district has begun; its
    indicator stands behind "và".

    "Khu công nghiệp Nội Bài có thêm 8 dự án. Kim ngạch xuất khẩu của các doanh nghiệp trên địa bàn đạt 1,07 tỷ USD. Giá
    trị sản xuất ..."
    """
    opening = timed["last_sentence"] + 1
    joined = at(stream["role"], timed["indicator_row"] - 1) == "conj"
    kind = at(stream["value"], timed["last_place"])
    timed = timed.with_columns(
        joined=joined.fill_null(False), opening=at(stream["value"], opening), place_kind=kind
    )
    later = pl.col("last_sentence") > pl.col("last_place")
    # "Giá trị sản xuất" of "công nghiệp - xây dựng"
    opens = (pl.col("opening") == pl.col("indicator_id")) | (pl.col("opening") == "gross_output")
    of_all = (pl.col("indicator_id") == "export_value") & pl.col("before").str.contains(_OF_ALL_THERE)
    of_none = pl.col("indicator_id").is_in(_NO_COMPANYS) & pl.col("place_kind").is_in(_SITES)
    begins = (later & opens & (of_all | of_none)).fill_null(False)
    return timed.with_columns(is_back=begins.cum_max().over("last_place")).drop("opening", "place_kind")


def names_another_thing() -> pl.Expr:
    """ "có 7 xã nông thôn mới kiểu mẫu và thu nhập bình quân 82 triệu đồng": the communes were counted themselves, and
    what follows is counted beside them."""
    before = pl.col("row").shift(1)
    counted = (pl.col("rule").shift(1) == "counted_noun") | (pl.col("rule").shift(2) == "counted_noun")
    return (pl.col("joined") & counted & (pl.col("indicator_row") > before)).fill_null(False)
