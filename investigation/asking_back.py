"""Asking back what was not understood: with the likeliest meanings, or by saying how to answer; never guessing."""

from catalogue import Question
from investigation import closest, free_answers
from investigation.interruptions import CORRECTIONS, HANDLERS, welcome_back
from investigation.understanding import likeliest
from investigation.visit import Visit
from reading.values import Reading, Status

MOST_TRIES = 3
"""So many times in a row a question is explained; then it is left, for nobody should have to fight with it."""


def ask_back(visit: Visit, question: Question | None, reading: Reading | None = None) -> None:
    """Asks back with the likeliest meanings, or says how the question can be answered; never guesses.

    Somebody who comes back with a word of their own is welcomed; the open question comes anyway.
    """
    if visit.is_back:
        welcome_back(visit)
        return
    if question is not None:
        closest.drop(visit)
    visit.interview.misunderstood += 1
    may_be_left = question is not None or visit.interview.open_slot in CORRECTIONS
    if may_be_left and visit.interview.misunderstood > MOST_TRIES:
        visit.interview.misunderstood = 0
        HANDLERS["skip"](visit)
        return
    if question is not None and reading is not None and reading.status is Status.SEVERAL:
        closest.offer(visit, question, reading.candidates)
        return
    meanings = likeliest(visit)
    if meanings is not None and visit.interview.misunderstood == 1:
        visit.say("ask_back", first=meanings[0], second=meanings[1])
    elif question is not None and (nearest := _nearest(visit, question)):
        closest.offer(visit, question, nearest)
    else:
        _how_to_answer(visit, question)


def _nearest(visit: Visit, question: Question) -> tuple[str, ...]:
    """The choices nearest to what was written; none the second time, for then they have not been what was meant."""
    if question.id not in visit.meanings.questions or visit.interview.misunderstood > 1:
        return ()
    meant = free_answers.understand(visit.turn.text, question, visit.meanings)
    return meant.candidates or meant.values


def _how_to_answer(visit: Visit, question: Question | None) -> None:
    """Says in what form an answer would be understood."""
    if question is None:
        visit.say("not_understood_choice")
    elif question.kind.name == "scale":
        visit.say("not_understood_scale", low=str(question.kind.low), high=str(question.kind.high))
    else:
        visit.say(f"not_understood_{question.kind.name}")
