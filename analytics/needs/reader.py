"""Reads needs from text: the package's one entry."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from analytics.needs.clauses import Clause, clauses, sentences
from analytics.needs.found import CUES, NEED_TYPES, Cue, NeedFound, NeedType, Strength
from analytics.needs.signs import Sign, shown, signs
from analytics.needs.themes import OTHER, Theme, load_themes


class NeedsReader:
    """Finds the needs in what shoppers write, in English, in Chinese as Hong Kong writes it, and in both mixed."""

    def __init__(self, themes: tuple[Theme, ...], known_signs: tuple[Sign, ...]) -> None:
        self._themes = themes
        self._signs = {sign.id: sign for sign in known_signs}

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """A reader with the themes of `folder/themes.yml`, or with the product's own."""
        return cls(load_themes(folder / "themes.yml") if folder else load_themes(), signs())

    def read(self, text: str) -> list[NeedFound]:
        """The needs in a text, in the order of their words; none for a text without."""
        return [
            need
            for sentence in sentences(text)
            for clause in clauses(text, sentence)
            for need in self._in(text, clause)
        ]

    def read_many(self, texts: Iterable[str]) -> list[list[NeedFound]]:
        """The needs in each text, as `read` finds them one by one."""
        return [self.read(text) for text in texts]

    def cues(self, text: str) -> tuple[Cue, ...]:
        """What in a text is worth asking about, in the order of `Cue`; nothing for a blank text."""
        found = {self._signs[sign].cue for sign in shown(text)} | {need.type for need in self.read(text)}
        return tuple(cue for cue in CUES if cue in found)

    def _in(self, text: str, clause: Clause) -> list[NeedFound]:
        words = clause.of(text)
        hits = shown(words)
        need_type = self._type(hits)
        if need_type is None:
            return []
        return [NeedFound(need_type, self._theme(words), (clause.start, clause.end), _strength(hits), explicit=True)]

    def _type(self, hits: frozenset[str]) -> NeedType | None:
        says = Counter(self._signs[hit].says for hit in hits)
        likeliest = max(NEED_TYPES, key=lambda need_type: says[need_type])
        return likeliest if says[likeliest] else None

    def _theme(self, words: str) -> str:
        hits = {theme.id: theme.hits(words) for theme in self._themes}
        likeliest = max(hits, key=lambda theme: hits[theme])
        return likeliest if hits[likeliest] else OTHER


def _strength(hits: frozenset[str]) -> Strength:
    strong = bool(hits & {"intensifier", "zh_intensifier"})
    soft = bool(hits & {"softener", "zh_softener"})
    return "medium" if strong == soft else "high" if strong else "low"
