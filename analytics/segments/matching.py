"""For whom a condition holds, and why, computed for all customers at once."""

from collections.abc import Callable

import pandas as pd

from analytics.population.evidence import Evidence
from analytics.segments.rules import (
    AnswerIs,
    AnswerWithin,
    Bounds,
    Condition,
    FigureInTop,
    FigureWithin,
    Group,
    StandingIs,
)
from catalogue.models import SEPARATOR

Reason = tuple[Condition, object]
"""A condition that holds for a customer, and what was found there."""


def holds(condition: Condition, evidence: Evidence) -> pd.Series:
    """Whether a condition holds for each customer.

    What is not known does not hold: a prospect has no discount share, somebody unasked has no answer.

    Returns:
        Booleans with the index of `evidence.people`.
    """
    if isinstance(condition, Group):
        return _group_holds(condition, evidence)
    match condition:
        case FigureWithin(figure, bounds):
            return _within(evidence.people[figure], bounds)
        case FigureInTop(figure, share):
            return evidence.people[figure] >= top_limit(evidence, figure, share)
        case AnswerWithin(question, bounds):
            return _within(pd.to_numeric(evidence.answer(question), errors="coerce"), bounds)
        case AnswerIs(question, values):
            return says(evidence.answer(question), values)
        case StandingIs(field, values):
            return evidence.people[field].isin(values)


def top_limit(evidence: Evidence, figure: str, share: float) -> float:
    """The figure from which on a customer belongs to the highest `share` of those who have ordered."""
    ordered = evidence.people.loc[evidence.people["orders"] > 0, figure]
    return float(ordered.quantile(1 - share)) if len(ordered) else float("inf")


def reasons(group: Group, evidence: Evidence) -> Callable[[str], list[Reason]]:
    """A function from a customer whom `group` fits to the conditions that hold for them.

    Conditions within conditions are told one by one; of alternatives, all that hold.
    """
    told = [(condition, holds(condition, evidence), _found(condition, evidence)) for condition in group.conditions]
    inner = {id(c): reasons(c, evidence) for c in group.conditions if isinstance(c, Group)}

    def of(customer: str) -> list[Reason]:
        found: list[Reason] = []
        for condition, mask, values in told:
            if mask[customer]:
                found += inner[id(condition)](customer) if id(condition) in inner else [(condition, values[customer])]
        return found

    return of


def _group_holds(group: Group, evidence: Evidence) -> pd.Series:
    masks = [holds(condition, evidence) for condition in group.conditions]
    result = pd.Series(group.every and bool(masks), index=evidence.people.index)
    for mask in masks:
        result = result & mask if group.every else result | mask
    return result


def _within(values: pd.Series, bounds: Bounds) -> pd.Series:
    inside = values.notna()
    if bounds.at_least is not None:
        inside &= values >= bounds.at_least
    if bounds.below is not None:
        inside &= values < bounds.below
    return inside


def says(answers: pd.Series, values: tuple[str, ...]) -> pd.Series:
    """Whether each stored answer has one of these values; false where nothing was answered."""
    given = answers.dropna().astype(str)
    among = [bool(set(answer.split(SEPARATOR)) & set(values)) for answer in given]
    return pd.Series(among, index=given.index, dtype=bool).reindex(answers.index, fill_value=False)


def _found(condition: Condition, evidence: Evidence) -> pd.Series:
    match condition:
        case FigureWithin(figure, _) | FigureInTop(figure, _):
            return evidence.people[figure]
        case AnswerIs(question, _) | AnswerWithin(question, _):
            return evidence.answer(question)
        case StandingIs(field, _):
            return evidence.people[field]
        case _:
            return pd.Series(None, index=evidence.people.index, dtype="object")
