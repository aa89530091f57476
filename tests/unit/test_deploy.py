"""The unit files are what systemd takes for unit files."""

import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = sorted((Path(__file__).resolve().parents[2] / "deploy" / "systemd").glob("*.service"))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_finds_no_fault(unit: Path, tmp_path: Path) -> None:
    here = tmp_path / unit.name
    programs = {word for word in unit.read_text().split() if "/.venv/bin/" in word}
    text = unit.read_text()
    for program in programs:
        text = text.replace(program, f"{program.split('=')[0]}=/bin/true" if "=" in program else "/bin/true")
    here.write_text(text)
    verified = subprocess.run(["systemd-analyze", "verify", str(here)], capture_output=True, text=True)
    assert verified.stderr == ""
    assert verified.returncode == 0
