"""Labelled articles of the genre, as many as are wanted, the same for the same number.

    generate(folder, 10_000) -> Labels        python -m tests.benchmarks.generate FOLDER 10

About 4 KB each: a meeting, paragraphs without figures, two to four with figures, remarks that are no facts, teasers
of other articles. Here: occasions, layouts, files and labels. Not here: the sentences (`genre`).
"""

from __future__ import annotations

import calendar
import csv
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl

from dagster_project.scoring.labels import DOCUMENTS_SCHEMA, FACTS_SCHEMA, Labels
from dagster_project.settings import SEEDS_DIR
from tests.benchmarks.genre import NOISE, REMARKS, SENTENCES, TEASERS, Fact, Occasion

FILES_PER_FOLDER = 1000
PARAGRAPHS_OF_NOISE = 5
REMARKS_PER_PARAGRAPH = 0.3  # about three numbers to a kilobyte, as in real articles


@dataclass(frozen=True)
class District:
    """A district as an article names it."""

    district_id: str
    name: str
    type_word: str


def read_districts() -> list[District]:
    with (SEEDS_DIR / "districts.csv").open(encoding="utf-8") as file:
        return [District(row["district_id"], row["name"], row["unit_type"]) for row in csv.DictReader(file)]


def generate(folder: Path, n: int) -> Labels:
    """Write `n` articles below `folder` and return what they say. Article k is the same whatever `n` is."""
    districts = read_districts()
    rows: list[dict[str, Any]] = []
    documents: list[tuple[str, str]] = []
    for number in range(n):
        dice = Random(number)
        district = dice.choice(districts)
        on = _occasion(district, dice)
        text, facts = _article(on)
        name = f"{number:06}-{district.district_id}.txt"
        path = folder / f"{number // FILES_PER_FOLDER:04}" / name
        if number % FILES_PER_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        documents.append((name, "all"))
        rows += [_row(name, district, on, fact) for fact in facts]
    return Labels(
        pl.DataFrame(documents, schema=DOCUMENTS_SCHEMA, orient="row"),
        pl.DataFrame(rows, schema=FACTS_SCHEMA),
    )


def _row(file_name: str, district: District, on: Occasion, fact: Fact) -> dict[str, Any]:
    written = fact._asdict()
    return written | {
        "file_name": file_name,
        "district_id": district.district_id,
        "values": [written.pop("value")],
        "period_start": on.period[0],
        "period_end": on.period[1],
        "optional": False,
    }


def _occasion(district: District, dice: Random) -> Occasion:
    year = dice.randrange(2020, 2025)
    first = date(year, 1, 1)
    reported_on, text, last_month = dice.choice(
        (
            (date(year, 12, dice.randrange(5, 28)), f"năm {year}", 12),
            (date(year + 1, 1, dice.randrange(4, 20)), f"năm {year}", 12),
            (date(year, 7, dice.randrange(1, 25)), f"6 tháng đầu năm {year}", 6),
            (date(year, 10, dice.randrange(1, 20)), f"9 tháng đầu năm {year}", 9),
            (date(year, 11, dice.randrange(1, 20)), f"10 tháng năm {year}", 10),
        )
    )
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    return Occasion(district.name, district.type_word, reported_on, text, (first, last), dice)


def _article(on: Occasion) -> tuple[str, list[Fact]]:
    dice = on.dice
    body, facts = _body(on)
    title = f"{on.type_word.capitalize()} {on.name}: {dice.choice(_TITLES)}"
    lead = _lead(on)
    layout = dice.randrange(4)
    if layout == 0:  # a web page copied whole
        menu = [
            "Trang chủ | Chính trị | Kinh tế | Xã hội",
            f"{on.reported_on:%d/%m/%Y} 08:{dice.randrange(10, 60)}",
        ]
        parts = [*menu, title, lead, *body, _AUTHOR, "Tin liên quan", *_teasers(dice)]
    elif layout == 1:  # the article alone
        parts = [title, lead, *body]
    elif layout == 2:  # a picture's caption in the middle, headings
        caption = f"Quang cảnh hội nghị {on.type_word} {on.name}. Ảnh: Minh Hải"
        parts = [
            title,
            f"Kinhtedothi - {lead}",
            caption,
            body[0],
            "Còn nhiều việc phải làm",
            *body[1:],
            _AUTHOR,
        ]
    else:  # bulleted figures, teasers behind
        listed = [f"- {paragraph}" if number % 2 else paragraph for number, paragraph in enumerate(body)]
        parts = [title, lead, *listed, "Tin khác", *_teasers(dice)]
    return "\n\n".join(parts) + "\n", facts


_AUTHOR = "Thu Hằng"
_TITLES = (
    "Hội nghị tổng kết công tác, triển khai nhiệm vụ thời gian tới",
    "Nỗ lực hoàn thành các mục tiêu phát triển kinh tế - xã hội",
    "Khai mạc kỳ họp thường lệ của Hội đồng nhân dân",
    "Kinh tế giữ đà phục hồi, an sinh được bảo đảm",
)


def _lead(on: Occasion) -> str:
    day = f"{on.reported_on.day}/{on.reported_on.month}"
    body = on.dice.choice(("UBND", "HĐND", "Ban Chấp hành Đảng bộ"))
    return (
        f"Ngày {day}/{on.reported_on.year}, {body} {on.type_word} {on.name} tổ chức hội nghị đánh giá kết quả "
        f"thực hiện nhiệm vụ phát triển kinh tế - xã hội {on.period_text}, bàn giải pháp cho thời gian tới."
    )


def _body(on: Occasion) -> tuple[list[str], list[Fact]]:
    dice = on.dice
    said = dice.sample(range(len(SENTENCES)), dice.randrange(4, 9))
    chunks = [said[start : start + 3] for start in range(0, len(said), 3)]
    facts: list[Fact] = []
    paragraphs = []
    seen: set[tuple[str, str]] = set()
    for chunk in chunks:
        sentences = []
        for index in chunk:
            sentence, new = SENTENCES[index](on)
            if seen.isdisjoint((fact.indicator_id, fact.measure) for fact in new):
                seen |= {(fact.indicator_id, fact.measure) for fact in new}
                facts += new
                sentences.append(sentence[0].upper() + sentence[1:])
        paragraphs.append(
            ". ".join(
                [f"Theo báo cáo, {on.period_text}, {on.type_word} {on.name} đạt nhiều kết quả", *sentences]
            )
            + "."
        )
    for _ in range(PARAGRAPHS_OF_NOISE):
        noise = dice.sample(NOISE, 4)
        if dice.random() < REMARKS_PER_PARAGRAPH:
            noise.append(_filled(dice.choice(REMARKS), dice))
        paragraphs.insert(dice.randrange(len(paragraphs) + 1), ". ".join(noise) + ".")
    return paragraphs, facts


def _teasers(dice: Random) -> list[str]:
    return [_filled(teaser, dice) for teaser in dice.sample(TEASERS, 3)]


def _filled(template: str, dice: Random) -> str:
    n, m, small, few = (
        dice.randrange(20, 900),
        dice.randrange(100, 999),
        dice.randrange(2, 20),
        dice.randrange(2, 9),
    )
    return template.format(n=n, m=m, small=small, few=few)


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
