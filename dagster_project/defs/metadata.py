"""What the UI shows beside an asset: its place in the graph, its columns, counts with their change, small tables.

Not here: pictures (`pictures`), nor the metadata that dbt's own descriptions give.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import dagster as dg
import polars as pl

from dagster_project.defs.columns import COLUMN_DESCRIPTIONS
from dagster_project.lake.layout import SEGMENT_TABLES, WHOLE_TABLES

OWNERS: Final = ["team:district-data"]


def lake_key(table: str) -> dg.AssetKey:
    """The asset key of a table of the lake; dbt's sources have the same."""
    return dg.AssetKey(["lake", table])


def table_spec(table: str, group: str, description: str, deps: Sequence[str]) -> dg.AssetSpec:
    """A table of the lake that a step writes beside others, and leaves as it is where there is nothing new."""
    return dg.AssetSpec(
        lake_key(table),
        group_name=group,
        owners=OWNERS,
        kinds={"polars", "parquet"},
        metadata=column_metadata(table),
        description=description,
        deps=[lake_key(name) for name in deps],
        skippable=True,
    )


def column_metadata(table: str) -> dict[str, dg.TableSchema]:
    """The columns of a table of the lake, under the name by which Dagster looks for them."""
    return {"dagster/column_schema": column_schema(table)}


def column_schema(table: str) -> dg.TableSchema:
    """The columns of a table of the lake, with their types and meaning."""
    in_segments = table in SEGMENT_TABLES
    schema = SEGMENT_TABLES[table] if in_segments else WHOLE_TABLES[table]
    columns = [
        dg.TableColumn(
            name,
            type=str(column.dtype).split("(")[0].lower(),
            description=COLUMN_DESCRIPTIONS.get(name),
            constraints=dg.TableColumnConstraints(
                nullable=column.nullable, unique=schema.primary_key() == [name]
            ),
        )
        for name, column in schema.columns().items()
    ]
    if in_segments:
        columns.append(
            dg.TableColumn("segment_id", type="string", description=COLUMN_DESCRIPTIONS["segment_id"])
        )
    return dg.TableSchema(columns)


def count_with_change(name: str, now: int, before: int) -> dict[str, int]:
    """A count and how it changed since the last refresh."""
    return {name: now, f"{name}_change": now - before}


def text_table(rows: pl.DataFrame, limit: int) -> dg.MetadataValue:
    """The first `limit` rows as a Markdown table."""
    shown = rows.head(limit)
    lines = ["| " + " | ".join(shown.columns) + " |", "|" + " --- |" * shown.width]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in shown.iter_rows()]
    if rows.height > limit:
        lines.append(f"\n{rows.height - limit:,} more")
    return dg.MetadataValue.md("\n".join(lines))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,.10g}" if isinstance(value, float) else str(value).replace("|", "\\|").replace("\n", " ")
