"""Binding: which indicator a quantity is a figure of, or why it is of none.

Nearest compatible phrase first, by named rules; a clause that opens a subject of its own which the vocabulary does not
know keeps its figures from the indicator before it. Not here: what the figure says of the indicator (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.statements.continuation import continue_figures
from dagster_project.extraction.surroundings import figures, runs
from dagster_project.extraction.surroundings.neighbours import INDICATOR_ROLES

_PER_ANYTHING = ["percent", "times"]
_NEW_SUBJECT_BYTES = 9  # letters that no phrase explains: more than one short word is a subject of its own
_LONG_QUALIFIER_BYTES = 70
_SHORT_FORM_BYTES = 9  # "chi", "đã chi"
_FOR_PURPOSE = fold_pattern(
    "^ (?:để |nhằm )?(?:hỗ trợ|mua|xây|trả|tặng|trợ cấp|chi trả|thưởng|lắp|sửa|cải tạo)"
)
_RANKED_BYTES = 40
_FAR = 2**31
_STANDS_WITH = fold_pattern(
    "(?:thứ|đầu|nhóm|tốp|top|cuối|giữa|bảng|dẫn|vị trí|xếp|đứng)[^,;.]*với(?: hơn| gần| khoảng| trên)? $"
)
_GOES_ON = fold_pattern("^ [a-zà-ỹđ]")
_IS_PART = fold_pattern("^, (?:vẫn |lại )?(?:là|thuộc về|đến từ|nằm ở) ")
_PART = fold_pattern("(?:phần|khoản|ngành|khu vực|nguồn)[^,;.]{0,25}, $")
_IS = fold_pattern("^ {0,3}-? {0,2}(?:đó |đây )?(?:chính )?là ")
_OTHER_WHOLE = fold_pattern(
    r"^ (?:các |số |tổng số |toàn bộ )?(?:tổ dân phố|phường|xã|thôn|làng|người|hộ|gia đình|trường|tuyến|đường|"
    "học sinh|trẻ|thanh niên|phụ nữ|cơ quan|đơn vị|cán bộ|đảng viên|đoàn viên|công chức|công trình|dự án|hồ sơ|"
    "trạm|diện tích|doanh nghiệp|cơ sở|rác|chất thải|văn bản|thủ tục|dịch vụ công|di tích|chợ|khu|cụm|vốn)"
)
# "96% dân số tham gia ...", "giảm 20% số hộ nghèo": the whole that the percentage is of stands behind it
# "hoàn thành 98,9% dự toán thu tiền sử dụng đất"
_PLAN_BEHIND = fold_pattern(
    "^ (?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|mục tiêu) (?:cả năm |năm |về |công tác )?(?:thu|chi|giải ngân|vốn|tổng)"
)
_WHOLE_BEHIND = fold_pattern(
    r"^ (?:trở lên )?(?:tổng )?(?:số )?"
    r"(?:xã|trường|hộ|dân số|người dân|dân|người|học sinh|lao động|chỉ tiêu giao quân|công dân)"
)


def bind(quantities: pl.DataFrame, stream: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """Adds indicator_row (UInt32), indicator_id, forced_measure, indicator_role, rule; or reason where none binds.

    quantities: the neighbours, with dimension, part and role_of_line
    """
    chain = _indicator_chain(stream)
    quantities = quantities.with_columns(
        first=pl.when(
            pl.col("inside") | (pl.col("last_outer_indicator") < pl.col("last_sentence")).fill_null(True)
        )
        .then("last_indicator")
        .otherwise("last_outer_indicator")
    )
    quantities = quantities.with_columns(
        answer=runs.answered(quantities, stream, runs.indicator_rows(), "first", "indicator")
    ).with_columns(first=pl.coalesce("answer", "first"))
    quantities = quantities.join(
        chain.select(first="row", second="previous"), on="first", how="left", maintain_order="left"
    )
    quantities = figures.with_bare_counts(quantities)
    for name in ("first", "second", "next_indicator"):
        quantities = _with_indicator(quantities, stream, vocabulary, name)
    return continue_figures(_choose(_with_subjects(quantities, stream)))


def _indicator_chain(stream: pl.DataFrame) -> pl.DataFrame:
    """For each indicator's row the one before it, where nothing but words stands between them."""
    marks = stream.select(
        "row",
        "role",
        stop=pl.when(pl.col("role").is_in(["quantity", "punct", "sentence"])).then("row").forward_fill(),
    )
    chain = marks.filter(pl.col("role").is_in(list(INDICATOR_ROLES))).with_columns(
        previous=pl.col("row").shift(1)
    )
    return chain.select(
        "row", previous=pl.when(pl.col("previous") > pl.col("stop").fill_null(0)).then("previous")
    )


