"""Context: what phrases mean that say little by themselves.

A sector's name is an indicator of output where output or structure is spoken of; "thu", "chi" and "doanh thu" stand for
the fuller phrase before them. Not here: which figure belongs to which indicator (`binding`).
"""

from __future__ import annotations

import polars as pl

_REVENUE = ("state_budget_revenue", "fixed_budget_revenue", "land_revenue", "tax_revenue")
_BUDGET = (*_REVENUE, "budget_expenditure", "investment_expenditure")
_INVESTMENT = ("public_investment_disbursement", "investment_expenditure")
_TURNOVER = ("tourism_revenue", "tourist_arrivals", "trade_services_revenue", "gross_output_trade_services")
_BARE_BYTES = len("giá trị sản xuất".encode())
_NEAR_BYTES = 45  # from a sector to the "giá trị sản xuất" behind it
_SHORT_WAY_BYTES = 60  # from a bare "thu" to its figure


def resolve_context(stream: pl.DataFrame) -> pl.DataFrame:
    """The stream with sectors and short forms turned into indicators, or into fillers where nothing supports them.

    Adds in_context (Boolean): a sector that context makes an indicator of output.
    """
    return _resolve_sectors(_resolve_short_forms(_resolve_resolutions(stream)))


def _resolve_sectors(stream: pl.DataFrame) -> pl.DataFrame:
    """A sector's name ("thương mại - dịch vụ") becomes an indicator where output or structure is spoken of.

    "giá trị sản xuất" directly before it is merged into it; without such a context it stays indicator_sector, which
    binds growth and shares only. Adds in_context (Boolean).
    """
    role, value, row = pl.col("role"), pl.col("value"), pl.col("row")
    output = (role == "indicator_strong") & value.str.starts_with("gross_output")
    structure = (role == "share") & ~value.eq_missing(pl.lit("verb"))
    economy = (value == "economic_growth") & role.is_in(["indicator_strong", "indicator_weak"])
    governor = role.is_in(["indicator_strong", "indicator_other"]) | structure | economy
    marks = stream.select(
        row="row",
        sector=role == "indicator_sector",
        output=output,
        solid=pl.when(role != "filler").then(row).forward_fill().shift(1),
        governor=pl.when(governor).then(row).forward_fill().shift(1),
        governed=pl.when(governor).then(output | structure | economy).forward_fill().shift(1),
        line_start=pl.when(pl.col("opens_line")).then(row).forward_fill(),
        is_list=pl.col("role_of_line").is_in(["list_item", "table_row"]),
    )
    marks = marks.with_columns(solid_is_output=marks["output"].gather(marks["solid"], null_on_oob=True))
    merges = marks["sector"] & marks["solid_is_output"].fill_null(False)
    in_reach = (marks["governor"] >= marks["line_start"]) | marks["is_list"]
    in_context = marks["sector"] & (merges | (marks["governed"].fill_null(False) & in_reach.fill_null(False)))
    owner = _output_behind(stream)
    claimed = owner.is_not_null() & marks["sector"]
    in_context = in_context | claimed
    consumed = pl.concat([marks.filter(merges)["solid"], owner.filter(claimed)])
    return stream.with_columns(
        in_context=in_context,
        role=pl.when(row.is_in(consumed.implode()))
        .then(pl.lit("filler"))
        .when(pl.lit(in_context))
        .then(pl.lit("indicator_strong"))
        .when((role == "indicator_sector") & ~pl.col("compound"))
        .then(pl.lit("filler"))
        .otherwise(role),
    )


def _output_behind(stream: pl.DataFrame) -> pl.Series:
    """Of a sector: the row of the bare "giá trị sản xuất" that follows it ("dịch vụ, giá trị sản xuất ước 28 tỷ")."""
    role, value, row = pl.col("role"), pl.col("value"), pl.col("row")
    separator = (role == "punct") & value.is_in([",", "-"])
    skipped = separator | role.is_in(["indicator_sector", "conj", "filler", "status"])
    bare = (
        (role == "indicator_strong")
        & (value == "gross_output")
        & (pl.col("end") - pl.col("pos") <= _BARE_BYTES)
    )
    of_next = (role.shift(-1) == "indicator_sector") & (pl.col("pos").shift(-1) - pl.col("end") <= 2)
    marks = stream.select(
        "pos",
        "line",
        bare=bare & ~of_next.fill_null(False),
        end=pl.col("end"),
        following=pl.when(~skipped).then(row).backward_fill().shift(-1),
        last_sector=pl.when(role == "indicator_sector").then(pl.col("end")).forward_fill(),
    )
    at = marks["following"]
    near = (
        marks["pos"].gather(at, null_on_oob=True) - marks["last_sector"].gather(at, null_on_oob=True)
        <= _NEAR_BYTES
    )
    same_line = marks["line"].gather(at, null_on_oob=True) == marks["line"]
    found = marks["bare"].gather(at, null_on_oob=True) & near & same_line
    return stream.select(pl.when(pl.lit(found.fill_null(False))).then(pl.lit(at))).to_series()


def _resolve_resolutions(stream: pl.DataFrame) -> pl.DataFrame:
    """ "Quận đề ra 21 chỉ tiêu" sets targets to come; "kế hoạch quận đề ra" names whose plan it is.

    So does "dự toán quận phấn đấu"; without a plan before it, what the district strives for is a target.
    """
    sets = pl.col("role") == "sets"
    of_plan = pl.col("role").shift(1).is_in(["plan", "adjusted", "assigner", "conj", "punct"]) & (
        pl.col("role").is_in(["plan", "assigner"]).cast(pl.Int8).rolling_max(3).shift(1) > 0
    )
    strives = sets & (pl.col("value") == "strives") & ~of_plan.fill_null(False)
    ahead = sets & pl.col("counts_targets").shift(-1).fill_null(False) | strives.fill_null(False)
    return stream.with_columns(
        role=pl.when(ahead).then(pl.lit("status")).when(sets).then(pl.lit("assigner")).otherwise("role"),
        value=pl.when(ahead).then(pl.lit("target")).when(sets).then(pl.lit("district")).otherwise("value"),
    )


