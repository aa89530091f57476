"""Surroundings: for every quantity one row that says what stands around it.

The facts of lines and of the stream that later steps ask for, the neighbours' values, the text up to the next
figure, and whether an amount is the plan's own. Not here: what a figure means (`binding`, `measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import at, only_at
from dagster_project.extraction.surroundings import neighbours, runs

_PLAN_IS = fold_pattern(
    "(?:mục tiêu|kế hoạch|chỉ tiêu)(?: đề ra| đặt ra| được giao| giao| năm)? là(?: từ)? $"
)
_PLAN_APART = fold_pattern(
    r"[/(] ?(?:kế hoạch|kh|mục tiêu|chỉ tiêu|nghị quyết|nq)(?: năm| giao| đại hội| đh| nghị quyết| nq){0,2}"
    r"(?: \((?:kh|nq)\))?(?: là| đạt)?:?(?: tăng| giảm| trên| dưới| từ)* ?$"
)
_PLAN_MET_BY = fold_pattern(
    "(?:vượt|so với|hoàn thành|đạt|cao hơn|thấp hơn)(?: xa| và vượt)? "
    r"(?:mục tiêu|kế hoạch|chỉ tiêu|nghị quyết|yêu cầu)[^,;.()]{0,45}\((?:là |đạt )?$"
)
_COMPARED_LEVEL = fold_pattern("(?:so với|cao hơn|thấp hơn|hơn|kém) (?:mức|con số)(?: hơn| gần| khoảng)? $")
_OF_A_YEAR = fold_pattern("^ (?:của |trong |hồi )?năm $")
NAMED_FIGURE = r"^[^.:0-9]{2,40} {0,2}[:-] {0,2}[0-9][0-9.,]*(?: ?%)?(?: ?[(][^()]{1,30}[)])?[.;]?$"
_BARE_END = fold_pattern(r"^ ?(?:[,;.:)(]|- |$|vào|trong|và|so với|tăng|giảm|của năm|xuống|chỉ trong)")
# "số doanh nghiệp ... lên 10.260", "số hộ cận nghèo dưới 600"
_BARE_LEAD = fold_pattern(
    r"(?:^|[ ,])(?:là|còn|có|đạt|lên|xuống|từ|được|đón|dưới|lên tới|lên đến)"
    r"(?: (?:hơn|gần|khoảng|trên|dưới|tới|đến|mức|con số|vỏn vẹn|lần lượt|lần lượt là))* ?$"
)
_SECTION = fold_pattern("^(?:[ivx]+ ?[.)/-]|phần|mục) ?[^;]*$")  # "II. NHIỆM VỤ NĂM 2024" heads what follows
OPENS_LINE = r"^[ •*+-]*$"
_SAID_OF_FIGURE = fold_pattern("^ ?: |^ (?:chính )?là ")

_CAPITAL_BEHIND = fold_pattern("^ (?:kế hoạch |tổng |nguồn |số )*vốn ")
_SPENT_BEHIND = fold_pattern("^[^,;.]*(?:giải ngân|thanh toán|thực hiện)")
_CAPITAL_BEFORE = fold_pattern(
    "vốn (?:đầu tư công|đtc)[^,;.]* (?:là|dự kiến|được giao|giao|bố trí|lên tới|khoảng|gần|hơn|trên) $|"
    "(?:giao|phân bổ|bố trí) $"
)
# "Tổng vốn đầu tư công năm 2023 là 1.750 tỷ đồng": the text before a figure begins behind the year
_CAPITAL_OF_YEAR = fold_pattern(
    r"(?:^|[^n] )(?:vốn|nguồn vốn|số vốn) (?:đầu tư công|đtc)(?: của| được giao| huyện| quận| thị xã){0,3} "
    r"(?:trong )?(?:năm|giai đoạn) [0-9-]+ [^,;.:0-9]{0,30}là (?:hơn |gần |trên |khoảng )?[0-9]"
)
_IS = fold_pattern("^ [^,;.:]{0,30}là (?:hơn |gần |trên |khoảng )?$")
_SPENT_BY = fold_pattern("^ (?:đã |mới )?giải ngân (?:được |đạt |hơn |gần |trên ){0,2}$")
_SPENT_BEFORE = fold_pattern("(?:giải ngân|thanh toán|thực hiện|hoàn thành|đạt)[^,;.]*$")
_CAME_OF_IT = fold_pattern(
    "so với [^,;.]{3,40}, (?:chỉ |mới |đã |ước )?(?:đạt|thu được|được)(?: hơn| gần| khoảng)? $"
)
_PLAN_BEHIND_SLASH = fold_pattern("^ ?/ ?(?:dự toán|kế hoạch|kh|chỉ tiêu|mục tiêu)[^,;.()]{0,20} $")


def with_line_facts(article: pl.DataFrame) -> pl.DataFrame:
    first = pl.col("document") != pl.col("document").shift(1).fill_null(2**32 - 1)
    # "Thường Tín: 355" on a line of its own is an item of a list, whatever the page made of it
    # so is a line that ends with a semicolon, or follows one
    semicolon = pl.col("folded").str.contains("; *$")
    item = pl.col("role").is_in(["heading", "body"]) & (
        pl.col("folded").str.contains(NAMED_FIGURE)
        | semicolon
        | (
            semicolon.shift(1).fill_null(False)
            & ~first
            & pl.col("folded").str.contains("[;.…]")
            & ~pl.col("folded").str.contains(_SECTION)
        )
    )
    return article.with_columns(
        role_of_line=pl.when(item).then(pl.lit("list_item")).otherwise("role"),
        line_in_document=pl.col("line") - pl.when(first).then("line").forward_fill(),
    )


def with_stream_facts(stream: pl.DataFrame, article: pl.DataFrame, spans: pl.DataFrame) -> pl.DataFrame:
    """row, role_of_line, document, is_times, is_percent, counts_targets, opens_line, inside (a parenthesis),
    near_head."""
    role = pl.col("role")
    line, item = stream["line"], stream["item"]
    stream = stream.with_row_index("row").with_columns(
        role_of_line=article["role_of_line"].cast(pl.Categorical).gather(line),
        document=article["document"].gather(line),
        is_times=(spans["dimension"] == "times").gather(item),
        is_percent=(spans["dimension"] == "percent").gather(item),
        counts_targets=(spans["dimension"] == "target").gather(item),
        opens_line=(role == "sentence") & (pl.col("line") != pl.col("line").shift(1).fill_null(-1)),
    )
    stream = stream.rechunk()
    sentence = pl.when(role == "sentence").then("row").forward_fill()
    return stream.with_columns(
        inside=_inside(stream), near_head=(pl.col("row") - sentence <= 3).fill_null(False)
    ).rechunk()


def _inside(stream: pl.DataFrame) -> pl.Series:
    """Whether a parenthesis that the sentence opened is open still: it changes at its marks only."""
    role, value = pl.col("role"), pl.col("value")
    marks = stream.filter((role == "sentence") | ((role == "punct") & ((value == "(") | (value == ")"))))
    sentence = pl.when(role == "sentence").then("row").forward_fill()
    opened = pl.when(value == "(").then("row").forward_fill()
    closed = pl.when(value == ")").then("row").forward_fill()
    inside = marks.select(
        ((opened > sentence) & ((closed < opened) | closed.is_null())).fill_null(False)
    ).to_series()
    unknown = pl.Series([None], dtype=pl.Boolean).new_from_index(0, stream.height)
    return unknown.scatter(marks["row"], inside).forward_fill().fill_null(False)


def with_next_quantity(stream: pl.DataFrame) -> pl.DataFrame:
    following = pl.when(pl.col("role") == "quantity").then("row").backward_fill()
    return stream.with_columns(next_quantity=following).rechunk()


def quantity_rows(
    stream: pl.DataFrame, spans: pl.DataFrame, article: pl.DataFrame, dates: pl.DataFrame
) -> pl.DataFrame:
    around = neighbours.neighbours(stream)
    around = around.join(
        spans.select(
            "item",
            "value",
            "unit",
            "dimension",
            "decimals",
            "bound",
            "part",
            "before",
            "tail",
            unit_length=pl.col("end") - pl.col("number_end"),
        ),
        on="item",
        how="left",
        maintain_order="left",
    ).join(
        article.select("line", "document", "role_of_line", "line_in_document", "folded"),
        on="line",
        how="left",
        maintain_order="left",
    )
    around = runs.with_runs(_with_own_text(around))
    line_of_last = at(stream["line"], around["last_indicator"])
    return (
        around.join(dates, on="document", how="left", maintain_order="left")
        .with_columns(
            number_pos=pl.col("pos"),
            # a numerator goes on where its denominator ends: "13/15 xã (86,67%) đạt chuẩn ..."
            clause_behind=pl.when(pl.col("part") == "numerator")
            .then(_clause_behind().shift(-1))
            .otherwise(_clause_behind()),
            # an indicator of the article before says nothing about this one
            line_gap=pl.when(line_of_last >= pl.col("line") - pl.col("line_in_document")).then(
                pl.col("line") - line_of_last
            ),
            indicator_line_role=at(stream["role_of_line"], around["last_indicator"]),
            last_quantity_dimension=pl.col("dimension").shift(1),
            # of "18/21 chỉ tiêu đạt trên 50%" the one behind both
            next_quantity_value=pl.when(pl.col("part") == "numerator")
            .then(pl.col("value").shift(-2))
            .otherwise(pl.col("value").shift(-1)),
            last_cue_role=at(stream["role"], around["last_cue"]),
            last_cue_value=at(stream["value"], around["last_cue"]),
            last_direction_value=at(stream["value"], around["last_direction"]),
        )
        .rechunk()
    )


def _with_own_text(around: pl.DataFrame) -> pl.DataFrame:
    """tail and before cut at the neighbouring quantities: a number in words ends them as digits do."""
    same_next, same_previous = (
        pl.col("line") == pl.col("line").shift(-1),
        pl.col("line") == pl.col("line").shift(1),
    )
    gap_behind = pl.when(same_next).then(pl.col("pos").shift(-1) - pl.col("end"))
    gap_ahead = pl.when(same_previous).then(pl.col("pos") - pl.col("end").shift(1))
    tail, before = pl.col("tail").cast(pl.Binary), pl.col("before").cast(pl.Binary)
    long_tail = (gap_behind >= 0) & (gap_behind < pl.col("tail").str.len_bytes())
    long_before = (gap_ahead >= 0) & (gap_ahead < pl.col("before").str.len_bytes())
    return around.with_columns(
        tail=pl.when(long_tail).then(tail.bin.slice(0, gap_behind)).otherwise(tail).cast(pl.String),
        before=pl.when(long_before)
        .then(before.bin.slice(pl.col("before").str.len_bytes().cast(pl.Int64) - gap_ahead))
        .otherwise(before)
        .cast(pl.String),
    )


def _clause_behind() -> pl.Expr:
    """The text behind a quantity up to the end of its sentence or a semicolon, over the quantities that follow."""
    following = pl.col("tail").shift(-1).fill_null("")
    same_line = pl.col("line") == pl.col("line").shift(-1)
    ended = pl.col("tail").str.contains(r"[;.]")
    return (
        pl.when(same_line.fill_null(False) & ~ended)
        .then(pl.concat_str("tail", following))
        .otherwise("tail")
        .str.extract(r"^([^;.]*)")
        .fill_null("")
    )


def with_bare_counts(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds count_ends, count_introduced, count_led_in, count_opens_line (Boolean): of numbers without a unit, how the
    words around them show that they are counts."""
    lead = pl.when(pl.col("run_index") == 0).then("before").forward_fill()
    rows = quantities["dimension"].is_null().arg_true()
    words = quantities.select(
        "before",
        "tail",
        "last_cue_role",
        "last_cue",
        "last_quantity",
        "last_break",
        "last_sentence",
        lead=lead,
    )[rows]
    reached = (pl.col("last_cue_role") == "reach") & (
        pl.col("last_cue") > pl.max_horizontal("last_quantity", "last_break", "last_sentence")
    )
    shown = words.select(
        count_ends=pl.col("tail").str.contains(_BARE_END),
        count_introduced=pl.col("before").str.contains(": $") | reached,
        count_led_in=pl.col("lead").str.contains(_BARE_LEAD),
        count_opens_line=pl.col("before").str.contains(OPENS_LINE)
        & pl.col("tail").str.contains(_SAID_OF_FIGURE),
    )
    return quantities.with_columns(
        only_at(rows, shown[name], quantities.height).alias(name) for name in shown.columns
    )


