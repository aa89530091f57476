"""The page a text was copied from: which of its lines are the article, and what part each line plays.

`assign_roles` is the way in. No library cuts an article out of plain text; section markers, the shape of a line, its
position and its repetitions do. Not here: HTML (`web_page`), what the byline says (`events`, `attribution`).
"""

from dagster_project.corpus.page.lines import line_key, split_lines
from dagster_project.corpus.page.roles import assign_roles

__all__ = ["assign_roles", "line_key", "split_lines"]
