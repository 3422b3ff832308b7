"""Tells customers apart by an axis: which groups each of them belongs to."""

from collections.abc import Callable

import pandas as pd

from analytics.staff_query.base import Base
from analytics.staff_query.meanings import ANSWER
from analytics.staff_query.query import Happened, Needed, Query
from analytics.staff_query.selecting import PRAISE, answers_to, matching_needs
from catalogue.models import SEPARATOR

UNKNOWN = ""
"""The group of customers of whom it is not known."""
SEVERAL = frozenset({"segment", "channel", "need_theme", "need_type", "need_month", "ordered_month"})
"""Axes on which a customer may be in several groups, or in none."""
MONTHS = frozenset({"joined_month", "ordered_month", "need_month"})
NOBODY = pd.DataFrame({"customer_id": [], "group": []}, dtype="object")


def is_partition(axis: str, base: Base) -> bool:
    """Whether every customer is in exactly one group of an axis, so that its groups add up to the total."""
    if axis.startswith(ANSWER):
        return not answers_to(axis, base).astype("str").str.contains(SEPARATOR, regex=False).any()
    return axis not in SEVERAL


def groups(axis: str, query: Query, base: Base) -> pd.DataFrame:
    """The groups of an axis.

    Args:
        axis: a field, `answer:<question>` or a month.
        query: its needs and its period decide which needs and months are meant.
        base: the customers.

    Returns:
        Columns `customer_id` and the axis's name, a row for each group that a customer is in; `UNKNOWN` is the group of
        those of whom it is not known.
    """
    table = _groups(axis, query, base)
    return table.rename(columns={"group": axis}).drop_duplicates(ignore_index=True)


def _groups(axis: str, query: Query, base: Base) -> pd.DataFrame:
    made = OF_AXES.get(axis)
    return made(query, base) if made else _answers(answers_to(axis, base))


def _single(values: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"customer_id": values.index, "group": values.astype("object").fillna(UNKNOWN).to_numpy()})


def _flags(flags: pd.DataFrame) -> pd.DataFrame:
    named = [pd.DataFrame({"customer_id": flags.index[flags[name]], "group": name}) for name in flags]
    return pd.concat(named) if named else NOBODY


def _answers(answers: pd.Series) -> pd.DataFrame:
    several = answers.astype("object").fillna(UNKNOWN).str.split(SEPARATOR).explode()
    return pd.DataFrame({"customer_id": several.index, "group": several.to_numpy()})


def _month(times: pd.Series, base: Base) -> pd.Series:
    local: pd.Series = times.dt.tz_convert(base.zone)
    months: pd.Series = local.dt.strftime("%Y-%m")
    return months


def _needs(axis: str, query: Query, base: Base) -> pd.DataFrame:
    """The needs that the query asks for; all needs, and praise beside types alone, where it asks for none."""
    asked = [filter_ for filter_ in query.filters if isinstance(filter_, Needed) and not filter_.excluded]
    needs = pd.concat([matching_needs(filter_, base) for filter_ in asked]) if asked else base.everybody.needs
    if not asked and axis != "need_type":
        needs = needs[needs["type"] != PRAISE]
    group = _month(needs["found_at"], base) if axis == "need_month" else needs[axis.removeprefix("need_")]
    return pd.DataFrame({"customer_id": needs["customer_id"].to_numpy(), "group": group.to_numpy()})


def _ordered_months(query: Query, base: Base) -> pd.DataFrame:
    """Who ordered in each month of the query's period; of all orders that are known where it has none."""
    asked = [f for f in query.filters if isinstance(f, Happened) and f.event == "ordered" and not f.excluded]
    since = max((f.since for f in asked if f.since), default=None)
    until = min((f.until for f in asked if f.until), default=None)
    return base.months_of_orders(since, until).rename(columns={"month": "group"})


OF_AXES: dict[str, Callable[[Query, Base], pd.DataFrame]] = {
    "segment": lambda query, base: _flags(base.segments),
    "channel": lambda query, base: _flags(base.people[["online", "offline"]]),
    "newsletter": lambda query, base: _single(base.people["newsletter"].map({True: "yes", False: "no"})),
    "status": lambda query, base: _single(base.people["status"]),
    "stage": lambda query, base: _single(base.people["stage"]),
    "joined_month": lambda query, base: _single(_month(base.people["joined_at"], base)),
    "ordered_month": _ordered_months,
    "need_theme": lambda query, base: _needs("need_theme", query, base),
    "need_type": lambda query, base: _needs("need_type", query, base),
    "need_month": lambda query, base: _needs("need_month", query, base),
}
"""How each axis tells customers apart; any other axis by the answers to its question."""
