"""Short forms: "thu", "chi", "doanh thu" and "giải ngân" stand for the fuller phrase before them, or for nothing.

Not here: the order in which phrases are settled (`context`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from dagster_project.extraction.mentions.nearby import (
    FAR,
    at,
    beside,
    first_behind,
    last_before,
    rows_where,
)
from dagster_project.extraction.surroundings.branches import rewritten

_REVENUE = ("state_budget_revenue", "fixed_budget_revenue", "land_revenue", "tax_revenue")
_BUDGET = (*_REVENUE, "budget_expenditure", "investment_expenditure")
_INVESTMENT = ("public_investment_disbursement", "investment_expenditure")
_TURNOVER = ("tourism_revenue", "tourist_arrivals", "trade_services_revenue", "gross_output_trade_services")
_TOPICS = ("topic", "place_none")  # "Chi cục Thuế quận" is a body that speaks of one thing
_NAMED = ("indicator_strong", "indicator_sector")
_KNOWN = (*_NAMED, *_TOPICS)
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
_SECTION_LINES = 2  # from the lines on revenue to "Về chi, ..."
_SHORT_WAY_BYTES = 60  # from a bare "thu" to its figure


def resolve_short_forms(stream: pl.DataFrame) -> pl.DataFrame:
    role, value = pl.col("role"), pl.col("value")
    forms = stream.filter(role.is_in(_SHORT_FORMS)).select(
        "row", "role", "value", "document", "line", "pos", "end"
    )
    if not forms.is_empty():
        stream = rewritten(stream, _settled_forms(stream, forms))
    # "90,7% dân số có thẻ bảo hiểm y tế" is not about the population
    people = stream.filter((role == "indicator_strong") & (value == "population")).select("row", "pos")
    people = people.with_columns(**beside(stream, people["row"], -1, role_before="role", end_before="end"))
    of_population = (pl.col("role_before") == "quantity") & (pl.col("pos") - pl.col("end_before") <= 2)
    return rewritten(stream, people.filter(of_population).select("row", role=pl.lit("filler")))


@dataclass(frozen=True)
class _Around:
    """The stream seen from the short forms: what is spoken of before them and behind them."""

    stream: pl.DataFrame
    forms: pl.DataFrame

    @cached_property
    def rows(self) -> pl.Series:
        return self.forms["row"]

    @cached_property
    def known(self) -> pl.DataFrame:
        """What is named: indicators, sectors and topics."""
        role = pl.col("role")
        named = role.is_in(_KNOWN) & ((role != "place_none") | (pl.col("value") != ""))
        return self.stream.filter(named).select("row", "role", "value", "document", "line")

    @cached_property
    def named(self) -> pl.DataFrame:
        """The same without mere topics."""
        return self.known.filter(~pl.col("role").is_in(list(_TOPICS)))

    @cached_property
    def last_sentence(self) -> pl.Series:
        return last_before(self.rows, self.where(pl.col("role") == "sentence"))

    @cached_property
    def next_sentence(self) -> pl.Series:
        return first_behind(self.rows, self.where(pl.col("role") == "sentence")).fill_null(FAR)

    def where(self, condition: pl.Expr) -> pl.Series:
        return rows_where(self.stream, condition)

    def family(self, *values: str) -> pl.DataFrame:
        return self.known.filter(pl.col("value").is_in(list(values)))

    def last_of(self, marked: pl.Series, column: str) -> pl.Series:
        return at(self.stream[column], last_before(self.rows, marked))

    def in_sentence(self, marked: pl.Series) -> pl.Series:
        """Whether one of them stands before the form in its sentence."""
        return (last_before(self.rows, marked) > self.last_sentence).fill_null(False)

    def ahead_in_sentence(self, marked: pl.Series) -> pl.Series:
        """Whether one of them stands behind the form in its sentence."""
        return (first_behind(self.rows, marked) < self.next_sentence).fill_null(False)


def _settled_forms(stream: pl.DataFrame, forms: pl.DataFrame) -> pl.DataFrame:
    """row, role, value: what the short forms stand for."""
    role = pl.col("role")
    around = _Around(stream, forms)
    forms = forms.with_columns(
        **_of_ways(around),
        **_of_revenue(around),
        **_of_spending(around),
        **_of_disbursement(around),
        **_of_visits_and_coverage(around),
    ).join(
        around.family(*_REVENUE).group_by("document").agg(first_revenue=pl.col("value").first()),
        on="document",
        how="left",
        maintain_order="left",
    )
    bare = pl.col("meant").is_null()
    return forms.with_columns(meant=_meant()).select(
        "row",
        role=pl.when(~bare)
        .then(pl.lit("indicator_strong"))
        .when(role == "indicator_turnover")
        .then(pl.lit("indicator_other"))
        .otherwise(pl.lit("filler")),
        value=pl.when(bare & (role == "indicator_turnover"))
        .then(pl.lit(""))
        .otherwise(pl.coalesce("meant", at(stream["value"], around.rows))),
    )


def _of_ways(around: _Around) -> dict[str, pl.Series]:
    """short_way: no other indicator stands before the figure behind, and it is near; whole: "tổng thu", no bare "thu";
    role_behind, second_value: of the next two rows."""
    stream, rows, role = around.stream, around.rows, pl.col("role")
    quantity = first_behind(rows, around.where(role == "quantity"))
    stop = first_behind(rows + 1, around.where((role == "sentence") | role.cat.starts_with("indicator_")))
    near = at(stream["pos"], quantity) - around.forms["end"] <= _SHORT_WAY_BYTES
    return {
        **beside(stream, rows, 1, role_behind="role"),
        **beside(stream, rows, 2, second_value="value"),
        "short_way": (quantity < stop.fill_null(FAR)) & near,
        "whole": around.forms["end"] - around.forms["pos"] >= _WHOLE_BYTES,
    }


def _of_revenue(around: _Around) -> dict[str, pl.Series]:
    """revenue_document, revenue_value: of the last revenue named, revenue_in_sentence; of_another: another thing heads
    the clause."""
    revenue, role = around.family(*_REVENUE)["row"], pl.col("role")
    others, breaks = (role == "indicator_other"), role.is_in(["punct", "sentence", "conj"])
    return {
        "revenue_document": around.last_of(revenue, "document"),
        "revenue_value": around.last_of(revenue, "value"),
        "revenue_in_sentence": around.in_sentence(revenue),
        "of_another": last_before(around.rows, around.where(others))
        > last_before(around.rows, around.where(breaks)),
    }


def _of_spending(around: _Around) -> dict[str, pl.Series]:
    """budget_line, spending_line: where the budget, and spending, were named last; of_spending: what is spent of it;
    about_spending: "Về chi, ..." opens the line, and the lines before it were about the budget."""
    role, value = pl.col("role"), pl.col("value")
    collected = role == "indicator_collect"
    budget = around.where(collected | (role.is_in(_NAMED) & value.is_in(list(_BUDGET))))
    spending = around.family("budget_expenditure")["row"]
    # "chi ngân sách ..., trong đó đầu tư phát triển ..."
    last_named = around.last_of(around.named["row"], "value") == "budget_expenditure"
    spent = around.rows.filter(around.forms["role"] == "indicator_spend")
    opening = at(around.stream["role"], spent - 1).eq("filler") & at(around.stream["opens_line"], spent - 2)
    about = last_before(around.rows + 1, spent.filter(opening.fill_null(False)))
    in_line = at(around.stream["line"], about).eq(around.forms["line"])
    near = around.forms["line"] - around.last_of(budget, "line") <= _SECTION_LINES
    same = around.last_of(budget, "document").eq(around.forms["document"])
    # "bố trí 1.100 tỷ đồng cho đầu tư xây dựng cơ bản, chiếm 46% tổng chi ngân sách"
    return {
        "budget_line": around.last_of(budget, "line"),
        "spending_line": around.last_of(spending, "line"),
        "about_spending": (in_line & near & same).fill_null(False),
        "of_spending": (last_named & around.in_sentence(spending)) | around.ahead_in_sentence(spending),
    }


def _of_disbursement(around: _Around) -> dict[str, pl.Series]:
    """of_works: of public works; of_loan: what a lender gives out; investment_document, of_others: where investment
    was named last, and whether loans or single projects were named in the article."""
    stream, rows, forms = around.stream, around.rows, around.forms
    role, says = pl.col("role"), pl.col("measure")
    works = around.where((role == "indicator_invest") | says.eq_missing(pl.lit("works")))
    loans = around.where(says.eq_missing(pl.lit("loan")))
    lenders = around.where((role == "place_other") & (pl.col("value") == "company"))
    projects = around.where((role == "place_prefix") & (pl.col("value") == "project"))
    others = last_before(rows, pl.concat([loans, projects]).sort())
    # "vốn đầu tư xây dựng giải ngân được 320 tỷ đồng", "giải ngân 57% kế hoạch vốn đầu tư công"
    behind = first_behind(rows, around.family(*_INVESTMENT)["row"])
    near = at(stream["line"], behind).eq(forms["line"]) & (behind - rows <= _WORKS_ROWS)
    return {
        "of_works": around.in_sentence(works) | near.fill_null(False),
        "of_loan": around.in_sentence(loans) | around.ahead_in_sentence(loans) | around.in_sentence(lenders),
        "of_others": at(stream["document"], others).eq(forms["document"]),
        "investment_document": around.last_of(around.family(*_INVESTMENT, *_BUDGET)["row"], "document"),
    }


def _of_visits_and_coverage(around: _Around) -> dict[str, pl.Series]:
    """turnover, turnover_line: what was sold last; tourism: the article speaks of visits, as passengers and customers
    are "lượt khách" too; covered: health insurance is spoken of."""
    role, value = pl.col("role"), pl.col("value")
    turnover = around.family(*_TURNOVER)["row"]
    visited = around.family("tourist_arrivals", "tourism_revenue")["document"].unique()
    insured = around.where((value == _COVERAGE) & (role != "indicator_cover") | (role == "indicator_other"))
    in_line = around.last_of(insured, "line") == around.forms["line"]
    return {
        "turnover": around.last_of(turnover, "value"),
        "turnover_line": around.last_of(turnover, "line"),
        "tourism": around.forms["document"].is_in(visited.implode()),
        "covered": (around.last_of(insured, "value") == _COVERAGE) & in_line,
    }


def _meant() -> pl.Expr:
    """The indicator that a short form stands for, null for none."""
    role, line = pl.col("role"), pl.col("line")
    collect = role == "indicator_collect"
    collects = (
        collect
        & pl.col("short_way")
        & ~pl.col("of_another").fill_null(False)
        & (pl.col("revenue_document") == pl.col("document"))
    )
    sells = (role == "indicator_turnover") & (pl.col("turnover_line") == line)
    # "thu và chi ngân sách ... lần lượt": the first half of a pair
    pairs = (
        collect
        & pl.col("role_behind").is_in(["conj", "punct"])
        & (pl.col("second_value") == "budget_expenditure")
    )
    disburses = ~pl.col("of_loan") & (
        (pl.col("investment_document") == pl.col("document"))
        | pl.col("of_works")
        | ~pl.col("of_others").fill_null(False)
    )
    return (
        pl.when(pairs)
        .then(pl.lit("state_budget_revenue"))
        # what the sentence speaks of, else what the article began with
        .when(collects & pl.col("revenue_in_sentence"))
        .then("revenue_value")
        .when(collects)
        .then("first_revenue")
        # "thu - chi ngân sách: tổng thu đạt ...; tổng chi đạt ..."
        .when(collect & pl.col("short_way") & (pl.col("spending_line") == line) & pl.col("whole"))
        .then(pl.lit("state_budget_revenue"))
        .when((role == "indicator_invest") & pl.col("of_spending"))
        .then(pl.lit("investment_expenditure"))
        .when((role == "indicator_cover") & pl.col("covered"))
        .then(pl.lit(_COVERAGE))
        .when((role == "indicator_visit") & pl.col("tourism"))
        .then(pl.lit("tourist_arrivals"))
        .when((role == "indicator_disburse") & disburses)
        .then(pl.lit("public_investment_disbursement"))
        .when(
            (role == "indicator_spend")
            & pl.col("short_way")
            & ((pl.col("budget_line") == line) | pl.col("about_spending"))
        )
        .then(pl.lit("budget_expenditure"))
        # "doanh thu thương mại đạt ...; dịch vụ lưu trú, du lịch đạt ..." names what is sold itself
        .when(sells & (pl.col("turnover").str.starts_with("touris") | (pl.col("value") == "tourism_revenue")))
        .then(pl.lit("tourism_revenue"))
        .when(sells)
        .then(pl.lit("trade_services_revenue"))
    )
