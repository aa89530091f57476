"""Work on many rows at once that does not fail with one of them.

A batch that breaks off is tried again in halves, down to the rows that break it; what came of the others stays. Not
here: the work, nor what becomes of a row that failed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

import polars as pl
from polars.exceptions import PanicException

Result = TypeVar("Result")

MAX_FAILED: Final = 20
"""More failing rows than this in one batch are a fault of the code, which is raised, rather than of the rows."""


@dataclass
class Isolated(Generic[Result]):
    """What came of the rows, in their order, and the numbers of those that failed with the error's first line."""

    results: list[Result] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)


def isolate(work: Callable[[pl.DataFrame], Result], rows: pl.DataFrame) -> Isolated[Result]:
    """`work` on `rows`, without those that it fails on. Raises its error where more than MAX_FAILED rows fail."""
    isolated: Isolated[Result] = Isolated()
    _work_on(work, rows, 0, isolated)
    return isolated


def _work_on(
    work: Callable[[pl.DataFrame], Result], rows: pl.DataFrame, first: int, isolated: Isolated[Result]
) -> None:
    try:
        isolated.results.append(work(rows))
    except (Exception, PanicException) as error:
        if rows.height > 1:
            half = rows.height // 2
            _work_on(work, rows.head(half), first, isolated)
            _work_on(work, rows.tail(rows.height - half), first + half, isolated)
        elif rows.is_empty() or len(isolated.failed) == MAX_FAILED:
            raise
        else:
            isolated.failed[first] = f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0]}"
