"""Opens the YAML files of a catalogue."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml

from catalogue.errors import Problem
from catalogue.loading.fields import Fields

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""LibYAML's loader is ten times as fast; PyYAML has it on most machines."""


@dataclass(frozen=True)
class File:
    """One file of the catalogue: its name as messages show it, and its top keys."""

    name: str
    fields: Fields


def opened(folder: Path, pattern: str, known: Collection[str], problems: list[Problem]) -> list[File]:
    """The files of `folder` that match `pattern`, by name; one that is no YAML is noted and left out."""
    files = [_opened(path, folder, known, problems) for path in sorted(folder.glob(pattern))]
    return [file for file in files if file]


def _opened(path: Path, folder: Path, known: Collection[str], problems: list[Problem]) -> File | None:
    name = path.relative_to(folder.parent).as_posix()
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except yaml.YAMLError as error:
        problems.append(Problem(name, _line_of_error(error), f"this is no YAML ({_reason(error)}); mend this line."))
        return None
    except UnicodeDecodeError:
        problems.append(Problem(name, 1, "the file is not in UTF-8; save it as UTF-8."))
        return None
    if node is None:
        problems.append(Problem(name, 1, f"the file is empty; write {', '.join(known)}, or remove the file."))
        return None
    return File(name, Fields(node, name, problems, known))


def _line_of_error(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error)


def listed(file: File, key: str, known: Collection[str]) -> list[Fields]:
    """The mappings of the list under `key`, with the keys that each may have; a missing or empty list is noted."""
    if not file.fields.require(key):
        return []
    return [file.fields.inner(node, known) for node in file.fields.items(key)]
