"""A hash of what sources.yml says of each file: a file whose entry changes is read again.

Not here: reading sources.yml (`corpus.sources`).
"""

from __future__ import annotations

import hashlib
import json

import polars as pl


def with_entry_hash(files: pl.DataFrame, entries: pl.DataFrame) -> pl.DataFrame:
    """`files` (with `path`) and `entry_sha256` of its row in `entries`, null where it has none."""
    hashes = [
        {
            "path": row["path"],
            "entry_sha256": hashlib.sha256(json.dumps(row, default=str).encode()).hexdigest(),
        }
        for row in entries.iter_rows(named=True)
    ]
    hashed = pl.DataFrame(hashes, schema={"path": pl.String, "entry_sha256": pl.String})
    return files.join(hashed, on="path", how="left")
