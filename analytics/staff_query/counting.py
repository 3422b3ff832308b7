"""Counts the customers of a query by its groups, and measures them."""

from functools import reduce

import pandas as pd

from analytics.staff_query.base import Base
from analytics.staff_query.grouping import groups, is_partition
from analytics.staff_query.query import Happened, Query
from analytics.staff_query.selecting import figure_of_orders, selected
from analytics.staff_query.suppressing import hidden


def counted(query: Query, base: Base, least: int) -> tuple[pd.DataFrame, int]:
    """The groups of a query with their customers and what is measured of them.

    Args:
        query: what was asked.
        base: the customers.
        least: the smallest group that is shown.

    Returns:
        A row a group in which there is anybody: the axes, `customers`, `measure` (as the query wants it) and `hidden`;
        a single row without axes for a query without groups. And how many customers are meant in all.
    """
    who = base.people.index[selected(query, base)]
    axes = list(query.group_by)
    table = pd.DataFrame({"customer_id": who})
    table = reduce(lambda left, axis: left.merge(groups(axis, query, base), on="customer_id"), axes, table)
    figures = _figures(query, base)
    table = table.assign(**{name: table["customer_id"].map(values) for name, values in figures.items()})
    if axes:
        grouped = table.groupby(axes, sort=False)
        counts = grouped.agg(customers=("customer_id", "size"), spend=("spend", "sum"), orders=("orders", "sum"))
        counts = counts.reset_index()
    else:
        sums = {"customers": [len(who)], "spend": [table["spend"].sum()], "orders": [table["orders"].sum()]}
        counts = pd.DataFrame(sums)
    counts["measure"] = _measure(query, counts)
    partitions = [axis for axis in axes if is_partition(axis, base)]
    hide = (counts["customers"] > 0) & hidden(counts, axes, partitions, len(who), least)
    return counts.assign(hidden=hide), len(who)


def _figures(query: Query, base: Base) -> dict[str, pd.Series]:
    """Orders and spend of each customer: of the time that the query asks for orders of, else of all time."""
    asked = [f for f in query.filters if isinstance(f, Happened) and f.event == "ordered" and not f.excluded]
    dated = next((f for f in asked if f.since or f.until), None)
    if dated is None or query.measure == "customers":
        return {"spend": base.people["spend"], "orders": base.people["orders"]}
    summary = base.orders(dated.since, dated.until)
    return {name: figure_of_orders(name, summary, base) for name in ("spend", "orders")}


def _measure(query: Query, counts: pd.DataFrame) -> pd.Series:
    if query.measure == "customers":
        return counts["customers"]
    if query.measure == "spend":
        return counts["spend"]
    return counts["spend"] / counts["orders"].where(counts["orders"] > 0)
