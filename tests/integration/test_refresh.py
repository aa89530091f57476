"""The real job from files to answers in SQL: the first refresh, and what a second one does and does not do."""

import os
from pathlib import Path

import polars as pl
import pytest

from tests.support.project import Project, article, assert_success, metadata, new_project

RAW = Path(__file__).resolve().parents[2] / "raw"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path)


def budget_revenues(project: Project) -> list[tuple[str, float]]:
    return project.query(
        "select file_name, value from marts.fct_observation join marts.dim_document using (document_id) "
        "where indicator_id = 'state_budget_revenue' order by all"
    )


def test_the_five_articles_become_a_warehouse_that_answers(project: Project) -> None:
    for path in RAW.glob("*.txt"):
        project.write(path.name, path.read_bytes())
    result = project.refresh()
    assert_success(result)
    (counts,) = project.query(
        "select (select count(*) from marts.dim_document), (select count(*) from marts.dim_district), "
        "(select count(distinct district_id) from marts.fct_observation), count(*) "
        "from marts.fct_observation join marts.dim_document using (document_id) "
        "where substr(text, char_start + 1, char_end - char_start) = value_text and contains(text, sentence)"
    )
    n_documents, n_districts, n_reported, n_evident = counts
    assert (n_documents, n_districts) == (5, 30)
    assert n_reported >= 3
    assert project.query("select count(*) from marts.fct_observation") == [(n_evident,)]
    assert metadata(result, "observation")["rows"] == n_evident
    assert project.query("select count(*) from marts.district_year") == [(150,)]


def test_nothing_new_reads_nothing_and_publishes_nothing(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.refresh()
    published = project.database.stat()
    (project.raw_dir / "a.txt").chmod(0o000)
    result = project.refresh()
    (project.raw_dir / "a.txt").chmod(0o644)
    assert result.success
    assert metadata(result, "file_listing")["unchanged"] == 1
    assert not metadata(result, "source_file")
    assert project.database.stat().st_ino == published.st_ino


def test_a_touched_file_is_read_and_publishes_nothing(project: Project) -> None:
    path = project.write("a.txt", article("5.606"))
    project.refresh()
    before = project.versions()
    os.utime(path, ns=(1, 1))
    result = project.refresh()
    assert metadata(result, "file_listing")["changed"] == 1
    assert project.versions() == before
    assert metadata(project.refresh(), "file_listing")["unchanged"] == 1


def test_a_changed_file_replaces_its_observations_and_a_removed_one_takes_them_away(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.write("b.txt", article("7.110", "quận Hà Đông"))
    assert_success(project.refresh())
    assert budget_revenues(project) == [("a.txt", 5606.0), ("b.txt", 7110.0)]
    project.write("a.txt", article("5.606,5"))
    assert_success(project.refresh())
    assert budget_revenues(project) == [("a.txt", 5606.5), ("b.txt", 7110.0)]
    (project.raw_dir / "a.txt").unlink()
    assert_success(project.refresh())
    assert budget_revenues(project) == [("b.txt", 7110.0)]
    assert len(project.versions()) == 3


def test_one_new_article_is_one_small_segment_beside_the_old_one(project: Project) -> None:
    for number in range(20):
        project.write(f"{number:02}.txt", article(f"{number + 1}.000"))
    project.refresh()
    before = {path.name: path.stat().st_mtime_ns for path in (project.lake_dir / "document").iterdir()}
    project.write("new.txt", article("9.999", "huyện Đông Anh"))
    result = project.refresh()
    assert metadata(result, "file_listing")["added"] == 1
    after = {path.name: path.stat().st_mtime_ns for path in (project.lake_dir / "document").iterdir()}
    (new,) = after.keys() - before.keys()
    assert {name: after[name] for name in before} == before
    assert pl.read_parquet(project.lake_dir / "document" / new)["file_name"].to_list() == ["new.txt"]


def test_two_copies_are_one_document_and_both_files_are_known(project: Project) -> None:
    project.write("b.txt", article("5.606"))
    project.refresh()
    project.write("a.txt", article("5.606"))
    project.refresh()
    assert budget_revenues(project) == [("a.txt", 5606.0)]
    assert project.query("select file_name from marts.document_file order by 1") == [("a.txt",), ("b.txt",)]
    (project.raw_dir / "a.txt").unlink()
    project.refresh()
    assert budget_revenues(project) == [("b.txt", 5606.0)]


def test_chosen_documents_are_extracted_again_and_the_rest_is_not(project: Project) -> None:
    project.write("2023/a.txt", article("5.606"))
    project.write("b.txt", article("7.110", "quận Hà Đông"))
    project.refresh()
    result = project.refresh(reread=("2023/*",))
    listing = metadata(result, "file_listing")
    assert (listing["requested"], listing["unchanged"]) == (1, 1)
    assert len(project.versions()) == 1


def test_a_version_can_be_asked_for_although_nothing_changed(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.refresh()
    assert project.refresh(rebuild=True).success
    assert len(project.versions()) == 2


def test_rollback_brings_the_last_version_back_and_lasts_until_there_is_news(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.refresh()
    project.write("a.txt", article("5.999"))
    project.refresh()
    assert project.command("rollback").returncode == 0
    assert budget_revenues(project) == [("a.txt", 5606.0)]
    project.refresh()
    assert budget_revenues(project) == [("a.txt", 5606.0)]
    project.write("b.txt", article("7.110", "quận Hà Đông"))
    project.refresh()
    assert budget_revenues(project) == [("a.txt", 5999.0), ("b.txt", 7110.0)]


def test_the_command_says_what_it_read_skipped_rejected_extracted_and_published(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.write("empty.txt", "")
    done = project.command("refresh")
    assert done.returncode == 0, done.stdout + done.stderr
    said = dict(line.split(maxsplit=1) for line in done.stdout.splitlines() if line.startswith(" "))
    assert said["read"] == "2 files (0 removed)"
    assert said["rejected"] == "1 files"
    assert said["extracted"].startswith("1 observations")
    assert said["published"].startswith(str(project.database))
