"""Levels: when an amount or a count says how much there is, and when it is a change, a part or another year's.

Not here: percentages and multiples (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.reductions import CHANGED_ASIDE
from dagster_project.extraction.statements.status import is_to_come
from dagster_project.extraction.surroundings.figures import is_of_a_year

# "52/68 trường (76,5%)": of all there are
COUNTED_WHOLES = (
    "national_standard_schools",
    "new_rural_communes",
    "advanced_new_rural_communes",
    "model_new_rural_communes",
)
# "Dân số tăng nhanh: năm 2019 quận có 286.102 người": the change is told, and then how many there were in a year
_THERE_WERE = fold_pattern(
    "^(?: (?:quận|huyện|thị xã|toàn|cả|địa bàn|trên|mới|chỉ|đã))* có(?: hơn| gần| khoảng)? ?$"
)
_STOCKS = (
    *COUNTED_WHOLES,
    "poor_households",
    "near_poor_households",
    "enterprises_active",
    "household_businesses_active",
    "population",
)
_ADDED = fold_pattern("(?:^|[ ,;.(])thêm(?: được)?(?: khoảng| hơn| gần| ít nhất)? ?$")
# "giảm từ 0,24% xuống còn 0,11%": where the change came from, unless its year is named
_FROM = fold_pattern("(?:^|[ ,;(])từ(?: mức)?(?: hơn| gần| trên| khoảng)? ?$")
_ON_TO = fold_pattern(r"^[^,;.]{0,40}(?:lên|xuống|còn|giảm|tăng|thành)(?: |$)")
_LEADS_IN = fold_pattern("(?:^|[ ,])(?:được|là)(?: hơn| gần| khoảng)? $")
_EXCEEDS_LISTED = fold_pattern("vượt[^;.]*: ")  # "vượt dự toán, gồm: Hoài Đức 1.820 tỷ đồng, ..."
_JOINED_BY = fold_pattern("^(?:,| và|, và) $")
_IS = fold_pattern("^ là $")
_BROUGHT_TO = fold_pattern("(?:nâng|đưa)[^;.]*(?:lên|thành|là)(?: tới| thành| đến)? $")
_UPWARDS = fold_pattern("^ trở lên")
_OF_A_TIME = fold_pattern(
    r"^ ?\(?(?:cùng |hồi |vào |của |ở |cuối |đầu |đến |tính |trong )*(?:năm|tháng|quý|giai đoạn|kỳ|nhiệm kỳ|19|20|hiện)"
)
# "tăng khá so với cùng kỳ, ước đạt 900 tỷ đồng": the change is told, and then what came of it
_CAME_OF_IT = fold_pattern(
    "(?:so với|cùng kỳ)[^;.]{0,40}, (?:ước |ước tính )?(?:đạt|thực hiện|thu được)(?: hơn| trên| gần| khoảng)? ?$"
)
_EMPLOYERS = ["enterprise", "household_business", "establishment"]
_EMPLOYS = fold_pattern(
    "^ ?(?:làng nghề|cụm công nghiệp|khu công nghiệp|ccn|kcn|hợp tác xã|htx|dn|trang trại)"
)
_WORTH = fold_pattern(
    "[,:;.] (?:với )?(?:tổng )?giá trị(?: ước| đạt| thực hiện)+(?: hơn| gần| trên| khoảng)? $"
)
_WAGES = fold_pattern("^[ ,]*(?:địa phương|tại chỗ|nông thôn)?,? ?(?:với|có|và)? ?(?:mức )?thu nhập")
_ON_FROM = fold_pattern("^ ?(?:đến|-|tới) ?$")
_MARK = fold_pattern("vượt(?: qua)? (?:mốc|ngưỡng|con số)(?: hơn| trên)? $")
_PASSES = fold_pattern("vượt $")
_OF_PLAN = fold_pattern("dự toán|kế hoạch|chỉ tiêu|so với|so cùng|cùng kỳ|nhiệm vụ|pháp lệnh|giao")
_NO_EXCESS = 1000  # billions: no district takes in so much more than it was told to
_OF_PEOPLE = fold_pattern("đầu người|người dân|nhân dân|hộ gia đình|toàn (?:quận|huyện|thị xã)")
_SETTLES = fold_pattern("giải quyết|việc làm mới")
_HELD_AUCTION = fold_pattern("(?:tổ chức|mở)(?: thành công)? (?:phiên |cuộc )?đấu giá|đấu giá thành công")


def came_from() -> pl.Expr:
    """The figure is one that a change came from, and no time is named for it."""
    return (
        pl.col("before").str.contains(_FROM)
        & pl.col("part").is_null()
        & pl.col("tail").str.contains(_ON_TO)
        & ~pl.col("tail").str.contains(_UPWARDS)
        & ~pl.col("tail").str.contains(_OF_A_TIME)
    )


def with_times_of_bases(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "công nghiệp từ 58% năm 2020 lên 61%, dịch vụ từ 32% lên 33%": where the second change came from is of the time
    that the first one's base names."""
    based = pl.when(of_a_time_left() & pl.col("measure").is_not_null())

    def of_base(name: str) -> pl.Expr:
        return based.then(name).forward_fill().shift(1)

    same_indicator = pl.col("indicator_id") == pl.col("indicator_id").shift(-1)
    takes = (
        came_from()
        & pl.col("measure").is_null()
        & pl.col("reason").is_null()
        & same_indicator
        & pl.col("measure").shift(-1).is_in(["level", "share"])
        & (of_base("last_sentence") == pl.col("last_sentence"))
        & (of_base("dimension") == pl.col("dimension"))
    ).fill_null(False)
    return with_planned(
        quantities,
        measure=pl.when(takes).then(pl.col("measure").shift(-1)).otherwise("measure"),
        period_start=pl.when(takes).then(of_base("period_start")).otherwise("period_start"),
        period_end=pl.when(takes).then(of_base("period_end")).otherwise("period_end"),
    )


