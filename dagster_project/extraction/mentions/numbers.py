"""Numbers: digits in running text, and those that are no quantity.

The masks for law numbers, dates, ordinals, roads, symbols and the like are here. Not here: numbers in words
(`number_words`), values and units (`quantities`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import NO_BREAK, fold_pattern
from dagster_project.extraction.language.scanning import scan
from dagster_project.extraction.plans import with_planned

# "2022-04-11", "2022-04"
_YEAR_FIRST = r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?(?-u:\b)"
# A date, a month of a year, thousands set off by spaces, or digits with dots and commas.
NUMBER = (
    r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][12][0-9]{3}"
    rf"|{_YEAR_FIRST}"
    r"|[0-9]{1,2}[-/](?:19|20)[0-9]{2}"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?"
    rf"|[0-9]+(?:[.,]{NO_BREAK}?[0-9]+)*"
)
_DATE = rf"^[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.][12][0-9]{{3}}$|^[0-9]{{1,2}}[-/](?:19|20)[0-9]{{2}}$|^{_YEAR_FIRST}$"
# "6,512,4 tỷ đồng": a misprint for "6.512,4", as no group of thousands is so short
_ONE_MARK_FOR_BOTH = r"^[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+,|(?:\.[0-9]{3})+\.)[0-9]{1,2}$"
_YEAR = r"^(?:19|20)[0-9]{2}$"
_LETTER = "a-zà-ỹđ"

# "2.318, 47 tỷ đồng": a decimal whose comma a page has set apart
_APART_WHOLE = r"^[1-9][0-9]{0,2}(?:\.[0-9]{3})+$"
_APART_FRACTION = "^[0-9]{1,3}$"
_OF_MONEY = fold_pattern("^ ?(?:tỷ|triệu)")

# What stands right before a number that only names or orders something.
_NAMING_WORDS = (
    "khóa|lần thứ|thứ|số|điều|khoản|kỳ họp thứ|đường|quốc lộ|ql|vành đai|tỉnh lộ|tl|lô|tổ|khu phố|phiên thứ|lúc|tầng|"
    "đề án|hạng|trang|phòng|cụm|thôn|ngõ|ngách|km|covid|kênh|đội|chỉ thị|nghị quyết|quyết định|nghị định|"
    "thông tư|luật|văn bản|công văn|chương trình|ô đất|điện thoại|đt|tòa nhà|tòa|ký hiệu|mục|phần|chương|ban chỉ đạo|"
    "cấp độ|mức độ|loại|lớp|khối|tuyến|ga|kỷ niệm|tiểu đoàn|trung đoàn|sư đoàn|top|kế hoạch|đoàn giám sát"
)
_DATE_WORDS = (
    "ngày|sáng|chiều|tối|trưa|đêm|hôm nay|hôm qua|mùng|mồng|rạng sáng|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|"
    "thứ bảy|chủ nhật|dịp|lễ|nghỉ lễ|tết"
)


_NAMED = rf"(?:^|[^{_LETTER}])(?:{fold_pattern(_NAMING_WORDS)})[ .:]{{0,2}}$"
_NUMBERED_DISTRICT = rf"(?:^|[^{_LETTER}]){fold_pattern('quận')} $"  # "quận 1", of another city
_FIGURE_OF = fold_pattern("(?:con|dân|tổng) số $")  # "lên tới con số 1.518", "dân số 231.400, diện tích ..."
_DATED = rf"(?:^|[^{_LETTER}])(?:{fold_pattern(_DATE_WORDS)}),? ?\(?$"
_CALENDAR = rf"(?:^|[^{_LETTER}])(?:{fold_pattern('năm|tháng|quý')}) $"
UNIT_LIKE = fold_pattern(
    "tỷ|triệu|trđ|tr.đ|nghìn|ngàn|vạn|%|đồng|usd|hộ|người|lượt|doanh nghiệp|lao động|trường|ha|dn|xã|chỉ tiêu"
)
# What stands right after: a document's symbol, an hour, the rest of a word.
_SYMBOL_AFTER = (
    r"^ ?[/-] ?(?:nq|qđ|ct|kh|ttr|tb|bc|cv|nđ|tt|hđnd|ubnd|qh|hd|kl|l|cp|tu|hu|qu|đa|ctr|tw|btc|ttg|vphc)"
    rf"(?:[^{_LETTER}]|$)"
)
_GLUED_AFTER = rf"^[{_LETTER}_@#]|^-[{_LETTER}]|^:[0-9]|^ ?giờ|^ phút"
# "trong 20 năm qua", "sau 15 năm thành lập"; "500 năm 2023" is a figure
_DURATION_AFTER = fold_pattern(r"^ năm(?:$|[^ a-zà-ỹđ]| [^0-9])")
_GLUED_BEFORE = rf"[{_LETTER}_#@$][.-]?$"
# "ước đạt16.743 tỷ đồng": a page has lost the space
_LOST_SPACE = rf"(?:^|[^{_LETTER}])(?:{fold_pattern('đạt|tăng|giảm|hơn|gần|trên|khoảng|bằng|chiếm|còn')})$"


def numbers(lines: pl.DataFrame) -> pl.DataFrame:
    """The numbers of the folded lines as `scan` gives them, and `why` (String): null where it may be a quantity,
    else what it is instead (date, year, symbol, name, calendar, duration, glued)."""
    found = scan(lines, NUMBER).with_columns(pl.col("text").str.replace(NO_BREAK, "", literal=True))
    found = _with_decimals_apart(found).with_columns(
        pl.when(pl.col("text").str.contains(_ONE_MARK_FOR_BOTH))
        .then(pl.col("text").str.replace_all("[.,]([0-9]{3})", "$1").str.replace(".", ",", literal=True))
        .otherwise("text")
    )
    text, before, after = pl.col("text"), pl.col("before"), pl.col("after")
    has_unit = after.str.contains(f"^ ?(?:{UNIT_LIKE})")
    # "vượt kế hoạch 7-7,5%": the low end of a range has its unit behind the high one
    has_unit |= (after.str.contains("^ ?- ?$") & has_unit.shift(-1)).fill_null(False)
    day = before.str.contains(_DATED) & (text.str.len_bytes() <= 2) & ~has_unit
    short = text.str.len_bytes() <= 2
    # "Vành đai 2,5", but no name is written "1.688,45"
    named = before.str.contains(_NAMED) & ~before.str.contains(_FIGURE_OF) & ~text.str.contains(r"\..*,")
    named |= before.str.contains(_NUMBERED_DISTRICT) & short
    why = (
        pl.when(text.str.contains(_DATE) | day)
        .then(pl.lit("date"))
        .when(text.str.contains(_YEAR) & ~has_unit)
        .then(pl.lit("year"))
        .when(after.str.contains(_SYMBOL_AFTER))
        .then(pl.lit("symbol"))
        .when(before.str.contains(_CALENDAR) & ~has_unit)
        .then(pl.lit("calendar"))
        .when(named & ~has_unit)
        .then(pl.lit("name"))
        .when(after.str.contains(_DURATION_AFTER) & (text.str.len_bytes() <= 3))
        .then(pl.lit("duration"))
        .when(before.str.contains(_GLUED_BEFORE) & ~before.str.contains(_LOST_SPACE))
        .then(pl.lit("glued"))
        .when(after.str.contains(_GLUED_AFTER) & ~has_unit)
        .then(pl.lit("glued"))
    )
    month = day.shift(1).fill_null(False) & before.is_in(["/", "-", ".", " - ", " tháng "]) & short
    # "dịp lễ 30/4 và 1/5"
    day_behind = month.shift(1).fill_null(False) & before.is_in([" và ", " - ", "-", ", "]) & short
    day_behind &= after.str.starts_with("/")
    month_behind = day_behind.shift(1).fill_null(False) & (before == "/") & short
    of_date = month | day_behind | month_behind
    return with_planned(found, why=pl.when(of_date).then(pl.lit("date")).otherwise(why))


def _with_decimals_apart(found: pl.DataFrame) -> pl.DataFrame:
    """ "đạt 2.318, 47 tỷ đồng": one number; in a list the figures are of one size ("1.250, 1.318 tỷ đồng")."""
    following = {name: pl.col(name).shift(-1) for name in ("line", "start", "end", "text", "after")}
    apart = (
        pl.col("text").str.contains(_APART_WHOLE)
        & (pl.col("after") == ", ")
        & (pl.col("line") == following["line"])
        & (pl.col("end") + 2 == following["start"])
        & following["text"].str.contains(_APART_FRACTION)
        & following["after"].str.contains(_OF_MONEY)
    ).fill_null(False)
    rows = found.select(apart=apart).to_series()
    if not rows.any():
        return found
    return found.with_columns(
        text=pl.when(rows).then(pl.concat_str("text", pl.lit(","), following["text"])).otherwise("text"),
        end=pl.when(rows).then(following["end"]).otherwise("end"),
        after=pl.when(rows).then(following["after"]).otherwise("after"),
    ).filter(~rows.shift(1).fill_null(False))
