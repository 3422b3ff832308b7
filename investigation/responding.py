"""What is done with what a shopper picks or writes."""

from investigation import (
    changing,
    closed_answers,
    closest,
    consent,
    found_needs,
    need_corrections,
    open_answers,
    placing,
    steps,
)
from investigation.asking_back import ask_back
from investigation.interruptions import CORRECTIONS, HANDLERS
from investigation.interview import (
    ANYTHING_ELSE,
    CHAT_SATISFACTION,
    CLOSEST,
    CONSENT,
    FORGET_CONFIRMED,
    NEED_PLACE,
    NEED_THEME,
    PLAYS_BACK,
    WHICH_NEED,
)
from investigation.taking import take_answer, take_others
from investigation.understanding import (
    ALWAYS_TOLD,
    TOLD_IN_AN_ANSWER,
    answer_to,
    as_question,
    interruption,
    is_before_consent,
)
from investigation.visit import Visit
from reading.values import Status, denies, is_weary, says_nothing

NEED_STEPS = {
    WHICH_NEED: need_corrections.need_in,
    NEED_THEME: need_corrections.correction_in,
    NEED_PLACE: placing.place_in,
}
"""Steps about a need, and what reads the words they are answered with."""
OUTWEIGHS_A_NEED = HANDLERS.keys() - TOLD_IN_AN_ANSWER - ALWAYS_TOLD
"""Intents that are no words about a need: to be forgotten, a person, the end of offers, a question of their own."""
BEFORE_CONSENT = {"stop": consent.refuse, "later": consent.refuse, "goodbye": consent.refuse, "deny": consent.refuse}
"""Before the consent every way of leaving is a no: there is nothing yet to go on with."""


def to_choice(visit: Visit, slot: str, value: str) -> None:
    """Takes the button that was picked, whether its question is the open one or an earlier one.

    Whoever finds none of the closest answers right is asked the open question again, with all of them.
    """
    question = visit.catalogue.questions.get(slot)
    if question is not None and not is_before_consent(visit):
        take_answer(visit, question, (value,))
    elif slot == visit.interview.open_slot:
        steps.take(visit, slot, value)
    elif slot == CLOSEST:
        closest.drop(visit)
    else:
        visit.say("choice_is_past")


def to_text(visit: Visit) -> None:
    """Takes what was written: an interruption, an answer, answers to other questions, or something not understood."""
    _take_words(visit)
    if visit.interview.probing is None:
        found_needs.clear_up(visit, [])


def _take_words(visit: Visit) -> None:
    intent = interruption(visit)
    if is_before_consent(visit):
        _before_consent(visit, intent)
    elif is_weary(visit.turn.text) and visit.interview.open_slot != CHAT_SATISFACTION:
        _take_weariness(visit)
    elif visit.interview.open_slot in NEED_STEPS and (value := _picked(visit, visit.interview.open_slot)) is not None:
        steps.take(visit, visit.interview.open_slot, value)
    elif need_corrections.correct_at_once(visit) or changing.change(visit):
        visit.interview.misunderstood = 0
    elif visit.interview.open_slot in visit.catalogue.wording:
        _to_step(visit, visit.interview.open_slot, intent)
    elif visit.interview.probing is not None:
        open_answers.to_probe(visit, intent)
    else:
        _to_question(visit, intent)


def _take_weariness(visit: Visit) -> None:
    """Keeps it short from here on; what a hint was about is not asked any more."""
    visit.interview.tired = True
    if visit.interview.open_slot == NEED_PLACE:
        visit.interview.open_slot = None
    visit.say("tired")


def _before_consent(visit: Visit, intent: str | None) -> None:
    slot = FORGET_CONFIRMED if visit.interview.open_slot == FORGET_CONFIRMED else CONSENT
    if slot == FORGET_CONFIRMED and (value := _picked(visit, slot)) is not None:
        steps.take(visit, slot, value)
    elif visit.turn.intent().intent in BEFORE_CONSENT and not (intent is None and _may_agree(visit, slot)):
        BEFORE_CONSENT[visit.turn.intent().intent](visit)
    elif intent is not None:
        HANDLERS[intent](visit)
    else:
        _to_step(visit, slot, None)


def _may_agree(visit: Visit, slot: str) -> bool:
    """Whether the words say yes, or yes and no at once, whatever the classifier takes them for."""
    reading = answer_to(visit, as_question(visit.catalogue.wording[slot]))
    return reading.values == (steps.YES,) or reading.status is Status.SEVERAL


def _to_step(visit: Visit, slot: str, intent: str | None) -> None:
    """Reads a text as the answer to one of the dialogue's own questions."""
    value = _picked(visit, slot)
    if value is not None:
        steps.take(visit, slot, value)
    elif intent is not None:
        HANDLERS[intent](visit)
    elif slot in CORRECTIONS and says_nothing(visit.turn.text):
        HANDLERS["skip"](visit)
    elif slot == ANYTHING_ELSE or (slot in PLAYS_BACK and found_needs.says_what(visit, visit.turn.text)):
        take_anything_else(visit)
    elif is_before_consent(visit) or not take_others(visit, None):
        ask_back(visit, None)


def take_anything_else(visit: Visit) -> None:
    """Takes whatever else the shopper wants the shop to know: words, needs, and answers where it holds some."""
    found_needs.keep(visit, ANYTHING_ELSE, visit.turn.text)
    take_others(visit, None)
    visit.interview.settled[ANYTHING_ELSE] = "told"
    visit.say("thanks_1")


def _picked(visit: Visit, slot: str) -> str | None:
    """The choice of a step that the text means; yes and no also by their intents."""
    if slot in NEED_STEPS:
        meaning = visit.turn.intent()
        interrupts = meaning.intent in OUTWEIGHS_A_NEED and meaning.confidence >= visit.limits.sure
        return None if interrupts and not need_corrections.is_button(visit) else NEED_STEPS[slot](visit)
    step = as_question(visit.catalogue.wording[slot])
    reading = answer_to(visit, step)
    if reading.values:
        return reading.values[0]
    intent = visit.turn.intent().intent
    if reading.status is Status.SEVERAL or (intent == "affirm" and denies(visit.turn.text)):
        return None
    return {"affirm": steps.AFFIRMATIVE, "deny": steps.NEGATIVE}.get(intent, {}).get(slot)


def _to_question(visit: Visit, intent: str | None) -> None:
    question = visit.open_question()
    if question is None:
        ask_back(visit, None)
    elif question.kind.name == "text":
        open_answers.to_text_question(visit, question, intent)
    else:
        closed_answers.to_closed_question(visit, question, intent)
