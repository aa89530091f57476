"""When an observation agrees with a fact, and the figures that follow.

A fact is found where document, district, indicator, measure, value, the year in which the period ends and, for
plan_attainment, the basis agree; exact where unit, bound, status, both ends of the period and basis agree too.
A prediction is false where no fact, optional ones included, explains it. The same rules as tests/gold/score_facts.py.
"""

from __future__ import annotations

import polars as pl

TOLERANCE = 1e-6  # of the value, relative above 1
ORDINARY_BASES = ("previous_year", "same_period")
ATTRIBUTES = ("unit", "bound", "status", "period_start", "period_end")
_STATEMENT = ["file_name", "district_id", "indicator_id", "measure"]


def score(documents: pl.DataFrame, facts: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """The figures of every split, and of each indicator and each measure in it.

    documents: file_name, split; facts: `labels.FACTS_SCHEMA`; observations: file_name and the columns of an
    observation. Only observations of these documents count.
    Returns split, indicator_id, measure (String, null: of all), n_required, n_found, n_false, n_exact (Int64),
    precision, recall, f1, exact (Float64; null where there is nothing to divide by).
    """
    facts = facts.with_row_index("fact")
    observations = observations.join(documents.select("file_name"), on="file_name").with_row_index(
        "observation"
    )
    observations = observations.with_columns(pl.col("measure", "bound", "status").cast(pl.String))
    pairs = _agreeing_pairs(facts, observations)
    outcomes = pl.concat(
        [_facts_found(facts, pairs), _predictions_explained(observations, pairs)], how="diagonal"
    )
    outcomes = outcomes.join(documents, on="file_name")
    every_split = documents.select("split").unique()
    return pl.concat(
        [
            every_split.join(_figures(outcomes, ["split"]), on="split", how="left"),
            _figures(outcomes, ["split", "indicator_id"]),
            _figures(outcomes, ["split", "measure"]),
        ],
        how="diagonal",
    ).select(
        "split",
        "indicator_id",
        "measure",
        pl.col(r"^n_.*$").fill_null(0),
        "precision",
        "recall",
        "f1",
        "exact",
    )


def _agreeing_pairs(facts: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """fact, observation (UInt32), exact (Boolean) of every pair in which the observation finds the fact."""
    both = facts.explode("values").join(observations, on=_STATEMENT, suffix="_said")
    wanted, said = pl.col("values"), pl.col("value")
    same_value = (wanted - said).abs() <= TOLERANCE * pl.max_horizontal(1.0, wanted.abs(), said.abs())
    same_basis = pl.col("basis").eq_missing(pl.col("basis_said"))
    same_year = pl.col("period_end").dt.year().eq_missing(pl.col("period_end_said").dt.year())
    found = both.filter(same_value & same_year & (same_basis | (pl.col("measure") != "plan_attainment")))
    # growth whose base is not named agrees with the previous year and with the same period of it
    ordinary = pl.all_horizontal(
        pl.col(name).is_null() | pl.col(name).is_in(list(ORDINARY_BASES)) for name in ("basis", "basis_said")
    )
    attributes = [pl.col(name).eq_missing(pl.col(f"{name}_said")) for name in ATTRIBUTES]
    basis_agrees = same_basis | (ordinary & (pl.col("measure") == "growth"))
    return found.select("fact", "observation", exact=pl.all_horizontal(*attributes, basis_agrees)).unique()


def _facts_found(facts: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """file_name, indicator_id, measure, found, exact (Boolean) of the facts that are required."""
    best = pairs.group_by("fact").agg(pl.col("exact").any())
    required = facts.filter(~pl.col("optional")).join(best, on="fact", how="left")
    return required.select(
        "file_name",
        "indicator_id",
        "measure",
        found=pl.col("exact").is_not_null(),
        exact=pl.col("exact").fill_null(False),
    )


def _predictions_explained(observations: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """file_name, indicator_id, measure, explained (Boolean), one row for each distinct statement of a document."""
    explaining = pairs.select(pl.col("observation").unique(), explained=pl.lit(True))
    return (
        observations.join(explaining, on="observation", how="left")
        .with_columns(pl.col("explained").fill_null(False), year=pl.col("period_end").dt.year())
        .group_by(*_STATEMENT, "value", "basis", "year")
        .agg(pl.col("explained").any())
        .select("file_name", "indicator_id", "measure", "explained")
    )


def _figures(outcomes: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    kept = pl.col("explained").sum()
    counts = outcomes.group_by(by).agg(
        n_required=pl.col("found").count(),
        n_found=pl.col("found").sum(),
        n_false=pl.col("explained").count() - kept,
        n_exact=pl.col("exact").sum(),
        n_explained=kept,
    )
    counts = counts.with_columns(pl.col(r"^n_.*$").cast(pl.Int64))
    return counts.with_columns(
        precision=_ratio(pl.col("n_explained"), pl.col("n_explained") + pl.col("n_false")),
        recall=_ratio(pl.col("n_found"), pl.col("n_required")),
        exact=_ratio(pl.col("n_exact"), pl.col("n_required")),
    ).with_columns(f1=_f1()).drop("n_explained").sort(by)  # fmt: skip


def _ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.when(whole > 0).then(part / whole)


def _f1() -> pl.Expr:
    """The harmonic mean; null where nothing was required, 0 where nothing of it was found."""
    precision, recall = pl.col("precision").fill_null(0.0), pl.col("recall")
    mean = 2 * precision * recall / (precision + recall)
    return pl.when(precision + recall > 0).then(mean).when(recall.is_not_null()).then(0.0)
