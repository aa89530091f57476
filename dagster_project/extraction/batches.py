"""The way into the extraction: a batch of documents, of which one that breaks a step does not take the others with it.

Not here: the order of the steps (`observations`).
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.observations import Extraction, extract_batch
from dagster_project.extraction.schemas import FailedDocument, Observation, UnplacedQuantity
from dagster_project.isolation import isolate


def extract(documents: pl.DataFrame, lines: pl.DataFrame, vocabulary: Vocabulary) -> Extraction:
    """Extract the observations of many documents at once.

    documents: document_id, text, publisher (String, null), event_on, published_on (Date, null)
    lines: document_id, line_number (Int32), char_start (Int32), role (String)
    """

    def work(batch: pl.DataFrame) -> Extraction:
        whole = batch.height == documents.height
        own = lines if whole else lines.join(batch.select("document_id"), on="document_id", how="semi")
        return extract_batch(batch, own, vocabulary)

    isolated = isolate(work, documents)
    if not isolated.failed and len(isolated.results) == 1:
        return isolated.results[0]
    failed = pl.DataFrame(
        {
            "document_id": documents["document_id"].gather(list(isolated.failed)),
            "detail": list(isolated.failed.values()),
        },
        schema_overrides={"detail": pl.String},
    )
    return Extraction(
        Observation.validate(
            pl.concat([Observation.create_empty(), *(part.observations for part in isolated.results)])
        ),
        UnplacedQuantity.validate(
            pl.concat([UnplacedQuantity.create_empty(), *(part.unplaced for part in isolated.results)])
        ),
        FailedDocument.validate(failed),
    )
