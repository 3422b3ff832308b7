"""Which customers a query's filters pick."""

from functools import reduce

import pandas as pd

from analytics.population import Days
from analytics.segments.matching import says
from analytics.staff_query.base import Base
from analytics.staff_query.meanings import ANSWER
from analytics.staff_query.query import Filter, Happened, Needed, OneOf, Query, Within

BACKGROUND = frozenset({"district", "age_band", "gender", "income_band"})
PRAISE = "praise"
FIGURES_OF_A_PERIOD = ("orders", "spend", "average_transaction_value")


def selected(query: Query, base: Base) -> pd.Series:
    """Whether each customer is meant by a query.

    Args:
        query: its filters must all hold.
        base: the customers.

    Returns:
        Booleans indexed by customer; all true without filters.
    """
    everyone = ~base.nobody()
    return reduce(lambda mask, filter_: mask & holds(filter_, base), query.filters, everyone)


def holds(filter_: Filter, base: Base) -> pd.Series:
    """Whether one filter holds for each customer.

    What is not known does not hold, nor does its opposite: of somebody whose district is not known nobody can say that
    they live elsewhere.
    """
    match filter_:
        case OneOf():
            return _one_of(filter_, base)
        case Within():
            return _within(filter_, base)
        case Happened(excluded=excluded):
            return _happened(filter_, base) != excluded
        case Needed(excluded=excluded):
            who = matching_needs(filter_, base)["customer_id"]
            return pd.Series(base.people.index.isin(who), index=base.people.index) != excluded


def matching_needs(filter_: Needed, base: Base) -> pd.DataFrame:
    """The needs that a filter asks for, whether it wants customers with or without them."""
    needs = base.everybody.needs
    days = Days(filter_.since, filter_.until, base.zone)
    chosen = needs["type"].isin(filter_.types) if filter_.types else needs["type"] != PRAISE
    if filter_.themes:
        chosen &= needs["theme"].isin(filter_.themes)
    return needs[chosen & _in_days(needs["found_at"], days)]


def answers_to(field: str, base: Base) -> pd.Series:
    """The current answers to the question that a field stands for."""
    return base.everybody.evidence.answer(field.removeprefix(ANSWER))


def _one_of(filter_: OneOf, base: Base) -> pd.Series:
    field, values = filter_.field, list(filter_.values)
    if field == "segment":
        mask = base.segments.reindex(columns=values, fill_value=False).any(axis=1)
    elif field in ("status", "stage"):
        mask = base.people[field].isin(values)
    elif field == "channel":
        mask = base.people[values].any(axis=1)
    elif field == "newsletter":
        mask = base.people["newsletter"] == ("yes" in values)
    else:
        answers = answers_to(field, base)
        return (says(answers, filter_.values) != filter_.excluded) & answers.notna()
    return mask != filter_.excluded


def _within(filter_: Within, base: Base) -> pd.Series:
    values = _figures(filter_, base)
    mask = values.notna()
    if filter_.low is not None:
        mask &= values > filter_.low if filter_.exclusive else values >= filter_.low
    if filter_.high is not None:
        mask &= values < filter_.high if filter_.exclusive else values <= filter_.high
    return mask


def _figures(filter_: Within, base: Base) -> pd.Series:
    if filter_.field.startswith(ANSWER):
        return pd.to_numeric(answers_to(filter_.field, base), errors="coerce")
    if filter_.since is None and filter_.until is None:
        return base.people[filter_.field]
    return figure_of_orders(filter_.field, base.orders(filter_.since, filter_.until), base)


def figure_of_orders(field: str, summary: pd.DataFrame, base: Base) -> pd.Series:
    """Orders, spend or spend per order of each customer in an order summary; no order is 0, and no spend per order."""
    if field == "average_transaction_value":
        return (summary["spend"] / summary["orders"]).reindex(base.people.index)
    return summary[field].reindex(base.people.index).fillna(0)


def _happened(filter_: Happened, base: Base) -> pd.Series:
    days = Days(filter_.since, filter_.until, base.zone)
    if filter_.event == "joined":
        return _in_days(base.people["joined_at"], days)
    if filter_.event == "ordered":
        who = base.orders(filter_.since, filter_.until).index
    else:
        who = pd.Index(base.chats.loc[_in_days(base.chats["started_at"], days), "customer_id"])
    return pd.Series(base.people.index.isin(who), index=base.people.index)


def _in_days(times: pd.Series, days: Days) -> pd.Series:
    inside = times.notna()
    if days.begin is not None:
        inside &= times >= days.begin
    if days.end is not None:
        inside &= times < days.end
    return inside
