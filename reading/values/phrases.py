"""Finding many phrases at once in folded text: whole words, any plural, any spacing, the longest at each place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from reading.text import Folded
from reading.tokens import Token, tokens

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """A phrase found in folded text at `text[start:end]`, and everything that it may mean."""

    start: int
    end: int
    values: tuple[T, ...]


@dataclass(slots=True)
class _Node(Generic[T]):
    """The phrases that begin with the same tokens."""

    following: dict[str, "_Node[T]"] = field(default_factory=dict)
    values: tuple[T, ...] = ()


class Phrases(Generic[T]):
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

    def find(self, folded: Folded) -> list[Match[T]]:
        """The phrases in folded text from left to right, none overlapping, the longest at each place."""
        found, first = folded.tokens, self._root.following
        matches: list[Match[T]] = []
        position = 0
        while position < len(found):
            if found[position].stem not in first:
                position += 1
                continue
            length, values = self._longest(found, position)
            if values:
                matches.append(Match(found[position].start, found[position + length - 1].end, values))
            position += max(length, 1)
        return matches

    def holds(self, folded: Folded) -> bool:
        """Whether the whole folded text is one of the phrases."""
        length, values = self._longest(folded.tokens, 0)
        return bool(values) and length == len(folded.tokens)

    def _longest(self, found: tuple[Token, ...], position: int) -> tuple[int, tuple[T, ...]]:
        node: _Node[T] | None = self._root
        longest: tuple[int, tuple[T, ...]] = (0, ())
        for end in range(position, len(found)):
            node = node.following.get(found[end].stem) if node else None
            if node is None:
                break
            if node.values:
                longest = (end + 1 - position, node.values)
        return longest
