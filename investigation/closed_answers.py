"""What is written under a question with choices, a scale, a number, a range or a date."""

from catalogue import Question
from catalogue.models import SEPARATOR
from investigation import closest, found_needs, free_answers
from investigation.asking_back import MOST_TRIES, ask_back
from investigation.interruptions import HANDLERS
from investigation.open_answers import give_time
from investigation.routing import GIVEN
from investigation.taking import take_answer, take_others, take_reason
from investigation.understanding import answer_to, is_answer_first, likeliest, way_out
from investigation.visit import Visit, label_of
from reading.values import Reading, Status, hesitates

OFF_TOPIC = "out_of_scope"


def to_closed_question(visit: Visit, question: Question, intent: str | None) -> None:
    among = closest.answer_in(visit, question)
    if among is not None and closest.is_none(among):
        closest.drop(visit)
        return
    by_words = among or answer_to(visit, question)
    reading = among or _weighed(visit, question, by_words)
    if hesitates(visit.turn.text) and (not by_words.values or by_words.not_understood):
        give_time(visit)
    elif intent is not None and not is_answer_first(visit, reading):
        _interrupt(visit, intent)
    elif reading.values:
        if by_words.values != reading.values:
            visit.say("understood_as", answer=label_of(question, SEPARATOR.join(reading.values), visit.language))
        take_answer(visit, question, reading.values)
        if visit.interview.settled.get(question.id) == GIVEN:
            take_others(visit, question)
            if question.kind.name == "scale" and by_words.not_understood:
                take_reason(visit, question, " ".join(by_words.not_understood))
    elif (way := way_out(visit)) is not None:
        HANDLERS[way](visit)
    elif not take_others(visit, question) and not _tells_a_need(visit, question, reading):
        ask_back(visit, question, reading)


def _tells_a_need(visit: Visit, question: Question, reading: Reading) -> bool:
    """Whether the message says what went wrong instead of an answer; that is kept, and the question stays open."""
    if reading.status is not Status.NONE or not found_needs.keep_outright(visit, question.id, visit.turn.text):
        return False
    visit.say("sorry_to_hear")
    return True


def _weighed(visit: Visit, question: Question, by_words: Reading) -> Reading:
    """What the message means as an answer; where it may well be an interruption, only if it is hardly to be doubted."""
    may_interrupt = likeliest(visit) is not None
    sure = free_answers.HARDLY_DOUBTED if may_interrupt else free_answers.SURE
    reading = free_answers.weigh(by_words, visit.turn.text, question, visit.meanings, sure)
    return by_words if may_interrupt and not reading.values else reading


def _interrupt(visit: Visit, intent: str) -> None:
    """Deals with an interruption; what has nothing to do with the chat does not go on for ever."""
    visit.interview.misunderstood += intent == OFF_TOPIC
    HANDLERS["skip" if visit.interview.misunderstood > MOST_TRIES else intent](visit)