def base_years(around: pl.DataFrame, period_rows: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """base_year, base_year_before (Int32, null): the year behind the figure, and behind a "so với" before it;
    base_part, base_part_before (Boolean, null): it is a part of that year; base_year_beyond, base_part_beyond: of
    "cao hơn năm 2022 là 8,8%".

    in_base (Boolean), base_year_around, base_start, base_end (Date): "so với cùng kỳ năm 2022 (1.552 hộ)", the figure
    of the base itself.
    """
    years = period_rows.select(
        "period_start",
        "period_end",
        period_row="row",
        year=pl.col("period_end").dt.year(),
        part=pl.col("form").is_in(["months", "half", "quarter", "quarters", "month"]),
    )
    behind = around.select(period_row="next_any_period").join(
        years, on="period_row", how="left", maintain_order="left"
    )
    before, beyond = (
        around.select(period_row=pl.col(mark) + 1).join(
            years, on="period_row", how="left", maintain_order="left"
        )
        for mark in ("last_versus", "last_direction")
    )
    ahead = around["last_open"] - 1
    opens = (around["inside"] & (around["row"] - around["last_open"] <= 2)).fill_null(False)
    role, governs = (
        at(stream["role"], ahead),
        at(stream["governs"], ahead),
    )
    is_base = role.is_in(["same_period", "previous_year"]) | ((role == "period") & ~governs)
    same_part = (at(stream["role"], ahead - 1) == "same_period").fill_null(False)
    around_it = pl.DataFrame({"period_row": ahead}).join(
        years, on="period_row", how="left", maintain_order="left"
    )
    return pl.DataFrame(
        {
            "base_year": behind["year"],
            "base_year_before": before["year"],
            "base_year_beyond": beyond["year"],
            "base_part_beyond": beyond["part"],
            "base_part": behind["part"],
            "base_part_before": before["part"],
            "in_base": opens & is_base.fill_null(False),
            "base_year_around": around_it["year"],
            # "gần bằng cả năm 2022 (640 hộ)" is all of that year, "cùng kỳ năm 2022 (640 hộ)" a part of it
            "base_start": around_it["period_start"].set(same_part, None),
            "base_end": around_it["period_end"].set(same_part, None),
        }
    )


def names_a_plan(bound: pl.DataFrame, stream: pl.DataFrame) -> pl.Series:
    """Of a level: it is the plan's own amount ("dự toán giao 6.617 tỷ đồng"), not what came of it."""
    plan_end = at(stream["end"], bound["last_plan"])
    start = pl.max_horizontal("last_quantity", "last_sentence", "last_semicolon").fill_null(0)
    plan, indicator = pl.col("last_plan"), pl.col("indicator_row")
    # "Kế hoạch năm 2023 thành phố giao thu ngân sách 900 tỷ đồng"
    opens_clause = at(stream["role"], bound["last_plan"] - 1).is_in(["sentence", "punct"])
    given_ahead = pl.lit(opens_clause) & plan.is_between(indicator - 4, indicator - 2)
    heads_indicator = (plan == indicator - 1) | (
        given_ahead
        & (plan > pl.col("last_break")).fill_null(True)
        & (pl.max_horizontal("last_city", "last_district") > plan)
    )
    # "phấn đấu hoàn thành kế hoạch thu ngân sách năm 2022 đạt 1.556 tỷ đồng" is what is striven for
    status = pl.col("last_status")
    strives = pl.lit(at(stream["value"], bound["last_status"]) == "target")
    heads_indicator &= ~(strives & plan.is_between(status + 1, status + 2)).fill_null(False)
    own = (
        (plan > indicator)
        & ((plan != pl.col("last_quantity") + 1) | pl.col("last_quantity").is_null())
        & (pl.col("pos") - pl.lit(plan_end) <= 40)
    )
    # "thu ngân sách luôn vượt dự toán: năm 2021 đạt ...", "... vượt dự toán, gồm: Hoài Đức 1.820 tỷ đồng"
    exceeds = pl.lit(at(stream["role"], bound["last_plan"] - 1) == "exceed")
    own &= ~(exceeds & (pl.col("last_break") > plan)).fill_null(False)
    # "hụt 380 tỷ đồng so với dự toán, chỉ đạt 720 tỷ đồng": what came of it
    own &= ~pl.col("before").str.contains(_CAME_OF_IT)
    said = (pl.col("last_cue") < plan) | pl.col("last_cue").is_null() | (pl.col("last_cue_role") == "reach")
    # "98,9% chỉ tiêu thành phố giao cả năm (1.400 tỷ đồng)": in parentheses behind whoever gave it
    given = pl.max_horizontal("last_city", "last_district")
    given_end = pl.lit(at(stream["end"], bound.select(given).to_series()))
    given_amount = (
        pl.col("inside")
        & pl.col("before").str.contains(r"\( ?$")
        & (given > indicator)
        & (given > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0))
        & (pl.col("pos") - given_end <= 16)
        & (pl.col("dimension") == "money")
    ).fill_null(False)
    # "4.217 lao động, bằng 93,7% kế hoạch thành phố giao (4.500 người)"
    named_ahead = pl.max_horizontal("last_plan", "last_city", "last_district") == pl.col("last_open") - 1
    in_parenthesis = (
        (pl.col("last_open") == pl.col("row") - 1)
        & named_ahead
        & (pl.col("last_quantity_dimension") == "percent")
        & (pl.col("dimension").shift(2) == pl.col("dimension"))
        & (pl.col("last_sentence").shift(2) == pl.col("last_sentence"))
    ).fill_null(False)
    # "72 triệu đồng, vượt mục tiêu Đại hội (70 triệu đồng)"
    in_parenthesis |= (
        pl.col("before").str.contains(_PLAN_MET_BY)
        & (pl.col("dimension") != "percent")
        & (pl.col("dimension").shift(1) == pl.col("dimension"))
        & (pl.col("last_quantity") > pl.col("last_sentence"))
    ).fill_null(False)
    # "1.250 tỷ đồng/dự toán 1.100 tỷ đồng"
    behind_slash = pl.col("before").str.contains(_PLAN_BEHIND_SLASH) & (pl.col("dimension") == "money")
    # "được giao 1.240 tỷ đồng vốn đầu tư công": what there is to spend, unless it says that it was spent
    behind = (
        (pl.col("rule") == "figure_first")
        & pl.col("tail").str.contains(_CAPITAL_BEHIND)
        & ~pl.col("tail").str.contains(_SPENT_BEHIND)
    )
    # "412 tỷ đồng giải ngân 96%"
    behind |= pl.col("tail").str.contains(_SPENT_BY) & (pl.col("dimension").shift(-1) == "percent")
    to_spend = (
        (pl.col("indicator_id") == "public_investment_disbursement")
        & (pl.col("dimension") == "money")
        & (
            behind
            | pl.col("before").str.contains(_CAPITAL_BEFORE)
            | (pl.col("before").str.contains(_IS) & pl.col("folded").str.contains(_CAPITAL_OF_YEAR))
        )
        & ~pl.col("before").str.contains(_SPENT_BEFORE)
    ).fill_null(False)
    return bound.select(
        given_amount
        | to_spend
        | in_parenthesis
        | behind_slash.fill_null(False)
        | ((plan > start) & (heads_indicator | own) & said & (pl.col("source") != "itself")).fill_null(False)
        | (pl.col("part") == "denominator").fill_null(False)
        | is_plan_apart().fill_null(False)
    ).to_series()


