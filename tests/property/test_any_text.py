"""Any text whatever: no crash, and no observation without its evidence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dagster_project.extraction import Extraction
from tests.support.observing import Article, extract_articles

RUN = settings(max_examples=15, deadline=None)

FRAGMENTS = (
    "UBND quận Hà Đông",
    "huyện Ứng Hoà",
    "thu ngân sách",
    "tổng giá trị sản xuất",
    "hộ nghèo",
    " đạt ",
    " tăng ",
    " lần lượt ",
    " trong đó ",
    "5.606 tỷ đồng",
    "115.075 tỷ 897 triệu đồng",
    "84,72%",
    "22/22 chỉ tiêu",
    "gấp 3,2 lần",
    " năm 2023",
    "6 tháng đầu năm",
    "đến ngày 31/2/2023",
    ". ",
    "; ",
    "(",
    ")",
    " - ",
    "\n",
    "\t",
    " | ",
    "9" * 40,
    "0,",
    "1.2.3.4.5",
    "٣٤ ١٢٣",
    "１２３％",
    "İ",
    "\u212a",
    "ẞ",
    "\u200f",
    "\u202e",
    "\u200b",
    "\u0301\u0323",
    "🙂🇻🇳",
    "\u001f",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\U000e0001",
    "%",
    "tỷ",
)
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\1")
texts = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(letters, max_size=12)), max_size=40).map(
    "".join
)
articles = st.builds(
    Article,
    body=texts,
    title=st.one_of(
        st.none(), texts.map(lambda text: text.replace("\n", " ")), st.just("UBND quận Hà Đông họp")
    ),
    reported_on=st.dates(date(2019, 1, 1), date(2026, 12, 31)),
    role=st.sampled_from(["body", "list_item", "table_row"]),
)


def text_of(article: Article) -> str:
    return "\n".join(filter(None, (article.title, article.body)))


def assert_evidence(extraction: Extraction, texts: list[str]) -> None:
    """Every row of both tables points at its own words, inside its sentence, inside one line."""
    for row in extraction.observations.iter_rows(named=True):
        text = texts[int(row["document_id"])]
        assert row["value_text"] and text[row["char_start"] : row["char_end"]] == row["value_text"]
        sentence_end = row["sentence_start"] + len(row["sentence"])
        assert text[row["sentence_start"] : sentence_end] == row["sentence"]
        assert row["sentence_start"] <= row["char_start"] <= row["char_end"] <= sentence_end
        assert row["period_start"] <= row["period_end"]
    for row in extraction.unplaced.iter_rows(named=True):
        text = texts[int(row["document_id"])]
        assert text[row["char_start"] : row["char_end"]] == row["value_text"]
        assert row["value_text"] in row["sentence"]
        assert row["reason"]


@RUN
@given(st.lists(articles, min_size=1, max_size=8))
@example([Article("")])
@example([Article("Thu ngân sách İ đạt 5 tỷ đồng.\u202e Thu ngân sách đạt 7 tỷ đồng.")])
@example([Article("Thu ngân sách đa\u0323t 5.606 ty\u0309 đồng 🙂.")])
def test_every_observation_has_its_evidence(drawn: list[Article]) -> None:
    assert_evidence(extract_articles(drawn), [text_of(article) for article in drawn])


@pytest.mark.parametrize("digits", ["9" * 5000, "1" + ".000" * 200], ids=["plain", "grouped"])
def test_a_number_beyond_all_numbers_does_no_harm_to_the_others(digits: str) -> None:
    drawn = [Article(f"Thu ngân sách đạt {digits} tỷ đồng."), Article("Thu ngân sách đạt 5.606 tỷ đồng.")]
    extraction = extract_articles(drawn)
    assert_evidence(extraction, [text_of(article) for article in drawn])
    assert extraction.observations["value"].to_list() == [5606.0]


def test_an_article_without_any_date_does_no_harm() -> None:
    drawn = [
        Article("Thu ngân sách đạt 5.606 tỷ đồng.", reported_on=None),
        Article("Thu ngân sách đạt 700 tỷ đồng."),
    ]
    extraction = extract_articles(drawn)
    assert extraction.observations["value"].to_list() == [700.0]
    assert extraction.unplaced.select("value_text", "reason").rows() == [("5.606 tỷ đồng", "no_period")]


def test_a_total_that_opens_a_line_has_its_evidence_there() -> None:
    drawn = [Article("Thu ngân sách đạt 700 tỷ đồng.\nTrong tổng số 22 chỉ tiêu, 20 chỉ tiêu đạt kế hoạch.")]
    assert_evidence(extract_articles(drawn), [text_of(article) for article in drawn])


def test_a_control_character_in_a_table_does_no_harm() -> None:
    drawn = [Article("Chỉ tiêu\t\u0001\t2023\nThu ngân sách\t5.606\u0001\t7", role="table_row")]
    assert_evidence(extract_articles(drawn), [text_of(article) for article in drawn])


@RUN
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\0")), min_size=1, max_size=20
    )
)
def test_any_words_before_a_fact_leave_its_offsets_right(noise: list[str]) -> None:
    drawn = [Article(f"{words}\nThu ngân sách của quận Hà Đông đạt 5.606 tỷ đồng.") for words in noise]
    extraction = extract_articles(drawn)
    assert_evidence(extraction, [text_of(article) for article in drawn])
    assert set(extraction.observations.filter(value=5606.0)["document_id"]) == {
        str(n) for n in range(len(drawn))
    }
