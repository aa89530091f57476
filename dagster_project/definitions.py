"""All that Dagster knows of the project. Loading it reads the prepared dbt manifest and nothing else."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import dagster as dg

from dagster_project.defs import checks, extraction, ingestion, jobs, sensors, warehouse
from dagster_project.defs.refresh import Refresh


def build_definitions(refresh: Refresh | None = None) -> dg.Definitions:
    """The definitions; a `refresh` of one's own takes the place of the default one."""
    return dg.Definitions(
        assets=_with_links_to_source(),
        asset_checks=dg.load_asset_checks_from_modules([checks]),
        jobs=[jobs.refresh_job, jobs.reextract_job],
        schedules=[jobs.daily_refresh],
        sensors=[sensors.raw_files],
        resources={"refresh": refresh or Refresh()},
        # A step in a process of its own spends its time on imports, and one writer is all there can be.
        executor=dg.in_process_executor,
    )


def _with_links_to_source() -> Sequence[dg.AssetsDefinition]:
    """The assets, each with a link to the function that makes it."""
    assets = dg.load_assets_from_modules([ingestion, extraction, warehouse])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.BetaWarning)  # the links are worth the risk of a changed interface
        return dg.with_source_code_references(assets)  # type: ignore[return-value]


defs = build_definitions()
