"""Raw files to observations: throughput, memory, growth with size, share of each step, accuracy.

    python -m tests.benchmarks.bench_extraction [ARTICLES ...]        default: 1000 10000

Generated articles are read and extracted in batches on two threads, in a process of its own so that the peak memory is
theirs. Beside it, over the same bytes: ripgrep counting the same lexicon and the same numbers, and the quantity step
written as a plain loop over documents with `re`. The exit code says whether the promises were kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.generate import generate
from tests.benchmarks.references import naive_quantities, ripgrep_seconds
from tests.benchmarks.step_times import step_shares

DEFAULT_SIZES = (1_000, 10_000)
ARTICLES_FOR_STEPS = 2_000
MIN_MB_PER_SECOND = 20
MAX_TIMES_RIPGREP = 15
MAX_GIGABYTES = 2
MIN_GROWTH = 0.8  # documents per second at the largest size against those at 10,000


@dataclass(frozen=True)
class Measured:
    """What one size gave."""

    articles: int
    megabytes: float
    seconds: float
    gigabytes: float
    observations: int
    figures: dict[str, float]  # of scoring

    @property
    def documents_per_second(self) -> float:
        return self.articles / self.seconds

    @property
    def megabytes_per_second(self) -> float:
        return self.megabytes / self.seconds


def measure(folder: Path, articles: int, threads: int) -> Measured:
    """Run the extraction over `folder` in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.extraction_run", str(folder), str(threads)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Measured(articles=articles, **json.loads(done.stdout))


def bench(articles: int) -> tuple[Measured, float | None]:
    """Print everything about one size. Returns what was measured, and the times of ripgrep's time if there is one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = time.perf_counter()
        labels = generate(folder / "raw", articles)
        labels.facts.write_parquet(folder / "facts.parquet")
        labels.documents.write_parquet(folder / "documents.parquet")
        spent = time.perf_counter() - started
        print(f"\n{articles:,} articles, {labels.facts.height:,} facts, generated in {spent:.1f} s")
        one, two = (measure(folder, articles, threads) for threads in (1, 2))
        for threads, run in ((1, one), (2, two)):
            print(
                f"  {threads} batch{'es' if threads > 1 else ''} at a time: {run.seconds:7.2f} s  "
                f"{run.megabytes_per_second:5.1f} MB/s  {run.documents_per_second:7,.0f} documents/s  "
                f"peak {run.gigabytes:.2f} GB  {run.observations:,} observations"
            )
        figures = "  ".join(f"{name} {value:.4f}" for name, value in two.figures.items())
        print(f"  accuracy: {figures}")
        times = _beside(folder / "raw", min(one.seconds, two.seconds))
        return two if two.seconds < one.seconds else one, times


def _beside(raw: Path, seconds: float) -> float | None:
    """Print the references; returns how many times ripgrep's time the extraction took."""
    times = None
    searched = ripgrep_seconds(raw)
    if searched is None:
        print("  ripgrep is not on the PATH (Debian: apt-get install ripgrep): not compared")
    else:
        times = seconds / sum(searched.values())
        told = ", ".join(f"{what} {spent:.2f} s" for what, spent in searched.items())
        print(f"  ripgrep: {told}; the extraction takes {times:.1f} times as long as both")
    found, megabytes, spent = naive_quantities(raw)
    print(
        f"  quantities as a loop over documents: {megabytes / spent:.1f} MB/s ({found:,} in {megabytes:.1f} MB)"
    )
    return times


def print_steps() -> None:
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), ARTICLES_FOR_STEPS)
        total, shares = step_shares(Path(name))
    print(
        f"\nshare of each step, one batch of {ARTICLES_FOR_STEPS:,} articles alone, {total:.2f} processor seconds"
    )
    for step, seconds in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"  {step:28} {seconds / total:6.1%}  {seconds * 1000:7.1f} ms")


def main(sizes: list[int]) -> int:
    print_steps()
    runs = [bench(articles) for articles in sizes]
    growth = 1.0
    if len(runs) > 1:
        smaller = max((run for run, _ in runs[:-1]), key=lambda run: min(run.articles, 10_000))
        growth = runs[-1][0].documents_per_second / smaller.documents_per_second
        print(f"\ndocuments/s at {runs[-1][0].articles:,} against {smaller.articles:,}: {growth:.0%}")
    last, times = runs[-1]
    kept = {
        f"at least {MIN_MB_PER_SECOND} MB/s": last.megabytes_per_second >= MIN_MB_PER_SECOND,
        f"under {MAX_GIGABYTES} GB": last.gigabytes < MAX_GIGABYTES,
        f"documents/s not below {MIN_GROWTH:.0%}": growth >= MIN_GROWTH,
    }
    if times is not None:
        kept[f"at most {MAX_TIMES_RIPGREP} times ripgrep"] = times <= MAX_TIMES_RIPGREP
    for promise, holds in kept.items():
        print(f"{'kept' if holds else 'NOT KEPT'}: {promise}")
    return 0 if all(kept.values()) else 1


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or list(DEFAULT_SIZES)))
