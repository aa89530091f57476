"""The assets from the lake to the published database: the refresh log, dbt's models, the publication."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject, dbt_assets

from dagster_project.building.dbt import FAILED_STATUSES, NodeResult, run_dbt
from dagster_project.building.manifest import parsed_target, prepared_manifest
from dagster_project.defs.metadata import OWNERS, column_metadata, lake_key
from dagster_project.defs.pictures import coverage_picture, score_picture
from dagster_project.defs.refresh import PUBLISHED_DATABASE, Refresh, started_by_hand
from dagster_project.lake.ledger import live_documents
from dagster_project.lake.parquet import write_table
from dagster_project.lake.refresh_log import new_refresh_id, with_refresh
from dagster_project.lake.schemas import RefreshLog
from dagster_project.lake.statistics import count_live
from dagster_project.progress import report
from dagster_project.publishing.swap import publish, remove_stale_wal, seal
from dagster_project.publishing.version import read_refresh_log
from dagster_project.settings import DBT_DIR
from dagster_project.versions import project_version

_UNIQUE_ID: Final = "dagster_dbt/unique_id"
_SHOWN_FAILURES: Final = 10


class Translator(DagsterDbtTranslator):
    """dbt's own names, groups and descriptions, and an owner for every model."""

    def get_asset_spec(
        self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None
    ) -> dg.AssetSpec:
        return super().get_asset_spec(manifest, unique_id, project).replace_attributes(owners=OWNERS)


@dg.asset(
    key=lake_key("refresh_log"),
    group_name="operation",
    owners=OWNERS,
    kinds={"polars", "parquet"},
    metadata=column_metadata("refresh_log"),
    description=(
        "The published refreshes and, as the last row, the one being built. Where the lake makes no other version "
        "than the published one, nothing is built and the steps below are skipped."
    ),
    deps=[lake_key(name) for name in ("source_file", "observation", "unplaced_quantity", "extraction_score")],
    output_required=False,
    pool="warehouse",
)
def refresh_log(context: dg.AssetExecutionContext, refresh: Refresh) -> Iterator[dg.MaterializeResult[None]]:
    """Writes the log that dbt builds into the new version, if there is a new version to build."""
    ledger = refresh.ledger()
    if not started_by_hand(context) and not refresh.has_version_to_publish(context.instance, ledger):
        context.log.info("The published version says all that the lake says: nothing is published.")
        return
    fingerprint = refresh.fingerprint(ledger)
    history = read_refresh_log(refresh.settings.database)
    if history is None:
        history = refresh.read_whole("refresh_log").drop_nulls("finished_at")
    log = with_refresh(
        history,
        refresh_id=new_refresh_id(history, refresh.started_at, fingerprint),
        started_at=refresh.started_at,
        n_documents=live_documents(ledger).height,
        n_observations=count_live(refresh.lake, "observation", ledger),
        extractor_version=refresh.versions().extractor,
        project_version=project_version(),
    )
    write_table(refresh.lake.table("refresh_log"), log)
    yield dg.MaterializeResult(
        data_version=dg.DataVersion(fingerprint),
        metadata={"refresh_id": log["refresh_id"][-1], "refreshes": log.height},
    )


@dbt_assets(
    manifest=prepared_manifest(),
    dagster_dbt_translator=Translator(DagsterDbtTranslatorSettings(enable_code_references=True)),
    project=DbtProject(DBT_DIR),
    pool="warehouse",
)
def dbt_models(context: dg.AssetExecutionContext, refresh: Refresh) -> Iterator[Any]:
    """Builds the whole database aside and runs dbt's tests on it; a failing test stops the publication."""
    settings = refresh.settings
    refresh.clear_build()
    arguments = ["build", "--exclude-resource-type=unit_test"]
    results = run_dbt(arguments, settings, parsed_target(settings), _node_reporter(context))
    version = dg.DataVersion(refresh.fingerprint(refresh.ledger()))
    row_counts = _row_counts(refresh)
    yield from _events(context, results, version, row_counts)
    failed = [result for result in results if result.failed]
    if failed:
        raise dg.Failure(
            f"{len(failed)} of dbt's {len(results)} nodes failed; the last version stays up",
            metadata={result.name: result.message or result.status for result in failed[:_SHOWN_FAILURES]},
            allow_retries=False,
        )