def _with_indicator(
    quantities: pl.DataFrame, stream: pl.DataFrame, vocabulary: Vocabulary, name: str
) -> pl.DataFrame:
    """<name>_id, _role, _measure, _pos, _end, and _fits: whether the unit is one that the indicator may have."""
    at = quantities[name]
    quantities = quantities.with_columns(
        **{
            f"{name}_{column}": stream[source].gather(at, null_on_oob=True)
            for column, source in {
                "id": "value",
                "role": "role",
                "measure": "measure",
                "pos": "pos",
                "end": "end",
            }.items()
        }
    )
    fitting = vocabulary.accepted.select(
        pl.col("indicator_id").alias(f"{name}_id"), "dimension", pl.lit(True).alias("accepted")
    )
    quantities = quantities.join(fitting, on=[f"{name}_id", "dimension"], how="left", maintain_order="left")
    fits = pl.col("accepted").fill_null(False) | (
        pl.col("dimension").is_in(_PER_ANYTHING)
        & (pl.col(f"{name}_id") != "")
        & ~pl.col(f"{name}_role").is_in(["indicator_target", "indicator_narrow"])
    )
    fits = fits & ((pl.col(f"{name}_role") != "indicator_narrow") | (pl.col("dimension") == "income"))
    counts = pl.col(f"{name}_id").is_in(
        vocabulary.indicators.filter(pl.col("canonical_unit") == "count")["indicator_id"].implode()
    )
    end, row = pl.col(f"{name}_end"), pl.col(name)
    own = row > pl.max_horizontal("last_quantity", "last_sentence").fill_null(0)
    leads = (
        pl.col("count_introduced")
        | (own & pl.col("count_led_in"))
        | (own & (pl.col("pos") - end).is_between(0, 1))
    )
    bare_count = (
        pl.col("dimension").is_null()
        & counts
        & ((pl.col("count_ends") & leads) | pl.col("count_opens_line"))
        & (pl.col("decimals") <= 0)
        & ((pl.col("run_length") == 1) | pl.col("answer").is_not_null())
        & (pl.col(f"{name}_role") != "indicator_target")
    )
    fits = (fits | bare_count) & (pl.col(f"{name}_id") != "").fill_null(False)
    return quantities.with_columns(fits.fill_null(False).alias(f"{name}_fits")).drop("accepted")


def _with_subjects(quantities: pl.DataFrame, stream: pl.DataFrame) -> pl.DataFrame:
    """clause_bytes, indicator_bytes: letters that no phrase explains between the clause's start, or the indicator, and
    the quantity; place_heads_clause: the clause begins with a district."""
    # whoever speaks opens a subject of his own: the verb by which he is quoted explains nothing
    says = (stream["value"] == "says").fill_null(False).cast(pl.Int64)
    explained = ((stream["end"] - stream["pos"] + 1) * (1 - says)).cum_sum()
    row = quantities["row"]
    clause = quantities.select(
        pl.max_horizontal("last_break", "last_quantity", "last_sentence", "last_among").fill_null(0)
    ).to_series()

    def unexplained(start_row: pl.Series) -> pl.Series:
        between = explained.gather(row - 1) - explained.gather(start_row, null_on_oob=True)
        return (quantities["pos"] - stream["end"].gather(start_row, null_on_oob=True)) - between

    place = stream["place"].gather(quantities["last_place"], null_on_oob=True)
    district = place.is_not_null() & ~place.is_in(["ward", "city", "other"])
    return quantities.with_columns(
        clause_row=clause,
        clause_bytes=unexplained(clause),
        indicator_bytes=unexplained(quantities["first"]),
        place_heads_clause=district & (quantities["last_place"] - clause).is_between(1, 2),
    )


