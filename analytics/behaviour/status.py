"""Account status (S21): active, at risk, lapsed or lost, from a customer's silence against their own rhythm."""

import numpy as np
import pandas as pd

from analytics.behaviour.figures import interval_days
from analytics.behaviour.rules import StatusRules

STATUSES = ("active", "at_risk", "lapsed", "lost", "prospect")
"""`prospect` is who has not ordered yet (C8)."""


def status(summary: pd.DataFrame, recency: pd.Series, rules: StatusRules) -> pd.DataFrame:
    """The account status of everyone who has ordered, with the silence that it follows from.

    The silence is recency divided by the customer's mean interval between orders: under Poisson buying a gap of k
    intervals has the chance exp(-k) (Ehrenberg, 1959), so the same k alarms equally for frequent and rare buyers.
    Who has ordered once is measured by the interval that is usual in this shop (the median).

    Args:
        summary: columns `orders`, `first_ordered_at`, `last_ordered_at`, indexed by customer.
        recency: days since the last order, with the same index.
        rules: from which number of intervals on somebody is at risk, lapsed and lost.

    Returns:
        Columns `status` (one of STATUSES), `interval_days` (as it was used) and `silent_intervals`.

    >>> from analytics.behaviour.rules import load_behaviour_rules
    >>> first, last = pd.to_datetime(["2026-01-01T00:00Z"]), pd.to_datetime(["2026-01-31T00:00Z"])
    >>> summary = pd.DataFrame({"orders": 4, "first_ordered_at": first, "last_ordered_at": last}, index=["mei"])
    >>> status(summary, pd.Series([40], index=["mei"]), load_behaviour_rules().status).loc["mei"].to_dict()
    {'status': 'at_risk', 'interval_days': 10.0, 'silent_intervals': 4.0}
    """
    own = interval_days(summary)
    usual = own.median() if own.notna().any() else float(rules.usual_interval_days)
    interval = own.fillna(usual).clip(lower=rules.shortest_interval_days)
    silent = recency / interval
    limits = (rules.at_risk_after_intervals, rules.lapsed_after_intervals, rules.lost_after_intervals)
    places = np.searchsorted(limits, silent, side="left")
    names = pd.Series(np.array(STATUSES, dtype=object)[places], index=summary.index, dtype="object")
    return pd.DataFrame({"status": names, "interval_days": interval, "silent_intervals": silent})
