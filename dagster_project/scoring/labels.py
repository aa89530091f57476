"""Labelled articles: where they lie, and their facts as a frame.

Here: the four corpora, the reading of label files, the split of the gold passages. Not here: what the extraction makes
of the articles (`gold`), nor when it agrees with a fact (`agreement`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from dagster_project.settings import PROJECT_ROOT

TESTS = PROJECT_ROOT / "tests"

FACTS_SCHEMA = pl.Schema(
    {
        "file_name": pl.String(),
        "district_id": pl.String(),
        "indicator_id": pl.String(),
        "measure": pl.String(),
        "values": pl.List(pl.Float64()),  # the value, and its roundings elsewhere in the article
        "unit": pl.String(),
        "bound": pl.String(),
        "status": pl.String(),
        "period_start": pl.Date(),
        "period_end": pl.Date(),
        "basis": pl.String(),
        "optional": pl.Boolean(),  # counts neither way
    }
)
DOCUMENTS_SCHEMA = pl.Schema({"file_name": pl.String(), "split": pl.String()})


class LabelError(Exception):
    """A line of a label file cannot be used; names the file, the line and the reason."""


@dataclass(frozen=True)
class LabelledCorpus:
    """A folder of articles and the label files that describe them; without any, the articles report nothing."""

    name: str
    articles: Path
    labels: Path | None  # a file, or a folder of files
    halves: bool = False  # split into dev and test by the name


CORPORA = (
    LabelledCorpus("seed", PROJECT_ROOT / "raw", TESTS / "gold" / "seed_facts.jsonl"),
    LabelledCorpus("gold", TESTS / "gold" / "passages", TESTS / "gold" / "labels", halves=True),
    LabelledCorpus("comparison", TESTS / "corpus" / "articles", TESTS / "corpus" / "labels.jsonl"),
    LabelledCorpus("negative", TESTS / "negative", None),
)


@dataclass(frozen=True)
class Labels:
    """documents: file_name, split, one row for each labelled article. facts: FACTS_SCHEMA, one row for each label."""

    documents: pl.DataFrame
    facts: pl.DataFrame


def split_of(passage_id: str) -> str:
    """The half that a passage belongs to, fixed by its name: test where the SHA-256 begins with an odd digit."""
    return "test" if int(hashlib.sha256(passage_id.encode()).hexdigest()[0], 16) % 2 else "dev"


def read_labels(corpus: LabelledCorpus) -> Labels:
    """The labels of the articles that are there. Raises LabelError where a line is no label."""
    present = {path.name for path in corpus.articles.glob("*.txt")}
    if corpus.labels is None:
        documents: list[tuple[str, str]] = [(name, "all") for name in sorted(present)]
        return Labels(
            pl.DataFrame(documents, schema=DOCUMENTS_SCHEMA, orient="row"), pl.DataFrame(schema=FACTS_SCHEMA)
        )
    documents, facts = [], []
    for where, label in _label_lines(corpus.labels):
        try:
            file_name = label.get("file") or f"{label['passage_id']}.txt"
            if file_name not in present:
                continue
            documents.append((file_name, split_of(Path(file_name).stem) if corpus.halves else "all"))
            facts += [_fact(file_name, fact) for fact in label["facts"]]
        except (KeyError, TypeError, AttributeError) as error:
            raise LabelError(f"{where}: {error!r} is missing or of the wrong kind") from error
    return Labels(
        pl.DataFrame(documents, schema=DOCUMENTS_SCHEMA, orient="row"),
        pl.DataFrame(facts, schema={**FACTS_SCHEMA, **_WRITTEN_DATES}, orient="row").with_columns(
            pl.col(name).str.to_date("%Y-%m-%d") for name in _WRITTEN_DATES
        ),
    )


_WRITTEN_DATES = {"period_start": pl.String(), "period_end": pl.String()}


def _label_lines(labels: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """("file, line n", label) of every line that is not blank."""
    for path in sorted(labels.glob("*.jsonl")) if labels.is_dir() else [labels]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                try:
                    yield f"{path}, line {number}", json.loads(line)
                except json.JSONDecodeError as error:
                    raise LabelError(f"{path}, line {number}: {error}") from error


def _fact(file_name: str, fact: dict[str, Any]) -> dict[str, Any]:
    same_name = ("measure", "unit", "bound", "status", "period_start", "period_end", "basis")
    return {
        "file_name": file_name,
        "district_id": fact["district"],
        "indicator_id": fact["indicator"],
        "values": [float(value) for value in (fact["value"], *fact.get("variants", ()))],
        "optional": bool(fact.get("optional")),
        **{name: fact[name] for name in same_name},
    }
