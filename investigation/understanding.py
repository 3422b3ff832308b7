"""What a message does: answers the open question, answers others, interrupts, or is not understood."""

from catalogue import Question, Wording
from catalogue.models import Kind
from investigation.interruptions import HANDLERS
from investigation.interview import CONSENT
from investigation.turn import Meaning
from investigation.visit import Visit
from reading.values import Reading, find_values, read

TOLD_IN_AN_ANSWER = frozenset(
    {"complaint", "mention_rival", "order_question", "small_talk", "greet", "abuse", "goodbye", "are_you_a_bot"}
)
"""Intents that, as the answer to an open question, are the answer: what went wrong is not a complaint to file."""
LONGEST_INTERRUPTION = 60
"""Characters; a longer text under an open question is its answer, whatever the classifier sees in a part of it."""


def interruption(visit: Visit) -> str | None:
    """The intent of an interruption that the message is; None where it is taken as an answer."""
    meaning = visit.turn.intent()
    if meaning.intent not in HANDLERS:
        return None
    question = visit.open_question()
    free_text = visit.interview.probing is not None or (question is not None and question.kind.name == "text")
    return meaning.intent if not free_text or _interrupts_free_text(visit, meaning) else None


def _interrupts_free_text(visit: Visit, meaning: Meaning) -> bool:
    return (
        meaning.intent not in TOLD_IN_AN_ANSWER
        and meaning.confidence >= visit.limits.sure
        and len(visit.turn.text) <= LONGEST_INTERRUPTION
    )


def answer_to(visit: Visit, question: Question) -> Reading:
    """What the message says as an answer to `question`."""
    return read(visit.turn.text, question, visit.language, visit.today)


def is_answer_first(visit: Visit, reading: Reading) -> bool:
    """Whether a message that may also be an interruption is taken as the answer that was read in it.

    The 'me' in 'stop sending me offers' is one of the answers to 'for whom do you shop?'; so where the classifier is
    sure of the interruption, an answer counts only if it is the whole message.
    """
    is_sure = visit.turn.intent().confidence >= visit.limits.sure
    return bool(reading.values) and not (is_sure and reading.not_understood)


def answers_to_others(visit: Visit, open_question: Question | None) -> dict[str, Reading]:
    """What the message says, unmistakably, in answer to questions other than the open one."""
    others = [
        question
        for question in visit.catalogue.asked().values()
        if question.kind.name != "text" and (open_question is None or question.id != open_question.id)
    ]
    return find_values(visit.turn.text, others, visit.language, visit.today)


def as_question(wording: Wording) -> Question:
    """A step of the dialogue with choices, such as the consent, as a question whose answer can be read."""
    return Question(
        id=wording.id,
        topic=wording.topic,
        kind=Kind("choice"),
        ask=wording.text,
        choices=wording.choices,
        purpose={},
        personal="none",
        ask_when={},
        already_known_from=(),
        probe=(),
        report_as={},
        retired=False,
        file=wording.file,
        line=wording.line,
        lines={},
    )


def likeliest(visit: Visit) -> tuple[str, str] | None:
    """The two likeliest meanings in the shopper's language, for asking back; None where there are not two."""
    named = [
        f"meaning_{meaning.intent}"
        for meaning in visit.turn.meanings
        if f"meaning_{meaning.intent}" in visit.catalogue.wording
    ]
    return (visit.words(named[0]), visit.words(named[1])) if len(named) > 1 else None


def is_before_consent(visit: Visit) -> bool:
    """Whether nothing may be stored about the shopper yet."""
    return visit.interview.open_slot == CONSENT or visit.interview.customer_id is None