def is_plan_met() -> pl.Expr:
    """Of a rate: "đạt 84,4%, vượt chỉ tiêu thành phố giao (80%)"."""
    return pl.col("before").str.contains(_PLAN_MET_BY) & (pl.col("last_quantity") > pl.col("last_sentence"))


def is_the_plan() -> pl.Expr:
    """Of a percentage behind another: "tăng 9,6%, trong khi mục tiêu đề ra là 8,5 - 9%"."""
    return _lead_of_range().str.contains(_PLAN_IS) & (pl.col("last_quantity") > pl.col("last_sentence"))


def is_plan_apart() -> pl.Expr:
    """Of a figure behind another: "tăng 8,3%/KH tăng 7-8%", "đạt 61 triệu đồng/KH 60 triệu đồng"."""
    return _lead_of_range().str.contains(_PLAN_APART) & (pl.col("last_quantity") > pl.col("last_sentence"))


def _lead_of_range() -> pl.Expr:
    return pl.when(pl.col("part") == "high").then(pl.col("before").shift(1)).otherwise("before")


def is_of_a_year() -> pl.Expr:
    """Of a level that another is compared with: "so với mức 60 triệu đồng của năm 2022" is that year's own."""
    return pl.col("before").str.contains(_COMPARED_LEVEL) & pl.col("tail").str.contains(_OF_A_YEAR)
