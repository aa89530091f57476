"""Businesses: enterprises and households in business that are counted, and which of them: new ones or all.

Not here: what other nouns count (`counted`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.wording import (
    ahead_words,
    behind_words,
    near_behind_words,
)

_JOINED = fold_pattern("^ ?(?:,|và|cùng|, và|cùng với)(?: hơn| gần| khoảng| trên)? $")
_BUSINESS_NEW = fold_pattern(
    "thành lập mới|mới thành lập|đăng ký mới|đăng ký lần đầu|cấp mới|mới|đăng ký thành lập|"
    "được thành lập|gia nhập thị trường|ra đời|ra mắt|khai trương|thành lập|"
    "cấp (?:giấy )?(?:chứng nhận )?(?:đăng ký|đkkd)"
)
_BUSINESS_ACTIVE = fold_pattern(
    "đang hoạt động|hiện có|hoạt động|đang nộp thuế|đang kinh doanh|đang sản xuất|còn hoạt động|đang quản lý|quản lý"
)
_ARRIVES = fold_pattern(
    "((?:nâng|đưa) (?:tổng )?số [^,;.]*(?:lên|là|đạt|thành)(?: tới| đến| thành)?(?: hơn| gần| trên| khoảng)?) $"
)
_COMPARED = fold_pattern("so với .*$")
# "so với lúc mới thành lập chỉ có 320 doanh nghiệp": the district was founded then
_AT_FOUNDING = fold_pattern("so với (?:lúc|khi|ngày|hồi|thời điểm)(?: đầu)?(?: mới)? thành lập")
_ALL = fold_pattern("tổng số")
_FOUNDED_AND_ACTIVE = fold_pattern("(?:thành lập|đăng ký)[^,;.]{0,20} và (?:đang |còn )?hoạt động")
_NO_MORE = fold_pattern("^ *(?:và|cùng|cùng với)? *$")
_SUMS_UP = fold_pattern(
    "(?:lũy kế|luỹ kế|cộng dồn|tính chung)(?: từ đầu năm| cả năm)?,?(?: là| có| được| đạt)? $|"
    "^ tháng(?: đầu năm| qua)?,? (?:là|có|đã có|được) $"
)
_COOPERATIVES = fold_pattern("^ (?:hợp tác xã|htx|trang trại) ?(?:,|và|$)")
_IN_BUSINESS = fold_pattern("hộ kinh doanh|hộ kd|kinh doanh cá thể|hộ cá thể")
_BUSINESS_OTHER = fold_pattern(
    "giải thể|rời thị trường|rời khỏi|rút lui|rút khỏi|tạm ngừng|tạm dừng|tạm nghỉ|ngừng|nợ|vi phạm|bỏ|hỗ trợ|tham gia|"
    "vay|kiểm tra|đăng ký đầu tư|thuê đất|xử lý|xử phạt|đối thoại|kê khai|áp dụng|hóa đơn|fdi|công nghệ thông tin|"
    "trở lại|quay lại|chấm dứt|đóng cửa|trả giấy phép|phá sản|nghỉ bán|nghỉ kinh doanh|"
    "thu hồi|được giảm|gia hạn|miễn|giảm thuế|phản ánh|đóng góp"
)
_HAS = fold_pattern(
    "(?:có|hiện có|tổng số|là|quản lý|lên|đạt|gồm)(?: (?:hơn|gần|khoảng|trên|tới|đến)){0,2} ?$"
)


def business(prefix: str) -> pl.Expr:
    """The indicator of a count of enterprises or households in business: <prefix>_new or _active, "" of neither."""
    # "9.000 doanh nghiệp, tăng 2 lần so với năm đầu thành lập": what it is compared with says nothing of them
    behind = behind_words().str.extract(r"^([^;.,(]*)").fill_null("").str.replace(_COMPARED, "")
    to_next, ahead = pl.col("clause_behind").str.replace(_COMPARED, ""), ahead_words()
    # "1.930 doanh nghiệp thành lập mới, nâng số đang hoạt động lên 14.200 doanh nghiệp": the last is arrived at
    arrives = pl.col("before").str.extract(_ARRIVES)
    return (
        pl.when(arrives.str.contains(f"{_BUSINESS_ACTIVE}|{_ALL}") & ~arrives.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_active"))
        .when(behind.str.contains(_BUSINESS_OTHER) | ahead.str.contains(_AT_FOUNDING))
        .then(pl.lit(""))
        .when(behind.str.contains(_FOUNDED_AND_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(behind.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_new"))
        .when(behind.str.contains(_BUSINESS_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(ahead.str.contains(_BUSINESS_OTHER))
        .then(pl.lit(""))
        .when(ahead.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_new"))
        .when(ahead.str.contains(_BUSINESS_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(to_next.str.contains(_BUSINESS_NEW))
        .then(pl.lit(f"{prefix}_new"))
        .when(to_next.str.contains(_BUSINESS_ACTIVE))
        .then(pl.lit(f"{prefix}_active"))
        .when(ahead.str.contains(_HAS))
        .then(pl.lit(f"{prefix}_active"))
    )


def with_shared_kind(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "thành lập mới 207 doanh nghiệp, 324 hộ kinh doanh": what is said of the first is said of the second, over
    "46 hợp tác xã" between them too."""
    businesses = pl.col("dimension").is_in(["enterprise", "household_business"])
    kind = pl.when(businesses).then(pl.col("counted_id").str.extract("(_new|_active)$")).shift(1)
    cooperatives = (
        pl.col("dimension").is_null()
        & pl.col("tail").str.contains(_COOPERATIVES)
        & pl.col("before").str.contains(_JOINED)
    )
    kind = pl.when(cooperatives.shift(1)).then(kind.shift(1)).otherwise(kind)
    second = pl.when(pl.col("dimension") == "enterprise").then(pl.lit("enterprises"))
    # "cấp mới 120 doanh nghiệp và 465 hộ", where households in business were spoken of
    households = (pl.col("dimension") == "household") & pl.col("folded").str.contains(_IN_BUSINESS)
    households |= pl.col("dimension") == "household_business"
    # "34 doanh nghiệp và 71 hộ kinh doanh đăng ký mới; tính chung 11 tháng là 402 doanh nghiệp và 815 hộ kinh doanh"
    sums_up = (
        businesses & pl.col("before").str.contains(_SUMS_UP) & near_behind_words().str.contains(_NO_MORE)
    )
    told = pl.col("counted_id").str.extract("(_new|_active)$").forward_fill().shift(1).over("last_sentence")
    summed = pl.when(sums_up).then(told)
    kind = pl.when(sums_up.shift(1)).then(told.shift(1)).otherwise(kind)
    named = second.when(households).then(pl.lit("household_businesses")) + pl.coalesce(summed, kind)
    joined = (
        pl.col("counted_id").is_null()
        & (pl.col("line") == pl.col("line").shift(1))
        & (pl.col("before").str.contains(_JOINED) | cooperatives.shift(1))
        & near_behind_words().str.contains(_NO_MORE)
    )
    return with_planned(
        quantities,
        counted_id=pl.when(joined | sums_up & told.is_not_null()).then(named).otherwise("counted_id"),
    )
