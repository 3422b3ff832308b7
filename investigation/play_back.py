"""Playing back what was understood, in parts and in the shopper's own terms, and taking corrections (I7)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from catalogue import Question
from investigation import needs_play_back
from investigation.interview import KNOWN, PLAY_BACK, PLAY_BACK_NEEDS, WHICH_TO_CHANGE
from investigation.step import Saying
from investigation.visit import Visit, said_in_words

SHOPPING, ABOUT_YOU, NEEDS = "shopping", "about_you", "needs"
PERSONAL = ("about_you",)
"""Topics of the catalogue whose answers are played back as what the shopper said of themselves."""
LONGEST_PART = 8
"""So many answers can be read in one go; with more of them, those about the shopper come as a part of their own."""


@dataclass(frozen=True)
class Part:
    """What is confirmed or corrected in one go: its name, the step that plays it back, and its lines."""

    name: str
    step: str
    lines: tuple[str, ...]


def parts(visit: Visit) -> list[Part]:
    """What was understood, part by part: the answers about shopping, those about the shopper, the needs."""
    needs, answered = needs_play_back.open_needs(visit), _answered_questions(visit)
    about = [question for question in answered if question.topic in PERSONAL]
    shopping = [question for question in answered if question not in about]
    if len(answered) <= LONGEST_PART:
        shopping, about = [*shopping, *about], []
    quoted = {need.words for need in needs}
    found = [
        Part(SHOPPING, PLAY_BACK, _lines(visit, shopping, quoted)),
        Part(ABOUT_YOU, PLAY_BACK, _lines(visit, about, quoted)),
        Part(NEEDS, PLAY_BACK_NEEDS, tuple(needs_play_back.line(visit, need) for need in needs)),
    ]
    return [part for part in found if part.lines]


def next_part(visit: Visit) -> Part | None:
    """The part that waits for a yes, if one does."""
    return next((part for part in parts(visit) if part.name not in visit.interview.confirmed_parts), None)


def summary(visit: Visit) -> str:
    """Everything that was understood, a line each."""
    return "\n".join(line for part in parts(visit) for line in part.lines)


def summary_of_next(visit: Visit) -> str:
    """The lines of the part that waits for a yes."""
    part = next_part(visit)
    return "\n".join(part.lines) if part else ""


def confirm(visit: Visit) -> None:
    """The shopper agrees with the part that was played back."""
    part = next_part(visit)
    if part is None:
        return
    if part.name == NEEDS:
        needs_play_back.confirm(visit)
    visit.interview.confirmed_parts.append(part.name)


def which_to_change(visit: Visit) -> Saying:
    """The question what was misunderstood, with a button for each answer."""
    choices = [
        (WHICH_TO_CHANGE, question.id, question.report_as[visit.language]) for question in _answered_questions(visit)
    ]
    return Saying(WHICH_TO_CHANGE, choices=tuple(choices), asks=True)


def change(visit: Visit, question_id: str) -> None:
    """Opens the answer that the shopper wants to change again."""
    visit.interview.settled.pop(question_id, None)
    visit.interview.open_slot = question_id


def _lines(visit: Visit, questions: Iterable[Question], quoted: Collection[str]) -> tuple[str, ...]:
    """A line for each answer, but for words that the needs quote."""
    return tuple(
        visit.words(
            "play_back_line",
            question=question.report_as[visit.language],
            value=said_in_words(visit, question, visit.interview.facts[question.id]),
        )
        for question in questions
        if visit.interview.facts[question.id] not in quoted
    )


def _answered_questions(visit: Visit) -> list[Question]:
    return [
        question
        for id, question in visit.catalogue.questions.items()
        if id in visit.interview.facts and visit.interview.settled.get(id) != KNOWN
    ]
