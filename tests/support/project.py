"""A whole project of a test's own: a raw folder, a warehouse, a DAGSTER_HOME, and refreshes in this process.

Here: running the real job and reading the published database. Not here: warehouses built from a lake without the job
(`warehouse`), nor what the articles say beyond one sentence.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from dagster_project.building.dbt import environment
from dagster_project.building.manifest import prepare_manifest
from dagster_project.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parents[2]


# Forked from a server that has imported the large libraries and started no thread: a fork of this process would
# inherit the locks of polars' threads, a new interpreter would spend seconds on imports.
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["dagster", "dagster_dbt", "dbt.cli.main", "dbt.adapters.duckdb"])


def article(revenue: str, district: str = "quận Thanh Xuân", year: int = 2023) -> str:
    """A short report with one fact: the district's budget revenue of a year, in billions of VND as written."""
    return (
        f"{district[0].upper()}{district[1:]} tổng kết công tác năm {year}\n\n"
        f"Ngày 20/12/{year}, Ủy ban nhân dân {district} tổ chức hội nghị tổng kết công tác năm {year}.\n\n"
        f"Năm {year}, tổng thu ngân sách nhà nước trên địa bàn {district} đạt {revenue} tỷ đồng.\n"
    )


@dataclass(frozen=True)
class Project:
    """The folders of one project and what a user does with them."""

    folder: Path

    @property
    def raw_dir(self) -> Path:
        return self.folder / "raw"

    @property
    def database(self) -> Path:
        return self.folder / "warehouse" / "hanoi.duckdb"

    @property
    def lake_dir(self) -> Path:
        return self.folder / "warehouse" / "lake"

    @property
    def scores(self) -> Path:
        return self.lake_dir / "extraction_score.parquet"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "RAW_DIR": str(self.raw_dir),
            "WAREHOUSE_DIR": str(self.folder / "warehouse"),
            "DAGSTER_HOME": str(self.folder / "home"),
        }

    def write(self, name: str, content: str | bytes) -> Path:
        """A file below RAW_DIR."""
        path = self.raw_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def refresh(self, *, reread: tuple[str, ...] = (), rebuild: bool = False) -> dg.ExecuteInProcessResult:
        """One refresh in this process, as `make refresh` does it, but that Dagster forgets the run."""
        with self._at_work() as instance:
            from dagster_project.definitions import defs  # needs the manifest
            from dagster_project.defs.refresh import TRIGGER_TAG

            result = defs.resolve_job_def("refresh").execute_in_process(
                instance=instance,
                raise_on_error=False,
                tags={TRIGGER_TAG: "test"},
                run_config={
                    "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
                    "resources": {"refresh": {"config": {"rebuild": rebuild}}},
                    "ops": {"lake__file_listing": {"config": {"reread": list(reread)}}},
                },
            )
        _keep_scores(self)
        return result

    def start_refresh(self) -> BaseProcess:
        """A refresh in a process of its own, which has imported everything already; its exit code tells how it went."""
        process = _SERVER.Process(target=_refresh_or_fail, args=(self,))
        process.start()
        return process

    def command(self, module: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """One of the commands that `make` calls, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", f"dagster_project.commands.{module}", *arguments],
            cwd=ROOT,
            env=os.environ | self.environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """What the published database answers."""
        with duckdb.connect(self.database, read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def versions(self) -> list[str]:
        """The published refreshes, oldest first."""
        return [row[0] for row in self.query("select refresh_id from marts.refresh_log order by started_at")]

    @contextmanager
    def _at_work(self) -> Iterator[dg.DagsterInstance]:
        with environment(self.environment):
            prepare_manifest(self.settings())
            with dg.DagsterInstance.ephemeral() as instance:
                yield instance

    def settings(self) -> Settings:
        with environment(self.environment):
            return load_settings()


def _refresh_or_fail(project: Project) -> None:
    assert_success(project.refresh())


def new_project(folder: Path) -> Project:
    """A project with an empty raw folder, and with the extraction's scores if this process has made them already.

    They depend on nothing but the code, and making them takes a quarter of the time of a small refresh.
    """
    project = Project(folder)
    project.raw_dir.mkdir(parents=True)
    if _SCORES:
        project.lake_dir.mkdir(parents=True)
        project.scores.write_bytes(_SCORES[0])
    return project


_SCORES: list[bytes] = []


def _keep_scores(project: Project) -> None:
    if not _SCORES and project.scores.exists():
        _SCORES.append(project.scores.read_bytes())


def metadata(result: dg.ExecuteInProcessResult, table: str) -> Mapping[str, Any]:
    """What a refresh said of one asset; nothing where the asset was not materialized."""
    for event in result.all_events:
        if (
            event.is_step_materialization
            and event.asset_key is not None
            and event.asset_key.path[-1] == table
        ):
            return {name: value.value for name, value in event.materialization.metadata.items()}
    return {}


def errors(result: dg.ExecuteInProcessResult) -> str:
    """The messages of a refresh's failed steps."""
    failures = [event.step_failure_data.error for event in result.all_events if event.is_step_failure]
    return "\n".join((error.cause or error).message for error in failures if error is not None)


def assert_success(result: dg.ExecuteInProcessResult) -> None:
    """A refresh that was to succeed; says why it did not."""
    assert result.success, errors(result)
