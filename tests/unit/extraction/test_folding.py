"""Folding: one searchable spelling, the same number of bytes."""

from __future__ import annotations

import polars as pl
import pytest

from dagster_project.extraction.language.folding import fold, fold_words, lower


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Thu Ngân Sách ĐẠT", "thu ngân sách đạt"),
        ("huyện Ứng Hoà, thuỷ lợi", "huyện ứng hòa, thủy lợi"),
        ("5.606 tỉ đồng", "5.606 tỷ đồng"),
        ("QSDÐ", "qsdđ"),
        ("công nghiệp – xây dựng", "công nghiệp  -  xây dựng"),
        ("“vượt khó”", '  "vượt khó"  '),
        ("8\u00a0%", "8  %"),
        ("cột\tsố", "cột số"),
    ],
)
def test_what_is_searched_has_one_spelling(written: str, folded: str) -> None:
    assert fold_words([written]) == [folded]


@pytest.mark.parametrize(
    "text",
    [
        "İstanbul 5 tỷ",
        "K\u212a ẞ Ⱥ",
        "“…”—•·",
        "a\u0301\u0323",
        "Ứng Hoà\u00a0– 7%",
        "🙂 1 tỷ",
        "\u200f5%",
        "",
    ],
)
def test_an_offset_in_the_folded_text_is_one_in_the_text(text: str) -> None:
    frame = pl.DataFrame({"folded": fold(pl.Series([text])), "lowered": lower(pl.Series([text]))})
    lengths = {len(form.encode()) for form in (text, *frame.row(0))}
    assert len(lengths) == 1


def test_the_small_letters_keep_their_spelling() -> None:
    assert lower(pl.Series(["UBND Ứng Hoà"])).item() == "ubnd ứng hoà"
