"""The offer of a few likeliest answers: it stands until one is picked or none is right, whatever comes in between."""

from dataclasses import replace

from catalogue import LANGUAGES, Choice, Question
from investigation.interview import CLOSEST, NONE_OF_THESE
from investigation.step import Saying
from investigation.understanding import answer_to
from investigation.visit import Visit, label_of
from reading.values import Reading, Status

WANT_THE_QUESTION = frozenset({"repeat_question", "switch_to_english", "switch_to_chinese"})
"""Intents of somebody who has lost the question, or could not read it: the offer alone would not tell it."""


def offer(visit: Visit, question: Question, values: tuple[str, ...]) -> None:
    """Asks which of a few answers is meant, by buttons, instead of asking the whole question once more."""
    visit.interview.closest = {question.id: list(values)}


def drop(visit: Visit) -> None:
    """Takes the offer back; where its question is open, that is asked again with all its answers."""
    visit.interview.closest = {}


def answer_in(visit: Visit, question: Question) -> Reading | None:
    """What a message says of the answers on offer: 'the first' is the first of these, not of all answers.

    Args:
        visit: the turn.
        question: the open question.

    Returns:
        None where nothing is on offer, or where the message does not speak of that alone; `is_none` tells a 'no'.
    """
    values = visit.interview.closest.get(question.id)
    if values is None or not question.kind.has_choices:
        return None
    offered = [choice for value in values for choice in question.choices if choice.value == value]
    none = {language: visit.catalogue.say("none_of_these", language) for language in LANGUAGES}
    last = Choice(value=CLOSEST, label=none, says=dict.fromkeys(LANGUAGES, ()), alone=True)
    reading = answer_to(visit, replace(question, choices=(*offered, last)))
    speaks_of_it = not reading.not_understood and (reading.status is Status.NEITHER or reading.values)
    return reading if speaks_of_it else None


def is_none(reading: Reading) -> bool:
    """Whether none of the answers on offer is right."""
    return reading.status is Status.NEITHER or reading.values == (CLOSEST,)


def sayings(visit: Visit) -> list[Saying]:
    """The offer, in place of its question as long as that is open; nothing where none stands.

    Whoever has not just had the question before them, because they come back to it or have lost it, is told it as well.
    """
    for id, values in visit.interview.closest.items():
        question = visit.catalogue.questions.get(id)
        if question is not None and visit.interview.open_slot == id:
            return [*_told(visit, question), _asked(visit, question, values)]
    if visit.open_question() is not None or visit.interview.closest.keys() & visit.interview.settled.keys():
        drop(visit)
    return []


def _told(visit: Visit, question: Question) -> list[Saying]:
    wanted = visit.was_open != question.id or visit.turn.intent().intent in WANT_THE_QUESTION
    return [Saying("closest_question", {"question": question.ask[visit.language]})] if wanted else []


def _asked(visit: Visit, question: Question, values: list[str]) -> Saying:
    choices = tuple((question.id, value, label_of(question, value, visit.language)) for value in values)
    none = (CLOSEST, NONE_OF_THESE, visit.words("none_of_these"))
    return Saying(CLOSEST, choices=(*choices, none), asks=True)
