"""What cannot be used is a row with a reason, and the rest goes on."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import NO_SOURCES, Corpus, find_files, read_documents

ARTICLE = (
    "Quận Ba Đình: Thu ngân sách vượt dự toán\n\nThu ngân sách năm 2023 của quận Ba Đình đạt 105% dự toán.\n"
)


def reasons(corpus: Corpus) -> dict[str, str | None]:
    return dict(corpus.source_files.select("path", "reason").iter_rows())


def test_each_unusable_file_has_its_reason_and_the_good_one_is_read(read_folder) -> None:
    corpus = read_folder(
        {
            "good.txt": ARTICLE,
            "empty.txt": b"",
            "blank.txt": "\ufeff \n\t\n\u00a0\n",
            "zeros.txt": bytes(range(256)) * 20,
            "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\xfa\xce" * 300,
            "report.txt": b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 40,
            "bell.txt": b"\x01\x02\x03\x04abc" * 50,
            "latin.txt": "Thu ngân sách".encode("latin-1", "replace") + b" \xe2\xe9",
            "cut.txt": ARTICLE.encode()[:-3] + b"\xc3",
            "odd16.txt": b"\xff\xfe" + "Quận".encode("utf-16-le") + b"\x00",
            "page.html": "<html><body></body></html>",
        }
    )
    assert reasons(corpus) == {
        "good.txt": None,
        "empty.txt": "empty",
        "blank.txt": "empty",
        "zeros.txt": "binary",
        "picture.txt": "binary",
        "report.txt": "binary",
        "bell.txt": "binary",
        "latin.txt": "broken_encoding",
        "cut.txt": "broken_encoding",
        "odd16.txt": "broken_encoding",
        "page.html": "empty",
    }
    rejected = corpus.source_files.filter(pl.col("reason").is_not_null())
    assert rejected["detail"].null_count() == 0
    assert rejected["document_id"].null_count() == rejected.height
    assert corpus.documents["file_name"].to_list() == ["good.txt"]


def test_a_file_over_the_limit_is_not_read(read_folder) -> None:
    corpus = read_folder({"one_line.txt": b"Thu ngan sach " * 3_600_000, "good.txt": ARTICLE})
    row = corpus.source_files.filter(path="one_line.txt").row(0, named=True)
    assert row["reason"] == "too_large"
    assert row["detail"] == "50.4 MB is over the limit of 10.0 MB (MAX_FILE_MB)"
    assert row["content_sha256"] is None
    assert corpus.documents.height == 1


def test_a_long_single_line_within_the_limit_is_one_line(read_folder) -> None:
    line = "Thu ngân sách của quận đạt 105% dự toán. " * 50_000
    corpus = read_folder({"one_line.txt": line})
    assert corpus.lines.select("char_start", "char_end", "role").rows() == [(0, len(line), "lead")]


def test_a_file_removed_or_grown_after_the_listing_is_a_row_too(tmp_path: Path) -> None:
    for name in ("removed.txt", "grown.txt"):
        (tmp_path / name).write_text(ARTICLE)
    files = find_files(tmp_path)
    (tmp_path / "removed.txt").unlink()
    (tmp_path / "grown.txt").write_text(ARTICLE * 10)
    corpus = read_documents(tmp_path, files, NO_SOURCES, max_file_mb=0.0005)
    assert reasons(corpus) == {"removed.txt": "unreadable", "grown.txt": "too_large"}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(unicodedata.normalize("NFD", ARTICLE).encode(), id="NFD"),
        pytest.param(ARTICLE.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(ARTICLE.replace("\n", "\r").encode(), id="CR"),
        pytest.param(ARTICLE.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(ARTICLE.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + ARTICLE.encode("utf-16-be"), id="UTF-16 big endian"),
        pytest.param(ARTICLE.replace(" ", "\u00a0").encode(), id="no-break spaces"),
        pytest.param(ARTICLE.replace("ngân", "ng\u200bân\u00ad").encode(), id="invisible characters"),
    ],
)
def test_however_a_text_is_encoded_it_is_the_same_document(read_folder, content: bytes) -> None:
    corpus = read_folder({"a.txt": ARTICLE, "b.txt": content})
    assert corpus.documents.select("file_name", "text").rows() == [("a.txt", ARTICLE)]
    assert corpus.source_files["document_id"].n_unique() == 1
    assert corpus.source_files["content_sha256"].n_unique() == 2


def test_tabs_stay_as_they_part_the_cells_of_a_table(read_folder) -> None:
    assert (
        "\t" in read_folder({"a.txt": "Chỉ tiêu\tNăm 2023\nThu ngân sách\t105%\n"}).documents["text"].item()
    )


def test_copies_are_one_document_and_two_files(read_folder) -> None:
    corpus = read_folder({"z/first.txt": ARTICLE, "a/copy.txt": ARTICLE, "other.txt": ARTICLE + "Thêm."})
    assert corpus.documents["file_name"].to_list() == ["a/copy.txt", "other.txt"]
    assert corpus.source_files["path"].to_list() == ["a/copy.txt", "other.txt", "z/first.txt"]
    copies = corpus.source_files.filter(pl.col("path") != "other.txt")
    assert copies["document_id"].to_list() == [corpus.documents["document_id"].item(0)] * 2
    assert corpus.lines["document_id"].n_unique() == 2


def test_a_batch_without_files_gives_empty_frames(read_folder) -> None:
    corpus = read_folder({})
    assert corpus.documents.is_empty() and corpus.lines.is_empty() and corpus.source_files.is_empty()


def test_a_batch_of_nothing_usable_gives_the_reasons(read_folder) -> None:
    corpus = read_folder({"empty.txt": b""})
    assert corpus.documents.is_empty()
    assert reasons(corpus) == {"empty.txt": "empty"}
