"""Counts of plan targets: how many were set, met and exceeded ("22/22 chỉ tiêu đạt và vượt").

Not here: the attainment of one target, which is a measure of its indicator (`measures`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.plans import with_planned

_MET = fold_pattern(
    "đạt và vượt|đạt, vượt|đạt hoặc vượt|đạt và hoàn thành vượt|hoàn thành và hoàn thành vượt|"
    "hoàn thành và vượt|hoàn thành, vượt|hoàn thành hoặc vượt|hoàn thành đạt|đạt/vượt|"
    "hoàn thành, hoàn thành vượt|đạt kế hoạch và vượt|đạt và cơ bản|vượt và đạt|hoàn thành vượt và đạt"
)
_EXCEEDS_NEXT = fold_pattern("^(?: ?chỉ tiêu)?[^,;.]{0,20}[,;] (?:trong đó )?vượt(?: mức)? ?$")
_EXCEEDED = fold_pattern("vượt|đi quá (?:kế hoạch|chỉ tiêu|mục tiêu)|cao hơn kế hoạch")
_REACHED = fold_pattern("đạt|hoàn thành|về đích|cán đích|cán mốc")
_FAILED = fold_pattern(
    "không đạt|chưa đạt|không hoàn thành|chưa hoàn thành|khó đạt|khó hoàn thành|lỡ hẹn|hụt|không về đích|"
    "không thực hiện|gần đạt|xấp xỉ đạt|tiệm cận|dưới kế hoạch|quá nửa|nửa đường|nửa chặng"
)
# "7 chỉ tiêu có khả năng hoàn thành vào cuối nhiệm kỳ"
_MAY_BE_MET = fold_pattern("^ (?:chủ yếu )?(?:có khả năng|có thể|khả năng) (?:đạt|hoàn thành|vượt)")
_THE_OTHERS = fold_pattern("^ (?:còn lại|khác)")
# "6 chỉ tiêu đánh giá vào cuối năm", "dồn sức cho 4 chỉ tiêu khó": of those that were set
_OF_SOME_KIND = fold_pattern(
    "^ (?:(?:được |sẽ |phải |chỉ )*đánh giá|(?:còn )?khó|(?:đạt |còn )?thấp|(?:còn )?chậm|chưa đến kỳ|chưa có)"
)
_GREW = fold_pattern(
    "^ (?:có (?:mức )?|đạt mức )?(?:tăng|giảm)(?:$|[ ,;.])"
)  # "9 chỉ tiêu tăng so với cùng kỳ"
_AHEAD_OF_TIME = fold_pattern("trước (?:thời )?hạn|sớm|trước kế hoạch")
# "chỉ tiêu" of one field is not the plan's; nor is the quota that somebody is allotted
_OF_ONE_FIELD = fold_pattern(
    "^(?: về)? ?(?:thi đua|thu |thuế|của ngành|ngành |thành phần|môn|tuyển sinh|biên chế|giao quân|"
    "sử dụng đất|tiêu chí|cải cách|kế hoạch đầu tư công|nông thôn mới|xây dựng nông thôn|ocop|thuộc nhóm|"
    "giáo dục|y tế|văn hóa|sản xuất|trồng|phát triển đảng|kết nạp|bhxh|bảo hiểm|"
    "(?:thuộc |trên |trong |ở |của )(?:nhóm|khối|lĩnh vực) |về (?:môi trường|đô thị|quốc phòng|an ninh)|"
    # "gồm 8 chỉ tiêu kinh tế, 9 chỉ tiêu văn hóa - xã hội"
    "(?:kinh tế|xã hội|đô thị|môi trường|quốc phòng)[^,;.0-9-]{0,20}(?:;|, (?:và )?$))"
)
# "Nhóm chỉ tiêu về quốc phòng đạt 3 chỉ tiêu", "I. Về kinh tế (11 chỉ tiêu)"
_OF_ONE_GROUP = fold_pattern(
    r"(?:nhóm|khối|lĩnh vực)[^;.]*$|"
    r"(?:^|[.;:] ?| [ivx]+[.)/] ?)(?:[ivx]+[.)/] ?|[0-9]+[.)] ?)?(?:chỉ tiêu )?về (?:lĩnh vực )?[^;.:,]{2,40}\($"
)
# "trên lĩnh vực văn hóa, giáo dục, có 9/9 chỉ tiêu ..."; kinh tế - xã hội is the whole
_IN_ONE_FIELD = fold_pattern(
    r"(?:trên|trong|thuộc|về|ở) (?:các )?lĩnh vực [^;.0-9]{2,60}, (?:huyện |quận )?(?:có |đạt |hoàn thành )?$|"
    r"(?:^|[.;…] ?)về (?:[^,;.]{0,30} )?(?:nông thôn mới|ntm),[^;.0-9]{0,70}$"
)
_IN_ALL_FIELDS = fold_pattern(
    # "chuyển biến toàn diện trên các lĩnh vực công tác, hoàn thành 19/19 chỉ tiêu"
    "(?:chuyển biến|toàn diện|tích cực|kết quả)[^,;.]{0,40} (?:trên|trong|ở) (?:tất cả )?các lĩnh vực|"
    "các lĩnh vực (?:công tác|đời sống)|"
    "lĩnh vực (?:phát triển )?(?:kinh tế ?-? ?,?(?:và )? ?(?:văn hóa ?-? ?)?xã hội|kt ?- ?xh)"
)
_OF_ALL_FIELDS = "^[^,;.]{0,12}" + _IN_ALL_FIELDS
_AIMS = fold_pattern("phấn đấu|quyết tâm")
_SETS = fold_pattern(
    "đề ra|đặt ra|giao|xây dựng|thông qua|quyết nghị|xác định|gồm|với|tổng|thực hiện|có tất cả"
)
_CONSISTS = fold_pattern("(?:gồm|trong đó)(?: có)?:? $")
# "đề ra 24 chỉ tiêu như: tổng thu ngân sách đạt ...": what follows is said of the first target
_SETS_THEM = fold_pattern("(?:đề ra|đặt ra|quyết nghị|thông qua|xác định|giao|đưa ra)(?: các| tổng số)? $")
_TO_COME = fold_pattern("phấn đấu|mục tiêu|dự kiến|ước|sẽ|quyết tâm")
_JOINED = fold_pattern("^.*(?: và|, còn| còn) $")
_AND_THOSE = fold_pattern("^ [^,;.]* giao (?:và|cùng) $")
_VERB_JOINED = fold_pattern(
    "^ (?:chỉ tiêu )?(?:đều )?(?:vượt|đạt|hoàn thành)[^,;.]* và (hoàn thành|đạt|vượt)"
)
# "Phấn đấu thu 310 tỷ đồng, qua đó hoàn thành 21/21 chỉ tiêu"
_SO_THAT = fold_pattern("(?:^|[ ,])(?:qua đó|nhờ đó|từ đó|để|nhằm|tiến tới) [^.;]*$")
_VERB_LIST = fold_pattern("(đạt|hoàn thành), ((?:hoàn thành )?vượt)")
_ALL = fold_pattern("^[^,;]{0,60}đều ")
_AMONG = fold_pattern(r"(?:^|[^\pL])(?:trong|trong số|trong tổng số)(?: cả)? $")
_REACHES_SO_MANY = fold_pattern(
    "(?:hoàn thành|đạt|vượt|về đích|cán đích|thực hiện xong)(?: được)?(?: hơn| gần| trên| khoảng)? $"
)
_NOTHING_BEHIND = fold_pattern("^ ?(?:[,;.(]|$|và )")
_WHOLE_SET = fold_pattern("(?:^|[^a-z])(?:cả|toàn bộ|tất cả) $")
_AMONG_THEM = fold_pattern("trong đó(?: có)? $")
# "6 chỉ tiêu đạt từ 52% đến 91% kế hoạch": on the way
_ON_THE_WAY = fold_pattern("^ (?:đã |mới )?(?:đạt|hoàn thành)(?: từ| trên| hơn| khoảng| gần| dưới)* $")
_PARTY = fold_pattern(
    "đảng bộ|nhiệm vụ chính trị|nghị quyết đại hội|xây dựng đảng|ban chấp hành|huyện ủy|quận ủy|thị ủy"
)
_SOCIAL = fold_pattern("kinh tế|kt-xh|kt - xh|văn hóa - xã hội")

_BEFORE, _TAIL = pl.col("before"), pl.col("tail")  # a numerator has the tail of its denominator
_BEHIND, _AHEAD = pl.col("target_behind"), pl.col("target_ahead")
_IS_MET, _KIND = pl.col("target_met"), pl.col("target_kind")
_SAME_SENTENCE = pl.col("last_sentence") == pl.col("last_sentence").shift(1)


def with_bare_counts_of_targets(quantities: pl.DataFrame) -> pl.DataFrame:
    """ "Trong số 23 chỉ tiêu được giao, quận hoàn thành 19": a bare number of those that the sentence has counted."""
    target = pl.col("dimension") == "target"
    whole = pl.when(target & (pl.col("part").is_null() | (pl.col("part") == "denominator")))
    bare = (
        pl.col("dimension").is_null()
        & pl.col("part").is_null()
        & (pl.col("decimals") <= 0)
        & _BEFORE.str.contains(_REACHES_SO_MANY)
        & _TAIL.str.contains(_NOTHING_BEHIND)
        & (pl.col("last_quantity") == whole.then("row").forward_fill())
        & (whole.then("last_sentence").forward_fill() == pl.col("last_sentence"))
        & (whole.then("value").forward_fill() >= pl.col("value"))
    ).fill_null(False)
    return quantities.with_columns(
        dimension=pl.when(bare).then(pl.lit("target")).otherwise("dimension"),
        unit=pl.when(bare).then(pl.lit("count")).otherwise("unit"),
    )


def count_targets(quantities: pl.DataFrame) -> pl.DataFrame:
    """Sets indicator_id, rule, measure and target_set of the counts of targets, or their reason. Adds met_already
    (Boolean): the sentence tells how many were met of those that were set, so that they are none to come.

    quantities: dimension "target"; before, tail (String), part
    """
    # one after another: what looks at the counts before asks for what has been found of them
    quantities = with_planned(quantities, target_behind=_words_behind(), target_ahead=_words_ahead())
    quantities = with_planned(quantities, target_met=_is_met(), own_field=_of_one_field())
    quantities = with_planned(quantities, target_kind=_kind())
    quantities = with_planned(quantities, target_both=_said_of_both())
    both = pl.when("target_both").then(pl.lit("targets_met"))
    quantities = with_planned(quantities, target_kind=both.otherwise(_KIND))
    quantities = with_planned(quantities, target_kind=_without_parts_of_others())
    near = pl.concat_str(_BEFORE.str.tail(60), pl.lit(" "), _TAIL.str.head(90))
    all_of_them = (
        pl.col("part").is_null()
        & (_KIND == "targets_met")
        & (_BEHIND.str.contains(_ALL) | _BEFORE.str.contains(_WHOLE_SET))
    )
    # "đại hội đề ra 17 chỉ tiêu, đến nay 15 chỉ tiêu đạt và vượt"
    told = _KIND.is_in(["targets_met", "targets_exceeded"]) & ~_BEFORE.str.contains(_TO_COME)
    told &= ~(_BEFORE.str.contains(_SO_THAT) & (pl.col("last_status") > pl.col("last_sentence"))).fill_null(
        False
    )
    in_sentences = quantities.filter(told)["last_sentence"].unique()
    own_field = pl.col("own_field")
    counted = with_planned(
        quantities,
        met_already=pl.col("last_sentence").is_in(in_sentences.implode()),
        all_of_them=(all_of_them & ~own_field).fill_null(False),
        indicator_id=pl.when(~own_field).then(_KIND),
        indicator_row=pl.col("row"),
        measure=pl.lit("level"),
        plan_amount=pl.lit(False),
        rule=pl.lit("targets"),
        target_set=pl.when(near.str.contains(_PARTY))
        .then(pl.lit("party"))
        .when(near.str.contains(_SOCIAL))
        .then(pl.lit("socio_economic")),
    )
    counted = counted.with_columns(
        reason=pl.when(own_field)
        .then(pl.lit("targets_of_one_field"))
        .when(pl.col("indicator_id").is_null())
        .then(pl.lit("targets_not_met"))
    )
    # "cả 22 chỉ tiêu về đích": as many as there were
    whole = counted.filter("all_of_them").with_columns(indicator_id=pl.lit("targets_total"))
    return pl.concat([counted, whole]).drop(
        "all_of_them",
        "own_field",
        "target_behind",
        "target_ahead",
        "target_met",
        "target_kind",
        "target_both",
    )


def _words_behind() -> pl.Expr:
    """What is said of the count behind it; of targets that are only set, not what follows a colon or a comma."""
    # "(thành phố giao 11 chỉ tiêu và 4 chỉ tiêu của quận), quận hoàn thành ..." ends with the parenthesis
    tail = pl.when("inside").then(_TAIL.str.extract(r"^([^)]*)")).otherwise(_TAIL)
    behind = tail.str.extract(r"^([^;.]*)").str.replace(r"[,(] ?(?:và )?trong đó.*$", "")
    set_only = behind.str.extract(r"^([^:,(]*)")
    return pl.when(_BEFORE.str.contains(_SETS_THEM)).then(set_only).otherwise(behind)


def _words_ahead() -> pl.Expr:
    """ "8 chỉ tiêu vượt và 7 chỉ tiêu đạt", "8 chỉ tiêu vượt và hoàn thành 21": what stands before "và" was said of the
    count before; "hoàn thành, vượt 14 chỉ tiêu" is one verb."""
    own = _BEFORE.str.replace(_JOINED, "").str.replace(_VERB_JOINED, "${1}")
    return own.str.replace(_VERB_LIST, fold_pattern("${1} và ${2}")).str.extract(r"([^;.(:,]*)$")


def _is_met() -> pl.Expr:
    return _BEHIND.str.contains(_MET) | _AHEAD.str.contains(f"(?:{_MET})[^,]*$")


def _kind() -> pl.Expr:
    on_the_way = (
        _TAIL.str.contains(_ON_THE_WAY)
        & (pl.col("part") != "denominator").fill_null(True)
        & (pl.col("next_quantity_value") < 100)
    ).fill_null(False)
    failed = (
        on_the_way
        | _BEHIND.str.contains(_FAILED)
        | (_BEHIND.str.contains(_MAY_BE_MET) & pl.col("part").is_null())
        | (_BEHIND.str.contains(_THE_OTHERS) & ~_IS_MET)
        | (_BEHIND.str.contains(f"{_GREW}|{_OF_SOME_KIND}") & ~_IS_MET & pl.col("part").is_null())
        | _AHEAD.str.contains(f"(?:{_FAILED})[^,]*$")
    )
    # "hoàn thành 23/24 chỉ tiêu, vượt 10 chỉ tiêu": said of the next count
    of_next = _BEHIND.str.contains(_EXCEEDS_NEXT)
    exceeded = (_BEHIND.str.contains(_EXCEEDED) & ~of_next) | _AHEAD.str.contains(
        f"(?:{_EXCEEDED})[^,]{{0,24}}$"
    )
    reached = _BEHIND.str.contains(_REACHED) | _AHEAD.str.contains(f"(?:{_REACHED})[^,]{{0,24}}$")
    # "phấn đấu hoàn thành 25 chỉ tiêu": so many are set
    aims = _AHEAD.str.contains(f"(?:{_AIMS})[^,]*$") & pl.col("part").is_null()
    kind = (
        pl.when(pl.col("part") == "denominator")
        .then(pl.lit("targets_total"))
        .when(_BEFORE.str.contains(_AMONG))
        .then(pl.lit("targets_total"))
        .when(failed)
        .then(None)
        .when(_IS_MET)
        .then(pl.lit("targets_met"))
        .when(exceeded)
        .then(pl.lit("targets_exceeded"))
        .when(reached)
        .then(pl.lit("targets_met"))
        .when(pl.col("part") == "numerator")
        .then(pl.lit("targets_met"))
        .otherwise(pl.lit("targets_total"))
    )
    return pl.when(aims & (kind == "targets_met")).then(pl.lit("targets_total")).otherwise(kind)


def _said_of_both() -> pl.Expr:
    """ "hoàn thành 21 chỉ tiêu huyện giao và 18 chỉ tiêu thành phố giao": of both it is said."""
    return (
        (_KIND == "targets_total")
        & pl.col("part").is_null()
        & _BEFORE.str.contains(_AND_THOSE)
        & _SAME_SENTENCE
        & (_KIND.shift(1) == "targets_met")
    ).fill_null(False)


def _without_parts_of_others() -> pl.Expr:
    """The kind, null where the count is a part of another one in its sentence."""
    alone, met = pl.col("part").is_null(), (_KIND == "targets_met") & ~_IS_MET
    # "trong đó 8 chỉ tiêu vượt, 14 chỉ tiêu đạt": a part of those that were met, the vượt among them
    again = (
        met
        & ~pl.col("target_both")
        & alone
        & _SAME_SENTENCE
        & _KIND.shift(1).is_in(["targets_exceeded", "targets_met"])
    ).fill_null(False)
    # "17/17 chỉ tiêu, trong đó 6 chỉ tiêu hoàn thành trước thời hạn"
    early = _BEFORE.str.contains(_AMONG_THEM) & _TAIL.str.contains(_AHEAD_OF_TIME)
    again |= (met & alone & early).fill_null(False)
    # "28 chỉ tiêu, có 17 chỉ tiêu vượt và 1 chỉ tiêu đúng hướng": some of those that were set
    total = pl.when(_KIND == "targets_total")
    most = total.then("value").cum_max().forward_fill().shift(1).over("last_sentence")
    # "26 chỉ tiêu, gồm 9 chỉ tiêu kinh tế": "gồm" may set all of them, but not behind more
    sets = _AHEAD.str.contains(_SETS) & ~_BEFORE.str.contains(_CONSISTS) & ~pl.col("inside")
    some = ((_KIND == "targets_total") & alone & ~sets & (most > pl.col("value"))).fill_null(False)
    return pl.when(~again & ~some).then(_KIND)


def _of_one_field() -> pl.Expr:
    """The targets are those of one field, not of the plan."""
    own_field = _TAIL.str.contains(_OF_ONE_FIELD) & ~_TAIL.str.contains(_OF_ALL_FIELDS)
    own_field |= _AHEAD.str.contains(_OF_ONE_GROUP)
    own_field |= _BEFORE.str.contains(_OF_ONE_GROUP) & pl.col("inside")
    own_field |= _BEFORE.str.contains(_IN_ONE_FIELD) & ~_BEFORE.str.contains(_IN_ALL_FIELDS)
    own_field |= (own_field.shift(1) & (pl.col("part") == "denominator")).fill_null(False)
    # "13/13 chỉ tiêu thi đua ..., trong đó 5 chỉ tiêu vượt"
    return own_field | (
        _BEFORE.str.contains(fold_pattern("trong đó"))
        & _SAME_SENTENCE
        & (own_field.shift(1) | own_field.shift(2))
    ).fill_null(False)
