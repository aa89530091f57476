"""Places: which district a quantity is about, or that it is about none.

The type word before a name, its capitals and the date decide between a district, a ward, a person and another
province's town. Not here: the names themselves (dbt/seeds).
"""

from __future__ import annotations

import datetime as dt

import polars as pl

DISTRICT_LEVEL_ENDED = dt.date(2025, 7, 1)

# A capitalized word that may stand before a district's bare name without being part of a longer name.
_OPENING_WORDS = (
    "Tại|Ở|Riêng|Với|Còn|Trong|Về|Như|Theo|Cùng|Giữa|Của|Và|Từ|Huyện|Quận|Xã|Là|Đến|Tới|Sau|Trước|Năm|Khi|Nhiều|Các|"
    "Hai|Ba|Bốn|Năm|Do|Cho|Nếu|Kinh|Nhờ|Qua|Tiếp|Kế|Đứng|Cả|Toàn|Ngoài|Trên|Dưới|Xếp|Gồm"
)
_COMMON_NAMES = ("hai-ba-trung",)
_NAME_BEFORE = r"(?:^|[^\pL])(\p{Lu}\p{Ll}+) $"


def mark_places(stream: pl.DataFrame, lines: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """Adds is_place (Boolean) and place (String): a district_id, "generic", "ward", "city", "other"; null elsewhere.

    lines: line, document, text, base; dates: document (UInt32), dated_on (Date, null)
    """
    bare = (
        stream.filter(pl.col("role") == "district_bare")
        .select("row", "line", "pos", "value", "capital", "next_capital")
        .join(lines.select("line", "document", "text", "base"), on="line", how="left")
        .join(dates.select("document", "dated_on"), on="document", how="left")
    )
    start = pl.col("pos") - pl.col("base")
    prefix = pl.col("text").cast(pl.Binary).bin.slice(0, start).cast(pl.String).str.tail(16)
    word_before = prefix.str.extract(_NAME_BEFORE)
    named = word_before.is_null() | word_before.str.contains(f"^(?:{_OPENING_WORDS})$")
    bare = bare.with_columns(
        named=named
        & pl.col("capital")
        & ~pl.col("next_capital")
        & (pl.col("dated_on") < DISTRICT_LEVEL_ENDED).fill_null(True)
    )
    # "thị xã Hoàng Mai" in the article: its bare "Hoàng Mai" is that town, unless the quận is named too
    # "UBND huyện | Ba Vì": the type word ended a phrase of its own
    stream = stream.with_columns(
        typed_bare=(
            (pl.col("role") == "district_bare")
            & pl.col("role").shift(1).is_in(["place_district", "place_none", "assigner"])
            & (pl.col("pos") - pl.col("end").shift(1) <= 2)
            & pl.col("capital")
        ).fill_null(False)
    )
    typed = (
        stream.filter((pl.col("role") == "district") | pl.col("typed_bare"))
        .select("document", "value", typed=pl.lit(True))
        .unique()
    )
    mistyped = _mostly(stream, "district_mistyped", "mistyped")
    # "Hai Bà Trưng" alone may be the heroines, their temple or a street
    bare = (
        bare.join(mistyped, on=["document", "value"], how="left")
        .join(typed.rename({"typed": "typed_here"}), on=["document", "value"], how="left")
        .with_columns(common=pl.col("value").is_in(list(_COMMON_NAMES)))
    )
    stream = stream.join(
        bare.select("row", "named", "mistyped", "typed_here", "common"),
        on="row",
        how="left",
        maintain_order="left",
    )
    role, value = pl.col("role"), pl.col("value")
    listed = role.is_in(["district_bare", "district"])
    in_list = (listed.shift(2) & (role.shift(1).is_in(["punct", "conj"]))) | (
        listed.shift(-2) & role.shift(-1).is_in(["punct", "conj"])
    )
    follows_prefix = (role.shift(1) == "place_prefix") & (pl.col("pos") - pl.col("end").shift(1) <= 2)
    of_figure = (role.shift(1).cat.starts_with("indicator_") | (role.shift(1) == "quantity")) & (
        pl.col("pos") - pl.col("end").shift(1) <= 2
    )
    heads_clause = (role.shift(1).is_in(["punct", "sentence", "period"])) & ~role.shift(-1).is_in(
        ["punct", "conj"]
    )
    after_indicator = role.shift(1).cat.starts_with("indicator_") & (
        pl.col("pos") - pl.col("end").shift(1) <= 2
    )
    ward = (
        (role == "place_prefix")
        & ~pl.col("in_quantity")
        & (
            (pl.col("next_capital") & ~pl.col("all_capitals") & value.eq_missing(pl.lit("commune")))
            | (
                value.eq_missing(pl.lit("commune"))
                & (pl.col("heads_sentence") | heads_clause | after_indicator)
            )
        )
    )
    # "huyện" before a capital that begins no name of the vocabulary: a district of another province
    unknown_name = (
        (role == "place_district")
        & (value.is_null() | (value == ""))
        & pl.col("next_capital")
        & ~pl.col("all_capitals")
        & pl.col("names_unit")
        & ~(
            role.shift(-1).is_in(["district_bare", "district", "place_none"])
            & (pl.col("pos").shift(-1) - pl.col("end") <= 2)
        )
    )
    # "phường Khương Đình, quận Thanh Xuân" is an address in the ward
    stream = stream.with_columns(is_ward=ward)
    ward = pl.col("is_ward")
    last_ward = pl.when(ward).then("end").forward_fill()
    last_stop = pl.when(role.is_in(["sentence", "quantity", "indicator_strong"])).then("pos").forward_fill()
    address = (last_ward > last_stop) & (pl.col("pos") - last_ward <= 40)
    stream = stream.with_columns(is_address=address.fill_null(False))
    place = (
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
            & value.is_in(["agency", "quarter"])
            & pl.col("heads_sentence")
            & pl.col("next_capital")
        )
        .then(pl.lit("other"))
        .when(
            (role == "district_bare") & pl.col("common") & ~pl.col("typed_here").fill_null(False) & ~in_list
        )
        .then(None)
        .when((role == "district_bare") & pl.col("named").fill_null(False) & ~follows_prefix.fill_null(False))
        .then(value)
        .when(unknown_name)
        .then(pl.lit("other"))
        .when(role == "place_district")
        .then(pl.lit("generic"))
        .when(ward)
        .then(pl.lit("ward"))
        .when((role == "place_city") & (value == "strong"))
        .then(pl.lit("city"))
        .when((role == "place_city") & (value == "of") & of_figure)
        .then(pl.lit("city"))
        .when(
            (role == "place_city")
            & (pl.col("heads_sentence") | ((role.shift(1) == "punct") & (value.shift(1) == "(")))
        )
        .then(pl.lit("city"))
        .when((role == "place_other") & (value != "country"))
        .then(pl.lit("other"))
        .when((role == "place_other") & (value == "country") & pl.col("heads_sentence"))
        .then(pl.lit("other"))
    )
    before, near = role.shift(1), pl.col("pos") - pl.col("end").shift(1) <= 2
    located = near & (
        ((before == "filler") & (value.shift(1) == "locative"))
        | ((before == "punct") & (value.shift(1) == "("))
    )
    stream = stream.with_columns(place=place, locative=located.fill_null(False)).with_columns(
        is_place=pl.col("place").is_not_null()
    )
    # "ở Sóc Sơn, Chương Mỹ, Ba Vì": the preposition is the whole list's
    separated = pl.col("is_place") & pl.col("is_place").shift(2) & role.shift(1).is_in(["punct", "conj"])
    for _ in range(3):
        stream = stream.with_columns(
            locative=pl.col("locative") | (separated & pl.col("locative").shift(2)).fill_null(False)
        )
    return stream


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


