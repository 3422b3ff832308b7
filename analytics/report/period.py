"""The period of a report, and the one that it is compared with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from analytics.population.days import midnight

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """The days from `since` to `until`, both included, in the shop's zone."""

    since: date
    until: date
    zone: ZoneInfo

    @property
    def days(self) -> int:
        """How many days it has.

        >>> Period(date(2026, 3, 1), date(2026, 3, 31), ZoneInfo("Asia/Hong_Kong")).days
        31
        """
        return (self.until - self.since).days + 1

    @property
    def before(self) -> "Period":
        """The period of the same length that ended the day before this one began.

        >>> Period(date(2026, 3, 1), date(2026, 3, 31), ZoneInfo("Asia/Hong_Kong")).before.since.isoformat()
        '2026-01-29'
        """
        return Period(self.since - timedelta(days=self.days), self.since - ONE_DAY, self.zone)

    @property
    def begin(self) -> datetime:
        """The first moment that belongs to it, in UTC."""
        return midnight(self.since, self.zone)

    @property
    def end(self) -> datetime:
        """The first moment after it, in UTC."""
        return midnight(self.until + ONE_DAY, self.zone)
