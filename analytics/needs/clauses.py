"""Sentences and clauses: the stretches of a text that may each hold a need of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analytics.needs.script import CHINESE

_SENTENCE_END = re.compile(
    r"(?<=[!?。！？；;\n…])(?![!?。！？…\s]*$)\s*(?![!?。！？…])|(?<=[a-z)\"'\d]{2}\.)\s+(?=\S)|(?<=\.\.)\s+",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r",?\s+(?=(?:but|though|although|however|except|yet)\b)"
    r"|[,:–—]\s+(?=\S)|\s+[-–—]+\s+"
    r"|\s+(?=(?:because|and then|so that|so i|and the|and i|and you|and they|and it|and no|and nobody|and still)\b)"
    r"|[，,、：:]\s*(?=" + CHINESE.pattern + ")"
    r"|(?=不過|但係|但是|可惜|只是)",
    re.IGNORECASE,
)
_SHORTEST = 2


@dataclass(frozen=True)
class Clause:
    """A stretch of a text, as Python slices count."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this stretch."""
        return text[self.start : self.end]


def sentences(text: str) -> list[Clause]:
    """The sentences of a text, without the blanks around them; none for a blank text.

    >>> [sentence.of("Nice. Too slow!") for sentence in sentences("Nice. Too slow!")]
    ['Nice.', 'Too slow!']
    """
    return list(_pieces(text, 0, len(text), _SENTENCE_END))


def clauses(text: str, sentence: Clause) -> list[Clause]:
    """The clauses of a sentence; the sentence itself where it has one.

    >>> text = "delivery was fast but the driver was rude"
    >>> [clause.of(text) for clause in clauses(text, Clause(0, len(text)))]
    ['delivery was fast', 'but the driver was rude']
    """
    return list(_pieces(text, sentence.start, sentence.end, _CLAUSE_START)) or [sentence]


def _pieces(text: str, start: int, end: int, cut: re.Pattern[str]) -> Iterator[Clause]:
    begins = start
    for match in cut.finditer(text, start, end):
        if _letters(text[begins : match.start()]) >= _SHORTEST and _letters(text[match.end() : end]) >= _SHORTEST:
            yield from _trimmed(text, begins, match.start())
            begins = match.end()
    yield from _trimmed(text, begins, end)


def _letters(piece: str) -> int:
    return sum(character.isalnum() for character in piece)


def _trimmed(text: str, start: int, end: int) -> Iterator[Clause]:
    piece = text[start:end]
    if piece.strip():
        yield Clause(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