def of_a_time_left() -> pl.Expr:
    """ "tăng mạnh, từ 2.180 tỷ đồng năm 2015 lên ...": the figure is no change, but what it came from."""
    return pl.col("before").str.contains(_FROM) & pl.col("tail").str.contains(_OF_A_TIME)


def is_part_of_level_before() -> pl.Expr:
    """ "9.318 lao động có việc làm, trong đó 1.320 người qua vay vốn": a part of the same indicator's level."""
    before = pl.col("row").shift(1)
    # "toàn thành phố còn 2.190 hộ nghèo, trong đó huyện Ba Vì còn 677 hộ": a district's own
    of_district = (pl.col("last_named") > pl.col("last_among")).fill_null(False)
    # "phát hiện 264 vụ, trong đó năm 2021 có 121 vụ": that year's own
    of_own_time = (pl.col("last_period") > pl.col("last_among")).fill_null(False)
    return (
        ~(of_district | of_own_time)
        & (pl.col("indicator_id") == pl.col("indicator_id").shift(1))
        & (pl.col("dimension").shift(1) == pl.col("dimension"))
        & ~pl.col("dimension").is_in(["money", "usd", "income"])
        & (pl.col("last_among") > before)
        & ((before > pl.col("last_sentence")) | (pl.col("last_among") == pl.col("last_sentence") + 1))
        & (pl.col("line") == pl.col("line").shift(1))
    ).fill_null(False)


def _employed() -> pl.Expr:
    """ "12.480 doanh nghiệp đang hoạt động, tạo việc làm cho 95.000 lao động": who works there, no new jobs."""
    employs = pl.col("dimension").is_in(_EMPLOYERS) | pl.col("tail").str.contains(_EMPLOYS)
    employer = pl.when(employs).then("row").forward_fill().shift(1)
    return (
        (pl.col("indicator_id") == "jobs_created")
        & (employer > pl.max_horizontal("last_sentence", "last_semicolon").fill_null(0))
        & (pl.col("indicator_row") > employer)
        & (~pl.col("before").str.contains(_SETTLES) | _all_employed(employer))
    ).fill_null(False)


