"""Choice: which of the phrases around a quantity is its indicator, by named rules in a fixed order.

Nearest compatible phrase first; a clause that opens a subject of its own which the vocabulary does not know keeps its
figures from the indicator before it. Not here: which phrases a unit fits (`binding`), figures that name nothing of
their own (`continuation`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import FAR
from dagster_project.extraction.plans import with_planned
from dagster_project.extraction.statements.leads import opens_with_growth
from dagster_project.extraction.statements.narrowing import is_narrowed
from dagster_project.extraction.statements.wholes import HEADS_CLAUSE, IN_CLAUSE, is_of_other_whole
from dagster_project.extraction.surroundings import runs
from dagster_project.extraction.surroundings.branches import NEW_SUBJECT_BYTES

PER_ANYTHING = ["percent", "times"]  # dimensions that any indicator may have
_LONG_QUALIFIER_BYTES = 70
_LISTED_BYTES = 160
# "bố trí 1.100 tỷ đồng cho đầu tư xây dựng cơ bản"
_SETS_ASIDE = fold_pattern("(?:bố trí|dành|cân đối|phân bổ|chi)(?: được)?(?: hơn| gần| trên| khoảng)? $")
_SET_ASIDE_FOR = fold_pattern("^ (?:cho |để |vào )(?:các |việc |hoạt động )?")
_FOR_BYTES = len(" cho hoạt động ".encode())
_OF_SCHOOLS = fold_pattern("^ (?:các |số |tổng số )?(?:trường|cơ sở giáo dục)")
# "92% trường tiểu học đạt chuẩn": of one stage only
_OF_ONE_STAGE = fold_pattern(
    "^ (?:các |số |tổng số )?trường (?:mầm non|mẫu giáo|tiểu học|thcs|thpt|trung học)(?: cơ sở| phổ thông)?"
    "(?: công lập)? (?:đã )?(?:đạt|được)"
)
_RANKED_BYTES = 40
_OF_BRANCH_BYTES = len(" của lĩnh vực sản xuất ngành ".encode())
_STANDS_WITH = fold_pattern(
    "(?:thứ|đầu|nhóm|tốp|top|cuối|giữa|bảng|dẫn|vị trí|xếp|đứng)[^,;.]*với(?: hơn| gần| khoảng| trên)? $"
)
_GOES_ON = fold_pattern("^ [a-zà-ỹđ]")
_TOOK_IN = fold_pattern("(?:^|[ ,])thu (?:về |được |về được )?(?:hơn |gần |trên |khoảng )?$")
_FROM = fold_pattern("^ từ (?:việc |công tác |hoạt động |các phiên |nguồn )?")
_FROM_BYTES = len(" từ hoạt động ".encode())
_IS_PART = fold_pattern("^, (?:vẫn |lại )?(?:là|thuộc về|đến từ|nằm ở) ")
_PART = fold_pattern("(?:phần|khoản|ngành|khu vực|nguồn)[^,;.]{0,25}, $")
_IS = fold_pattern("^ {0,3}-? {0,2}(?:đó |đây )?(?:chính )?là ")
# "96% dân số tham gia ...", "giảm 20% số hộ nghèo": the whole that the percentage is of stands behind it
# "hoàn thành 98,9% dự toán thu tiền sử dụng đất"
_PLAN_BEHIND = fold_pattern(
    "^ (?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|mục tiêu) (?:cả năm |năm |về |công tác )?(?:thu|chi|giải ngân|vốn|tổng)"
)
_WHOLE_BEHIND = fold_pattern(
    r"^ (?:trở lên )?(?:tổng )?(?:số )?(?:các )?"
    r"(?:xã|trường|hộ|dân số|người dân|dân|người|học sinh|lao động|chỉ tiêu giao quân|công dân|vụ)"
)

_BOUNDED = fold_pattern("(?:tăng|giảm)(?: thêm| được)? (?:hơn|gần|khoảng|trên|ít nhất|từ) $")
_VERB_OPENS = fold_pattern(r"^[-+*•· ]*(?:ước )?(?:đạt|bằng|tăng|giảm|vượt|hoàn thành)[^0-9;.]{0,30}$")
_OF_THINGS = fold_pattern(
    "^ (?:số |các |tổng số |chiều dài )*(?:tuyến|đường|km|thôn|xóm|tổ|khu|kênh|trạm|cơ sở|công trình|phòng học|"
    "học sinh|giáo viên|gia đình|cán bộ|đảng viên|văn bản|hồ sơ|diện tích|làng|rác|nước|chợ|di tích)"
)
_COMMUNES_BEHIND = fold_pattern("^ (?:số )?(?:các )?xã ")
_COMMUNES_BYTES = len("số xã trên địa bàn huyện được UBND thành phố Hà Nội công nhận là xã ".encode())

# "Ba Vì đã huy động hơn 31.500 tỷ đồng": what a district does with money is compared with no other's figure
_DEALS_WITH = fold_pattern(
    "(?:huy động|thu hút|kêu gọi|đầu tư|hỗ trợ|bố trí|dành|đóng góp|tiếp nhận|trao tặng|quyên góp|ủng hộ)"
    "[^,;.:]{0,30}$"
)

_DIMENSION = pl.col("dimension")
_COUNTED = (
    ~_DIMENSION.is_in(["money", "usd", "percent", "times", "income", "area"]) & _DIMENSION.is_not_null()
)
_IN_SENTENCE = pl.col("first") > pl.col("last_sentence")
_IN_LINE = pl.col("first") > pl.col("last_line_start")
_NEXT_FITS = pl.col("next_indicator_fits")


def choose_indicator(quantities: pl.DataFrame) -> pl.DataFrame:
    """Adds rule, reason (String, one of them null), indicator_row (UInt32), indicator_id, indicator_role,
    forced_measure.

    quantities: with the candidates first_*, second_*, next_indicator_* and what `binding` says of the clause
    """
    quantities = with_planned(quantities, **_chosen())
    itself = pl.col("source") == "itself"
    return quantities.with_columns(
        indicator_row=pl.when(itself).then("row").otherwise(_picked("")),
        indicator_id=pl.when(itself).then("counted_id").otherwise(_picked("_id")),
        indicator_role=_picked("_role"),
        forced_measure=_picked("_measure"),
    )


def _chosen() -> dict[str, pl.Expr]:
    """rule, source (which candidate it takes) and reason; the first rule that holds."""
    names_itself = pl.col("counted_id").is_not_null()
    other_behind, narrowed = _names_other_behind(), is_narrowed()
    hidden = _new_subject() | (
        IN_CLAUSE.fill_null(False) & (pl.col("indicator_bytes") > _LONG_QUALIFIER_BYTES)
    )
    rule = (
        pl.when(names_itself & (pl.col("counted_id") != ""))
        .then(pl.lit("counted_noun"))
        .when(names_itself)
        .then(None)
        .when(_whole_of())
        .then(pl.lit("whole_of"))
        .when(_noun_behind())
        .then(pl.lit("noun_behind"))
        .when(other_behind | narrowed | _goes_on().fill_null(False) | is_of_other_whole() | runs.unequal())
        .then(None)
        .when(_figure_first() | _is_said_to_be() | _touches() | _from_auctions() | opens_with_growth())
        .then(pl.lit("figure_first"))
        .when(_IN_SENTENCE & pl.col("first_fits") & ~hidden)
        .then(pl.lit("nearest_before"))
        .when(_IN_SENTENCE & ~pl.col("first_fits") & pl.col("second_fits") & ~hidden & ~_is_qualified())
        .then(pl.lit("second_before"))
        .when(_carried())
        .then(pl.lit("carried"))
        .when(_compared())
        .then(pl.lit("compared"))
        .when(_listed())
        .then(pl.lit("listed"))
    )
    source = (
        pl.when(rule.is_in(["noun_behind", "figure_first", "whole_of"]))
        .then(pl.lit("next_indicator"))
        .when(rule == "second_before")
        .then(pl.lit("second"))
        .when(rule == "counted_noun")
        .then(pl.lit("itself"))
        .when(rule.is_not_null())
        .then(pl.lit("first"))
    )
    reason = (
        pl.when(rule.is_not_null())
        .then(None)
        .when(_DIMENSION.is_null())
        .then(pl.lit("unknown_unit"))
        .when(hidden | narrowed | other_behind | (pl.col("first_id") == ""))
        .then(pl.lit("unknown_indicator"))
        .when(_IN_SENTENCE & ~pl.col("first_fits"))
        .then(pl.lit("unit_mismatch"))
        .otherwise(pl.lit("unknown_indicator"))
    )
    return {"rule": rule, "source": source, "reason": reason}


def _picked(column: str) -> pl.Expr:
    by_source = pl.when(pl.col("source") == "first").then(f"first{column}")
    return (
        by_source.when(pl.col("source") == "second")
        .then(f"second{column}")
        .when(pl.col("source") == "next_indicator")
        .then(f"next_indicator{column}")
    )


def _next_free() -> pl.Expr:
    """No other figure, mark or sentence stands before the next indicator."""
    return pl.all_horizontal(
        pl.col("next_indicator") < pl.col(stop).fill_null(FAR)
        for stop in ("next_quantity", "next_break", "next_sentence")
    )


def _next_in_sentence() -> pl.Expr:
    return pl.all_horizontal(
        pl.col("next_indicator") < pl.col(stop).fill_null(FAR) for stop in ("next_quantity", "next_sentence")
    )


def _next_within(n_bytes: int) -> pl.Expr:
    return pl.col("next_indicator_pos") - pl.col("end") <= n_bytes


def _whole_of() -> pl.Expr:
    """ "96% dân số tham gia bảo hiểm y tế", "85% về thu ngân sách", "98,9% dự toán thu tiền sử dụng đất",
    "phấn đấu tăng 12% tổng giá trị sản xuất"."""
    percent = (_DIMENSION == "percent") & _next_free() & _NEXT_FITS
    # "89,7% số người dân trên địa bàn thị xã tham gia bảo hiểm y tế"
    insured = (pl.col("next_indicator_id") == "health_insurance_coverage") & _next_within(_LISTED_BYTES // 2)
    whole = (
        pl.col("tail").str.contains(_WHOLE_BEHIND)
        & (
            _next_within(40)
            | insured
            | (pl.col("tail").str.contains(_COMMUNES_BEHIND) & _next_within(_COMMUNES_BYTES))
        )
        & (pl.col("next_indicator_id") != "population")
        & (HEADS_CLAUSE | (pl.col("last_direction") > pl.col("first")).fill_null(False))
    )
    # "100% các trường mầm non, tiểu học và THCS đạt chuẩn quốc gia"
    schools = (
        pl.col("tail").str.contains(_OF_SCHOOLS)
        & (pl.col("next_indicator_id") == "national_standard_schools")
        & HEADS_CLAUSE
        & _next_within(_LISTED_BYTES)
    )
    of_one_stage = pl.col("tail").str.contains(_OF_ONE_STAGE)
    whole &= ~of_one_stage
    schools &= ~of_one_stage
    about = pl.col("tail").str.contains("^ về ") & _next_within(12)
    of_plan = pl.col("tail").str.contains(_PLAN_BEHIND) & HEADS_CLAUSE & _next_within(36)
    changed = pl.col("last_direction") == pl.col("row") - 1
    # "giảm gần 12% số hộ nghèo"
    changed |= (pl.col("last_direction") == pl.col("row") - 2) & pl.col("before").str.contains(_BOUNDED)
    changed &= HEADS_CLAUSE & _next_within(2)
    named = (_DIMENSION == "percent") & schools & _next_in_sentence()
    return percent & (whole | about | of_plan | changed.fill_null(False)) | named


def _noun_behind() -> pl.Expr:
    return _COUNTED & _next_free() & (_next_within(60) | ~_IN_SENTENCE.fill_null(False)) & _NEXT_FITS


def _names_other_behind() -> pl.Expr:
    """The words right behind the figure name a thing that is no indicator."""
    of_money = _DIMENSION.is_in(["money"]) & pl.col("tail").str.contains("^ tiền ")
    return (
        (_COUNTED | of_money)
        & _next_free()
        & (pl.col("next_indicator_pos") - pl.col("number_pos") <= 30)
        & (pl.col("next_indicator_role") == "indicator_other")
    )


def _figure_first() -> pl.Expr:
    return (
        ~_COUNTED
        & _next_free()
        & _NEXT_FITS
        & HEADS_CLAUSE
        & _next_within(40)
        & (pl.col("next_cue") < pl.col("next_indicator"))
    )


def _is_said_to_be() -> pl.Expr:
    """ "1.742 tỷ đồng - đó là số thu ngân sách ...", "phần lớn nhất, 58,4%, vẫn là công nghiệp"."""
    part = pl.col("tail").str.contains(_IS_PART) & pl.col("before").str.contains(_PART)
    said = pl.col("tail").str.contains(_IS) | part
    return ~_COUNTED & HEADS_CLAUSE & _NEXT_FITS & said & _next_within(60) & _next_in_sentence()


def _touches() -> pl.Expr:
    """ "71,3 tỷ đồng vốn đầu tư công", "92,4% tham gia bảo hiểm y tế", "- 9.926 tỷ đồng: thu ngân sách"."""
    set_aside = pl.col("tail").str.contains(_SET_ASIDE_FOR) & pl.col("before").str.contains(_SETS_ASIDE)
    money = _DIMENSION.is_in(["money", "usd"]) & (_next_within(1) | (set_aside & _next_within(_FOR_BYTES)))
    insured = (
        (_DIMENSION == "percent")
        & HEADS_CLAUSE
        & (pl.col("next_indicator_id") == "health_insurance_coverage")
        & _next_within(1)
    )
    heads_line = (
        HEADS_CLAUSE
        & pl.col("tail").str.contains("^ ?: ")
        & _next_within(45)
        & pl.col("before").str.contains(r"^[ *+-]*$")
    )
    return ~_COUNTED & _NEXT_FITS & (money | insured | heads_line) & _next_in_sentence()


def _from_auctions() -> pl.Expr:
    """ "quận thu được 1.190 tỷ đồng từ đấu giá quyền sử dụng đất": where an amount came from."""
    return (
        (_DIMENSION == "money")
        & HEADS_CLAUSE
        & _NEXT_FITS
        & (pl.col("next_indicator_id") == "land_revenue")
        & pl.col("before").str.contains(_TOOK_IN)
        & pl.col("tail").str.contains(_FROM)
        & _next_within(_FROM_BYTES)
        & _next_in_sentence()
    )


def _new_subject() -> pl.Expr:
    """The figure's clause opens a subject that no phrase explains."""
    # "năm 2023 chỉ dám đặt khoản này ở mức 520 tỷ đồng" goes on about what was spoken of
    goes_on = ((pl.col("last_carry") > pl.col("clause_row")) & _IN_SENTENCE).fill_null(False)
    # "Xét về giải ngân, huyện đứng nhóm giữa với 33,6%": the district is the clause's subject
    stands_with = (
        pl.col("before").str.contains(_STANDS_WITH)
        & pl.col("place_heads_clause")
        & (pl.col("clause_bytes") <= _RANKED_BYTES)
    )
    opens = ~IN_CLAUSE.fill_null(True) & (pl.col("clause_bytes") > NEW_SUBJECT_BYTES)
    # "có tốc độ tăng trưởng cao như: sản xuất hóa chất (tăng 117,3%), chế biến gỗ (tăng 18,9%)"
    opens |= (
        (pl.col("last_direction") > pl.col("last_open"))
        & (pl.col("last_open") > pl.col("last_quantity").fill_null(0))
        & (pl.col("first") < pl.col("outer_row"))
        & (pl.col("outer_bytes") > NEW_SUBJECT_BYTES)
        & pl.col("first_id").str.contains("^gross_output|^economic_growth")
    ).fill_null(False)
    return opens & ~goes_on & ~stands_with.fill_null(False)


