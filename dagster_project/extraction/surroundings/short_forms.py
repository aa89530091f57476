"""Short forms: "thu", "chi", "doanh thu" and "giải ngân" stand for the fuller phrase before them, or for nothing.

Not here: the order in which phrases are settled (`context`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import FAR, at, beside, first_behind, last_before
from dagster_project.extraction.surroundings.branches import rewritten

_REVENUE = ("state_budget_revenue", "fixed_budget_revenue", "land_revenue", "tax_revenue")
_BUDGET = (*_REVENUE, "budget_expenditure", "investment_expenditure")
_INVESTMENT = ("public_investment_disbursement", "investment_expenditure")
_TURNOVER = ("tourism_revenue", "tourist_arrivals", "trade_services_revenue", "gross_output_trade_services")
_TOPICS = ("topic", "place_none")  # "Chi cục Thuế quận" is a body that speaks of one thing
_KNOWN = ("indicator_strong", "indicator_sector", *_TOPICS)
_SHORT_FORMS = (
    "indicator_collect",
    "indicator_spend",
    "indicator_turnover",
    "indicator_disburse",
    "indicator_visit",
    "indicator_invest",
    "indicator_cover",
)
_COVERAGE = "health_insurance_coverage"
_WHOLE_BYTES = len("tổng thu".encode())
_WORKS_ROWS = 9  # from "giải ngân" to the works whose plan its figure is of
_SHORT_WAY_BYTES = 60  # from a bare "thu" to its figure


def resolve_short_forms(stream: pl.DataFrame) -> pl.DataFrame:
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
    known = named.filter(role.is_in(_KNOWN) & ((role != "place_none") | (value != "")))
    rows = forms["row"]

    def rows_of(*roles: str) -> pl.Series:
        return stream["row"].filter(stream["role"].is_in(list(roles)))

    def last_of(marks: pl.DataFrame, column: str) -> pl.Series:
        return at(stream[column], last_before(rows, marks["row"]))

    def family(values: tuple[str, ...]) -> pl.DataFrame:
        return known.filter(value.is_in(list(values)))

    revenue = family(_REVENUE)
    budget = named.filter(~role.is_in(list(_TOPICS)) & value.is_in(list(_BUDGET)))
    spending = known.filter(value == "budget_expenditure")
    works = stream.filter((role == "indicator_invest") | pl.col("measure").eq_missing(pl.lit("works")))["row"]
    loans = stream.filter(pl.col("measure").eq_missing(pl.lit("loan")))["row"]
    lenders = stream.filter((role == "place_other") & (value == "company"))["row"]
    projects = stream.filter((role == "place_prefix") & (value == "project"))["row"]
    investment = family((*_INVESTMENT, *_BUDGET))
    works_behind = first_behind(rows, family(_INVESTMENT)["row"])
    spending_behind = first_behind(rows, spending["row"])
    insured = stream.filter((value == _COVERAGE) & (role != "indicator_cover") | (role == "indicator_other"))
    last_sentence = last_before(rows, rows_of("sentence"))
    next_sentence = first_behind(rows, rows_of("sentence"))
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
        # "Tỷ lệ bao phủ đến nay là 96,2%", where health insurance is spoken of
        covered=(last_of(insured, "value") == _COVERAGE) & (last_of(insured, "line") == forms["line"]),
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
        investment_document=last_of(investment, "document"),
        # "Ngân hàng ... giải ngân 57 tỷ đồng": what a lender gives out; "dự án ... giải ngân": or one project
        of_loan=(last_before(rows, loans) > last_sentence).fill_null(False)
        | (first_behind(rows, loans) < next_sentence.fill_null(FAR)).fill_null(False)
        | (last_before(rows, lenders) > last_sentence).fill_null(False),
        of_others=at(stream["document"], last_before(rows, pl.concat([loans, projects]).sort())).eq(
            forms["document"]
        ),
        # passengers and customers are "lượt khách" too: only an article that speaks of visits counts visitors
        tourism=forms["document"].is_in(
            family(("tourist_arrivals", "tourism_revenue"))["document"].unique().implode()
        ),
        turnover=last_of(family(_TURNOVER), "value"),
        turnover_line=last_of(family(_TURNOVER), "line"),
        # "chi ngân sách ..., trong đó đầu tư phát triển ..."
        # "bố trí 1.100 tỷ đồng cho đầu tư xây dựng cơ bản, chiếm 46% tổng chi ngân sách"
        of_spending=(
            (last_of(known.filter(~role.is_in(list(_TOPICS))), "value") == "budget_expenditure")
            & (last_before(rows, spending["row"]) > last_sentence)
        )
        | (spending_behind < next_sentence.fill_null(FAR)).fill_null(False),
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
        .when((role == "indicator_cover") & pl.col("covered"))
        .then(pl.lit(_COVERAGE))
        .when((role == "indicator_visit") & pl.col("tourism"))
        .then(pl.lit("tourist_arrivals"))
        .when(
            (role == "indicator_disburse")
            & ~pl.col("of_loan")
            & (
                (pl.col("investment_document") == pl.col("document"))
                | pl.col("of_works")
                | ~pl.col("of_others").fill_null(False)
            )
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
