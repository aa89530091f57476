"""Basis: against what a growth or an attainment is measured (the same period, the year before, whose plan),
and the period of that itself.

Not here: which measure a figure is (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.terms import is_yearly_rate

_LEAD_IN_ROWS = 12
_WHOLE_YEAR_DAYS = 360
# "hơn cùng kỳ 9,4%", "cao hơn năm trước 13,7%"
_BEYOND = "(?:hơn|kém|thua)(?: so với| với)? (?:mức |số )?(?:của )?"
_BEYOND_SAME_PERIOD = fold_pattern(f"(?:^| ){_BEYOND}cùng kỳ[^,;.()]{{0,25}}$")
_BEYOND_YEAR_BEFORE = fold_pattern(f"(?:^| ){_BEYOND}năm (?:trước|ngoái)[^,;.()]{{0,25}}$")
_THAN_YEAR_BEFORE = fold_pattern(
    "^ ?(?:so )?với (?:cả )?năm (?:liền )?(?:trước|ngoái)(?:[^a-zà-ỹđ ]|$| [^đl])"
)
# "...; cùng kỳ năm 2022, tỷ lệ này là 31,8%", "trong khi cùng kỳ năm trước chỉ tăng 2,9%"
_THAT_RATE = (
    "(?:tỷ lệ|con số|mức|kết quả|chỉ số|tỷ trọng|tốc độ)(?: tăng| giải ngân| hoàn thành)? (?:này|ấy|đó|trên)"
)
_WAS = "(?: (?:là|chỉ|mới|đạt|bằng|tăng|giảm|chiếm|dừng ở|ở|mức|hơn|trên|gần|khoảng|có))+ $"
_SAME_PERIOD_HEADS = fold_pattern(
    r"(?:^|[.;,:(] ?|trong khi |nếu như |còn )(?:ở |vào )?cùng (?:kỳ|thời điểm|thời gian)"
    rf"(?: (?:của )?năm (?:trước|ngoái))?(?:,? {_THAT_RATE})?{_WAS}"
    # the digits of a year end the words before the figure
    rf"|^(?:,? {_THAT_RATE})?{_WAS}"
)
_PLAN_ITSELF = fold_pattern(
    r"(?:mục tiêu|kế hoạch|chỉ tiêu|kịch bản)(?: đề ra| đặt ra| giao)?(?: là| tăng)? ?\(?$"
)
_AVERAGE_PACE = fold_pattern("(?:tốc độ|mức|nhịp độ) tăng(?: trưởng)? (?:bình quân|trung bình)[^,;.:()]*$")


def with_base_period(quantities: pl.DataFrame) -> pl.DataFrame:
    """Levels of what is compared with have its period: the same span of an earlier year.

    "(cùng kỳ 1.655)", "cùng kỳ là 3.910 tỷ đồng", "tăng 12% so với năm 2019 (3.541 doanh nghiệp)"
    """
    level = pl.col("measure") == "level"
    # "(cùng kỳ năm 2024 đạt 8,3%)"
    aside = pl.col("inside") & (pl.col("last_same_period") > pl.col("last_open"))
    heads = pl.col("before").str.contains(_SAME_PERIOD_HEADS) & ~pl.col("compared")
    stated = level | (
        (aside | heads).fill_null(False) & pl.col("measure").is_in(["plan_attainment", "share", "growth"])
    )
    # "đạt 38,2%, thấp hơn cùng kỳ năm 2022 (44,6%)"
    bare = pl.col("measure").is_in(["plan_attainment", "share"]) & pl.col("before").str.contains(r"\( ?$")
    year_before = (stated & pl.col("same_before")) | pl.col("of_year_before")
    years = (
        pl.when((level | bare) & pl.col("in_base"))
        .then((pl.col("base_year_around") - pl.col("period_end").dt.year()).clip(upper_bound=0).fill_null(-1))
        .when(year_before)
        .then(-1)
        .otherwise(0)
    )
    own = (level | bare) & pl.col("in_base") & pl.col("base_start").is_not_null()
    return quantities.with_columns(
        pl.when(own)
        .then(base)
        .when(years != 0)
        .then(pl.col(name).dt.offset_by(years.cast(pl.String) + "y"))
        .otherwise(name)
        .alias(name)
        for name, base in (("period_start", "base_start"), ("period_end", "base_end"))
    )


def without_planned_growth(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "tăng 6,74%, thấp hơn hẳn mục tiêu 12%": the growth that was planned is no result, nor a part of the plan."""
    percent = pl.col("dimension") == "percent"

    def before(name: str) -> pl.Expr:
        return pl.when(percent).then(name).shift(1).forward_fill()

    planned = (
        percent
        & (before("indicator_id") == pl.col("indicator_id"))
        & (before("last_sentence") == pl.col("last_sentence"))
        & (before("measure") == "growth")
        & pl.col("before").str.contains(_PLAN_ITSELF)
        & (pl.col("cue") != "exceed").fill_null(True)
    ).fill_null(False)
    # "mục tiêu 8,5 - 9%"
    planned |= (pl.col("part") == "high").fill_null(False) & planned.shift(1).fill_null(False)
    return quantities.with_columns(measure=pl.when(~planned).then("measure"))


