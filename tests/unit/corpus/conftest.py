"""Articles written into a folder and read back: what every test of this room does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dagster_project.corpus import NO_SOURCES, Corpus, Sources, find_files, read_documents

ReadFolder = Callable[..., Corpus]


@pytest.fixture
def read_folder(tmp_path: Path) -> ReadFolder:
    """Write files (name to text or bytes) into a folder and read them all as one batch."""

    def read(files: dict[str, str | bytes], sources: Sources = NO_SOURCES, max_file_mb: float = 10) -> Corpus:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_documents(tmp_path, find_files(tmp_path), sources, max_file_mb)

    return read


@pytest.fixture
def roles_of(read_folder: ReadFolder) -> Callable[[str], list[tuple[str, str]]]:
    """(role, first words) of every line of one page."""

    def roles(page: str) -> list[tuple[str, str]]:
        corpus = read_folder({"page.txt": page})
        text = corpus.documents["text"].item()
        return [
            (row["role"], text[row["char_start"] : row["char_end"]].strip())
            for row in corpus.lines.sort("line_number").iter_rows(named=True)
        ]

    return roles
