"""Whom the month's quotas hold back, as it was last counted."""

import json
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class HeldBack:
    """The customers of segments of which enough interviews were finished in `month` (`2026-03`)."""

    month: str
    customers: frozenset[str]

    def holds_back(self, customer_id: str, month: str) -> bool:
        """Whether the quotas of `month` hold a customer back; what was counted for another month says nothing."""
        return month == self.month and customer_id in self.customers

    def to_json(self) -> str:
        """As text, to hand from one process to another."""
        return json.dumps({"month": self.month, "customers": sorted(self.customers)})

    @classmethod
    def from_json(cls, text: str) -> "HeldBack":
        """What `to_json` wrote.

        >>> HeldBack.from_json(HeldBack("2026-03", frozenset({"mei"})).to_json()).holds_back("mei", "2026-03")
        True
        """
        told = json.loads(text)
        return cls(told["month"], frozenset(told["customers"]))


def month_of(at: datetime, zone: ZoneInfo) -> str:
    """The calendar month of a moment in the shop's zone.

    >>> from datetime import UTC
    >>> month_of(datetime(2026, 2, 28, 17, tzinfo=UTC), ZoneInfo("Asia/Hong_Kong"))
    '2026-03'
    """
    return f"{at.astimezone(zone):%Y-%m}"


def month_begin(at: datetime, zone: ZoneInfo) -> datetime:
    """The first moment of the calendar month of `at`, in the shop's zone."""
    return at.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
