"""dbt over a lake, in this process, into a database of the test's own.

Here: commands of dbt and their results. Not here: what the lake holds (`lake_builder`, `labelled_lake`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from dbt.cli.main import dbtRunner

from dagster_project.settings import DBT_DIR


@dataclass(frozen=True)
class Warehouse:
    """A database that dbt builds from a lake; `target_dir` keeps what dbt compiles and what its nodes took."""

    database: Path
    lake_dir: Path
    target_dir: Path

    def dbt(self, *command: str) -> None:
        """Run a dbt command; an AssertionError carries the message of every node that failed."""
        arguments = [
            *command,
            *("--project-dir", str(DBT_DIR), "--profiles-dir", str(DBT_DIR)),
            *("--target-path", str(self.target_dir), "--log-path", str(self.target_dir / "logs")),
        ]
        with _environment(DBT_DATABASE=str(self.database), LAKE_DIR=str(self.lake_dir)):
            outcome = dbtRunner().invoke(["--quiet", *arguments])
        failures = [
            f"{result.node.name}: {result.message}"
            for result in getattr(outcome.result, "results", [])
            if result.status in ("error", "fail", "runtime error")
        ]
        assert outcome.success, "\n".join(failures) or str(outcome.exception)

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """The rows of a query against the built database, opened read-only."""
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return connection.sql(sql).fetchall()


def build_warehouse(lake_dir: Path, work_dir: Path, select: Sequence[str] = ()) -> Warehouse:
    """Build the seeds and models over `lake_dir` and run their tests, except those of the logic on hand-made rows."""
    warehouse = Warehouse(work_dir / "hanoi.duckdb", lake_dir, work_dir / "target")
    selection = ("--select", *select) if select else ()
    warehouse.dbt("build", "--exclude-resource-type", "unit_test", *selection)
    return warehouse


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
