"""Context: what phrases mean that say little by themselves.

A sector's name is an indicator of output where output or structure is spoken of; "thu", "chi" and "doanh thu" stand for
the fuller phrase before them. Not here: which figure belongs to which indicator (`binding`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import FAR, at, beside, first_behind, last_before, rows_where
from dagster_project.extraction.surroundings.branches import (
    BARE_BYTES,
    produces,
    resolve_branches,
    rewritten,
)

_REVENUE = ("state_budget_revenue", "fixed_budget_revenue", "land_revenue", "tax_revenue")
_BUDGET = (*_REVENUE, "budget_expenditure", "investment_expenditure")
_INVESTMENT = ("public_investment_disbursement", "investment_expenditure")
_TURNOVER = ("tourism_revenue", "tourist_arrivals", "trade_services_revenue", "gross_output_trade_services")
_KNOWN = ("indicator_strong", "indicator_sector", "topic")
_SHORT_FORMS = (
    "indicator_collect",
    "indicator_spend",
    "indicator_turnover",
    "indicator_disburse",
    "indicator_visit",
    "indicator_invest",
)
_WORTH = "indicator_worth"
_BUILDING = "gross_output_construction"
_WORTH_BYTES = 75  # from a sector that heads its sentence to the "tổng giá trị" behind it
_ABOUT_BYTES = len("về ".encode()) + 1
_NEAR_BYTES = 45  # from a sector to the "giá trị sản xuất" behind it
_SOLD_BYTES = len(" của các ngành, lĩnh vực ".encode())
_WHOLE_BYTES = len("tổng thu".encode())
_WORKS_ROWS = 5  # from "giải ngân" to the works whose plan its figure is of
_SHORT_WAY_BYTES = 60  # from a bare "thu" to its figure


def resolve_context(stream: pl.DataFrame) -> pl.DataFrame:
    """The stream with sectors and short forms turned into indicators, or into fillers where nothing supports them."""
    stream = _resolve_resolutions(_resolve_shared_heads(stream))
    stream = _resolve_short_forms(_resolve_parts_of_sales(_resolve_sales(stream)))
    return _resolve_worth(_resolve_sectors(resolve_branches(stream)))


def _resolve_sectors(stream: pl.DataFrame) -> pl.DataFrame:
    """A sector's name ("thương mại - dịch vụ") becomes an indicator where output or structure is spoken of.

    "giá trị sản xuất" directly before it is merged into it; without such a context it stays indicator_sector, which
    binds growth and shares only.
    """
    role, value = pl.col("role"), pl.col("value")
    sectors = stream.filter(role == "indicator_sector").select("row", "line", "compound", "role_of_line")
    if sectors.is_empty():
        return stream
    output = (role == "indicator_strong") & value.str.starts_with("gross_output")
    structure = (role == "share") & ~value.eq_missing(pl.lit("verb"))
    worth = stream["row"].filter(stream["role"] == _WORTH)
    economy = (value == "economic_growth") & role.is_in(
        ["indicator_strong", "indicator_weak", "indicator_rate"]
    )
    marks = stream.filter(
        role.is_in(["indicator_strong", "indicator_other", "indicator_weak", "indicator_rate", "share"])
    ).select(
        "row",
        output=output | (role == "indicator_rate"),
        governor=role.is_in(["indicator_strong", "indicator_other"]) | structure | economy,
        governs=output | structure | economy,
    )
    ahead = sectors["row"] - 1
    solid = last_before(ahead, stream["row"].filter(stream["role"] != "filler"))
    governor = last_before(ahead, marks["row"].filter(marks["governor"]))
    governing, outputs = marks["row"].filter(marks["governs"]), marks["row"].filter(marks["output"])
    line_start = last_before(sectors["row"], stream["row"].filter(stream["opens_line"]))
    # "tổng giá trị dịch vụ đạt ..."; that of building ("tổng giá trị xây dựng trường học") is the price of works
    of_sector = solid.is_in(worth.implode()) & (at(stream["value"], sectors["row"]) != _BUILDING)
    merges = (solid.is_in(outputs.implode()) | of_sector).fill_null(False)
    in_reach = (governor >= line_start) | sectors["role_of_line"].is_in(["list_item", "table_row"])
    governed = governor.is_in(governing.implode()).fill_null(False)
    owner = _output_behind(stream, sectors)
    in_context = merges | (governed & in_reach.fill_null(False)) | owner.is_not_null()
    in_context |= _structure_behind(stream, sectors) | produces(stream, sectors)
    elsewhere = _of_other_structure(stream, sectors)
    settled = sectors.select(
        "row",
        # "tốc độ tăng trưởng ngành công nghiệp": what was to be a growth stays one
        measure=pl.when(merges).then(at(stream["measure"], solid)),
        role=pl.when(in_context & ~elsewhere)
        .then(pl.lit("indicator_strong"))
        .when(~(pl.col("compound") | _grows(stream, sectors)) | elsewhere)
        .then(pl.lit("filler"))
        .otherwise(pl.lit("indicator_sector")),
    )
    consumed = pl.concat([solid.filter(merges), owner.drop_nulls()]).to_frame("row")
    stream = rewritten(stream, settled)
    return rewritten(stream, consumed.with_columns(role=pl.lit("filler")))


def _grows(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "Nông nghiệp tăng 2,5%", "ngành dịch vụ tăng trưởng 12%": the sector itself is the subject; the price of
    services is another one."""
    near = (
        beside(stream, sectors["row"], -1, role="role", value="value")
        | beside(stream, sectors["row"], -2, role_second="role")
        | beside(stream, sectors["row"], 1, role_behind="role")
    )
    opens = pl.col("role").is_in(["sentence", "among", "punct", "conj"]) | pl.col("value").is_in(
        ["branch", "locative"]
    )
    heads = (pl.col("value") == "branch") & (
        pl.col("role_second") == "sentence"
    )  # "Ngành nông nghiệp vẫn ..."
    grows = heads | (opens & (pl.col("role_behind") == "direction"))
    return pl.DataFrame(near).select(grows.fill_null(False)).to_series()


