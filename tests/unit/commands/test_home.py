"""DAGSTER_HOME: made with the project's settings, and cleared of runs that nobody carries out any more."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from dagster_project.commands.home import PROCESS_TAG, close_dead_runs, prepare_home
from dagster_project.lake.lock import refresh_lock
from dagster_project.settings import Settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "home"))
    return prepare_home()


@pytest.fixture
def instance(home: Path) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.get() as instance:
        yield instance


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "raw", tmp_path / "warehouse", max_file_mb=10, lock_wait_seconds=0)


def unfinished_run(instance: dg.DagsterInstance, **tags: str) -> str:
    @dg.job
    def refresh() -> None: ...

    run = instance.create_run_for_job(refresh, tags=tags, status=dg.DagsterRunStatus.STARTED)
    return run.run_id


def status(instance: dg.DagsterInstance, run_id: str) -> dg.DagsterRunStatus:
    run = instance.get_run_by_id(run_id)
    assert run is not None
    return run.status


def test_an_empty_home_gets_the_project_s_settings(instance: dg.DagsterInstance) -> None:
    assert not instance.telemetry_enabled
    assert not instance.nux_enabled
    assert instance.run_retries_enabled
    assert instance.run_retries_max_retries == 1
    pools = instance.get_concurrency_config().pool_config
    assert (pools.default_pool_limit, pools.pool_granularity.value if pools.pool_granularity else None) == (
        1,
        "run",
    )


def test_settings_of_one_s_own_are_kept(home: Path) -> None:
    (home / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    prepare_home()
    assert (home / "dagster.yaml").read_text() == "telemetry: {enabled: false}\n"


def test_the_run_of_a_dead_process_is_closed(instance: dg.DagsterInstance, settings: Settings) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True
    )
    run_id = unfinished_run(instance, **{PROCESS_TAG: gone.stdout.strip()})
    assert close_dead_runs(instance, settings) == 1
    assert status(instance, run_id) is dg.DagsterRunStatus.FAILURE


def test_the_run_of_a_living_process_goes_on(instance: dg.DagsterInstance, settings: Settings) -> None:
    run_id = unfinished_run(instance, **{PROCESS_TAG: str(os.getpid())})
    assert close_dead_runs(instance, settings) == 0
    assert status(instance, run_id) is dg.DagsterRunStatus.STARTED


def test_a_run_of_the_daemon_goes_on_while_somebody_holds_the_warehouse(
    instance: dg.DagsterInstance, settings: Settings
) -> None:
    unfinished_run(instance)
    with refresh_lock(settings.lock_file, 0, print):
        assert close_dead_runs(instance, settings) == 0
    assert close_dead_runs(instance, settings) == 1
