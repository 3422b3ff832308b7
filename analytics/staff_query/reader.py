"""Reads a whole question, token by token."""

from collections.abc import Callable
from datetime import date

from analytics.staff_query.clauses import AmountClause, AnswerClause, EventClause
from analytics.staff_query.comparing import comparison
from analytics.staff_query.drafts import Draft, Timed
from analytics.staff_query.reading_amounts import (
    read_age,
    read_answered_number,
    read_income,
    read_orders,
    read_spend,
)
from analytics.staff_query.reading_keys import CONNECTORS, read_axis, read_key
from analytics.staff_query.reading_values import read_answer, read_cue, read_value
from analytics.staff_query.step import Step
from analytics.staff_query.tokens import Token
from analytics.staff_query.vocabulary import Vocabulary
from catalogue import Language


def read_question(found: list[Token], vocabulary: Vocabulary, language: Language, today: date) -> Draft:
    """What the tokens of a question say, and what of them was not understood.

    Args:
        found: the tokens of the question.
        vocabulary: what can be asked about.
        language: the asker's, in which problems are told.
        today: the day of the question.
    """
    draft = Draft(today)
    draft.compare, kept = comparison(found)
    for place, token in enumerate(kept):
        step = Step(draft, kept, place, vocabulary, language)
        if not token.is_filler and not any(reader(step) for reader in READERS) and "filler" not in token.keys:
            draft.not_understood.append(token.written)
            draft.end_clause()
    _finish(draft, vocabulary, language)
    return draft


def _read_after_by(step: Step) -> bool:
    """After 'by' names of fields follow, joined by 'and'; anything else ends their row."""
    if not step.draft.expects_axes:
        return False
    if step.token.axes:
        return read_axis(step)
    if not step.token.keys & CONNECTORS:
        step.draft.expects_axes = False
    return step.draft.expects_axes


def _read_period(step: Step) -> bool:
    """A period belongs to the clause before it, or, as Chinese has it, to the one after it."""
    draft, period = step.draft, step.token.period
    if period is None:
        return False
    opened = draft.open
    is_next = draft.connector is not None and step.language == "zh-Hant"
    if isinstance(opened, Timed) and opened.times.period is None and not is_next:
        opened.times.period = period
    else:
        _give_up_period(draft, step.vocabulary, step.language)
        draft.waiting_period = (period, step.token.written)
    return True


READERS: tuple[Callable[[Step], bool], ...] = (
    _read_after_by,
    _read_period,
    read_answered_number,
    read_orders,
    read_spend,
    read_income,
    read_answer,
    read_value,
    read_age,
    read_key,
    read_axis,
    read_cue,
)
"""In the order in which they are tried: what needs a context comes before what does not."""


def _finish(draft: Draft, vocabulary: Vocabulary, language: Language) -> None:
    """Settle what was waiting for words that never came."""
    draft.drop_label()
    if draft.measure and draft.waiting_period and not draft.times():
        draft.begin(EventClause("ordered", excluded=False))
    without = [times for times in draft.times() if times.period is None]
    if draft.waiting_period and len(without) == 1:
        without[0].period, draft.waiting_period = draft.waiting_period[0], None
    elif draft.clauses or draft.group_by:
        _give_up_period(draft, vocabulary, language)
    for clause in draft.clauses:
        if isinstance(clause, AmountClause) and clause.bounds is None:
            draft.not_understood.append(clause.written)
        if isinstance(clause, AnswerClause) and not list(clause.filters(draft.today)):
            draft.not_understood.append(_named(clause, vocabulary, language))


def _give_up_period(draft: Draft, vocabulary: Vocabulary, language: Language) -> None:
    if draft.waiting_period:
        words = draft.waiting_period[1]
        draft.unclear.append(vocabulary.catalogue.say("query_unclear_period", language, words=words))
        draft.waiting_period = None


def _named(clause: AnswerClause, vocabulary: Vocabulary, language: Language) -> str:
    """The question that an answer was missing for, or the answer whose question is not clear."""
    if clause.question:
        return vocabulary.catalogue.questions[clause.question].report_as[language]
    field, value = next((pair for candidate in clause.candidates for pair in candidate), ("", ""))
    return vocabulary.label(field, value, language) if field else vocabulary.catalogue.say("query_list", language)
