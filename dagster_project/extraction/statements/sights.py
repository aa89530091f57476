"""Sights: figures of visits to one place inside the district.

Not here: whom the district itself receives (`visits`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern

# "6.820 lượt khách tham quan khu phố cổ": of that sight
_SIGHT = "(?:phố cổ|phố đi bộ|di tích|đền|chùa|bảo tàng|khu du lịch|làng cổ|thành cổ|lăng|hoàng thành|vườn quốc gia)"
_SEES_SIGHT = fold_pattern(
    f"^ ?(?:đến |tới |về |vào )?(?:tham quan|thăm|viếng|chiêm bái) (?:tại )?(?:khu )?{_SIGHT} "
)

# "phố đi bộ đón 12.000 lượt khách", but "các di tích đón ...": one of them only
_SIGHT_RECEIVES = fold_pattern(
    rf"(?:^|[.,;:] )(?:riêng |tại |ở |tuyến |khu |không gian )*(?:{_SIGHT}|lễ hội|không gian sáng tạo|"
    "không gian văn hóa|phố (?:sách|bích họa|ẩm thực|nghề)|chợ đêm|công viên)"
    "(?: [^,;.]{0,60})? (?:đón|thu hút)[^,;.]{0,30}$"
)


def of_one_sight() -> pl.Expr:
    """The visits are those of a street, a relic, a festival, not of the district."""
    of_site = (
        pl.col("last_site")
        > pl.max_horizontal("last_comma", "last_quantity", "last_sentence", "last_semicolon", "last_place")
    ) & pl.col("indicator_id").is_in(["tourist_arrivals", "tourism_revenue"])
    of_site |= (pl.col("indicator_id") == "tourist_arrivals") & (
        pl.col("tail").str.contains(_SEES_SIGHT)
        | (
            pl.col("before").str.contains(_SIGHT_RECEIVES)
            & (
                pl.col("last_place") < pl.max_horizontal("last_break", "last_quantity", "last_sentence")
            ).fill_null(True)
        )
    )
    return of_site.fill_null(False)
