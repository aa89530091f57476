"""Subjects: the district that an article is about.

Not here: which names are districts (`places`), nor the district of a single figure (`attribution`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold, fold_pattern
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.mentions.nearby import at, beside, last_before
from dagster_project.extraction.surroundings.places import NOT_A_DISTRICT

_NAME_BYTES = 40  # "Công ty cổ phần Điện lực Hoàng Mai"
_COLON_BYTES = 3
_OFTEN = 4  # an article that says "quận" so many times is about one that it names as a place only
_MEASURED_BY = ["equal", "versus", "comparator", "multiple"]
_ALONE = 3  # an article that speaks of one district so often is about it, though its headline names the city
_DOMINANT = 2  # times as many mentions as of all other districts together
_FIRST_LINES = 2  # below the headline
_COMPANY_OPENS = fold_pattern(
    "^[^a-zà-ỹđ]*(?:[a-zà-ỹđ]+ ?[-–] ?)?(?:tổng )?(?:công ty|tập đoàn) (?:cổ phần|tnhh|cp|mtv)"
)
_ACCOUNTS = fold_pattern(
    "doanh thu thuần|lợi nhuận (?:sau|trước) thuế|cổ đông|cổ tức|cổ phiếu|báo cáo tài chính"
)
_COUNCIL = (pl.col("role") == "assigner") & (pl.col("value") == "district")  # "HĐND thị xã"
_AS_DISTRICT = ~pl.col("place").is_in(NOT_A_DISTRICT) & ~pl.col("locative")


def document_districts(
    stream: pl.DataFrame, lines: pl.DataFrame, documents: pl.DataFrame, vocabulary: Vocabulary
) -> pl.DataFrame:
    """document (UInt32), district (String, null), n_districts (UInt32), elsewhere, from_title, dominant, abroad
    (Boolean): what it is about.

    The headline's district, where it names one; none where it names another place; else the one that is named most
    often; else the one whose portal published it (`documents`: document, publisher). Either way the article must speak
    of a district as a body ("UBND quận", "toàn huyện"), not as an address.
    """
    subjects = stream.filter(
        pl.col("is_place")
        | pl.col("typed_bare")
        | pl.col("role").is_in(["place_none", "district"])
        | _COUNCIL
    )
    stream = subjects.with_columns(
        **beside(stream, subjects["row"], -1, role_before="role"),
        **beside(stream, subjects["row"], 1, value_behind="value"),
        **_company_before(stream, subjects["row"]),
    )
    named = stream.filter(pl.col("is_place") & (pl.col("place") != "generic"))
    generic = stream.filter(pl.col("place") == "generic").group_by("document").agg(n=pl.len())
    spoken = _spoken_of(named, generic)
    found = lines.select("document").unique()
    for facts in (
        _most_named(spoken),
        _in_title(stream, spoken),
        _bodies(stream),
        _elsewhere(stream),
        _publishing(documents, vocabulary),
        _of_company(lines),
        lines.filter(pl.col("role_of_line") == "title").select("document", titled=pl.lit(True)).unique(),
    ):
        found = found.join(facts, on="document", how="left")
    return _settled(found)


def _spoken_of(named: pl.DataFrame, generic: pl.DataFrame) -> pl.DataFrame:
    """The places that are districts as a body, or as an address in an article that speaks of its district."""
    districts = named.filter(~pl.col("place").is_in(NOT_A_DISTRICT)).with_columns(
        n_named=pl.col("place").n_unique().over("document")
    )
    addresses = districts.filter(~_AS_DISTRICT).join(generic, on="document", how="inner")
    # "phía Bắc giáp huyện Đan Phượng": a neighbour is named once
    often = (pl.col("n") >= _OFTEN) & (pl.len().over("document", "place") > 1)
    # "Giới thiệu về quận Hà Đông": the headline's, where no other is named
    only_one = (pl.col("n_named") == 1) & (pl.col("role_of_line") == "title")
    return pl.concat([districts.filter(_AS_DISTRICT), addresses.filter(often | only_one).drop("n")])


def _most_named(spoken: pl.DataFrame) -> pl.DataFrame:
    """document, frequent (the district named most, the first one of several), n_districts, top, total (mentions)."""
    return (
        spoken.group_by("document", "place")
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


def _in_title(stream: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """document, title_district, n_title (districts in the headline, null for none), elsewhere (names other places)."""
    title = stream.filter(
        pl.col("is_place")
        & (pl.col("role_of_line") == "title")
        # "huyện có khu đô thị rộng gần bằng quận Hoàn Kiếm"
        & ~pl.col("role_before").is_in(_MEASURED_BY).fill_null(False)
    )
    is_spoken_of = title.join(spoken, on=["document", "place"], how="semi").filter(~_names_a_company())
    districts = is_spoken_of.group_by("document").agg(
        title_district=pl.col("place").first(), n_title=pl.col("place").n_unique()
    )
    # "Hà Nội: Quận có nguồn thu ...": the city is where the nameless district lies
    nameless = title.filter(pl.col("place") == "generic")
    others = title.filter(pl.col("place").is_in(["ward", "other", "city"]))
    # "Quận nhỏ nhất Thủ đô thu ngân sách bằng 7 tỉnh cộng lại"
    of_nameless = nameless.filter("near_head").select("document", headed=True).unique()
    others = others.join(of_nameless, on="document", how="anti")
    # "Mê Linh: Xã Tráng Việt về đích": the district is where the commune lies
    behind_name = (pl.col("pos") - pl.col("end").shift(1)).is_between(1, _COLON_BYTES)
    behind_name &= pl.col("place").shift(1).is_in(spoken["place"].unique().implode())
    behind_name &= pl.col("line") == pl.col("line").shift(1)
    of_ward = title.filter((pl.col("place") == "ward") & behind_name).select(
        "document", ward_headed=pl.lit(True)
    )
    in_the_city = others.filter(pl.col("place") == "city").join(nameless, on="document", how="semi")
    others = (
        others.join(in_the_city, on=["document", "place"], how="anti")
        .group_by("document")
        .agg(elsewhere=pl.lit(True), only_city=(pl.col("place") == "city").all())
    )
    for more in (others, of_nameless, of_ward.unique()):
        districts = districts.join(more, on="document", how="full", coalesce=True)
    return districts


def _company_before(stream: pl.DataFrame, rows: pl.Series) -> dict[str, pl.Series]:
    """company_before, end_before: the nearest row of another kind than words is a company's that opens a sentence."""
    companies = stream.filter(
        (pl.col("role") == "place_other") & (pl.col("value") == "company") & pl.col("near_head")
    )["row"]
    company = last_before(rows, companies)
    stops = stream.filter(pl.col("role").is_in(["sentence", "punct", "quantity"]))["row"]
    open_still = (company > last_before(rows, stops)).fill_null(False)
    return {"company_before": open_still, "end_before": at(stream["end"], company)}