def _node_reporter(context: dg.AssetExecutionContext) -> Any:
    def tell(name: str, status: str, done: int, total: int) -> None:
        report("build", done, total, name)
        if status in FAILED_STATUSES:
            context.log.error(f"dbt: {name}: {status}")

    return tell


def _events(
    context: dg.AssetExecutionContext,
    results: Iterable[NodeResult],
    version: dg.DataVersion,
    row_counts: Mapping[tuple[str, ...], int],
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """A materialization for each model and seed that was built, a check result for each test that ran."""
    keys = {spec.metadata.get(_UNIQUE_ID): spec.key for spec in context.assets_def.specs}
    checks = {(check.metadata or {}).get(_UNIQUE_ID): check.key for check in context.assets_def.check_specs}
    for result in results:
        key, check = keys.get(result.unique_id), checks.get(result.unique_id)
        if key is not None and key in context.selected_asset_keys and result.status == "success":
            n_rows = row_counts.get(tuple(key.path))
            yield dg.MaterializeResult(
                asset_key=key,
                data_version=version,
                metadata={"seconds": result.seconds}
                | ({"dagster/row_count": n_rows} if n_rows is not None else {}),
            )
        elif check is not None and check in context.selected_asset_check_keys and result.status != "skipped":
            yield dg.AssetCheckResult(
                asset_key=check.asset_key,
                check_name=check.name,
                passed=result.status == "pass",
                severity=dg.AssetCheckSeverity.WARN
                if result.status == "warn"
                else dg.AssetCheckSeverity.ERROR,
                metadata={"failing_rows": result.n_failures or 0, "seconds": result.seconds},
                description=result.message,
            )


def _row_counts(refresh: Refresh) -> dict[tuple[str, ...], int]:
    """(schema, table) of the built database to its rows."""
    if not refresh.settings.build_database.exists():
        return {}
    with duckdb.connect(refresh.settings.build_database) as connection:
        tables = connection.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        return {
            (schema, table): connection.execute(f'select count(*) from "{schema}"."{table}"').fetchall()[0][0]
            for schema, table in tables
        }


@dg.asset(
    key=PUBLISHED_DATABASE,
    group_name="publishing",
    kinds={"duckdb"},
    owners=OWNERS,
    deps=[dbt_models],
    description=(
        "WAREHOUSE_DIR/hanoi.duckdb: the database that has just been built and audited, renamed into place. Whoever "
        "had the last version open keeps it; it stays beside as hanoi.previous.duckdb for `make rollback`."
    ),
    output_required=False,
    pool="warehouse",
)
def published_database(
    context: dg.AssetExecutionContext, refresh: Refresh
) -> Iterator[dg.MaterializeResult[None]]:
    """Seals the built database and swaps it in, unless it is the version that is up already."""
    settings = refresh.settings
    if not refresh.has_version_to_publish(context.instance, refresh.ledger()):
        context.log.info("Built and checked; the published version is the same and stays up.")
        return
    seal(settings.build_database)
    publish(settings.build_database, settings.database, settings.previous_database)
    remove_stale_wal(settings.database)
    log = read_refresh_log(settings.database)
    assert log is not None, f"{settings.database} cannot be read back"
    last = log.select(RefreshLog.column_names()).row(-1, named=True)
    context.log.info(f"{settings.database}: {last['refresh_id']} published")
    yield dg.MaterializeResult(
        data_version=dg.DataVersion(refresh.fingerprint(refresh.ledger())),
        metadata={
            "path": dg.MetadataValue.path(str(settings.database)),
            "megabytes": settings.database.stat().st_size / 1_000_000,
            "refresh_id": last["refresh_id"],
            "documents": last["n_documents"],
            "observations": last["n_observations"],
            "coverage": coverage_picture(settings.database),
            "gold_scores": score_picture(refresh.read_whole("extraction_score")),
        },
    )
