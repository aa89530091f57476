"""What is known of the files beforehand: raw/sources.yml.

Here: reading it, and clear errors with the line. Not here: what the articles say of themselves (`attribution`,
`events`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import yaml

TEXT_FIELDS = ("publisher", "url", "obtained", "licence")
DATE_FIELDS = ("published_on", "event_on")
SOURCES_SCHEMA = pl.Schema(
    {"path": pl.String()}
    | {field: pl.String() for field in TEXT_FIELDS}
    | {field: pl.Date() for field in DATE_FIELDS}
)


class SourcesError(Exception):
    """sources.yml cannot be understood; the message names the file, the line and the reason."""


@dataclass(frozen=True)
class Sources:
    """One row of `entries` for each file described: path (relative to RAW_DIR), publisher, url, obtained, licence,
    published_on, event_on. All but the path may be null."""

    entries: pl.DataFrame

    def warnings(self, files: pl.DataFrame) -> list[str]:
        """A sentence for each entry whose file is not among `files` (with a column `path`)."""
        absent = self.entries.join(files.select("path"), on="path", how="anti").sort("path")["path"]
        return [f"sources.yml describes {path}, which is not there" for path in absent]


NO_SOURCES = Sources(SOURCES_SCHEMA.to_frame())


def load_sources(path: Path) -> Sources:
    """The entries of sources.yml. A file that does not exist is one without entries."""
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return NO_SOURCES
    except (OSError, UnicodeDecodeError) as error:
        raise SourcesError(f"{path}: cannot be read: {error}") from error
    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SourcesError(
            f"{path}, line {mark.line + 1 if mark else 1}: {error.problem or error}"
        ) from error
    except yaml.YAMLError as error:
        raise SourcesError(f"{path}: {error}") from error
    rows = [_entry(path, name, node) for name, node in _files(path, root)]
    return Sources(pl.DataFrame(rows, schema=SOURCES_SCHEMA, orient="row"))


def _files(path: Path, root: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """(file name, its description) for each entry below the one key `files`."""
    if root is None:
        return
    seen: set[str] = set()
    for section, files in _items(path, root, "the file"):
        if section.value != "files":
            raise _error(path, section, f"unknown key '{section.value}'; the only one here is 'files'")
        if _is_null(files):
            continue
        for name, node in _items(path, files, "'files'"):
            if name.value in seen:
                raise _error(path, name, f"a second entry for {name.value}")
            seen.add(name.value)
            yield name.value, node


def _entry(path: Path, name: str, node: yaml.Node) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(SOURCES_SCHEMA.names()) | {"path": name}
    if _is_null(node):
        return row
    for key, value in _items(path, node, f"the entry of {name}"):
        if key.value not in TEXT_FIELDS + DATE_FIELDS:
            known = ", ".join(TEXT_FIELDS + DATE_FIELDS)
            raise _error(path, key, f"unknown field '{key.value}' of {name}; known are {known}")
        if not isinstance(value, yaml.ScalarNode):
            raise _error(path, value, f"'{key.value}' of {name} must be a single value")
        if not _is_null(value):
            row[key.value] = _date(path, key.value, name, value) if key.value in DATE_FIELDS else value.value
    return row


def _items(path: Path, node: yaml.Node, what: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, f"{what} must be a mapping of names to values")
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _error(path, key, f"a name in {what} must be a single value")
        yield key, value


def _date(path: Path, field: str, name: str, node: yaml.ScalarNode) -> dt.date:
    try:
        return dt.date.fromisoformat(node.value)
    except ValueError as error:
        reason = f"'{field}' of {name} is no date of the form YYYY-MM-DD: '{node.value}'"
        raise _error(path, node, reason) from error


def _is_null(node: yaml.Node) -> bool:
    return node.tag == "tag:yaml.org,2002:null"


def _error(path: Path, node: yaml.Node, reason: str) -> SourcesError:
    return SourcesError(f"{path}, line {node.start_mark.line + 1}: {reason}")