def _names_a_company() -> pl.Expr:
    """ "Công ty Điện lực Hoàng Mai: ...": the headline opens with a company that bears the district's name."""
    return (
        (pl.col("role") == "district_bare")
        & pl.col("company_before")
        & (pl.col("pos") - pl.col("end_before") <= _NAME_BYTES)
    ).fill_null(False)


def _bodies(stream: pl.DataFrame) -> pl.DataFrame:
    """document, n_bodies: how often a district is spoken of as a body."""
    # "Long Biên: Thu ngân sách vượt dự toán"
    headed = (pl.col("role_of_line") == "title") & pl.col("near_head")
    as_body = ((pl.col("role") == "district") | pl.col("typed_bare") | headed) & _AS_DISTRICT
    spoken = (pl.col("place") == "generic") | (pl.col("role") == "place_none") | as_body | _COUNCIL
    return stream.filter(spoken).group_by("document").agg(n_bodies=pl.len())


def _elsewhere(stream: pl.DataFrame) -> pl.DataFrame:
    """document, n_wards; abroad: no plan of a Hanoi district is "tỉnh giao"."""
    of_province = (pl.col("role") == "place_other") & (pl.col("value") == "plan_of_province")
    ward = pl.col("place") == "ward"
    return (
        stream.filter(ward | of_province)
        .group_by("document")
        .agg(n_wards=ward.sum(), abroad=of_province.any())
    )


