"""Everything that one query is answered from: the customers of a day, their segments, and orders of any period."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

import pandas as pd

from analytics.population import Days, Population, orders_of, population
from analytics.segments import SegmentRules, memberships
from profiles.frames import Frames


@dataclass(frozen=True, eq=False)
class Base:
    """The customers as they stood at the end of a day.

    Attributes:
        frames: the store's tables.
        everybody: what is known of each customer.
        rules: the retailer's segments.
        zone: the shop's zone.
    """

    frames: Frames
    everybody: Population
    rules: SegmentRules
    zone: ZoneInfo

    @classmethod
    def at(cls, frames: Frames, day: date, zone: ZoneInfo, rules: SegmentRules) -> "Base":
        """The customers at the end of `day`."""
        return cls(frames, population(frames, day, zone), rules, zone)

    @property
    def people(self) -> pd.DataFrame:
        """A row a customer, with behaviour."""
        return self.everybody.people

    @cached_property
    def segments(self) -> pd.DataFrame:
        """Booleans: a row a customer, a column a segment."""
        return memberships(self.everybody.evidence, self.rules)

    @cached_property
    def chats(self) -> pd.DataFrame:
        """The visits of customers who agreed to take part."""
        visits = self.frames.conversations()
        return visits[(visits["role"] == "shopper") & visits["customer_id"].notna()]

    def orders(self, since: date | None, until: date | None) -> pd.DataFrame:
        """The order summary from `since` up to and without `until`, no later than this base's day."""
        days = self._known_days(since, until)
        return orders_of(self.frames).summary(days.begin, days.end)

    def months_of_orders(self, since: date | None, until: date | None) -> pd.DataFrame:
        """Who ordered in which month from `since` up to and without `until`: `customer_id` and `month`."""
        days = self._known_days(since, until)
        return orders_of(self.frames).months(days.begin, days.end, self.zone)

    def _known_days(self, since: date | None, until: date | None) -> Days:
        """The days from `since` up to and without `until`, no later than this base's day."""
        return Days(since, min(until, self.day_after) if until else self.day_after, self.zone)

    @property
    def day_after(self) -> date:
        """The first day that is not known any more."""
        return date.fromordinal(self.everybody.day.toordinal() + 1)

    def nobody(self) -> pd.Series:
        """False for every customer."""
        return pd.Series(data=False, index=self.people.index)
