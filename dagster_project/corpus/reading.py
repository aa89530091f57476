"""The bytes of the files: read, hashed, refused where they cannot be read.

Here: the one loop over files, for input and output. Not here: what the bytes mean (`decoding`).
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import polars as pl

BYTES_PER_MB = 1_000_000
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_files(raw_dir: Path, files: pl.DataFrame, max_file_mb: float) -> pl.DataFrame:
    """`files` (path, size_bytes, modified_ns) with data, content_sha256, reason, detail.

    `data` is null where `reason` is set. A file over `max_file_mb` megabytes (of 1,000,000 bytes) is not read,
    so it has no hash. UTF-16, known by its mark, is handed on as UTF-8; the hash is of the bytes as they lie there.
    """
    limit = int(max_file_mb * BYTES_PER_MB)
    rows = [
        _read(os.path.join(raw_dir, path), size, limit)
        for path, size in zip(files["path"], files["size_bytes"], strict=True)
    ]
    schema = {"data": pl.Binary, "content_sha256": pl.String, "reason": pl.String, "detail": pl.String}
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    return files.hstack(
        [
            pl.Series(name, values, dtype)
            for (name, dtype), values in zip(schema.items(), columns, strict=True)
        ]
    )


def _read(path: str, listed_size: int, limit: int) -> tuple[bytes | None, str | None, str | None, str | None]:
    if listed_size > limit:
        return None, None, "too_large", _too_large(listed_size, limit)
    try:
        with open(path, "rb", buffering=0) as file:
            data = file.read(limit + 1)
    except OSError as error:
        return None, None, "unreadable", f"the file could not be read: {error.strerror or error}"
    if len(data) > limit:  # it has grown since it was listed
        return None, None, "too_large", _too_large(os.stat(path).st_size, limit)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(UTF16_MARKS):
        try:
            data = data.decode("utf-16").encode("utf-8")
        except UnicodeError as error:
            return None, digest, "broken_encoding", f"it begins as UTF-16 but is not: {error}"
    elif b"\0" in data:
        return None, digest, "binary", "it holds NUL bytes, which text never does"
    return data, digest, None, None


def _too_large(size: int, limit: int) -> str:
    return f"{size / BYTES_PER_MB:,.1f} MB is over the limit of {limit / BYTES_PER_MB:,.1f} MB (MAX_FILE_MB)"
