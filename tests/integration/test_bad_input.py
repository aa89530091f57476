"""What cannot be read: a clear error that names it, or a rejected document while the rest goes on."""

import unicodedata
from pathlib import Path

import pytest

from tests.support.project import Project, article, assert_success, errors, metadata, new_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path)


def rejected(project: Project) -> list[tuple[str, str]]:
    return project.query("select file_name, reason from marts.rejected_document order by file_name")


def test_an_empty_folder_is_an_empty_but_whole_warehouse(project: Project) -> None:
    assert_success(project.refresh())
    assert project.query("select count(*) from marts.fct_observation") == [(0,)]
    assert project.query("select count(*) from marts.dim_district") == [(30,)]
    assert project.query("select count(*) from marts.district_year") == [(150,)]


def test_a_missing_folder_is_named_and_the_last_version_stays_up(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.refresh()
    before = project.versions()
    project.raw_dir.rename(project.folder / "elsewhere")
    result = project.refresh()
    assert not result.success
    assert str(project.raw_dir) in errors(result)
    assert project.versions() == before


def test_the_command_names_a_missing_folder(project: Project) -> None:
    project.raw_dir.rmdir()
    failed = project.command("refresh")
    assert failed.returncode == 1
    assert str(project.raw_dir) in failed.stdout + failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr


def test_a_malformed_sources_yml_is_named_with_its_line(project: Project) -> None:
    project.write("a.txt", article("5.606"))
    project.write("sources.yml", "files:\n  a.txt:\n    published_on: hôm qua\n")
    result = project.refresh()
    assert not result.success
    assert f"{project.raw_dir / 'sources.yml'}, line 3" in errors(result)


def test_what_cannot_be_read_is_rejected_with_its_reason_and_the_rest_goes_on(project: Project) -> None:
    project.write("good.txt", article("5.606"))
    project.write("empty.txt", "")
    project.write("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    project.write("broken.txt", article("5.606").encode()[:-30] + b"\xc3\x28")
    result = project.refresh()
    assert_success(result)
    assert [name for name, _ in rejected(project)] == ["broken.txt", "empty.txt", "picture.txt"]
    assert dict(rejected(project))["empty.txt"] == "empty"
    assert project.query("select file_name from marts.dim_document") == [("good.txt",)]
    assert metadata(result, "source_file")["rejected"] == 3


def test_a_line_of_fifty_megabytes_is_rejected_unread(project: Project) -> None:
    project.write("long.txt", "Thu ngân sách " * 3_500_000)
    project.write("good.txt", article("5.606"))
    assert_success(project.refresh())
    assert rejected(project) == [("long.txt", "too_large")]
    assert project.query("select file_name from marts.dim_document") == [("good.txt",)]


def test_a_file_over_the_limit_is_read_once_the_limit_is_raised(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("long.txt", article("5.606") + "Hội nghị bế mạc trong ngày. " * 4_000)
    monkeypatch.setenv("MAX_FILE_MB", "0.1")
    assert_success(project.refresh())
    assert rejected(project) == [("long.txt", "too_large")]
    monkeypatch.setenv("MAX_FILE_MB", "1")
    result = project.refresh()
    assert_success(result)
    assert rejected(project) == []


def test_decomposed_letters_and_crlf_lines_say_the_same(project: Project) -> None:
    project.write("nfd.txt", unicodedata.normalize("NFD", article("5.606")))
    project.write("crlf.txt", article("7.110", "quận Hà Đông").replace("\n", "\r\n"))
    assert_success(project.refresh())
    assert project.query("select district_id, value from marts.fct_observation order by 1") == [
        ("ha-dong", 7110.0),
        ("thanh-xuan", 5606.0),
    ]


def test_an_article_without_a_fact_is_a_document_with_no_observation(project: Project) -> None:
    project.write("match.txt", "Đội bóng thắng 3-1\n\nTrận đấu tối qua kết thúc với tỷ số 3-1.\n")
    assert_success(project.refresh())
    assert project.query("select count(*) from marts.dim_document") == [(1,)]
    assert project.query("select count(*) from marts.fct_observation") == [(0,)]
