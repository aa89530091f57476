"""What the extraction makes of the labelled articles, as they would arrive.

Here: reading the articles of a corpus, extracting from them, scoring. Not here: when a fact counts as found
(`agreement`), nor what must be reached (tests/gold/floors.json).
"""

from __future__ import annotations

import polars as pl

from dagster_project.corpus import find_files, load_sources, read_documents
from dagster_project.extraction import EXTRACTOR_VERSION, Vocabulary, extract
from dagster_project.scoring.agreement import score
from dagster_project.scoring.labels import CORPORA, LabelledCorpus, read_labels

MAX_FILE_MB = 10
SCORE_COLUMNS = (
    "extractor_version", "corpus", "split", "indicator_id", "measure", "n_required", "n_found", "n_false", "n_exact",
    "precision", "recall", "f1", "exact",
)  # fmt: skip


def score_gold(vocabulary: Vocabulary) -> pl.DataFrame:
    """The extraction of this version against every labelled corpus that is there.

    Returns extractor_version, corpus ("seed", "gold", "comparison", "negative"), split ("dev", "test" of gold, else
    "all") and the figures of `agreement.score`: a row for all of a split, for each indicator, for each measure.
    """
    scored = [score_corpus(corpus, vocabulary) for corpus in CORPORA if corpus.articles.is_dir()]
    return pl.concat(scored).select(SCORE_COLUMNS)


def score_corpus(corpus: LabelledCorpus, vocabulary: Vocabulary) -> pl.DataFrame:
    """The same of one corpus. Raises LabelError where its labels cannot be read."""
    labels = read_labels(corpus)
    figures = score(labels.documents, labels.facts, read_observations(corpus, vocabulary))
    return figures.with_columns(
        extractor_version=pl.lit(EXTRACTOR_VERSION), corpus=pl.lit(corpus.name)
    ).select(SCORE_COLUMNS)


def read_observations(corpus: LabelledCorpus, vocabulary: Vocabulary) -> pl.DataFrame:
    """The observations of every article of the corpus, with file_name: the name of the article, without folders."""
    articles = corpus.articles
    read = read_documents(articles, find_files(articles), load_sources(articles / "sources.yml"), MAX_FILE_MB)
    observations = extract(read.documents, read.lines, vocabulary).observations
    names = read.documents.select("document_id", file_name=pl.col("file_name").str.split("/").list.last())
    return observations.join(names, on="document_id")
