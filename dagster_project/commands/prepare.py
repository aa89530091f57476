"""`make prepare`: what Dagster's own commands need before they start: the parsed dbt project and DAGSTER_HOME."""

from __future__ import annotations

import sys

from dagster import DagsterInstance

from dagster_project.building.dbt import DbtError
from dagster_project.building.manifest import MANIFEST, prepare_manifest
from dagster_project.commands.home import close_dead_runs, prepare_home
from dagster_project.settings import Settings, load_settings


def prepare(settings: Settings) -> bool:
    """Parse the dbt project if it changed, make DAGSTER_HOME, close dead runs; whether the project was parsed."""
    parsed = prepare_manifest(settings)
    prepare_home()
    with DagsterInstance.get() as instance:
        close_dead_runs(instance, settings)
    return parsed


def main() -> int:
    try:
        parsed = prepare(load_settings())
    except DbtError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{MANIFEST}: {'parsed' if parsed else 'up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
