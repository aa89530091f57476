"""`make manifest`: parse the dbt project, if its files changed."""

from __future__ import annotations

import sys

from dagster_project.building.dbt import DbtError
from dagster_project.building.manifest import MANIFEST, prepare_manifest
from dagster_project.settings import load_settings


def main() -> int:
    try:
        prepared = prepare_manifest(load_settings())
    except DbtError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{MANIFEST}: {'prepared' if prepared else 'up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
