"""Two refreshes of one warehouse keep apart, and a dead one holds nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dagster_project.lake.lock import RefreshRunningError, is_locked, refresh_lock

HOLDER = """
import sys, time
from pathlib import Path
from dagster_project.lake.lock import refresh_lock
with refresh_lock(Path(sys.argv[1]), 0, print):
    print("held", flush=True)
    time.sleep(60)
"""


def hold_in_another_process(lock: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_the_second_is_told_who_is_running_and_gives_up_in_time(tmp_path: Path) -> None:
    holder = hold_in_another_process(tmp_path / "refresh.lock")
    told: list[str] = []
    try:
        with (
            pytest.raises(RefreshRunningError, match=f"process {holder.pid} since"),
            refresh_lock(tmp_path / "refresh.lock", 0.5, told.append),
        ):
            pass
    finally:
        holder.kill()
        holder.wait()
    assert len(told) == 1
    assert "waiting up to 0.5 seconds" in told[0]


def test_a_killed_holder_leaves_the_lock_free(tmp_path: Path) -> None:
    lock = tmp_path / "refresh.lock"
    holder = hold_in_another_process(lock)
    assert is_locked(lock)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert not is_locked(lock)


def test_the_lock_can_be_taken_again_after_its_block(tmp_path: Path) -> None:
    lock = tmp_path / "warehouse" / "refresh.lock"
    for _ in range(2):
        with refresh_lock(lock, 0, print):
            assert is_locked(lock)
