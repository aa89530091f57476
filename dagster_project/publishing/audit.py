"""The audits of a built database: against the one that is up, and against what is physically possible.

Each audit is one function that answers with figures. Not here: what can be said of one table alone (dbt's tests), nor
whether a finding stops the publication (`defs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb

_SHOWN: Final = 5


@dataclass(frozen=True)
class Finding:
    """What an audit found: whether all is well, the figures, and a sentence."""

    passed: bool
    figures: dict[str, float]
    sentence: str
    examples: list[str] = field(default_factory=list)


@contextmanager
def audited(built: Path, published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the built database, with the published one attached as `published`.

    Where nothing can be read there, `published` is a database with the same tables and no rows.
    """
    with duckdb.connect() as connection:
        connection.execute(f"attach {_quoted(built)} as built (read_only)")
        try:
            connection.execute(f"attach {_quoted(published)} as published (read_only)")
            connection.execute("select 1 from published.marts.refresh_log limit 0")
        except duckdb.Error:
            _attach_empty(connection)
        connection.execute("use built")
        yield connection


def nothing_vanished(connection: duckdb.DuckDBPyConnection) -> Finding:
    """Documents that both versions have, read by the same extraction, have the same observations in both."""
    rows = connection.execute(
        """
        with extractor as (
            select
                (select last(extractor_version order by started_at) from built.marts.refresh_log) as now,
                (select last(extractor_version order by started_at) from published.marts.refresh_log) as before
        )
        select before.observation_id, before.sentence
        from published.marts.fct_observation as before
        semi join built.marts.dim_document as document on before.document_id = document.document_id
        anti join built.marts.fct_observation as after on before.observation_id = after.observation_id
        where (select now = before from extractor)
        """
    ).fetchall()
    return _none_allowed(rows, "observations of unchanged documents that are gone")


def no_impossible_level(connection: duckdb.DuckDBPyConnection) -> Finding:
    """No level is negative or above what its indicator can be for a district: that is a slip of the unit."""
    rows = connection.execute(
        """
        select
            file_name,
            district_id || ', ' || indicator_id || ' of ' || value || ' ' || observation.unit
            || ' (at most ' || max_value || '): ' || sentence
        from built.marts.fct_observation as observation
        join built.marts.dim_indicator as indicator using (indicator_id)
        join built.marts.dim_document as document using (document_id)
        where measure = 'level' and observation.unit = canonical_unit and (value < 0 or value > max_value)
        """
    ).fetchall()
    return _none_allowed(rows, "levels that are physically impossible")


def unplaced_not_more(connection: duckdb.DuckDBPyConnection) -> Finding:
    """The share of quantities that no rule could place is not higher than in the published version."""
    now, before = (_unplaced(connection, catalog) for catalog in ("built", "published"))
    share_now, share_before = (part / max(part + placed, 1) for part, placed in (now, before))
    passed = before == (0, 0) or share_now <= share_before
    return Finding(
        passed,
        {"unplaced": now[0], "unplaced_before": before[0], "share": share_now, "share_before": share_before},
        f"{now[0]:,} quantities are unplaced ({share_now:.1%}), {before[0]:,} were before ({share_before:.1%})",
    )


def no_new_conflicts(connection: duckdb.DuckDBPyConnection) -> Finding:
    """There are not more statements that contradict one another than in the published version."""
    now, before = (
        _count(connection, f"{catalog}.marts.statement_conflict") for catalog in ("built", "published")
    )
    return Finding(
        now <= before or before < 0,
        {"conflicts": now, "conflicts_before": max(before, 0)},
        f"{now:,} conflicts between statements, {max(before, 0):,} before",
    )


def no_future_dates(connection: duckdb.DuckDBPyConnection) -> Finding:
    """No article is of a day that has not come yet."""
    rows = connection.execute(
        """
        select file_name, coalesce(published_on, event_on)
        from built.marts.dim_document
        where greatest(published_on, event_on) > current_date + 1
        """
    ).fetchall()
    return _none_allowed(rows, "articles dated in the future")


def _none_allowed(rows: list[tuple[str, str]], what: str) -> Finding:
    examples = [f"{name}: {detail}" for name, detail in rows[:_SHOWN]]
    return Finding(not rows, {"rows": len(rows)}, f"{len(rows):,} {what}", examples)


def _unplaced(connection: duckdb.DuckDBPyConnection, catalog: str) -> tuple[int, int]:
    return (
        _count(connection, f"{catalog}.marts.fct_unplaced_quantity"),
        _count(connection, f"{catalog}.marts.fct_observation"),
    )


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """The rows of a table; -1 where the version has no such table yet."""
    try:
        return int(connection.execute(f"select count(*) from {table}").fetchall()[0][0])
    except duckdb.CatalogException:
        return -1


def _attach_empty(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("detach database if exists published")
    connection.execute("attach ':memory:' as published")
    connection.execute("create schema published.marts")
    tables = connection.execute(
        "select table_name from duckdb_tables() where database_name = 'built' and schema_name = 'marts'"
    ).fetchall()
    for (table,) in tables:
        connection.execute(
            f"create table published.marts.{table} as select * from built.marts.{table} limit 0"
        )


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
