"""Places: which district a quantity is about, or that it is about none.

The type word before a name, its capitals and the date decide between a district, a ward, a person and another
province's town. Not here: the names themselves (dbt/seeds).
"""

from __future__ import annotations

import datetime as dt

import polars as pl

from dagster_project.extraction.mentions.nearby import at, beside, last_before, only_at

DISTRICT_LEVEL_ENDED = dt.date(2025, 7, 1)

# A capitalized word that may stand before a district's bare name without being part of a longer name.
_OPENING_WORDS = (
    "Tại|Ở|Riêng|Với|Còn|Trong|Về|Như|Theo|Cùng|Giữa|Của|Và|Từ|Huyện|Quận|Xã|Là|Đến|Tới|Sau|Trước|Năm|Khi|Nhiều|Các|"
    "Hai|Ba|Bốn|Năm|Do|Cho|Nếu|Kinh|Nhờ|Qua|Tiếp|Kế|Đứng|Cả|Toàn|Ngoài|Trên|Dưới|Xếp|Gồm"
)
_COMMON_NAMES = ("hai-ba-trung",)
_PLACE_ROLES = (
    "district",
    "district_bare",
    "district_mistyped",
    "place_district",
    "place_ward",
    "place_prefix",
    "place_city",
    "place_other",
)
_TYPE_WORD_BYTES = 11  # "thị xã"; a longer phrase ("toàn huyện") is no part of a name
_LISTED_BYTES = 24  # " và các xã, " stands between a district and the last kind of its units
_JOINED_BYTES = len(" và ")
_SPEAKER_BYTES = 40  # from a company to the verb by which it is quoted
# "Công ty cổ phần Thương mại Đông Anh"; in "công ty ở Đông Anh" the name is the district's
_COMPANY_NAME = (
    r"(?:^|[^\pL])(?:Công ty|Tập đoàn|HTX|Hợp tác xã|Ngân hàng|Nhà máy|Siêu thị)((?: [\pL&]+){1,9}) $"
)
_NOT_OF_NAME = r" (?:ở|tại|của|trên|thuộc|với|cho|về|đến|từ|là|có|đạt|do|trong|này|năm|địa) ?"
_COMPANY_NAME_CHARS = 60
_VERB_BYTES = len(" đón hơn ".encode())
_NAME_BEFORE = r"(?:^|[^\pL])(\p{Lu}\p{Ll}+) $"


