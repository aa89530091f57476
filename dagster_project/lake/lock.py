"""The lock that keeps two refreshes of one warehouse apart.

The kernel holds it (`flock`), so it ends with its process however that ends, and a stale lock cannot exist. The
file's text only tells a person who holds it.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

_POLL_SECONDS: Final = 0.2


class RefreshRunningError(Exception):
    """Another refresh of the same warehouse is running and did not end in time."""


@contextmanager
def refresh_lock(path: Path, wait_seconds: float, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock at `path`; `on_wait` is told once, in a sentence, who is being waited for.

    Raises RefreshRunningError when it is not free after `wait_seconds`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(descriptor, path, wait_seconds, on_wait)
        os.ftruncate(descriptor, 0)
        os.pwrite(
            descriptor, f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC".encode(), 0
        )
        yield
    finally:
        os.close(descriptor)


def is_locked(path: Path) -> bool:
    """Whether some process holds the lock right now."""
    try:
        with refresh_lock(path, wait_seconds=0, on_wait=lambda _: None):
            return False
    except RefreshRunningError:
        return True


def _acquire(descriptor: int, path: Path, wait_seconds: float, on_wait: Callable[[str], None]) -> None:
    deadline = time.monotonic() + wait_seconds
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            holder = os.pread(descriptor, 200, 0).decode(errors="replace") or "a process just starting"
            running = f"another refresh of {path.parent} is running ({holder})"
        if time.monotonic() >= deadline:
            raise RefreshRunningError(f"{running}; gave up after {wait_seconds:g} seconds. Try again later.")
        if not told:
            on_wait(f"{running}; waiting up to {wait_seconds:g} seconds for it to end")
            told = True
        time.sleep(_POLL_SECONDS)
