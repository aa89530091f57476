"""The refresh log: ids that carry a fingerprint, in an order that survives a clock moved back."""

from datetime import UTC, datetime

from dagster_project.lake.refresh_log import fingerprint, fingerprint_of, new_refresh_id, with_refresh
from dagster_project.lake.schemas import RefreshLog

NOON = datetime(2024, 11, 8, 12, tzinfo=UTC)
MORNING = datetime(2024, 11, 8, 6, tzinfo=UTC)
EMPTY = RefreshLog.create_empty()
FIGURES = {"n_documents": 5, "n_observations": 60, "extractor_version": "e1", "project_version": "0.1.0"}


def test_the_fingerprint_is_read_off_the_id() -> None:
    made_of = fingerprint("lake", "models")
    assert fingerprint_of(new_refresh_id(EMPTY, NOON, made_of)) == made_of
    assert made_of != fingerprint("lake", "other models")


def test_two_refreshes_of_one_second_have_different_ids() -> None:
    first = new_refresh_id(EMPTY, NOON, "abc")
    log = with_refresh(EMPTY, refresh_id=first, started_at=NOON, **FIGURES)
    second = new_refresh_id(log, NOON, "abc")
    assert second != first
    assert fingerprint_of(second) == "abc"


def test_the_newest_refresh_is_last_even_with_the_clock_moved_back() -> None:
    log = with_refresh(EMPTY, refresh_id="1-a", started_at=NOON, **FIGURES)
    log = with_refresh(log, refresh_id="2-b", started_at=MORNING, **FIGURES)
    assert log.sort("started_at")["refresh_id"].to_list() == ["1-a", "2-b"]
