"""Readers through twenty refreshes: no error on either side, and every answer from one version alone."""

import multiprocessing
import os
import subprocess
import sys
import time
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.support.project import Project, article, assert_success, new_project

READERS = 8
REFRESHES = int(os.environ.get("READER_REFRESHES", "20"))
ANSWER = """
select
    (select refresh_id from marts.refresh_log order by started_at desc limit 1),
    (select n_documents from marts.refresh_log order by started_at desc limit 1),
    (select count(*) from marts.dim_document),
    (select n_observations from marts.refresh_log order by started_at desc limit 1),
    (select count(*) from marts.fct_observation)
"""


def read_without_pause(
    database: Path, holds: bool, stop: Event, answers: "multiprocessing.Queue[Any]"
) -> None:
    """Query until told to stop; report the versions seen, or the first error or mixed answer."""
    os.nice(10)  # eight of them would otherwise leave the refresh no processor
    seen: set[str] = set()
    n_answers = 0
    try:
        connection = duckdb.connect(database, read_only=True)
        while not stop.is_set():
            if not holds:
                connection.close()
                connection = duckdb.connect(database, read_only=True)
            refresh_id, n_documents, documents, n_observations, observations = connection.execute(
                ANSWER
            ).fetchall()[0]
            assert (n_documents, n_observations) == (documents, observations), f"{refresh_id} is mixed"
            seen.add(refresh_id)
            n_answers += 1
        answers.put((None, seen, n_answers))
    except Exception as error:
        answers.put((repr(error), seen, n_answers))


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_eight_readers_see_whole_versions_through_twenty_refreshes(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    project.write("0.txt", article("1.000"))
    assert_success(project.refresh())
    spawn = multiprocessing.get_context("spawn")
    stop, answers = spawn.Event(), spawn.Queue()
    readers = [
        spawn.Process(target=read_without_pause, args=(project.database, number % 2 == 0, stop, answers))
        for number in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for number in range(1, REFRESHES + 1):
        project.write(f"{number}.txt", article(f"{number + 1}.000"))
        result = project.refresh()
        assert_success(result)
    time.sleep(1)
    stop.set()
    reports = [answers.get(timeout=60) for _ in readers]
    for reader in readers:
        reader.join()
    assert [error for error, _, _ in reports if error] == []
    assert all(n_answers > REFRESHES for _, _, n_answers in reports)
    holding = [seen for _, seen, _ in reports if len(seen) == 1]
    assert len(holding) == READERS // 2, "a connection held open stays on its version"
    reopening = set().union(*(seen for _, seen, _ in reports if len(seen) > 1))
    assert len(reopening) > REFRESHES // 2
    assert reopening <= set(project.versions())


def test_a_client_that_writes_shuts_out_readers_of_one_version_and_no_refresh(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    project.write("a.txt", article("5.606"))
    project.refresh()
    write = "import sys, time, duckdb\nc = duckdb.connect(sys.argv[1])\nc.execute('create table stray (i integer)')\n"
    writer = in_another_process(project, write + "print('open', flush=True)\ntime.sleep(600)")
    said = writer.stdout.readline() if writer.stdout else ""
    if said != "open\n":
        writer.wait()
        pytest.skip("the read-only file mode holds here: the client was refused")
    project.write("b.txt", article("7.110", "quận Hà Đông"))
    result = project.refresh()
    assert_success(result)
    assert project.query("select count(*) from marts.dim_document") == [(2,)]
    assert project.query("select count(*) from duckdb_tables() where table_name = 'stray'") == [(0,)]
    writer.kill()
    writer.wait()
    assert project.query("select count(*) from marts.dim_document") == [(2,)]


def in_another_process(project: Project, code: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, str(project.database)], stdout=subprocess.PIPE, text=True
    )