def _is_qualified() -> pl.Expr:
    """ "thu ngân sách từ khu vực ngoài quốc doanh", "giá trị nông nghiệp trên 1ha canh tác": the words that follow an
    indicator make another thing of it."""
    return (
        (pl.col("first_role") == "indicator_other")
        & pl.col("second_id").str.contains("_revenue$|^gross_output")
        & (
            (pl.col("first_pos") - pl.col("second_end") <= 1)
            # "giá trị sản xuất của ngành trồng trọt"
            | (
                (pl.col("first_measure") == "output")
                & (pl.col("first_pos") - pl.col("second_end") <= _OF_BRANCH_BYTES)
            ).fill_null(False)
        )
    )


def _carried() -> pl.Expr:
    opens = pl.col("clause_bytes") <= NEW_SUBJECT_BYTES
    carries = (pl.col("last_carry") > pl.col("last_sentence")).fill_null(False)
    # "122/122 thôn có nhà văn hóa, đạt 100%": the percentage is that of a count that nothing here is about
    of_count = (
        (_DIMENSION == "percent")
        & (pl.col("last_quantity") > pl.col("last_sentence"))
        & pl.col("last_quantity_dimension").is_null()
    ).fill_null(False)
    # "trên 93% tuyến đường được bê tông hóa": of other things, which are named
    of_things = (_DIMENSION == "percent") & pl.col("tail").str.contains(_OF_THINGS)
    opens &= ~of_count & ~of_things
    # "Con số này bằng ..." in a line of its own; "+ đạt 109,3% dự toán" below "1) Thu ngân sách: ..."
    sub_item = (
        (pl.col("role_of_line") == "list_item")
        & (_DIMENSION == "percent")
        & pl.col("before").str.contains(_VERB_OPENS)
    )
    below = ((pl.col("line_gap") <= 1) & carries) | ((pl.col("line_gap") <= 3) & sub_item)
    here = _IN_LINE & (opens | carries)
    # "Năm ngoái, con số này là 3.870 lao động"
    counted = _COUNTED & ~(carries & (pl.col("last_quantity_dimension") == _DIMENSION).fill_null(False))
    return (here | below) & ~_IN_SENTENCE & pl.col("first_fits") & ~counted


