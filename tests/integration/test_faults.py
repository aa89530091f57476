"""Killed, starved, doubled, damaged: the published file answers as before or after, and the next refresh succeeds."""

import multiprocessing
import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest

from dagster_project.lake.layout import CORPUS_TABLES, EXTRACTION_TABLES, WHOLE_TABLES
from tests.support.project import Project, article, assert_success, errors, new_project

KILLS = int(os.environ.get("FAULT_KILLS", "50"))
LANES = 2
CONTENT = (
    "select file_name, district_id, indicator_id, measure, value, period_start, period_end, char_start "
    "from marts.fct_observation join marts.dim_document using (document_id) order by all"
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = new_project(tmp_path_factory.mktemp("published"))
    project.write("a.txt", article("5.606"))
    project.write("b.txt", article("7.110", "quận Hà Đông"))
    result = project.refresh()
    assert_success(result)
    return project


@pytest.fixture
def project(tmp_path: Path, published: Project) -> Project:
    """Two articles and their published warehouse, to be damaged."""
    return Project(shutil.copytree(published.folder, tmp_path, dirs_exist_ok=True))


def kill_and_recover(folder: Path, kills: int, seed: int) -> None:
    """A lane of the kill test: change an article, kill the refresh at a random moment, look, refresh, compare."""
    chance = random.Random(seed)
    project = new_project(folder)
    project.write("b.txt", article("7.110", "quận Hà Đông"))
    expected: dict[int, list[tuple[object, ...]]] = {}
    seconds = 0.0
    for version in (0, 1):
        project.write("a.txt", article(f"{version + 1}.606"))
        started = time.monotonic()
        assert_success(project.refresh())
        seconds = time.monotonic() - started
        expected[version] = project.query(CONTENT)
    assert expected[0] != expected[1]
    for number in range(kills):
        version = number % 2
        project.write("a.txt", article(f"{version + 1}.606"))
        refresh = project.start_refresh()
        time.sleep(chance.uniform(0, seconds))
        refresh.kill()
        refresh.join()
        assert project.query(CONTENT) in expected.values(), f"kill {number} left half a state"
        result = project.refresh()
        assert result.success, f"after kill {number}: {errors(result)}"
        assert project.query(CONTENT) == expected[version], f"after kill {number} the content is another"
        leftovers = [path.name for path in (folder / "warehouse").rglob(".tmp-*")]
        assert leftovers == []


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_a_refresh_killed_at_any_moment_leaves_nothing_that_needs_a_hand(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    lanes = [
        spawn.Process(target=kill_and_recover, args=(tmp_path / f"lane-{lane}", KILLS // LANES, lane))
        for lane in range(LANES)
    ]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    assert [lane.exitcode for lane in lanes] == [0] * LANES


def test_two_refreshes_at_once_both_end_well_and_one_waits(project: Project) -> None:
    project.write("a.txt", article("5.700"))
    both = [project.start_refresh() for _ in range(2)]
    for refresh in both:
        refresh.join()
    assert [refresh.exitcode for refresh in both] == [0, 0]
    assert len(project.versions()) == 2
    assert (5700.0,) in project.query("select value from marts.fct_observation")


def test_a_refresh_that_may_not_wait_says_that_another_is_running(project: Project) -> None:
    from dagster_project.lake.lock import refresh_lock

    with refresh_lock(project.settings().lock_file, 0, print):
        refused = project.command("refresh", REFRESH_LOCK_WAIT_SECONDS="0")
    assert refused.returncode == 1
    assert "another refresh of" in refused.stdout + refused.stderr
    assert f"process {os.getpid()}" in refused.stdout + refused.stderr


@pytest.mark.parametrize("tables", [CORPUS_TABLES, EXTRACTION_TABLES, WHOLE_TABLES], ids=" ".join)
def test_truncated_tables_of_the_lake_are_made_again(project: Project, tables: Iterable[str]) -> None:
    before = project.query(CONTENT)
    for table in tables:
        whole = project.lake_dir / f"{table}.parquet"
        damaged = whole if table in WHOLE_TABLES else max((project.lake_dir / table).glob("2*.parquet"))
        damaged.write_bytes(damaged.read_bytes()[: damaged.stat().st_size // 2])
    project.write("c.txt", article("1.234", "huyện Đông Anh"))
    result = project.refresh()
    assert_success(result)
    assert set(before) < set(project.query(CONTENT))


def test_a_build_left_by_a_dead_run_is_built_over(project: Project) -> None:
    settings = project.settings()
    with duckdb.connect(settings.build_database) as half_built:
        half_built.execute("create schema marts; create table marts.fct_observation (half integer)")
    settings.build_database.with_name("hanoi.duckdb.wal").write_bytes(b"half a log")
    project.write("a.txt", article("5.800"))
    result = project.refresh()
    assert_success(result)
    assert (5800.0,) in project.query("select value from marts.fct_observation")


def test_a_damaged_published_file_is_replaced(project: Project) -> None:
    before = project.query(CONTENT)
    project.database.chmod(0o644)
    project.database.write_bytes(project.database.read_bytes()[:5000])
    result = project.refresh()
    assert_success(result)
    assert project.query(CONTENT) == before


def test_the_clock_moved_back_loses_no_version(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime, tzinfo

    class Yesteryear(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Yesteryear":
            return cls(2001, 1, 1, tzinfo=tz or UTC)

    monkeypatch.setattr("dagster_project.defs.refresh.datetime", Yesteryear)
    project.write("a.txt", article("5.900"))
    result = project.refresh()
    assert_success(result)
    assert len(project.versions()) == 2
    assert project.versions()[-1].startswith("20010101")
    assert_success(project.refresh())
    assert len(project.versions()) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MB, where the machine lets one be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], capture_output=True
    )
    if not mounted or mounted.returncode != 0:
        pytest.skip("a small tmpfs cannot be mounted here")
    yield disk
    # Detached at once, freed when the last file of it is closed.
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_leaves_the_last_version_up_and_the_next_refresh_succeeds(small_disk: Path) -> None:
    project = new_project(small_disk / "project")
    project.write("a.txt", article("5.606"))
    result = project.refresh()
    assert_success(result)
    before = project.query(CONTENT)
    ballast = small_disk / "ballast"
    free = shutil.disk_usage(small_disk).free
    ballast.write_bytes(b"0" * max(free - 600_000, 0))
    project.write("a.txt", article("6.000"))
    assert not project.refresh().success
    assert project.query(CONTENT) == before
    ballast.unlink()
    result = project.refresh()
    assert_success(result)
    assert project.query(CONTENT) != before
