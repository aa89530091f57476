"""The web UI as an operator uses it, in a real browser: the graph, materialize all, the checks, a schedule stopped.

Needs Chromium (Debian: `apt-get install chromium`) and is skipped without it. With SCREENSHOTS set to a folder, the
pictures of the documentation are written there.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-quic"]  # fmt: skip
START_SECONDS, RUN_SECONDS = 120, 300

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ui")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """`make ui` on a free loopback port, with an empty DAGSTER_HOME and a warehouse of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "home").mkdir()
    variables = {
        "DAGSTER_HOME": folder / "home",
        "WAREHOUSE_DIR": folder / "warehouse",
        "RAW_DIR": ROOT / "raw",
    }
    log = (folder / "ui.log").open("wb")
    server = subprocess.Popen(
        ["make", "ui", f"PORT={port}"],
        cwd=ROOT,
        env=os.environ | {name: str(path) for name, path in variables.items()},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        yield wait_for(f"http://127.0.0.1:{port}", folder / "ui.log")
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
        log.close()


def wait_for(address: str, log: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            answer = graphql(
                address, "{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"
            )
            if answer["data"]["repositoriesOrError"].get("nodes"):
                return address
        except OSError:
            pass
        time.sleep(1)
    raise AssertionError(f"the UI did not start in {START_SECONDS} s:\n{log.read_text()}")


def graphql(address: str, query: str) -> dict[str, Any]:
    request = urllib.request.Request(
        f"{address}/graphql", json.dumps({"query": query}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        answer: dict[str, Any] = json.load(response)
    return answer


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1600, "height": 1000})
        page.set_default_timeout(60_000)
        yield page
        browser.close()


@pytest.fixture(scope="module")
def elsewhere(page: Page, address: str) -> list[str]:
    """Every request of the page that leaves this machine."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address, address.replace("http", "ws"), "data:", "blob:")):
            asked.append(request.url)

    page.on("request", note)
    return asked


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png")


def runs(address: str) -> list[dict[str, Any]]:
    query = "{ runsOrError { ... on Runs { results { runId status tags { key value } } } } }"
    results: list[dict[str, Any]] = graphql(address, query)["data"]["runsOrError"]["results"]
    return results


def wait_until_runs_end(address: str, at_least: int) -> list[dict[str, Any]]:
    deadline = time.monotonic() + RUN_SECONDS
    while time.monotonic() < deadline:
        known = runs(address)
        if len(known) >= at_least and all(
            run["status"] in {"SUCCESS", "FAILURE", "CANCELED"} for run in known
        ):
            return known
        time.sleep(2)
    raise AssertionError(f"runs still going after {RUN_SECONDS} s: {runs(address)}")


def test_the_sensor_starts_the_first_refresh_and_says_why(address: str) -> None:
    (first, *_) = wait_until_runs_end(address, at_least=1)
    tags = {tag["key"]: tag["value"] for tag in first["tags"]}
    assert first["status"] == "SUCCESS"
    assert tags["refresh/trigger"] == "sensor"
    assert tags["refresh/reason"].startswith("added:")


def test_everything_can_be_materialized_from_the_graph(
    page: Page, address: str, elsewhere: list[str]
) -> None:
    page.goto(f"{address}/asset-groups")
    expect(page.get_by_text("ingestion").first).to_be_visible()
    before = len(runs(address))
    page.get_by_role("button", name="Materialize all").click()
    known = wait_until_runs_end(address, at_least=before + 1)
    assert [run["status"] for run in known] == ["SUCCESS"] * len(known)
    page.goto(f"{address}/asset-groups")
    expect(page.get_by_text("publishing").first).to_be_visible()
    page.wait_for_timeout(3000)
    picture(page, "asset_graph")


def test_an_asset_shows_its_examples_and_its_checks(page: Page, address: str) -> None:
    page.goto(f"{address}/assets/lake/observation")
    expect(page.get_by_text("examples").first).to_be_visible()
    picture(page, "observation")
    page.goto(f"{address}/assets/marts/fct_observation?view=checks")
    expect(page.get_by_text("nothing_vanished").first).to_be_visible()
    picture(page, "checks")


def test_the_published_database_shows_its_coverage_as_a_picture(page: Page, address: str) -> None:
    page.goto(f"{address}/assets/warehouse/published_database")
    shown = page.get_by_text("coverage").first
    expect(shown).to_be_visible()
    page.get_by_text("Show Markdown").first.click()
    image = page.locator("img[alt='Indicators by district and year']")
    expect(image).to_be_visible()
    assert image.evaluate("image => image.naturalWidth") > 0
    page.wait_for_timeout(1000)  # the dialog fades in
    picture(page, "coverage")


def test_the_schedule_can_be_stopped_and_started(page: Page, address: str) -> None:
    selector = (
        '{repositoryName: "__repository__", repositoryLocationName: "hanoi", scheduleName: "daily_refresh"}'
    )
    asked = "... on Schedule { scheduleState { status } }"
    query = f"{{ scheduleOrError(scheduleSelector: {selector}) {{ {asked} }} }}"

    def status() -> str:
        return str(graphql(address, query)["data"]["scheduleOrError"]["scheduleState"]["status"])

    assert status() == "RUNNING"
    page.goto(f"{address}/automation")
    expect(page.get_by_text("daily_refresh")).to_be_visible()
    picture(page, "automation")
    switch = page.locator("a[href$='/schedules/daily_refresh'] ~ div label")
    switch.click()
    wait_for_status(status, "STOPPED")
    switch.click()
    wait_for_status(status, "RUNNING")


def wait_for_status(status: Any, wanted: str) -> None:
    deadline = time.monotonic() + 30
    while status() != wanted:
        assert time.monotonic() < deadline, f"the schedule is {status()}, not {wanted}"
        time.sleep(0.5)


def test_the_pages_asked_nobody_else(elsewhere: list[str]) -> None:
    assert elsewhere == []


def test_the_ui_listens_on_loopback_alone(address: str) -> None:
    port = address.rsplit(":", 1)[1]
    listening = subprocess.run(
        [sys.executable, "-c", LISTENERS, port], capture_output=True, text=True, check=True
    )
    assert listening.stdout.split() in (["127.0.0.1"], [])


LISTENERS = """
import sys
from pathlib import Path

port = f"{int(sys.argv[1]):04X}"
for table in ("/proc/net/tcp", "/proc/net/tcp6"):
    for line in Path(table).read_text().splitlines()[1:] if Path(table).exists() else ():
        local, state = line.split()[1], line.split()[3]
        if state == "0A" and local.endswith(":" + port):
            address = local.split(":")[0]
            print("127.0.0.1" if address == "0100007F" else address)
"""
