"""The bytes of the files: read, hashed, refused where they cannot be read.

Here: the one loop over files, for input and output. Not here: what the bytes mean (`decoding`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import polars as pl

BYTES_PER_MB = 1_000_000
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class _Bytes(NamedTuple):
    data: bytes | None = None
    recoded: bool = False
    content_sha256: str | None = None
    reason: str | None = None
    detail: str | None = None


READ_SCHEMA = pl.Schema(
    {
        "data": pl.Binary(),
        "recoded": pl.Boolean(),
        "content_sha256": pl.String(),
        "reason": pl.String(),
        "detail": pl.String(),
    }
)


def read_files(raw_dir: Path, files: pl.DataFrame, max_file_mb: float) -> pl.DataFrame:
    """`files` (path, size_bytes, modified_ns) with the columns of READ_SCHEMA.

    `data` is null where `reason` is set: too_large over `max_file_mb` megabytes (of 1,000,000 bytes), and then the
    file was not read and has no hash; unreadable; binary; broken_encoding. UTF-16, known by its mark, is handed on
    as UTF-8 (`recoded`); the hash is always of the bytes as they lie there.
    """
    limit, root = int(max_file_mb * BYTES_PER_MB), str(raw_dir)
    rows = [
        _read(f"{root}/{path}", size, limit)
        for path, size in zip(files["path"], files["size_bytes"], strict=True)
    ]
    return files.hstack(pl.DataFrame(rows, schema=READ_SCHEMA, orient="row"))


def _read(path: str, listed_size: int, limit: int) -> _Bytes:
    if listed_size > limit:
        return _too_large(listed_size, limit)
    try:
        # Without a buffer and asking for no more than there was: reading is most of the time at 100,000 files, and
        # Python sets aside all the bytes that it is asked for.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read(listed_size + 1)
            if len(data) > listed_size:
                data += file.read(limit + 1 - len(data))
    except OSError as error:
        return _Bytes(reason="unreadable", detail=f"the file could not be read: {error.strerror or error}")
    if len(data) > limit:  # it has grown since it was listed
        return _too_large(Path(path).stat().st_size, limit)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(UTF16_MARKS):
        return _from_utf16(data, digest)
    if b"\0" in data:
        return _Bytes(None, False, digest, "binary", "it holds NUL bytes, which text never does")
    return _Bytes(data, False, digest)


def _from_utf16(data: bytes, digest: str) -> _Bytes:
    try:
        return _Bytes(data.decode("utf-16").encode("utf-8"), True, digest)
    except UnicodeError as error:
        return _Bytes(None, True, digest, "broken_encoding", f"it begins as UTF-16 but is not: {error}")


def _too_large(size: int, limit: int) -> _Bytes:
    detail = (
        f"{size / BYTES_PER_MB:,.1f} MB is over the limit of {limit / BYTES_PER_MB:,.1f} MB (MAX_FILE_MB)"
    )
    return _Bytes(reason="too_large", detail=detail)
