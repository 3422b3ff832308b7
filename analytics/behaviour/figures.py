"""Behaviour figures, each a column computed from the order summary (docs/architecture.md, `order_summary`).

All take the summary indexed by `customer_id` with one row a customer who has ordered, and give a series with the same
index; an empty summary gives an empty series.
"""

from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd

SECONDS_OF_A_DAY = 86_400
DAYS_OF_A_MONTH = 365.25 / 12


def recency_days(summary: pd.DataFrame, until: date, zone: ZoneInfo) -> pd.Series:
    """Days since each customer's last order; the R of recency, frequency and monetary value (Hughes, 1994).

    Args:
        summary: column `last_ordered_at` (UTC timestamps).
        until: the day to count to, in the shop's zone; an order after it counts as made on it.
        zone: the shop's zone, in which a day begins at midnight.

    Returns:
        Whole days, 0 or more.

    >>> summary = pd.DataFrame({"last_ordered_at": pd.to_datetime(["2026-03-01T17:00Z"])}, index=["mei"])
    >>> recency_days(summary, date(2026, 3, 4), ZoneInfo("Asia/Hong_Kong")).to_dict()
    {'mei': 2}
    """
    return _days_before(summary["last_ordered_at"], until, zone)


def tenure_days(summary: pd.DataFrame, until: date, zone: ZoneInfo) -> pd.Series:
    """Days since each customer's first order, with the arguments of `recency_days` and column `first_ordered_at`.

    >>> summary = pd.DataFrame({"first_ordered_at": pd.to_datetime(["2026-03-01T10:00Z"])}, index=["mei"])
    >>> tenure_days(summary, date(2026, 3, 4), ZoneInfo("Asia/Hong_Kong")).to_dict()
    {'mei': 3}
    """
    return _days_before(summary["first_ordered_at"], until, zone)


def interval_days(summary: pd.DataFrame) -> pd.Series:
    """The mean number of days between a customer's orders: (last - first) / (orders - 1).

    It is the estimate of the interpurchase time under Poisson buying (Ehrenberg, 1959).

    Args:
        summary: columns `orders`, `first_ordered_at`, `last_ordered_at`.

    Returns:
        Days; missing for customers of a single order, who have no interval yet.

    >>> first, last = pd.to_datetime(["2026-01-01T00:00Z"]), pd.to_datetime(["2026-01-21T00:00Z"])
    >>> summary = pd.DataFrame({"orders": 3, "first_ordered_at": first, "last_ordered_at": last}, index=["mei"])
    >>> interval_days(summary).to_dict()
    {'mei': 10.0}
    """
    gaps = summary["orders"] - 1
    span: pd.Series = summary["last_ordered_at"] - summary["first_ordered_at"]
    days: pd.Series = span.dt.total_seconds() / SECONDS_OF_A_DAY
    return days / gaps.where(gaps > 0)


def orders_per_month(summary: pd.DataFrame, until: date, zone: ZoneInfo) -> pd.Series:
    """Orders a month since the first one, over one month at least; the F of recency, frequency and monetary value.

    Args:
        summary: columns `orders`, `first_ordered_at`.
        until: the day to count to, in the shop's zone.
        zone: the shop's zone.

    >>> first = pd.to_datetime(["2026-03-01T10:00Z"])
    >>> summary = pd.DataFrame({"orders": [2], "first_ordered_at": first}, index=["mei"])
    >>> orders_per_month(summary, date(2026, 3, 4), ZoneInfo("Asia/Hong_Kong")).to_dict()
    {'mei': 2.0}
    """
    months = (tenure_days(summary, until, zone) / DAYS_OF_A_MONTH).clip(lower=1)
    return summary["orders"] / months


def average_transaction_value(summary: pd.DataFrame) -> pd.Series:
    """Spend per order (Q9), in the shop's currency.

    Args:
        summary: columns `orders` (at least 1), `spend`.

    >>> average_transaction_value(pd.DataFrame({"orders": [4], "spend": [100.0]}, index=["mei"])).to_dict()
    {'mei': 25.0}
    """
    return summary["spend"] / summary["orders"]


def discount_share(summary: pd.DataFrame) -> pd.Series:
    """Price sensitivity as the share of spend on lines that were sold at a discount.

    The behavioural measure of deal proneness (Webster, 1965; Blattberg and others, 1978).

    Args:
        summary: columns `spend`, `discounted_spend`.

    Returns:
        Between 0 and 1; missing where nothing was spent.

    >>> discount_share(pd.DataFrame({"spend": [80.0], "discounted_spend": [20.0]}, index=["mei"])).to_dict()
    {'mei': 0.25}
    """
    return summary["discounted_spend"] / summary["spend"].where(summary["spend"] > 0)


def variety(summary: pd.DataFrame) -> pd.Series:
    """How many of the shop's categories a customer has bought from.

    Args:
        summary: column `categories`.

    >>> variety(pd.DataFrame({"categories": [7]}, index=["mei"])).to_dict()
    {'mei': 7}
    """
    return summary["categories"]


def _days_before(times: pd.Series, until: date, zone: ZoneInfo) -> pd.Series:
    days = times.dt.tz_convert(zone).dt.tz_localize(None).dt.normalize()
    passed: pd.Series = pd.Timestamp(until) - days
    whole: pd.Series = passed.dt.days
    return whole.clip(lower=0).astype("int64")
