"""`make refresh`: the job `refresh` in this process, with its progress in the terminal and a summary at the end."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from typing import Any

from dagster import DagsterInstance, ExecuteInProcessResult
from dagster_shared.error import SerializableErrorInfo
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from dagster_project.building.dbt import DbtError
from dagster_project.building.manifest import prepare_manifest
from dagster_project.commands.home import close_dead_runs, prepare_home, process_tag
from dagster_project.progress import listening
from dagster_project.settings import load_settings

STEPS = {"read": "Reading files", "extract": "Extracting", "build": "Building the warehouse"}
SHOWN_FAILURES = 20


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--reread", nargs="*", default=[], metavar="NAME", help="paths, patterns or document ids"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="publish a new version even if nothing has changed"
    )
    arguments = parser.parse_args()
    console = Console()
    started = time.monotonic()
    settings = load_settings()
    try:
        prepare_manifest(settings)
    except DbtError as error:
        console.print(str(error), style="red", markup=False)
        return 1
    prepare_home()
    with DagsterInstance.get() as instance:
        close_dead_runs(instance, settings)
        with _Display(console) as bars, listening(bars.tell):
            result = _run(instance, arguments.reread, arguments.rebuild)
    _summarize(console, result, time.monotonic() - started)
    return 0 if result.success else 1


def _run(instance: DagsterInstance, reread: list[str], rebuild: bool) -> ExecuteInProcessResult:
    from dagster_project.definitions import defs
    from dagster_project.defs.metadata import lake_key
    from dagster_project.defs.refresh import TRIGGER_TAG, is_up_to_date

    nothing_new = not reread and not rebuild and is_up_to_date(instance)
    return defs.resolve_job_def("refresh").execute_in_process(
        instance=instance,
        raise_on_error=False,
        asset_selection=[lake_key("file_listing")] if nothing_new else None,
        tags={TRIGGER_TAG: "make refresh", **process_tag()},
        run_config={
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            "resources": {"refresh": {"config": {"rebuild": rebuild}}},
            "ops": {"lake__file_listing": {"config": {"reread": reread}}},
        },
    )


class _Bars:
    """One bar for each step that reports."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def tell(self, step: str, done: int, total: int, last: str) -> None:
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(STEPS.get(step, step), total=total)
        self._progress.update(self._tasks[step], completed=done, total=total)


class _Display:
    """Draws while the block runs; where the output is no terminal, only the summary is printed."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, disable=not console.is_terminal)

    def __enter__(self) -> _Bars:
        self._progress.start()
        return _Bars(self._progress)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()


def _summarize(console: Console, result: ExecuteInProcessResult, seconds: float) -> None:
    """What was read, skipped, rejected, extracted and published; or what failed, and that the last version stays."""
    said: dict[str, dict[str, Any]] = {
        event.asset_key.path[-1]: {
            name: value.value for name, value in event.materialization.metadata.items()
        }
        for event in result.all_events
        if event.is_step_materialization and event.asset_key is not None
    }
    listing, files = said.get("file_listing", {}), said.get("source_file", {})
    read = sum(int(listing.get(name, 0)) for name in ("added", "changed", "requested", "new_version", "lost"))
    lines = {
        "read": f"{read:,} files ({listing.get('removed', 0):,} removed)",
        "skipped": f"{listing.get('unchanged', 0):,} unchanged files",
        "rejected": f"{files['rejected']:,} files" if files else "see the last refresh: nothing was read",
        "extracted": _extracted(said),
        "published": _published(said, result.success),
    }
    for name, line in lines.items():
        console.print(f"{name:>10}  {line}", highlight=False, markup=False, soft_wrap=True)
    failures = _failures(result)
    for failure in failures[:SHOWN_FAILURES]:
        console.print(failure, style="red", highlight=False, markup=False, soft_wrap=True)
    if len(failures) > SHOWN_FAILURES:
        console.print(f"and {len(failures) - SHOWN_FAILURES:,} more; `make ui` shows them all", style="red")
    console.print(f"{'took':>10}  {seconds:.1f} s", highlight=False)


def _extracted(said: dict[str, dict[str, Any]]) -> str:
    if "observation" not in said:
        return "nothing new"
    observations, unplaced = (int(said[name]["rows"]) for name in ("observation", "unplaced_quantity"))
    return f"{observations:,} observations, {unplaced:,} quantities that no rule could place"


def _published(said: dict[str, dict[str, Any]], success: bool) -> str:
    if "published_database" in said:
        published = said["published_database"]
        return f"{published['path']} ({published['refresh_id']}, {published['documents']:,} documents)"
    return "nothing: the published version is up to date" if success else "nothing: the last version stays up"


def _failures(result: ExecuteInProcessResult) -> list[str]:
    """A sentence for each failed step and each check that did not pass; else why the run could not begin."""
    sentences = []
    for event in result.all_events:
        if event.is_step_failure:
            sentences.append(f"{event.step_key}: {_cause(event.step_failure_data.error) or event.message}")
    for check in result.get_asset_check_evaluations():
        if not check.passed:
            name = f"{check.asset_key.to_user_string()}: {check.check_name}"
            sentences.append(f"{check.severity.value.lower()}: {name}: {check.description or ''}")
    if not result.success and not sentences:
        sentences = [
            _cause(event.job_failure_data.error) for event in result.all_events if event.is_job_failure
        ]
    return sentences


def _cause(error: SerializableErrorInfo | None) -> str:
    """The message of the error that started it."""
    while error is not None and error.cause is not None:
        error = error.cause
    return error.message.strip() if error is not None else ""


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError) as error:
        print("".join(traceback.format_exception_only(error)).strip(), file=sys.stderr)
        sys.exit(1)
