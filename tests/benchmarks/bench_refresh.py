"""How long a refresh takes: everything new, nothing new, one article new; and the start beside a bare `dbt build`.

    python -m tests.benchmarks.bench_refresh [articles ...]     (default: 1000 10000 100000)

Every refresh is `make refresh`'s own command in a process of its own, so imports and process start are in the figures.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dagster_project.building.dbt import environment_of
from dagster_project.settings import DBT_DIR
from tests.support.project import Project, article, new_project

DISTRICTS = (
    "quận Thanh Xuân",
    "quận Hà Đông",
    "huyện Đông Anh",
    "huyện Sóc Sơn",
    "quận Tây Hồ",
    "thị xã Sơn Tây",
)
FILLER = (
    "Phát biểu tại hội nghị, lãnh đạo địa phương đề nghị các phòng, ban, ngành tiếp tục nâng cao chất lượng phục vụ "
    "người dân và doanh nghiệp, giữ vững an ninh chính trị, trật tự an toàn xã hội trên địa bàn.\n\n"
)


def write_articles(project: Project, count: int) -> None:
    """`count` different articles of about 4 KB, a thousand to a folder."""
    for number in range(count):
        text = article(
            f"{number % 9 + 1}.{number % 1000:03},{number // 1000:03}", DISTRICTS[number % len(DISTRICTS)]
        )
        project.write(f"{number // 1000:03}/{number:06}.txt", text + FILLER * 13)


def refresh_seconds(project: Project) -> float:
    started = time.perf_counter()
    done = project.command("refresh")
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return seconds


def measure_size(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = new_project(Path(folder))
        write_articles(project, count)
        full = refresh_seconds(project)
        unchanged = refresh_seconds(project)
        project.write("new.txt", article("1.234", "huyện Ba Vì"))
        one_new = refresh_seconds(project)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000
        print(f"{count:>9,} {full:>10.1f} {unchanged:>12.1f} {one_new:>10.1f} {peak:>10,.0f}", flush=True)


def measure_start() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = new_project(Path(folder))
        for number, district in enumerate(DISTRICTS[:5]):
            project.write(f"{number}.txt", article(f"{number + 1}.000", district))
        refresh_seconds(project)
        project.write("0.txt", article("9.000"))
        refresh = refresh_seconds(project)
        started = time.perf_counter()
        command = [
            str(Path(sys.executable).parent / "dbt"),
            "build",
            "--quiet",
            "--exclude-resource-type",
            "unit_test",
        ]
        folders = [f"--project-dir={DBT_DIR}", f"--profiles-dir={DBT_DIR}", f"--target-path={folder}/dbt"]
        environment = os.environ | environment_of(project.settings())
        for _ in range(2):  # the second one has its project parsed, as the refresh has
            started = time.perf_counter()
            subprocess.run([*command, *folders], env=environment, check=True, cwd=folder)
            build = time.perf_counter() - started
        print(
            f"five articles: refresh {refresh:.1f} s, bare dbt build {build:.1f} s, {refresh / build:.1f} times"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    measure_start()
    print(f"{'articles':>9} {'full, s':>10} {'unchanged, s':>12} {'one new, s':>10} {'peak, MB':>10}")
    for count in parser.parse_args().articles:
        measure_size(count)


if __name__ == "__main__":
    main()
