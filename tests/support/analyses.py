"""The analyst's questions of dbt/analyses: compiled, asked of a database, and shown with their answers.

    python -m tests.support.analyses [DATABASE] > docs/analyses.md

Here: from an analysis to its rows and to the page that shows them. Not here: the questions themselves.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dagster_project.settings import DBT_DIR, load_settings
from tests.support.warehouse import Warehouse
from tests.support.world import build_world

ANALYSES = sorted((DBT_DIR / "analyses").glob("*.sql"))
LONGEST_CELL = 120
MOST_ROWS = 12

HEAD = """# Ten questions

The analyses of `dbt/analyses`, asked of the warehouse of the articles in `raw/`. They run in any DuckDB client:
`duckdb -readonly warehouse/hanoi.duckdb`. Where those few articles say nothing, the answer shown is that of the
invented articles of `tests/corpus`, and says so.
This page is written by `python -m tests.support.analyses > docs/analyses.md` after a refresh.
"""
INVENTED = "No row. Asked of the invented articles of `tests/corpus`:"


@dataclass(frozen=True)
class Answer:
    """What a question is, how it is asked, and what came of it."""

    question: str
    sql: str
    columns: list[str]
    rows: list[tuple[object, ...]]


def compile_analyses(warehouse: Warehouse) -> dict[str, str]:
    """Name to SQL of every analysis as dbt compiles it; the database is not opened."""
    warehouse.dbt("compile", "--select", "resource_type:analysis", "--no-introspect", "--no-populate-cache")
    folder = warehouse.target_dir / "compiled" / "hanoi_districts" / "analyses"
    return {path.stem: (folder / path.name).read_text(encoding="utf-8") for path in ANALYSES}


def answer(compiled: str, connection: duckdb.DuckDBPyConnection) -> Answer:
    """Ask one compiled analysis; its first line, a comment, is the question."""
    question, _, sql = compiled.strip().partition("\n")
    outcome = connection.sql(sql)
    return Answer(question.removeprefix("-- "), sql, outcome.columns, outcome.fetchall())


def page(database: Path, world: Warehouse) -> str:
    """All questions with their answers from `database`, or else from the `world` of tests/corpus, as Markdown."""
    compiled = compile_analyses(world)
    with duckdb.connect(str(database), read_only=True) as articles, world.connect() as invented:
        sections = [_section(answer(sql, articles), answer(sql, invented)) for sql in compiled.values()]
    return "\n".join([HEAD, *sections])


def plain_sql(found: Answer) -> str:
    """The question's SQL without the name of the database, as a client would type it."""
    return found.sql.replace('"hanoi"."marts".', "marts.").strip()


def _section(found: Answer, invented: Answer) -> str:
    shown = _table(found) if found.rows else f"{INVENTED}\n\n{_table(invented)}"
    return f"## {found.question}\n\n```sql\n{plain_sql(found)}\n```\n\n{shown}\n"


def _table(found: Answer) -> str:
    lines = [found.columns, ["---"] * len(found.columns)]
    lines += [[_cell(value) for value in row] for row in found.rows[:MOST_ROWS]]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    more = len(found.rows) - MOST_ROWS
    return f"{table}\n\n... and {more} more rows" if more > 0 else table


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    text = " ".join(text.replace("|", "\\|").split())
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def main() -> None:
    database = Path(sys.argv[1]) if len(sys.argv) > 1 else load_settings().database
    with tempfile.TemporaryDirectory() as folder:
        print(page(database, build_world(Path(folder))), end="")


if __name__ == "__main__":
    main()
