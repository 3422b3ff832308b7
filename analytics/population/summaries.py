"""Order summaries kept for a while: adding up a million lines takes seconds, and one talk asks for the same again."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from weakref import WeakKeyDictionary

import pandas as pd

from profiles.frames import Frames

KEPT = 16
"""A summary of 100,000 customers takes about 15 MB."""

GOOD_FOR_SECONDS = 600
"""For how long a summary is kept although a line may have been corrected, which `orders_version` does not notice."""

Key = tuple[datetime | None, datetime | None, tuple[int, datetime | None]]


@dataclass
class Summaries:
    """The summaries of one store that were asked for last."""

    clock: Callable[[], float] = time.monotonic
    lock: Lock = field(default_factory=Lock)
    kept: OrderedDict[Key, tuple[float, pd.DataFrame]] = field(default_factory=OrderedDict)

    def get(self, frames: Frames, since: datetime | None, until: datetime | None) -> pd.DataFrame:
        """The summary of a period, made anew when orders were added or the kept one is old."""
        key = (since, until, frames.orders_version())
        with self.lock:
            made_at, summary = self.kept.get(key, (float("-inf"), None))
        if summary is None or self.clock() - made_at > GOOD_FOR_SECONDS:
            summary = frames.order_summary(since=since, until=until).set_index("customer_id")
            self._keep(key, summary)
        return summary

    def _keep(self, key: Key, summary: pd.DataFrame) -> None:
        with self.lock:
            self.kept[key] = (self.clock(), summary)
            self.kept.move_to_end(key)
            while len(self.kept) > KEPT:
                self.kept.popitem(last=False)


_OF_STORES: WeakKeyDictionary[Frames, Summaries] = WeakKeyDictionary()


def order_summary(frames: Frames, since: datetime | None = None, until: datetime | None = None) -> pd.DataFrame:
    """The store's order summary of a period, indexed by customer.

    Args:
        frames: the store's tables.
        since: the first moment that counts.
        until: the first moment that no longer counts.

    Returns:
        The columns of `Frames.order_summary`. The same table may be given again: don't change it.
    """
    return _OF_STORES.setdefault(frames, Summaries()).get(frames, since, until)
