"""Labelled articles as a lake: every label an observation, led back to the words it was read from.

Here: finding the quantity of a label in its article, so that the marts can be tested on a world with data whatever the
extraction knows. Not here: statements without an article of their own (`lake_builder`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.support.lake_builder import Article, Statement

NUMBER = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")
COMPOUND = re.compile(r"([0-9][0-9.]*) t[ỷỉ] ([0-9]+(?:,[0-9]+)?) triệu")
UNIT = re.compile(r" ?(?:(?:(?:nghìn|ngàn) )?(?:tỷ|tỉ|triệu)(?: đồng)?|đồng|%)|")
SENTENCE_END = re.compile(r"(?<=[^0-9]\.)\s+|\n+")
BYLINE = re.compile(r"\b(Kinhtedothi|HNMO|HNM|Thời báo Ven đô|Kinh tế & Đô thị|Hà Nội Mới)\b")

SCALES = {"nghìn tỷ": 3, "tỷ": 0, "tỉ": 0, "triệu": -3, "nghìn": 3, "ngàn": 3}
"""The power of ten between what is written and the canonical unit, by the words that follow the number."""


@dataclass(frozen=True)
class Quantity:
    """A number as written: its span, what it is worth in canonical units, its significant decimals."""

    start: int
    end: int
    value: float
    decimals: int


def read_labelled_articles(labels: Path, articles_dir: Path) -> list[Article]:
    """The articles of a labels file, their facts as statements; a fact whose quantity is not in digits is left out."""
    lines = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        _article(label, articles_dir / label.get("file", f"{label.get('passage_id')}.txt")) for label in lines
    ]


def _article(label: dict[str, Any], path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    byline = BYLINE.search(text)
    return Article(
        file_name=path.name,
        own_text=text,
        title=text.split("\n", 1)[0],
        publisher=byline.group(1) if byline else None,
        published_on=_day(label.get("published")),
        event_on=_day(label["event_date"]),
        statements=[found for fact in label["facts"] for found in _statement(fact, text)],
    )


def _statement(fact: dict[str, Any], text: str) -> Iterator[Statement]:
    wanted = _written_values(fact)
    for quantity in _quantities(text):
        if any(abs(quantity.value - value) <= 1e-9 * max(1.0, value) for value in wanted):
            sentence = _sentence_around(text, quantity)
            yield Statement(
                district_id=fact["district"],
                indicator_id=fact["indicator"],
                measure=fact["measure"],
                value=float(fact["value"]),
                unit=fact["unit"],
                bound=fact["bound"],
                status=fact["status"],
                period=(date.fromisoformat(fact["period_start"]), date.fromisoformat(fact["period_end"])),
                basis=fact["basis"],
                target_set=fact.get("target_set"),
                decimals=quantity.decimals,
                value_text=_with_unit(text, quantity),
                sentence=sentence,
            )
            return


def _written_values(fact: dict[str, Any]) -> list[float]:
    """What may stand in the text for the value: a growth of -3 as 3 or 97, an attainment of 108 as 8."""
    value = float(fact["value"])
    written = [abs(value)]
    if fact["measure"] == "growth":
        written.append(100 + value)
    if fact["measure"] == "plan_attainment":
        written.append(value - 100)
    if fact["unit"] == "million_vnd_per_person_year":
        written.append(value / 12)
    return written


def _quantities(text: str) -> Iterator[Quantity]:
    """Every reading of every number in digits: with the scale of the words behind it first, then as it stands."""
    for compound in COMPOUND.finditer(text):
        billions, millions = compound.groups()
        value = float(billions.replace(".", "")) + float(millions.replace(",", ".")) / 1000
        yield Quantity(*compound.span(), value, 3 + len(millions.partition(",")[2]))
    for number in NUMBER.finditer(text):
        digits, decimals = _read_digits(number.group())
        follows = text[number.end() : number.end() + 10].lstrip()
        scale = next((power for words, power in SCALES.items() if follows.startswith(words)), 0)
        yield Quantity(*number.span(), round(digits * 10.0**scale, 9), decimals - scale)
        if scale:
            yield Quantity(*number.span(), digits, decimals)


def _read_digits(written: str) -> tuple[float, int]:
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?", written):
        written = written.replace(".", "")
    whole, _, fraction = written.replace(",", ".").partition(".")
    fraction = fraction.replace(".", "")
    return float(f"{whole}.{fraction or 0}"), len(fraction)


def _with_unit(text: str, quantity: Quantity) -> str:
    unit = UNIT.match(text, quantity.end)
    return text[quantity.start : unit.end() if unit else quantity.end]


def _sentence_around(text: str, quantity: Quantity) -> str:
    start = 0
    for end in SENTENCE_END.finditer(text):
        if end.start() >= quantity.end:
            return text[start : end.start()]
        start = end.end()
    return text[start:].rstrip()


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
