"""Attribution: the district that a figure belongs to.

The nearest place that the sentence names, the district of the article otherwise; a ward's, the city's or a single
project's figure belongs to none. Not here: which names are districts (`places`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR, at, last_before
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.returns import names_another_thing, with_returns
from dagster_project.extraction.statements.sights import of_one_sight
from dagster_project.extraction.statements.yardsticks import (
    adds_to_city,
    compared_with,
    named_alone,
    of_roll_call,
    without_rankings,
)
from dagster_project.extraction.surroundings import runs

RIGHT_BEHIND = r"^ ?\((?:quận |huyện |thị xã )?[^0-9,;)]*\)"  # "5.606 tỷ đồng (quận Hà Đông)"
# "... mức bình quân 85,6% của toàn thành phố"
OF_ANOTHER = fold_pattern(
    "^ ?(?:của|ở) (?:toàn )?(?:thành phố|tp |hà nội|cả nước|tỉnh|các phường|các xã|các quận|các ban|"
    "phường|xã|công ty|doanh nghiệp|cả thành phố)"
    # "gấp 1,8 lần bình quân chung của thành phố"
    "|^ (?:so với )?(?:mức )?(?:bình quân|trung bình)(?: chung)?(?: của)? (?:toàn |cả )?"
    "(?:thành phố|tp |hà nội|nước|tỉnh)"
)
# "14 xã nông thôn mới nâng cao toàn thành phố"
_OF_ALL = fold_pattern(
    "^([^,;:.()0-9]{0,60}) (?:toàn|cả|trên địa bàn) (?:địa bàn )?(?:thành phố|tp |tỉnh|hà nội|nước)"
)
_RANKED = fold_pattern(
    "nhất|kế hoạch|dự toán|chỉ tiêu|đứng đầu|dẫn đầu|tốp|top|so với|hơn|bằng|giao|số |tổng"
)
OF_OWN = fold_pattern(r"^[^,;.]{0,40}(?:của|toàn) (?:quận|huyện|thị xã)")

_OF_ALL_OVER = fold_pattern("^[^,;.0-9]{0,50} (?:toàn|cả) (?:thành phố|tỉnh|quốc|nước)")
_TWO_PLANS = fold_pattern(
    r"^[^;.]*(?:trung ương|thành phố|tp|pháp lệnh)[^;.]*(?:thành phố|tp|quận|huyện|thị xã|hđnd)"
)
_OF_TIMES = fold_pattern("(?:hai|ba|bốn|các|[2-4]) (?:quý|tháng|năm|đợt|kỳ) ")
_TOGETHER = fold_pattern(
    "(?:quận|huyện|thị xã)[^,;.]{0,20} (?:cùng|cùng với|và|với) (?:(?:ubnd|công an|lực lượng|các|cả) )*$"
)
# "còn lại các quận đều dưới 0,2%"
_OF_MANY = fold_pattern(
    "(?:các|những|nhiều|một số|hầu hết|đa số|khối)(?: các)? (?:quận|huyện|địa phương|đơn vị|quận, huyện|"
    "chi cục(?: thuế)?)"
    "(?:(?:,|, và| và) (?:huyện|thị xã))*(?: khác| còn lại)?"
    "(?: [^,;.]{0,30})? $"
)
# which recruits are handed to
_OF_ARMY = fold_pattern("đơn vị (?:quân đội|bộ đội|nhận quân|tuyển quân|thuộc quân)")
# "Bảy xã miền núi của huyện có thu nhập bình quân ...": whose they are makes the figure no less theirs
_OF_THE_DISTRICTS = fold_pattern("^[^,;.]{0,40} (?:của|thuộc) (?:quận|huyện|thị xã)")
# "Cụ thể ở các xã: ... có thu nhập 70,2 triệu đồng; ... còn 9 hộ nghèo"
_PARTS_LISTED = fold_pattern(
    "(?:ở|tại|của|có)(?: một số| từng)?(?: các)? (?:xã|phường|thị trấn|thôn)(?: sau| như)?:"
)
_OPENING_ROWS = 4  # from the line's start to the place that it is about
_NAMELESS = ["generic", "ward", "city", "other"]  # places that are no district of their own name


def with_district(timed: pl.DataFrame, stream: pl.DataFrame, districts: pl.DataFrame) -> pl.DataFrame:
    """Adds district_id (String, null) and district_from; reason other_place or no_district where there is none.

    districts: of `document_districts`
    """
    timed = with_returns(_with_places_around(timed, stream), stream).join(
        districts, on="document", how="left", maintain_order="left"
    )
    in_sentence = pl.col("last_place") > pl.col("last_sentence")
    # "thấp hơn bình quân chung của thành phố; thu ngân sách ...": what another is measured by is no subject
    measured_by = pl.col("nearest_compared") | pl.col("before_nearest").is_in(
        ["average", "direction"]
    ).fill_null(False)
    heads = (pl.col("last_place") - pl.col("last_sentence") <= 3) & ~measured_by
    in_chunk = (heads & in_sentence) | (
        pl.col("last_place") > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0)
    )
    not_here = pl.col("nearest").is_in(["ward", "city", "other"])
    # the city stays the subject behind a semicolon, unless it was only named beside a figure ("90,3% của thành phố") or
    # measured by ("cao hơn so với mức chung của thành phố")
    of_city = (pl.col("nearest") == "city") & (pl.col("before_nearest") != "quantity") & ~measured_by
    right_behind = _named_behind() & pl.col("tail").str.contains(RIGHT_BEHIND)
    right_behind &= pl.col("behind_pos") - pl.col("end") <= 22
    of_another = _of_another()
    named = in_sentence & (pl.col("nearest") != "generic")
    heads_line = (pl.col("last_place") > pl.col("last_line_start")) & pl.col("nearest_heads") & ~measured_by
    # "Tại xã Yên Sở, đường làng sạch đẹp. Thu nhập bình quân đạt ...", "Theo Chủ tịch UBND xã Lệ Chi, ... Đến nay, Lệ
    # Chi có thu nhập bình quân ...": the paragraph is about the commune, but what is aimed at is the district's
    opens_line = pl.col("last_place") - pl.col("last_line_start") <= _OPENING_ROWS
    of_ward = (pl.col("nearest") == "ward") & ((heads_line & opens_line) | pl.col("line_of_ward"))
    of_ward &= pl.col("status") != "target"
    article = _of_article()
    # "gấp 1,9 lần Thanh Oai" measures by another district
    by_another = (
        (pl.col("measure") == "multiple")
        & (pl.col("behind_pos") - pl.col("end") <= 8)
        & _ends_behind()
        & ~pl.col("tail").str.contains("^ ?[,;.]")
    )
    of_another = (
        of_another | (by_another & ~pl.col("behind").is_in(_NAMELESS)).fill_null(False) | pl.col("abroad")
    )
    district = (
        pl.when(pl.col("abroad"))
        .then(None)
        .when(pl.col("answer_place").is_not_null())
        .then("answer_place")
        .when(of_another)
        .then(None)
        .when(right_behind)
        .then("behind")
        .when(in_chunk & not_here)
        .then(pl.when(pl.col("tail").str.contains(OF_OWN)).then(article))
        .when(in_sentence & of_city & ~pl.col("tail").str.contains(OF_OWN))
        .then(None)
        .when(in_sentence & not_here)
        .then(article)
        # but "Tại huyện Ba Vì, thu nhập đạt ..." opens the sentence with it
        .when(named & pl.col("elsewhere") & pl.col("nearest_locative") & ~heads)
        .then(None)
        .when(named)
        .then("nearest")
        # "... Nam Từ Liêm. Sáu tháng, quận này thu ngân sách 3.420 tỷ đồng": the one that was named last
        .when(in_sentence & pl.col("nearest_this") & _named_here())
        .then("current")
        .when(in_sentence)
        .then(article)
        .when(~in_sentence.fill_null(False) & of_roll_call())
        .then("line_named")
        .when(
            _named_behind()
            & (pl.col("n_districts") > 1)
            & ~in_sentence.fill_null(False)
            & _ends_behind()
            # "5 đơn vị trên 60%: huyện Mê Linh 65,1%"
            & ~pl.col("tail").str.contains("^ ?:")
        )
        .then("behind")
        .when(((heads_line & not_here & (pl.col("nearest") != "ward")) | of_ward) & ~pl.col("is_back"))
        .then(None)
        .otherwise(article)
    )
    elsewhere = ((in_chunk & not_here & ~right_behind) | of_another).fill_null(False)
    from_sentence = right_behind | named
    missing = pl.col("reason").is_null() & pl.col("district_id").is_null()
    timed = with_planned(
        timed,
        district_id=district,
        district_from=pl.when(from_sentence).then(pl.lit("sentence")).otherwise(pl.lit("article")),
        of_another=of_another.fill_null(False),
    )
    return with_planned(
        _goes_on_elsewhere(_respective_districts(timed)),
        reason=pl.when(missing)
        .then(
            pl.when(elsewhere | pl.col("of_another"))
            .then(pl.lit("other_place"))
            .otherwise(pl.lit("no_district"))
        )
        .otherwise("reason"),
    )


def _respective_districts(timed: pl.DataFrame) -> pl.DataFrame:
    """ "A thu 1.105 tỷ đồng, B 1.012 tỷ đồng; hai nơi này lần lượt đạt 102% và 118%": a list answers to as many
    districts' levels before it."""
    length = pl.col("run_length").cast(pl.Int64)
    position = pl.int_range(pl.len(), dtype=pl.Int64)
    asks = (
        (length > 1)
        & pl.col("answer_place").is_null()
        & (pl.col("last_respectively") > pl.max_horizontal("last_quantity", "last_sentence"))
    ).fill_null(False)
    asked = timed.with_columns(position=position, source=position - length).filter(
        asks & (position >= length)
    )
    if asked.is_empty():
        return timed
    levels = timed.select(
        source=position,
        level_row="row",
        level_district=pl.when(pl.col("reason").is_null()).then("district_id"),
        level_indicator="indicator_id",
    )
    answers = (
        asked.select("position", "run", "last_sentence", "indicator_id", "run_length", "source")
        .join(levels, on="source", how="left", maintain_order="left")
        .filter(
            (pl.col("level_row") > pl.col("last_sentence")).all().over("run")
            & (pl.col("level_indicator") == pl.col("indicator_id")).all().over("run")
            & (pl.col("level_district").drop_nulls().n_unique().over("run") == pl.col("run_length"))
        )
        .select("position", "level_district")
    )
    return (
        timed.with_columns(position=position, asks=asks)
        .join(answers, on="position", how="left", maintain_order="left")
        .with_columns(district_id=pl.coalesce("level_district", "district_id"))
        # only the last member of a list that finds no answers may be of the name nearest before it
        .with_columns(
            reason=pl.when(
                pl.col("asks")
                & (pl.col("run_index") + 1 < pl.col("run_length"))
                & ~pl.col("tail").last().over("run").str.contains(_TWO_PLANS)
                & ~pl.col("before").first().over("run").str.contains(_OF_TIMES)
                & pl.col("level_district").is_null()
                & pl.col("reason").is_null()
                & pl.col("answer").is_null()
                & pl.col("answer_period").is_null()
                & ~pl.col("rule").is_in(["respective", "echoed"])
            )
            .then(pl.lit("unclear_measure"))
            .otherwise("reason")
        )
        .drop("position", "level_district", "asks")
    )


