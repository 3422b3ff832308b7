"""Counts the month's finished interviews by segment, and whom the quotas hold back. It takes seconds for a big shop."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from analytics.invitations.quotas import HeldBack, month_begin, month_of
from analytics.population import population
from analytics.segments import SegmentRules, memberships
from profiles.store import Store

FINISHED = "finished"
"""The investigation's word for an interview that was answered to its end."""


def count_held_back(
    store: Store, quotas: Mapping[str, int], rules: SegmentRules, now: datetime, zone: ZoneInfo
) -> HeldBack:
    """Whom the quotas hold back at `now`: everybody in a segment of which enough interviews were finished.

    Args:
        store: the customer data bank.
        quotas: segment id to the most interviews that may be finished in a calendar month; empty holds nobody back.
        rules: the retailer's segments.
        now: the time, UTC; segments are those of its day, the month is its month.
        zone: the shop's zone.
    """
    month = month_of(now, zone)
    finished = _finished(store, now, zone)
    if not quotas or len(finished) < min(quotas.values()):
        return HeldBack(month, frozenset())
    belongs = memberships(population(store.frames, now.astimezone(zone).date(), zone).evidence, rules)
    # An interview counts for each segment of whoever gave it, and each interview of the month counts.
    counted = belongs.loc[[customer for customer in finished if customer in belongs.index]].sum()
    full = [segment for segment, most in quotas.items() if counted[segment] >= most]
    return HeldBack(month, frozenset(str(customer) for customer in belongs.index[belongs[full].any(axis=1)]))


def _finished(store: Store, now: datetime, zone: ZoneInfo) -> list[str]:
    """Whose interviews were finished in the month, once for each interview."""
    with store.transaction(writes=False) as unit:
        standings = unit.interviews.standings_since(month_begin(now, zone))
    return [standing.customer_id for standing in standings if standing.ended == FINISHED]
