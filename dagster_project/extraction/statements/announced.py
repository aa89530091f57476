"""Announced targets: figures behind words that head a list of what is aimed at, and tell of no results.

"Các chỉ tiêu kinh tế chủ yếu năm 2024 là: ...", "Mục tiêu phát triển ... giai đoạn 2020-2025:" above a list. Not here:
status words ("phấn đấu", "đặt mục tiêu"), which `status` knows from the vocabulary.
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.folding import fold_pattern
from dagster_project.extraction.mentions.nearby import at, only_at
from dagster_project.extraction.surroundings.headlines import TELLS_RESULTS

_AIMS = fold_pattern(
    "(?:chỉ tiêu|mục tiêu|kế hoạch (?:5 năm |năm (?:19|20)[0-9]{2} )?(?:đề ra|đặt ra|xác định))"
)
# up to the colon no other sentence or clause; a year is no figure
_HEAD = rf"^(.*?{_AIMS}(?:[^.;:0-9]|(?:19|20)[0-9]{{2}}){{0,110}}:)"
# "Nhiệm vụ 3 tháng cuối năm: ...", of what is left of a year
_TASKS = fold_pattern(
    r"(?:nhiệm vụ|phương hướng)[^.;:]{0,60} (?:(?:[2-6]|hai|ba|bốn|sáu) tháng cuối|những tháng (?:cuối|còn lại)|quý iv"
    r"|cuối năm|thời gian (?:tới|còn lại))[^.;:]{0,60}:"
)
# "Một số chỉ tiêu đạt kết quả nổi bật, như: ..." tells of what has been reached
_TELLS = fold_pattern(
    r"(?:đạt|vượt|hoàn thành|kết quả|thực hiện|tăng|giảm|so với|quốc gia|kịch bản|bám sát)[^.;]*$"
)
_STILL_DAYS = 90  # so much of the period is left when it is spoken of
_WHOLE_YEAR_DAYS = 360


def heads_of_targets(article: pl.DataFrame) -> pl.DataFrame:
    """line, head_end (global byte behind the colon), heads_list (Boolean: the line ends there)."""
    told = article.filter((pl.col("role") == "title") & pl.col("folded").str.contains(TELLS_RESULTS))
    aiming = article.filter(pl.col("folded").str.contains(f"{_AIMS}[^.;:]*:")).filter(
        ~pl.col("document").is_in(told["document"].implode())
    )
    return _heads(aiming, _HEAD, ~pl.col("head").str.contains(_TELLS))


def _heads(lines: pl.DataFrame, pattern: str, condition: pl.Expr) -> pl.DataFrame:
    return (
        lines.select("line", "base", "folded", head=pl.col("folded").str.extract(pattern))
        .filter(pl.col("head").is_not_null() & condition)
        .select(
            "line",
            head_end=pl.col("base") + pl.col("head").str.len_bytes().cast(pl.Int64),
            heads_list=pl.col("folded").str.strip_chars_end() == pl.col("head"),
        )
    )


def are_announced(quantities: pl.DataFrame, stream: pl.DataFrame, article: pl.DataFrame) -> pl.Series:
    """Of figures with measure and period: they stand behind such a head, or that of tasks, and their time is not
    over."""
    asked = quantities.with_row_index("nth").select(
        "nth",
        "line",
        "pos",
        "measure",
        "document",
        "last_sentence",
        "last_now",
        "period_start",
        "period_end",
        "dated_on",
        "document_year",
        "year_ahead",
        "period_from",
        sentence_pos=at(stream["pos"], quantities["last_sentence"]),
        lead_line=pl.when(pl.col("role_of_line") == "list_item").then(
            at(stream["line"], quantities["last_lead_line"])
        ),
    )
    whole_year = (pl.col("period_end") - pl.col("period_start")).dt.total_days() >= _WHOLE_YEAR_DAYS
    # "Năm 2022, kinh tế tăng 9%", below "Giao chỉ tiêu năm 2023", has been reached
    before = (pl.col("period_end").dt.year() < pl.col("year_ahead")) & (pl.col("period_from") != "article")
    aimed = asked.filter(
        pl.col("document").is_in(_aiming(stream).implode()) & whole_year & ~before.fill_null(False)
    )
    of_targets = pl.concat([_below(asked, heads_of_targets(article)), aimed])
    left = (pl.col("period_end") - pl.col("dated_on")).dt.total_days() >= _STILL_DAYS
    undated = pl.col("dated_on").is_null() & (pl.col("period_end").dt.year() >= pl.col("document_year"))
    fulfilled = (pl.col("measure") == "plan_attainment").any().over("last_sentence").fill_null(False)
    # "Đến nay đã có 5 xã ..."
    of_now = (pl.col("last_now") > pl.col("last_sentence")).fill_null(False)
    of_tasks = _below(asked, _heads(article, f"^(.*?{_TASKS})", pl.lit(True)))
    to_do = (pl.col("period_end") > pl.col("dated_on")).fill_null(True) & ~of_now
    found = pl.concat(
        [
            of_targets.filter((left | undated).fill_null(False) & ~fulfilled & ~of_now)["nth"],
            of_tasks.filter(to_do)["nth"],
        ]
    ).unique()
    return only_at(found, pl.Series([True]).new_from_index(0, found.len()), quantities.height)


def _below(figures: pl.DataFrame, heads: pl.DataFrame) -> pl.DataFrame:
    """The figures that stand behind a head in its sentence, or in the list below it."""
    behind = figures.join(heads, on="line", how="inner").filter(
        (pl.col("sentence_pos") < pl.col("head_end")) & (pl.col("head_end") <= pl.col("pos"))
    )
    lists = heads.filter("heads_list")["line"]
    return pl.concat(
        [behind.select(figures.columns), figures.filter(pl.col("lead_line").is_in(lists.implode()))]
    )


def _aiming(stream: pl.DataFrame) -> pl.Series:
    """The documents whose title is about the targets of a year: "Quận phấn đấu tăng trưởng 9% năm 2024"."""
    of_title = pl.col("role_of_line") == "title"
    aims = stream.filter(of_title & (pl.col("role") == "status") & (pl.col("value") == "target"))["document"]
    dated = stream.filter(of_title & (pl.col("role") == "period") & (pl.col("value") == "year"))["document"]
    return aims.filter(aims.is_in(dated.implode())).unique()
