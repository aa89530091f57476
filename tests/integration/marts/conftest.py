"""The labelled world, built once for all tests of the marts."""

from __future__ import annotations

import pytest

from tests.support.warehouse import Warehouse
from tests.support.world import build_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The warehouse of tests/corpus."""
    return build_world(tmp_path_factory.mktemp("world"))
