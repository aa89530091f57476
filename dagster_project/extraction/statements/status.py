"""Status: whether a figure is a result, an estimate, a forecast or a target.

How far a status word ("ước", "phấn đấu") reaches depends on the indicator that the figure was bound to. Not here: which
period governs the figure (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR, at, last_before, rows_where
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.aims import (
    aims_on,
    among_aims,
    measured_by_year_before,
    moved_periods,
    set_for_next_year,
)
from dagster_project.extraction.statements.announced import are_announced
from dagster_project.extraction.statements.terms import is_of_whole_year
from dagster_project.extraction.surroundings.neighbours import INDICATOR_ROLES

_WITHIN_CLAUSE_ROWS = 4  # "số thu ngân sách nhà nước ước thực hiện cả năm", behind its figure
_ENDING_DAYS = 31  # so little of a period is left that it is told of, not planned
_SOMETHING_BYTES = 6  # between "theo kế hoạch" and ", năm 2023" stands nothing that it could be said of
_HAS_DONE = fold_pattern("(?:^|[ ,])đã (?:hoàn thành|đạt|vượt|thu|cấp|giải ngân|giao|đón|có)[^,;.]*$")
_TERM_DAYS = 1400
_LIST_LINES = 15  # below "trong đó:"
_PARTS = ("fixed_budget_revenue", "tax_revenue", "land_revenue", "investment_expenditure", "tourism_revenue")


def is_to_come() -> pl.Expr:
    """The period lies ahead of the article; in January and February the year that has begun is one of plans."""
    new_year = (
        (pl.col("dated_on").dt.month() <= 2)
        & (pl.col("period_start").dt.year() == pl.col("dated_on").dt.year())
        & ((pl.col("period_end") - pl.col("dated_on")).dt.total_days() > 180)
    )
    length = (pl.col("period_end") - pl.col("period_start")).dt.total_days()
    gone = (pl.col("dated_on") - pl.col("period_start")).dt.total_days()
    # in early July "6 tháng cuối năm" has only begun; what counts from January is what has been
    begun = (pl.col("period_start").dt.month() > 1) & (length >= 80) & (gone * 4 < length)
    # in the year of a congress the term that begins with it is one of plans
    begun |= (length >= _TERM_DAYS) & (gone * 5 < length)
    undated = pl.col("dated_on").is_null() & (
        (pl.col("period_start").dt.year() > pl.col("document_year"))
        | ((pl.col("period_start").dt.year() == pl.col("document_year")) & (length >= _TERM_DAYS))
    )
    ahead = pl.col("period_start") > pl.col("dated_on")
    return pl.any_horizontal(ahead, new_year, begun, undated).fill_null(False)


def with_status(quantities: pl.DataFrame, stream: pl.DataFrame, article: pl.DataFrame) -> pl.DataFrame:
    """Adds status, and moves targets that name no year to the year that they are set for, and what stands at one time
    out of a term that is under way.

    quantities: bound, with measure and period, in reading order
    """
    quantities = with_planned(_with_cue(quantities, stream), status=_said_before())
    aimed = (pl.col("status") == "actual") & pl.lit(are_announced(quantities, stream, article))
    quantities = quantities.with_columns(status=pl.when(aimed).then(pl.lit("target")).otherwise("status"))
    quantities = quantities.with_columns(status=_said_behind())
    quantities = quantities.with_columns(status=_taken_over())
    aimed_on = pl.when(aims_on()).then(pl.lit("target"))
    quantities = quantities.with_columns(status=aimed_on.otherwise("status"))
    quantities = quantities.with_columns(status=among_aims(stream, quantities))
    quantities = quantities.with_columns(of_whole_year=is_of_whole_year())
    return quantities.with_columns(
        # "bằng 109% so với năm 2021", aimed at in December 2021
        basis=pl.when(set_for_next_year() & measured_by_year_before())
        .then(pl.lit("previous_year"))
        .otherwise("basis"),
        **moved_periods(),
    )


def _ends_ahead() -> pl.Expr:
    """ "Đến hết năm, giải ngân đạt 95% kế hoạch", said in October: nobody can tell of it yet."""
    left = (pl.col("period_end") - pl.col("dated_on")).dt.total_days() > _ENDING_DAYS
    return (pl.col("own") & pl.col("period_until") & left).fill_null(False)


def _happened() -> pl.Expr:
    """In a year that has begun: "năm 2024, huyện đã hoàn thành 100% chỉ tiêu"; conscripts leave in February."""
    begun = pl.col("period_start") <= pl.col("dated_on")
    recruited = (pl.col("indicator_id") == "military_recruitment_rate") & (pl.col("dated_on").dt.month() > 1)
    told = pl.col("sees_recruits_off").fill_null(False) | pl.col("before").str.contains(_HAS_DONE)
    return (begun & (recruited | told)).fill_null(False)


def _with_cue(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """cue_row: the status word before the figure, outside of parentheses unless the figure stands in one too; and of
    it status_value, _next_role, _previous_role, _next_quantity, _opens (it stands before all that its sentence names).
    estimated_end: when the period of that figure ends; among_line, among_line_after: the line of the "trong đó" before
    the figure, and of the first figure behind that.
    """
    cue = quantities.select(
        cue_row=pl.when("inside").then("last_status").otherwise("last_outer_status")
    ).to_series()
    openings = stream.filter(
        pl.col("role").is_in(["sentence", "quantity", "status", *INDICATOR_ROLES])
    ).select("row", "role", opens=pl.col("role").shift(1) == "sentence")
    opening = openings.filter(pl.col("opens") & (pl.col("role") == "status"))["row"]
    return quantities.with_columns(
        cue_row=cue,
        status_value=at(stream["value"], cue),
        status_next_role=at(stream["role"], cue + 1),
        status_previous_role=at(stream["role"], cue - 1),
        status_next_quantity=at(stream["next_quantity"], cue),
        estimated_end=_end_of(quantities, at(stream["next_quantity"], cue)),
        status_line_role=at(stream["role_of_line"], cue),
        status_next_line_role=at(stream["role_of_line"], at(stream["next_quantity"], cue)),
        status_opens=cue.is_in(opening.implode()),
        period_pos=at(stream["pos"], quantities["period_row"]),
        status_end=at(stream["end"], cue),
        period_opens=at(stream["value"], quantities["period_row"] - 1).eq(",").fill_null(False),
        status_touches=_aside_behind(quantities, stream),
        next_status_value=at(stream["value"], quantities["next_status"]),
        before_next_status=at(stream["role"], quantities["next_status"] - 1),
        among_of_next=_among_of_next(quantities, stream, cue),
        among_line=at(stream["line"], quantities["last_among"]),
        among_line_after=at(stream["line"], at(stream["next_quantity"], quantities["last_among"])),
    )


def _end_of(quantities: pl.DataFrame, rows: pl.Series) -> pl.Series:
    """When the periods of the figures at these rows end."""
    ends = quantities.select("row", "period_end").unique("row", keep="first")
    found = rows.to_frame("row").join(ends, on="row", how="left", maintain_order="left")
    return found["period_end"]


def _apart_from_parts() -> pl.Expr:
    """ "Thu ngân sách ước đạt 900 tỷ đồng, trong đó thu thuế 400 tỷ đồng; chi ngân sách đạt 700 tỷ đồng": behind the
    semicolon another indicator has a verb of its own."""
    own_verb = (pl.col("last_cue") > pl.col("last_semicolon")) & (pl.col("cue") == "reach")
    return ((pl.col("last_semicolon") > pl.col("last_among")) & own_verb & ~_is_part()).fill_null(False)


def _among_of_next(quantities: pl.DataFrame, stream: pl.DataFrame, cue: pl.Series) -> pl.Series:
    """ "Giá trị sản xuất ước đạt 15.220 tỷ đồng; thu ngân sách 1.914 tỷ đồng, trong đó thu tiền sử dụng đất 702 tỷ
    đồng": the parts are those of what stands behind the semicolon, of which nobody said so."""
    among = quantities["last_among"]
    semicolon = last_before(among, rows_where(stream, pl.col("value") == ";"))
    figure = last_before(among, rows_where(stream, pl.col("role") == "quantity"))
    return ((figure > semicolon) & (semicolon > cue)).fill_null(False)


