"""The phrases by which the choices of a question are known."""

import re
from collections.abc import Iterable, Iterator

from catalogue import Choice, Question
from reading.text import fold, pattern
from reading.values import districts
from reading.values.phrases import Match, Phrases

_INDEXES: dict[int, tuple[Question, Phrases[str]]] = {}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MAY_FOLLOW = frozenset("呀啊啦喇囉咯嘅的架晒左過啲又同和及都就囖喎呢吖d")
_MAY_PRECEDE = frozenset("係好最夠要又幾都同和及太真個揀選寧為,")
_IDIOMS = pattern(r"\b(?:let|tell|give|ask|excuse|remind|show) me\b|\bno (?:problem|worries|doubt|matter)\b|\bin the end\b|\bof course\b")


def phrases_of(question: Question) -> Phrases[str]:
    """The phrases of a question's choices, made at their first use and kept for as long as the process lives."""
    kept = _INDEXES.get(id(question))
    if kept is None or kept[0] is not question:
        kept = _INDEXES[id(question)] = (question, Phrases(_pairs(question)))
    return kept[1]


def stands_for_itself(text: str, match: Match[str]) -> bool:
    """Whether a phrase found in folded text is more than a piece of another word ('平' of '平時', 'me' of 'let me')."""
    if any(idiom.start() < match.start < idiom.end() for idiom in _IDIOMS.finditer(text)):
        return False
    if match.end - match.start > 1 or not _HAN.match(text, match.start):
        return True
    before, after = text[match.start - 1 : match.start] if match.start else "", text[match.end : match.end + 1]
    return (not _HAN.match(after) or after in _MAY_FOLLOW) and (not _HAN.match(before) or before in _MAY_PRECEDE)


def is_about_districts(question: Question) -> bool:
    """Whether the question's choices are Hong Kong's districts: more than half of them are known as such."""
    known = sum(choice.value in districts.DISTRICTS for choice in question.choices)
    return known > len(question.choices) / 2


def _pairs(question: Question) -> Iterable[tuple[str, str]]:
    for choice in question.choices:
        yield from ((phrase, choice.value) for phrase in _known_by(choice))
    if is_about_districts(question):
        values = {choice.value for choice in question.choices}
        said = {phrase for choice in question.choices for phrase in _known_by(choice)}
        for name, meant in districts.NAMES.items():
            yield from ((name, district) for district in meant if district in values and name not in said)


def _known_by(choice: Choice) -> Iterator[str]:
    """A choice's labels, with and without what stands in brackets, and what people say for it, folded."""
    for label in choice.label.values():
        whole = fold(label).text
        yield whole
        if "(" in whole:
            yield re.sub(r"\([^)]*\)", " ", whole)
    for said in choice.says.values():
        yield from (fold(words).text for words in said)
