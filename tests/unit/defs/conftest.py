"""What the definitions are made from."""

from pathlib import Path

import pytest

from dagster_project.building.manifest import prepare_manifest, prepared_manifest
from dagster_project.settings import load_settings


@pytest.fixture(scope="session")
def manifest() -> Path:
    """The prepared dbt manifest, parsed now if the dbt project has changed."""
    prepare_manifest(load_settings())
    return prepared_manifest()
