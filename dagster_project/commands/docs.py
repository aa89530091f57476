"""`make docs`: dbt's documentation site of the published database, as one HTML file."""

from __future__ import annotations

import sys

from dagster_project.building.dbt import DbtError, run_dbt
from dagster_project.settings import DBT_TARGET_DIR, load_settings


def main() -> int:
    try:
        run_dbt(["docs", "generate", "--static", "--empty-catalog"], load_settings(), DBT_TARGET_DIR / "docs")
    except DbtError as error:
        print(error, file=sys.stderr)
        return 1
    print(DBT_TARGET_DIR / "docs" / "static_index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