def _resolve_sales(stream: pl.DataFrame) -> pl.DataFrame:
    """ "doanh thu ngành thương mại, dịch vụ": what trade and services sell, however many small words stand between."""
    heads = stream.filter(pl.col("role") == "indicator_turnover").select("row", "line", "end")
    following = first_behind(heads["row"] + 1, stream["row"].filter(stream["role"] != "filler"))
    sells = (
        at(stream["role"], following).eq("indicator_sector")
        & at(stream["value"], following).eq("gross_output_trade_services")
        & at(stream["line"], following).eq(heads["line"])
        & (at(stream["pos"], following) - heads["end"] <= _SOLD_BYTES)
    ).fill_null(False)
    named = heads.filter(sells).select(
        "row", role=pl.lit("indicator_strong"), value=pl.lit("trade_services_revenue")
    )
    sectors = following.filter(sells).to_frame("row").with_columns(role=pl.lit("filler"))
    return rewritten(rewritten(stream, named), sectors)


def _resolve_parts_of_sales(stream: pl.DataFrame) -> pl.DataFrame:
    """ "doanh thu thương mại - dịch vụ tăng 14%, trong đó doanh thu thương mại tăng 13%": the second is of a part."""
    sales = stream.filter(
        (pl.col("role") == "indicator_strong") & (pl.col("value") == "trade_services_revenue")
    ).select("row")
    among = last_before(sales["row"], stream["row"].filter(stream["role"] == "among"))
    part = sales.with_columns(
        whole=last_before(among, sales["row"]),
        among=among,
        sentence=last_before(sales["row"], stream["row"].filter(stream["role"] == "sentence")),
    ).filter((pl.col("whole") > pl.col("sentence")) & (pl.col("among") > pl.col("whole")))
    return rewritten(stream, part.select("row", role=pl.lit("indicator_other"), value=pl.lit("")))


