"""What is written where the shopper's own words are asked for: under a probe, or under an open question."""

import re

from catalogue import Question
from investigation import found_needs, probing
from investigation.asking_back import MOST_TRIES
from investigation.interruptions import HANDLERS
from investigation.taking import take_answer
from investigation.visit import Visit
from profiles.records import Need
from reading.values import hesitates, says_nothing

LONGEST_SHORT_ANSWER = 2
"""Words."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")
THANKS = 5
"""So many wordings of thanks there are, `thanks_1` and on; they are taken in turn."""


def to_probe(visit: Visit, intent: str | None) -> None:
    """Takes what a probe brought out as words and needs, never as the answer to a question."""
    probe = visit.interview.probing
    assert probe is not None  # noqa: S101 - the caller comes here only with an open probe; mypy cannot see it
    if hesitates(visit.turn.text) and not visit.interview.misunderstood:
        give_time(visit)
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
    if told:
        found_needs.clear_up(visit, told)
    _note_length(visit)
    if not probing.open_probe(visit, question, visit.look(visit.turn.text).cues(), visit.turn.text):
        thank(visit, told)


def to_text_question(visit: Visit, question: Question, intent: str | None) -> None:
    if hesitates(visit.turn.text) and visit.interview.misunderstood < MOST_TRIES:
        give_time(visit)
    elif intent is not None:
        HANDLERS[intent](visit)
    elif not _asks_something(visit):
        _note_length(visit)
        take_answer(visit, question, (visit.turn.text,))


def thank(visit: Visit, told: list[Need]) -> None:
    """Thanks for what a probe brought out; the first time that something went wrong, with a word of regret."""
    is_first = len(visit.interview.probes_used) == 1
    if is_first and any(need.type == "dissatisfaction" for need in told):
        visit.say("sorry_to_hear")
    else:
        visit.say(f"thanks_{len(visit.interview.found) % THANKS + 1}")


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


def give_time(visit: Visit) -> None:
    """Waits for somebody who is still thinking; after some tries the question is left for them."""
    visit.interview.misunderstood += 1
    if visit.interview.misunderstood > MOST_TRIES:
        HANDLERS["skip"](visit)
    else:
        visit.say("take_your_time")


def _note_length(visit: Visit) -> None:
    """Counts answers of a word or two in a row: a sign that it is enough (I6)."""
    is_short = _words(visit.turn.text) <= LONGEST_SHORT_ANSWER
    visit.interview.short_answers = visit.interview.short_answers + 1 if is_short else 0


def _words(text: str) -> float:
    """About how many words a text has; two Chinese characters make one.

    >>> _words("too late"), _words("太遲喇"), _words("儲極都好似冇咩用")
    (2.0, 1.5, 4.0)
    """
    chinese = _CHINESE.findall(text)
    return len(_CHINESE.sub(" ", text).split()) + len(chinese) / 2
