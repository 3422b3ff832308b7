"""Follow-ups: how a fragment such as 'only those in Sha Tin' or 'by age' changes the query before it."""

from dataclasses import replace
from datetime import date

from analytics.staff_query.canonical import subject
from analytics.staff_query.clauses import Times
from analytics.staff_query.drafts import Draft
from analytics.staff_query.meanings import SINGLE_VALUED
from analytics.staff_query.query import Filter, Happened, Needed, OneOf, Query, Within
from analytics.staff_query.tokens import Token
from analytics.staff_query.vocabulary import Vocabulary
from catalogue import Language

LEADING = frozenset({"only", "what_about", "also", "and"})
"""Words that begin a follow-up."""
HEADS = frozenset({"customers", "count"})
"""Words that begin a question of its own, unless 'those' stands there too."""
MONTHS = {"joined": "joined_month", "ordered": "ordered_month", "need": "need_month"}


def goes_on(draft: Draft, found: list[Token]) -> bool:
    """Whether a fragment goes on from the query before, rather than beginning anew."""
    first = next((token for token in found if not token.is_filler), None)
    begins = first is not None and bool(first.keys & LEADING)
    has_head = bool(HEADS & set(draft.seen)) or draft.measure is not None
    return begins or "those" in draft.seen or not has_head


def refined(previous: Query, draft: Draft, vocabulary: Vocabulary, language: Language) -> Query:
    """The query before, changed by what a fragment says.

    'Only' and 'those' narrow it down; 'also' widens a field; else what the fragment says of a field takes the place of
    what was said of it before. Whatever the fragment is silent about stays.

    Args:
        previous: the query before; an empty one for a question of its own.
        draft: the fragment.
        vocabulary: what everything is called.
        language: the asker's language, in which problems are told.
    """
    filters = _with_period(previous.filters, draft, vocabulary, language)
    for filter_ in draft.filters():
        filters = _with(filters, filter_, draft)
    listed = "list" in draft.seen or (draft.marketing and "count" not in draft.seen and draft.measure is None)
    shows_groups = bool(draft.group_by) or "count" in draft.seen or draft.measure is not None
    query = replace(
        previous,
        asked_on=draft.today,
        filters=tuple(filters),
        group_by=tuple(draft.group_by) or (() if listed else previous.group_by),
        compare=draft.compare or previous.compare,
        measure=draft.measure or previous.measure,
        show="list" if listed else "count" if shows_groups else previous.show,
        export="export" in draft.seen,
        purpose="direct_marketing" if draft.marketing else previous.purpose,
    )
    if _exports_customers(draft, previous):
        query = replace(query, show="list", group_by=())
    return replace(query, group_by=_months(query, draft, vocabulary, language))


def _exports_customers(draft: Draft, previous: Query) -> bool:
    """'Export those customers' means the customers; 'export that' means the table that is there."""
    if "export" not in draft.seen or "count" in draft.seen or draft.group_by or draft.measure:
        return False
    return bool({"customers", "those"} & set(draft.seen)) or bool(draft.clauses and not previous.filters)


def _with(filters: list[Filter], new: Filter, draft: Draft) -> list[Filter]:
    same = [filter_ for filter_ in filters if subject(filter_) == subject(new) and filter_ not in draft.filters()]
    others = [filter_ for filter_ in filters if filter_ not in same]
    if not same:
        return [*filters, new]
    narrows = {"only", "those"} & set(draft.seen)
    if "also" in draft.seen and isinstance(new, OneOf):
        return [*others, _widened(same, new)]
    if narrows and subject(new) not in SINGLE_VALUED:
        return [*filters, new]
    if narrows and isinstance(new, OneOf) and not new.excluded:
        return [*others, _narrowed(same, new)]
    return [*others, new]


def _widened(same: list[Filter], new: OneOf) -> OneOf:
    before = [value for filter_ in same if isinstance(filter_, OneOf) for value in filter_.values]
    return replace(new, values=(*before, *new.values))


def _narrowed(same: list[Filter], new: OneOf) -> OneOf:
    """What both name; what was named last where they have nothing in common."""
    before = {value for filter_ in same if isinstance(filter_, OneOf) for value in filter_.values}
    common = tuple(value for value in new.values if value in before)
    return replace(new, values=common or new.values)


def _with_period(filters: tuple[Filter, ...], draft: Draft, vocabulary: Vocabulary, language: Language) -> list[Filter]:
    """A fragment that is only a period ('and in March?') takes the place of the one period before."""
    if draft.waiting_period is None:
        return list(filters)
    period, words = draft.waiting_period
    since, until = Times(period).bounds(draft.today)
    timed = [filter_ for filter_ in filters if isinstance(filter_, (Happened, Needed)) or _has_period(filter_)]
    if len(timed) != 1:
        draft.unclear.append(vocabulary.catalogue.say("query_unclear_period", language, words=words))
        return list(filters)
    return [_moved(filter_, since, until) if filter_ is timed[0] else filter_ for filter_ in filters]


def _has_period(filter_: Filter) -> bool:
    return isinstance(filter_, Within) and (filter_.since is not None or filter_.until is not None)


def _moved(filter_: Filter, since: date | None, until: date | None) -> Filter:
    return filter_ if isinstance(filter_, OneOf) else replace(filter_, since=since, until=until)


def _months(query: Query, draft: Draft, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    """'By month' is by the month of the one thing that the query has a time for."""
    if "month" not in query.group_by:
        return query.group_by
    events = {subject(filter_) for filter_ in query.filters if isinstance(filter_, (Happened, Needed))} & set(MONTHS)
    if len(events) != 1:
        words = vocabulary.axis_label("month", language)
        draft.unclear.append(vocabulary.catalogue.say("query_unclear_period", language, words=words))
        return tuple(axis for axis in query.group_by if axis != "month")
    month = MONTHS[next(iter(events))]
    return tuple(month if axis == "month" else axis for axis in query.group_by)
