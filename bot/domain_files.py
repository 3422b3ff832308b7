"""Reads domain.yml and domain/*.yml into one domain and refuses what is declared twice."""

from pathlib import Path
from typing import Any

import rasa.shared.utils.io
from rasa.shared.exceptions import YamlException

Domain = dict[str, Any]
Origins = dict[tuple[str, str], str]

LISTS = ("intents", "entities", "actions", "e2e_actions")
"""Sections of a domain that list names, some with properties."""

MAPPINGS = ("slots", "forms", "responses")
"""Sections of a domain that map names to what they are."""

SETTINGS = ("session_config", "config")
"""Sections of a domain that hold settings, each of which stands in one file."""


class DomainError(ValueError):
    """The files of the domain contradict each other or cannot be read; the message names them and the remedy."""


class DomainParts:
    """A domain put together from parts, each of which has a name for messages, such as its file.

    >>> parts = DomainParts()
    >>> parts.add({"intents": ["greet"]}, "domain/manners.yml")
    >>> parts.add({"intents": ["greet"]}, "domain/other.yml")
    Traceback (most recent call last):
    bot.domain_files.DomainError: domain/other.yml: the intent 'greet' stands in domain/manners.yml too; take one out.
    """

    def __init__(self) -> None:
        """Makes a domain without any part."""
        self.domain: Domain = {"version": "3.1"}
        self._origins: Origins = {}

    def add(self, part: Domain, origin: str) -> None:
        """Adds a part.

        Args:
            part: sections of a domain, as Rasa writes them.
            origin: where the part comes from.

        Raises:
            DomainError: something in it is declared already, or a section is not one of a domain.
        """
        for section, content in part.items():
            if section in LISTS:
                self._add_names(section, content or [], origin)
            elif section in MAPPINGS:
                self._add_entries(section, content or {}, origin)
            elif section in SETTINGS:
                self._claim("section", section, origin)
                self.domain[section] = content
            elif section != "version":
                raise DomainError(f"{origin}: a domain has no section '{section}'; take it out.")

    def _add_names(self, section: str, names: list[Any], origin: str) -> None:
        for name in names:
            self._claim(section[:-1], _name_of(name), origin)
        self.domain.setdefault(section, []).extend(names)

    def _add_entries(self, section: str, entries: dict[str, Any], origin: str) -> None:
        for name in entries:
            self._claim(section[:-1], name, origin)
        self.domain.setdefault(section, {}).update(entries)

    def _claim(self, kind: str, name: str, origin: str) -> None:
        if (kind, name) in self._origins:
            earlier = self._origins[(kind, name)]
            raise DomainError(f"{origin}: the {kind} '{name}' stands in {earlier} too; take one out.")
        self._origins[(kind, name)] = origin


def read_domain_files(domain_path: Path) -> DomainParts:
    """Reads domain.yml and every file of the folder `domain` beside it.

    Args:
        domain_path: domain.yml.

    Raises:
        DomainError: a file is missing, is no YAML, or declares something that another declares.
    """
    parts = DomainParts()
    for path in [domain_path, *sorted((domain_path.parent / "domain").glob("*.yml"))]:
        name = str(path.relative_to(domain_path.parent))
        parts.add(_read(path, name), name)
    return parts


def _read(path: Path, name: str) -> Domain:
    try:
        content = rasa.shared.utils.io.read_yaml_file(path)
    except (YamlException, rasa.shared.utils.io.FileNotFoundException) as error:
        raise DomainError(f"{name}: cannot be read as YAML ({error}).") from error
    if not isinstance(content, dict):
        raise DomainError(f"{name}: is no domain; it must consist of sections such as intents and slots.")
    return content


def _name_of(name: Any) -> str:
    """The name of an entry of a list, which is a text or, with properties, a mapping of one."""
    return str(next(iter(name))) if isinstance(name, dict) else str(name)
