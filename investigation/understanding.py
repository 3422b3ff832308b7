"""What a message does: answers the open question, answers others, interrupts, or is not understood."""

from dataclasses import replace

from catalogue import Choice, Question, Wording
from catalogue.models import Kind
from investigation import found_needs
from investigation.interruptions import HANDLERS
from investigation.interview import CONSENT, FORGET_CONFIRMED
from investigation.offers import OFFERS
from investigation.turn import Meaning
from investigation.visit import Visit
from reading.text import fold, pattern
from reading.values import Reading, find_values, plainly, read, says_nothing

TOLD_IN_AN_ANSWER = frozenset(
    {"complaint", "order_question", "small_talk", "greet", "thank", "abuse", "goodbye", "are_you_a_bot", "out_of_scope"}
    | {"wait", "reward"}
)
"""Intents that may be the answer to an open question: what went wrong is not a complaint to file, if it says a need."""
QUESTIONS = frozenset({"order_question", "out_of_scope"})
"""Intents that are questions: without one, 'it went to the wrong address' is what went wrong."""
ASKS = pattern(
    r"[?？]|\b(?:where|when|what|who|how|why|can|could|do|does|is|are|tell me|track|check|help)\b|"
    r"邊|幾時|點|咩|乜|嗎|未(?:呀|到)?$|可唔可以|有冇|係咪|幫我|查"
)
FILES_COMPLAINT = pattern(
    r"\b(?:make|file|lodge|raise|register|submit) (?:a|an|my|this)?(?: formal| official)? ?complaint\b|"
    r"\b(?:want|like|need|going|wish|have) to complain\b|\b(?:this is|here is|i have) an? (?:formal )?complaint\b|"
    r"(?<![唔不])(?:要|想|嚟|正式)(?:要|想|嚟|正式|作出|提出)*投訴"
)
"""Whoever says so wants it on record, even where it would also answer the open question (Q3)."""
ALWAYS_TOLD = frozenset({"mention_rival"})
"""Under an open question another shop is where a need is met, and so an answer."""
ENDING = frozenset({"stop", "later", "goodbye", "forget_me"})
"""What ends the conversation must be sure: an answer that is taken for one of these costs all the others."""
PASSING_CHOICES = ("dont_know", "prefer_not_to_say")
"""Choices that are ways out, in whatever question they stand; their values are intents too."""
TAKES_A_PLAIN_YES = frozenset({CONSENT, FORGET_CONFIRMED, *OFFERS})
"""Questions whose yes must be beyond doubt."""
PASSING = frozenset({"skip", "dont_know", "prefer_not_to_say"})
LIKELY = 0.1
"""A meaning that is less likely is not offered when asking back; it would only puzzle."""
LONGEST_INTERRUPTION = 60
"""Characters; a longer text under an open question is its answer, whatever the classifier sees in a part of it."""


def interruption(visit: Visit) -> str | None:
    """The intent of an interruption that the message is; None where it is taken as an answer."""
    meaning = visit.turn.intent()
    if meaning.intent not in HANDLERS or (meaning.intent in ENDING and meaning.confidence < visit.limits.sure):
        return None
    question = visit.open_question()
    free_text = visit.interview.probing is not None or (question is not None and question.kind.name == "text")
    return meaning.intent if not free_text or _interrupts_free_text(visit, meaning) else None


def _interrupts_free_text(visit: Visit, meaning: Meaning) -> bool:
    if meaning.intent == "complaint" and FILES_COMPLAINT.search(fold(visit.turn.text).text):
        return True
    if meaning.confidence < visit.limits.sure or len(visit.turn.text) > LONGEST_INTERRUPTION:
        return False
    if says_nothing(visit.turn.text):
        return False
    if meaning.intent in ALWAYS_TOLD:
        return False
    if meaning.intent in QUESTIONS and not asks(visit):
        return False
    return meaning.intent not in TOLD_IN_AN_ANSWER or not found_needs.says_what(visit, visit.turn.text)


def asks(visit: Visit) -> bool:
    """Whether the message has the form of a question."""
    return bool(ASKS.search(fold(visit.turn.text).text))


def answer_to(visit: Visit, question: Question) -> Reading:
    """What the message says as an answer to `question`; consent and erasing take a plain yes alone (P1, P9)."""
    reading = read(visit.turn.text, question, visit.language, visit.today)
    return plainly(reading, visit.turn.text, question) if question.id in TAKES_A_PLAIN_YES else reading


def is_answer_first(visit: Visit, reading: Reading) -> bool:
    """Whether a message that may also be an interruption is taken as the answer that was read in it.

    The 'me' in 'stop sending me offers' is one of the answers to 'for whom do you shop?'; so where the classifier is
    sure of the interruption, an answer counts only if it is the whole message.
    """
    meaning = visit.turn.intent()
    outweighs = meaning.confidence >= visit.limits.sure or (meaning.intent in PASSING and _is_worded(visit))
    return bool(reading.values) and not (outweighs and reading.not_understood)


def _is_worded(visit: Visit) -> bool:
    """Whether the open question is answered by words: the 'no' of 'no idea' is one, the 2 of 'no idea, 2?' a number."""
    question = visit.open_question()
    return question is not None and question.kind.has_choices


def way_out(visit: Visit) -> str | None:
    """The way out of a question that the message says in words that the catalogue has for it: 'rather not', '唔答'."""
    reading = answer_to(visit, _ways_out(visit))
    return reading.values[0] if reading.values else None


def answers_to_others(visit: Visit, open_question: Question | None) -> dict[str, Reading]:
    """What the message says, unmistakably, in answer to questions other than the open one."""
    others = [
        question
        for question in visit.catalogue.asked().values()
        if question.kind.name != "text" and (open_question is None or question.id != open_question.id)
    ]
    return find_values(visit.turn.text, others, visit.language, visit.today)


def _ways_out(visit: Visit) -> Question:
    """A question whose choices are every 'don't know' and 'rather not say' of the catalogue."""
    said: dict[str, Choice] = {}
    for question in visit.catalogue.questions.values():
        for choice in question.choices:
            if choice.value in PASSING_CHOICES:
                said[choice.value] = _with_both(said.get(choice.value), choice)
    return replace(as_question(visit.catalogue.wording[CONSENT]), choices=tuple(said.values()))


def _with_both(one: Choice | None, other: Choice) -> Choice:
    """A choice that is said with the words of two."""
    if one is None:
        return other
    says = {language: tuple(dict.fromkeys(one.says[language] + other.says[language])) for language in other.says}
    return replace(other, says=says)


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
        listens_for=None,
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
        if f"meaning_{meaning.intent}" in visit.catalogue.wording and meaning.confidence >= LIKELY
    ]
    return (visit.words(named[0]), visit.words(named[1])) if len(named) > 1 else None


def is_before_consent(visit: Visit) -> bool:
    """Whether nothing may be stored about the shopper yet."""
    return visit.interview.open_slot == CONSENT or visit.interview.customer_id is None