_NOT_A_DISTRICT = ["generic", "ward", "city", "other"]


def document_districts(stream: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """document (UInt32), district (String, null), n_districts (UInt32), elsewhere, abroad (Boolean): what it is about.

    The headline's district, where it names one; none where it names another place; else the one that is named most
    often. Either way the article must speak of a district as a body ("UBND quận", "toàn huyện"), not as an address.
    """
    stream = stream.filter(
        pl.col("is_place") | pl.col("typed_bare") | pl.col("role").is_in(["place_none", "district"])
    )
    named = stream.filter(pl.col("is_place") & (pl.col("place") != "generic"))
    as_district = ~pl.col("place").is_in(_NOT_A_DISTRICT) & ~pl.col("locative")
    districts = named.filter(~pl.col("place").is_in(_NOT_A_DISTRICT))
    title = named.filter(pl.col("role_of_line") == "title")
    bodies = (
        stream.filter(
            (pl.col("place") == "generic")
            | (pl.col("role") == "place_none")
            | (((pl.col("role") == "district") | pl.col("typed_bare")) & as_district)
        )
        .group_by("document")
        .agg(n_bodies=pl.len())
    )
    # an article that says "quận" again and again is about it, even if it names it as a place only
    spoken_of_often = (
        stream.filter(pl.col("place") == "generic")
        .group_by("document")
        .agg(n=pl.len())
        .filter(pl.col("n") >= 4)
        .select("document")
    )
    spoken = pl.concat(
        [
            named.filter(as_district).select("document", "place"),
            districts.join(spoken_of_often, on="document", how="semi").select("document", "place"),
        ]
    ).unique()
    title_districts = (
        title.join(spoken, on=["document", "place"], how="semi")
        .group_by("document")
        .agg(title_district=pl.col("place").first(), n_title=pl.col("place").n_unique())
    )
    title_others = (
        title.filter(pl.col("place").is_in(_NOT_A_DISTRICT))
        .select("document")
        .unique()
        .with_columns(elsewhere=True)
    )
    wards = stream.filter(pl.col("place") == "ward").group_by("document").agg(n_wards=pl.len())
    frequent = (
        pl.concat(
            [
                districts.filter(as_district),
                districts.filter(~as_district).join(spoken_of_often, on="document", how="semi"),
            ]
        )
        .group_by("document", "place")
        .agg(n=pl.len(), first=pl.col("pos").min())
        .sort("document", "n", "first", descending=[False, True, False])
        .group_by("document", maintain_order=True)
        .agg(
            frequent=pl.col("place").first(),
            n_districts=pl.len(),
            top=pl.col("n").first(),
            total=pl.col("n").sum(),
        )
    )
    # no plan of a Hanoi district is "tỉnh giao"
    abroad = stream.filter((pl.col("role") == "place_other") & (pl.col("value") == "plan_of_province"))
    abroad = abroad.select("document", abroad=pl.lit(True)).unique()
    found = (
        lines.select("document")
        .unique()
        .join(frequent, on="document", how="left")
        .join(title_districts, on="document", how="left")
        .join(title_others, on="document", how="left")
        .join(bodies, on="document", how="left")
        .join(wards, on="document", how="left")
        .join(abroad, on="document", how="left")
    )
    body = pl.col("n_bodies").fill_null(0)
    spoken_of = (body >= 1) & ((body * 2 >= pl.col("n_wards").fill_null(0)) | pl.col("n_title").is_not_null())
    return found.with_columns(
        district=pl.when(~spoken_of)
        .then(None)
        .when(pl.col("n_title") == 1)
        .then("title_district")
        .when(pl.col("n_title") > 1)
        .then(None)
        .when(pl.col("elsewhere").fill_null(False))
        .then(None)
        .when((body >= 2) & ((pl.col("n_districts") == 1) | (pl.col("top") * 2 > pl.col("total"))))
        .then("frequent"),
        n_districts=pl.col("n_districts").fill_null(0),
        elsewhere=(pl.col("elsewhere").fill_null(False) & pl.col("n_title").is_null()) | ~spoken_of,
        from_title=((pl.col("n_title") == 1) & spoken_of).fill_null(False),
        abroad=pl.col("abroad").fill_null(False),
    ).select("document", "district", "n_districts", "elsewhere", "from_title", "abroad")
