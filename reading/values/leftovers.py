"""The words of an answer that no part of its reading accounts for."""

import re
from collections.abc import Iterable, Iterator

from reading.text import Folded
from reading.values.cues import CORRECTION, FILLER, HEDGE, ONLY_SO
from reading.values.partial import Used

_BETWEEN = re.compile(r"[,.;:!?。、()\[\]\n\"“”「」…/]+|\s-\s")
_MEANING = re.compile(r"[^\W_]")


def not_understood(folded: Folded, used: Used, understood: bool) -> tuple[str, ...]:
    """The words between the stretches that were used, as they were written, without words that carry nothing.

    Args:
        folded: the whole answer.
        used: the stretches of its folded text that were understood, in any order.
        understood: whether anything was; if not, words that carry nothing are all that there is and are given too.
    """
    found: list[str] = []
    for start, end in _gaps(len(folded.text), used):
        for clause_start, clause_end in _clauses(folded.text, start, end):
            clause = folded.text[clause_start:clause_end]
            if _MEANING.search(clause) and not (understood and _carries_nothing(clause)):
                found.append(folded.words(clause_start, clause_end))
    return tuple(words for words in found if words)


def _gaps(length: int, used: Used) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in sorted(used):
        if start > position:
            yield position, start
        position = max(position, end)
    if position < length:
        yield position, length


def _clauses(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    for separator in _BETWEEN.finditer(text, start, end):
        yield start, separator.start()
        start = separator.end()
    yield start, end


def _carries_nothing(words: str) -> bool:
    for expression in (CORRECTION, HEDGE, ONLY_SO, FILLER):
        words = expression.sub(" ", words)
    return not _MEANING.search(words)
