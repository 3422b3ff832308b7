"""All behaviour figures of all customers in one table."""

from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd

from analytics.behaviour import figures
from analytics.behaviour.rules import BehaviourRules
from analytics.behaviour.stage import stage
from analytics.behaviour.status import status

COUNTED = ("orders", "spend")
"""What is 0, not unknown, for somebody who has not ordered."""


def behaviour(
    customers: pd.Index, summary: pd.DataFrame, until: date, zone: ZoneInfo, rules: BehaviourRules
) -> pd.DataFrame:
    """The behaviour of each customer.

    Args:
        customers: the ids of all customers; those without a row in `summary` are prospects.
        summary: the store's order summary up to the end of `until`, indexed by customer.
        until: the day to count to, in the shop's zone (see `orders_known_until`).
        zone: the shop's zone.
        rules: the retailer's thresholds.

    Returns:
        Indexed by customer: `orders`, `spend`, `first_ordered_at`, `last_ordered_at`, `recency_days`, `tenure_days`,
        `orders_per_month`, `average_transaction_value`, `discount_share`, `variety`, `interval_days`,
        `silent_intervals`, `status`, `stage`. What cannot be known of a prospect is missing.
    """
    recency = figures.recency_days(summary, until, zone)
    known = summary[["orders", "spend", "first_ordered_at", "last_ordered_at"]].assign(
        recency_days=recency,
        tenure_days=figures.tenure_days(summary, until, zone),
        orders_per_month=figures.orders_per_month(summary, until, zone),
        average_transaction_value=figures.average_transaction_value(summary),
        discount_share=figures.discount_share(summary),
        variety=figures.variety(summary),
    )
    table = known.join(status(summary, recency, rules.status)).reindex(customers)
    for column in COUNTED:
        table[column] = table[column].fillna(0)
    table["status"] = table["status"].fillna("prospect")
    table["stage"] = stage(table, rules.stage)
    return table
