"""Small databases with the tables that publishing looks at."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

FIRST_DAY = datetime(2024, 11, 8, 6, tzinfo=UTC)

TABLES = """
create schema marts;
create table marts.refresh_log (
    refresh_id varchar, started_at timestamptz, finished_at timestamptz, n_documents bigint, n_observations bigint,
    extractor_version varchar, project_version varchar
);
create table marts.dim_document (document_id varchar, file_name varchar, published_on date, event_on date);
create table marts.dim_indicator (indicator_id varchar, canonical_unit varchar, max_value double);
create table marts.fct_observation (
    observation_id varchar, document_id varchar, district_id varchar, indicator_id varchar, measure varchar,
    value double, unit varchar, sentence varchar
);
create table marts.fct_unplaced_quantity (unplaced_id varchar);
create table marts.statement_conflict (conflict_id varchar);
insert into marts.dim_indicator values ('state_budget_revenue', 'billion_vnd', 100000);
"""


def database(path: Path, *refresh_ids: str, extractor: str = "e1", statements: str = "") -> Path:
    """A database whose log holds `refresh_ids`, the last one unfinished, after `statements` ran in it."""
    with duckdb.connect(path) as connection:
        connection.execute(TABLES)
        for day, refresh_id in enumerate(refresh_ids):
            started = FIRST_DAY + timedelta(days=day)
            finished = None if refresh_id == refresh_ids[-1] else started
            connection.execute(
                "insert into marts.refresh_log values (?, ?, ?, 1, 1, ?, '0.1.0')",
                [refresh_id, started, finished, extractor],
            )
        connection.execute(statements or "select 1")
    return path


def versions(path: Path) -> list[str]:
    """The refresh ids in a database's log."""
    with duckdb.connect(path, read_only=True) as connection:
        rows = connection.execute("select refresh_id from marts.refresh_log order by started_at").fetchall()
    return [refresh_id for (refresh_id,) in rows]
