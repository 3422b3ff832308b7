"""The query that a query is compared with: the same, earlier."""

from dataclasses import replace
from datetime import date, timedelta

from analytics.staff_query.query import Comparison, Filter, OneOf, Query
from reading.values.calendar_days import Unit, shifted

UNITS: dict[Comparison, Unit] = {"year": "year", "quarter": "quarter", "month": "month", "week": "week"}


def earlier(query: Query) -> Query:
    """The same query a year, quarter, month or week earlier, or over the equally long time before.

    Its periods move, and so does the day that customers are looked at, so that segments, statuses and answers are those
    of that time. 'The period before' of a query without a period is the same a month earlier.

    Args:
        query: a query that compares.

    Returns:
        A query that compares with nothing.

    >>> from analytics.staff_query.query import Happened
    >>> march = Happened("joined", date(2026, 3, 1), date(2026, 4, 1))
    >>> earlier(Query(date(2026, 5, 20), filters=(march,), compare="year")).filters[0].since
    datetime.date(2025, 3, 1)
    """
    bounds = [(filter_.since, filter_.until) for filter_ in query.filters if not isinstance(filter_, OneOf)]
    filters = tuple(_moved(filter_, query) for filter_ in query.filters)
    dated = any(bound for pair in bounds for bound in pair)
    asked_on = query.asked_on
    if not dated or query.compare != "period":
        asked_on = _shift(query.asked_on, query.compare)
    return replace(query, asked_on=asked_on, filters=filters, compare=None)


def _moved(filter_: Filter, query: Query) -> Filter:
    if isinstance(filter_, OneOf) or (filter_.since is None and filter_.until is None):
        return filter_
    if query.compare == "period":
        return _before(filter_, query)
    since, until = (None if day is None else _shift(day, query.compare) for day in (filter_.since, filter_.until))
    if filter_.until is None:
        until = _shift(query.asked_on, query.compare) + timedelta(days=1)
    return replace(filter_, since=since, until=until)


def _before(filter_: Filter, query: Query) -> Filter:
    """The equally long period just before; a whole month goes with the whole month before."""
    if isinstance(filter_, OneOf) or filter_.since is None:
        return filter_
    until = filter_.until or query.asked_on + timedelta(days=1)
    months = (until.year - filter_.since.year) * 12 + until.month - filter_.since.month
    if filter_.since.day == until.day == 1:
        return replace(filter_, since=shifted(filter_.since, "month", -months), until=filter_.since)
    return replace(filter_, since=filter_.since - (until - filter_.since), until=filter_.since)


def _shift(day: date, comparison: Comparison | None) -> date:
    return shifted(day, UNITS.get(comparison or "month", "month"), -1)