def _is_part() -> pl.Expr:
    """Of an indicator: it is a part of another one."""
    return pl.col("indicator_id").str.starts_with("gross_output_") | pl.col("indicator_id").is_in(
        list(_PARTS)
    )


def _aside_behind(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.Series:
    """ "1.236 tỷ đồng (ước)": a parenthesis right behind the figure holds nothing but the word."""
    behind = quantities["next_status"]
    opens, closes = at(stream["value"], behind - 1) == "(", at(stream["value"], behind + 1) == ")"
    return ((behind == quantities["row"] + 2) & opens & closes).fill_null(False)


def _said_before() -> pl.Expr:
    """The status that the sentence up to the figure gives it."""
    cue, value, bound_to = pl.col("cue_row"), pl.col("status_value"), pl.col("indicator_row")
    after_indicator = cue > bound_to
    first_figure = pl.col("status_next_quantity") >= pl.min_horizontal(bound_to, pl.col("row"))
    over_among = (pl.col("last_among") > cue) & ~_apart_from_parts() & ~pl.col("among_of_next")
    heads = pl.col("status_previous_role").is_in(["sentence", "punct"]) & (
        pl.col("status_next_role") == "period"
    )
    # "5 năm tới, huyện phấn đấu:", over the items below
    over_list = (
        (pl.col("role_of_line") == "list_item")
        & (cue > pl.col("last_lead_line"))
        & (pl.col("status_next_line_role") == "list_item")
        & (pl.col("status_line_role") != "list_item")
        & (value == "target")
        & ~(pl.col("period_end") <= pl.col("dated_on")).fill_null(False)
    )
    whole_sentence = (value == "target") | ((value == "forecast") & pl.col("status_opens"))
    # "ước đạt 9.240 tỷ đồng, cơ cấu kinh tế chuyển dịch: công nghiệp chiếm 41%": the structure is as it is
    of_structure = (pl.col("last_structure") > cue) & (
        pl.col("status_next_quantity") < pl.col("last_structure")
    )
    parts = (pl.col("measure") == "share") & ~of_structure.fill_null(False)
    # "Theo kế hoạch, năm nay cấp 1.150 giấy; hết tháng 4 mới cấp được 205 giấy"
    over_by_then = (
        (pl.col("period_row") > cue)
        & (pl.col("period_end") <= pl.col("dated_on"))
        & value.is_in(["target", "forecast"])
    ).fill_null(False)
    # in December: "Với mục tiêu phát triển bền vững, năm 2023, thu ngân sách đạt 900 tỷ đồng"
    over_by_then |= (
        (value == "target")
        & (pl.col("period_row") > cue)
        & pl.col("period_opens")
        & (pl.col("period_pos") - pl.col("status_end") > _SOMETHING_BYTES)
        & ((pl.col("period_end") - pl.col("dated_on")).dt.total_days() <= _ENDING_DAYS)
    ).fill_null(False)
    # "3 xã phấn đấu đạt chuẩn trong năm 2019; thu nhập tăng từ 14,6 triệu đồng năm 2010 lên ...": a year gone by
    over_by_then |= (
        value.is_in(["target", "forecast"])
        & (pl.col("last_semicolon") > cue)
        & (pl.col("period_row") > pl.col("last_semicolon"))
        & (pl.col("period_end").dt.year() < pl.col("document_year"))
    ).fill_null(False)
    # "9 tháng ước 17.960 tỷ đồng (9 tháng năm 2021 giảm 1,2%)", "ước đạt ...; lũy kế 8 tháng đạt ..."
    over_by_then |= (
        (value == "estimate")
        & (pl.col("period_row") > pl.col("status_next_quantity"))
        & (pl.col("period_end") <= pl.col("dated_on")).fill_null(True)
        # but "tháng 4 ước 395 tỷ đồng; lũy kế 4 tháng 2.107 tỷ đồng" are estimated together
        & ~(pl.col("period_of_sum") & (pl.col("period_end") == pl.col("estimated_end"))).fill_null(False)
    ).fill_null(False)
    over_by_then |= (pl.col("met_already") & (value == "target")).fill_null(False)
    # "tăng 12,8% (9 tháng năm 2021 giảm 1,2%)"
    of_another_time = (pl.col("period_row") > pl.col("last_open")) | (
        pl.col("period_end").dt.year() < pl.col("default_end").dt.year()
    )
    aside = (pl.col("inside") & of_another_time & (cue < pl.col("last_open"))).fill_null(False)
    reaches = (
        (over_list | (cue > pl.col("last_sentence")))
        & (over_list | after_indicator | first_figure | over_among | heads | parts | whole_sentence)
        & ~over_by_then
        & ~aside
        & ~(pl.col("last_actual") > cue).fill_null(False)
    )
    to_come = is_to_come() & ~_happened()
    return (
        pl.when(reaches.fill_null(False) & ~(to_come & (value == "estimate")))
        .then("status_value")
        .when(to_come | _ends_ahead() | (pl.col("plan_amount") & (pl.col("measure") == "level")))
        .then(pl.lit("target"))
        .otherwise(pl.lit("actual"))
    )


def _said_behind() -> pl.Expr:
    """ "9.100 tỷ đồng là số thu ngân sách ước cả năm", "tăng 8,9%, ước đạt 41.200 tỷ đồng": the word stands behind."""
    behind = pl.col("next_status")
    before_next = behind < pl.min_horizontal(
        pl.col("next_quantity").fill_null(FAR), pl.col("next_sentence").fill_null(FAR)
    )
    figure_first = (pl.col("rule") == "figure_first") & (
        (behind <= pl.col("indicator_row") + _WITHIN_CLAUSE_ROWS)
        & ((pl.col("before_next_status") != "punct") | (behind < pl.col("indicator_row")))
    )
    same_amount = (
        (pl.col("measure") == "growth")
        & (pl.col("measure").shift(-1) == "level")
        & (pl.col("status").shift(-1) == "estimate")
        & (behind < pl.col("next_semicolon").fill_null(FAR))
        & _same_as(-1, "indicator_id", "period_start", "period_end", "last_sentence")
    )
    says = (
        (pl.col("status") == "actual")
        & before_next
        & (figure_first | same_amount | pl.col("status_touches"))
        & (pl.col("next_status_value") != "target")
    )
    return pl.when(says.fill_null(False)).then("next_status_value").otherwise("status")


def _taken_over() -> pl.Expr:
    """The status of the figure before, for what goes on about it in a sentence of its own.

    "Trong đó, công nghiệp tăng 9,3%" is part of what was estimated, "Con số này bằng 88% dự toán" the estimate itself.
    """
    # "... ước đạt 900 tỷ đồng. Trong đó:" above a list
    listed = (
        (pl.col("role_of_line") == "list_item")
        & (pl.col("among_line") < pl.col("among_line_after"))
        & (pl.col("line") - pl.col("among_line").cast(pl.Int64)).is_between(1, _LIST_LINES)
    ).fill_null(False)
    in_sentence = (pl.col("last_among") == pl.col("last_sentence") + 1).fill_null(False)
    parts = in_sentence | listed
    # "Cụ thể, ... ước đạt 900 tỷ đồng. Trong đó ...": what says it of itself is a whole to the sentence behind
    says_itself = in_sentence & ~listed & pl.col("status").is_in(["estimate", "forecast"])
    whole = pl.when((~parts | says_itself) & pl.col("reason").is_null())
    opens = pl.when(pl.col("last_sentence") != pl.col("last_sentence").shift(1))

    def of_whole(column: str) -> pl.Expr:
        return opens.then(whole.then(column).forward_fill().shift(1)).forward_fill()

    # the sentence right before, if need be at the end of another line; behind another one "cụ thể" gives the details
    # of that
    right_before = (
        (of_whole("next_sentence") == pl.col("last_sentence")) & (pl.col("line") - of_whole("line") <= 1)
    ) | (of_whole("last_sentence") == pl.col("last_sentence"))
    of_lead_in = (
        listed & (of_whole("line") == pl.col("among_line")) & (of_whole("period_end") == pl.col("period_end"))
    )
    of_plan = (of_whole("status") == "target") & (of_whole("period_end") == pl.col("period_end"))
    # "3 năm ước đạt 11.240 tỷ đồng. Riêng 6 tháng thu 1.845 tỷ đồng": a part that is over has been counted
    over = (pl.col("period_end") < of_whole("period_end")) & (pl.col("period_end") <= pl.col("dated_on"))
    of_estimate = of_whole("status").is_in(["estimate", "forecast"]) & ~over.fill_null(False)
    # "doanh thu ước tăng 14%, trong đó bán lẻ ước tăng 12%, du lịch tăng 48%"
    named = pl.col("last_among") > pl.col("last_sentence")
    begins = pl.when(named & (pl.col("last_among") != pl.col("last_among").shift(1)).fill_null(True))
    whole_status = begins.then(
        pl.when(pl.col("last_sentence").shift(1) == pl.col("last_sentence"))
        .then(pl.col("status").shift(1))
        .otherwise(pl.lit(""))
    ).forward_fill()
    of_estimated = named & _is_part() & (whole_status == "estimate") & (pl.col("status") == "actual")
    # "... ước đạt 13.318 tỷ đồng. Tăng 6,4% so với cùng kỳ": a sentence without a subject goes on about that figure
    subjectless = (
        (pl.col("rule") == "carried")
        & pl.col("dimension").is_in(["percent", "times"])
        & (
            (pl.col("last_quantity") < pl.col("last_sentence"))
            | ((pl.col("rule").shift(1) == "carried") & _same_as(1, "last_sentence"))
        )
        & (pl.col("run_length") == 1)
    )
    # "Trong đó, nông nghiệp tăng 3%, ..., thu nhập bình quân đạt 58 triệu đồng": no longer a part
    apart = (
        ~_is_part()
        & (pl.col("indicator_id") != of_whole("indicator_id"))
        & (pl.col("last_quantity") > pl.col("last_among"))
        & (pl.col("last_cue") > pl.col("indicator_row"))
        & (pl.col("cue") == "reach")
    ).fill_null(False)
    of_whole_said = parts & ~(apart & ~listed) & (of_estimate | of_plan) & (right_before | of_lead_in)
    goes_on = (
        ((pl.col("last_carry") > pl.col("last_sentence")) | subjectless)
        & (pl.col("cue_row") <= pl.col("last_sentence")).fill_null(True)
        & _same_as(1, "line", "indicator_id", "period_start", "period_end")
    )
    silent = (pl.col("status") == "actual") & ~(pl.col("last_actual") > pl.col("last_sentence")).fill_null(
        False
    )
    return (
        pl.when((silent & of_whole_said).fill_null(False))
        .then(of_whole("status"))
        .when((silent & of_estimated).fill_null(False))
        .then(pl.lit("estimate"))
        .when(~(silent & goes_on).fill_null(False))
        .then("status")
        .forward_fill()
    )


def _same_as(offset: int, *names: str) -> pl.Expr:
    return pl.all_horizontal(pl.col(name) == pl.col(name).shift(offset) for name in names)
