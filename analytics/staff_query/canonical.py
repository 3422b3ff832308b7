"""The one form in which equal questions give equal queries."""

from dataclasses import replace

from analytics.staff_query.query import Filter, Happened, Needed, OneOf, Query, Within
from analytics.staff_query.vocabulary import Vocabulary

ORDER = (OneOf, Within, Needed, Happened)
FIELDS = (
    "segment", "status", "stage", "district", "age_band", "gender", "income_band", "channel", "newsletter",
    "spend", "orders", "average_transaction_value",
)  # fmt: skip


def canonical(query: Query, vocabulary: Vocabulary) -> Query:
    """The same query with its filters and their values in a fixed order, each once.

    Args:
        query: any query.
        vocabulary: gives the order of a field's values.
    """
    filters = tuple(dict.fromkeys(_ordered(filter_, vocabulary) for filter_ in query.filters))
    return replace(query, filters=tuple(sorted(filters, key=_place)), group_by=tuple(dict.fromkeys(query.group_by)))


def _place(filter_: Filter) -> tuple[int, int, str]:
    field = subject(filter_)
    return ORDER.index(type(filter_)), FIELDS.index(field) if field in FIELDS else len(FIELDS), repr(filter_)


def subject(filter_: Filter) -> str:
    """What a filter is about: its field, its event, or needs."""
    match filter_:
        case OneOf(field=field) | Within(field=field):
            return field
        case Happened(event=event):
            return event
        case Needed():
            return "need"


def _ordered(filter_: Filter, vocabulary: Vocabulary) -> Filter:
    match filter_:
        case OneOf(field=field, values=values):
            return replace(filter_, values=_in_order(values, field, vocabulary))
        case Needed(themes=themes, types=types):
            return replace(
                filter_,
                themes=_in_order(themes, "need_theme", vocabulary),
                types=_in_order(types, "need_type", vocabulary),
            )
        case _:
            return filter_


def _in_order(values: tuple[str, ...], field: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    known = list(vocabulary.labels(field)) if values else []
    return tuple(sorted(set(values), key=lambda value: (known.index(value) if value in known else len(known), value)))
