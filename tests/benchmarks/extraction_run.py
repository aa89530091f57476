"""One measured run of the extraction over a folder of generated articles; prints its figures as JSON.

    python -m tests.benchmarks.extraction_run FOLDER THREADS

FOLDER holds `raw/` and the labels as facts.parquet and documents.parquet. Only what stands between the first file
and the last observation is timed; the score is computed after the memory has been read.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dagster_project  # noqa: F401  before polars, as in every program of the project

# isort: split
import polars as pl

from dagster_project.corpus import NO_SOURCES, find_files, read_documents
from dagster_project.extraction import Vocabulary, extract, load_vocabulary
from dagster_project.lake.segments import BATCH_DOCUMENTS
from dagster_project.scoring import score
from dagster_project.settings import SEEDS_DIR

MAX_FILE_MB = 10
MAX_ADDRESS_SPACE = 8 * 2**30  # a run that asks for more fails by itself, rather than the machine
SCORED = (
    "district_id", "indicator_id", "measure", "value", "unit", "bound", "status", "period_start", "period_end", "basis",
)  # fmt: skip


def extract_batch(raw: Path, files: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """The observations of a batch of files, with file_name, without their sentences."""
    corpus = read_documents(raw, files, NO_SOURCES, MAX_FILE_MB)
    observations = extract(corpus.documents, corpus.lines, vocabulary).observations
    names = corpus.documents.select("document_id", file_name=pl.col("file_name").str.split("/").list.last())
    return observations.join(names, on="document_id").select("file_name", *SCORED)


def batches(files: pl.DataFrame) -> Iterator[pl.DataFrame]:
    yield from files.iter_slices(BATCH_DOCUMENTS)


def run(folder: Path, threads: int) -> dict[str, object]:
    raw = folder / "raw"
    resource.setrlimit(resource.RLIMIT_AS, (MAX_ADDRESS_SPACE, MAX_ADDRESS_SPACE))
    vocabulary = load_vocabulary(SEEDS_DIR)
    started = time.perf_counter()
    files = find_files(raw)
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(lambda batch: extract_batch(raw, batch, vocabulary), batches(files)))
    seconds = time.perf_counter() - started
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    observations = pl.concat(found)
    whole = score(
        pl.read_parquet(folder / "documents.parquet"), pl.read_parquet(folder / "facts.parquet"), observations
    ).row(0, named=True)
    return {
        "megabytes": int(files["size_bytes"].sum()) / 1e6,
        "seconds": seconds,
        "gigabytes": gigabytes,
        "observations": observations.height,
        "figures": {name: whole[name] for name in ("precision", "recall", "f1", "exact")},
    }


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]))))
