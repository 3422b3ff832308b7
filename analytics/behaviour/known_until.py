"""Until which day the shop's orders are known: an import that stopped must not make every customer look lost."""

from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd


def orders_known_until(summary: pd.DataFrame, today: date, zone: ZoneInfo, stopped_after_days: int) -> date:
    """The day to which recency and tenure are counted.

    Orders come by import. If nobody in the whole shop has ordered for `stopped_after_days`, the records have stopped,
    not the customers, and counting goes to the day of the last order that is known.

    Args:
        summary: column `last_ordered_at` (UTC timestamps), orders up to `today`.
        today: the day of the question, in the shop's zone.
        zone: the shop's zone.
        stopped_after_days: for how many days a shop may be without a single order.

    Returns:
        `today`, or the day of the last order; `today` for no orders.

    >>> summary = pd.DataFrame({"last_ordered_at": pd.to_datetime(["2017-12-31T10:00Z"])}, index=["mei"])
    >>> orders_known_until(summary, date(2026, 3, 4), ZoneInfo("Asia/Hong_Kong"), 31).isoformat()
    '2017-12-31'
    >>> orders_known_until(summary, date(2018, 1, 4), ZoneInfo("Asia/Hong_Kong"), 31).isoformat()
    '2018-01-04'
    """
    if summary.empty:
        return today
    last: date = summary["last_ordered_at"].max().tz_convert(zone).date()
    return last if (today - last).days > stopped_after_days else today
