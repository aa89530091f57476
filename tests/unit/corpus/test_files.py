"""Which files below RAW_DIR are articles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dagster_project.corpus import RawDirectoryError, find_files


def test_articles_are_found_at_any_depth_and_sorted_by_path(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "2023/huyen/a.HTML",
        "2023/c.htm",
        "sources.yml",
        "notes.md",
        ".hidden.txt",
        ".git/x.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Thu ngân sách")
    files = find_files(tmp_path)
    assert files["path"].to_list() == ["2023/c.htm", "2023/huyen/a.HTML", "b.txt"]
    assert files["size_bytes"].to_list() == [len("Thu ngân sách".encode())] * 3
    assert files["modified_ns"].item(2) == (tmp_path / "b.txt").stat().st_mtime_ns


def test_an_empty_folder_holds_no_files(tmp_path: Path) -> None:
    assert find_files(tmp_path).is_empty()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RawDirectoryError, match=r"does not exist: .*/nowhere"):
        find_files(tmp_path / "nowhere")


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("")
    with pytest.raises(RawDirectoryError, match=r"not a folder: .*/raw"):
        find_files(tmp_path / "raw")


def test_links_are_followed_once_and_loops_are_harmless(tmp_path: Path) -> None:
    raw, elsewhere = tmp_path / "raw", tmp_path / "elsewhere"
    (raw / "inner").mkdir(parents=True)
    elsewhere.mkdir()
    (raw / "inner" / "a.txt").write_text("a")
    (elsewhere / "b.txt").write_text("b")
    (raw / "inner" / "loop").symlink_to(raw)
    (raw / "0-linked").symlink_to(elsewhere)
    (raw / "again").symlink_to(raw / "inner")
    (raw / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    assert find_files(raw)["path"].to_list() == ["0-linked/b.txt", "inner/a.txt"]


def test_a_folder_named_like_an_article_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "2023.txt").mkdir()
    (tmp_path / "2023.txt" / "a.txt").write_text("a")
    assert find_files(tmp_path)["path"].to_list() == ["2023.txt/a.txt"]


def test_a_name_that_is_not_utf8_does_not_stop_the_listing(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"b\xff.txt"), "w") as file:  # noqa: PTH118, PTH123
        file.write("b")
    assert find_files(tmp_path)["path"].to_list() == [r"b\xff.txt"]
