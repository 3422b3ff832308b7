"""Answers picked from a question's choices: by label, by what people say for it, by place, by exclusion."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from catalogue import Choice, Language, Question
from reading.text import Folded, fold, pattern
from reading.values import districts
from reading.values.partial import NOTHING, Partial, Used, given, several
from reading.values.phrases import Match, Phrases
from reading.values.result import Status

_INDEXES: dict[int, tuple[Question, Phrases[str]]] = {}


def read_choice(folded: Folded, question: Question, language: Language, today: date) -> Partial:
    """Reads an answer to a question with choices."""
    matches = index_of(question).find(folded.text)
    if not matches:
        return NOTHING
    return settle(question, matches)


def settle(question: Question, matches: list[Match[str]]) -> Partial:
    """What the phrases found in an answer come to, given how many values the question takes."""
    used: Used = tuple((match.start, match.end) for match in matches)
    named = {value for match in matches for value in match.values}
    values = tuple(choice.value for choice in question.choices if choice.value in named)
    unsure = any(len(match.values) > 1 for match in matches)
    if len(values) == 1:
        return given(*values, used=used)
    if question.kind.name == "choice" or unsure:
        return several(values, used)
    alone = [value for value in values if question.choice(value).alone]
    return several(values, used) if alone else given(*values, used=used)


def index_of(question: Question) -> Phrases[str]:
    """The phrases of a question's choices, made at their first use and kept for as long as the process lives."""
    kept = _INDEXES.get(id(question))
    if kept is None or kept[0] is not question:
        kept = _INDEXES[id(question)] = (question, Phrases(_all_phrases(question)))
    return kept[1]


def is_about_districts(question: Question) -> bool:
    """Whether the question's choices are Hong Kong's districts: more than half of them are known as such."""
    known = sum(choice.value in districts.DISTRICTS for choice in question.choices)
    return known > len(question.choices) / 2


def phrases_of(choice: Choice) -> Iterator[str]:
    """Everything by which a choice is known, folded: its labels with and without what stands in brackets, and what people say."""
    for label in choice.label.values():
        whole = fold(label).text
        yield whole
        yield re.sub(r"\([^)]*\)", " ", whole)
    for said in choice.says.values():
        yield from (fold(words).text for words in said)


def _all_phrases(question: Question) -> Iterable[tuple[str, str]]:
    for choice in question.choices:
        yield from ((phrase, choice.value) for phrase in phrases_of(choice))
    if is_about_districts(question):
        values = {choice.value for choice in question.choices}
        for name, meant in districts.NAMES.items():
            yield from ((name, district) for district in meant if district in values)
