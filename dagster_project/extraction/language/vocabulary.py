"""The vocabularies that the extraction reads, made ready for searching.

The words themselves are data, reviewed in `dbt/seeds`; here they are loaded, checked and expanded (separators,
district names with their type word). Not here: what a word means for a figure (`binding`, `measures`).
"""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dagster_project.extraction.language.folding import fold_words

SEED_FILES = (
    "districts.csv",
    "district_names.csv",
    "indicators.csv",
    "indicator_phrases.csv",
    "indicator_units.csv",
    "units.csv",
    "cues.csv",
)
# A written " - " between the parts of a compound stands for any of these: the press uses them all.
_SEPARATORS = (" - ", "-", ", ", " và ", "  -  ", ",", "- ")
_SHORT_FORMS = {"hộ kinh doanh": ("hộ kd", "hkd")}  # as notices write them
_TYPE_WORDS = {
    "quận": ("quận", "q. ", "q."),
    "huyện": ("huyện", "h. "),
    "thị xã": ("thị xã", "tx", "tx. ", "tx."),
}


class VocabularyError(Exception):
    """A seed file is missing, or a row of it cannot be used; names the file and the row."""


@dataclass(frozen=True)
class Vocabulary:
    """What the extraction searches for.

    lexicon: pattern (String, folded, unique), role (String), value (String), measure (String, null)
    patterns: the patterns, longest first, for a leftmost-first automaton
    units: written (String, folded), unit, factor (Float64), dimension
    indicators: indicator_id, canonical_unit, min_value, max_value (Float64; what a level can be at all)
    accepted: indicator_id, dimension; which kinds of unit a level of the indicator may have
    """

    lexicon: pl.DataFrame
    patterns: list[str]
    units: pl.DataFrame
    indicators: pl.DataFrame
    accepted: pl.DataFrame
    version: str


def _read(seeds_dir: Path, name: str, columns: list[str]) -> pl.DataFrame:
    path = seeds_dir / name
    if not path.is_file():
        raise VocabularyError(f"the vocabulary {path} is missing")
    frame = pl.read_csv(path, infer_schema=False)
    if missing := [column for column in columns if column not in frame.columns]:
        raise VocabularyError(f"{path} lacks the column {', '.join(missing)}")
    return frame


def _with_separators(phrase: str) -> list[str]:
    """Every way to write a compound: "công nghiệp - xây dựng" also with a comma, "và", or no spaces."""
    parts = phrase.split(" - ")
    if len(parts) == 1 or not all(parts):
        return [phrase]
    if len(parts) > 3:  # the mixed forms of long compounds end in "và" or repeat one separator
        choices = [(separator,) * (len(parts) - 1) for separator in _SEPARATORS]
        choices += [(*(separator,) * (len(parts) - 2), " và ") for separator in _SEPARATORS]
    else:
        choices = list(itertools.product(_SEPARATORS, repeat=len(parts) - 1))
    return [
        "".join(itertools.chain(*zip(parts, (*separators, ""), strict=True)))
        for separators in dict.fromkeys(choices)
    ]


def _with_short_forms(phrase: str) -> list[str]:
    """The phrase, and the same with what is abbreviated in it."""
    found = [(long, short) for long, shorts in _SHORT_FORMS.items() if long in phrase for short in shorts]
    return [phrase, *(phrase.replace(long, short) for long, short in found)]


def _expand(frame: pl.DataFrame) -> pl.DataFrame:
    """One row for each written form of `phrase`, in the column `pattern`."""
    forms = [
        (phrase, form)
        for phrase in frame["phrase"].to_list()
        for written in _with_short_forms(phrase)
        for form in _with_separators(written)
    ]
    expanded = pl.DataFrame(forms, schema={"phrase": pl.String, "pattern": pl.String}, orient="row")
    return frame.join(expanded, on="phrase", how="inner", maintain_order="left")


def _district_patterns(districts: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Named districts: with their own type word, with another's (another province's unit), and bare. A huyện is also
    written as the quận that it is to become: no other province has a quận of that name."""
    rows: list[tuple[str, str, str]] = []
    for district_id, unit_type, name in (
        names.join(districts, on="district_id").select("district_id", "unit_type", "written").iter_rows()
    ):
        rows.append((name, "district_bare", district_id))
        for type_word, writings in _TYPE_WORDS.items():
            own = type_word == unit_type or (type_word, unit_type) == ("quận", "huyện")
            role = "district" if own else "district_mistyped"
            rows += [
                (
                    f"{writing.rstrip()} {name}" if not writing.endswith(".") else f"{writing}{name}",
                    role,
                    district_id,
                )
                for writing in writings
            ]
    return pl.DataFrame(
        rows, schema={"pattern": pl.String, "role": pl.String, "value": pl.String}, orient="row"
    )


def load_vocabulary(seeds_dir: Path) -> Vocabulary:
    """Read the seeds. Raises VocabularyError where a file or column is missing or a phrase has two meanings."""
    districts = _read(seeds_dir, "districts.csv", ["district_id", "unit_type"])
    names = _read(seeds_dir, "district_names.csv", ["district_id", "written"])
    indicators = _read(
        seeds_dir, "indicators.csv", ["indicator_id", "canonical_unit", "min_value", "max_value"]
    )
    phrases = _read(seeds_dir, "indicator_phrases.csv", ["phrase", "indicator_id", "role", "measure"])
    cues = _read(seeds_dir, "cues.csv", ["phrase", "role", "value"])
    units = _read(seeds_dir, "units.csv", ["written", "unit", "factor", "dimension"])
    accepted = _read(seeds_dir, "indicator_units.csv", ["indicator_id", "dimension"])

    lexicon = pl.concat(
        [
            _expand(phrases).select(
                "pattern",
                role=pl.lit("indicator_") + pl.col("role"),
                value=pl.col("indicator_id").fill_null(""),
                measure="measure",
            ),
            _expand(cues).select(
                "pattern", "role", value=pl.col("value").fill_null(""), measure=pl.lit(None, pl.String)
            ),
            _district_patterns(districts, names).with_columns(measure=pl.lit(None, pl.String)),
        ]
    )
    lexicon = lexicon.with_columns(pattern=pl.Series(fold_words(lexicon["pattern"].to_list()))).unique(
        "pattern", keep="first", maintain_order=True
    )
    unknown = (
        set(lexicon.filter(pl.col("role").str.starts_with("indicator_"))["value"])
        - set(indicators["indicator_id"])
        - {""}
    )
    if unknown:
        raise VocabularyError(
            f"{seeds_dir / 'indicator_phrases.csv'} names unknown indicators: {sorted(unknown)}"
        )
    return Vocabulary(
        lexicon=lexicon,
        patterns=sorted(lexicon["pattern"].to_list(), key=lambda pattern: -len(pattern.encode())),
        units=units.with_columns(
            written=pl.Series(fold_words(units["written"].to_list())),
            factor=pl.col("factor").cast(pl.Float64),
        ).unique("written", keep="first", maintain_order=True),
        indicators=indicators.select(
            "indicator_id", "canonical_unit", pl.col("min_value", "max_value").cast(pl.Float64)
        ),
        accepted=accepted.select("indicator_id", "dimension"),
        version=_seeds_version(seeds_dir),
    )


def _seeds_version(seeds_dir: Path) -> str:
    digest = hashlib.sha256()
    for name in SEED_FILES:
        digest.update((seeds_dir / name).read_bytes())
    return digest.hexdigest()[:12]
