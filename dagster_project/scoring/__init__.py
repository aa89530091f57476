"""The extraction against hand-made labels: found and exact, for each corpus, split, indicator and measure.

    score_gold(vocabulary) -> one row for each figure that is asked of an extractor version

The way in is this module; `labels` says what is labelled, `agreement` when a fact counts as found. It reads articles
through the corpus room and knows neither Dagster nor DuckDB nor dbt. Not here: any rule of the extraction.
"""

from dagster_project.scoring.agreement import score
from dagster_project.scoring.gold import score_corpus, score_gold
from dagster_project.scoring.labels import CORPORA, LabelError, LabelledCorpus, Labels, read_labels

__all__ = [
    "CORPORA",
    "LabelError",
    "LabelledCorpus",
    "Labels",
    "read_labels",
    "score",
    "score_corpus",
    "score_gold",
]
