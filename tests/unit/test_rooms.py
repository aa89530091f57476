"""Which room may know which: read off the imports, so that a wrong one fails before it matters."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2] / "dagster_project"

FORBIDDEN = {
    "corpus": {"dagster", "dagster_dbt", "dbt", "duckdb"},
    "extraction": {"dagster", "dagster_dbt", "dbt", "duckdb"},
    "scoring": {"dagster", "dagster_dbt", "dbt", "duckdb"},
    "lake": {"dagster", "dagster_dbt", "dbt", "duckdb"},
    "publishing": {"dagster", "dagster_dbt", "dbt"},
    "building": {"dagster", "dagster_dbt"},
}


def imports(room: str) -> Iterator[tuple[Path, str]]:
    """Every module imported anywhere in a room, also inside functions, as (file, top-level package)."""
    for path in sorted((PROJECT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name.split(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module.split(".")[0]


@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_imports_nothing_it_must_not_know(room: str) -> None:
    found = list(imports(room))
    assert found, f"{PROJECT / room} has no code"
    assert [f"{path}: {module}" for path, module in found if module in FORBIDDEN[room]] == []


def test_the_rooms_of_the_extraction_know_only_those_below_them() -> None:
    order = ("language", "mentions", "surroundings", "statements")
    upward = [
        f"{path.name} imports {above}"
        for level, room in enumerate(order)
        for path in (PROJECT / "extraction" / room).glob("*.py")
        for above in order[level + 1 :]
        if f"dagster_project.extraction.{above}" in path.read_text()
    ]
    assert upward == []


def test_only_settings_reads_the_environment() -> None:
    may = {
        PROJECT / "settings.py",
        PROJECT / "building" / "dbt.py",
        PROJECT / "commands" / "home.py",
        PROJECT / "__init__.py",  # sets a variable for polars, reads none
    }
    readers = {
        path
        for path in PROJECT.rglob("*.py")
        if "os.environ" in path.read_text() or "getenv" in path.read_text()
    }
    assert readers <= may
