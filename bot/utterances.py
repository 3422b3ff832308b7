"""Reads the utterances of data/nlu: Rasa's file format without entities, read fast and strictly."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

Utterances = dict[str, tuple[str, str]]
"""Normal form of an utterance to the utterance and its intent."""

BULLET = "- "


class UtteranceError(ValueError):
    """A file of utterances has a mistake; the message names the file and the remedy."""


def read_utterances(files: Iterable[Path]) -> Utterances:
    """All utterances of the files.

    Args:
        files: YAML files with a section `nlu`, each entry an `intent` with `examples`, one a line after a hyphen.

    Raises:
        UtteranceError: an entry has another shape, or an utterance stands twice, under whichever intents.
    """
    utterances: Utterances = {}
    places: dict[str, str] = {}
    for file in sorted(files):
        for intent, text in _read(file):
            key = normal(text)
            if key in places:
                raise UtteranceError(f"{file.name}: '{text}' under {intent} stands in {places[key]} too; take one out.")
            utterances[key] = (text, intent)
            places[key] = f"{file.name} under {intent}"
    return utterances


def normal(text: str) -> str:
    """What two utterances have in common that differ only in capitals and spaces.

    >>> normal("Not  sure")
    'not sure'
    """
    return " ".join(text.casefold().split())


def _read(file: Path) -> Iterator[tuple[str, str]]:
    for entry in _entries(file):
        if not isinstance(entry, dict) or set(entry) != {"intent", "examples"}:
            raise UtteranceError(f"{file.name}: an entry under nlu must have an intent and examples, and nothing else.")
        for line in entry["examples"].splitlines():
            if not line.startswith(BULLET):
                raise UtteranceError(f"{file.name}: '{line}' under {entry['intent']} must begin with '{BULLET}'.")
            yield entry["intent"], line[len(BULLET) :].strip()


def _entries(file: Path) -> Iterable[Any]:
    try:
        content = yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe
    except yaml.YAMLError as error:
        raise UtteranceError(f"{file.name}: is no YAML ({error}).") from error
    return content.get("nlu") or []


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C where PyYAML was built with it; both read the same."""
