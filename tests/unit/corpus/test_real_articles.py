"""The articles of raw/ as they came: what is kept of each page, and when it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import NO_SOURCES, Corpus, find_files, load_sources, read_documents
from dagster_project.corpus.schemas import ARTICLE_ROLES

RAW = Path(__file__).resolve().parents[3] / "raw"
THE_FIVE = pl.col("file_name").str.contains("^00[0-4]")  # articles added later are free to differ


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_documents(RAW, find_files(RAW), NO_SOURCES, max_file_mb=10)


def lines_of(corpus: Corpus, prefix: str) -> pl.DataFrame:
    """role and words of the lines of the file whose name begins with `prefix`."""
    document = corpus.documents.filter(pl.col("file_name").str.starts_with(prefix)).row(0, named=True)
    lines = corpus.lines.filter(document_id=document["document_id"]).sort("line_number")
    words = [document["text"][start:end] for start, end in lines.select("char_start", "char_end").iter_rows()]
    return lines.select(pl.col("role").cast(pl.String)).with_columns(words=pl.Series(words, dtype=pl.String))


def test_the_days_are_read_from_the_text(corpus: Corpus) -> None:
    days = (
        corpus.documents.filter(THE_FIVE)
        .select(pl.col("file_name").str.head(3), "event_on", "published_on")
        .rows()
    )
    assert days == [
        ("000", dt.date(2023, 12, 15), None),
        ("001", dt.date(2024, 11, 8), None),
        ("002", dt.date(2023, 12, 12), None),
        ("003", dt.date(2021, 1, 13), dt.date(2021, 1, 13)),
        ("004", dt.date(2023, 12, 14), None),
    ]


def test_what_a_person_noted_agrees_with_what_is_read(corpus: Corpus) -> None:
    noted = load_sources(RAW / "sources.yml").entries
    both = corpus.documents.filter(THE_FIVE).join(
        noted, left_on="file_name", right_on="path", suffix="_noted"
    )
    assert both.height == 5
    for column in ("publisher", "url", "published_on", "event_on"):
        assert both[column].to_list() == both[f"{column}_noted"].to_list()


@pytest.mark.parametrize(
    ("prefix", "article_lines", "first", "last"),
    [
        ("000", 19, "Quận Thanh Xuân: Dự kiến 22/22", "Ngoài ra, quận tiếp tục triển khai kế hoạch"),
        ("001", 19, "Quận Thanh Xuân phấn đấu", "Cùng với đó là tăng cường"),
        ("002", 13, "Huyện Thanh Trì: Hoàn thành", "Sau khi nghe báo cáo"),
        ("003", 10, "Quận Thanh Xuân: 19/19", "Về nhiệm vụ trọng tâm công tác năm 2021"),
        ("004", 18, "Quận Tây Hồ: 21/21", "Quận Tây Hồ cần tiếp tục đẩy mạnh"),
    ],
)
def test_the_article_is_cut_out(
    corpus: Corpus, prefix: str, article_lines: int, first: str, last: str
) -> None:
    article = lines_of(corpus, prefix).filter(pl.col("role").is_in(ARTICLE_ROLES))
    assert article["role"].item(0) == "title"
    assert article["words"].item(0).startswith(first)
    assert article["words"].item(-1).startswith(last)
    assert article.height == article_lines


@pytest.mark.parametrize(
    ("prefix", "words", "role"),
    [
        ("000", "Quận Thanh Xuân gặp mặt, vinh danh", "teaser"),
        ("000", "Toàn cảnh kỳ họp.", "caption"),
        ("000", "Phương Thảo", "byline"),
        ("000", "Thanh Trì: Tập huấn chuyển đổi", "teaser"),
        ("000", "Phiên bản di động", "footer"),
        ("001", "Giá trị sản xuất năm 2024 ước đạt", "heading"),
        ("001", "Chủ tịch UBND quận Thanh Xuân Võ Đăng Dũng chủ trì hội nghị.", "caption"),
        ("001", "Nguồn Hà Nội Mới", "byline"),
        ("002", "Đại hội đại biểu toàn quốc", "menu"),
        ("002", "Đăng ký mua gói ấn phẩm", "menu"),
        ("002", "Kinhtedothi-Ngày 12/12", "lead"),
        ("002", "Về Thanh Trì đắm mình", "teaser"),
        ("002", "  • Rất hay", "comment"),
        ("002", "Kinhtedothi - Phó Thủ tướng", "teaser"),
        ("003", "DÒNG SỰ KIỆN.", "menu"),
        ("003", "13-01-2021 20:36", "byline"),
        ("003", "Tin liên quan", "teaser"),
        ("003", "Ban Chấp hành Đảng bộ quận Thanh Xuân khóa VI", "caption"),
        ("004", "Quận Tây Hồ: 21/21 chỉ tiêu phát triển kinh tế - xã hội", "caption"),
        ("004", "N.Hoa", "byline"),
    ],
)
def test_what_is_not_the_article_has_its_part_too(corpus: Corpus, prefix: str, words: str, role: str) -> None:
    lines = lines_of(corpus, prefix).filter(pl.col("words").str.starts_with(words))
    assert lines["role"].unique().to_list() == [role]


def test_author_and_publisher(corpus: Corpus) -> None:
    assert corpus.documents["author"].to_list() == ["Phương Thảo", "Việt Tuấn", None, "Hồng Thái", "N.Hoa"]
    assert corpus.documents["publisher"].to_list() == [
        None,
        "Hà Nội Mới",
        "Kinh tế & Đô thị",
        "Kinh tế & Đô thị",
        None,
    ]
