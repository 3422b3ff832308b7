"""When somebody is there, and by when an answer can be promised (configuration/service.yml, Q1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from analytics.configuration import CONFIGURATION_FOLDER, open_configuration, refuse, whole_number
from catalogue import Problem
from catalogue.loading.fields import Fields

SERVICE_FILE = CONFIGURATION_FOLDER / "service.yml"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST_CLOSED = 400
"""So many days are looked ahead for the next opening; a shop that is closed for longer promises nothing sooner."""
Hours = tuple[time, time]


@dataclass(frozen=True)
class Service:
    """Everything that configuration/service.yml says; the meaning of each number stands there."""

    version: int
    hours: dict[str, Hours]
    closed: frozenset[date]
    answer_minutes: int
    ticket_minutes: int
    complaint_minutes: int

    def is_open(self, at: datetime, zone: ZoneInfo) -> bool:
        """Whether somebody is there at this moment."""
        return any(begin <= at < end for begin, end in self._open_from(at, zone))

    def answer_by(self, at: datetime, zone: ZoneInfo) -> datetime:
        """By when somebody answers who is asked for at this moment, UTC."""
        if self.is_open(at, zone):
            return at + timedelta(minutes=self.answer_minutes)
        return self._after_open_minutes(at, zone, self.ticket_minutes)

    def complaint_by(self, at: datetime, zone: ZoneInfo) -> datetime:
        """By when a complaint that comes at this moment is answered, UTC."""
        return self._after_open_minutes(at, zone, self.complaint_minutes)

    def _after_open_minutes(self, at: datetime, zone: ZoneInfo, minutes: int) -> datetime:
        """The moment at which the shop has been open for so many minutes since `at`."""
        left = timedelta(minutes=minutes)
        end = at
        for begin, end in self._open_from(at, zone):
            begins = max(begin, at)
            if end - begins >= left:
                return begins + left
            left -= end - begins
        return end

    def _open_from(self, at: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """The opening hours that end after `at`, in order, UTC."""
        first = at.astimezone(zone).date()
        for day in (first + timedelta(days=ahead) for ahead in range(LONGEST_CLOSED)):
            hours = self.hours.get(DAYS[day.weekday()])
            if hours is not None and day not in self.closed:
                begin, end = (datetime.combine(day, hour, tzinfo=zone).astimezone(UTC) for hour in hours)
                if end > at:
                    yield begin, end


@lru_cache(maxsize=8)
def load_service(file: Path = SERVICE_FILE) -> Service:
    """The hours and promises in `file`, read once.

    Raises:
        ConfigurationError: names each mistake with its line and its remedy.

    >>> load_service().hours["monday"][0].isoformat()
    '09:00:00'
    """
    problems: list[Problem] = []
    fields = open_configuration(file, tuple(Service.__dataclass_fields__), problems)
    service = Service(
        version=whole_number(fields, "version", 1),
        hours=_hours(fields),
        closed=frozenset(_closed(fields)),
        answer_minutes=whole_number(fields, "answer_minutes", 1),
        ticket_minutes=whole_number(fields, "ticket_minutes", 1),
        complaint_minutes=whole_number(fields, "complaint_minutes", 1),
    )
    refuse(problems)
    return service


def _hours(fields: Fields) -> dict[str, Hours]:
    if not fields.require("hours"):
        return {}
    week = fields.inner(fields.nodes["hours"], DAYS)
    return {day: hours for day in week.nodes if (hours := _of_day(week, day))}


def _of_day(week: Fields, day: str) -> Hours | None:
    written = week.text(day)
    hours = re.fullmatch(r"(\d\d:\d\d)-(\d\d:\d\d)", written)
    try:
        begin, end = (time.fromisoformat(hour) for hour in hours.groups()) if hours else (time.max, time.min)
    except ValueError:
        begin, end = time.max, time.min
    if begin < end:
        return begin, end
    week.refuse(week.lines[day], f"{day} is '{written}'; write from and until in quotes, such as \"09:00-18:00\".")
    return None


def _closed(fields: Fields) -> Iterator[date]:
    for written in fields.texts("closed"):
        try:
            yield date.fromisoformat(written)
        except ValueError:
            line = fields.lines["closed"]
            fields.refuse(line, f"closed is '{written}'; write a day as year, month and day, such as 2026-12-25.")
