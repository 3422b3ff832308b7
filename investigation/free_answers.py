"""What a free answer to a closed question means, told by how others have said each choice.

The reading of `reading.values` goes by words: labels, synonyms, ordinals. 'When the cupboard is bare I get the same
again' has none of them. Here the whole answer is looked at (analytics.answer_meaning, which has learnt from
catalogue/examples); only what is likely enough counts, and a close one is asked back.
"""

import re
from dataclasses import replace

from analytics.answer_meaning import NOTHING, AnswerMeanings
from catalogue import Question
from reading.values import Reading, Status

SURE = 0.7
"""How likely a choice must be to be taken; the shopper is told as what. Of examples that were left out of the learning
and are that likely, 0.94 are right (docs/decisions/0012)."""
HARDLY_DOUBTED = 0.9
"""How likely it must be where the message may as well be one of two interruptions."""
CLOSEST = 3
"""So many choices are offered where none is sure."""
_BETWEEN = re.compile(r"[,;.!，、。；！]|\band\b|\bplus\b|[&+]|同埋|仲有|還有|以及|另外|\s(?=[㐀-鿿])", re.IGNORECASE)
"""What stands between the things that a list names."""
MORE_LIKELY_NOTHING = 0.5
"""From here on an answer says nothing, and no choice is offered."""


def weigh(reading: Reading, text: str, question: Question, meanings: AnswerMeanings, sure: float = SURE) -> Reading:
    """A reading by words, weighed against what the whole answer means.

    Args:
        reading: what the words of `text` say in answer to `question`.
        text: the whole answer.
        question: any question; one without examples keeps its reading, as nobody's 'yes' is a matter of meaning.
        meanings: what has been learnt of how each choice is said.
        sure: how likely a choice must be to be taken, from 0 to 1.

    Returns:
        The reading itself where its words account for the whole answer; the meaning where the words say nothing; and
        where they differ ('Mum and me' holds the word for 'myself'), the meaning if it is sure, else both to ask back.
        A meaning has the whole text as what no words account for, so that an interruption that is sure outweighs it.
    """
    if question.id not in meanings.questions or reading.status is Status.REFUSED:
        return reading
    if _accounts_for_all(reading):
        return reading
    if question.kind.name == "choices":
        return _with_more(reading, text, question, meanings, sure)
    return _whole(reading, text, question, meanings, sure)


def _accounts_for_all(reading: Reading) -> bool:
    """Whether the words leave nothing over: what they say, or deny, is all that was written."""
    return reading.status is not Status.NONE and not reading.not_understood


def _whole(reading: Reading, text: str, question: Question, meanings: AnswerMeanings, sure: float) -> Reading:
    meant = understand(text, question, meanings, sure)
    if not reading.values:
        return meant if meant.values or not 0 < len(reading.candidates) <= CLOSEST else reading
    agrees = reading.values[0] in (*meant.values, *meant.candidates[:1])
    if agrees or meant.status is Status.NONE:
        return reading
    if meant.values:
        return meant
    candidates = dict.fromkeys([*meant.candidates[: CLOSEST - 1], reading.values[0]])
    return Reading(status=Status.SEVERAL, candidates=tuple(candidates))


def _with_more(reading: Reading, text: str, question: Question, meanings: AnswerMeanings, sure: float) -> Reading:
    """Several values: those of the words, and those that are surely meant by a part of what the words leave over."""
    left = reading.not_understood if reading.values else (text,)
    parts = [understand(part, question, meanings, sure) for words in left for part in _parts(words)]
    values = dict.fromkeys([*reading.values, *(value for each in parts for value in each.values)])
    if not values:
        return _whole(reading, text, question, meanings, sure)
    alone = {choice.value for choice in question.choices if choice.alone}
    several = tuple(value for value in values if value not in alone) or tuple(values)[:1]
    return replace(reading, values=several, status=Status.GIVEN, candidates=())


def _parts(text: str) -> list[str]:
    """A list in its parts: 'fair prices, and people who are polite' names two things.

    >>> _parts("fair prices, and people who are polite")
    ['fair prices', 'people who are polite']
    >>> _parts("快到 同埋唔使諗")
    ['快到', '唔使諗']
    """
    return [part for part in (each.strip() for each in _BETWEEN.split(text)) if part]


def understand(text: str, question: Question, meanings: AnswerMeanings, sure: float = SURE) -> Reading:
    """The choice that an answer means, or the few that it may mean.

    Args:
        text: the whole answer; a blank one means nothing.
        question: one that has examples.
        meanings: what has been learnt of how each choice is said.
        sure: how likely a choice must be to be taken, from 0 to 1.

    Returns:
        `given` with one value; `several` with the likeliest candidates; `none` where it most likely answers nothing.
    """
    if not any(character.isalpha() for character in text):
        return Reading()
    likely = meanings.questions[question.id].likely(text)
    if likely.get(NOTHING, 0.0) >= MORE_LIKELY_NOTHING:
        return Reading()
    ranked = [value for value in likely if value != NOTHING]
    if likely[ranked[0]] >= sure:
        return Reading(values=(ranked[0],), status=Status.GIVEN, hedged=True, not_understood=(text,))
    return Reading(status=Status.SEVERAL, candidates=tuple(ranked[:CLOSEST]))
