"""Where each table of the lake lies. Not here: what stands in the tables, nor how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dataframely as dy

from dagster_project.corpus.schemas import Document, DocumentLine
from dagster_project.extraction.schemas import Observation, UnplacedQuantity
from dagster_project.lake.schemas import ExtractionScore, FileListing, LedgerRow, RefreshLog

CORPUS_TABLES: Final[dict[str, type[dy.Schema]]] = {"document": Document, "document_line": DocumentLine}
EXTRACTION_TABLES: Final[dict[str, type[dy.Schema]]] = {
    "observation": Observation,
    "unplaced_quantity": UnplacedQuantity,
}
SEGMENT_TABLES: Final[dict[str, type[dy.Schema]]] = {**CORPUS_TABLES, **EXTRACTION_TABLES}
"""The tables kept as one Parquet file for each segment, with `segment_id` as their last column."""

WHOLE_TABLES: Final[dict[str, type[dy.Schema]]] = {
    "file_listing": FileListing,
    "source_file": LedgerRow,
    "refresh_log": RefreshLog,
    "extraction_score": ExtractionScore,
}
"""The tables kept as one Parquet file, written whole each time."""

EMPTY_SEGMENT: Final = "empty"
"""A segment without rows that always exists, so that every table has a file to take its columns from."""


@dataclass(frozen=True)
class Lake:
    """The folder of the Parquet tables; nothing needs to exist yet."""

    root: Path

    def table(self, name: str) -> Path:
        """The file of a table that is written whole."""
        if name not in WHOLE_TABLES:
            raise KeyError(f"{name!r} is not a table written whole; there are {', '.join(WHOLE_TABLES)}")
        return self.root / f"{name}.parquet"

    def segment(self, name: str, segment_id: str) -> Path:
        """The file of one segment of a segmented table."""
        return self.folder(name) / f"{segment_id}.parquet"

    def folder(self, name: str) -> Path:
        """The folder of a segmented table."""
        if name not in SEGMENT_TABLES:
            raise KeyError(f"{name!r} is not kept in segments; there are {', '.join(SEGMENT_TABLES)}")
        return self.root / name
