"""DAGSTER_HOME: made where it is missing, with the project's settings, and cleared of runs whose process is gone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from dagster import DagsterInstance, DagsterRun, DagsterRunStatus, RunsFilter

from dagster_project.lake.lock import is_locked
from dagster_project.settings import PROJECT_ROOT, Settings, dagster_home

TEMPLATE: Final = PROJECT_ROOT / "deploy" / "dagster.yaml"
PROCESS_TAG: Final = "refresh/process"
_UNFINISHED: Final = [DagsterRunStatus.STARTING, DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING]


def prepare_home() -> Path:
    """DAGSTER_HOME with a dagster.yaml; one that is there already is left as it is. Sets the variable."""
    home = dagster_home()
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "dagster.yaml").exists():
        aside = home / f".dagster.yaml.{os.getpid()}"
        shutil.copyfile(TEMPLATE, aside)
        aside.replace(home / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(home)
    return home


def process_tag() -> dict[str, str]:
    """A tag that tells which process carries out a run."""
    return {PROCESS_TAG: str(os.getpid())}


def close_dead_runs(instance: DagsterInstance, settings: Settings) -> int:
    """Mark as failed the unfinished runs that no process carries out any more; returns how many.

    A killed process cannot say so itself, and an unfinished run would hold its place in the queue for ever. A run
    without the tag of a process is dead when nobody holds the warehouse's lock.
    """
    unfinished = instance.get_runs(RunsFilter(statuses=_UNFINISHED))
    locked = bool(unfinished) and is_locked(settings.lock_file)
    dead = [run for run in unfinished if _is_dead(run, locked)]
    for run in dead:
        instance.report_run_failed(run, "The process that carried out this run is gone.")
    return len(dead)


def _is_dead(run: DagsterRun, locked: bool) -> bool:
    process = run.tags.get(PROCESS_TAG)
    if process is None:
        return not locked
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
