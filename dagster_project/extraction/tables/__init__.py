"""Small tables copied as text: a figure takes its meaning from its row, its column's head and the lines above.

A cell is searched as a line is, so the same vocabulary serves. Not here: bulleted lists, which are read as prose.
"""

from __future__ import annotations

import polars as pl

from dagster_project.extraction.language.vocabulary import Vocabulary
from dagster_project.extraction.tables.cells import caption_cells, cell_meanings, split_cells
from dagster_project.extraction.tables.heads import with_heads
from dagster_project.extraction.tables.says import SCHEMA, what_cells_say

__all__ = ["table_figures"]


def table_figures(article: pl.DataFrame, vocabulary: Vocabulary, dates: pl.DataFrame) -> pl.DataFrame:
    """The figures of tables, bound.

    article: the lines with line_in_document, role_of_line; dates: document, dated_on, document_year
    Returns document, line, start, end (Int64, bytes in the line), value, unit, decimals, district (String: a
    district_id, "other", or null where the table names none), indicator_id, measure, basis, status, period_start,
    period_end (null where the table names none), reason (String, null where the cell is bound).
    """
    lines = article.filter(pl.col("role_of_line") == "table_row")
    if lines.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    cells = split_cells(lines)
    captions = caption_cells(article, lines)
    meanings = cell_meanings(
        pl.concat([cells.select("cell", "text", "folded"), captions.select("cell", "text", "folded")]),
        vocabulary,
    )
    figures = with_heads(
        cells.join(meanings, on="cell", how="left"), captions.join(meanings, on="cell", how="left"), dates
    )
    return what_cells_say(figures, vocabulary)
