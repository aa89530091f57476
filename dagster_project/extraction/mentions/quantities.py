"""Quantities: numbers with their unit, value and bound.

The grammar of separators, compounds, ratios, ranges and lists that share a unit is here. Not here: which digits are a
number (`numbers`, `number_words`), nor what a quantity is about (`binding`).
"""

from __future__ import annotations

import re

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern, fold_words
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.plans import in_memory, with_planned

_LETTER = "a-zà-ỹđ"
_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6}


_PER_UNIT = fold_pattern(
    "^ ?(?:nghìn |ngàn |triệu |tỷ )*(?:đồng|đ|tỷ|triệu)? ?/ ?(?:m(?:2|²|ét|$)|ha|kg|tấn|tạ|lít|hộ|lô|suất|căn|"
    "sào|mẫu|con|km|cổ phiếu|ngày|trường hợp|dự án)"  # what stands behind a figure ends at the next digit: "/m"
)
_PER_SOMETHING = fold_pattern("^ ?[a-zà-ỹđ ]{1,24}/ ?(?:km2|km²|km|m2|ha|lớp|vạn|nghìn|ngàn|1.000|100)")
_LEAD_IN_LINES = 3
_AFTER_NAME = rf"[{_LETTER})] ?(?::|-|  -  ?|là|đạt)? *$"
_COMRADES = fold_pattern("^ ?đồng (?:chí|phạm|bào|hồ|nghiệp|đội|hương)")
_OUT_OF = fold_pattern(r"(?:^|[^\pL])(?:trên|trong) tổng(?: số)?(?: vốn| kế hoạch)?(?: là| được giao)? $")
_OF_WHOLE = fold_pattern("trên tổng số|trong tổng số|trên tổng|trong số|trên|trong")
_LIST_BETWEEN = rf"^(?:,? | và |, và |; | {{0,2}}- {{0,2}}| ?/ ?| (?:{_OF_WHOLE}) )$"
_ARRIVES = fold_pattern(r"(?:^| )(?:lên|xuống)(?: (?:tới|đến|hơn|gần|trên|khoảng|còn))* $")
_RATIO_BETWEEN = rf"^ ?/ ?$|^ (?:{_OF_WHOLE}) $"
_DASH_BETWEEN = rf"^ {{0,2}}- {{0,2}}$|^ (?:{fold_pattern('đến|tới')}) $"

# In the order in which they are tried: "không dưới" before "dưới", "không quá" before "quá".
_MULTIPLIED = f"(?: {fold_pattern('gấp')})?"
_BOUNDS = (
    ("at_least", "không dưới|không thấp hơn|không ít hơn"),
    ("approx", "khoảng|xấp xỉ|chừng|ước chừng|tầm|trên dưới|khoảng hơn|độ"),
    (
        "at_most",
        "gần|dưới|tối đa|không quá|không cao hơn|chưa đầy|chưa đến|chưa tới|ngót|sát|gần tới|gần đến|"
        "không vượt quá|không còn quá|chưa quá",
    ),
    ("at_least", "hơn|trên|ít nhất|tối thiểu|vượt mốc|quá|ít nhất là|tối thiểu là|hơn mức"),
)
_DEGREE = fold_pattern("(?:tốc|mức|tiến|mật|trình|cường) độ ?$")  # "độ" is no "about" there
_NEGATED = fold_pattern("không (?:cao|thấp|ít|nhiều) hơn ?$")
_COMPARATIVE = fold_pattern("(?:cao|thấp|ít|nhiều|lớn|nhỏ|tốt|kém|sớm|nhanh|chậm|đông|nhỉnh|sút) hơn ?$")
_BEYOND = fold_pattern("(?:^| )vượt(?: con số| ngưỡng| mốc)? $")
_MILLIONS_OF_THINGS = fold_pattern(
    r"^ triệu (?:sản phẩm|lít|tấn|con|cây|chiếc|bộ|đôi|m[23]|m|mét|kwh|giờ|bản|liều|viên|cái|quả|trứng|lượt|khách|"
    r"người|cổ phiếu|tài khoản|ngày công|kg|mũi|khẩu trang|thẻ|giao dịch|hồ sơ|hộ|lao động|gia cầm)(?: |$|[,;.)])"
)
_OR_MORE = rf"^ ?[^,;.()0-9]{{0,40}}{fold_pattern('trở lên')}"


