"""The share of each step, measured from outside: the product code holds no timers.

Every function of the corpus and extraction rooms is wrapped by a timer that counts its own time without that of the
functions it calls, wherever its name is bound. Seconds are the processor's, so other work on the machine does not
blur them. Not here: what the steps do.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from dagster_project import corpus, extraction
from tests.benchmarks import extraction_run


def step_shares(raw: Path) -> tuple[float, dict[str, float]]:
    """(processor seconds in all, module to its own) of one batch of all files below `raw`."""
    vocabulary = extraction.load_vocabulary(extraction_run.SEEDS_DIR)
    files = corpus.find_files(raw)
    extraction_run.extract_batch(raw, files.head(50), vocabulary)
    with timed_modules() as spent:
        started = time.process_time()
        extraction_run.extract_batch(raw, files, vocabulary)
        total = time.process_time() - started
    spent["(joining the two, names)"] = total - sum(spent.values())
    return total, dict(spent)


@contextmanager
def timed_modules() -> Iterator[dict[str, float]]:
    """Own seconds of every function of the two rooms by module, while the context is open. For one thread."""
    spent: dict[str, float] = defaultdict(float)
    modules = [*_modules(corpus), *_modules(extraction), extraction_run]
    timers = {
        function: _timer(function, spent)
        for module in modules
        for function in vars(module).values()
        if isinstance(function, FunctionType) and function.__module__.startswith(("dagster_project.",))
    }
    bound = [
        (module, name, value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, FunctionType) and value in timers
    ]
    for module, name, value in bound:
        setattr(module, name, timers[value])
    try:
        yield spent
    finally:
        for module, name, value in bound:
            setattr(module, name, value)


def _modules(package: ModuleType) -> list[ModuleType]:
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [package, *(importlib.import_module(module.name) for module in found)]


_children: list[float] = []


def _timer(function: FunctionType, spent: dict[str, float]) -> Callable[..., Any]:
    step = function.__module__.removeprefix("dagster_project.")

    @functools.wraps(function)
    def timed(*args: Any, **kwargs: Any) -> Any:
        _children.append(0.0)
        started = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            whole = time.process_time() - started
            spent[step] += whole - _children.pop()
            if _children:
                _children[-1] += whole

    return timed
