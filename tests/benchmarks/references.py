"""What the extraction's speed is held against: ripgrep over the same bytes, and the plain way to write it.

Here: the references and their timing. Not here: the extraction itself (`extraction_run`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from dagster_project.extraction import load_vocabulary
from dagster_project.extraction.mentions.numbers import NUMBER
from dagster_project.settings import SEEDS_DIR

DOCUMENTS_IN_A_LOOP = 1_000


def ripgrep_seconds(raw: Path) -> dict[str, float] | None:
    """Seconds to count every match of the lexicon and of the numbers below `raw`; None without ripgrep.

    Every match is counted, as the extraction needs every one; the files are in the page cache.
    """
    if shutil.which("rg") is None:
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as lexicon:
        lexicon.write("\n".join(load_vocabulary(SEEDS_DIR).patterns))
        lexicon.flush()
        searches = {"lexicon": ["-i", "-F", "-f", lexicon.name], "numbers": ["-e", NUMBER]}
        return {
            what: _timed(["rg", "--count-matches", "--no-filename", *how, str(raw)])
            for what, how in searches.items()
        }


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def naive_quantities(raw: Path) -> tuple[int, float, float]:
    """(quantities, megabytes, seconds) of numbers with their units, document by document, as first written."""
    units = load_vocabulary(SEEDS_DIR).units
    factors = dict(units.select("written", "factor").iter_rows())
    alternatives = "|".join(re.escape(written) for written in sorted(factors, key=len, reverse=True))
    quantity = re.compile(rf"({NUMBER}) ?({alternatives})?(?![a-zà-ỹđ0-9])")
    started = time.perf_counter()
    found: list[tuple[str, int, int, float]] = []
    read = 0
    for path in sorted(raw.rglob("*.txt"))[:DOCUMENTS_IN_A_LOOP]:
        text = path.read_text(encoding="utf-8")
        read += len(text.encode())
        for match in quantity.finditer(text.lower()):
            digits, unit = match.groups()
            plain = re.sub(r"[.](?=[0-9]{3}(?![0-9]))| ", "", digits).replace(",", ".")
            try:
                value = float(plain) * factors.get(unit, 1.0)
            except ValueError:  # a date
                continue
            found.append((path.name, *match.span(), value))
    return len(found), read / 1e6, time.perf_counter() - started
