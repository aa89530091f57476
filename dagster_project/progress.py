"""How far a long step is: one call from whoever works, any number of listeners.

Not here: what a listener does with it (the command line draws bars, the assets write to Dagster's log).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str, int, int, str], None]
"""Takes the step's name, how many of its parts are done, how many there are, and what was done last."""

_listeners: list[Listener] = []


def report(step: str, done: int, total: int, last: str = "") -> None:
    """Tell all listeners that `done` of the `total` parts of `step` are done."""
    for listener in _listeners:
        listener(step, done, total, last)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Call `listener` on every report while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
