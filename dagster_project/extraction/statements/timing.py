"""Time: which period governs a quantity.

Not here: the grammar of periods (`periods`), which of them can govern at all (`governing`), what an article reports on
as a whole (`dating`), nor what is a result or a plan (`status`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR, at, beside, last_before, rows_where
from dagster_project.extraction.mentions.periods import resolve
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.carried import (
    is_base_itself,
    is_behind_topic,
    is_told_later,
    overshoots,
    strays,
    with_sums,
)
from dagster_project.extraction.statements.notes import is_sourced
from dagster_project.extraction.statements.starts import levels_left, of_founding
from dagster_project.extraction.statements.sums import since_new_year, with_months
from dagster_project.extraction.statements.terms import says_average, with_named_spans
from dagster_project.extraction.surroundings import runs
from dagster_project.extraction.surroundings.figures import OPENS_LINE

_PREPOSITION = "(?:trong |vào |của |ở |hồi |tính |cuối |đến cuối |tại |thời điểm )"
_ADJACENT = fold_pattern(
    rf"^ ?\(?{_PREPOSITION}{{0,2}}(?:cả năm|năm|quý|tháng|đến|giai đoạn|nhiệm kỳ|đầu nhiệm kỳ|[0-9]{{1,2}} tháng|6|9) ?"
)
_UP_TO_PERIOD = fold_pattern(rf"^ ?\(?{_PREPOSITION}$")  # "1.115 tỷ đồng của | 9 tháng năm 2021"
_ON_TO_YEAR = fold_pattern("^ (?:thì |và )?đến năm ")
_UNTIL = fold_pattern(r"(?:hết|cuối) năm$|^(?:đến|tới|hết) [^0-9]*[0-9]+[-/.]")
_SPRING_ENDS = 6  # until then the year before is the one that is past
_SAID_BEHIND = "^ ?: "


def period_rows(
    stream: pl.DataFrame, period_spans: pl.DataFrame, lines: pl.DataFrame, dates: pl.DataFrame
) -> pl.DataFrame:
    """The periods of the stream with their dates, by row.

    Returns row, document, governs, heads (its sentence, but for a topic), first_in_line, until ("đến hết năm"), form,
    role_of_line, line_in_document, period_start, period_end. A year that is not written is the one that the article's
    date implies.
    """
    rows = (
        stream.filter(pl.col("role") == "period")
        .select("row", "line", "governs", "period_item", "said_with_of", "near_head")
        .join(
            period_spans.with_columns(behind_topic=is_behind_topic()).drop(
                "line", "start", "end", "before", "after"
            ),
            on="period_item",
            how="left",
        )
        .join(lines.select("line", "document", "role_of_line", "line_in_document"), on="line", how="left")
        .join(dates, on="document", how="left")
        .sort("row")
    )
    rows = rows.with_columns(
        **beside(stream, rows["row"], 1, value_behind="value", role_behind="role"),
        contrasted=(at(stream["value"], rows["row"] - 1) == "contrast").fill_null(False),
        is_aimed_at=_aimed_at(stream, rows["row"]),
    )
    dated = pl.col("dated_on")
    last_month = (
        pl.when(pl.col("form").is_in(["months", "half"]))
        .then(pl.when(pl.col("part") == "last").then(12).otherwise(pl.col("count").fill_null(6)))
        .when(pl.col("form") == "quarters")
        .then(pl.col("count") * 3)
        .when(pl.col("form").is_in(["quarter", "up_to_quarter"]))
        .then(pl.col("count") * 3)
        .otherwise(pl.col("month"))
    )
    # in February "9 tháng" and "tháng 12" are the past year's; in March "quý II" is to come, as is what is aimed at
    backwards = (
        (last_month > dated.dt.month() + pl.when(pl.col("form") == "quarter").then(3).otherwise(2))
        & (dated.dt.month() <= 3)
        & ~pl.col("is_aimed_at")
        & (pl.col("part") != "last").fill_null(True)
    )
    year_end_report = (
        (pl.col("form") == "year")
        & (dated.dt.month() <= 2)
        & (pl.col("relative") == "past").fill_null(
            pl.col("text").str.contains(fold_pattern("(?:cả|hết|trong|cuối) năm$"))
        )
    )
    # in April, too, "năm vừa qua" is the year before
    year_end_report |= (
        (pl.col("form") == "year") & (pl.col("relative") == "past") & (dated.dt.month() <= _SPRING_ENDS)
    ).fill_null(False)
    shift = (
        pl.when(pl.col("form").is_in(["term", "term_start", "term_end", "five_years"]))
        .then(0)
        .when(pl.col("relative") == "next")
        .then(1)
        .when(pl.col("relative") == "previous")
        .then(-1)
        .when(backwards.fill_null(False) | year_end_report.fill_null(False))
        .then(-1)
        .otherwise(0)
    )
    # "năm 2024 ... phấn đấu đến cuối năm còn 20 hộ nghèo": the end of the year that the plan is for
    planned_for = pl.when("governs").then("year").forward_fill().over("line")
    of_plan = pl.col("is_aimed_at") & (planned_for > pl.col("document_year")) & pl.col("relative").is_null()
    implied_year = pl.when(of_plan).then(planned_for).otherwise(pl.col("document_year") + shift)
    return (
        with_named_spans(with_sums(_resolved(rows.with_columns(implied_year=implied_year))))
        .with_columns(
            heads=pl.col("near_head") | pl.col("behind_topic"),
            until=pl.col("text").str.contains(_UNTIL),
            first_in_line=(pl.col("line") != pl.col("line").shift(1)).fill_null(True),
            governs=pl.col("governs")
            & pl.col("period_start").is_not_null()
            # "so với 1.115 tỷ đồng của 9 tháng năm ngoái", "Năm ngoái, quận thu ...", "năm trước đó là 842 tỷ đồng",
            # "..., trong khi năm ngoái chỉ tăng 2,9%"
            & (
                (pl.col("relative") != "previous").fill_null(True)
                | pl.col("said_with_of")
                | pl.col("near_head")
                | pl.col("contrasted")
                | ((pl.col("value_behind") == "at") | (pl.col("role_behind") == "carry")).fill_null(False)
            ),
        )
        .drop("value_behind", "role_behind", "contrasted", "behind_topic")
    )


def _aimed_at(stream: pl.DataFrame, rows: pl.Series) -> pl.Series:
    """Of periods: a target is set before them ("phấn đấu thu 190 tỷ đồng, lũy kế 6 tháng 436 tỷ đồng")."""
    marks = rows_where(stream, (pl.col("role") == "sentence") | (pl.col("value") == "target"))
    return at(stream["value"], last_before(rows, marks)).eq("target").fill_null(False)


def _resolved(rows: pl.DataFrame) -> pl.DataFrame:
    """Adds period_start and period_end: the same words imply the same dates, so each is worked out once."""
    known = rows.unique(["text", "implied_year"]).with_columns(**resolve(pl.col("implied_year")))
    return rows.join(
        known.select("text", "implied_year", "period_start", "period_end"),
        on=["text", "implied_year"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )


def with_periods(quantities: pl.DataFrame, stream: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Adds period_start, period_end, period_from, period_of_sum to quantities that have their neighbours, document and
    defaults."""
    quantities = _with_words_behind(_with_own_periods(quantities, stream), stream).rechunk()
    quantities = quantities.with_columns(
        answer_period=runs.answered(quantities, stream, pl.col("governs"), "last_period", "period")["answer"]
    )
    # "21/21 chỉ tiêu năm 2023" is one ratio
    ratio = (pl.col("part") == "numerator") & (pl.col("part").shift(-1) == "denominator")
    beside = pl.when(ratio.fill_null(False)).then(_adjacent().shift(-1)).otherwise(_adjacent())
    adjacent, behind, of_base = beside, _same_clause_behind(), _of_base()
    in_sentence = (pl.col("last_period") > pl.col("last_sentence")) & ~pl.col("period_is_over")
    in_clause = pl.max_horizontal("last_break", "last_sentence")
    how = (
        pl.when(adjacent | behind | of_base | (pl.col("last_period") > in_clause))
        .then(pl.lit("clause"))
        .when(in_sentence)
        .then(pl.lit("sentence"))
        .otherwise(pl.lit("paragraph"))
    )
    chosen = _chosen_period(in_sentence, adjacent, behind, of_base)
    found = rows.select(
        period_row="row",
        period_document="document",
        period_heads="heads",
        period_until="until",
        period_of_sum="of_sum",
        found_start="period_start",
        found_end="period_end",
        found_text="text",
    )
    return (
        with_planned(quantities, period_row=chosen, period_how=how)
        .join(found, on="period_row", how="left", maintain_order="left")
        .with_columns(
            own=pl.col("found_start").is_not_null()
            & (pl.col("period_document") == pl.col("document"))
            & ~overshoots()
            & ~strays()
            & ~is_base_itself()
        )
        .with_columns(
            # whoever lived there when the district was founded did so in that year
            found_start=pl.when(pl.col("period_row") == pl.col("last_day"))
            .then(pl.col("found_start").dt.truncate("1y"))
            .otherwise("found_start"),
            found_end=pl.when(pl.col("period_row") == pl.col("last_day"))
            .then(pl.date(pl.col("found_end").dt.year(), 12, 31))
            .otherwise("found_end"),
        )
        .with_columns(
            # "kỷ niệm 20 năm thành lập (2003-2023): ... tăng bình quân 15%/năm"
            period_start=pl.when("own")
            .then("found_start")
            .when(says_average() & (pl.col("since") < pl.col("default_start")))
            .then("since")
            .when(is_told_later())
            .then(pl.date(pl.col("dated_on").dt.year(), 1, 1))
            .otherwise("default_start"),
            period_end=pl.when("own")
            .then("found_end")
            .when(is_told_later())
            .then(pl.date(pl.col("dated_on").dt.year(), 12, 31))
            .otherwise("default_end"),
            period_from=pl.when("own").then("period_how").otherwise(pl.lit("article")),
        )
        .pipe(with_planned, *levels_left(adjacent | pl.col("answer_period").is_not_null()))
        .pipe(with_months, rows)
        .with_columns(since_new_year())
    )


