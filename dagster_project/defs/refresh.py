"""The resource every step works with: the settings, the lake, and the one refresh's hold on the warehouse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import dagster as dg
import polars as pl
from pydantic import Field, PrivateAttr

from dagster_project.corpus import RawDirectoryError, SourcesError, find_files, load_sources
from dagster_project.lake.layout import WHOLE_TABLES, Lake
from dagster_project.lake.ledger import content_version
from dagster_project.lake.lock import refresh_lock
from dagster_project.lake.parquet import UnreadableTableError, read_table, remove_temporary_files
from dagster_project.lake.plan import PENDING, Versions, plan_refresh
from dagster_project.lake.refresh_log import fingerprint
from dagster_project.lake.schemas import LedgerRow
from dagster_project.lake.segments import readable_segments
from dagster_project.lake.sources import with_entry_hash
from dagster_project.publishing.swap import remove_leftovers, remove_stale_wal
from dagster_project.publishing.version import is_published
from dagster_project.settings import Settings, load_settings
from dagster_project.versions import corpus_version, dbt_project_version, project_version

TRIGGER_TAG = "refresh/trigger"
MANUAL = "manual"
PUBLISHED_DATABASE = dg.AssetKey(["warehouse", "published_database"])


class Refresh(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Holds the warehouse's lock from a run's first step to its last, and knows what the run is to do."""

    rebuild: bool = Field(
        default=False,
        description="Build and publish a new version even if nothing has changed since the last one.",
    )

    _settings: Settings = PrivateAttr()
    _started_at: datetime = PrivateAttr()

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Refresh]:
        """Wait for the lock, sweep up what a killed refresh left, and let go at the end of the run."""
        self.begin()
        log = context.log
        with refresh_lock(
            self._settings.lock_file, self._settings.lock_wait_seconds, log.warning if log else print
        ):
            self._sweep()
            yield self

    def begin(self) -> None:
        """Take the settings and the time as they are now; enough to look without changing anything."""
        self._settings = load_settings()
        self._started_at = datetime.now(UTC)

    def _sweep(self) -> None:
        remove_temporary_files(self._settings.lake_dir)
        remove_leftovers(self._settings.warehouse_dir)
        remove_stale_wal(self._settings.database)

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def lake(self) -> Lake:
        return Lake(self._settings.lake_dir)

    @property
    def started_at(self) -> datetime:
        return self._started_at

    def read_whole(self, name: str) -> pl.DataFrame:
        """A table that is written whole; empty where its file is missing or damaged, as it can be made again."""
        try:
            return read_table(self.lake.table(name), WHOLE_TABLES[name])
        except UnreadableTableError as damage:
            dg.get_dagster_logger().warning(f"{damage}; it is made again")
            return WHOLE_TABLES[name].create_empty()

    def ledger(self) -> pl.DataFrame:
        """The ledger of source files (`LedgerRow`)."""
        return self.read_whole("source_file").select(LedgerRow.column_names())

    def versions(self) -> Versions:
        """The versions of the code that this run reads and extracts with."""
        from dagster_project.extraction import EXTRACTOR_VERSION

        return Versions(corpus=corpus_version(), extractor=EXTRACTOR_VERSION)

    def fingerprint(self, ledger: pl.DataFrame) -> str:
        """Of the version that this ledger and today's dbt project make."""
        return fingerprint(content_version(ledger), dbt_project_version(), project_version())

    def list_files(self, ledger: pl.DataFrame, reread: Sequence[str] = ()) -> tuple[pl.DataFrame, list[str]]:
        """The files below RAW_DIR against the ledger (`FileListing`), and what is odd about sources.yml."""
        settings = self._settings
        files = find_files(settings.raw_dir)
        sources = load_sources(settings.raw_dir / "sources.yml")
        listing = plan_refresh(
            with_entry_hash(files, sources.entries),
            ledger,
            self.versions(),
            settings.max_file_mb,
            readable_segments(self.lake, ledger),
            reread,
        )
        return listing, sources.warnings(files)

    def has_news(self, instance: dg.DagsterInstance, listing: pl.DataFrame, ledger: pl.DataFrame) -> bool:
        """Whether there is anything to read, to take away or to publish."""
        changes = listing["change"].is_in([*PENDING, "removed"]).any()
        return changes or self.has_version_to_publish(instance, ledger)

    def has_version_to_publish(self, instance: dg.DagsterInstance, ledger: pl.DataFrame) -> bool:
        """Whether the lake as it is would make another version than the published one.

        A Dagster instance that keeps its runs and has never seen a publication gets one, so that its pages show
        the assets and checks of the version that is up.
        """
        unseen = (
            not instance.is_ephemeral
            and instance.get_latest_materialization_event(PUBLISHED_DATABASE) is None
        )
        settings = self._settings
        return (
            self.rebuild
            or unseen
            or not is_published(self.fingerprint(ledger), settings.database, settings.previous_database)
        )

    def clear_build(self) -> None:
        """Remove what an earlier build left of its database, so that dbt starts from nothing."""
        self._settings.build_dir.mkdir(parents=True, exist_ok=True)
        for leftover in self._settings.build_dir.glob("hanoi.*"):
            leftover.unlink()


def started_by_hand(context: dg.AssetExecutionContext) -> bool:
    """Whether somebody asked for this run in the UI: then everything is built and checked, whatever is up."""
    return context.run.tags.get(TRIGGER_TAG, MANUAL) == MANUAL


def is_up_to_date(instance: dg.DagsterInstance) -> bool:
    """Whether a refresh would find nothing to do; by metadata alone, without the lock, changing nothing.

    A run of all assets that skips them would show their checks as skipped, so whoever starts runs asks first.
    """
    refresh = Refresh()
    refresh.begin()
    ledger = refresh.ledger()
    try:
        listing, _ = refresh.list_files(ledger)
    except (RawDirectoryError, SourcesError):
        return False  # the refresh will say so
    return not refresh.has_news(instance, listing, ledger)