def _of_company(lines: pl.DataFrame) -> pl.DataFrame:
    """document, of_company (true): a company opens the text, and its accounts are told: what follows is its own."""
    opens = lines.filter(
        pl.col("line_in_document").is_between(1, _FIRST_LINES) & pl.col("folded").str.contains(_COMPANY_OPENS)
    )
    accounts = lines.filter(pl.col("folded").str.contains(_ACCOUNTS)).select("document").unique()
    return (
        opens.join(accounts, on="document", how="semi").select("document", of_company=pl.lit(True)).unique()
    )


def _publishing(documents: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """document, portal: the district whose portal published it."""
    named = documents.select("document", "publisher").drop_nulls()
    typed = vocabulary.lexicon.filter(pl.col("role") == "district")
    known = dict(typed.select("pattern", "value").iter_rows())
    found = (
        fold(named["publisher"])
        .to_frame("publisher")
        .select(portal=pl.col("publisher").str.extract_many(list(known), leftmost=True).list.first())
    )
    return named.select(
        "document", portal=found["portal"].replace_strict(known, default=None, return_dtype=pl.String)
    )


def _settled(found: pl.DataFrame) -> pl.DataFrame:
    body, n_title = pl.col("n_bodies").fill_null(0), pl.col("n_title")
    of_ward = pl.col("ward_headed").fill_null(False)
    named_above = n_title.is_not_null() & ~of_ward
    told = body - of_ward.cast(pl.Int64)  # the headline itself says only where the commune lies
    spoken_of = (body >= 1) & ((told * 2 >= pl.col("n_wards").fill_null(0)) | named_above)
    # "xã đầu tiên của huyện Thanh Trì": named once, it is where something lies
    alone = (pl.col("n_districts") == 1) & (pl.col("top") > 1) & (body >= _ALONE) & pl.col("only_city")
    elsewhere = pl.col("elsewhere").fill_null(False) & ~alone.fill_null(False)
    alone_with_portal = (
        pl.col("portal").is_not_null()
        & pl.col("n_districts").is_null()
        & pl.col("n_wards").is_null()
        & ~elsewhere
    )
    outnumbers = (pl.col("n_districts") == 1) | (pl.col("top") * 2 > pl.col("total"))
    return found.select(
        "document",
        # a table under the head of an office, news that a portal has of no other place
        district=pl.when(~spoken_of & alone_with_portal)
        .then("portal")
        .when(~spoken_of)
        .then(None)
        .when(n_title == 1)
        .then("title_district")
        .when((n_title > 1) | elsewhere)
        .then(None)
        # "Huyện ven đô vươn mình", of which the article names one; a text whose headline is lost
        .when(
            ((body >= 2) & outnumbers)
            | ((pl.col("headed") | pl.col("titled").is_null()) & (pl.col("n_districts") == 1))
        )
        .then("frequent")
        .when(pl.col("n_districts").is_null())
        .then("portal"),
        n_districts=pl.col("n_districts").fill_null(0),
        elsewhere=(elsewhere & n_title.is_null()) | (~spoken_of & ~alone_with_portal),
        from_title=((n_title == 1) & spoken_of).fill_null(False),
        dominant=(pl.col("top") >= (pl.col("total") - pl.col("top")) * _DOMINANT).fill_null(False),
        abroad=pl.col("abroad").fill_null(False) | pl.col("of_company").fill_null(False),
    )
