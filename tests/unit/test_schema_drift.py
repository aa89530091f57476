"""The lake's tables as Python writes them and as dbt's sources declare them are the same tables."""

from __future__ import annotations

import dataframely as dy
import pytest
import yaml

from dagster_project.lake.layout import SEGMENT_TABLES, WHOLE_TABLES
from dagster_project.settings import DBT_DIR

SOURCES = DBT_DIR / "models" / "staging" / "_lake.yml"

NOT_READ_BY_DBT = {"file_listing"}
"""What a refresh saw on its way; the ledger holds what became of it."""

SQL_TYPES = {
    dy.Date: "date",
    dy.Datetime: "timestamptz",
    dy.Enum: "varchar",
    dy.Float64: "double",
    dy.Int8: "tinyint",
    dy.Int32: "integer",
    dy.Int64: "bigint",
    dy.String: "varchar",
}


def written_by_python() -> dict[str, dict[str, str]]:
    """Table to column to SQL type; every segment's last column says which segment it is."""
    tables = {**SEGMENT_TABLES, **WHOLE_TABLES}
    return {
        name: {column: SQL_TYPES[type(dtype)] for column, dtype in schema.columns().items()}
        | ({"segment_id": "varchar"} if name in SEGMENT_TABLES else {})
        for name, schema in tables.items()
        if name not in NOT_READ_BY_DBT
    }


def declared_to_dbt() -> dict[str, dict[str, str]]:
    sources = yaml.safe_load(SOURCES.read_text(encoding="utf-8"))["sources"]
    return {
        table["name"]: {column["name"]: column["data_type"] for column in table["columns"]}
        for table in sources[0]["tables"]
    }


def differences(written: dict[str, str], declared: dict[str, str]) -> list[str]:
    return [
        *(
            f"+ {name} {dtype}: written, not declared"
            for name, dtype in written.items()
            if name not in declared
        ),
        *(
            f"- {name} {dtype}: declared, not written"
            for name, dtype in declared.items()
            if name not in written
        ),
        *(
            f"~ {name}: written as {dtype}, declared as {declared[name]}"
            for name, dtype in written.items()
            if declared.get(name, dtype) != dtype
        ),
    ]


def test_dbt_declares_the_tables_that_python_writes() -> None:
    assert sorted(declared_to_dbt()) == sorted(written_by_python())


@pytest.mark.parametrize("table", sorted(written_by_python()))
def test_dbt_declares_the_columns_that_python_writes(table: str) -> None:
    drift = differences(written_by_python()[table], declared_to_dbt().get(table, {}))
    assert not drift, f"lake table {table} and {SOURCES.name} differ:\n" + "\n".join(drift)


def test_a_difference_is_told_in_both_directions() -> None:
    drift = differences({"value": "double", "unit": "varchar"}, {"value": "bigint", "rule": "varchar"})
    assert drift == [
        "+ unit varchar: written, not declared",
        "- rule varchar: declared, not written",
        "~ value: written as double, declared as bigint",
    ]
