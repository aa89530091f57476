"""Periods: the spans of time that a text names, and the dates that they resolve to.

The grammar of years, parts of a year, dates "up to" and ranges is here. Not here: which period governs which figure
(`binding`), nor the date of the document (`corpus`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern, fold_words
from dagster_project.extraction.language.scanning import scan
from dagster_project.extraction.mentions.numbers import UNIT_LIKE

_D = r"[0-9]{1,2}"
_Y = r"(?:19|20)[0-9]{2}"
_DAY = rf"{_D} ?[-/.] ?{_D}(?: ?[-/.] ?{_Y})?|{_D} tháng {_D}(?:,? năm {_Y}| ?[/-] ?{_Y})?"
_OF_YEAR = rf"(?:,? ?(?:của )?năm (?:{_Y}|nay|qua|ngoái|trước)| ?[/-] ?{_Y}| {_Y})"
_UP_TO = (
    r"(?:(?:lũy kế|luỹ kế|cộng dồn|tính) )?(?:từ đầu năm )?(?:đến|tới|hết|kết thúc)(?: hết| cuối| thời điểm)?"
)
_MIDDLE = r"(?:giữa|trung tuần)"  # "đến giữa tháng 12": its fifteenth day
_MONTHS = r"(?:[0-9]{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai)"
_QUARTER = r"(?:iv|i{1,3}|[1-4])"
_YEARS = rf"{_Y} {{0,2}}(?:-|đến(?: năm)?) {{0,2}}{_Y}"
_SOME_YEARS = "(?:[2-9]|hai|ba|bốn|năm) năm"

# In the order in which they are tried at one place: the longer reading first.
FORMS = {
    "school_year": rf"năm học {_Y}(?: {{0,2}}- {{0,2}}{_Y})?",
    # says that what is told happened in these years; a "range" may only name a plan or a programme
    "span": r"(?:trong|lũy kế|cộng dồn|tính chung|xét riêng|tính riêng|chỉ tính) (?:cả )?"
    rf"(?:giai đoạn|nhiệm kỳ|{_SOME_YEARS}) \(?{_YEARS}|{_SOME_YEARS}(?: (?:vừa )?qua)? \(?{_YEARS}|"
    # "trong ba năm 2021, 2022 và 2023"
    rf"(?:trong|qua|sau|cả) {_SOME_YEARS} {_Y}(?:(?:,| và|, và) {_Y})+",
    # "giai đoạn 2016 2020": a dash that a page has lost
    "range": rf"(?:(?:cả )?(?:giai đoạn |nhiệm kỳ )(?:từ )?|trong |từ năm |từ )?(?:năm )?{_YEARS}|"
    rf"từ (?:đầu )?năm {_Y} (?:đến|tới) (?:hết|cuối) (?:năm )?{_Y}|"
    rf"(?:cả )?(?:giai đoạn|nhiệm kỳ) {_Y} {{1,2}}{_Y}",
    "whole_span": "(?:(?:tính chung|tổng cộng|trong|lũy kế) )?(?:cả|toàn) giai đoạn",
    "term": r"(?:(?:trong|sau|qua|cả) )?nhiệm kỳ (?:này|qua|vừa qua|vừa rồi|mới|tới|sau)|"
    r"(?:cả|trong|toàn) nhiệm kỳ|nửa (?:đầu |cuối )?nhiệm kỳ|"
    r"(?:tính |kể )?từ đầu nhiệm kỳ(?: (?:đến|tới) nay)?",
    "five_years": r"(?:(?:trong|qua|sau|cả) )?(?:5|năm) năm (?:(?:vừa )?qua|tới|tiếp theo)|"
    r"(?:(?:trong|qua|cả|tính chung) )?5 năm",
    # "Sau 10 năm, huyện có ...": so many years on it is today
    "years_on": r"sau (?:gần |hơn )?(?:[0-9]{1,2}|năm|mười|mười lăm|hai mươi) năm",
    "between_days": rf"từ(?: ngày)? (?:{_DAY}) (?:đến|tới)(?: hết)?(?: ngày)? (?:{_DAY})",
    "term_start": "(?:thời điểm |từ |ngay )?đầu nhiệm kỳ",
    "term_end": "(?:đến )?(?:cuối|hết) nhiệm kỳ",
    "to_now": rf"(?:từ )?đầu năm(?: {_Y})? (?:tới|đến) nay",
    # "từ cuối năm 2018, quận không còn hộ nghèo": when something began
    "from_year": rf"(?:kể từ|ngay từ|từ) (?:đầu |giữa |cuối )?năm {_Y}",
    "since": rf"(?:kể từ|từ đầu|từ giữa|từ cuối|từ|hồi|vào|đầu|giữa|cuối) tháng {_D}{_OF_YEAR}?",
    "up_to_day": rf"(?:{_UP_TO}(?: ngày)?|(?:ở|tại|vào) thời điểm(?: ngày)?) (?:{_DAY})|"
    rf"{_UP_TO} (?:{_MIDDLE}|đầu) tháng {_D}{_OF_YEAR}?",
    "up_to_month": rf"{_UP_TO} tháng {_D}{_OF_YEAR}?",
    "up_to_quarter": rf"{_UP_TO} quý {_QUARTER}{_OF_YEAR}?",
    "up_to_year": rf"{_UP_TO} năm {_Y}",
    "cumulated": r"(?:lũy kế|luỹ kế|cộng dồn)(?: chung)?(?: từ đầu năm)?(?: (?:đến|tới) nay)?",
    "day": rf"(?:ngày|sáng|chiều|tối|hôm nay)(?: ngày)?,? ?\(?(?:{_DAY})",
    "months": rf"{_MONTHS} tháng(?: (?:đầu|cuối))?(?:{_OF_YEAR}| năm)?",
    "half": rf"nửa (?:đầu|cuối)(?:{_OF_YEAR}| năm)|(?:trong |qua |sau |mới )?nửa năm (?:vừa )?qua|nửa năm đầu|"
    "(?:trong|qua|sau|mới) nửa năm",
    "quarters": rf"(?:[2-3]|hai|ba) quý(?: đầu)?(?:{_OF_YEAR}| năm)?",
    "quarter": rf"quý {_QUARTER}{_OF_YEAR}?|quý đầu(?: tiên)?(?:{_OF_YEAR}| năm)",
    # "Trong quý, lực lượng chức năng xử lý ...": the one that is spoken of
    "same_quarter": "trong quý(?: này| qua| vừa qua| vừa rồi|,)|quý này",
    "month": rf"tháng {_D}{_OF_YEAR}?",
    "year": (
        rf"(?:cả |trong |hết |vào cuối |cuối )?năm {_Y}(?: này)?|(?:cả|trong|hết) năm(?: nay)?|năm nay|năm qua|"
        r"năm vừa qua|năm (?:vừa )?rồi|năm tới|"
        r"(?:đến|tới|vào) cuối năm(?: nay| ngoái| trước| qua)?|cuối năm(?: nay)?|"
        r"năm sau|năm tiếp theo|năm trước|năm ngoái"
    ),
    "bare_year": rf"{_Y}",
}
_NUMBERS = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
}
_LETTER = "a-zà-ỹđ"
WRITTEN = ("year", "year_to", "day", "month", "day_from", "month_from", "count", "part", "relative")

_LOOSE_SPAN = fold_pattern(
    "(?:nhất|sau|kỷ niệm|kế hoạch|trung hạn|tròn|gần|hơn|mỗi|thứ|quá|đề án|tầm|suốt|vòng|hạn|ít nhất|khoảng|từ|đến)"
    "(?: trong)? ?$"
)
_PART_FOLLOWS = fold_pattern(
    rf"^ ?(?:{_MONTHS} (?:tháng|quý)|cả|trong|nửa|năm|quý|tháng|giai đoạn|nhiệm kỳ|đến|tới|hết|từ|$)"
)
_SPAN_GOES_ON = fold_pattern(
    "^ ?(?:[0-9]|liền|liên tiếp|liên tục|trở|tuổi|trước|sau|tới|tiếp|thực hiện|thi hành|thành lập|một lần|đầu)"
)

_AVERAGE_OF = fold_pattern("(?:bình quân|trung bình)(?: chung| cả| trong)? $")
# "đóng theo kỳ 4 tháng hoặc 8 tháng", "thời hạn 6 tháng", "phạt tù 9 tháng": how long something takes
_LASTS = fold_pattern(
    "(?:theo kỳ|kỳ hạn|thời hạn|thời gian|chu kỳ|vòng|tối đa|tối thiểu|ít nhất|mỗi|cứ|hoặc|tù|mức đóng|dưới|bảo hành)"
    "(?: (?:đóng|nộp|tham gia|thi công|thực hiện|thuê|giam|là|từ|khoảng|hơn|gần|chỉ|được|cho)){0,2} $"
)
_LASTS_BEHIND = fold_pattern(
    "^ ?(?:tuổi|hoặc|(?:một|/|mỗi|1) ?lần|(?:thi công|sử dụng|thai|lương)(?: |[,.;]|$))"
)
_END_OF_YEAR = fold_pattern("^cuối năm(?: nay)?$")
_EXPECTED = fold_pattern("(?:dự kiến|ước|ước tính|dự báo|phấn đấu)(?: số hộ nghèo| tỷ lệ hộ nghèo)? $")
_STANDS_THEN = fold_pattern("^ (?:chỉ |ước |dự kiến |sẽ |giảm )*(?:còn|là) ")
# "mùng 9 tháng Giêng", "rằm tháng 7", "đến hết tháng 3 âm lịch": days of the lunar year
_LUNAR_DAY = fold_pattern(rf"(?:mùng|mồng|rằm)(?: {_D})?(?: -| đến(?: mùng| mồng)? {_D})? $")
_LUNAR_MONTH = fold_pattern("^ ?(?:giêng|chạp|âm lịch|al(?:[^a-zà-ỹđ]|$))")

# "phương hướng, nhiệm vụ 6 tháng cuối năm": what is still to be done, not what the figures are of
_TASKS = (
    r"(?:phương hướng(?:,? nhiệm vụ)?|nhiệm vụ trọng tâm|(?:triển khai|đề ra)(?: các)? nhiệm vụ|"
    r"nhiệm vụ,? giải pháp|giải pháp|kế hoạch công tác|chương trình công tác|"
    # "nghe kết quả 9 tháng và bàn nhiệm vụ quý IV"
    r"(?:bàn|thảo luận|cho ý kiến|định hướng)(?: về)?(?: các| một số)? (?:nhiệm vụ|công việc))"
    r"(?: trọng tâm| chủ yếu| công tác| phát triển kinh tế - xã hội| của)* $"
)
# "kết quả 9 tháng, nhiệm vụ quý IV": behind the period that is told of
_THEN_TASKS = fold_pattern("^ ?(?:,|;|và|, và)(?: các)? nhiệm vụ(?: trọng tâm| công tác| của)? $")
# "được công nhận nông thôn mới năm 2020; ...": the year belongs to what was awarded
_OF_AWARD = fold_pattern("(?:^|[.;] )[^;.0-9]*công nhận[^;.,0-9]{0,60} $")
_LEFT = fold_pattern("còn lại(?: của| trong| từ nay đến hết)*,? $")  # "các chỉ tiêu còn lại của năm 2020"
# "theo giá so sánh năm 2010": the year of the prices
_OF_PRICES = fold_pattern(r"giá (?:so sánh|cố định|hiện hành|gốc) ?(?:của |\()?$")
# what a line without a single digit may say of time: "Bước vào nhiệm kỳ mới, quận đề ra các chỉ tiêu:"
TIME_IN_WORDS = fold_pattern(
    "[0-9]|nhiệm kỳ (?:mới|tới|này|qua|vừa qua|sau)|(?:đầu|cuối|hết|trong|cả|toàn) nhiệm kỳ|năm (?:nay|tới|qua|sau)"
    # "Sơ kết quý I", "Chín tháng đầu năm, kinh tế quận giữ đà"
    "|quý (?:i{1,3}|iv|đầu)(?:[^a-z]|$)|tháng (?:đầu|cuối) năm|nửa (?:đầu|cuối)? ?năm"
)
# "HĐND huyện khóa XX, nhiệm kỳ 2021-2026": whose term it is
_OF_BODY = fold_pattern(r"(?:khóa|thứ) [ivxlc0-9]+ ?[,(] ?$")
# "còn hai tháng nữa", "chỉ còn hơn một tháng là kết thúc năm": how long it is still to go, no months of any figure
_STILL_TO_GO = fold_pattern(
    "^ (?:nữa|là (?:hết|kết thúc|đến|bước sang|tới)|"
    "(?:tới|tiếp theo)(?:,|$| (?:đây|quận|huyện|thị xã|cần|phải|sẽ|tiếp tục|tập trung|phấn đấu|là)))"
)
_ONLY_LEFT = fold_pattern("còn (?:chưa đầy|không đầy|chưa đến|hơn|gần|khoảng|đúng) $")
_ACHIEVED = r"% (?:so với )?(?:số |mức |kết quả )?(?:ước )?thực hiện (?:của )?(?:cả )?$"

PERIOD = "|".join(f"(?:{fold_pattern(form)})" for form in FORMS.values())


def periods(lines: pl.DataFrame) -> pl.DataFrame:
    """Every period that the folded lines name.

    Returns line (Int32), start, end (Int64, bytes), text, before, after (String), form (a key of FORMS), and what was
    written of it: year, year_to, month, day, month_from, day_from, count (Int32, null where not written), part
    ("first", "last" or null), relative ("previous", "past", "next" or null); of_tasks (Boolean): what is to be done in
    it is spoken of, or what was awarded for it, of_achieved (Boolean): it is what a percentage is of ("bằng 115% thực
    hiện năm 2023"), or still to go; of_body (Boolean): the term of a council or committee; of_sum (Boolean): the months
    since New Year are summed up.
    """
    found = scan(lines, PERIOD)
    known = found.select("text").unique()
    parsed = known.with_columns(form=_form()).with_columns(**_fields()).filter(pl.col("form").is_not_null())
    # "năm 2020ước đạt": a page has lost the space behind a year
    glued = pl.col("text").str.contains(rf"{fold_pattern('năm')} {_Y}$") & pl.col("after").str.contains(
        rf"^[{_LETTER}]"
    )
    whole_word = ~pl.col("before").str.contains(rf"[{_LETTER}0-9.,/-]$") & (
        glued | ~pl.col("after").str.contains(rf"^(?:[{_LETTER}0-9]|[.,/-][0-9])")
    )
    # "2020 lao động" is a figure
    counts = (pl.col("form") == "bare_year") & pl.col("after").str.contains(f"^ ?(?:{UNIT_LIKE})")
    counts |= pl.col("form").is_in(["bare_year", "year"]) & pl.col("before").str.contains(_OF_PRICES)
    # "lũy kế 10 tháng" names its part itself
    counts |= (pl.col("form") == "cumulated") & pl.col("after").str.contains(_PART_FOLLOWS)
    # "kế hoạch 5 năm", "cao nhất trong 5 năm", "5 năm liên tiếp" are of no term
    counts |= (pl.col("form") == "five_years") & (
        pl.col("before").str.contains(_LOOSE_SPAN)
        | (pl.col("after").str.contains(_SPAN_GOES_ON) & ~_averaged_over())
    )
    # "dự kiến cuối năm còn 515 hộ", not "kỳ họp cuối năm"
    year_end = pl.col("before").str.contains(_EXPECTED) | pl.col("after").str.contains(_STANDS_THEN)
    counts |= pl.col("text").str.contains(_END_OF_YEAR) & ~year_end
    counts |= _is_no_span_of_year()
    # at the head of a line it is what the section is about
    heads_section = pl.col("before").str.contains(f"^[ivx0-9.*)( +-]*{fold_pattern(_TASKS)}") | pl.col(
        "after"
    ).str.contains("^ ?:")
    of_tasks = pl.col("before").str.contains(fold_pattern(_TASKS)) & ~heads_section
    of_tasks |= pl.col("before").str.contains(_LEFT)
    of_tasks |= pl.col("before").str.contains(_THEN_TASKS)
    of_tasks |= pl.col("before").str.contains(_OF_AWARD) & pl.col("after").str.contains("^ ?;")
    of_achieved = pl.col("before").str.contains(fold_pattern(_ACHIEVED))
    of_achieved |= pl.col("form").is_in(["months", "quarters", "half"]) & _is_to_go().fill_null(False)
    of_body = pl.col("before").str.contains(_OF_BODY)
    # "lũy kế 10 tháng"
    of_sum = (
        (pl.col("form") == "months")
        & (pl.col("form").shift(1) == "cumulated")
        & (pl.col("line").shift(1) == pl.col("line"))
        & (pl.col("start") - pl.col("end").shift(1) <= 1)
    ).fill_null(False)
    return (
        found.filter(whole_word)
        .join(parsed, on="text", how="inner", maintain_order="left")
        .with_columns(of_sum=of_sum)
        .filter(~counts)
        .with_columns(of_tasks=of_tasks, of_achieved=of_achieved, of_body=of_body)
    )


def _averaged_over() -> pl.Expr:
    """ "tăng trưởng bình quân 5 năm 14,9%": the number behind is the average itself."""
    return pl.col("before").str.contains(_AVERAGE_OF) & pl.col("after").str.contains("^ ?[0-9]")


def _is_no_span_of_year() -> pl.Expr:
    """Months that are a length of time, or of the lunar year."""
    before, after = pl.col("before"), pl.col("after")
    bare = (pl.col("form") == "months") & pl.col("part").is_null() & pl.col("year").is_null()
    lasts = before.str.contains(_LASTS) | after.str.contains(_LASTS_BEHIND)
    of_months = pl.col("form").is_in(["months", "month", "up_to_month", "since"])
    lunar = before.str.contains(_LUNAR_DAY) | after.str.contains(_LUNAR_MONTH)
    return (bare & lasts) | (of_months & lunar)


def _is_to_go() -> pl.Expr:
    """ "Còn chưa đầy hai tháng nữa": nothing of the year is told by it, unless the months are named by their place in
    it ("còn hơn 3 tháng cuối năm")."""
    left = pl.col("before").str.contains(_ONLY_LEFT) & pl.col("part").is_null() & pl.col("year").is_null()
    return pl.col("after").str.contains(_STILL_TO_GO) | left


def _form() -> pl.Expr:
    text = pl.col("text")
    return pl.coalesce(
        pl.when(text.str.contains(f"^(?:{fold_pattern(pattern)})$")).then(pl.lit(name))
        for name, pattern in FORMS.items()
    )


def _fields() -> dict[str, pl.Expr]:
    text, form = pl.col("text"), pl.col("form")
    words = list(fold_words(list(_NUMBERS)))
    counted = text.str.extract(rf"^({fold_pattern(_MONTHS)}|[2-3]|hai|ba) (?:tháng|{fold_pattern('quý')})")
    quarter = text.str.extract(rf"{fold_pattern('quý')} ({_QUARTER})(?:[^a-z0-9]|$)")
    between, to = form == "between_days", fold_pattern(" (?:đến|tới) ")
    first_day = pl.when(between).then(text.str.extract(f"^(.*){to}"))
    last_day = pl.when(between).then(text.str.extract(f"{to}(.*)$")).otherwise(text)

    def as_number(part: pl.Expr) -> pl.Expr:
        in_words = part.replace_strict(words, list(_NUMBERS.values()), default=None, return_dtype=pl.Int32)
        return pl.coalesce(part.cast(pl.Int32, strict=False), in_words)

    def day_of(part: pl.Expr) -> pl.Expr:
        day = part.str.extract(rf"({_D}) ?(?:[-/.]| tháng) ?{_D}(?:[^0-9]|$)")
        return day.cast(pl.Int32, strict=False)

    def month_of(part: pl.Expr) -> pl.Expr:
        month = pl.coalesce(
            part.str.extract(rf"{_D} ?(?:[-/.]|tháng) ?({_D})(?: ?[-/.,]|[^0-9]|$)"),
            part.str.extract(rf"tháng ({_D})"),
        )
        return month.cast(pl.Int32, strict=False)

    return {
        "year": text.str.extract(rf"({_Y})").cast(pl.Int32),
        "year_to": pl.when(between)
        .then(text.str.extract(rf".*({_Y})"))
        .otherwise(text.str.extract(rf"{_Y}.*[^0-9]({_Y})"))
        .cast(pl.Int32),
        "day": pl.when(form.is_in(["up_to_day", "day"]) | between).then(
            pl.coalesce(
                day_of(last_day),
                pl.when(text.str.contains(fold_pattern(_MIDDLE))).then(pl.lit(15, pl.Int32)),
                pl.when(text.str.contains(fold_pattern("đầu tháng"))).then(pl.lit(1, pl.Int32)),
            )
        ),
        "month": pl.when(form.is_in(["up_to_day", "day", "up_to_month", "month"]) | between).then(
            month_of(last_day)
        ),
        "day_from": day_of(first_day),
        "month_from": month_of(first_day),
        "count": pl.when(form.is_in(["months", "quarters"]))
        .then(as_number(counted))
        .when(form.is_in(["quarter", "up_to_quarter"]))
        .then(pl.coalesce(as_number(quarter), pl.lit(1, pl.Int32))),
        "part": pl.when(text.str.contains(" cuối"))
        .then(pl.lit("last"))
        .when(text.str.contains(fold_pattern(" đầu")))
        .then(pl.lit("first")),
        "relative": pl.when(
            text.str.contains("(?:năm|kỳ) (?:tới|sau|tiếp|mới)")
            & ~text.str.contains(fold_pattern("đầu (?:năm|nhiệm kỳ)"))
        )
        .then(pl.lit("next"))
        .when(text.str.contains(fold_pattern("năm (?:qua|vừa qua|rồi|vừa rồi)")))
        .then(pl.lit("past"))
        .when(text.str.contains(fold_pattern("năm (?:trước|ngoái)")))
        .then(pl.lit("previous")),
    }


def resolve(year: pl.Expr) -> dict[str, pl.Expr]:
    """period_start and period_end (Date) of the parsed periods, `year` standing in where none is written.

    "Up to" a date, a month or a quarter begins with the year; a month alone is that month.
    """
    form, count, month = pl.col("form"), pl.col("count"), pl.col("month")
    last_half = pl.col("part") == "last"
    year_from = pl.coalesce("year", year)
    year_to = pl.coalesce("year_to", pl.col("year"), year)
    # terms run from one congress to the next: 2015-2020, 2020-2025; in the year of a congress, the one that ends
    term = (
        year
        - year % 5
        - pl.when((year % 5 == 0) & (pl.col("relative") != "next").fill_null(True)).then(5).otherwise(0)
    )
    year_from = (
        pl.when(form.is_in(["term", "term_start"]))
        .then(term)
        .when(form == "term_end")
        .then(term + 5)
        .otherwise(year_from)
    )
    year_to = (
        pl.when(form.is_in(["term", "term_end"]))
        .then(term + 5)
        .when(form == "term_start")
        .then(term)
        .otherwise(year_to)
    )
    # five years are counted where a term ends
    ahead = (form == "five_years") & (pl.col("relative") == "next").fill_null(False)
    year_from = (
        pl.when(ahead)
        .then(year + (5 - year % 5) % 5)
        .when(form == "five_years")
        .then(pl.when(year % 5 == 0).then(year - 5))
        .otherwise(year_from)
    )
    year_to = pl.when(ahead).then(year_from + 5).otherwise(year_to)
    months = pl.when(form == "quarters").then(count * 3).when(form == "half").then(6).otherwise(count)
    first_month = (
        pl.when(form == "month")
        .then(month)
        .when(form == "between_days")
        .then("month_from")
        .when(form == "quarter")
        .then(count * 3 - 2)
        .when(form.is_in(["months", "half", "quarters"]) & last_half.fill_null(False))
        .then(13 - months)
        .otherwise(1)
    )
    last_month = (
        pl.when(form.is_in(["month", "up_to_month", "up_to_day", "day", "between_days"]))
        .then(month)
        .when(form.is_in(["quarter", "up_to_quarter"]))
        .then(count * 3)
        .when(form.is_in(["months", "half", "quarters"]) & ~last_half.fill_null(False))
        .then(months)
        .otherwise(12)
    )
    sane = first_month.is_between(1, 12) & last_month.is_between(1, 12)
    start = pl.when(sane).then(pl.date(year_from, pl.when(sane).then(first_month).otherwise(1), 1))
    day_from = pl.col("day_from").fill_null(1)
    start = pl.when(day_from.is_between(1, start.dt.month_end().dt.day())).then(
        start + pl.duration(days=day_from - 1)
    )
    month_end = pl.date(year_to, pl.when(sane).then(last_month).otherwise(12), 1).dt.month_end()
    day = pl.when(form.is_in(["up_to_day", "between_days"])).then(pl.col("day"))
    in_month = (day >= 1) & (day <= month_end.dt.day())
    end = (
        pl.when(sane & in_month)
        .then(month_end.dt.truncate("1mo") + pl.duration(days=day - 1))
        .when(sane & day.is_null())
        .then(month_end)
    )
    return {"period_start": start, "period_end": end}
