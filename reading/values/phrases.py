"""Finding many phrases at once in folded text: whole words, any plural, any spacing, the longest at each place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[^\s\-'\"a-z0-9]")
_SHORTEST_PLURAL = 4


class Token(NamedTuple):
    """A word of Latin letters or digits, or any other single character, and where it stands in folded text."""

    text: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of folded text; spaces, hyphens and quotes separate tokens and are none.

    >>> [token.text for token in tokens("24-hour 送貨")]
    ['24', 'hour', '送', '貨']
    """
    return [Token(found[0], stem(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def stem(word: str) -> str:
    """A word without the ending of a plural or a possessive.

    >>> stem("deliveries"), stem("prices"), stem("shop's"), stem("loss")
    ('delivery', 'price', 'shop', 'loss')
    """
    word = word.removesuffix("'s")
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


class Match[T](NamedTuple):
    """A phrase found in folded text at `text[start:end]`, and everything that it may mean."""

    start: int
    end: int
    values: tuple[T, ...]


@dataclass(slots=True)
class _Node[T]:
    """The phrases that begin with the same tokens."""

    following: dict[str, "_Node[T]"] = field(default_factory=dict)
    values: tuple[T, ...] = ()


class Phrases[T]:
    """Phrases, each with what it means; a phrase given for two meanings means both."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        self._meanings: dict[str, tuple[T, ...]] = {}
        for phrase, value in phrases:
            self._add(phrase, value)

    def _add(self, phrase: str, value: T) -> None:
        found = tokens(phrase)
        if not found:
            return
        node = self._root
        for token in found:
            node = node.following.setdefault(token.stem, _Node())
        node.values = tuple(dict.fromkeys((*node.values, value)))
        self._meanings[phrase] = node.values

    def pairs(self) -> Iterator[tuple[str, T]]:
        """The phrases as they were given, each with one of its meanings at a time."""
        for phrase, values in self._meanings.items():
            for value in values:
                yield phrase, value

    def find(self, text: str) -> list[Match[T]]:
        """The phrases in folded text from left to right, none overlapping, the longest at each place."""
        return self.find_in(tokens(text))

    def find_in(self, found: list[Token]) -> list[Match[T]]:
        """As `find`, in tokens that are at hand."""
        matches: list[Match[T]] = []
        position = 0
        while position < len(found):
            length, values = self._longest(found, position)
            if values:
                matches.append(Match(found[position].start, found[position + length - 1].end, values))
            position += max(length, 1)
        return matches

    def _longest(self, found: list[Token], position: int) -> tuple[int, tuple[T, ...]]:
        node: _Node[T] | None = self._root
        longest: tuple[int, tuple[T, ...]] = (0, ())
        for end in range(position, len(found)):
            node = node.following.get(found[end].stem) if node else None
            if node is None:
                break
            if node.values:
                longest = (end + 1 - position, node.values)
        return longest
