"""What lies below RAW_DIR: paths, sizes and modification times.

Here: the walk over the folder. Not here: the bytes of a file (`reading`), or what is known of it (`sources`).
"""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl

TEXT_SUFFIXES = (".txt",)
HTML_SUFFIXES = (".html", ".htm")
FILES_SCHEMA = pl.Schema({"path": pl.String(), "size_bytes": pl.Int64(), "modified_ns": pl.Int64()})


class RawDirectoryError(Exception):
    """RAW_DIR cannot be listed; the message names it and says why."""


def find_files(raw_dir: Path) -> pl.DataFrame:
    """Every .txt, .html and .htm below `raw_dir`, whatever the depth, sorted by path.

    Columns: path (relative, forward slashes), size_bytes, modified_ns. Names that begin with a dot are hidden and
    left out. Symbolic links are followed; each directory is visited once, so a loop of links is harmless.
    """
    if not raw_dir.exists():
        raise RawDirectoryError(
            f"the folder of raw articles does not exist: {raw_dir} (set RAW_DIR to move it)"
        )
    if not raw_dir.is_dir():
        raise RawDirectoryError(f"RAW_DIR is not a folder: {raw_dir}")
    try:
        rows = _walk(str(raw_dir))
    except OSError as error:
        raise RawDirectoryError(f"the folder of raw articles cannot be listed: {raw_dir}: {error}") from error
    return pl.DataFrame(rows, schema=FILES_SCHEMA, orient="row").sort("path")


def _walk(root: str) -> list[tuple[str, int, int]]:
    rows: list[tuple[str, int, int]] = []
    visited: set[tuple[int, int]] = set()
    directories = [(root, "")]
    linked: list[tuple[str, str]] = []
    while directories or linked:
        # Real folders first: a link to one of them then adds nothing, whatever its name.
        directory, prefix = directories.pop() if directories else linked.pop()
        identity = Path(directory).stat()
        if (identity.st_dev, identity.st_ino) in visited:
            continue
        visited.add((identity.st_dev, identity.st_ino))
        with os.scandir(directory) as entries:
            for entry in entries:
                _place(entry, prefix, rows, directories, linked)
    return rows


def _place(
    entry: os.DirEntry[str],
    prefix: str,
    rows: list[tuple[str, int, int]],
    directories: list[tuple[str, str]],
    linked: list[tuple[str, str]],
) -> None:
    if entry.name.startswith("."):
        return
    if entry.is_dir(follow_symlinks=False):
        directories.append((entry.path, f"{prefix}{entry.name}/"))
    elif entry.name.lower().endswith(TEXT_SUFFIXES + HTML_SUFFIXES):
        try:
            if entry.is_file():
                status = entry.stat()
                rows.append((_printable(prefix + entry.name), status.st_size, status.st_mtime_ns))
        except OSError:  # removed since it was listed
            return
    elif entry.is_symlink() and entry.is_dir():
        linked.append((entry.path, f"{prefix}{entry.name}/"))


def _printable(path: str) -> str:
    """A name that is not UTF-8 is shown with escapes; such a file is then rejected as unreadable."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path
