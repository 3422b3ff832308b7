"""What is done with what a shopper picks or writes."""

from catalogue import Question
from catalogue.models import SEPARATOR
from investigation import (
    answers,
    changing,
    closest,
    consent,
    found_needs,
    free_answers,
    need_corrections,
    probing,
    steps,
)
from investigation.asking_back import MOST_TRIES, ask_back
from investigation.interruptions import HANDLERS
from investigation.interview import (
    ANYTHING_ELSE,
    CLOSEST,
    CONSENT,
    FORGET_CONFIRMED,
    NEED_THEME,
    PLAYS_BACK,
    WHICH_NEED,
)
from investigation.routing import GIVEN
from investigation.understanding import (
    ALWAYS_TOLD,
    TOLD_IN_AN_ANSWER,
    answer_to,
    answers_to_others,
    as_question,
    interruption,
    is_answer_first,
    is_before_consent,
    likeliest,
    way_out,
)
from investigation.visit import Visit, label_of
from profiles.records import Need
from reading.values import Reading, hesitates, is_weary, says_nothing

THANKS = 5
"""So many wordings of thanks there are, `thanks_1` and on; they are taken in turn."""
OFF_TOPIC = "out_of_scope"
NEED_STEPS = {WHICH_NEED: need_corrections.need_in, NEED_THEME: need_corrections.correction_in}
"""Steps about a need that was played back, and what reads the words they are answered with."""
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
        _take_answer(visit, question, (value,))
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
    elif is_weary(visit.turn.text):
        visit.interview.tired = True
        visit.say("tired")
    elif visit.interview.open_slot in NEED_STEPS and (value := _picked(visit, visit.interview.open_slot)) is not None:
        steps.take(visit, visit.interview.open_slot, value)
    elif need_corrections.correct_at_once(visit) or changing.change(visit):
        visit.interview.misunderstood = 0
    elif visit.interview.open_slot in visit.catalogue.wording:
        _to_step(visit, visit.interview.open_slot, intent)
    elif visit.interview.probing is not None:
        _to_probe(visit, intent)
    else:
        _to_question(visit, intent)


def _before_consent(visit: Visit, intent: str | None) -> None:
    slot = FORGET_CONFIRMED if visit.interview.open_slot == FORGET_CONFIRMED else CONSENT
    if slot == FORGET_CONFIRMED and (value := _picked(visit, slot)) is not None:
        steps.take(visit, slot, value)
    elif visit.turn.intent().intent in BEFORE_CONSENT:
        BEFORE_CONSENT[visit.turn.intent().intent](visit)
    elif intent is not None:
        HANDLERS[intent](visit)
    else:
        _to_step(visit, slot, None)


def _to_step(visit: Visit, slot: str, intent: str | None) -> None:
    """Reads a text as the answer to one of the dialogue's own questions."""
    value = _picked(visit, slot)
    if value is not None:
        steps.take(visit, slot, value)
    elif intent is not None:
        HANDLERS[intent](visit)
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
    values = answer_to(visit, step).values
    if values:
        return values[0]
    by_intent = {"affirm": steps.AFFIRMATIVE, "deny": steps.NEGATIVE}.get(visit.turn.intent().intent, {})
    return by_intent.get(slot)


def _to_probe(visit: Visit, intent: str | None) -> None:
    """Takes what a probe brought out as words and needs, never as the answer to a question."""
    probe = visit.interview.probing
    assert probe is not None  # noqa: S101 - the caller comes here only with an open probe; mypy cannot see it
    if hesitates(visit.turn.text) and not visit.interview.misunderstood:
        _give_time(visit)
        return
    if intent is not None:
        HANDLERS[intent](visit)
        return
    if _asks_something(visit):
        return
    question = visit.catalogue.questions[probe.question_id]
    visit.interview.probing = None
    visit.interview.misunderstood = 0
    if says_nothing(visit.turn.text):
        probing.close_topic(visit.interview, probe.topic, visit.limits)
        visit.interview.short_answers += 1
        visit.say("thanks_2")
        return
    told = found_needs.keep(visit, probe.question_id, visit.turn.text, probe.probe_id)
    found_needs.clear_up(visit, told)
    _note_length(visit)
    if not probing.open_probe(visit, question, visit.look(visit.turn.text).cues(), visit.turn.text):
        _thank(visit, told)