def _with_own_periods(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """Without periods of another article: nothing ends the reach of those of prose, headings and spans."""
    first_line = quantities["line"] - quantities["line_in_document"]
    names = ("last_prose_period", "last_heading_period", "last_span_period")
    own = {name: (at(stream["line"], quantities[name]) >= first_line).fill_null(False) for name in names}
    return quantities.with_columns(pl.when(pl.lit(own[name])).then(name).alias(name) for name in names)


def _with_words_behind(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """behind_role, behind_start: of the mention behind the figure; next_period_pos, next_period_closes (a parenthesis
    ends with it); next_period_aimed, heads_span; before_previous: the period before the figure before; base_row: that
    of "so với năm 2020 (...)"; period_is_over."""
    row, role = quantities["row"], stream["role"]
    is_of_base = (at(role, row - 2) == "period") & (at(role, row - 3) == "versus")
    # "trong khi quý I/2020 chỉ là 151; số hộ đăng ký mới ...": behind the semicolon it is over
    aside = at(stream["aside"], quantities["last_outer_period"])
    over = aside & (quantities["last_semicolon"] > quantities["last_outer_period"])
    return quantities.with_columns(
        behind_role=at(role, row + 1),
        behind_start=at(stream["pos"], row + 1),
        next_period_pos=at(stream["pos"], quantities["next_period"]),
        next_period_aimed=at(stream["value"], quantities["next_period"] - 1) == "target",
        heads_span=_heads_span(quantities, stream),
        next_period_closes=at(stream["value"], quantities["next_period"] + 1) == ")",
        last_period_form=at(stream["value"], quantities["last_period"]),
        of_part=at(stream["value"], quantities["last_among"]) == "part",
        last_carried_line=at(stream["line"], quantities["last_carried_period"]),
        next_period_of_census=at(stream["value"], quantities["next_period"] - 1) == "population",
        before_previous=pl.col("last_period").shift(1),
        base_row=pl.when(is_of_base).then(pl.col("row") - 2),
        period_is_over=over.fill_null(False),
    )


def _heads_span(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.Series:
    """Of a figure in a heading: the paragraph right below begins with a span of years."""
    following = quantities["next_period"]
    begins = (
        (quantities["role_of_line"] == "heading")
        & (at(stream["line"], following) == quantities["line"] + 1)
        & at(stream["near_head"], following)
        & at(stream["value"], following).is_in(["range", "span", "term", "five_years"])
    )
    return begins.fill_null(False)


def _adjacent() -> pl.Expr:
    """The period follows right behind the figure: "1.115 tỷ đồng năm 2021", "(2021)"."""
    bare_year = pl.col("tail").str.contains(r"^ ?\($")
    # the text behind a figure ends at the next digit: that of the period
    cut_at_period = pl.col("tail").str.contains(_UP_TO_PERIOD) & (
        pl.col("next_period_pos") == pl.col("end") + pl.col("tail").str.len_bytes()
    )
    # "năm 2014 là 80.840 người đến năm 2021 giảm 985 người": the year ahead is the figure's
    dated = pl.col("tail").str.contains(_ON_TO_YEAR) & (
        pl.col("last_period") > pl.max_horizontal("last_quantity", "last_break", "last_sentence").fill_null(0)
    )
    return is_sourced() | (
        ~dated.fill_null(False)
        & (pl.col("next_period") <= pl.col("row") + 2)
        & (pl.col("tail").str.contains(_ADJACENT) | bare_year | cut_at_period)
        & (~pl.col("tail").str.contains(r"^ ?\(") | pl.col("next_period_closes").fill_null(False))
    )


def _same_clause_behind() -> pl.Expr:
    following = pl.col("next_period")
    before_next = following < pl.col("next_quantity").fill_null(FAR)
    # "- 1.236 tỷ đồng: vốn đầu tư công giải ngân tính tới ngày 20/12, ...": what stands behind the colon is said of it
    heads_line = pl.col("before").str.contains(OPENS_LINE) & pl.col("tail").str.contains(_SAID_BEHIND)
    # "đạt 371 tỷ đồng và phấn đấu năm 2018 đạt 450 tỷ đồng": of what is aimed at
    of_next = pl.col("next_period_aimed") & (pl.col("next_quantity") < pl.col("next_sentence").fill_null(FAR))
    in_clause = before_next & (following < pl.col("next_break").fill_null(FAR)) & ~of_next.fill_null(False)
    return in_clause | (heads_line & before_next & (following < pl.col("next_sentence").fill_null(FAR)))


def _of_base() -> pl.Expr:
    """ "tăng 8 triệu đồng so với năm 2020 (54,2 triệu đồng)" """
    return pl.col("inside") & (pl.col("last_open") == pl.col("row") - 1) & pl.col("base_row").is_not_null()


def _to_level() -> pl.Expr:
    """ "từ 38 trường năm 2015 lên 66 trường": the period behind the first is the first one's."""
    arrives = (
        (pl.col("last_cue_value") == "to")
        & (pl.col("last_cue") > pl.col("last_quantity"))
        & ~(pl.col("last_semicolon") > pl.col("last_quantity")).fill_null(False)
    )
    return (
        arrives
        & (pl.col("last_period") == pl.col("last_quantity") + 1)
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & pl.col("tail").shift(1).str.contains(_ADJACENT)
    )


def _chosen_period(in_sentence: pl.Expr, adjacent: pl.Expr, behind: pl.Expr, of_base: pl.Expr) -> pl.Expr:
    """The row of the period that governs the figure, null for the article's own; the first rule that holds."""
    outer_in_sentence = (pl.col("last_outer_period") > pl.col("last_sentence")) & ~pl.col("period_is_over")
    # "Đến nay, 30 xã ...": no matter which year the sentence before was about
    of_now = pl.col("last_now") > pl.max_horizontal("last_sentence", "last_period")
    # "Trong 20 chỉ tiêu của nhiệm kỳ 2020-2025, đến nay đã có 12 chỉ tiêu vượt"
    of_term = (pl.col("dimension") == "target") & (pl.col("last_span_period") > pl.col("last_sentence"))
    of_now &= ~of_term.fill_null(False)
    # "hiện còn 189 hộ cận nghèo, chiếm 0,38%"
    now_near = (pl.col("last_now") > pl.col("last_quantity")) | (
        (pl.col("dimension") == "percent") & (pl.col("last_now") > pl.col("last_quantity").shift(1))
    )
    # "Trong đó, 6 chỉ tiêu vượt", "Trong tổng số này, ..." opens a line: of those in the line above
    goes_on = (
        (
            (pl.col("dimension") == "target")
            | (pl.col("of_part") & (pl.col("last_sentence") == pl.col("last_line_start")))
        )
        & (pl.col("last_among") == pl.col("last_line_start") + 1)
        & (pl.col("last_carried_line") + 1 == pl.col("line"))
    )
    in_line = (
        (pl.col("last_carried_period") > pl.col("last_line_start")) | goes_on.fill_null(False)
    ) & ~of_now.fill_null(False)
    to_level = _to_level()
    # "tổng giá trị sản xuất năm 2020 đạt 14.000 tỷ đồng; tốc độ tăng bình quân 11,7%": of the years spoken of before
    averaged_elsewhere = (
        says_average()
        & (pl.col("last_span_period") < pl.col("last_period"))
        & (pl.max_horizontal("last_semicolon", "last_sentence") > pl.col("last_period"))
        # "các chỉ tiêu đến năm 2025: ...; thu ngân sách tăng bình quân 10%/năm": until then
        & (pl.col("last_period_form") != "up_to_year")
    ).fill_null(False)
    return (
        pl.when(of_now & in_sentence & now_near)
        .then(None)
        .when(pl.col("answer_period").is_not_null())
        .then("answer_period")
        .when(adjacent)
        .then("next_period")
        .when(of_founding())
        .then("last_day")
        .when(to_level & (pl.col("before_previous") > pl.col("last_sentence")))
        .then("before_previous")
        .when(to_level)
        .then(None)
        .when(of_base)
        .then("base_row")
        .when(pl.col("inside") & in_sentence)
        .then("last_period")
        # "với dân số (năm 2016) là 179.889 người"
        .when(
            (pl.col("last_period") == pl.col("last_outer_indicator") + 2)
            & (pl.col("last_quantity") < pl.col("last_outer_indicator")).fill_null(True)
            & in_sentence
        )
        .then("last_period")
        .when(outer_in_sentence & ~averaged_elsewhere)
        .then("last_outer_period")
        .when(behind)
        .then("next_period")
        .when(in_line & ~averaged_elsewhere)
        .then("last_carried_period")
        # "17/18 chỉ tiêu đạt và vượt", above a paragraph that begins with "Trong 5 năm qua"
        .when(pl.col("heads_span"))
        .then("next_period")
        .when(pl.col("role_of_line").is_in(["list_item", "table_row"]))
        .then("last_prose_period")
        # "Nhiệm vụ năm 2024", over the lines of its section
        .when(pl.col("last_heading_period") > pl.col("last_heading"))
        .then("last_heading_period")
        .when(says_average())
        .then("last_span_period")
    )
