"""Groups of people with their shares, intervals, and what is too small to be shown."""

import pandas as pd

from analytics.staff_query.suppressing import hidden
from analytics.statistics import wilson

COLUMNS = ["customers", "share", "low", "high", "shown"]


def shares(counts: pd.Series, total: int, least: int, *, apart: bool) -> pd.DataFrame:
    """The share of each group.

    Args:
        counts: how many people are in each group, by its name; 0 is kept.
        total: of how many people.
        least: the smallest group that is shown.
        apart: whether everybody is in exactly one group, so that a hidden one could be worked out from the others.

    Returns:
        By group, in the order of `counts`: `customers, share, low, high` (a Wilson interval) and `shown`.

    >>> table = shares(pd.Series({"gift": 6, "business": 3, "family": 11}), 20, 5, apart=False)
    >>> table["shown"].to_list(), f"{table.loc['gift', 'share']:.2f}"
    ([True, False, True], '0.30')
    """
    table = pd.DataFrame({"customers": counts.astype("int64")})
    intervals = [wilson(int(count), total) for count in table["customers"]]
    table["share"] = [count / total if total else float("nan") for count in table["customers"]]
    table["low"] = [interval.low if interval else float("nan") for interval in intervals]
    table["high"] = [interval.high if interval else float("nan") for interval in intervals]
    table["shown"] = ~_too_small(table["customers"], total, least, apart)
    return table[COLUMNS]


def _too_small(customers: pd.Series, total: int, least: int, apart: bool) -> pd.Series:
    """Groups of nobody give nobody away: they take no part in hiding."""
    some = customers[customers > 0]
    counts = pd.DataFrame({"group": some.index, "customers": some.to_numpy()}, index=some.index)
    gone = hidden(counts, ["group"], ["group"] if apart else [], total, least)
    return gone.reindex(customers.index, fill_value=False).astype(bool)