def declared_units(lines: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """line, declared (String): the unit that the words above a list give for its bare figures ("(tỷ đồng)",
    "Đơn vị: tỷ đồng").

    lines: line, document, role_of_line, folded
    """
    units = "|".join(
        re.escape(word) for word in sorted(vocabulary.units["written"], key=lambda word: -len(word.encode()))
    )
    label = fold_pattern("đơn vị(?: tính)?|đvt|tính bằng")
    written = pl.coalesce(
        pl.col("folded").str.extract(rf"(?:{label}) ?:? ?((?:{units}))(?:[^{_LETTER}]|$)"),
        pl.col("folded").str.extract(rf"\( ?((?:{units}))[ ),;]"),
    )
    # "..." between the items leaves some out
    listed = (pl.col("role_of_line") == "list_item") | ~pl.col("folded").str.contains(f"[0-9{_LETTER}]")
    held = lines.select("line", "document", listed=listed, written=pl.when(~listed).then(written))
    declares = pl.col("written").is_not_null()
    return (
        held.with_columns(
            declared=pl.col("written").forward_fill(),
            since=pl.when(declares).then("line").forward_fill(),
            of_document=pl.when(declares).then("document").forward_fill(),
            lead=pl.when(~pl.col("listed")).then("line").forward_fill(),
        )
        .filter(
            pl.col("listed")
            & pl.col("declared").is_not_null()
            & (pl.col("of_document") == pl.col("document"))
            & (pl.col("lead") - pl.col("since") <= _LEAD_IN_LINES)
        )
        .select("line", "declared")
    )


def quantities(
    found: pl.DataFrame, vocabulary: Vocabulary, declared: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The quantities among `numbers`, with compounds made one and lists sharing the unit at their end.

    declared: of `declared_units`, or none

    Returns line (Int32), start, end (Int64, bytes; of the number with the unit written after it), number_end (Int64),
    value (Float64, canonical unit), unit, dimension (String, null where no known unit follows), decimals (Int8),
    bound, part (numerator, denominator, low, high, or null), before, tail (String: the text up to its neighbours).
    """
    spans = _with_units(found.filter(pl.col("why").is_null()), vocabulary, declared).rechunk()
    spans = _with_values(_share_units(spans).rechunk()).rechunk()
    spans = _join_compounds(spans).rechunk()
    return _with_parts(_with_bounds(spans)).select(
        "line",
        "start",
        "end",
        "number_end",
        "value",
        "unit",
        "dimension",
        "decimals",
        "bound",
        "part",
        "before",
        "tail",
    )


def _with_units(spans: pl.DataFrame, vocabulary: Vocabulary, declared: pl.DataFrame | None) -> pl.DataFrame:
    """written, unit, factor, dimension, scale, tail: the unit right after the number and the text behind it."""
    alternatives = "|".join(
        re.escape(word) for word in sorted(vocabulary.units["written"], key=lambda word: -len(word.encode()))
    )
    boundary = rf"(?:[^{_LETTER}0-9]|$)"
    scales = "|".join(fold_words(list(_SCALES)))
    after = pl.col("after")
    lead = after.str.extract(rf"^( ?(?:{alternatives})){boundary}")
    scale = after.str.extract(rf"^( ?(?:{scales})){boundary}")
    behind = after.cast(pl.Binary).bin.slice(pl.col("scale_text").str.len_bytes()).cast(pl.String)
    scaled = behind.str.extract(rf"^( (?:{alternatives})){boundary}")
    # "triệu" with nothing countable behind it is money
    bare_million = (pl.col("scale_text").str.strip_chars() == fold_pattern("triệu")) & ~after.str.contains(
        _MILLIONS_OF_THINGS
    )
    spans = in_memory(
        spans.lazy()
        .with_columns(lead=lead, scale_text=pl.when(lead.is_null()).then(scale))
        .with_columns(scaled=pl.when(pl.col("scale_text").is_not_null()).then(scaled))
        .with_columns(
            written=pl.coalesce(
                pl.col("lead").str.strip_chars(),
                pl.col("scaled").str.strip_chars(),
                pl.when(bare_million & pl.col("scaled").is_null()).then(pl.lit("triệu đồng")),
            ),
            unit_bytes=(
                pl.col("lead").fill_null("").str.len_bytes()
                + pl.col("scale_text").fill_null("").str.len_bytes()
                + pl.col("scaled").fill_null("").str.len_bytes()
            ).cast(pl.Int64),
            bare_million=(pl.col("scaled").is_null() & bare_million).fill_null(False),
            scale=pl.when(pl.col("scaled").is_null() & bare_million)
            .then(None)
            .otherwise(
                pl.col("scale_text")
                .str.strip_chars()
                .replace_strict(
                    fold_words(list(_SCALES)), list(_SCALES.values()), default=None, return_dtype=pl.Float64
                )
            ),
        )
    )
    # "101 triệu đồng/m2" is a price, not an amount
    spans = spans.with_columns(
        written=pl.when((pl.col("lead").is_not_null()) & after.str.contains(_PER_UNIT))
        .then(None)
        .otherwise("written")
    )
    # "38 nghìn người/km2" is a density
    spans = spans.with_columns(
        written=pl.when(after.str.contains(_PER_SOMETHING) & ~pl.col("written").str.contains("/"))
        .then(None)
        .otherwise("written")
    )
    # "4 đồng chí", "3 đồng phạm": people, not money
    spans = spans.with_columns(
        written=pl.when((pl.col("written") == "đồng") & after.str.contains(_COMRADES))
        .then(None)
        .otherwise("written")
    )
    if declared is not None:
        opens_figure = pl.col("before").str.contains(_AFTER_NAME) & pl.col("after").str.contains(
            r"^ ?(?:[(,;.|-]|$)"
        )
        spans = spans.join(declared, on="line", how="left", maintain_order="left").with_columns(
            written=pl.when(pl.col("written").is_null() & pl.col("scale").is_null() & opens_figure)
            .then("declared")
            .otherwise("written")
        )
    return spans.join(vocabulary.units, on="written", how="left", maintain_order="left").with_columns(
        tail=after.cast(pl.Binary).bin.slice(pl.col("unit_bytes")).cast(pl.String),
        number_end=pl.col("end"),
        end=pl.col("end") + pl.col("unit_bytes"),
    )


def _share_units(spans: pl.DataFrame) -> pl.DataFrame:
    """A number of a list takes the unit at its end: "12, 34 và 50%", "61 - 30 - 9%", "22/22 chỉ tiêu"."""
    same_line = (pl.col("line") == pl.col("line").shift(-1)) & (
        pl.col("number_end") + pl.col("after").str.len_bytes().cast(pl.Int64) == pl.col("start").shift(-1)
    )
    bare = pl.col("unit").is_null() & pl.col("scale").is_null()
    # "... lên 24.700; 1.105 hộ kinh doanh" are counts of two things
    ended = pl.col("tail").str.contains("^; ") & pl.col("before").str.contains(_ARRIVES)
    spans = spans.with_columns(listed=bare & same_line & pl.col("tail").str.contains(_LIST_BETWEEN) & ~ended)
    for _ in range(4):
        takes = bare & pl.col("listed")
        spans = spans.with_columns(
            pl.when(takes).then(pl.col(name).shift(-1)).otherwise(pl.col(name)).alias(name)
            for name in ("unit", "factor", "dimension", "scale")
        )
    return spans


def _with_values(spans: pl.DataFrame) -> pl.DataFrame:
    """value (Float64) in the canonical unit and decimals (Int8): the digits of it that are significant."""
    text = pl.col("text")
    whole = (
        pl.col("dimension").is_not_null()
        & ~pl.col("dimension").is_in(["money", "usd", "percent", "times", "income", "area"])
        & pl.col("scale").is_null()
    )
    dots, commas = text.str.count_matches(".", literal=True), text.str.count_matches(",", literal=True)
    grouped_dots = text.str.contains(r"^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
    grouped_commas = text.str.contains(r"^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?$") & (
        (commas > 1) | (dots == 1) | whole
    )
    # after a percent sign three digits are a fraction, not thousands: nobody writes 8.325 percent
    percent_fraction = (pl.col("dimension") == "percent") & (dots == 1) & (commas == 0)
    plain = (
        pl.when(percent_fraction)
        .then(text)
        .when(grouped_dots)
        .then(text.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True))
        .when(grouped_commas)
        .then(text.str.replace_all(",", "", literal=True))
        .otherwise(text.str.replace_all(" ", "", literal=True).str.replace(",", ".", literal=True))
    )
    multiplier = pl.col("factor").fill_null(1.0) * pl.col("scale").fill_null(1.0)
    return (
        spans.with_columns(plain=plain, multiplier=multiplier)
        .with_columns(
            number=pl.col("plain").cast(pl.Float64, strict=False),
            fraction=pl.col("plain").str.extract(r"\.([0-9]+)$").fill_null("").str.len_bytes().cast(pl.Int32),
        )
        .filter(pl.col("number").is_not_null())
        .with_columns(
            value=pl.col("number") * pl.col("multiplier"),
            decimals=(pl.col("fraction") - pl.col("multiplier").log(10).round().cast(pl.Int32)).cast(pl.Int8),
        )
    )


def _join_compounds(spans: pl.DataFrame) -> pl.DataFrame:
    """ "115.075 tỷ 897 triệu đồng", "3 ngàn 200 tỷ", "1 triệu 250 nghìn lượt": one value, one span."""
    following = {
        name: pl.col(name).shift(-1)
        for name in (
            "line",
            "start",
            "end",
            "number_end",
            "value",
            "unit",
            "dimension",
            "multiplier",
            "number",
            "decimals",
            "after",
            "tail",
        )
    }
    touches = (
        (pl.col("line") == following["line"])
        & (pl.col("end") + pl.col("tail").str.len_bytes().cast(pl.Int64) == following["start"])
        & (pl.col("tail") == " ")
    )
    same_kind = (
        touches
        & (pl.col("dimension") == following["dimension"])
        & pl.col("dimension").is_in(["money", "usd"])
        & (pl.col("multiplier") > following["multiplier"])
        & (following["number"] < pl.col("multiplier") / following["multiplier"])
    )
    money_next = following["dimension"].is_in(["money", "usd"])
    scale = pl.coalesce("scale", pl.when(pl.col("bare_million") & ~money_next).then(_SCALES["triệu"]))
    scale_first = (
        touches
        & (pl.col("dimension").is_null() | pl.col("bare_million"))
        & scale.is_not_null()
        & following["dimension"].is_not_null()
    )
    value = (
        pl.when(same_kind)
        .then(pl.col("value") + following["value"])
        .when(scale_first & money_next)
        .then(pl.col("number") * scale * following["multiplier"] + following["value"])
        .when(scale_first)
        .then(pl.col("number") * scale + following["value"])
        .otherwise(pl.col("value"))
    )
    joined = same_kind | scale_first
    return with_planned(
        spans,
        value=value,
        joins_next=joined.fill_null(False),
        **{
            name: pl.when(joined).then(following[name]).otherwise(pl.col(name))
            for name in ("end", "number_end", "unit", "dimension", "decimals", "after", "tail")
        },
    ).filter(~pl.col("joins_next").shift(1).fill_null(False))


def _with_bounds(spans: pl.DataFrame) -> pl.DataFrame:
    before = pl.col("before")
    free = ~before.str.contains(_COMPARATIVE) | before.str.contains(_NEGATED)
    free &= ~before.str.contains(_DEGREE)
    or_more = pl.when(pl.col("tail").str.contains(_OR_MORE)).then(pl.lit("at_least"))
    said = (
        pl.when(
            free & before.str.contains(rf"(?:^|[^{_LETTER}])(?:{fold_pattern(words)}){_MULTIPLIED} {{0,2}}$")
        ).then(pl.lit(name))
        for name, words in _BOUNDS
    )
    # "dân số đã vượt 540.000 người"; "vượt 8% kế hoạch" is by so much, "đạt và vượt 18 chỉ tiêu" so many
    counted = pl.col("dimension").is_in(["person", "inhabitant", "visitor", "turn"])
    beyond = pl.when(counted & before.str.contains(_BEYOND)).then(pl.lit("at_least"))
    bound = pl.coalesce(or_more, *said, beyond, pl.lit("exact"))
    return with_planned(spans, bound=bound)


def _with_parts(spans: pl.DataFrame) -> pl.DataFrame:
    """numerator and denominator of "22/22", low and high of "8-10%" and "từ 7,5% đến 8%"."""
    touches = (pl.col("line") == pl.col("line").shift(-1)) & (
        pl.col("end") + pl.col("tail").str.len_bytes().cast(pl.Int64) == pl.col("start").shift(-1)
    )
    ratio = (touches & pl.col("tail").str.contains(_RATIO_BETWEEN)).fill_null(False)
    dash = (touches & pl.col("tail").str.contains(_DASH_BETWEEN) & (pl.col("tail") != " ")).fill_null(False)
    spans = spans.with_columns(ratio=ratio, dash=dash)
    chained = pl.col("dash").shift(1).fill_null(False)
    rising = pl.col("value") < pl.col("value").shift(-1)
    low = (
        pl.col("dash")
        & ~chained
        & ~pl.col("dash").shift(-1).fill_null(False)
        & rising
        & (pl.col("dimension") == pl.col("dimension").shift(-1))
    )
    return spans.with_columns(low=low.fill_null(False)).with_columns(
        part=pl.when(pl.col("ratio"))
        .then(pl.lit("numerator"))
        .when(pl.col("ratio").shift(1).fill_null(False) | pl.col("before").str.contains(_OUT_OF))
        .then(pl.lit("denominator"))
        .when(pl.col("low"))
        .then(pl.lit("low"))
        .when(pl.col("low").shift(1).fill_null(False))
        .then(pl.lit("high")),
        # "19 trên 21 chỉ tiêu": out of, not more than
        bound=pl.when(pl.col("ratio").shift(1).fill_null(False)).then(pl.lit("exact")).otherwise("bound"),
    )


def parse_numbers(cells: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """Figures that stand apart from their unit, as in a table: adds value (Float64), unit, dimension, decimals (Int8).

    cells: text (String), unit_written (String, null: a count)
    """
    words, factors = fold_words(list(_SCALES)), list(_SCALES.values())
    scale_word = pl.col("unit_written").str.extract(rf"^({'|'.join(words)}) ")
    plain_unit = (
        pl.when(scale_word.is_not_null())
        .then(pl.col("unit_written").str.extract(r"^[^ ]+ (.*)$"))
        .otherwise("unit_written")
    )
    known = vocabulary.units.rename({"written": "unit_key"})
    whole = cells.with_columns(unit_key=pl.col("unit_written")).join(
        known, on="unit_key", how="left", maintain_order="left"
    )
    parts = cells.select(
        unit_key=plain_unit,
        scale=scale_word.replace_strict(words, factors, default=None, return_dtype=pl.Float64),
    ).join(known, on="unit_key", how="left", maintain_order="left")
    return _with_values(
        whole.with_columns(
            text=pl.col("text").str.strip_chars(" %+"),
            scale=pl.when(pl.col("unit").is_null()).then(parts["scale"]),
            unit=pl.coalesce(
                "unit", parts["unit"], pl.when(pl.col("unit_written").is_null()).then(pl.lit("count"))
            ),
            factor=pl.coalesce("factor", parts["factor"], pl.lit(1.0)),
            dimension=pl.coalesce("dimension", parts["dimension"], pl.lit("number")),
        )
    )
