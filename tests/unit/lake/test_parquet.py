"""Single Parquet files: whole or not at all, in plain types, in small row groups."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from dagster_project.lake.parquet import (
    ROW_GROUP_ROWS,
    UnreadableTableError,
    read_table,
    remove_temporary_files,
    write_table,
)
from dagster_project.lake.schemas import FileListing, RefreshLog


def listing(n_rows: int) -> pl.DataFrame:
    rows = [{"path": f"{i}.txt", "size_bytes": i, "modified_ns": i, "change": "added"} for i in range(n_rows)]
    return pl.DataFrame(rows, schema=FileListing.create_empty().schema)


def test_what_is_written_is_read_back_in_its_shape(tmp_path: Path) -> None:
    write_table(tmp_path / "listing.parquet", listing(3))
    assert read_table(tmp_path / "listing.parquet", FileListing).equals(listing(3))


def test_a_missing_file_is_a_table_without_rows(tmp_path: Path) -> None:
    assert read_table(tmp_path / "none.parquet", FileListing).schema == FileListing.create_empty().schema


def test_a_truncated_file_is_named_in_the_error(tmp_path: Path) -> None:
    path = tmp_path / "listing.parquet"
    write_table(path, listing(3))
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(UnreadableTableError, match=r"listing\.parquet"):
        read_table(path, FileListing)


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "listing.parquet"
    write_table(path, listing(1))

    def full_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_table(path, listing(2))
    assert [file.name for file in tmp_path.iterdir()] == ["listing.parquet"]
    assert read_table(path, FileListing).height == 1


def test_what_a_killed_writer_left_is_swept_up(tmp_path: Path) -> None:
    (tmp_path / "document").mkdir()
    (tmp_path / "document" / ".tmp-0123").write_bytes(b"half a file")
    write_table(tmp_path / "document" / "a.parquet", listing(1))
    assert remove_temporary_files(tmp_path) == 1
    assert [file.name for file in (tmp_path / "document").iterdir()] == ["a.parquet"]


def test_duckdb_reads_plain_types(tmp_path: Path) -> None:
    write_table(tmp_path / "listing.parquet", listing(1))
    write_table(tmp_path / "log.parquet", RefreshLog.create_empty())
    types = {
        name: kind
        for file in ("listing", "log")
        for name, kind, *_ in duckdb.sql(f"describe from '{tmp_path}/{file}.parquet'").fetchall()
    }
    assert types["change"] == "VARCHAR"
    assert types["started_at"] == "TIMESTAMP WITH TIME ZONE"


def test_row_groups_are_small_enough_to_stream(tmp_path: Path) -> None:
    write_table(tmp_path / "listing.parquet", listing(ROW_GROUP_ROWS * 2 + 1))
    groups = duckdb.sql(
        f"select count(distinct row_group_id) from parquet_metadata('{tmp_path}/listing.parquet')"
    ).fetchall()
    assert groups == [(3,)]
