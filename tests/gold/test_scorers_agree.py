"""The scorer inside the project and the one on the command line say the same of the same observations."""

from __future__ import annotations

import json
import re
import runpy
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dagster_project.extraction import load_vocabulary
from dagster_project.scoring import CORPORA, LabelledCorpus, read_labels, score
from dagster_project.scoring.gold import read_observations
from dagster_project.settings import SEEDS_DIR

COMMAND_LINE = Path(__file__).parent / "score_facts.py"
PRINTED = re.compile(
    r"required=(\d+) found=(\d+) false=(\d+) precision=([\d.]+) recall=([\d.]+) f1=([\d.]+) exact=([\d.]+)"
)
FIGURES = ("n_required", "n_found", "n_false", "precision", "recall", "f1", "exact")


def warehouse(path: Path, observations: pl.DataFrame) -> Path:
    """A database with the two tables that the command line reads."""
    told = observations.with_columns(pl.col("measure", "bound", "status").cast(pl.String)).to_arrow()
    with duckdb.connect(path) as connection:
        connection.register("told", told)
        connection.execute("create schema marts")
        connection.execute("create table marts.fct_observation as from told")
        connection.execute(
            "create table marts.dim_document as select distinct document_id, file_name from told"
        )
    return path


def printed(
    database: Path, gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[float]:
    monkeypatch.setattr(sys, "argv", [str(COMMAND_LINE), str(database), str(gold)])
    with pytest.raises(SystemExit):
        runpy.run_path(str(COMMAND_LINE), run_name="__main__")
    found = PRINTED.search(capsys.readouterr().out)
    assert found
    return [float(figure) for figure in found.groups()]


def label_lines(corpus: LabelledCorpus, names: set[str]) -> str:
    """The labels of the named articles, as they are written; an empty label where the corpus has none."""
    if corpus.labels is None:
        return "\n".join(json.dumps({"file": name, "facts": []}) for name in sorted(names))
    files = sorted(corpus.labels.glob("*.jsonl")) if corpus.labels.is_dir() else [corpus.labels]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [json.loads(line) for line in lines]
    return "\n".join(
        line
        for line, row in zip(lines, rows, strict=True)
        if (row.get("file") or f"{row['passage_id']}.txt") in names
    )


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_both_scorers_agree(
    corpus: LabelledCorpus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    labels = read_labels(corpus)
    observations = read_observations(corpus, load_vocabulary(SEEDS_DIR))
    # errors of every kind, whatever the extraction gets right: other values, other bases, other years
    every = pl.int_range(pl.len())
    observations = observations.with_columns(
        value=pl.when(every % 7 == 0).then(pl.col("value") + 1).otherwise("value"),
        basis=pl.when(every % 5 == 0).then(pl.lit("plan")).otherwise("basis"),
        period_end=pl.when(every % 11 == 0)
        .then(pl.col("period_end").dt.offset_by("1y"))
        .otherwise("period_end"),
    )
    observations = pl.concat(
        [observations, observations.with_columns(bound=pl.lit("approx").cast(observations.schema["bound"]))]
    )
    database = warehouse(tmp_path / "hanoi.duckdb", observations)
    whole = score(labels.documents, labels.facts, observations).filter(
        pl.col("indicator_id").is_null() & pl.col("measure").is_null()
    )
    for row in whole.iter_rows(named=True):
        names = set(labels.documents.filter(split=row["split"])["file_name"])
        gold = tmp_path / f"{row['split']}.jsonl"
        gold.write_text(label_lines(corpus, names), encoding="utf-8")
        ours = [round(row[name] or 0.0, 3) for name in FIGURES]
        assert ours == printed(database, gold, monkeypatch, capsys), row["split"]


def test_the_command_line_knows_the_indicators_of_the_vocabulary() -> None:
    known = runpy.run_path(str(COMMAND_LINE))["GOLD_INDICATORS"]
    assert known == set(load_vocabulary(SEEDS_DIR).indicators["indicator_id"])