def _all_employed(employer: pl.Expr) -> pl.Expr:
    """ "2.846 doanh nghiệp đang hoạt động, giải quyết việc làm cho 60.000 lao động": by all that there are, unless it
    has a plan."""
    all_there_are = pl.col("indicator_id").shift(1).str.contains("_active$") & (
        employer == pl.col("row").shift(1)
    )
    planned = (pl.col("indicator_id").shift(-1) == "jobs_created") & pl.col("to_plan").shift(-1)
    return all_there_are & ~planned.fill_null(False) & ~pl.col("directed")


def _brings_to_total() -> pl.Expr:
    """ "có 3 xã đạt chuẩn nâng cao, nâng tổng số lên 14 xã": those that were added."""
    return (
        pl.col("indicator_id").is_in(list(_STOCKS))
        & (pl.col("indicator_id") == pl.col("indicator_id").shift(-1))
        & (pl.col("last_sentence") == pl.col("last_sentence").shift(-1))
        & pl.col("before").shift(-1).str.contains(_BROUGHT_TO)
        & (pl.col("value") < pl.col("value").shift(-1))
        & ~pl.col("before").str.contains(_BROUGHT_TO)
    ).fill_null(False)


def _earned() -> pl.Expr:
    """ "tạo việc làm cho 7.400 lao động với thu nhập 5,5 triệu đồng/người/tháng": what those earn who work there."""
    # "từ 4 đến 6,5 triệu đồng"
    low = pl.col("dimension").shift(1).ne_missing(pl.lit("person")) & pl.col("before").str.contains(_ON_FROM)
    workers = pl.when(low).then(pl.col("dimension").shift(2)).otherwise(pl.col("dimension").shift(1))
    lead = pl.when(low).then(pl.col("before").shift(1)).otherwise("before")
    return (
        (pl.col("indicator_id") == "income_per_capita")
        & (workers == "person")
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & lead.str.contains(_WAGES)
        & ~lead.str.contains(_OF_PEOPLE)
    ).fill_null(False)


def _of_one_auction() -> pl.Expr:
    """ "Ngày 19/11, huyện tổ chức đấu giá 27 thửa đất, thu 40 tỷ đồng": of a day, not of the period."""
    held = pl.when(pl.col("before").str.contains(_HELD_AUCTION)).then("last_sentence").forward_fill()
    return (
        (pl.col("indicator_id") == "land_revenue")
        & (pl.col("last_day") > pl.col("last_sentence"))
        & (held == pl.col("last_sentence"))
    ).fill_null(False)


def passes_level() -> pl.Expr:
    """ "Thu ngân sách đã vượt mốc 5.400 tỷ đồng", "phấn đấu thu ngân sách vượt 6.100 tỷ đồng": no plan is spoken of."""
    of_plan = pl.col("before").str.contains(_OF_PLAN) | pl.col("tail").str.contains(_OF_PLAN)
    level = pl.col("before").str.contains(_PASSES) & ~of_plan & (pl.col("value") >= _NO_EXCESS)
    return pl.col("before").str.contains(_MARK) | (level & (pl.col("dimension") == "money"))


def _of_a_sector() -> pl.Expr:
    """ "Dịch vụ tăng 12%, đạt 5.300 tỷ đồng", "Nông nghiệp ổn định, giá trị ước đạt 1.240 tỷ đồng": of a sector whose
    output the text does not name, an amount that is a level all the same."""
    grown = (
        (pl.col("cue_value") == "at")
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & (pl.col("dimension").shift(1) == "percent")
        & (pl.col("indicator_row").shift(1) == pl.col("indicator_row"))
    )
    money = pl.col("dimension") == "money"
    return (money & (grown | pl.col("before").str.contains(_WORTH))).fill_null(False)


