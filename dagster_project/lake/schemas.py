"""The frames that only the lake knows: the listing, the ledger, the refresh log and the gold scores.

Not here: documents, lines, observations and unplaced quantities, whose shapes belong to the rooms that make them.
"""

from __future__ import annotations

import dataframely as dy

from dagster_project.corpus.schemas import SourceFile

CHANGES = ("added", "changed", "requested", "new_version", "lost", "unchanged", "removed")
"""What a refresh sees of one file: `requested` by name, `new_version` of the code, `lost` its segment in the lake."""


class FileListing(dy.Schema):
    """One row for each file below RAW_DIR, and for each that the last refresh knew and that is gone."""

    path = dy.String(primary_key=True)
    size_bytes = dy.Int64(nullable=True)  # null where removed
    modified_ns = dy.Int64(nullable=True)
    entry_sha256 = dy.String(nullable=True)  # of the file's entry in sources.yml; null where it has none
    change = dy.Enum(list(CHANGES), nullable=False)


class LedgerRow(SourceFile):
    """One row for each file below RAW_DIR as it was last read, and by which version of the code."""

    segment_id = dy.String(nullable=True)  # where the document lies; null where rejected
    entry_sha256 = dy.String(nullable=True)
    corpus_version = dy.String(nullable=False)
    extractor_version = dy.String(nullable=False)


class RefreshLog(dy.Schema):
    """One row for each published refresh, in the order of publication; the last one is the version it stands in."""

    refresh_id = dy.String(primary_key=True)
    started_at = dy.Datetime(time_unit="us", time_zone="UTC", nullable=False)
    finished_at = dy.Datetime(time_unit="us", time_zone="UTC", nullable=True)  # null in the version itself
    n_documents = dy.Int64(nullable=False)
    n_observations = dy.Int64(nullable=False)
    extractor_version = dy.String(nullable=False)
    project_version = dy.String(nullable=False)


class ExtractionScore(dy.Schema):
    """The extraction against hand-made labels: one row for a whole split, one for each indicator and measure in it."""

    scored_at = dy.Datetime(time_unit="us", time_zone="UTC", nullable=False)
    extractor_version = dy.String(nullable=False)
    corpus = dy.String(nullable=False)
    split = dy.String(nullable=False)
    indicator_id = dy.String(nullable=True)  # null: all of them together
    measure = dy.String(nullable=True)
    n_required = dy.Int64(nullable=False)
    n_found = dy.Int64(nullable=False)
    n_false = dy.Int64(nullable=False)
    n_exact = dy.Int64(nullable=False)
    precision = dy.Float64(nullable=True)  # null where nothing was extracted
    recall = dy.Float64(nullable=True)  # null where nothing was required
    f1 = dy.Float64(nullable=True)
    exact = dy.Float64(nullable=True)
