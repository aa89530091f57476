"""Pictures for the UI: coverage by district and year, gold scores over the versions of the extraction.

Drawn as SVG and shown inline in Markdown, so nothing is fetched and nothing beyond Python is needed. Not here: the
figures' making.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Final

import dagster as dg
import duckdb
import polars as pl

YEARS: Final = range(2020, 2025)
_CELL_WIDTH, _CELL_HEIGHT, _LABEL_WIDTH, _HEAD = 64, 18, 110, 24
_WIDTH, _HEIGHT, _MARGIN = 560, 220, 36
_TEXT: Final = 'font-family="sans-serif" font-size="12" fill="#1f2937"'
_COLOURS: Final = {"precision": "#2563eb", "recall": "#d97706", "f1": "#059669"}


def coverage_picture(database: Path) -> dg.MetadataValue:
    """How many indicators are known for each district and year of the published database, as a grid."""
    with duckdb.connect(database, read_only=True) as connection:
        districts = connection.execute(
            "select district_id, name from marts.dim_district order by name"
        ).fetchall()
        known = connection.execute(
            "select district_id, year(period_end), count(distinct indicator_id) from marts.fct_observation "
            "where status in ('actual', 'estimate') group by all"
        ).fetchall()
    counts = {(district, year): count for district, year, count in known}
    most = max(counts.values(), default=1)
    body = [
        _label(_LABEL_WIDTH + i * _CELL_WIDTH + _CELL_WIDTH / 2, 16, str(year), "middle")
        for i, year in enumerate(YEARS)
    ]
    for row, (district, name) in enumerate(districts):
        top = _HEAD + row * _CELL_HEIGHT
        body.append(_label(0, top + 13, name))
        for column, year in enumerate(YEARS):
            body += _cell(_LABEL_WIDTH + column * _CELL_WIDTH, top, counts.get((district, year), 0), most)
    height = _HEAD + len(districts) * _CELL_HEIGHT
    return _as_markdown(
        "Indicators by district and year", _LABEL_WIDTH + len(YEARS) * _CELL_WIDTH, height, body
    )


def score_picture(scores: pl.DataFrame) -> dg.MetadataValue:
    """Precision, recall and F1 of each split over the scored versions (`ExtractionScore`), as lines from 0 to 1."""
    whole = scores.filter(pl.col("indicator_id").is_null(), pl.col("measure").is_null()).sort("scored_at")
    if whole.is_empty():
        return dg.MetadataValue.md("No version of the extraction has been scored.")
    body = [_label(0, _y(share) + 4, f"{share:.1f}") + _line([(_MARGIN, _y(share)), (_WIDTH, _y(share))], "#e5e7eb")
            for share in (0.0, 0.5, 1.0)]  # fmt: skip
    for (corpus, split), versions in whole.group_by("corpus", "split", maintain_order=True):
        dash = "" if split == "test" else "4 3"
        for name, colour in _COLOURS.items():
            values = versions[name].fill_null(0.0).to_list()
            body.append(_line(_points(values), colour, dash))
            body.append(_label(_WIDTH + 6, _y(values[-1]) + 4, f"{corpus} {split} {name} {values[-1]:.3f}"))
    return _as_markdown("Gold scores over versions", _WIDTH + 220, _HEIGHT, body)


def _points(values: Sequence[float]) -> list[tuple[float, float]]:
    step = (_WIDTH - _MARGIN) / max(len(values) - 1, 1)
    points = [(_MARGIN + i * step, _y(value)) for i, value in enumerate(values)]
    return points if len(points) > 1 else [(_MARGIN, points[0][1]), (_WIDTH, points[0][1])]


def _y(share: float) -> float:
    return 10 + (1 - share) * (_HEIGHT - 20)


def _cell(left: float, top: float, count: int, most: int) -> list[str]:
    shade = 245 - round(150 * count / most)
    fill = f"rgb({shade},{min(shade + 30, 250)},250)" if count else "#f9fafb"
    box = f'<rect x="{left}" y="{top}" width="{_CELL_WIDTH - 2}" height="{_CELL_HEIGHT - 2}" fill="{fill}"/>'
    return [box, _label(left + _CELL_WIDTH / 2, top + 13, str(count), "middle")] if count else [box]


def _label(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {_TEXT}>{escape(text)}</text>'


def _line(points: Iterable[tuple[float, float]], colour: str, dash: str = "") -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'


def _as_markdown(title: str, width: int, height: int, body: Iterable[str]) -> dg.MetadataValue:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(body)}</svg>'
    )
    return dg.MetadataValue.md(
        f"![{title}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"
    )