def measure_of_level() -> pl.Expr:
    cue = pl.col("cue")
    moved = (cue == "direction") & pl.col("directed_since") & ~of_a_time_left()
    moved &= ~pl.col("before").str.contains(_CAME_OF_IT)
    moved &= ~(
        (pl.col("last_period") > pl.col("last_direction")) & pl.col("before").str.contains(_THERE_WERE)
    ).fill_null(False)
    # "giảm 0,7% số hộ nghèo (290 hộ)": the change once more, in number
    moved |= (
        (pl.col("dimension") == "household")
        & pl.col("inside")
        & (pl.col("last_open") == pl.col("row") - 1)
        & (pl.col("dimension").shift(1) == "percent")
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & (pl.col("cue").shift(1) == "direction")
    ).fill_null(False)
    # "giảm so với năm 2020 được 310 hộ"
    moved |= (
        (pl.col("last_versus") == pl.col("last_direction") + 1)
        & pl.col("directed")
        & pl.col("before").str.contains(_LEADS_IN)
        & ~(pl.col("last_carry") > pl.col("last_versus")).fill_null(False)
    ).fill_null(False)
    # "hộ nghèo giảm nhiều (310 hộ)"
    moved |= pl.col("before").str.contains(CHANGED_ASIDE)
    # "giảm 112 hộ nghèo, 245 hộ cận nghèo": said of both
    moved |= (
        moved.shift(1)
        & pl.col("before").str.contains(_JOINED_BY)
        & (pl.col("dimension") == pl.col("dimension").shift(1))
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & ~pl.col("dimension").is_in(["money", "usd", "percent"])
    ).fill_null(False)
    beyond = (cue == "exceed") & pl.col("dimension").is_in(["money", "usd"]) & ~pl.col("plan_first")
    beyond &= ~pl.col("before").str.contains(_EXCEEDS_LISTED) & ~passes_level()
    # "năm nào cũng vượt chỉ tiêu, tổng thu ngân sách đạt 3.400 tỷ đồng": the sum has a clause of its own
    beyond &= ~pl.col("last_comma").is_between(pl.col("last_cue"), pl.col("indicator_row")).fill_null(False)
    # "vượt 3 xã so với kế hoạch"; "thêm 4 trường chuẩn quốc gia" is no number of what there is
    beyond = beyond | ((cue == "exceed") & pl.col("has_versus") & pl.col("to_plan"))
    added = pl.col("before").str.contains(_ADDED) & pl.col("indicator_id").is_in(list(_STOCKS))
    added |= _brings_to_total()
    # "cao hơn năm 2015 là 31 triệu đồng": by how much
    moved |= (
        (pl.col("last_direction") == pl.col("row") - 3)
        & pl.col("base_year_beyond").is_not_null()
        & pl.col("before").str.contains(_IS)
    ).fill_null(False)
    return (
        pl.when((pl.col("part") == "denominator").fill_null(False))
        .then(None)
        .when(
            ((pl.col("indicator_role") == "indicator_sector") & ~_of_a_sector())
            | (pl.col("comparator_before") & ~is_of_a_year())
            | pl.col("event_before")
            | _of_one_auction()
            | _employed()
            | _earned()
        )
        .then(None)
        .when(pl.col("plan_amount") & ~is_to_come())
        .then(None)
        .when(
            (moved | beyond)
            & pl.col("rule").is_in(["nearest_before", "second_before", "carried", "noun_behind"])
        )
        .then(None)
        # "tăng thu ngân sách 500 tỷ đồng"
        .when(
            (pl.col("forced_measure") == "growth")
            & cue.is_null()
            & pl.col("dimension").is_in(["money", "usd"])
        )
        .then(None)
        # "tăng 4,25% (+268 tỷ đồng)"
        .when((pl.col("signed") == "+") & pl.col("inside"))
        .then(None)
        .when((pl.col("indicator_id") == "economic_growth") | added | came_from() | is_part_of_level_before())
        .then(None)
        .otherwise(pl.lit("level"))
    )
