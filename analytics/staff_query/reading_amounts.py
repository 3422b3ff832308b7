"""Reads numbers: how much somebody spent, how often they ordered, how old they are, what they answered."""

import re
from decimal import Decimal

from analytics.staff_query.bands import bands_inside
from analytics.staff_query.clauses import AmountClause, AnswerClause, Bounds, EventClause, Times, ValuesClause
from analytics.staff_query.step import Step
from reading.values.money import Money
from reading.values.numbers import Number

ORDERS_WITHIN = re.compile("[次單]")
"""'10次以上' is one number with its unit inside."""


def read_answered_number(step: Step) -> bool:
    """A number after 'answered', or after the name of a question that takes one."""
    clause, number = step.draft.open, step.token.number
    if not isinstance(clause, AnswerClause) or number is None or clause.candidates or clause.bounds:
        return False
    question = step.vocabulary.catalogue.questions.get(clause.question or "")
    if question and question.kind.has_choices:
        return False
    clause.bounds = bounds_of(number)
    return True


def read_orders(step: Step) -> bool:
    """A number of orders: 'more than 5 orders', 'ordered 3 times'."""
    draft, number, following = step.draft, step.token.number, step.following
    counted = following is not None and bool(following.keys & {"orders", "ordered"})
    if number is None or not (counted or ORDERS_WITHIN.search(step.token.written)):
        return False
    times = Times()
    if isinstance(draft.open, EventClause) and draft.open.event == "ordered":
        times = draft.open.times
        draft.clauses.remove(draft.open)
    draft.begin(AmountClause("orders", step.token.written, bounds_of(number), times))
    return True


def read_spend(step: Step) -> bool:
    """An amount of money, or a bare number after 'spent'."""
    draft, money = step.draft, step.token.money
    amount = money or step.token.number
    if amount is None or step.is_labelled("income_band"):
        return False
    if isinstance(draft.open, AmountClause) and draft.open.bounds is None:
        draft.open.bounds = bounds_of(amount)
        return True
    if step.token.values:
        return False
    if money:
        draft.begin(AmountClause("spend", step.token.written, bounds_of(money)))
    return money is not None


def read_age(step: Step) -> bool:
    """An age or a range of ages, as the age groups that lie wholly within it."""
    ages = step.token.ages
    if ages:
        low, high = (None if age is None else Decimal(age) for age in (ages.low, ages.high))
        return _add_bands(step, "age_band", low, high)
    following = step.following
    announced = step.is_labelled("age_band") or (following is not None and "aged" in following.keys)
    return announced and _add_amount(step, "age_band")


def read_income(step: Step) -> bool:
    """An income, as the income groups that lie wholly within it."""
    return step.is_labelled("income_band") and _add_amount(step, "income_band")


def _add_amount(step: Step, subject: str) -> bool:
    amount = step.token.money or step.token.number
    if amount is None:
        return False
    beyond = int(amount.exclusive and subject == "age_band")
    low = None if amount.low is None else amount.low + beyond
    high = None if amount.high is None else amount.high - beyond
    return _add_bands(step, subject, low, high)


def _add_bands(step: Step, subject: str, low: Decimal | None, high: Decimal | None) -> bool:
    say = step.vocabulary.catalogue.say
    inside = bands_inside(step.vocabulary.catalogue.questions[subject], low, high)
    if not inside.whole:
        names = _named(step, subject, inside.partly)
        words = step.token.written
        step.draft.unclear.append(say("query_no_band", step.language, words=words, names=names))
        step.draft.label = None
        return True
    step.draft.begin(ValuesClause(subject, step.draft.negated, list(inside.whole)))
    if inside.partly:
        names = _named(step, subject, inside.partly)
        step.draft.notes.append(say("query_partly_outside", step.language, names=names))
    return True


def _named(step: Step, subject: str, values: tuple[str, ...]) -> str:
    return ", ".join(step.vocabulary.label(subject, value, step.language) for value in values)


def bounds_of(amount: Number | Money) -> Bounds:
    """The bounds of an amount as a query holds them; None for no bound, and whether the bounds are left out."""
    low, high = (None if bound is None else float(bound) for bound in (amount.low, amount.high))
    return low, high, amount.exclusive