def _structure_behind(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "công nghiệp, dịch vụ, nông nghiệp trong cơ cấu kinh tế lần lượt chiếm ...", "dịch vụ chiếm 48% cơ cấu kinh tế",
    "dịch vụ chiếm 63% giá trị sản xuất": whether nothing but sectors, their shares and what joins them is between."""
    role = pl.col("role")
    structure = (role == "share") & pl.col("value").eq_missing(pl.lit("economy"))
    listed = ["indicator_sector", "filler", "conj", "respectively", "quantity", "share", "period", "reach"]
    following = first_behind(
        sectors["row"] + 1,
        rows_where(
            stream, ~((role.is_in(listed) & ~structure) | ((role == "punct") & (pl.col("value") != ".")))
        ),
    )
    shares = last_before(following, rows_where(stream, role == "share")) > sectors["row"]
    output_behind = (at(stream["role"], following) == "indicator_strong") & (
        at(stream["value"], following) == "gross_output"
    )
    of_output = output_behind & shares & at(stream["role"], following - 1).is_in(["quantity", "filler"])
    found = following.is_in(rows_where(stream, structure).implode()) | of_output
    return (found & (at(stream["line"], following) == sectors["line"])).fill_null(False)


def _of_other_structure(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "cơ cấu lao động: nông nghiệp chiếm 20%": the sentence speaks of the sectors' workers, not of their output."""
    role = pl.col("role")
    other = (role == "indicator_other") & pl.col("measure").eq_missing(pl.lit("share"))
    marks = stream.filter(
        other
        | (role == "sentence")
        | ((role == "indicator_strong") & pl.col("value").str.starts_with("gross_output"))
        | ((role == "share") & pl.col("value").eq_missing(pl.lit("economy")))
    ).select("row", other=other)
    nearest = last_before(sectors["row"], marks["row"])
    return nearest.is_in(marks["row"].filter(marks["other"]).implode()).fill_null(False)


def _output_behind(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """Of a sector: the row of the bare "giá trị sản xuất" that follows it ("dịch vụ, giá trị sản xuất ước 28 tỷ")."""
    role, value = pl.col("role"), pl.col("value")
    separator = (role == "punct") & ((value == ",") | (value == "-"))
    # "... và nông nghiệp ước tạo ra giá trị sản xuất", "... và xây dựng với giá trị sản xuất"
    makes = (role == "reach") & (value == "at")
    skipped = (
        separator | makes | role.is_in(["indicator_sector", "conj", "filler", "status", "period", "none"])
    )
    following = first_behind(sectors["row"] + 1, rows_where(stream, ~skipped))
    found = pl.DataFrame(
        {name: at(stream[name], following) for name in ("line", "role", "value", "pos", "end")}
        | beside(stream, following, 1, next_role="role", next_pos="pos")
        | {
            "sector_line": sectors["line"],
            "sector_heads": _heads_sentence(stream, sectors),
            "sector_end": at(stream["end"], last_before(following, sectors["row"])),
        }
    )
    bare = (
        (role == "indicator_strong")
        & (value == "gross_output")
        & (pl.col("end") - pl.col("pos") <= BARE_BYTES)
    )
    of_next = (pl.col("next_role") == "indicator_sector") & (pl.col("next_pos") - pl.col("end") <= 2)
    way = pl.col("pos") - pl.col("sector_end")
    same_line = pl.col("line") == pl.col("sector_line")
    # "Về nông nghiệp tiếp tục phát triển ổn định với tổng giá trị đạt ..."
    worth = (role == _WORTH) & (value != "") & pl.col("sector_heads") & (way <= _WORTH_BYTES)
    near = (bare & (way <= _NEAR_BYTES)) | worth
    is_its = found.select(near & ~of_next.fill_null(False) & same_line).to_series().fill_null(False)
    return following.set(~is_its, None)


def _heads_sentence(stream: pl.DataFrame, sectors: pl.DataFrame) -> pl.Series:
    """ "Nông nghiệp ...", "Về lĩnh vực nông nghiệp ...": no verb stands before the sector ("Hỗ trợ nông nghiệp")."""
    role, rows = stream["role"], sectors["row"]
    solid = last_before(rows - 1, stream["row"].filter(role != "filler"))
    opens = at(role, solid) == "sentence"
    gap = at(stream["pos"], rows) - at(stream["end"], rows - 1)
    return (opens & (gap <= _ABOUT_BYTES)).fill_null(False)


def _resolve_worth(stream: pl.DataFrame) -> pl.DataFrame:
    """A "tổng giá trị" of no sector is that of something else, unless the clause has named what it is the value of."""
    worth = stream.filter(pl.col("role") == _WORTH).select("row", "value")
    role = stream["role"]
    starts = stream["row"].filter(role.is_in(["punct", "sentence", "quantity"]))
    named = stream["row"].filter((role == "indicator_strong").fill_null(False))
    of_named = (last_before(worth["row"], named) > last_before(worth["row"], starts)).fill_null(False)
    settled = worth.with_columns(
        # a bare "giá trị" says nothing
        role=pl.when(of_named | (pl.col("value") == ""))
        .then(pl.lit("filler"))
        .otherwise(pl.lit("indicator_other")),
        value=pl.lit(""),
    )
    return rewritten(stream, settled)


def _resolve_shared_heads(stream: pl.DataFrame) -> pl.DataFrame:
    """ "số doanh nghiệp và hộ kinh doanh đăng ký mới": what is said of the second noun is said of the first."""
    heads = stream.filter(pl.col("role") == "shared_head").select("row", "value", "end")
    following = heads["row"] + 1
    kind = at(stream["value"], following).str.extract("(_new|_active)$")
    near = at(stream["pos"], following) - heads["end"] <= 2
    strong = at(stream["role"], following) == "indicator_strong"
    shares = (kind.is_not_null() & near & strong).fill_null(False)
    named = heads.select("row", role=pl.lit("indicator_strong"), value=pl.col("value") + kind)
    return rewritten(stream, named.filter(shares))


def _resolve_resolutions(stream: pl.DataFrame) -> pl.DataFrame:
    """ "Quận đề ra 21 chỉ tiêu" sets targets to come; "kế hoạch quận đề ra" names whose plan it is.

    So does "dự toán quận phấn đấu"; without a plan before it, what the district strives for is a target.
    """
    sets = stream.filter(pl.col("role") == "sets").select("row", "value")
    rows = sets["row"]
    words = [at(stream["role"], rows - back) for back in (1, 2, 3)]
    plan_near = pl.any_horizontal(word.is_in(["plan", "assigner"]) for word in words) & words[2].is_not_null()
    of_plan = words[0].is_in(["plan", "adjusted", "assigner", "conj", "punct"]) & plan_near
    ahead = at(stream["counts_targets"], rows + 1).fill_null(False) | (
        (pl.col("value") == "strives") & ~of_plan.fill_null(False)
    )
    # "bằng 115% ước thực hiện năm 2023" is measured against what was, and estimates nothing
    achieved = stream["row"].filter(stream["of_achieved"].fill_null(False)) - 1
    of_base = achieved.filter(at(stream["role"], achieved).eq("status").fill_null(False))
    stream = rewritten(stream, of_base.to_frame("row").with_columns(role=pl.lit("filler")))
    # "so với mức HĐND quận quyết nghị": whose plan it is measured against
    measured = stream.filter((pl.col("role") == "comparator") & (pl.col("value") == "versus")).select("row")
    of_giver = measured.filter(at(stream["role"], measured["row"] + 1).eq("assigner").fill_null(False))
    stream = rewritten(stream, of_giver.with_columns(role=pl.lit("versus")))
    settled = sets.select(
        "row",
        role=pl.when(ahead).then(pl.lit("status")).otherwise(pl.lit("assigner")),
        value=pl.when(ahead).then(pl.lit("target")).otherwise(pl.lit("district")),
    )
    return rewritten(stream, settled)


def _resolve_short_forms(stream: pl.DataFrame) -> pl.DataFrame:
    role, value = pl.col("role"), pl.col("value")
    forms = stream.filter(role.is_in(_SHORT_FORMS)).select("row", "role", "document", "line", "pos", "end")
    if not forms.is_empty():
        stream = rewritten(stream, _settled_forms(stream, forms))
    # "90,7% dân số có thẻ bảo hiểm y tế" is not about the population
    people = stream.filter((role == "indicator_strong") & (value == "population")).select("row", "pos")
    people = people.with_columns(**beside(stream, people["row"], -1, role_before="role", end_before="end"))
    of_population = (pl.col("role_before") == "quantity") & (pl.col("pos") - pl.col("end_before") <= 2)
    return rewritten(stream, people.filter(of_population).select("row", role=pl.lit("filler")))


def _settled_forms(stream: pl.DataFrame, forms: pl.DataFrame) -> pl.DataFrame:
    """row, role, value: what the short forms stand for."""
    role, value, line = pl.col("role"), pl.col("value"), pl.col("line")
    named = stream.filter(role.is_in([*_KNOWN, "indicator_collect"])).select(
        "row", "role", "value", "document", "line"
    )
    known = named.filter(role.is_in(_KNOWN))
    rows = forms["row"]

    def rows_of(*roles: str) -> pl.Series:
        return stream["row"].filter(stream["role"].is_in(list(roles)))

    def last_of(marks: pl.DataFrame, column: str) -> pl.Series:
        return at(stream[column], last_before(rows, marks["row"]))

    def family(values: tuple[str, ...]) -> pl.DataFrame:
        return known.filter(value.is_in(list(values)))

    revenue = family(_REVENUE)
    budget = named.filter((role != "topic") & value.is_in(list(_BUDGET)))
    spending = known.filter(value == "budget_expenditure")
    works = stream.filter((role == "indicator_invest") | pl.col("measure").eq_missing(pl.lit("works")))["row"]
    works_behind = first_behind(rows, family(_INVESTMENT)["row"])
    last_sentence = last_before(rows, rows_of("sentence"))
    next_quantity = first_behind(rows, rows_of("quantity"))
    starts = stream.filter((role == "sentence") | role.cat.starts_with("indicator_"))["row"]
    forms = forms.with_columns(
        **beside(stream, rows, 1, role_behind="role"),
        **beside(stream, rows, 2, second_value="value"),
        next_quantity=next_quantity,
        next_quantity_pos=at(stream["pos"], next_quantity),
        next_stop=first_behind(rows + 1, starts),
        of_another=last_before(rows, rows_of("indicator_other"))
        > last_before(rows, rows_of("punct", "sentence", "conj")),
        revenue_document=last_of(revenue, "document"),
        revenue_value=last_of(revenue, "value"),
        # what the sentence speaks of, else what the article began with
        revenue_in_sentence=last_before(rows, revenue["row"]) > last_sentence,
        budget_line=last_of(budget, "line"),
        spending_line=last_of(spending, "line"),
        whole=forms["end"] - forms["pos"] >= _WHOLE_BYTES,
        # "vốn đầu tư xây dựng giải ngân được 320 tỷ đồng", "giải ngân 57% kế hoạch vốn đầu tư công"
        of_works=(last_before(rows, works) > last_sentence).fill_null(False)
        | (
            at(stream["line"], works_behind).eq(forms["line"]) & (works_behind - rows <= _WORKS_ROWS)
        ).fill_null(False),
        investment_document=last_of(family((*_INVESTMENT, *_BUDGET)), "document"),
        # passengers and customers are "lượt khách" too: only an article that speaks of visits counts visitors
        tourism=forms["document"].is_in(
            family(("tourist_arrivals", "tourism_revenue"))["document"].unique().implode()
        ),
        turnover=last_of(family(_TURNOVER), "value"),
        turnover_line=last_of(family(_TURNOVER), "line"),
        # "chi ngân sách ..., trong đó đầu tư phát triển ..."
        of_spending=(last_of(known.filter(role != "topic"), "value") == "budget_expenditure")
        & (last_before(rows, spending["row"]) > last_sentence),
    ).join(
        revenue.group_by("document").agg(first_revenue=value.first()),
        on="document",
        how="left",
        maintain_order="left",
    )
    short_way = (pl.col("next_quantity") < pl.col("next_stop").fill_null(FAR)) & (
        pl.col("next_quantity_pos") - pl.col("end") <= _SHORT_WAY_BYTES
    )
    collects = (
        (role == "indicator_collect")
        & short_way
        & ~pl.col("of_another").fill_null(False)
        & (pl.col("revenue_document") == pl.col("document"))
    )
    sells = (role == "indicator_turnover") & (pl.col("turnover_line") == line)
    # "thu và chi ngân sách ... lần lượt": the first half of a pair
    pairs = (
        (role == "indicator_collect")
        & pl.col("role_behind").is_in(["conj", "punct"])
        & (pl.col("second_value") == "budget_expenditure")
    )
    meant = (
        pl.when(pairs)
        .then(pl.lit("state_budget_revenue"))
        .when(collects & pl.col("revenue_in_sentence"))
        .then("revenue_value")
        .when(collects)
        .then("first_revenue")
        # "thu - chi ngân sách: tổng thu đạt ...; tổng chi đạt ..."
        .when((role == "indicator_collect") & short_way & (pl.col("spending_line") == line) & pl.col("whole"))
        .then(pl.lit("state_budget_revenue"))
        .when((role == "indicator_invest") & pl.col("of_spending"))
        .then(pl.lit("investment_expenditure"))
        .when((role == "indicator_visit") & pl.col("tourism"))
        .then(pl.lit("tourist_arrivals"))
        .when(
            (role == "indicator_disburse")
            & ((pl.col("investment_document") == pl.col("document")) | pl.col("of_works"))
        )
        .then(pl.lit("public_investment_disbursement"))
        .when((role == "indicator_spend") & short_way & (pl.col("budget_line") == line))
        .then(pl.lit("budget_expenditure"))
        .when(sells & pl.col("turnover").str.starts_with("touris"))
        .then(pl.lit("tourism_revenue"))
        .when(sells)
        .then(pl.lit("trade_services_revenue"))
    )
    bare = pl.col("meant").is_null()
    return forms.with_columns(meant=meant).select(
        "row",
        role=pl.when(~bare)
        .then(pl.lit("indicator_strong"))
        .when(role == "indicator_turnover")
        .then(pl.lit("indicator_other"))
        .otherwise(pl.lit("filler")),
        value=pl.when(bare & (role == "indicator_turnover"))
        .then(pl.lit(""))
        .otherwise(pl.coalesce("meant", at(stream["value"], rows))),
    )
