"""Reading a file of personas: what cannot be used is refused with its line and a remedy, all of it at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import yaml

from analytics.needs.themes import ThemeTree
from catalogue import Catalogue, closest_language
from profiles.records import NeedType
from rehearsal.persona import Behaviour, HeldNeed, Persona
from rehearsal.values import as_stored, as_text

KEYS = ("id", "language", "known", "patience", "facts", "says", "needs", "behaviour")
NEED_KEYS = ("theme", "type", "hint", "told", "strength")
BEHAVIOUR_KEYS = ("vague", "refuse", "interrupts", "edits", "pauses_after", "typos")
TYPES: dict[str, NeedType] = {name: name for name in get_args(NeedType)}
STRENGTHS = ("low", "medium", "high")


class PersonaError(Exception):
    """A file of personas that cannot be used; the message has a line for each mistake."""


@dataclass(frozen=True)
class Personas:
    """The personas of a file, and what in it was left aside because this catalogue does not know it."""

    all: tuple[Persona, ...]
    remarks: tuple[str, ...]


def load_personas(file: Path, catalogue: Catalogue, themes: ThemeTree, today: date) -> Personas:
    """Reads personas from YAML: a list, a mapping each, of which only `id` must be there.

    Args:
        file: where they stand.
        catalogue: the questions that their facts answer.
        themes: what needs can be about.
        today: what dates in words count from.

    Raises:
        PersonaError: the file cannot be read, or something in it cannot be used: file, line, value and remedy.
    """
    entries = _entries(file)
    reader = _Reader(file, catalogue, themes, today)
    personas = [reader.persona(line, entry) for line, entry in entries]
    reader.require_unique([(line, persona.id) for (line, _), persona in zip(entries, personas, strict=True)])
    if reader.mistakes:
        raise PersonaError("\n".join(reader.mistakes))
    return Personas(tuple(personas), tuple(reader.remarks))


def _entries(file: Path) -> list[tuple[int, Any]]:
    """Each entry of the list with the line on which it begins."""
    try:
        text = file.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        loaded = yaml.safe_load(text)
    except OSError as error:
        raise PersonaError(f"{file}: {error.strerror}; name a file of personas.") from error
    except UnicodeDecodeError as error:
        raise PersonaError(f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise PersonaError(f"{file}:{line}: {getattr(error, 'problem', error)}; correct the YAML there.") from error
    except ValueError as error:
        raise PersonaError(f"{file}: {error}; write dates as 2026-03-02.") from error
    if not isinstance(node, yaml.SequenceNode) or not loaded:
        raise PersonaError(f"{file}:1: there is no list of personas; begin each with '- id: NAME'.")
    return [(int(entry.start_mark.line) + 1, value) for entry, value in zip(node.value, loaded, strict=True)]


class _Reader:
    """Collects mistakes, which stop the rehearsal, and remarks, which do not."""

    def __init__(self, file: Path, catalogue: Catalogue, themes: ThemeTree, today: date) -> None:
        self._file, self._catalogue, self._themes, self._today = file, catalogue, themes, today
        self._where = ""
        self.mistakes: list[str] = []
        self.remarks: list[str] = []

    def persona(self, line: int, entry: Any) -> Persona:
        self._where = f"{self._file}:{line}"
        if not isinstance(entry, dict) or not entry.get("id"):
            self._refuse("this persona has no id; begin it with '- id: NAME'.")
            return Persona("", "en")
        self._where += f": persona {as_text(entry['id'])}"
        self._know(entry, KEYS, "a persona")
        return Persona(
            id=as_text(entry["id"]),
            language=closest_language(as_text(entry.get("language", "en")), "en"),
            known=bool(entry.get("known", False)),
            patience=self._count(entry, "patience", 40),
            facts=self._values(entry, "facts"),
            says=self._says(entry),
            needs=tuple(self._need(need) for need in self._list(entry, "needs")),
            behaviour=self._behaviour(self._mapping(entry, "behaviour")),
        )

    def require_unique(self, ids: list[tuple[int, str]]) -> None:
        seen: dict[str, int] = {}
        for line, id in ids:
            if id and id in seen:
                self.mistakes.append(f"{self._file}:{line}: persona {id} stands on line {seen[id]} too; rename one.")
            seen.setdefault(id, line)

    def _behaviour(self, entry: dict[str, Any]) -> Behaviour:
        self._know(entry, BEHAVIOUR_KEYS, "behaviour")
        pauses_after = self._count(entry, "pauses_after", 0)
        return Behaviour(
            vague=self._share(entry, "vague"),
            refuse=frozenset(self._known_questions(as_text(id) for id in self._list(entry, "refuse"))),
            interrupts=tuple(as_text(text) for text in self._list(entry, "interrupts") if as_text(text)),
            edits=self._values(entry, "edits"),
            pauses_after=pauses_after or None,
            typos=self._share(entry, "typos"),
        )

    def _need(self, entry: Any) -> HeldNeed:
        if not isinstance(entry, dict):
            self._refuse(f"a need is {entry!r}; write it as {{theme: …, type: …, hint: …, told: …}}.")
            return HeldNeed("", "wish", "", "")
        self._know(entry, NEED_KEYS, "a need")
        hint, told = as_text(entry.get("hint") or ""), as_text(entry.get("told") or "")
        if not hint and not told:
            self._refuse("a need has neither hint nor told; write what the persona says of it.")
        return HeldNeed(self._theme(entry), self._type(entry), hint or told, told or hint, self._strength(entry))

    def _theme(self, entry: dict[str, Any]) -> str:
        written = as_text(entry.get("theme") or "")
        found = theme_named(written, self._themes)
        if found is None:
            self._refuse(f"the theme '{written}' is not known. {_remedy(written, self._themes.ids)}")
        return found or ""

    def _type(self, entry: dict[str, Any]) -> NeedType:
        written = as_text(entry.get("type", "dissatisfaction"))
        if written not in TYPES:
            self._refuse(f"the need's type is '{written}'. {_remedy(written, TYPES)}")
        return TYPES.get(written, "dissatisfaction")

    def _strength(self, entry: dict[str, Any]) -> str:
        written = as_text(entry.get("strength", "medium"))
        if written not in STRENGTHS:
            self._refuse(f"the need's strength is '{written}'. {_remedy(written, STRENGTHS)}")
        return written

    def _says(self, entry: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        said = {
            id: tuple(as_text(text) for text in (texts if isinstance(texts, list) else [texts]))
            for id, texts in self._mapping(entry, "says").items()
        }
        return {id: said[id] for id in self._known_questions(said)}

    def _values(self, entry: dict[str, Any], key: str) -> dict[str, str]:
        written = {as_text(id): value for id, value in self._mapping(entry, key).items()}
        values: dict[str, str] = {}
        for id in self._known_questions(written):
            question = self._catalogue.questions[id]
            value = as_stored(written[id], question, self._today)
            if value is None:
                offered = ", ".join(choice.value for choice in question.choices) or question.kind.name
                self.remarks.append(f"{self._where}: {id} cannot be '{written[id]}' ({offered}); left out.")
            else:
                values[id] = value
        return values

    def _known_questions(self, ids: Collection[str] | Any) -> list[str]:
        known = []
        for id in ids:
            if id in self._catalogue.asked():
                known.append(id)
            else:
                self.remarks.append(
                    f"{self._where}: no question is '{id}'; left out. {_remedy(id, self._catalogue.asked())}"
                )
        return known

    def _mapping(self, entry: dict[str, Any], key: str) -> dict[Any, Any]:
        value = entry.get(key) or {}
        if not isinstance(value, dict):
            self._refuse(f"{key} is {value!r}; write it as {{name: value}}.")
            return {}
        return value

    def _list(self, entry: dict[str, Any], key: str) -> list[Any]:
        value = entry.get(key)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def _count(self, entry: dict[str, Any], key: str, otherwise: int) -> int:
        value = entry.get(key, otherwise)
        if value is None:
            return otherwise
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self._refuse(f"{key} is {value!r}; write a number of messages, such as 18.")
            return otherwise
        return value

    def _share(self, entry: dict[str, Any], key: str) -> float:
        value = entry.get(key, 0.0)
        if not isinstance(value, int | float) or not 0 <= value <= 1:
            self._refuse(f"{key} is {value!r}; write a share from 0 to 1, such as 0.05.")
            return 0.0
        return float(value)

    def _know(self, entry: dict[Any, Any], keys: Collection[str], what: str) -> None:
        for key in entry:
            if key not in keys:
                self.remarks.append(f"{self._where}: '{key}' is no key of {what}; left out. {_remedy(str(key), keys)}")

    def _refuse(self, mistake: str) -> None:
        self.mistakes.append(f"{self._where}: {mistake}")


def theme_named(written: str, themes: ThemeTree) -> str | None:
    """The theme of this id, else the one theme that has this word in its id or among its cue words: 'price'."""
    wanted = written.strip().casefold().replace(" ", "_").replace("-", "_")
    if wanted in themes.ids:
        return wanted
    by_word = [id for id in themes.ids if wanted and (wanted in id.split("_") or wanted.rstrip("s") in id.split("_"))]
    found = by_word or list(themes.hits(wanted.replace("_", " ")))
    return found[0] if len(found) == 1 else None


def _remedy(written: str, known: Collection[str]) -> str:
    close = get_close_matches(written, list(known), 1)
    return f"Did you mean '{close[0]}'?" if close else f"Write one of {', '.join(known)}."
