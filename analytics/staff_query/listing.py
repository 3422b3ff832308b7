"""Lists customers one by one, with what tells about them and nothing by which to contact them (P5)."""

from functools import partial
from itertools import compress

import pandas as pd

from analytics.staff_query.base import Base
from analytics.staff_query.query import Query
from analytics.staff_query.selecting import answers_to, selected
from analytics.staff_query.table import Cell, Column
from analytics.staff_query.vocabulary import Vocabulary


def listed(query: Query, base: Base, vocabulary: Vocabulary, most: int | None) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows of a list, those who spent most first, and how many customers are meant in all.

    Args:
        query: what was asked.
        base: the customers.
        vocabulary: what segments, districts and so on are called.
        most: how many rows to give at most; None for all.
    """
    people = base.people[selected(query, base)].sort_values("spend", ascending=False, kind="stable")
    shown = people.head(most) if most else people
    names = {axis: _names(axis, shown.index, query, base, vocabulary) for axis in ("status", "district", "age_band")}
    columns = (
        [str(customer) for customer in shown.index],
        _segments(shown.index, query, base, vocabulary),
        *names.values(),
        [int(orders) for orders in shown["orders"]],
        [round(float(spend), 2) for spend in shown["spend"]],
        _days(shown["last_ordered_at"], base),
    )
    return list(zip(*columns, strict=True)), len(people)


def list_columns(query: Query, vocabulary: Vocabulary) -> tuple[Column, ...]:
    """The columns of a list."""
    axis = partial(vocabulary.axis_label, language=query.language)
    say = partial(vocabulary.catalogue.say, language=query.language)
    return (
        Column("customer_id", say("column_customer"), "text"),
        Column("segment", axis("segment"), "text"),
        Column("status", axis("status"), "text"),
        Column("district", axis("district"), "text"),
        Column("age_band", axis("age_band"), "text"),
        Column("orders", say("column_orders"), "number"),
        Column("spend", say("column_spend"), "money"),
        Column("last_order", say("column_last_order"), "date"),
    )


def _names(axis: str, customers: pd.Index, query: Query, base: Base, vocabulary: Vocabulary) -> list[str | None]:
    """What the value of an axis is called for each customer; None where it is not known."""
    values = base.people[axis] if axis in base.people else answers_to(axis, base)
    labels = {value: names[query.language] for value, names in vocabulary.labels(axis).items()}
    return [labels.get(value, str(value)) if isinstance(value, str) else None for value in values[customers]]


def _segments(customers: pd.Index, query: Query, base: Base, vocabulary: Vocabulary) -> list[str]:
    """The names of the segments that each customer is in."""
    flags = base.segments.loc[customers]
    names = [vocabulary.label("segment", segment, query.language) for segment in flags.columns]
    return [", ".join(compress(names, row)) for row in flags.to_numpy()]


def _days(moments: pd.Series, base: Base) -> list[str | None]:
    local: pd.Series = moments.dt.tz_convert(base.zone)
    return [None if pd.isna(moment) else moment.date().isoformat() for moment in local]
