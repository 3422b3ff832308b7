"""The tree of themes, which the retailer may change in themes.yml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

THEMES_FILE = Path(__file__).parent / "themes.yml"
OTHER = "other"


class ThemesError(ValueError):
    """The tree of themes cannot be used; the message names the file, the place and the remedy."""


@dataclass(frozen=True)
class Theme:
    """A theme: its id, its name by language, and the pattern of its cue words (None where it has none)."""

    id: str
    name: Mapping[str, str]
    cues: re.Pattern[str] | None

    def hits(self, text: str) -> int:
        """How many cue words of this theme stand in the text."""
        return sum(1 for _ in self.cues.finditer(text)) if self.cues else 0


@lru_cache(maxsize=4)
def load_themes(file: Path = THEMES_FILE) -> tuple[Theme, ...]:
    """The themes of a file, in its order.

    Raises:
        ThemesError: the file is not readable YAML, a theme lacks its id or a name, an id stands twice, or `other` is
            missing.
    """
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))["themes"]
        themes = tuple(_theme(entry) for entry in entries)
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise ThemesError(f"{file}: {error!r}; write a list `themes` whose entries have id, name and cues.") from error
    _check(themes, file)
    return themes


def _check(themes: tuple[Theme, ...], file: Path) -> None:
    ids = [theme.id for theme in themes]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise ThemesError(f"{file}: the theme '{twice[0]}' stands twice; give each theme an id of its own.")
    if OTHER not in ids:
        raise ThemesError(f"{file}: the theme '{OTHER}' is missing; add it for what fits no theme.")


def _theme(entry: Mapping[str, object]) -> Theme:
    name, cues = entry["name"], entry.get("cues") or {}
    if not isinstance(name, Mapping) or not isinstance(cues, Mapping):
        raise TypeError(f"theme {entry['id']}: name and cues each need a word by language")
    english = [_english(str(cue)) for cue in cues.get("en", ())]
    chinese = [re.escape(str(cue)) for cue in sorted(cues.get("zh-Hant", ()), key=len, reverse=True)]
    choices = english + chinese
    return Theme(str(entry["id"]), dict(name), re.compile("|".join(choices), re.IGNORECASE) if choices else None)


def _english(cue: str) -> str:
    stem = re.escape(cue.removesuffix("*")).replace(r"\ ", r"\s+")
    return rf"(?<![a-z]){stem}[a-z]*(?![a-z])" if cue.endswith("*") else rf"(?<![a-z]){stem}(?![a-z])"
