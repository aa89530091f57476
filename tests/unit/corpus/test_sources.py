"""What raw/sources.yml may say, and how its mistakes are reported."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from dagster_project.corpus import SourcesError, find_files, load_sources

GOOD = """\
files:
  a.txt:
    publisher: Kinh tế & Đô thị
    published_on: 2023-12-12
    event_on: null
    licence: the text remains its publisher's
  deeper/b.txt:
"""


def write(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "sources.yml"
    path.write_text(content)
    return path


def test_an_entry_may_leave_out_what_is_not_known(tmp_path: Path) -> None:
    entries = load_sources(write(tmp_path, GOOD)).entries
    assert entries["path"].to_list() == ["a.txt", "deeper/b.txt"]
    assert entries["publisher"].to_list() == ["Kinh tế & Đô thị", None]
    assert entries["published_on"].to_list() == [dt.date(2023, 12, 12), None]
    assert entries["event_on"].to_list() == [None, None]


@pytest.mark.parametrize("content", ["", "files:\n", "# nothing yet\n"])
def test_a_file_without_entries_is_fine(tmp_path: Path, content: str) -> None:
    assert load_sources(write(tmp_path, content)).entries.is_empty()


def test_no_sources_file_is_fine(tmp_path: Path) -> None:
    assert load_sources(tmp_path / "sources.yml").entries.is_empty()


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("files:\n  a.txt:\n    publisher: [Hà Nội\n  b.txt: {}\n", 4, "expected"),
        ("files:\n  a.txt:\n    publisher: 'open\n", 4, "end of stream"),
        ("files:\n\ta.txt:\n", 2, "cannot start any token"),
        ("files:\n  a.txt:\n    editor: Minh Anh\n", 3, "unknown field 'editor' of a.txt"),
        ("files:\n  a.txt:\n    url: null\n    event_on: 15/12/2023\n", 4, "'15/12/2023'"),
        ("files:\n  a.txt:\n    published_on: 2023-02-30\n", 3, "no date"),
        ("files:\n  a.txt: received by mail\n", 2, "must be a mapping"),
        ("files:\n  - a.txt\n", 2, "must be a mapping"),
        ("files:\n  a.txt:\n    url:\n      - https://example.org\n", 4, "single value"),
        ("files:\n  a.txt:\n  a.txt:\n", 3, "second entry"),
        ("articles:\n  a.txt:\n", 1, "unknown key 'articles'"),
    ],
)
def test_a_mistake_is_reported_with_its_line(tmp_path: Path, content: str, line: int, reason: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(SourcesError) as caught:
        load_sources(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert reason in str(caught.value)


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_bytes(b"files:\n  \xff.txt:\n")
    with pytest.raises(SourcesError, match=r"sources\.yml.*cannot be read"):
        load_sources(tmp_path / "sources.yml")


def test_entries_of_absent_files_are_warnings(tmp_path: Path) -> None:
    sources = load_sources(write(tmp_path, GOOD))
    (tmp_path / "a.txt").write_text("a")
    assert sources.warnings(find_files(tmp_path)) == [
        "sources.yml describes deeper/b.txt, which is not there"
    ]


def test_what_is_known_wins_over_what_the_text_says(tmp_path: Path, read_folder) -> None:
    text = "Quận Ba Đình họp cuối năm\n\nKinhtedothi - Ngày 12/12/2022, quận Ba Đình tổng kết năm và bàn nhiệm vụ.\n"
    told = read_folder({"a.txt": text}).documents.row(0, named=True)
    assert (told["publisher_from"], told["event_on"]) == ("dateline", dt.date(2022, 12, 12))
    entry = "files:\n  a.txt:\n    publisher: Báo Ví Dụ\n    url: https://example.org/1\n    event_on: 2022-12-11\n"
    known = read_folder({"a.txt": text}, load_sources(write(tmp_path, entry))).documents.select(
        pl.col("^(publisher|url|event).*$")
    )
    assert known.row(0, named=True) == {
        "publisher": "Báo Ví Dụ",
        "publisher_from": "sources_yml",
        "url": "https://example.org/1",
        "url_from": "sources_yml",
        "event_on": dt.date(2022, 12, 11),
        "event_from": "sources_yml",
    }