def with_basis(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds basis (String, null) and second_basis: one figure that is said of two plans.

    quantities: with measure and the columns of the window of `measures`
    """
    return _of_ranges(_average_of_parts(_inherit_basis(_with_own_basis(quantities))))


def _of_ranges(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "bằng 121 - 122,5% dự toán thành phố giao": what is said behind a range is said of both its ends."""
    low = ((pl.col("part") == "low") & (pl.col("measure") == pl.col("measure").shift(-1))).fill_null(False)
    return quantities.with_columns(
        pl.when(low).then(pl.col(name).shift(-1)).otherwise(name).alias(name)
        for name in ("basis", "second_basis")
    )


def _average_of_parts(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "tăng bình quân 10,2%/năm, trong đó công nghiệp tăng 11,1%": an annual average in the parts as in the whole."""
    growth = pl.col("measure") == "growth"
    among, sentence = pl.col("last_among"), pl.col("last_sentence")
    # "bình quân 2016-2021 tăng 7,1%; năm 2022 tăng 8,2%, trong đó ...": the parts are those of the last whole
    wholes = growth & ~(among > sentence).fill_null(False)
    whole, line = (pl.when(wholes).then(name).forward_fill() for name in ("row", "line"))
    averaged = pl.when(wholes).then(pl.col("basis").eq_missing(pl.lit("average_annual"))).forward_fill()
    same = (whole > sentence) | ((among == sentence + 1) & (line == pl.col("line")))
    # "bình quân 3 năm tăng 9,1%, riêng năm 2023 tăng 9,8%" is a year's own
    starts = pl.when(wholes).then("period_start").forward_fill()
    same &= (starts == pl.col("period_start")).fill_null(True)
    parts = growth & pl.col("basis").is_null() & (among > whole) & same & averaged
    return quantities.with_columns(
        basis=pl.when(parts.fill_null(False)).then(pl.lit("average_annual")).otherwise("basis")
    )


def with_plan_named_elsewhere(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Thu ngân sách đạt 115% dự toán" over a text with "đạt 115% dự toán thành phố giao": the same attainment, told
    again without saying whose plan it is of."""
    attains = (pl.col("measure") == "plan_attainment") & pl.col("reason").is_null()
    unnamed = attains & (pl.col("basis") == "plan")
    key = ["document", "district_id", "indicator_id", "value", "plan_year"]
    quantities = quantities.with_columns(plan_year=pl.col("period_end").dt.year())
    named = (
        quantities.filter(attains & ~unnamed)
        .unique(key, keep="first", maintain_order=True)
        .select(*key, named_basis="basis", named_second="second_basis")
    )
    retold = (unnamed & pl.col("named_basis").is_not_null()).fill_null(False)
    return (
        quantities.join(named, on=key, how="left", maintain_order="left")
        .with_columns(
            basis=pl.when(retold).then("named_basis").otherwise("basis"),
            second_basis=pl.when(retold).then("named_second").otherwise("second_basis"),
        )
        .drop("plan_year", "named_basis", "named_second")
    )


def _inherit_basis(quantities: pl.DataFrame) -> pl.DataFrame:
    before = (
        pl.when(pl.col("dimension") == "percent").then(pl.col("basis").fill_null("")).shift(1).forward_fill()
    )
    before = pl.when(before != "").then(before)
    attains = pl.col("measure") == "plan_attainment"
    # "Đông Anh đạt 205% dự toán thành phố giao; Sóc Sơn đạt 122%": the next district's, of the same giver's plan
    told = pl.when(attains)
    next_one = (
        attains
        & (pl.col("basis") == "plan")
        & ~pl.col("to_plan")
        & (told.then("last_sentence").forward_fill().shift(1) == pl.col("last_sentence"))
        & (told.then("indicator_id").forward_fill().shift(1) == pl.col("indicator_id"))
        & (pl.col("last_named") > told.then("row").forward_fill().shift(1))
        & ~(pl.col("last_plan") > pl.col("last_named")).fill_null(False)
    )
    first_basis = pl.when(attains & (pl.col("basis") != "plan"))
    named = pl.when(
        first_basis.then("last_sentence").forward_fill().shift(1) == pl.col("last_sentence")
    ).then(first_basis.then("basis").forward_fill().shift(1))
    heir = pl.col("heir") & (attains | (pl.col("measure") == "growth"))
    return quantities.with_columns(
        basis=pl.when(heir)
        .then(before)
        .when(next_one.fill_null(False))
        .then(pl.coalesce(named, "basis"))
        .otherwise("basis")
    )


def _with_own_basis(quantities: pl.DataFrame) -> pl.DataFrame:
    # "81,2% kế hoạch, ... đưa huyện lên thứ 8 toàn thành phố": the city stands by the plan, or it is not its own
    by_plan = (pl.col("next_city_named") <= pl.col("next_plan") + 2).fill_null(True)
    city = pl.col("has_city") | (pl.col("has_city_named") & pl.col("to_plan") & by_plan)
    district = pl.col("has_district") | (
        pl.col("has_plan") & (pl.col("next_district_named") == pl.col("next_plan") + 1)
    ).fill_null(False)
    # "47,35% dự toán thành phố và quận"
    district |= (
        pl.col("has_plan")
        & (pl.col("next_city_named") == pl.col("next_plan") + 1)
        & (pl.col("next_district_named") == pl.col("next_plan") + 3)
        & (pl.col("next_district_named") < pl.col("window_end"))
    ).fill_null(False)
    # "vượt dự toán thành phố giao 20% và vượt dự toán huyện giao 15%": each behind its plan
    exceeded = ((pl.col("cue") == "exceed") & (pl.col("last_plan") > pl.col("last_cue"))).fill_null(False)
    city, district = (
        pl.when(exceeded).then((pl.col(f"last_{giver}") > pl.col("last_cue")).fill_null(False)).otherwise(own)
        for giver, own in (("city", city), ("district", district))
    )
    adjusted = pl.col("has_adjusted")
    said_before = _assigner_ahead()
    # a list's percentages are of the plan that its lead-in names
    said_before = said_before | (
        (pl.col("rule") == "listed")
        & (pl.max_horizontal("last_city", "last_district") + _LEAD_IN_ROWS > pl.col("indicator_row"))
    ).fill_null(False)
    own = pl.when(adjusted).then(pl.lit("district_adjusted")).otherwise(pl.lit("district"))
    ordinance_before = (
        pl.col("last_ordinance")
        > pl.max_horizontal("last_sentence", "last_semicolon", "last_quantity").fill_null(0)
    ).fill_null(False)
    changed_before = ~said_before & _changed_ahead()  # of nobody's plan in particular
    own_before = pl.when(_changed_ahead()).then(pl.lit("district_adjusted")).otherwise(pl.lit("district"))
    plan = (
        pl.when(city)
        .then(pl.lit("city"))
        .when(pl.col("has_central"))
        .then(pl.lit("central"))
        .when(district)
        .then(own)
        .when(pl.col("has_ordinance"))
        .then(pl.lit("ordinance"))
        .when(adjusted)
        .then(pl.lit("district_adjusted"))
        .when(ordinance_before & ~pl.col("has_plan"))
        .then(pl.lit("ordinance"))
        .when(said_before & (pl.col("last_district") > pl.col("last_city").fill_null(0)))
        .then(own_before)
        .when(said_before & pl.col("last_city").is_not_null())
        .then(pl.lit("city"))
        .when(changed_before & ~pl.col("has_plan"))
        .then(pl.lit("district_adjusted"))
        .otherwise(pl.lit("plan"))
    )
    plan = pl.when(~pl.col("to_plan") & (plan == "plan")).then(_of_stated_plan()).otherwise(plan)
    attains = pl.col("measure") == "plan_attainment"
    # "lần lượt bằng 52,1% và 49,8% dự toán Thành phố, HĐND quận giao"
    pair = (pl.col("run_length") == 2) & city & district
    city_first = pl.min_horizontal("next_city", "next_city_named") < pl.col("next_district")
    plan = pl.when(pair & (city_first == (pl.col("run_index") == 1))).then(own).otherwise(plan)
    return with_planned(
        quantities,
        basis=pl.when(attains).then(plan).when(pl.col("measure") == "growth").then(_growth_basis()),
        second_basis=pl.when(attains & city & district & ~pair).then(own),
    )


def _clause_start() -> pl.Expr:
    return pl.max_horizontal("last_sentence", "last_semicolon", "last_quantity").fill_null(0)


def _named_ahead(words: pl.Expr) -> pl.Expr:
    """A plan, or a comparison, stands just before the words: "so với dự toán ...", "đối chiếu với số ..."."""
    plan, versus = pl.col("last_plan"), pl.col("last_versus")
    near = plan.is_between(words - 3, words) | versus.is_between(words - 3, words)
    return near.fill_null(False)


def _assigner_ahead() -> pl.Expr:
    """ "so với dự toán thành phố giao, thu ... đạt 94,89%", "so với mức HĐND quận quyết nghị mới đạt 89,6%" """
    assigner = pl.max_horizontal("last_city", "last_district")
    return ((assigner > _clause_start()) & _named_ahead(assigner)).fill_null(False)


def _changed_ahead() -> pl.Expr:
    """ "theo dự toán quận giao sau điều chỉnh thì đạt 44,9%", "so với kế hoạch điều chỉnh đạt 93%" """
    changed = pl.col("last_adjusted")
    return ((changed > _clause_start()) & _named_ahead(changed)).fill_null(False)


def _of_stated_plan() -> pl.Expr:
    """ "421 tỷ đồng (dự toán thành phố giao 362 tỷ đồng), vượt 16,5%": the plan whose amount the sentence gave."""
    start = _clause_start()
    amount = pl.col("plan_amount") & ~(pl.col("part") == "denominator").fill_null(False)
    giver = (
        pl.when((pl.col("last_city") > start).fill_null(False))
        .then(pl.lit("city"))
        .when((pl.col("last_district") > start).fill_null(False))
        .then(pl.lit("district"))
        .otherwise(pl.lit("plan"))
    )
    stated = pl.when(amount).then(giver)
    same = [pl.when(amount).then(name).forward_fill() == pl.col(name) for name in ("line", "last_sentence")]
    return (
        pl.when(pl.all_horizontal(same).fill_null(False))
        .then(stated.forward_fill())
        .otherwise(pl.lit("plan"))
    )


def _growth_basis() -> pl.Expr:
    """ "so với cùng kỳ", "so với năm 2021": the base that is named."""
    # "tăng 8,3% so với năm 2022 và tăng 31% so với năm 2020": what directly follows a figure is that figure's base
    after_last = pl.col("last_quantity").fill_null(0) + 1
    versus_before = (
        (pl.col("last_versus") > pl.col("window_start")) & (pl.col("last_versus") > after_last)
    ).fill_null(False)
    same_before = (
        (pl.col("last_same_period") > pl.col("window_start"))
        & (pl.col("last_same_period") > after_last)
        & ((pl.col("last_versus") != after_last) | (pl.col("last_same_period") > after_last + 1)).fill_null(
            True
        )
    ).fill_null(False)
    beyond = (pl.col("last_direction") > pl.col("window_start")).fill_null(False)
    of_list = pl.col("last_same_period_of_list") > pl.col("last_sentence")
    return (
        pl.when(_averaged())
        .then(pl.lit("average_annual"))
        .when(pl.col("has_same_period") | same_before | pl.col("before").str.contains(_BEYOND_SAME_PERIOD))
        .then(pl.lit("same_period"))
        # in January "năm trước" is the year before the one that is summed up
        .when(
            pl.col("before").str.contains(_BEYOND_YEAR_BEFORE)
            | pl.col("tail").str.contains(_THAN_YEAR_BEFORE)
        )
        .then(pl.lit("previous_year"))
        .when(beyond & pl.col("base_part_beyond") & _of_year_before("base_year_beyond"))
        .then(pl.lit("same_period"))
        .when(beyond & (pl.col("base_year_beyond") == pl.col("period_end").dt.year() - 1))
        .then(pl.lit("previous_year"))
        # "So với 6 tháng đầu năm ngoái, lượng khách tăng 21%"
        .when(versus_before & pl.col("base_part_before") & _of_year_before("base_year_before"))
        .then(pl.lit("same_period"))
        .when(
            pl.col("has_versus")
            & pl.col("has_any_period")
            & pl.col("base_part")
            & _of_year_before("base_year")
        )
        .then(pl.lit("same_period"))
        .when(pl.col("has_previous_year"))
        .then(pl.lit("previous_year"))
        .when(versus_before & (pl.col("base_year_before") == pl.col("period_end").dt.year() - 1))
        .then(pl.lit("previous_year"))
        .when(versus_before & (pl.col("base_year_before") < pl.col("period_end").dt.year()))
        .then(pl.lit("year:") + pl.col("base_year_before").cast(pl.String))
        .when(pl.col("has_any_period") & (pl.col("base_year") == pl.col("period_end").dt.year() - 1))
        .then(pl.lit("previous_year"))
        .when(
            pl.col("has_versus")
            & pl.col("has_any_period")
            & (pl.col("base_year") < pl.col("period_end").dt.year())
        )
        .then(pl.lit("year:") + pl.col("base_year").cast(pl.String))
        .when(of_list)
        .then(pl.lit("same_period"))
    )


def _of_year_before(base: str) -> pl.Expr:
    """The base lies a year before a figure that is itself of a part of its year."""
    span = (pl.col("period_end") - pl.col("period_start")).dt.total_days()
    return (pl.col(base) == pl.col("period_end").dt.year() - 1) & (span < _WHOLE_YEAR_DAYS)


def _averaged() -> pl.Expr:
    """ "tăng bình quân 8%", "tăng 8%/năm", "Bình quân giai đoạn 2021-2024, giá trị sản xuất tăng 8%"."""
    since = pl.max_horizontal("window_start", pl.when(pl.col("source") == "first").then("indicator_row"))
    said = pl.col("last_average") > since
    heads = (pl.col("last_average") > pl.col("last_sentence")) & (
        pl.col("period_row") == pl.col("last_average") + 1
    )
    # "Tốc độ tăng bình quân hằng năm của tổng giá trị sản xuất là 11,4%"
    named = (pl.col("source") == "first") & (pl.col("last_average") > pl.col("window_start"))
    named &= pl.col("before").str.contains(_AVERAGE_PACE)
    # "tăng trưởng bình quân giai đoạn 2006-2010 là 11,3%/năm, giai đoạn 2011-2017 là 9,6%"
    again = (pl.col("last_average") > pl.col("last_sentence")) & (pl.col("dimension").shift(1) == "percent")
    again &= (pl.col("indicator_row") == pl.col("indicator_row").shift(1)) & (pl.col("cue") == "reach")
    again &= pl.col("period_end").dt.year() > pl.col("period_start").dt.year()
    return (said | is_yearly_rate() | heads | named | again).fill_null(False)