def _resolve_short_forms(stream: pl.DataFrame) -> pl.DataFrame:
    role, value, row, line = pl.col("role"), pl.col("value"), pl.col("row"), pl.col("line")
    known = role.is_in(["indicator_strong", "indicator_sector", "topic"])

    def last_of(family: tuple[str, ...], column: pl.Expr) -> pl.Expr:
        return pl.when(known & value.is_in(list(family))).then(column).forward_fill()

    def last_named(family: tuple[str, ...]) -> pl.Expr:
        named = role.is_in(["indicator_strong", "indicator_sector", "indicator_collect"])
        return pl.when(named & value.is_in(list(family))).then(line).forward_fill()

    last_break = pl.when(role.is_in(["punct", "sentence", "conj"])).then(row).forward_fill()
    last_other = pl.when(role == "indicator_other").then(row).forward_fill()
    of_another = (last_other > last_break).fill_null(False)
    next_quantity_pos = pl.when(role == "quantity").then("pos").backward_fill()
    next_stop = (
        pl.when(role.is_in(["sentence"]) | (role.cat.starts_with("indicator_")))
        .then(row)
        .shift(-1)
        .backward_fill()
    )
    next_quantity = pl.when(role == "quantity").then(row).backward_fill()
    short_way = (next_quantity < next_stop.fill_null(2**31)) & (
        next_quantity_pos - pl.col("end") <= _SHORT_WAY_BYTES
    )
    collects = (
        (role == "indicator_collect")
        & short_way
        & ~of_another
        & (last_of(_REVENUE, pl.col("document")) == pl.col("document"))
    )
    spends = (role == "indicator_spend") & short_way & (last_named(_BUDGET) == line)
    invests = (role == "indicator_disburse") & (
        last_of((*_INVESTMENT, *_BUDGET), pl.col("document")) == pl.col("document")
    ).fill_null(False)
    # what the sentence speaks of, else what the article began with
    revenue = known & value.is_in(list(_REVENUE))
    in_sentence = (
        pl.when(revenue).then(row).forward_fill() > pl.when(role == "sentence").then(row).forward_fill()
    )
    first_revenue = pl.when(revenue).then(value).drop_nulls().first().over("document")
    # passengers and customers are "lượt khách" too: only an article that speaks of visits counts visitors
    tourism = (known & value.is_in(["tourist_arrivals", "tourism_revenue"])).any().over("document")
    visits = (role == "indicator_visit") & tourism
    in_spending_sentence = (
        pl.when(known & (value == "budget_expenditure")).then(row).forward_fill()
        > pl.when(role == "sentence").then(row).forward_fill()
    ).fill_null(False)
    turnover = last_of(_TURNOVER, value)
    sells = (role == "indicator_turnover") & (last_of(_TURNOVER, line) == line)
    # "chi ngân sách ..., trong đó đầu tư phát triển ..."
    spending = pl.when(known & (role != "topic")).then(value == "budget_expenditure").forward_fill()
    part_of_spending = (role == "indicator_invest") & spending.fill_null(False) & in_spending_sentence
    # "thu và chi ngân sách ... lần lượt": the first half of a pair
    pairs = (
        (role == "indicator_collect")
        & role.shift(-1).is_in(["conj", "punct"])
        & (value.shift(-2) == "budget_expenditure")
    )
    # "90,7% dân số có thẻ bảo hiểm y tế" is not about the population
    of_population = (
        (value == "population")
        & (role.shift(1) == "quantity")
        & (pl.col("pos") - pl.col("end").shift(1) <= 2)
    )
    meant = (
        pl.when(pairs)
        .then(pl.lit("state_budget_revenue"))
        .when(collects & in_sentence)
        .then(last_of(_REVENUE, value))
        .when(collects)
        .then(first_revenue)
        .when(part_of_spending)
        .then(pl.lit("investment_expenditure"))
        .when(visits)
        .then(pl.lit("tourist_arrivals"))
        .when(invests)
        .then(pl.lit("public_investment_disbursement"))
        .when(spends)
        .then(pl.lit("budget_expenditure"))
        .when(sells & turnover.str.starts_with("touris"))
        .then(pl.lit("tourism_revenue"))
        .when(sells)
        .then(pl.lit("trade_services_revenue"))
    )
    short = role.is_in(
        [
            "indicator_collect",
            "indicator_spend",
            "indicator_turnover",
            "indicator_disburse",
            "indicator_visit",
            "indicator_invest",
        ]
    )
    return (
        stream.with_columns(meant=meant)
        .with_columns(
            role=pl.when(of_population)
            .then(pl.lit("filler"))
            .when(short & pl.col("meant").is_not_null())
            .then(pl.lit("indicator_strong"))
            .when(role == "indicator_turnover")
            .then(pl.lit("indicator_other"))
            .when(short)
            .then(pl.lit("filler"))
            .otherwise(role),
            value=pl.when(short & pl.col("meant").is_not_null())
            .then("meant")
            .when(role == "indicator_turnover")
            .then(pl.lit(""))
            .otherwise(value),
        )
        .drop("meant")
    )
