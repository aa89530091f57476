"""The definitions: they load from the manifest alone, and every asset says what it is."""

import os
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from dagster_project.building.manifest import ManifestMissingError, prepared_manifest
from dagster_project.defs.columns import COLUMN_DESCRIPTIONS
from dagster_project.lake.layout import SEGMENT_TABLES, WHOLE_TABLES

ROOT = Path(__file__).resolve().parents[3]

LOAD_ALONE = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("the definitions reached for the network")

socket.socket.connect = socket.create_connection = refuse
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from dagster_project.definitions import defs

defs.get_repository_def().get_all_jobs()
print("\\n".join(path for path in opened if path.startswith(sys.argv[1]) or "partial_parse" in path))
"""


@pytest.fixture(scope="module")
def repository(manifest: Path) -> dg.RepositoryDefinition:
    from dagster_project.definitions import defs

    return defs.get_repository_def()


@pytest.fixture(scope="module")
def specs(repository: dg.RepositoryDefinition) -> dict[str, dg.AssetSpec]:
    definitions = repository.assets_defs_by_key.values()
    return {spec.key.to_user_string(): spec for definition in definitions for spec in definition.specs}


def test_loading_opens_no_data_and_no_socket(manifest: Path, tmp_path: Path) -> None:
    environment = os.environ | {"RAW_DIR": f"{tmp_path}/raw", "WAREHOUSE_DIR": f"{tmp_path}/warehouse"}
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD_ALONE, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert loaded.returncode == 0, loaded.stderr
    assert loaded.stdout.strip() == ""
    assert list(tmp_path.iterdir()) == []


def test_a_missing_manifest_names_the_command_that_prepares_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dagster_project.building.manifest.MANIFEST", Path("/nowhere/manifest.json"))
    with pytest.raises(ManifestMissingError, match="make prepare"):
        prepared_manifest()


def test_every_asset_has_description_group_owner_kinds_and_columns(specs: dict[str, dg.AssetSpec]) -> None:
    missing = [
        f"{name}: {what}"
        for name, spec in specs.items()
        for what, is_there in {
            "description": bool(spec.description),
            "group": spec.group_name not in (None, "default"),
            "owner": bool(spec.owners),
            "kinds": bool(spec.kinds),
            "columns": "dagster/column_schema" in spec.metadata or name == "warehouse/published_database",
            "source": "dagster/code_references" in spec.metadata,
        }.items()
        if not is_there
    ]
    assert missing == []


def test_every_column_of_the_lake_is_described() -> None:
    columns = {
        name for schema in {**SEGMENT_TABLES, **WHOLE_TABLES}.values() for name in schema.column_names()
    }
    assert columns - COLUMN_DESCRIPTIONS.keys() == set()
    assert COLUMN_DESCRIPTIONS.keys() - columns == {"segment_id"} - columns


def test_the_graph_runs_from_files_to_the_published_database(repository: dg.RepositoryDefinition) -> None:
    graph = repository.asset_graph
    published = dg.AssetKey(["warehouse", "published_database"])
    upstream = graph.get_ancestor_asset_keys(published)
    assert dg.AssetKey(["lake", "file_listing"]) in upstream
    assert dg.AssetKey(["marts", "fct_observation"]) in upstream
    assert dg.AssetKey(["lake", "extraction_score"]) in upstream


def test_schedule_and_sensor_are_on_by_default(repository: dg.RepositoryDefinition) -> None:
    schedule, sensor = repository.get_schedule_def("daily_refresh"), repository.get_sensor_def("raw_files")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 6 * * *", "Asia/Ho_Chi_Minh")
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING


def test_dbt_errors_and_stopping_audits_block_the_publication(repository: dg.RepositoryDefinition) -> None:
    checks = {
        (spec.asset_key.path[-1], spec.name): spec.blocking
        for definition in repository.assets_defs_by_key.values()
        for spec in definition.check_specs
    } | {
        (spec.asset_key.path[-1], spec.name): spec.blocking
        for checks_def in repository.asset_checks_defs_by_key.values()
        for spec in checks_def.check_specs
    }
    assert checks["fct_observation", "nothing_vanished"]
    assert checks["fct_observation", "no_impossible_level"]
    assert checks["extraction_score", "score_above_floor"]
    assert checks["fct_observation", "unique_fct_observation_observation_id"]
    assert not checks["dim_document", "no_future_dates"]
