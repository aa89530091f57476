"""What holds for any text whatever, hostile Unicode included."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polars as pl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dagster_project.corpus import NO_SOURCES, Corpus, find_files, read_documents
from dagster_project.corpus.decoding import normalize
from dagster_project.corpus.page import assign_roles, split_lines

FRAGMENTS = st.sampled_from(
    [
        "Tin liên quan",
        "TIN KHÁC",
        "Bình luận (3)",
        "Trang chủ | Thời sự | Kinh tế",
        "Huyện Mê Linh: 18/18 chỉ tiêu đạt và vượt",
        "Ngày 15/12, HĐND huyện Mê Linh khai mạc kỳ họp thường lệ cuối năm 2023, nhiệm kỳ 2021-2026.",
        "12/12/2023 14:05",
        "Ngày 31/2/2023, huyện họp.",
        "- Thu ngân sách: 1.150 tỷ đồng",
        "Chỉ tiêu\t2022\t2023",
        "Minh Anh",
        "Nguồn: https://hanoimoi.vn/",
        "",
        "\ufeff\u200b",
        "𝟙𝟚/𝟛 ngày ١٢/٣",
        "e\u0301\u0323\u0302",
    ]
)
PAGES = st.lists(st.one_of(FRAGMENTS, st.text(max_size=60)), max_size=30).map("\n".join)


def read(pages: list[bytes]) -> Corpus:
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(pages):
            (Path(folder) / f"{number:03}.txt").write_bytes(content)
        return read_documents(Path(folder), find_files(Path(folder)), NO_SOURCES, max_file_mb=1)


@settings(max_examples=40, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=4))
@example(["\r\n\x85\u2028a\x0b"])
@example(["Tin khác\nTin khác\nTin khác"])
def test_every_line_of_every_text_is_where_it_says_and_has_a_part(pages: list[str]) -> None:
    corpus = read([page.encode("utf-8", "surrogatepass") for page in pages])
    assert corpus.source_files.height == len(pages)
    texts = dict(corpus.documents.select("document_id", "text").iter_rows())
    for document_id, text in texts.items():
        lines = corpus.lines.filter(document_id=document_id).sort("line_number")
        written = text.split("\n")
        for line in lines.iter_rows(named=True):
            assert text[line["char_start"] : line["char_end"]] == written[line["line_number"]]
        shown = {number for number, line in enumerate(written) if line.strip()}
        assert shown <= set(lines["line_number"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=300), min_size=1, max_size=5))
def test_any_bytes_are_read_or_refused(contents: list[bytes]) -> None:
    files = read(contents).source_files
    assert files.filter(pl.col("document_id").is_null() == pl.col("reason").is_null()).is_empty()
    assert files.filter(pl.col("reason").is_null() != pl.col("detail").is_null()).is_empty()


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_normal_is_normal(text: str) -> None:
    once = normalize(pl.Series([text]))
    assert normalize(once).item() == once.item()
    assert "\r" not in once.item() and "\u00a0" not in once.item()


@settings(max_examples=40, deadline=None)
@given(st.lists(PAGES, min_size=2, max_size=4))
def test_a_page_is_cut_the_same_alone_and_among_others(pages: list[str]) -> None:
    texts = normalize(pl.Series(pages, dtype=pl.String))
    together = assign_roles(split_lines(texts))
    for number in range(len(pages)):
        alone = assign_roles(split_lines(texts[number : number + 1]))
        assert alone["role"].to_list() == together.filter(document=number)["role"].to_list()


TAGS = st.sampled_from(
    ["<p>", "</p>", "<table><tr><td>", "<ul><li>", "<h1>", "<!--", "<script>", "&#0;", "&nbsp;", "<div "]
)
PARAGRAPH = (
    "<p>Theo báo cáo, thu ngân sách nhà nước trên địa bàn huyện đạt 620 tỷ đồng, bằng 114% dự toán.</p>"
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(TAGS, st.just(PARAGRAPH), st.text(max_size=30)), max_size=20).map("".join))
def test_any_html_is_read_or_refused(body: str) -> None:
    corpus = read([f"<html><body>{body}</body></html>".encode("utf-8", "surrogatepass"), PARAGRAPH.encode()])
    assert corpus.source_files.height == 2
    assert corpus.documents.height == corpus.source_files["document_id"].drop_nulls().n_unique()