def _choose(quantities: pl.DataFrame) -> pl.DataFrame:
    dimension = pl.col("dimension")
    counted = (
        ~dimension.is_in(["money", "usd", "percent", "times", "income", "area"]) & dimension.is_not_null()
    )
    in_sentence = pl.col("first") > pl.col("last_sentence")
    in_clause = pl.col("first") > pl.col("clause_row")
    next_free = (
        (pl.col("next_indicator") < pl.col("next_quantity").fill_null(_FAR))
        & (pl.col("next_indicator") < pl.col("next_break").fill_null(_FAR))
        & (pl.col("next_indicator") < pl.col("next_sentence").fill_null(_FAR))
    )
    near_behind = pl.col("next_indicator_pos") - pl.col("end") <= 60
    noun_behind = (
        counted & next_free & (near_behind | ~in_sentence.fill_null(False)) & pl.col("next_indicator_fits")
    )
    names_other_behind = (
        (counted | (dimension.is_in(["money"]) & pl.col("tail").str.contains("^ tiền ")))
        & next_free
        & (pl.col("next_indicator_pos") - pl.col("number_pos") <= 30)
        & (pl.col("next_indicator_role") == "indicator_other")
    )
    whole_of = (
        (dimension == "percent")
        & next_free
        & pl.col("next_indicator_fits")
        & pl.col("tail").str.contains(_WHOLE_BEHIND)
        & (pl.col("next_indicator_pos") - pl.col("end") <= 40)
    )
    about = (
        (dimension == "percent")
        & next_free
        & pl.col("next_indicator_fits")
        & (
            (pl.col("tail").str.contains("^ về ") & (pl.col("next_indicator_pos") - pl.col("end") <= 12))
            | (
                pl.col("tail").str.contains(_PLAN_BEHIND)
                & ~in_clause.fill_null(False)
                & (pl.col("next_indicator_pos") - pl.col("end") <= 36)
            )
        )
    )
    whole_of = (
        whole_of
        & (pl.col("next_indicator_id") != "population")
        & (~in_clause.fill_null(False) | (pl.col("last_direction") > pl.col("first")).fill_null(False))
    ) | about
    names_itself = pl.col("counted_id").is_not_null()
    figure_first = (
        ~counted
        & next_free
        & pl.col("next_indicator_fits")
        & ~in_clause.fill_null(False)
        & (pl.col("next_indicator_pos") - pl.col("end") <= 40)
        & (pl.col("next_cue") < pl.col("next_indicator"))
    )
    # "1.742 tỷ đồng - đó là số thu ngân sách ..."
    is_said_to_be = (
        ~counted
        & ~in_clause.fill_null(False)
        & pl.col("next_indicator_fits")
        & (
            pl.col("tail").str.contains(_IS)  # or "phần lớn nhất, 58,4%, vẫn là công nghiệp"
            | (pl.col("tail").str.contains(_IS_PART) & pl.col("before").str.contains(_PART))
        )
        & (pl.col("next_indicator_pos") - pl.col("end") <= 60)
        & (
            pl.col("next_indicator")
            < pl.min_horizontal(
                pl.col("next_quantity").fill_null(_FAR), pl.col("next_sentence").fill_null(_FAR)
            )
        )
    )
    # "71,3 tỷ đồng vốn đầu tư công", "- 9.926 tỷ đồng: thu ngân sách"
    touches = (
        ~counted
        & pl.col("next_indicator_fits")
        & (
            (dimension.is_in(["money", "usd"]) & (pl.col("next_indicator_pos") - pl.col("end") <= 1))
            # "quận có 337 nghìn dân, 92,4% tham gia bảo hiểm y tế"
            | (
                (dimension == "percent")
                & ~in_clause.fill_null(False)
                & (pl.col("next_indicator_id") == "health_insurance_coverage")
                & (pl.col("next_indicator_pos") - pl.col("end") <= 1)
            )
            | (
                ~in_clause.fill_null(False)
                & pl.col("tail").str.contains("^ ?: ")
                & (pl.col("next_indicator_pos") - pl.col("end") <= 45)
                & pl.col("before").str.contains(r"^[ *+-]*$")
            )
        )
        & (
            pl.col("next_indicator")
            < pl.min_horizontal(
                pl.col("next_quantity").fill_null(_FAR), pl.col("next_sentence").fill_null(_FAR)
            )
        )
    )
    figure_first = figure_first | is_said_to_be | touches
    new_subject = ~in_clause.fill_null(True) & (pl.col("clause_bytes") > _NEW_SUBJECT_BYTES)
    # "năm 2023 chỉ dám đặt khoản này ở mức 520 tỷ đồng" goes on about what was spoken of
    new_subject &= ~((pl.col("last_carry") > pl.col("clause_row")) & in_sentence).fill_null(False)
    # "Xét về giải ngân, huyện đứng nhóm giữa với 33,6%": the district is the clause's subject
    stands_with = (
        pl.col("before").str.contains(_STANDS_WITH)
        & pl.col("place_heads_clause")
        & (pl.col("clause_bytes") <= _RANKED_BYTES)
    )
    new_subject &= ~stands_with.fill_null(False)
    far = in_clause.fill_null(False) & (pl.col("indicator_bytes") > _LONG_QUALIFIER_BYTES)
    opens = pl.col("clause_bytes") <= _NEW_SUBJECT_BYTES
    in_line = pl.col("first") > pl.col("last_line_start")
    carried = (
        in_line
        & ~in_sentence
        & pl.col("first_fits")
        & ~counted
        & (opens | (pl.col("last_carry") > pl.col("last_sentence")).fill_null(False))
    )
    # "Phúc Thọ thấp nhất: 41,3 tỷ đồng": another district's figure of what the article compares
    compared = (
        (in_line | ((pl.col("line_gap") <= 1) & (pl.col("last_named") > pl.col("last_line_start"))))
        & ~in_sentence
        & pl.col("first_fits")
        & ~counted
        & (
            pl.col("last_named")
            > pl.max_horizontal("last_sentence", "last_comma", "last_semicolon", "last_quantity")
        )
        & (pl.col("clause_bytes") <= 30)
    )
    narrowed = (pl.col("last_narrow") > pl.max_horizontal("first", "last_quantity")).fill_null(False)
    # "huyện đã chi 37 tỷ đồng hỗ trợ 28.600 người": of one purpose, not of the budget
    narrowed |= (
        (pl.col("first_id") == "budget_expenditure")
        & (pl.col("first_end") - pl.col("first_pos") <= _SHORT_FORM_BYTES)
        & pl.col("tail").str.contains(_FOR_PURPOSE)
    ).fill_null(False)
    # "...; 2 xã được công nhận là điểm đến du lịch": a count that opens its clause and goes on about something else
    own_words = (
        counted
        & ~in_clause.fill_null(False)
        & (pl.col("last_cue") <= pl.col("clause_row")).fill_null(True)
        & pl.col("tail").str.contains(_GOES_ON)
    )
    # "..., 100% phường có nhà văn hóa": a whole that no indicator is of
    of_other_whole = (
        (dimension == "percent")
        & ~in_clause.fill_null(False)
        & pl.col("tail").str.contains(_OTHER_WHOLE)
        & pl.col("before").str.contains(r"(?:[,;:] |^[ •*+-]*)$")
    )
    listed = (
        pl.col("role_of_line").is_in(["list_item", "table_row"])
        & ~in_line
        & pl.col("first_fits")
        & (pl.col("line_gap") <= 40)
        & (pl.col("indicator_line_role") != "list_item")
    )
    rule = (
        pl.when(names_itself & (pl.col("counted_id") != ""))
        .then(pl.lit("counted_noun"))
        .when(names_itself)
        .then(None)
        .when(whole_of)
        .then(pl.lit("whole_of"))
        .when(noun_behind)
        .then(pl.lit("noun_behind"))
        .when(names_other_behind | narrowed | own_words.fill_null(False))
        .then(None)
        .when(of_other_whole)
        .then(None)
        .when(figure_first)
        .then(pl.lit("figure_first"))
        .when(in_sentence & pl.col("first_fits") & ~new_subject & ~far)
        .then(pl.lit("nearest_before"))
        .when(
            in_sentence
            & ~pl.col("first_fits")
            & pl.col("second_fits")
            & ~new_subject
            # "thu thuế ngoài quốc doanh": the words that follow make another thing of it
            & ~(
                (pl.col("first_role") == "indicator_other")
                & (pl.col("second_id") == "tax_revenue")
                & (pl.col("first_pos") - pl.col("second_end") <= 1)
            )
        )
        .then(pl.lit("second_before"))
        .when(carried)
        .then(pl.lit("carried"))
        .when(compared)
        .then(pl.lit("compared"))
        .when(listed)
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
        .when(dimension.is_null())
        .then(pl.lit("unknown_unit"))
        .when(new_subject | far | narrowed | names_other_behind | (pl.col("first_id") == ""))
        .then(pl.lit("unknown_indicator"))
        .when(in_sentence & ~pl.col("first_fits"))
        .then(pl.lit("unit_mismatch"))
        .otherwise(pl.lit("unknown_indicator"))
    )
    # lazily: the conditions have parts in common, each is then worked out once
    quantities = quantities.lazy().with_columns(rule=rule, source=source, reason=reason).collect()

    def picked(column: str) -> pl.Expr:
        by_source = pl.when(pl.col("source") == "first").then(f"first{column}")
        return (
            by_source.when(pl.col("source") == "second")
            .then(f"second{column}")
            .when(pl.col("source") == "next_indicator")
            .then(f"next_indicator{column}")
        )

    return quantities.with_columns(
        indicator_row=pl.when(pl.col("source") == "itself").then("row").otherwise(picked("")),
        indicator_id=pl.when(pl.col("source") == "itself").then("counted_id").otherwise(picked("_id")),
        indicator_role=picked("_role"),
        forced_measure=picked("_measure"),
    )
