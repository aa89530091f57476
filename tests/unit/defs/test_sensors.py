"""The sensor on RAW_DIR: contents start a refresh, touching does not."""

import os
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest

from dagster_project.defs.sensors import describe_changes, raw_files, read_cursor

Tick = Callable[[str | None], dg.SensorResult | dg.SkipReason]


@pytest.fixture
def raw_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    monkeypatch.setenv("RAW_DIR", str(folder))
    monkeypatch.setenv("WAREHOUSE_DIR", str(tmp_path / "warehouse"))
    (folder / "a.txt").write_text("Thu ngân sách quận Hà Đông đạt 100 tỷ đồng.")
    return folder


def tick(cursor: str | None = None) -> dg.SensorResult:
    with dg.DagsterInstance.ephemeral() as instance:
        result = raw_files(dg.build_sensor_context(cursor=cursor, instance=instance))
    assert isinstance(result, dg.SensorResult)
    return result


def reason(result: dg.SensorResult) -> str:
    (request,) = result.run_requests or []
    return request.tags["refresh/reason"]


def test_the_first_tick_asks_for_a_run_and_the_second_does_not(raw_dir: Path) -> None:
    first = tick()
    assert reason(first) == "added: a.txt"
    second = tick(first.cursor)
    assert not second.run_requests
    assert second.skip_reason is not None


def test_a_touched_file_asks_for_no_run_but_is_remembered(raw_dir: Path) -> None:
    before = tick().cursor
    os.utime(raw_dir / "a.txt", ns=(1, 1))
    after = tick(before)
    assert not after.run_requests
    assert after.cursor != before


def test_changes_additions_and_removals_are_told_in_the_tag(raw_dir: Path) -> None:
    (raw_dir / "b.txt").write_text("b")
    before = tick().cursor
    (raw_dir / "a.txt").write_text("Thu ngân sách quận Hà Đông đạt 120 tỷ đồng.")
    (raw_dir / "b.txt").unlink()
    (raw_dir / "2024").mkdir()
    (raw_dir / "2024" / "c.html").write_text("<p>c</p>")
    assert reason(tick(before)) == "added: 2024/c.html; changed: a.txt; removed: b.txt"


def test_a_change_and_its_undoing_are_two_runs(raw_dir: Path) -> None:
    original = (raw_dir / "a.txt").read_text()
    first = tick()
    (raw_dir / "a.txt").write_text("khác")
    second = tick(first.cursor)
    (raw_dir / "a.txt").write_text(original)
    third = tick(second.cursor)
    keys = [request.run_key for result in (first, second, third) for request in result.run_requests or []]
    assert len(set(keys)) == 3


def test_a_new_entry_in_sources_yml_starts_a_run(raw_dir: Path) -> None:
    before = tick().cursor
    (raw_dir / "sources.yml").write_text("files: {}")
    assert reason(tick(before)) == "added: sources.yml"


def test_a_missing_folder_is_skipped_with_its_name(raw_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAW_DIR", str(raw_dir / "gone"))
    result = raw_files(dg.build_sensor_context())
    assert isinstance(result, dg.SkipReason)
    assert str(raw_dir / "gone") in str(result.skip_message)


def test_a_cursor_of_another_kind_is_no_cursor() -> None:
    assert read_cursor("not json") == {}
    assert read_cursor("[1, 2]") == {}


def test_many_changes_are_counted_rather_than_listed() -> None:
    after = {f"{i}.txt": (1, 1, "x") for i in range(5)}
    assert describe_changes({}, after) == "added: 0.txt, 1.txt, 2.txt and 2 more"
