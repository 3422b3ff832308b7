"""Orders added up for any period, out of a table that is kept: reading a million order lines takes seconds."""

from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

import pandas as pd

from profiles.frames import Frames

ONLINE = ("web", "app")

Version = tuple[int, int]


@dataclass(frozen=True)
class Orders:
    """All orders of a store as they were at one time.

    `totals` has a row an order; `categories` a row a customer and category; `currency` is the one that most orders are
    in: orders in others count as orders and not as money.
    """

    totals: pd.DataFrame
    categories: pd.DataFrame
    currency: str

    @classmethod
    def of(cls, frames: Frames) -> "Orders":
        """The orders of a store, read from it."""
        totals, categories = frames.order_totals(), frames.categories_bought()
        currency = str(totals["currency"].mode().iloc[0]) if len(totals) else ""
        money = totals[["spend", "discounted_spend"]].where(totals["currency"] == currency, 0.0)
        online = totals["channel"].isin(ONLINE)
        return cls(totals.assign(**money, online=online, offline=~online), categories, currency)

    def summary(self, since: datetime | None, until: datetime | None) -> pd.DataFrame:
        """One row a customer with an order in `since <= ordered_at < until`, indexed by customer.

        Returns:
            `orders, spend, discounted_spend, online (bool), offline (bool), first_ordered_at, last_ordered_at` of the
            period, and `categories`: from how many they had bought by its end.
        """
        summary = (
            self._between(since, until)
            .groupby("customer_id", sort=True)
            .agg(
                orders=("ordered_at", "size"),
                spend=("spend", "sum"),
                discounted_spend=("discounted_spend", "sum"),
                online=("online", "any"),
                offline=("offline", "any"),
                first_ordered_at=("ordered_at", "min"),
                last_ordered_at=("ordered_at", "max"),
            )
        )
        return summary.assign(categories=self._variety(until).reindex(summary.index, fill_value=0))

    def months(self, since: datetime | None, until: datetime | None, zone: ZoneInfo) -> pd.DataFrame:
        """Who ordered in which month, as `customer_id` and `month` ('2026-03', in `zone`), each pair once."""
        chosen = self._between(since, until)
        times: pd.Series = chosen["ordered_at"].dt.tz_convert(zone)
        table = pd.DataFrame({"customer_id": chosen["customer_id"], "month": times.dt.strftime("%Y-%m")})
        return table.drop_duplicates(ignore_index=True)

    def _between(self, since: datetime | None, until: datetime | None) -> pd.DataFrame:
        chosen = self.totals
        if since is not None:
            chosen = chosen[chosen["ordered_at"] >= since]
        return chosen if until is None else chosen[chosen["ordered_at"] < until]

    def _variety(self, until: datetime | None) -> pd.Series:
        bought = self.categories
        if until is not None:
            bought = bought[bought["first_ordered_at"] < until]
        return bought.groupby("customer_id")["category"].size()


@dataclass
class KeptOrders:
    """The orders of one store, read anew when anything about them has changed."""

    lock: Lock = field(default_factory=Lock)
    kept: tuple[tuple[int, int], Orders] | None = None

    def get(self, frames: Frames) -> Orders:
        """The orders; read once even if several threads ask at the same time."""
        version = frames.orders_version()
        with self.lock:
            if self.kept is None or self.kept[0] != version:
                self.kept = (version, Orders.of(frames))
            return self.kept[1]


_OF_STORES: WeakKeyDictionary[Frames, KeptOrders] = WeakKeyDictionary()


def orders_of(frames: Frames) -> Orders:
    """All orders of a store, kept between calls.

    The first call takes some seconds for a million order lines; a program that answers people should make it while it
    starts.
    """
    return _OF_STORES.setdefault(frames, KeptOrders()).get(frames)
