"""Taking an answer: what was meant is stored with its words, and nothing is stored that was not said (I7)."""

from catalogue import Question
from catalogue.models import SEPARATOR
from investigation.decisions import decision
from investigation.interview import WHICH_TO_CHANGE, Interview
from investigation.offers import OFFERS
from investigation.routing import GIVEN
from investigation.visit import Visit, said_in_words
from profiles.records import Answer, Status

DONT_KNOW: Status = "dont_know"
PREFER_NOT: Status = "prefer_not"
SKIPPED: Status = "skipped"
WITHDRAWN: Status = "withdrawn"
"""The fact holds no longer, because another answer was corrected; unlike a skip, it takes the answer back."""
STATUS_OF_CHOICE: dict[str, Status] = {"dont_know": DONT_KNOW, "prefer_not_to_say": PREFER_NOT}
"""Choices that say why there is no answer; they settle a question and are never stored as a fact."""


def give(visit: Visit, question: Question, values: tuple[str, ...]) -> bool:
    """Stores `values` as the answer to `question`.

    Returns:
        Whether it replaced an earlier answer that differs; then that is said, so that nobody is overruled unawares.
    """
    status = next((STATUS_OF_CHOICE[value] for value in values if value in STATUS_OF_CHOICE), GIVEN)
    value = SEPARATOR.join(values) if status == GIVEN else ""
    before = visit.interview.facts.get(question.id)
    _store(visit, question, value, status)
    if question.id in OFFERS:
        granted = values == ("yes",)
        visit.unit.consents.record(decision(visit, visit.customer_id, question.id, granted=granted))
    changed = before is not None and before != value
    if changed:
        drop_unsuitable(visit.interview, visit)
    return changed


def leave_open(visit: Visit, question: Question, status: Status) -> None:
    """Settles `question` without an answer: skipped, not known, or not to be said."""
    _store(visit, question, "", status)


def confirm_change(visit: Visit, question: Question) -> None:
    """Says what an answer has been changed to; then nobody has to be asked which one to change."""
    value = said_in_words(visit, question, visit.interview.facts.get(question.id, ""))
    visit.say("answer_corrected", question=question.report_as[visit.language], value=value)
    if visit.interview.open_slot == WHICH_TO_CHANGE:
        visit.interview.open_slot = None


def drop_unsuitable(interview: Interview, visit: Visit) -> None:
    """Settles again what a corrected answer makes unsuitable, for example a gift buyer's questions (I5)."""
    for id in list(interview.facts):
        question = visit.catalogue.questions.get(id)
        if question is not None and not question.retired and not question.is_asked(interview.facts):
            leave_open(visit, question, WITHDRAWN)


def _store(visit: Visit, question: Question, value: str, status: Status) -> None:
    visit.unit.answers.save(
        Answer(
            customer_id=visit.customer_id,
            question_id=question.id,
            value=value,
            status=status,
            language=visit.language,
            answered_at=visit.turn.at,
            source="chat",
            conversation_id=visit.turn.conversation_id,
            message_id=visit.turn.message_id,
            words=visit.turn.text or None,
        )
    )
    visit.interview.settled[question.id] = status
    if status == GIVEN:
        visit.interview.facts[question.id] = value
    else:
        visit.interview.facts.pop(question.id, None)
