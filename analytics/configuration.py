"""Reads the retailer's own files under `configuration/`; each mistake with its file, line and remedy."""

from pathlib import Path

from catalogue import CatalogueError, Problem
from catalogue.loading.fields import Fields
from catalogue.loading.file import opened
from settings import ROOT

CONFIGURATION_FOLDER = ROOT / "configuration"


class ConfigurationError(CatalogueError):
    """A file under `configuration/` cannot be used; `problems` holds every mistake in it."""


def open_configuration(file: Path, keys: tuple[str, ...], problems: list[Problem]) -> Fields:
    """The top keys of one configuration file.

    Args:
        file: a YAML file.
        keys: the keys that may stand at its top.
        problems: takes the mistakes that are found while the fields are read.

    Raises:
        ConfigurationError: the file is missing, or is no YAML.
    """
    found = opened(file.parent, file.name, keys, problems)
    if not found and not problems:
        problems.append(Problem(name_of(file), 1, "the file is missing; take the one that Askwell came with."))
    refuse(problems)
    return found[0].fields


def name_of(file: Path) -> str:
    """How messages name a file: with its folder.

    >>> name_of(Path("/shop/configuration/segments.yml"))
    'configuration/segments.yml'
    """
    return f"{file.parent.name}/{file.name}"


def refuse(problems: list[Problem]) -> None:
    """Raise the problems if there are any.

    Raises:
        ConfigurationError: there is at least one.
    """
    if problems:
        raise ConfigurationError(problems)


def whole_number(fields: Fields, key: str, lowest: int = 0) -> int:
    """The whole number under `key`, which must be there and be at least `lowest`; `lowest` where it is not."""
    if not fields.require(key):
        return lowest
    number = fields.whole_number(key)
    if number is not None and number < lowest:
        fields.refuse(fields.lines[key], f"{key} is {number}; write {lowest} or more.")
    return lowest if number is None else max(number, lowest)


def decimal_number(fields: Fields, key: str) -> float:
    """The number under `key`, which must be there; 0 where it is none."""
    text = fields.text(key)
    try:
        return float(text or 0)
    except ValueError:
        fields.refuse(fields.lines[key], f"{key} is '{text}'; write a number with a point, such as 0.4.")
        return 0.0
