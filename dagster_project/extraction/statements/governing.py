"""Governing: which periods of a text can be the period of a figure.

A period that names a base ("so với năm 2021") or a plan ("kế hoạch năm 2022") governs nothing. Not here: which of those
that can is the period of which figure (`timing`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.mentions.nearby import FAR, at, beside, first_behind, last_before, only_at

_REPORTED = ("year", "months", "quarters", "quarter", "half")
_BASE_REACH_BYTES = 45  # "so với thực hiện của cùng kỳ năm 2022"


def mark_periods(stream: pl.DataFrame) -> pl.DataFrame:
    """Adds governs (Boolean): of a period, that it can be the period of a figure; said_of_figure, said_with_of, aside:
    that it is of one figure or sentence only."""
    periods = _with_words_around(stream)
    before, second = pl.col("role_before"), pl.col("role_second")
    is_base = (pl.col("last_base") > pl.col("last_stop").fill_null(0)) & (
        pl.col("pos") - pl.col("last_base_end") <= _BASE_REACH_BYTES
    )
    near = pl.col("pos") - pl.col("end_before") <= 2
    last_sentence = pl.col("last_sentence")
    # "đạt 84% kế hoạch năm 2023" names the plan's year; "Kế hoạch năm 2023: ..." heads what is planned for it
    of_plan = (
        near
        & (
            before.is_in(["plan", "assigner", "adjusted"])
            # "22 chỉ tiêu HĐND quận giao cho cả năm"
            | ((before == "filler") & second.is_in(["plan", "assigner", "adjusted"]))
        )
        # "vượt dự toán cả năm 4,7%"
        & ((second == "exceed") | (pl.col("last_figure") > pl.max_horizontal("last_sentence", "last_mark")))
    )
    # "12/20 chỉ tiêu đạt và vượt mục tiêu đến năm 2025"
    of_plan |= (
        pl.col("counts_targets")
        & (before == "status")
        & (pl.col("last_figure") > pl.max_horizontal("last_sentence", "last_mark"))
    ).fill_null(False)
    # "gấp 2,4 lần năm 2015"
    # "cao hơn năm 2022 là 8,8%"
    of_change = near & (before == "direction")
    of_multiple = near & (before == "quantity") & pl.col("times_before").fill_null(False)
    # "bằng 132% năm 2022"
    of_multiple |= (
        near
        & (before == "quantity")
        & (second == "equal")
        & pl.col("percent_before").fill_null(False)
        & (pl.col("value") == "year")
    )
    heads = before.is_in(["sentence", "average", "status", "direction"]) | (
        before.is_in(["filler", "carry"]) & second.is_in(["sentence", "status", "direction", "average"])
    )
    # "Kinhtedothi - Nhiệm kỳ 2020-2025, ..."
    heads |= (pl.col("value_before") == "-") & ((second == "sentence") | (pl.col("value_second") == ")"))
    # "giá trị sản xuất giai đoạn 2016-2020 tăng bình quân ..."
    of_indicator = before.cat.starts_with("indicator_") | (
        (before == "filler") & second.cat.starts_with("indicator_") & near
    )
    # "tổng thu ngân sách trên địa bàn thị xã giai đoạn 2016-2020 đạt ..."
    of_indicator |= (
        near
        & before.is_in(["place_district", "district", "district_bare"])
        & (second.cat.starts_with("indicator_") | (second == "place_district"))
    )
    said_of_range = of_indicator & pl.col("role_behind").is_in(
        ["direction", "average", "reach", "status", "equal", "quantity"]
    )
    # "Nhìn lại nhiệm kỳ 2015-2020: ..."
    headed = (
        (pl.col("role_behind") == "punct")
        & (pl.col("value_behind") == ":")
        & (pl.col("row") - last_sentence <= 4)
    )
    # "Mục tiêu phát triển kinh tế - xã hội giai đoạn 2021-2025:" above a list
    headed |= (pl.col("value_behind") == ":") & (pl.col("role_beyond") == "sentence")
    # "Về phương hướng nhiệm kỳ 2020-2025, Đảng bộ đề ra 18 chỉ tiêu"
    headed |= pl.col("of_tasks") & (pl.col("value_behind") == ",")
    # "Trong 20 chỉ tiêu của cả nhiệm kỳ 2020-2025, ..."
    headed |= pl.col("counts_targets") & (
        pl.col("last_figure") > pl.max_horizontal("last_sentence", "last_mark")
    )
    # "Đại hội đặt ra cho nhiệm kỳ 2020-2025 các mục tiêu: ..."
    headed |= (before == "assigner") & (pl.col("last_figure").fill_null(0) < last_sentence)
    after_figure = near & ((before == "quantity") | ((before == "filler") & (second == "quantity")))
    # "giai đoạn 2016-2020 kinh tế quận phát triển khá, giá trị sản xuất tăng bình quân 9%"
    # "Báo cáo khẳng định, 5 năm qua, Đảng bộ huyện đã hoàn thành ..."
    heads |= (
        (pl.col("value_before") == ",") & (pl.col("value_behind") == ",") & ~pl.col("of_body")
    ).fill_null(False)
    # "bình quân 12,3%/năm; giai đoạn 2016-2019 đạt 8,2%/năm"
    heads |= (
        (pl.col("value_before") == ";")
        & (
            pl.col("role_behind").is_in(["reach", "direction", "quantity", "status"])
            | (pl.col("value_behind") == ",")
        )
    ).fill_null(False)
    # "mỗi năm 9.500 lao động, 5 năm là 47.600 lao động"
    heads |= (
        # "giai đoạn 2006-2010 là 11,3%/năm, giai đoạn 2011-2017 là 9,6%"
        pl.col("value").is_in(["five_years", "range"])
        & pl.col("value_before").is_in([",", ";"])
        & pl.col("role_behind").is_in(["reach", "quantity", "status"])
    ).fill_null(False)
    averaged = pl.col("next_average") < pl.min_horizontal("next_figure", "next_sentence").fill_null(FAR)
    # "Tốc độ tăng bình quân giá trị sản xuất giai đoạn 2011-2018 ngành nông nghiệp là 2,9%"
    averaged |= pl.col("last_average") > pl.max_horizontal(last_sentence, "last_figure", "last_mark")
    loose_range = pl.col("value").is_in(["range", "term", "five_years"]) & ~(
        (near & (heads | said_of_range)) | headed.fill_null(False) | after_figure | averaged.fill_null(False)
    )
    never = (
        pl.col("value").is_in(["day", "since", "to_now", "school_year", "years_on"])
        | loose_range
        | of_multiple
        | of_change
        | pl.col("of_achieved")
    )
    # "520.000 của năm 2019": of that figure and no other
    with_of = near & (before == "filler") & (pl.col("value_before") == "of") & (second == "quantity")
    # "từ 4,9% đầu nhiệm kỳ", "Đầu nhiệm kỳ, ..."
    end_of_term = pl.col("value").is_in(["term_start", "term_end"])
    with_of |= end_of_term & near & (before == "quantity")
    # "Riêng tháng 4 ước 540 tỷ đồng.": the next sentence is about the whole again
    aside = near & (before == "among") & pl.col("value").is_in(["month", "quarter"]) & (second == "sentence")
    # "..., trong khi năm 2019 huyện thu 2.704 tỷ đồng."
    aside |= near & (before == "filler") & (pl.col("value_before") == "contrast")
    aside |= pl.col("value") == "from_year"
    # "Thu đạt 371 tỷ đồng và phấn đấu năm 2018 đạt 450 tỷ đồng. Huyện có ...": what is aimed at is said by the way
    aside |= (
        near
        & (before == "status")
        & (pl.col("value_before") == "target")
        & (pl.col("last_figure") > last_sentence)
    ).fill_null(False)
    # "6 tháng đầu năm, ... đạt 500 tỷ đồng; thu ngân sách đến ngày 15/7 đạt 101 tỷ đồng. Tỷ lệ hộ nghèo ..."
    aside |= (
        (pl.col("value") == "up_to_day")
        & before.cat.starts_with("indicator_")
        & (pl.col("last_figure") > last_sentence)
    ).fill_null(False)
    # "kết quả 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm": what follows is told of the first
    figures_end = pl.max_horizontal(last_sentence, "last_figure").fill_null(0)
    with_of |= pl.col("of_tasks") & (pl.col("last_told") > figures_end).fill_null(False)
    marks = periods.select(
        governs=~is_base.fill_null(False) & ~of_plan.fill_null(False) & ~never,
        aside=(aside | end_of_term).fill_null(False) | pl.col("of_tasks"),
        said_of_figure=after_figure.fill_null(False),
        said_with_of=with_of.fill_null(False),
    )
    return stream.with_columns(
        only_at(periods["row"], marks[name], stream.height).alias(name) for name in marks.columns
    )


def _with_words_around(stream: pl.DataFrame) -> pl.DataFrame:
    """The periods of the stream with the mentions beside them, and the last of the kinds that decide about them."""
    periods = stream.filter(pl.col("role") == "period").select(
        "row", "pos", "value", "of_tasks", "of_achieved", "of_body"
    )
    rows = periods["row"]

    def last(*roles: str) -> pl.Series:
        return last_before(rows, stream["row"].filter(stream["role"].is_in(list(roles))))

    def following(role: str) -> pl.Series:
        return first_behind(rows, stream["row"].filter(stream["role"] == role))

    last_base = last("versus", "same_period", "equal", "multiple")
    return periods.with_columns(
        **beside(
            stream,
            rows,
            -1,
            role_before="role",
            value_before="value",
            end_before="end",
            times_before="is_times",
            percent_before="is_percent",
        ),
        **beside(stream, rows, -2, role_second="role", value_second="value"),
        **beside(stream, rows, 1, role_behind="role", value_behind="value"),
        **beside(stream, rows, 2, role_beyond="role"),
        last_base=last_base,
        last_base_end=at(stream["end"], last_base),
        last_stop=last("quantity", "sentence", "punct", "indicator_strong"),
        last_figure=last("quantity"),
        counts_targets=at(stream["counts_targets"], last("quantity")).fill_null(False),
        last_average=last("average"),
        next_average=following("average"),
        next_figure=following("quantity"),
        next_sentence=following("sentence"),
        last_sentence=last("sentence"),
        last_told=last_before(
            rows - 1, periods.filter(~pl.col("of_tasks") & pl.col("value").is_in(list(_REPORTED)))["row"]
        ),
        last_mark=last("punct"),
    )
