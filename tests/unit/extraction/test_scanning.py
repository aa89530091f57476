"""Scanning: where matches stand, in bytes of the line."""

from __future__ import annotations

import polars as pl
import pytest

from dagster_project.extraction.language.scanning import find, scan
from tests.support.steps import article_lines, with_text


def found_in(text: str, phrases: list[str], *, whole: bool = True) -> pl.DataFrame:
    """The phrases (longest first, words all of them but for the marks) found in one line, with their text."""
    lines = article_lines([text])
    is_word = [phrase.replace(" ", "").isalpha() for phrase in phrases]
    known = pl.DataFrame({"pattern": phrases, "begins_word": is_word, "ends_word": is_word}).with_columns(
        touches_digits=pl.lit(False),
        ends_sentence=pl.col("pattern") == ". ",
        says=~pl.col("pattern").is_in([",", ". "]),
        asks=pl.col("pattern") == "dịch vụ",
    )
    figures = pl.DataFrame({"pos": [0] if whole else []}, schema={"pos": pl.Int64})
    found = find(lines, known, phrases, figures)
    return with_text(found.with_columns(start=pl.col("pos")), lines)


def test_a_regular_expression_s_matches_come_with_their_surroundings() -> None:
    lines = article_lines(["không có số", "đạt 12 tỷ và 34%", "7"])
    found = scan(lines, "[0-9]+")
    assert found.select("line", "text", "before", "after").rows() == [
        (1, "12", "đạt ", " tỷ và "),
        (1, "34", " tỷ và ", "%"),
        (2, "7", "", ""),
    ]
    assert with_text(found.drop("text"), lines)["text"].to_list() == ["12", "34", "7"]


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("Thu ngân sách tăng", ["thu ngân sách", "ngân sách", "thu"], ["Thu ngân sách"]),
        ("thuế và phí", ["thu"], []),
        ("xuất khẩu, thu", ["thu", "khẩu"], ["khẩu", "thu"]),
        ("ĐẤU THU", ["thu"], ["THU"]),
        ("đạt (ước)", ["ước", "("], ["(", "ước"]),
    ],
)
def test_phrases_are_whole_words_and_the_longest_ones(
    text: str, phrases: list[str], found: list[str]
) -> None:
    assert found_in(text, phrases)["text"].to_list() == found


def test_a_phrase_knows_the_capitals_around_it() -> None:
    found = found_in("Quận Đống Đa và quận mới", ["quận"])
    assert found.select("capital", "next_capital").rows() == [(True, True), (False, False)]


@pytest.mark.parametrize(
    ("text", "whole", "n_commas"),
    [
        ("a, b, c, d, e, quận", True, 5),
        ("a, b, c, d, e, quận, e, f, g, h, i", False, 4),
        ("a, b, c, d, e", False, 0),
        ("a, b, c, d, e, dịch vụ", False, 5),
    ],
)
def test_what_joins_is_left_out_where_nothing_is_said(text: str, whole: bool, n_commas: int) -> None:
    found = found_in(text, ["dịch vụ", "quận", ","], whole=whole)
    assert found.filter(pl.col("text") == ",").height == n_commas
