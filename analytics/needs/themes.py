"""The tree of themes, which the retailer may change in themes.yml."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from analytics.needs.lexicon import Lexicon

THEMES_FILE = Path(__file__).parent / "themes.yml"
OTHER = "other"


class ThemesError(ValueError):
    """The tree of themes cannot be used; the message names the file, the place and the remedy."""


@dataclass(frozen=True)
class Theme:
    """A theme: its id, its name by language, and its cue words in every language."""

    id: str
    name: Mapping[str, str]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True)
class ThemeTree:
    """The themes in their order, and the search for their cue words."""

    themes: tuple[Theme, ...] = field(default=())

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes, in order."""
        return tuple(theme.id for theme in self.themes)

    def name(self, id: str, language: str) -> str:
        """What a theme is called; the id itself for one that the tree has no longer."""
        return next((theme.name[language] for theme in self.themes if theme.id == id), id)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon({theme.id: theme.cues for theme in self.themes})

    def hits(self, text: str) -> Counter[str]:
        """How many cue words of each theme stand in the text; themes without a hit are left out."""
        return Counter(hit.name for hit in self._lexicon.hits(text))


@lru_cache(maxsize=4)
def load_themes(file: Path = THEMES_FILE) -> ThemeTree:
    """The themes of a file.

    Raises:
        ThemesError: the file is not readable YAML, a theme lacks its id or a name, an id stands twice, or `other` is
            missing.
    """
    try:
        entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["themes"]
        themes = tuple(_theme(entry) for entry in entries)
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise ThemesError(f"{file}: {error!r}; write a list `themes` whose entries have id, name and cues.") from error
    _check(themes, file)
    return ThemeTree(themes)


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
    return Theme(str(entry["id"]), dict(name), tuple(str(cue) for words in cues.values() for cue in words))