def _goes_on_elsewhere(timed: pl.DataFrame) -> pl.DataFrame:
    """ "hai xã xuất 38 triệu USD, tăng 21%": a percentage with no name of its own stays with the figure before it."""
    before = pl.col("row").shift(1)
    goes_on = (
        (pl.col("dimension") == "percent")
        & pl.col("of_another").shift(1)
        & (before > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0))
        & (pl.col("last_place").fill_null(0) < before)
        & (pl.col("last_indicator").fill_null(0) <= before + 1)  # a unit may name one ("288 hộ nghèo")
    ).fill_null(False)
    return timed.with_columns(
        district_id=pl.when(~goes_on).then("district_id"), of_another=pl.col("of_another") | goes_on
    )


def _with_places_around(timed: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """The places beside each figure: nearest (before), behind, current (the last district named), answer (of a run)."""
    is_named = pl.col("is_place") & ~pl.col("place").is_in(_NAMELESS)
    names = stream.filter(is_named).select(
        "row", current="place", current_line="line", current_locative="locative"
    )
    before, behind = timed["last_place"], timed["next_place"]
    timed = timed.with_columns(
        nearest=without_rankings(stream, timed),
        nearest_locative=at(stream["locative"], before),
        before_nearest=at(stream["role"], before - 1),
        nearest_this=at(stream["value"], before) == "this",
        nearest_compared=compared_with(stream, before),
        nearest_heads=at(stream["near_head"], before),
        behind=at(stream["place"], behind),
        behind_pos=at(stream["pos"], behind),
        before_behind=at(stream["role"], behind - 1),
    )
    first = _first_of_line(stream, timed)
    timed = timed.with_columns(
        line_of_ward=(at(stream["place"], first) == "ward")
        & at(stream["next_capital"], first)
        & at(stream["near_head"], first)
    )
    timed = timed.join(named_alone(stream.filter(is_named)), on="line", how="left", maintain_order="left")
    answer = runs.answered(timed, stream, is_named, "last_named", "place")["answer"]
    city = last_before(timed["row"], stream.filter(pl.col("role") == "place_city")["row"])
    generic = last_before(timed["row"], stream.filter(pl.col("place") == "generic")["row"])
    start = pl.col("last_line_start").fill_null(0)
    timed = timed.with_columns(
        answer_place=at(stream["place"], answer), last_city_named=city, last_generic=generic
    ).with_columns(
        # the paragraph begins with the city and comes to no district
        of_city_here=(pl.col("last_city_named") > start).first().over("line")
        & ~(pl.col("last_generic") > start).fill_null(False),
    )
    current = timed.select("row").join_asof(names, on="row").drop("row")
    return pl.concat([timed, current], how="horizontal")


def _first_of_line(stream: pl.DataFrame, timed: pl.DataFrame) -> pl.Series:
    """For each figure the row of the first place that its line names, null where that stands behind it."""
    # "Huyện phân bổ ...", "Quận giao ...": who gives opens the line as its subject
    gives = (
        (pl.col("role") == "assigner") & (pl.col("value") == "district") & pl.col("opens_line").shift(1)
    ).fill_null(False)
    places = (
        stream.filter(pl.col("is_place") | gives)
        .select("line", first="row")
        .unique("line", keep="first", maintain_order=True)
    )
    found = timed.select("line", "row").join(places, on="line", how="left", maintain_order="left")
    return found.select(pl.when(pl.col("first") < pl.col("row")).then("first")).to_series()


def _of_article() -> pl.Expr:
    """The district that an article's figures belong to where their sentence names none."""
    first_line = pl.col("line") - pl.col("line_in_document")
    several = pl.col("n_districts") > 1
    new_topic = (pl.col("current_line") < pl.col("line")) & pl.col("of_city_here")
    current_here = pl.when((pl.col("current_line") >= first_line) & ~new_topic.fill_null(False)).then(
        "current"
    )
    in_paragraph = pl.when((pl.col("current_line") == pl.col("line")) & ~pl.col("current_locative")).then(
        "current"
    )
    return (
        pl.when(pl.col("elsewhere"))
        .then(pl.when(several).then(in_paragraph))
        .when(pl.col("from_title"))
        .then("district")
        # the neighbours that an article names once take no further paragraph from the district it is about
        .when(several & pl.col("dominant") & pl.col("district").is_not_null())
        .then(pl.coalesce(in_paragraph, "district"))
        .when(several & pl.col("elsewhere").not_())
        .then(pl.coalesce(current_here, "district"))
        .when(several)
        .then(current_here)
        .otherwise("district")
    )


def _named_here() -> pl.Expr:
    """The article has named a district before the figure."""
    return (pl.col("current_line") >= pl.col("line") - pl.col("line_in_document")).fill_null(False)


def _named_behind() -> pl.Expr:
    """A place follows before the next figure does, other than one to compare with ("hơn so với quận Ba Đình")."""
    return (pl.col("next_place") < pl.col("next_quantity").fill_null(FAR)) & ~pl.col("before_behind").is_in(
        ["versus", "comparator", "direction", "exceed"]
    ).fill_null(False)


def _ends_behind() -> pl.Expr:
    """The place that follows stands in the same part of the sentence."""
    return pl.col("next_place") < pl.min_horizontal(
        pl.col("next_sentence").fill_null(FAR), pl.col("next_semicolon").fill_null(FAR)
    )


def _of_another() -> pl.Expr:
    """The figure is said of a site, a project, a ward or of the city, not of the district."""
    of_site = of_one_sight()
    # "Dự án Trường THCS Mễ Trì 2, tổng mức đầu tư 196 tỷ đồng, giải ngân 88%" is about the project to its end
    heads_sentence = (pl.col("last_project") == pl.col("last_sentence") + 1) & (
        pl.col("last_project") > pl.col("last_place").fill_null(0)
    )
    in_clause = pl.col("last_project") > pl.max_horizontal("last_break", "last_quantity", "last_sentence")
    # "nhờ một dự án nhà ở nộp 580 tỷ đồng tiền sử dụng đất"
    pays = in_clause & (pl.col("rule") == "figure_first")
    of_project = (
        (pl.col("indicator_id") == "public_investment_disbursement")
        & (in_clause | heads_sentence)
        & (pl.col("last_project") > pl.col("last_named").fill_null(0))
    ) | pays
    # "hai xã Hữu Bằng, Chàng Sơn xuất 38 triệu USD"; "28 xã thì cả 28 xã đạt chuẩn" counts the same again
    of_counted = (
        pl.col("last_quantity_dimension").is_in(["ward", "project", "commune"])
        # "quận cùng 18 phường xử lý ...": together with them
        & ~pl.col("before").shift(1).str.contains(_TOGETHER)
        # "quận có 14 phường với dân số 337.982 người": all of them
        & (pl.col("indicator_id") != "population")
        & (pl.col("last_quantity") > pl.max_horizontal("last_break", "last_sentence"))
        # "17 dự án chậm vốn và đến 30/6 toàn huyện mới giải ngân được 34,7%"
        & ~(
            (pl.col("last_place") > pl.col("last_quantity"))
            & (pl.col("nearest") == "generic")
            & ~pl.col("before").str.contains(_OF_THE_DISTRICTS)
        ).fill_null(False)
        & (pl.col("dimension") != pl.col("last_quantity_dimension")).fill_null(True)
        & ~names_another_thing()
    )
    of_units = (
        (pl.col("dimension") == "percent")
        & (pl.col("last_quantity_dimension") == "unit")
        & (pl.col("last_quantity") > pl.max_horizontal("last_break", "last_sentence"))
        & pl.col("bound").is_in(["at_least", "at_most"])
    )
    parts_listed = pl.when(pl.col("before").str.contains(_PARTS_LISTED)).then("last_sentence").forward_fill()
    of_many = (
        pl.col("before").str.contains(_OF_MANY)
        & ~pl.col("before").str.contains(_OF_ARMY)
        & (pl.col("last_named") < pl.max_horizontal("last_quantity", "last_sentence")).fill_null(True)
    )
    return (
        of_units.fill_null(False)
        | (parts_listed == pl.col("last_sentence")).fill_null(False)
        | of_many.fill_null(False)
        | of_site.fill_null(False)
        | of_project.fill_null(False)
        | of_counted.fill_null(False)
        # "công nhận 14 xã nông thôn mới nâng cao toàn thành phố"
        | ((pl.col("rule") == "counted_noun") & pl.col("tail").str.contains(_OF_ALL_OVER)).fill_null(False)
        | pl.col("tail").str.contains(OF_ANOTHER)
        | adds_to_city()
        | ~pl.col("tail").str.extract(_OF_ALL).str.contains(_RANKED).fill_null(True)
    )