def mark_places(stream: pl.DataFrame, lines: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """Adds is_place, typed_bare, locative (Boolean) and place (String): a district_id, "generic", "ward", "city",
    "other"; null elsewhere.

    lines: line, document, text, base; dates: document (UInt32), dated_on (Date, null)
    """
    names = _with_names(_without_shouting(_with_words_around(stream), lines), lines, dates)
    names = names.with_columns(is_ward=_is_ward())
    names = names.with_columns(is_address=_is_address(stream, names))
    names = names.with_columns(place=_place(), locative=_is_located().fill_null(False))
    names = names.with_columns(is_place=pl.col("place").is_not_null())
    names = names.with_columns(locative=_with_lists(names, stream.height))
    return stream.with_columns(
        only_at(names["row"], names[name], stream.height).alias(name)
        for name in ("is_place", "place", "locative", "typed_bare")
    )


def _with_words_around(stream: pl.DataFrame) -> pl.DataFrame:
    """The rows of the stream that may name a place, with the mentions beside them; typed_bare (Boolean): a bare name
    whose type word ended a phrase of its own ("UBND huyện | Ba Vì")."""
    names = stream.filter(pl.col("role").is_in(_PLACE_ROLES)).select(
        "row", "line", "document", "pos", "end", "role", "value", "capital", "next_capital"
    )
    rows = names["row"]
    last_quantity = last_before(rows - 1, stream["row"].filter(stream["role"] == "quantity"))
    bodies = stream["row"].filter(stream["role"].is_in(["place_district", "place_none"]))
    last_body = last_before(rows - 1, bodies)
    return names.with_columns(
        **beside(stream, rows, -1, role_before="role", value_before="value", end_before="end"),
        **beside(stream, rows, -2, role_second="role"),
        **beside(stream, rows, 1, role_behind="role", value_behind="value", pos_behind="pos"),
        **beside(stream, rows, 2, role_second_behind="role"),
        last_quantity_end=at(stream["end"], last_quantity),
        last_body_end=at(stream["end"], last_body),
    ).with_columns(
        near=pl.col("pos") - pl.col("end_before") <= 2,
        typed_bare=(
            (pl.col("role") == "district_bare")
            & pl.col("role_before").is_in(["place_district", "place_none", "assigner"])
            & (pl.col("pos") - pl.col("end_before") <= 2)
            & pl.col("capital")
        ).fill_null(False),
    )


def _without_shouting(names: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """ "HÀ ĐÔNG PHÁT HUY KẾT QUẢ", "UBND HUYỆN TỔNG KẾT NĂM": in capitals all through, the next word's tell nothing."""
    shouted = lines.filter(pl.col("text") == pl.col("text").str.to_uppercase())["line"]
    return names.with_columns(next_capital=pl.col("next_capital") & ~pl.col("line").is_in(shouted.implode()))


def _with_names(names: pl.DataFrame, lines: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """Of bare names: named (nothing but the name), mistyped (the article gives it another type word), typed_here (or
    its own), common (not a district's alone); null elsewhere."""
    bare = (
        names.filter(pl.col("role") == "district_bare")
        .select("row", "line", "pos", "value", "capital", "next_capital")
        .join(lines.select("line", "document", "text", "base"), on="line", how="left")
        .join(dates.select("document", "dated_on"), on="document", how="left")
    )
    start = pl.col("pos") - pl.col("base")
    prefix = pl.col("text").cast(pl.Binary).bin.slice(0, start).cast(pl.String).str.tail(_COMPANY_NAME_CHARS)
    word_before = prefix.str.extract(_NAME_BEFORE)
    named = word_before.is_null() | word_before.str.contains(f"^(?:{_OPENING_WORDS})$")
    company = prefix.str.extract(_COMPANY_NAME)
    named &= company.is_null() | company.str.contains(_NOT_OF_NAME)
    bare = bare.with_columns(
        named=named
        & pl.col("capital")
        & ~pl.col("next_capital")
        & (pl.col("dated_on") < DISTRICT_LEVEL_ENDED).fill_null(True)
    )
    # "thị xã Hoàng Mai" in the article: its bare "Hoàng Mai" is that town, unless the quận is named too
    typed = (
        names.filter((pl.col("role") == "district") | pl.col("typed_bare") | _is_listed())
        .select("document", "value", typed_here=pl.lit(True))
        .unique()
    )
    mistyped = _mostly(names, "district_mistyped", "mistyped")
    # "Hai Bà Trưng" alone may be the heroines, their temple or a street
    bare = (
        bare.join(mistyped, on=["document", "value"], how="left")
        .join(typed, on=["document", "value"], how="left")
        .with_columns(common=pl.col("value").is_in(list(_COMMON_NAMES)))
    )
    return names.join(
        bare.select("row", "named", "mistyped", "typed_here", "common"),
        on="row",
        how="left",
        maintain_order="left",
    )


def _is_listed() -> pl.Expr:
    """A name beside another district's, with no more than a comma or "và" between them."""
    listed, separated = ["district_bare", "district"], ["punct", "conj"]
    return (pl.col("role_second").is_in(listed) & pl.col("role_before").is_in(separated)) | (
        pl.col("role_second_behind").is_in(listed) & pl.col("role_behind").is_in(separated)
    )


def _is_ward() -> pl.Expr:
    """ "xã Tân Triều": a commune by its type word, or one without a name that heads a clause; and what is named as the
    first or last of the parts ("cao nhất là Tân Triều")."""
    before = pl.col("role_before")
    commune = pl.col("value").eq_missing(pl.lit("commune"))
    heads_clause = before.is_in(["punct", "sentence", "period"]) & ~pl.col("role_behind").is_in(
        ["punct", "conj"]
    )
    # "ngân sách cấp huyện, xã", "thu của thị xã và các xã, phường": together with the district
    with_district = (
        before.is_in(["punct", "conj"])
        & (pl.col("pos") - pl.col("last_body_end") <= _LISTED_BYTES)
        & ~(pl.col("last_quantity_end") > pl.col("last_body_end")).fill_null(False)
    ).fill_null(False)
    # "26 xã, thị trấn" are counted together
    counted = before.is_in(["punct", "conj"]) & (pl.col("pos") - pl.col("last_quantity_end") <= _JOINED_BYTES)
    after_indicator = before.cat.starts_with("indicator_") & pl.col("near")
    # "ở xã có thu nhập cao nhất"
    located = _is_located() & ~pl.col("role_behind").is_in(["punct", "conj"])
    in_quantity = (pl.col("last_quantity_end") > pl.col("pos")).fill_null(False)
    heads = (_heads_sentence() | heads_clause) & ~with_district & ~counted.fill_null(False)
    nameless = heads | after_indicator | located
    of_parts = (pl.col("value") == "first_of") & ~(
        pl.col("role_behind").is_in(["district", "district_bare", "place_district"])
        & (pl.col("pos_behind") - pl.col("end") <= 2)
    )
    return (
        (pl.col("role") == "place_prefix")
        & ~in_quantity
        & ((commune & (pl.col("next_capital") | nameless)) | (of_parts & pl.col("next_capital")))
    ).fill_null(False)


def _heads_sentence() -> pl.Expr:
    return ((pl.col("role_before") == "sentence") & pl.col("near")).fill_null(False)


def _is_address(stream: pl.DataFrame, names: pl.DataFrame) -> pl.Series:
    """ "phường Khương Đình, quận Thanh Xuân" is an address in the ward, "các xã, phường thuộc huyện ..." is none.
    A company may have one too."""
    stops = stream["row"].filter(stream["role"].is_in(["sentence", "quantity", "indicator_strong"]))
    wards = names["row"].filter(names["is_ward"] & names["next_capital"])
    last_ward = at(stream["end"], last_before(names["row"], wards))
    last_stop = at(stream["pos"], last_before(names["row"], stops))
    in_ward = ((last_ward > last_stop) & (names["pos"] - last_ward <= 40)).fill_null(False)
    # "Công ty ABC (huyện Thường Tín)", "HTX Tráng Việt, huyện Mê Linh"
    companies = names["row"].filter((names["role"] == "place_other") & (names["value"] == "company"))
    last_company = at(stream["end"], last_before(names["row"], companies))
    of_company = (
        (last_company > last_stop)
        & (names["pos"] - last_company <= 40)
        & (names["role_before"] == "punct")
        & names["value_before"].is_in(["(", ","])
    ).fill_null(False)
    return in_ward | of_company


def _city_heads_clause() -> pl.Expr:
    """ "..., còn thành phố thu 128,6 nghìn tỷ đồng", "Hà Nội tiếp tục dẫn đầu", "..., trong khi cả nước tăng 7%": the
    city, or the country, is the subject of its clause."""
    before, value_before = pl.col("role_before"), pl.col("value_before")
    return (
        ((pl.col("role") == "place_city") | (pl.col("value") == "country"))
        & pl.col("near")
        & (
            # "..., năm 2022 Thủ đô đón 17 triệu lượt khách"
            before.is_in(["punct", "period"])
            | ((before == "reach") & (value_before == "to"))
            # "tỷ lệ hộ nghèo của cả nước là 3,9%"
            | ((pl.col("value") == "country") & before.cat.starts_with("indicator_"))
            | ((before == "filler") & (value_before == "contrast"))
        )
        # "huyện Thanh Oai, thành phố Hà Nội tăng ..." says where the district is
        & ~pl.col("role_second").is_in(["district", "district_bare"]).fill_null(False)
        & (
            (pl.col("pos_behind") - pl.col("end") <= 2)
            # "Thủ đô đón 17 triệu lượt khách"
            | ((pl.col("role_behind") == "quantity") & (pl.col("pos_behind") - pl.col("end") <= _VERB_BYTES))
        )
        & (
            pl.col("role_behind").is_in(
                ["reach", "direction", "status", "quantity", "adjusted", "share", "exceed"]
            )
            | ((pl.col("role_behind") == "filler") & pl.col("value_behind").is_in(["goes_on"]))
            # "cả nước mới đạt 59 triệu đồng"
            | (pl.col("role_behind").is_in(["new", "filler"]) & (pl.col("role_second_behind") == "reach"))
            | pl.col("role_behind").cat.starts_with("indicator_")
        )
    )


def _speaks() -> pl.Expr:
    """ "lãnh đạo Ban Quản lý dự án quận cho biết ...": who is quoted tells of another."""
    return (
        (pl.col("role_behind") == "filler")
        & (pl.col("value_behind") == "says")
        & (pl.col("pos_behind") - pl.col("end") <= _SPEAKER_BYTES)
    ).fill_null(False)


def _has_figure() -> pl.Expr:
    return (pl.col("role_behind") == "quantity") & (pl.col("pos_behind") - pl.col("end") <= 1)


def _place() -> pl.Expr:
    role, value, before = pl.col("role"), pl.col("value"), pl.col("role_before")
    in_list = _is_listed()
    follows_prefix = (
        (before == "place_prefix") & ~pl.col("value_before").is_in(["first_of", "crafts"]) & pl.col("near")
    )
    of_figure = (before.cat.starts_with("indicator_") | (before == "quantity")) & pl.col("near")
    # "huyện" before a capital that begins no name of the vocabulary: a district of another province
    unknown_name = (
        (role == "place_district")
        & (value.is_null() | (value == ""))
        & pl.col("next_capital")
        & (pl.col("end") - pl.col("pos") <= _TYPE_WORD_BYTES)
        & ~(
            pl.col("role_behind").is_in(["district_bare", "district", "place_none"])
            & (pl.col("pos_behind") - pl.col("end") <= 2)
        )
    )
    return (
        pl.when((role == "district") & ~pl.col("is_address"))
        .then(value)
        .when(role.is_in(["district", "district_mistyped"]))
        .then(pl.when(role == "district").then(pl.lit("ward")).otherwise(pl.lit("other")))
        .when(pl.col("typed_bare") & ~pl.col("mistyped").fill_null(False))
        .then(pl.when("is_address").then(pl.lit("ward")).otherwise(value))
        .when((role == "district_bare") & pl.col("mistyped").fill_null(False))
        .then(pl.lit("other"))
        .when(role == "place_ward")
        .then(pl.lit("ward"))
        .when(
            (role == "place_prefix")
            & value.is_in(["agency", "quarter", "crafts"])
            # "Trong đó KCN Quang Minh có ..."
            & (_heads_sentence() | ((before == "among") & pl.col("near")))
            & pl.col("next_capital")
            # "Làng nghề Chương Mỹ vươn xa": those of the district
            & ~((value == "crafts") & (pl.col("role_behind") == "district_bare")).fill_null(False)
        )
        .then(pl.lit("other"))
        .when(
            (role == "district_bare")
            & pl.col("common")
            & ~pl.col("typed_here").fill_null(False)
            & ~in_list
            # "3. Hai Bà Trưng - 12.377"
            & ~((pl.col("role_behind") == "punct") & (pl.col("role_second_behind") == "quantity")).fill_null(
                False
            )
            # "..., Ba Đình 9.860 tỷ đồng, Hai Bà Trưng 9.120 tỷ đồng"
            & ~(
                before.is_in(["punct", "conj"]) & _has_figure() & (pl.col("role_second") == "quantity")
            ).fill_null(False)
        )
        .then(None)
        # "xã Yên Trung (Thạch Thất)"
        .when(
            (role == "district_bare")
            & pl.col("is_address")
            & (before == "punct")
            & (pl.col("value_before") == "(")
        )
        .then(pl.lit("ward"))
        .when((role == "district_bare") & pl.col("named").fill_null(False) & ~follows_prefix.fill_null(False))
        .then(value)
        .when(unknown_name)
        .then(pl.lit("other"))
        .when(role == "place_district")
        .then(pl.lit("generic"))
        .when("is_ward")
        .then(pl.lit("ward"))
        .when((role == "place_city") & (value == "strong"))
        .then(pl.lit("city"))
        .when(((role == "place_city") & (value == "of") & of_figure) | _city_heads_clause())
        .then(pl.lit("city"))
        .when(
            (role == "place_city")
            & (
                _heads_sentence()
                # "huyện Sóc Sơn (Hà Nội)" says where the district is
                | (
                    (before == "punct")
                    & (pl.col("value_before") == "(")
                    & ~pl.col("role_second").is_in(["district", "district_bare"]).fill_null(False)
                )
            )
        )
        .then(pl.lit("city"))
        # "356 doanh nghiệp, 32 hợp tác xã và 4.300 hộ kinh doanh": one of the things that are counted
        .when(
            (role == "place_other")
            & (value == "company")
            & (before == "quantity")
            & pl.col("near")
            & pl.col("role_behind").is_in(["conj", "punct"])
        )
        .then(None)
        .when((role == "place_other") & (value == "office") & _speaks())
        .then(pl.lit("generic"))
        # "32 hợp tác xã" are counted
        .when((role == "place_other") & (value == "company") & (before == "quantity") & pl.col("near"))
        .then(None)
        .when((role == "place_other") & (value != "country") & ~_speaks())
        .then(pl.lit("other"))
        .when((role == "place_other") & (value == "country") & _heads_sentence())
        .then(pl.lit("other"))
    )


def _is_located() -> pl.Expr:
    """ "ở Sóc Sơn", "(Sóc Sơn)"; but "Tại Sóc Sơn, ..." opens what is told of it."""
    before, value = pl.col("role_before"), pl.col("value_before")
    opens = (pl.col("role_second") == "sentence") & (pl.col("value_behind") == ",")
    return pl.col("near") & (
        ((before == "filler") & (value == "locative") & ~opens.fill_null(False))
        | ((before == "punct") & (value == "("))
    )


def _with_lists(names: pl.DataFrame, height: int) -> pl.Series:
    """locative: in "ở Sóc Sơn, Chương Mỹ, Ba Vì" the preposition is the whole list's."""
    listed = names.filter(pl.col("is_place") & pl.col("role_before").is_in(["punct", "conj"]))["row"]
    places = names["row"].filter(names["is_place"])
    listed = listed.filter((listed - 2).is_in(places.implode()))
    located = only_at(names["row"], names["locative"], height)
    for _ in range(3):
        located = located.clone().scatter(listed, located.gather(listed) | located.gather(listed - 2))
    return located.gather(names["row"])


def _mostly(stream: pl.DataFrame, role: str, name: str) -> pl.DataFrame:
    """document, value, <name> (true): names that an article writes with another type word more often than theirs."""
    counts = (
        stream.filter(pl.col("role").is_in(["district", role]))
        .group_by("document", "value")
        .agg(n_other=(pl.col("role") == role).sum(), n_own=(pl.col("role") == "district").sum())
    )
    return counts.filter(pl.col("n_other") > pl.col("n_own")).select(
        "document", "value", pl.lit(True).alias(name)
    )


NOT_A_DISTRICT = ["generic", "ward", "city", "other"]