def _thank(visit: Visit, told: list[Need]) -> None:
    """Thanks for what a probe brought out; the first time that something went wrong, with a word of regret."""
    is_first = len(visit.interview.probes_used) == 1
    if is_first and any(need.type == "dissatisfaction" for need in told):
        visit.say("sorry_to_hear")
    else:
        visit.say(f"thanks_{len(visit.interview.found) % THANKS + 1}")


def _to_question(visit: Visit, intent: str | None) -> None:
    question = visit.open_question()
    if question is None:
        ask_back(visit, None)
    elif question.kind.name == "text":
        _to_text_question(visit, question, intent)
    else:
        _to_closed_question(visit, question, intent)


def _to_text_question(visit: Visit, question: Question, intent: str | None) -> None:
    if hesitates(visit.turn.text) and visit.interview.misunderstood < MOST_TRIES:
        _give_time(visit)
    elif intent is not None:
        HANDLERS[intent](visit)
    elif not _asks_something(visit):
        _note_length(visit)
        _take_answer(visit, question, (visit.turn.text,))


def _to_closed_question(visit: Visit, question: Question, intent: str | None) -> None:
    among = closest.answer_in(visit, question)
    if among is not None and closest.is_none(among):
        closest.drop(visit)
        return
    by_words = among or answer_to(visit, question)
    reading = among or _weighed(visit, question, by_words)
    if hesitates(visit.turn.text) and not by_words.values:
        _give_time(visit)
    elif intent is not None and not is_answer_first(visit, reading):
        _interrupt(visit, intent)
    elif reading.values:
        if by_words.values != reading.values:
            visit.say("understood_as", answer=label_of(question, SEPARATOR.join(reading.values), visit.language))
        _take_answer(visit, question, reading.values)
        if visit.interview.settled.get(question.id) == GIVEN:
            take_others(visit, question)
    elif (way := way_out(visit)) is not None:
        HANDLERS[way](visit)
    elif not take_others(visit, question):
        ask_back(visit, question, reading)


def _weighed(visit: Visit, question: Question, by_words: Reading) -> Reading:
    """What the message means as an answer; where it may well be an interruption, only if it is hardly to be doubted."""
    may_interrupt = likeliest(visit) is not None
    sure = free_answers.HARDLY_DOUBTED if may_interrupt else free_answers.SURE
    reading = free_answers.weigh(by_words, visit.turn.text, question, visit.meanings, sure)
    return by_words if may_interrupt and not reading.values else reading


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


def _take_answer(visit: Visit, question: Question, values: tuple[str, ...]) -> None:
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


def _interrupt(visit: Visit, intent: str) -> None:
    """Deals with an interruption; what has nothing to do with the chat does not go on for ever."""
    visit.interview.misunderstood += intent == OFF_TOPIC
    HANDLERS["skip" if visit.interview.misunderstood > MOST_TRIES else intent](visit)


def _asks_something(visit: Visit) -> bool:
    """Says what can be said to somebody who answers an open question with a question of their own, the first time.

    'Why is everything so dear?' is an answer, for it says a need outright; 'where is this stored?' only hints at one.
    """
    is_question = visit.turn.text.rstrip().endswith(("?", "？"))
    tells = any(need.explicit for need in found_needs.needs_in(visit, visit.turn.text))
    if visit.interview.misunderstood or not is_question or tells:
        return False
    visit.interview.misunderstood += 1
    visit.say("what_you_can_say")
    return True


def _give_time(visit: Visit) -> None:
    """Waits for somebody who is still thinking; after some tries the question is left for them."""
    visit.interview.misunderstood += 1
    if visit.interview.misunderstood > MOST_TRIES:
        HANDLERS["skip"](visit)
    else:
        visit.say("take_your_time")


def _note_length(visit: Visit) -> None:
    """Counts answers of a word or two in a row: a sign that it is enough (I6)."""
    visit.interview.short_answers = (
        visit.interview.short_answers + 1 if len(visit.turn.text.split()) <= 2 and len(visit.turn.text) <= 12 else 0
    )
