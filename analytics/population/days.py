"""Days of the shop's zone as moments."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Days:
    """The days from `since` up to and without `until`, in the shop's zone; None is no limit on that side.

    >>> Days(date(2026, 3, 1), date(2026, 3, 2), ZoneInfo("Asia/Hong_Kong")).begin.isoformat()
    '2026-02-28T16:00:00+00:00'
    """

    since: date | None
    until: date | None
    zone: ZoneInfo

    @property
    def begin(self) -> datetime | None:
        """The first moment that belongs to these days, in UTC."""
        return None if self.since is None else midnight(self.since, self.zone)

    @property
    def end(self) -> datetime | None:
        """The first moment after these days, in UTC."""
        return None if self.until is None else midnight(self.until, self.zone)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which a day begins, in UTC."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The first moment after a day, in UTC."""
    return midnight(day + timedelta(days=1), zone)