def _compared() -> pl.Expr:
    """ "Phúc Thọ thấp nhất: 41,3 tỷ đồng": another district's figure of what the article compares."""
    line_before = (pl.col("line_gap") <= 1) & (pl.col("last_named") > pl.col("last_line_start"))
    marks = pl.max_horizontal("last_sentence", "last_comma", "last_semicolon", "last_quantity")
    return (
        (_IN_LINE | line_before)
        & ~_IN_SENTENCE
        & pl.col("first_fits")
        & ~_COUNTED
        & (pl.col("last_named") > marks)
        & (pl.col("clause_bytes") <= 30)
        & ~pl.col("before").str.contains(_DEALS_WITH)
    )


def _goes_on() -> pl.Expr:
    """ "...; 2 xã được công nhận là điểm đến du lịch": a count heads its clause and goes on about another thing."""
    return (
        _COUNTED
        & HEADS_CLAUSE
        & (pl.col("last_cue") <= pl.col("clause_row")).fill_null(True)
        & pl.col("tail").str.contains(_GOES_ON)
    )


def _listed() -> pl.Expr:
    return (
        pl.col("role_of_line").is_in(["list_item", "table_row"])
        & ~_IN_LINE
        & pl.col("first_fits")
        & (pl.col("line_gap") <= 40)
        & (pl.col("indicator_line_role") != "list_item")
    )
