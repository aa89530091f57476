"""The database that dbt leaves: self-contained, commented, and the same tables whatever the lake holds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dagster_project.lake.layout import Lake
from dagster_project.lake.parquet import write_table
from tests.support.lake_builder import Article, Rejection, Statement, write_lake
from tests.support.warehouse import Warehouse

KEYS = {
    "fct_observation": ["observation_id"],
    "fct_unplaced_quantity": ["unplaced_id"],
    "dim_document": ["document_id"],
    "rejected_document": ["file_name"],
    "district_year": ["district_id", "year"],
    "indicator_comparison": ["indicator_id", "measure", "year", "district_id", "comparability_class"],
    "district_trend": ["district_id", "indicator_id", "year"],
    "coverage": ["district_id", "year", "indicator_id"],
    "statement_conflict": ["conflict_id"],
    "derived_value": ["derived_id"],
    "consistency_check": ["derived_id", "reported_observation_id"],
}


@pytest.fixture(scope="module")
def handmade(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """One article under two names, one impossible share in it, one article without a fact, one unreadable file."""
    revenue = Statement("tay-ho", "state_budget_revenue", 4102.388, decimals=3)
    share = Statement("tay-ho", "gross_output_trade_services", 586, "share", "percent")
    warehouse = Warehouse(tmp_path_factory.mktemp("handmade"))
    write_lake(
        warehouse.lake_dir,
        [
            Article("tay-ho/b.txt", [revenue, share], copies=["tay-ho/a.txt"], unplaced=["Có 12 vườn đào."]),
            Article("thoi-tiet.txt", own_text="Hà Nội có mưa nhỏ."),
        ],
        [Rejection("anh.txt", "binary", "anh.txt holds NUL bytes.")],
    )
    warehouse.build()
    return warehouse


def test_the_file_opens_elsewhere_under_another_name_without_its_lake(
    world: Warehouse, tmp_path: Path
) -> None:
    published = tmp_path / "published.duckdb"
    shutil.copy(world.settings.build_database, published)
    no_extensions: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(str(published), read_only=True, config=no_extensions) as connection:
        assert connection.sql("from duckdb_views() where not internal").fetchall() == []
        tables = connection.sql("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
        for (table,) in tables:
            connection.sql(f"from {table} limit 1").fetchall()
    assert not list(tmp_path.glob("*.wal"))


def test_schemas_are_named_without_a_prefix(world: Warehouse) -> None:
    schemas = world.query("select distinct schema_name from duckdb_tables() order by all")
    assert schemas == [("intermediate",), ("marts",), ("seeds",)]


def test_every_mart_and_column_carries_its_description(world: Warehouse) -> None:
    bare = world.query("""
        select table_name, '' as column_name from duckdb_tables() where schema_name = 'marts' and comment is null
        union all
        select table_name, column_name from duckdb_columns() where schema_name = 'marts' and comment is null
    """)
    assert bare == []


def test_every_mart_has_an_enforced_contract(world: Warehouse) -> None:
    manifest = json.loads((world.target_dir / "manifest.json").read_text(encoding="utf-8"))
    loose = [
        node["name"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model"
        and node["schema"] == "marts"
        and not node["config"]["contract"]["enforced"]
    ]
    assert loose == []


def test_the_documentation_builds_and_knows_every_table(world: Warehouse) -> None:
    world.dbt("docs", "generate")
    catalog = json.loads((world.target_dir / "catalog.json").read_text(encoding="utf-8"))
    documented = {node["metadata"]["name"] for node in catalog["nodes"].values()}
    assert {str(name) for (name,) in world.query("select table_name from duckdb_tables()")} == documented


@pytest.mark.parametrize(("mart", "key"), KEYS.items())
def test_the_key_of_a_mart_is_unique(world: Warehouse, mart: str, key: list[str]) -> None:
    assert not world.query(f"select {', '.join(key)} from marts.{mart} group by all having count(*) > 1")


def test_a_copy_is_one_document_with_two_files(handmade: Warehouse) -> None:
    documents = handmade.query(
        "select file_name, n_files, file_names, n_observations from marts.dim_document order by 1"
    )
    assert documents == [
        ("tay-ho/a.txt", 2, ["tay-ho/a.txt", "tay-ho/b.txt"], 2),
        ("thoi-tiet.txt", 1, ["thoi-tiet.txt"], 0),
    ]
    assert handmade.query("select count(*) from marts.document_file") == [(3,)]


def test_an_impossible_share_is_kept_but_not_compared(handmade: Warehouse) -> None:
    kept = handmade.query("select value, plausibility from marts.fct_observation where measure = 'share'")
    assert kept == [(586.0, "share_above_100")]
    assert handmade.query("select measure from marts.indicator_comparison") == [("level",)]


def test_a_rejected_file_says_why(handmade: Warehouse) -> None:
    rejected = handmade.query("select file_name, reason, detail from marts.rejected_document")
    assert rejected == [("anh.txt", "binary", "anh.txt holds NUL bytes.")]


def test_a_figure_alone_has_no_rank(handmade: Warehouse) -> None:
    rows = handmade.query("select n_districts, rank, percentile, median from marts.indicator_comparison")
    assert rows == [(1, None, None, None)]


def test_rows_of_a_file_that_is_gone_are_gone(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path)
    articles = [
        Article(f"{district_id}.txt", [Statement(district_id, "population", 90_000, unit="count")])
        for district_id in ("ba-vi", "my-duc")
    ]
    write_lake(warehouse.lake_dir, articles)
    ledger_file = Lake(warehouse.lake_dir).table("source_file")
    ledger = pl.read_parquet(ledger_file)
    write_table(ledger_file, ledger.filter(pl.col("path") != "ba-vi.txt"))
    warehouse.build()
    assert warehouse.query("select district_id from marts.fct_observation") == [("my-duc",)]
    assert warehouse.query("select file_name from marts.dim_document") == [("my-duc.txt",)]


def test_a_lake_without_a_row_gives_every_mart_whatever_its_folder_is_called(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "Hà Nội's warehouse")
    write_lake(warehouse.lake_dir)
    warehouse.build()
    assert warehouse.query("select count(*), sum(completeness) from marts.district_year") == [(150, 0.0)]
    assert warehouse.query("select count(*) from marts.fct_observation") == [(0,)]


def test_evidence_that_does_not_match_fails_the_build(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path)
    write_lake(
        warehouse.lake_dir, [Article("a.txt", [Statement("ba-vi", "population", 300_000, unit="count")])]
    )
    [segment] = Lake(warehouse.lake_dir).folder("observation").glob("*.parquet")
    write_table(segment, pl.read_parquet(segment).with_columns(char_start=pl.col("char_start") + 1))
    with pytest.raises(AssertionError, match="evidence_stands_in_text"):
        warehouse.build()


def test_the_rules_hold_on_handmade_rows(handmade: Warehouse) -> None:
    """dbt's own unit tests, beside the models."""
    results = handmade.dbt("test", "--select", "test_type:unit")
    assert len(results) >= 23
