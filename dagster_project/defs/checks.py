"""The asset checks beside dbt's tests: what is said of the extraction's score and of the built database.

An error stops the publication and leaves the last version up; a warning is published and shown. Not here: how a
finding is made (`publishing.audit`).
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import dagster as dg
import duckdb
import polars as pl

from dagster_project.defs.metadata import lake_key
from dagster_project.defs.refresh import Refresh
from dagster_project.publishing import audit
from dagster_project.settings import PROJECT_ROOT

Audit = Callable[[duckdb.DuckDBPyConnection], audit.Finding]

FLOORS: Final = PROJECT_ROOT / "tests" / "gold" / "floors.json"
"""The least score of each figure of each split of each corpus; raised as the extraction gets better."""

FIGURES: Final = ("precision", "recall", "f1", "exact")

STOPPING_AUDITS: Final[dict[str, tuple[str, Audit]]] = {
    "nothing_vanished": ("fct_observation", audit.nothing_vanished),
    "no_impossible_level": ("fct_observation", audit.no_impossible_level),
}
WARNING_AUDITS: Final[dict[str, tuple[str, Audit]]] = {
    "unplaced_not_more": ("fct_unplaced_quantity", audit.unplaced_not_more),
    "no_new_conflicts": ("statement_conflict", audit.no_new_conflicts),
    "no_future_dates": ("dim_document", audit.no_future_dates),
}


def _spec(name: str, table: str, function: Audit, blocking: bool) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        name,
        asset=dg.AssetKey(["marts", table]),
        blocking=blocking,
        description=(function.__doc__ or "").strip(),
    )


@dg.multi_asset_check(
    name="audit",
    specs=[
        *(_spec(name, table, function, True) for name, (table, function) in STOPPING_AUDITS.items()),
        *(_spec(name, table, function, False) for name, (table, function) in WARNING_AUDITS.items()),
    ],
)
def audits(refresh: Refresh) -> Iterator[dg.AssetCheckResult]:
    """Compares the built database with the one that is up."""
    settings = refresh.settings
    built = settings.build_database if settings.build_database.exists() else settings.database
    with audit.audited(built, settings.database) as connection:
        for audits_of_kind, severity in (
            (STOPPING_AUDITS, dg.AssetCheckSeverity.ERROR),
            (WARNING_AUDITS, dg.AssetCheckSeverity.WARN),
        ):
            for name, (table, function) in audits_of_kind.items():
                finding = function(connection)
                yield dg.AssetCheckResult(
                    asset_key=dg.AssetKey(["marts", table]),
                    check_name=name,
                    passed=finding.passed,
                    severity=severity,
                    description=finding.sentence,
                    metadata={**finding.figures, "examples": dg.MetadataValue.json(finding.examples)},
                )


@dg.asset_check(
    asset=lake_key("extraction_score"),
    name="score_above_floor",
    description="No figure of the score against hand-made labels is below its floor in tests/gold/floors.json.",
    blocking=True,
)
def score_above_floor(refresh: Refresh) -> dg.AssetCheckResult:
    """The score of the extraction's version, computed when that version was first run."""
    version = refresh.versions().extractor
    whole = refresh.read_whole("extraction_score").filter(
        pl.col("extractor_version") == version, pl.col("indicator_id").is_null(), pl.col("measure").is_null()
    )
    figures = {
        f"{corpus} {split} {name}": value
        for corpus, split, *values in whole.select("corpus", "split", *FIGURES).iter_rows()
        for name, value in zip(FIGURES, values, strict=True)
        if value is not None
    }
    floors = read_floors(FLOORS)
    below = [name for name, floor in floors.items() if name in figures and figures[name] < floor]
    return dg.AssetCheckResult(
        passed=not below,
        severity=dg.AssetCheckSeverity.ERROR,
        description=f"below the floor: {', '.join(below)}" if below else "not below the floor",
        metadata={**figures, **{f"floor of {name}": floor for name, floor in floors.items()}},
    )


def read_floors(path: Path) -> dict[str, float]:
    """The floors by "corpus split figure", as "gold test f1"; none where there is no such file."""
    if not path.exists():
        return {}
    return {
        f"{corpus} {split} {figure}": floor
        for corpus, splits in json.loads(path.read_text()).items()
        for split, figures in splits.items()
        for figure, floor in figures.items()
    }


@dg.asset_check(
    asset=lake_key("source_file"),
    name="every_file_readable",
    description="No file below RAW_DIR was rejected; those that were are in marts.rejected_document.",
)
def every_file_readable(refresh: Refresh) -> dg.AssetCheckResult:
    """A warning, as one bad file must not keep the others from being published."""
    rejected = refresh.ledger().drop_nulls("reason")
    return dg.AssetCheckResult(
        passed=rejected.is_empty(),
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "rejected": rejected.height,
            "reasons": dg.MetadataValue.json(dict(rejected["reason"].value_counts(sort=True).iter_rows())),
        },
    )
