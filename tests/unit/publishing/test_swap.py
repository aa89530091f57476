"""Publication is one rename: readers keep what they opened, the last version stays beside, no stale log is replayed."""

import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dagster_project.publishing.swap import (
    NothingToRollBackError,
    publish,
    remove_leftovers,
    remove_stale_wal,
    rollback,
    seal,
)
from dagster_project.publishing.version import is_published, read_refresh_log
from tests.support.databases import database, versions

STRAY_WRITER = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("insert into marts.fct_unplaced_quantity values ('not from a refresh')")
print("written", flush=True)
time.sleep(60)
"""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return tmp_path / "hanoi.duckdb"


@pytest.fixture
def previous(tmp_path: Path) -> Path:
    return tmp_path / "hanoi.previous.duckdb"


def build(folder: Path, *refresh_ids: str) -> Path:
    (folder / "build").mkdir(exist_ok=True)
    built = database(folder / "build" / "hanoi.duckdb", *refresh_ids)
    seal(built)
    return built


def test_a_sealed_database_is_one_read_only_file_with_a_finished_refresh(tmp_path: Path) -> None:
    built = build(tmp_path, "1-aa")
    assert [file.name for file in built.parent.iterdir()] == ["hanoi.duckdb"]
    assert stat.S_IMODE(built.stat().st_mode) == 0o444
    log = read_refresh_log(built)
    assert log is not None
    assert log["finished_at"].null_count() == 0


def test_the_last_version_stays_beside_the_new_one(tmp_path: Path, published: Path, previous: Path) -> None:
    publish(build(tmp_path, "1-aa"), published, previous)
    assert not previous.exists()
    publish(build(tmp_path, "1-aa", "2-bb"), published, previous)
    assert versions(published) == ["1-aa", "2-bb"]
    assert versions(previous) == ["1-aa"]


def test_an_open_reader_keeps_its_version_and_a_new_one_sees_the_next(
    tmp_path: Path, published: Path, previous: Path
) -> None:
    publish(build(tmp_path, "1-aa"), published, previous)
    with duckdb.connect(published, read_only=True) as reader:
        publish(build(tmp_path, "1-aa", "2-bb"), published, previous)
        assert reader.execute("select count(*) from marts.refresh_log").fetchall() == [(1,)]
    assert versions(published) == ["1-aa", "2-bb"]


def test_a_stale_log_of_a_writer_is_not_replayed_into_the_new_version(
    tmp_path: Path, published: Path, previous: Path
) -> None:
    publish(build(tmp_path, "1-aa"), published, previous)
    published.chmod(0o644)
    wal = published.with_name("hanoi.duckdb.wal")
    with subprocess.Popen([sys.executable, "-c", STRAY_WRITER, published], stdout=subprocess.PIPE) as stray:
        assert stray.stdout is not None
        assert stray.stdout.readline() == b"written\n"
        assert wal.exists()
        publish(build(tmp_path, "1-aa", "2-bb"), published, previous)
        assert not wal.exists()
        with duckdb.connect(published, read_only=True) as reader:
            assert reader.execute("select count(*) from marts.fct_unplaced_quantity").fetchall() == [(0,)]
        stray.kill()
    assert versions(published) == ["1-aa", "2-bb"]


def test_rollback_returns_to_the_last_version_and_back(
    tmp_path: Path, published: Path, previous: Path
) -> None:
    publish(build(tmp_path, "1-aa"), published, previous)
    publish(build(tmp_path, "1-aa", "2-bb"), published, previous)
    rollback(published, previous)
    assert versions(published) == ["1-aa"]
    rollback(published, previous)
    assert versions(published) == ["1-aa", "2-bb"]


def test_there_is_nothing_to_roll_back_to_after_the_first_publication(
    tmp_path: Path, published: Path, previous: Path
) -> None:
    publish(build(tmp_path, "1-aa"), published, previous)
    with pytest.raises(NothingToRollBackError, match=r"hanoi\.previous\.duckdb"):
        rollback(published, previous)


def test_a_version_that_was_rolled_back_counts_as_published(
    tmp_path: Path, published: Path, previous: Path
) -> None:
    publish(build(tmp_path, "1-aa"), published, previous)
    publish(build(tmp_path, "1-aa", "2-bb"), published, previous)
    assert is_published("bb", published, previous)
    assert not is_published("aa", published, previous)
    rollback(published, previous)
    assert is_published("bb", published, previous)
    assert not is_published("cc", published, previous)


def test_a_damaged_file_is_no_published_version(published: Path, previous: Path) -> None:
    assert not is_published("aa", published, previous)
    published.write_bytes(b"not a database")
    assert not is_published("aa", published, previous)


def test_leftovers_of_a_killed_publication_are_removed(tmp_path: Path, published: Path) -> None:
    (tmp_path / ".tmp-0123").write_bytes(b"")
    published.with_name("hanoi.duckdb.wal").write_bytes(b"stale")
    remove_leftovers(tmp_path)
    assert remove_stale_wal(published)
    assert list(tmp_path.iterdir()) == []
