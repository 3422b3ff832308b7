"""What a free answer to a closed question means, told by its nearness to how others have said each choice.

The reading of `reading.values` goes by words: labels, synonyms, ordinals. 'When the cupboard is bare I get the same
again' has none of them. Here the meaning of an answer is compared with examples of every choice (catalogue/examples,
and the choices' own words); only a clear winner counts, and a close one is asked back.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from analytics.needs import embeddings
from catalogue import Catalogue, Choice, Question
from reading.values import Reading, Status

NEAREST = 3
"""So many examples of a choice speak for it; one alone may be near by accident."""
SHARPNESS = 24.0
"""How much more a choice counts whose examples are a little nearer: chosen, as `SURE`, by leaving examples out."""
SURE = 0.8
"""The share of all that speaks for any choice, from which one is taken; the shopper is told as what."""
CLOSEST = 3
"""So many choices are offered where none is sure."""
NEAR, FAR = 0.4, 0.3
"""Cosines of the nearest examples: no nearer than the first, no choice is taken; than the second, none is offered."""
SHORT_WORDS, SHORT_CHARACTERS = 2, 4
"""An English answer of so many words, or a Chinese one of so many characters, is left to its words."""

Rows = npt.NDArray[np.float64]


def weigh(reading: Reading, text: str, question: Question, catalogue: Catalogue) -> Reading:
    """A reading by words, weighed against what the whole answer means.

    Args:
        reading: what the words of `text` say in answer to `question`.
        text: the whole answer.
        question: any question; one without examples keeps its reading, as nobody's 'yes' is a matter of meaning.
        catalogue: whose examples show how each choice is said.

    Returns:
        The reading itself where its words account for the whole answer; the meaning where the words say nothing; and
        where they differ ('Mum and me' holds the word for 'myself'), the meaning if it is sure, else both to ask back.
        A meaning has the whole text as what no words account for, so that an interruption that is sure outweighs it.
    """
    if question.id not in catalogue.examples or reading.status in (Status.REFUSED, Status.NEITHER):
        return reading
    if question.kind.name == "choices":
        return _with_more(reading, text, question, catalogue)
    if reading.values and (not reading.not_understood or _is_short(text)):
        return reading
    return _whole(reading, text, question, catalogue)


def _whole(reading: Reading, text: str, question: Question, catalogue: Catalogue) -> Reading:
    if _is_short(text):
        return reading
    meant = understand(text, question, catalogue)
    if not reading.values:
        return meant if meant.values and not reading.candidates else reading
    agrees = reading.values[0] in (*meant.values, *meant.candidates[:1])
    if agrees or meant.status is Status.NONE:
        return reading
    if meant.values:
        return meant
    candidates = dict.fromkeys([*meant.candidates[: CLOSEST - 1], reading.values[0]])
    return Reading(status=Status.SEVERAL, candidates=tuple(candidates))


def _with_more(reading: Reading, text: str, question: Question, catalogue: Catalogue) -> Reading:
    """Several values, with those that are surely meant by the words that the reading has left over."""
    if not reading.values:
        return _whole(reading, text, question, catalogue)
    more = [understand(words, question, catalogue) for words in reading.not_understood if not _is_short(words)]
    values = dict.fromkeys([*reading.values, *(value for each in more for value in each.values)])
    alone = {choice.value for choice in question.choices if choice.alone}
    return replace(reading, values=tuple(value for value in values if value in reading.values or value not in alone))


def _is_short(text: str) -> bool:
    return len(text.split()) <= SHORT_WORDS if text.isascii() else len(text.strip()) <= SHORT_CHARACTERS


def understand(text: str, question: Question, catalogue: Catalogue) -> Reading:
    """The choice that an answer means, or the few that it may mean.

    Args:
        text: the whole answer; a blank one means nothing.
        question: one with choices.
        catalogue: whose examples show how each choice is said.

    Returns:
        `given` with one value; `several` with the likeliest candidates; `none` where no choice is near.
    """
    if not any(character.isalpha() for character in text):
        return Reading()
    meaning = embeddings([text])[0]
    near = [_nearness(meaning, _rows(_sayings(choice, question, catalogue))) for choice in question.choices]
    ranked = sorted(zip(near, question.choices, strict=True), key=lambda pair: -pair[0])
    shares = _shares([each for each, _ in ranked])
    if ranked[0][0] < FAR:
        return Reading()
    if shares[0] >= SURE and ranked[0][0] >= NEAR:
        return Reading(values=(ranked[0][1].value,), status=Status.GIVEN, hedged=True, not_understood=(text,))
    return Reading(status=Status.SEVERAL, candidates=tuple(choice.value for _, choice in ranked[:CLOSEST]))


def warm_up(catalogue: Catalogue) -> None:
    """Reads every example, which otherwise happens at the first answer to each question."""
    for id in catalogue.examples:
        question = catalogue.questions[id]
        for choice in question.choices:
            _rows(_sayings(choice, question, catalogue))


def _sayings(choice: Choice, question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    shown = catalogue.examples.get(question.id, {}).get(choice.value, {})
    worded = [*choice.says.values(), *shown.values()]
    return tuple(dict.fromkeys([*choice.label.values(), *(text for texts in worded for text in texts)]))


@lru_cache(maxsize=1024)
def _rows(sayings: tuple[str, ...]) -> Rows:
    return embeddings(sayings)


def _nearness(meaning: Rows, rows: Rows) -> float:
    cosines = np.sort(rows @ meaning)[::-1][:NEAREST]
    return float(cosines.mean()) if len(cosines) else 0.0


def _shares(near: list[float]) -> Rows:
    powers = np.exp(SHARPNESS * (np.array(near) - near[0]))
    shares: Rows = powers / powers.sum()
    return shares
