"""The phrases by which the choices of a question are known."""

import re
from collections.abc import Iterator

from catalogue import LANGUAGES, Choice, Language, Question
from reading.text import fold, pattern
from reading.values import districts
from reading.values.cues import HEDGE
from reading.values.per_question import per_question
from reading.values.phrases import Match, Phrases
from reading.values.typos import Similar
from reading.values.vocabulary import SAID_FOR

_HAN = re.compile(r"[\u4e00-\u9fff]")
_MAY_FOLLOW = frozenset("呀啊啦喇囉咯嘅的架晒左過啲又同和及都就囖喎呢吖d")
_MAY_PRECEDE = frozenset("係好最夠要又幾都同和及太真個揀選寧為,")
_DETERMINER = re.compile(r"^(?:(?:in|on|at|by|for|to) )?(?:my|our|the|an?) ")
_IDIOMS = pattern(
    r"\b(?:let|tell|give|ask|excuse|remind|show) me\b|\bno (?:doubt|matter)\b|\bin the end\b|"
    r"\bof course\b|\bno (?:idea|clue)\b|\bwhy me\b"
)
_ASKED_BACK = pattern(r"^(?:嗎|咩|未|點)[?？!\s]*$")
"""Behind a phrase at the end of an answer it asks instead of answering: '可以嗎'."""


@per_question
def phrases_of(question: Question, language: Language) -> Phrases[str]:
    """The phrases of a question's choices.

    A phrase that stands for one choice in one language and for another in the other means the conversation's.
    """
    return Phrases(_pairs(question, language))


@per_question
def similar_to(question: Question, language: Language) -> Similar:
    """The same phrases, for answers that misspell them or give only a part of one."""
    return Similar(phrases_of(question, language).pairs())


def stands_for_itself(text: str, match: Match[str]) -> bool:
    """Whether a phrase found in folded text is more than a piece of another word ('平' of '平時', 'me' of 'let me')."""
    for expression in (_IDIOMS, HEDGE):
        if any(_lies_within(match, found) for found in expression.finditer(text)):
            return False
    if _is_asked_back(text, match):
        return False
    if match.end - match.start > 1 or not _HAN.match(text, match.start):
        return True
    before, after = text[match.start - 1 : match.start] if match.start else "", text[match.end : match.end + 1]
    return (not _HAN.match(after) or after in _MAY_FOLLOW) and (not _HAN.match(before) or before in _MAY_PRECEDE)


def _is_asked_back(text: str, match: Match[str]) -> bool:
    """'可以嗎' and '要唔要', which ask."""
    start, is_phrase = match.start, _HAN.match(text, match.start)
    one_or_other = text[start] in "唔不" and start and text[start - 1 : start] == text[start + 1 : start + 2]
    return bool(is_phrase and (_ASKED_BACK.match(text[match.end :]) or one_or_other))


def _lies_within(match: Match[str], found: re.Match[str]) -> bool:
    """Whether a phrase is a part of a longer expression, such as 'sure' of 'not sure'."""
    start, end = found.span()
    return start <= match.start and match.end <= end and match.end - match.start < end - start


@per_question
def is_about_districts(question: Question) -> bool:
    """Whether the question's choices are Hong Kong's districts: more than half of them are known as such."""
    known = sum(choice.value in districts.DISTRICTS for choice in question.choices)
    return known > len(question.choices) / 2


def _pairs(question: Question, language: Language) -> Iterator[tuple[str, str]]:
    own = {phrase for choice in question.choices for phrase in _known_by(choice, language)}
    for choice in question.choices:
        yield from ((phrase, choice.value) for phrase in _known_by(choice, language))
        for other in LANGUAGES:
            yield from ((phrase, choice.value) for phrase in _known_by(choice, other) if phrase not in own)
    if is_about_districts(question):
        yield from _places(question, own)


def _places(question: Question, own: set[str]) -> Iterator[tuple[str, str]]:
    values = {choice.value for choice in question.choices}
    for name, meant in districts.NAMES.items():
        yield from ((name, district) for district in meant if district in values and name not in own)


def _known_by(choice: Choice, language: Language) -> Iterator[str]:
    """A choice's label, with and without what stands in brackets, and what people say for it, folded."""
    whole = fold(choice.label[language]).text
    yield whole
    yield _DETERMINER.sub("", whole)
    if "(" in whole:
        yield re.sub(r"\([^)]*\)", " ", whole)
    yield from (fold(words).text for words in choice.says.get(language, ()))
    yield from SAID_FOR.get(choice.value, ())
