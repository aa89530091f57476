"""dbt over a lake, in this process, into a database of the test's own.

Here: a warehouse folder with its lake, and dbt's commands over it. Not here: what the lake holds (`lake_builder`,
`labelled_lake`), nor the publication of what was built.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.building.dbt import NodeResult, run_dbt
from dagster_project.settings import Settings

UNIT_TESTS_ASIDE = ("--exclude-resource-type", "unit_test")
"""A build without dbt's unit tests: they are about the logic, not about what this lake holds."""


@dataclass(frozen=True)
class Warehouse:
    """A warehouse folder whose lake has been written."""

    folder: Path

    @property
    def settings(self) -> Settings:
        return Settings(self.folder / "raw", self.folder, max_file_mb=10, lock_wait_seconds=0)

    @property
    def lake_dir(self) -> Path:
        return self.settings.lake_dir

    @property
    def target_dir(self) -> Path:
        """Where dbt puts what it compiled."""
        return self.folder / "target"

    def dbt(self, *command: str) -> list[NodeResult]:
        """Run a dbt command; an AssertionError carries the message of every node that failed."""
        self.settings.build_dir.mkdir(parents=True, exist_ok=True)
        results = run_dbt(command, self.settings, self.target_dir)
        failures = [f"{result.name}: {result.message}" for result in results if result.failed]
        assert not failures, "\n".join(failures)
        return results

    def build(self) -> list[NodeResult]:
        """Seeds, models and their data tests."""
        return self.dbt("build", *UNIT_TESTS_ASIDE)

    def connect(self) -> duckdb.DuckDBPyConnection:
        return duckdb.connect(str(self.settings.build_database), read_only=True)

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """The rows of a query against the built database."""
        with self.connect() as connection:
            return connection.sql(sql).fetchall()
