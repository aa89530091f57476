"""Files to documents: found, read, decoded, cut out of their page, dated, attributed.

    find_files -> read_documents -> Corpus(documents, lines, source_files)

The way in is this module; `documents` is the order of the steps. Pure Python and polars: this room knows neither
Dagster nor dbt nor DuckDB, and nothing about districts or figures.
"""

from dagster_project.corpus.documents import Corpus, read_documents
from dagster_project.corpus.files import RawDirectoryError, find_files
from dagster_project.corpus.sources import NO_SOURCES, Sources, SourcesError, load_sources

__all__ = [
    "NO_SOURCES",
    "Corpus",
    "RawDirectoryError",
    "Sources",
    "SourcesError",
    "find_files",
    "load_sources",
    "read_documents",
]
