"""Taking an answer and what it brings with it: answers to other questions, needs, a probe."""

from catalogue import Question
from catalogue.models import SEPARATOR
from investigation import answers, found_needs, probing
from investigation.routing import GIVEN
from investigation.understanding import answers_to_others
from investigation.visit import Visit, label_of


def take_others(visit: Visit, question: Question | None) -> bool:
    """Takes the answers that the message gives to other questions; says so where one changes an earlier answer."""
    others = answers_to_others(visit, question)
    for id, reading in others.items():
        other = visit.catalogue.questions[id]
        if answers.give(visit, other, reading.values):
            answers.confirm_change(visit, other)
        elif question is None or visit.interview.open_slot != id:
            visit.say("answer_noted_too", question=other.report_as[visit.language])
    return bool(others)


def take_answer(visit: Visit, question: Question, values: tuple[str, ...]) -> None:
    """Stores an answer, then keeps the needs behind it and follows a cue with a probe."""
    was_open = visit.interview.open_slot == question.id
    visit.interview.misunderstood = 0
    if answers.give(visit, question, values):
        answers.confirm_change(visit, question)
    if visit.interview.settled[question.id] != GIVEN:
        return
    text = label_of(question, SEPARATOR.join(values), visit.language)
    if was_open:
        probing.open_probe(visit, question, probing.cues_in(visit, question, text), text)
    if question.kind.name == "text":
        found_needs.keep_or_wait(visit, question.id, text)


def take_reason(visit: Visit, score: Question, beside: str) -> None:
    """Takes what came with a score, '3, the driver never rings', as the reason that would be asked for next (I3)."""
    reasons = [
        question
        for question in visit.catalogue.asked().values()
        if question.kind.name == "text" and score.id in question.ask_when
    ]
    for reason in reasons:
        is_next = reason.id not in visit.interview.settled and reason.is_asked(visit.interview.facts)
        if is_next and found_needs.tells_why(visit, beside):
            visit.interview.open_slot = reason.id
            take_answer(visit, reason, (visit.turn.text,))
            return
