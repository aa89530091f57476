"""Label files: what is read of them, and what is said of a line that is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dagster_project.scoring import CORPORA, LabelError, LabelledCorpus, read_labels
from dagster_project.scoring.labels import split_of

FACT = {
    "district": "tay-ho", "indicator": "poor_households", "measure": "level", "value": 7, "unit": "count",
    "bound": "exact", "status": "actual", "period_start": "2023-01-01", "period_end": "2023-12-31", "basis": None,
}  # fmt: skip


def corpus(folder: Path, *lines: str) -> LabelledCorpus:
    (folder / "tay-ho.txt").write_text("Quận Tây Hồ còn 7 hộ nghèo.", encoding="utf-8")
    (folder / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return LabelledCorpus("gold", folder, folder / "labels.jsonl")


def test_a_label_s_article_must_be_there_to_count(tmp_path: Path) -> None:
    lines = [json.dumps({"passage_id": name, "facts": [FACT]}) for name in ("tay-ho", "gone")]
    labels = read_labels(corpus(tmp_path, *lines))
    assert labels.documents.rows() == [("tay-ho.txt", "all")]
    assert labels.facts["values"].to_list() == [[7.0]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "labels.jsonl, line 2"),
        ("[]", "labels.jsonl, line 2"),
        ('{"facts": []}', "passage_id"),
        ('{"passage_id": "tay-ho", "facts": [{"district": "tay-ho"}]}', "indicator"),
        ('{"passage_id": "tay-ho", "facts": [7]}', "labels.jsonl, line 2"),
    ],
)
def test_a_line_that_is_no_label_is_named(tmp_path: Path, line: str, reason: str) -> None:
    good = json.dumps({"passage_id": "tay-ho", "facts": [FACT]})
    with pytest.raises(LabelError, match=reason):
        read_labels(corpus(tmp_path, good, line))


def test_an_article_without_labels_reports_nothing(tmp_path: Path) -> None:
    (tmp_path / "bong-da.txt").write_text("Đội khách thắng 2-1.", encoding="utf-8")
    labels = read_labels(LabelledCorpus("negative", tmp_path, None))
    assert labels.documents.rows() == [("bong-da.txt", "all")]
    assert labels.facts.is_empty()


def test_the_split_depends_on_the_name_alone() -> None:
    assert [split_of(name) for name in ("a", "b", "hello")] == ["dev", "test", "dev"]


@pytest.mark.parametrize("labelled", CORPORA, ids=lambda labelled: labelled.name)
def test_every_label_of_the_project_has_its_article(labelled: LabelledCorpus) -> None:
    written = set()
    for path in (
        sorted(labelled.labels.glob("*.jsonl"))
        if labelled.labels and labelled.labels.is_dir()
        else [labelled.labels]
    ):
        if path:
            rows = [
                json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
            ]
            written |= {row.get("file") or f"{row['passage_id']}.txt" for row in rows}
    assert written <= set(read_labels(labelled).documents["file_name"])
