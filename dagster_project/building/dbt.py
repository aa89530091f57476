"""Calling dbt as a library: no process start, no version look-up, the answers as values.

dbt is imported only when it is called; that alone takes seconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dagster_project.settings import DBT_DIR, Settings

if TYPE_CHECKING:
    from dbt.artifacts.schemas.results import BaseResult

FAILED_STATUSES: Final = ("error", "fail", "runtime error")
_RESULT_EVENTS: Final = ("LogSeedResult", "LogModelResult", "LogTestResult")


class DbtError(Exception):
    """dbt could not start or finish the command; the message is dbt's own."""


@dataclass(frozen=True)
class NodeResult:
    """What became of one seed, model or test."""

    unique_id: str
    status: str  # success, pass, warn, fail, error, skipped
    seconds: float
    n_failures: int | None  # rows that a test complains of
    message: str | None

    @property
    def kind(self) -> str:
        return self.unique_id.split(".")[0]

    @property
    def name(self) -> str:
        return self.unique_id.split(".")[2]

    @property
    def failed(self) -> bool:
        return self.status in FAILED_STATUSES


OnNode = Callable[[str, str, int, int], None]
"""Told of each finished node: its name, its status, how many are done, how many there are."""


def run_dbt(
    command: Sequence[str],
    settings: Settings,
    target_dir: Path,
    on_node: OnNode | None = None,
) -> list[NodeResult]:
    """Run one dbt command over this project and return the results of its nodes, if it has any.

    A failing node is a result, not an exception. Raises DbtError when the command itself fails.
    """
    from dbt.cli.main import dbtRunner

    callbacks = [_progress(on_node)] if on_node else []
    with environment(environment_of(settings)):
        try:
            outcome = dbtRunner(callbacks=callbacks).invoke([*command, *_project_arguments(target_dir)])
        finally:
            _let_go_of_the_database()
    if outcome.exception is not None:
        raise DbtError(f"dbt {command[0]}: {outcome.exception}") from outcome.exception
    results = getattr(outcome.result, "results", None) or []
    return [_node_result(result) for result in results]


def _let_go_of_the_database() -> None:
    """The profile keeps the database open between nodes, which saves a quarter of the time; nobody else closes it."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]


def environment_of(settings: Settings) -> dict[str, str]:
    """The variables that dbt's profile reads; every path is absolute."""
    return {"DBT_DATABASE": str(settings.build_database), "LAKE_DIR": str(settings.lake_dir)}


def _project_arguments(target_dir: Path) -> list[str]:
    return [
        f"--project-dir={DBT_DIR}",
        f"--profiles-dir={DBT_DIR}",
        f"--target-path={target_dir}",
        f"--log-path={target_dir}",
        "--log-level-file=info",
        "--no-send-anonymous-usage-stats",
        "--no-version-check",
        "--no-use-colors",
        "--quiet",
    ]


def _node_result(result: BaseResult) -> NodeResult:
    return NodeResult(
        unique_id=str(result.node.unique_id),  # type: ignore[attr-defined]
        status=str(result.status),
        seconds=float(result.execution_time),
        n_failures=result.failures,
        message=result.message,
    )


def _progress(on_node: OnNode) -> Callable[[Any], None]:
    """A listener to dbt's events that passes on the numbered results of nodes."""

    def tell(event: Any) -> None:
        if event.info.name in _RESULT_EVENTS:
            data = event.data
            total = data.num_models if event.info.name == "LogTestResult" else data.total
            on_node(str(data.node_info.node_name), str(data.status), int(data.index), int(total))

    return tell


@contextmanager
def environment(variables: Mapping[str, str]) -> Iterator[None]:
    """This process's variables with these set, for as long as the context lasts."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
