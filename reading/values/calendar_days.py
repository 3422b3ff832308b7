"""Spans of whole calendar days: weeks from Monday, months, quarters, halves and years, counted from a day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "half", "year"]

_MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Days(NamedTuple):
    """The days from `since` to `until`, both included; None where there is no beginning or no end."""

    since: date | None
    until: date | None


def whole(unit: Unit, day: date) -> Days:
    """The whole day, week, month, quarter, half-year or year in which `day` lies.

    >>> whole("quarter", date(2026, 5, 20))
    Days(since=datetime.date(2026, 4, 1), until=datetime.date(2026, 6, 30))
    """
    if unit == "day":
        return Days(day, day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6))
    months = _MONTHS_IN[unit]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Days(first, shifted(first, "month", months) - timedelta(days=1))


def shifted(day: date, unit: Unit, count: int) -> date:
    """`day` moved by `count` units; the last day of a shorter month stands for one that it does not have.

    Raises:
        OverflowError: the result lies outside of the years 1 to 9999.

    >>> shifted(date(2026, 3, 31), "month", -1)
    datetime.date(2026, 2, 28)
    """
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{day} moved by {count} {unit}s lies outside of the calendar.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def past_month(month: int, year: int | None, today: date) -> Days | None:
    """A whole month; without a year the latest one that has begun by `today`. None where there is no such month."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9998):
        return None
    if year is None:
        year = today.year if month <= today.month else today.year - 1
    return whole("month", date(year, month, 1))


def past_part(unit: Unit, first_month: int, year: int | None, today: date) -> Days:
    """The quarter or half-year from `first_month`; without a year the latest one that has begun by `today`."""
    begins = date(year or today.year, first_month, 1)
    return whole(unit, begins if year is not None or begins <= today else begins.replace(year=begins.year - 1))


def past_day(day: int, month: int, year: int | None, today: date) -> Days | None:
    """One day; without a year the latest such day by `today`. None where the calendar has no such day."""
    if year is not None:
        return _day(year, month, day)
    found = _day(today.year, month, day)
    if found and found.since and found.since <= today:
        return found
    return _day(today.year - 1, month, day)


def past_day_of_month(day: int, today: date) -> Days | None:
    """The latest day by `today` that is such a day of its month. None where no month has one.

    >>> past_day_of_month(30, date(2026, 11, 22))
    Days(since=datetime.date(2026, 10, 30), until=datetime.date(2026, 10, 30))
    """
    months = (shifted(today.replace(day=1), "month", -back) for back in range(3))
    found = (_day(month.year, month.month, day) for month in months)
    return next((days for days in found if days and days.since and days.since <= today), None)


def third_of_month(part: Literal["early", "mid", "late"], month: date) -> Days:
    """The first ten days of the month in which a day lies, the ten after them, or the rest."""
    first, last = whole("month", month)
    if first is None or last is None or part == "early":
        return Days(first, first.replace(day=10) if first else None)
    return Days(first.replace(day=11), first.replace(day=20)) if part == "mid" else Days(first.replace(day=21), last)


def half_more_ago(unit: Unit, count: int, today: date) -> Days:
    """The time `count` units and a half ago: the month for years, the week for months, the days around for weeks.

    >>> half_more_ago("month", 1, date(2026, 11, 22))
    Days(since=datetime.date(2026, 10, 5), until=datetime.date(2026, 10, 11))
    """
    if unit == "year":
        return whole("month", shifted(today, "month", -12 * count - 6))
    if unit == "month":
        return whole("week", shifted(shifted(today, "month", -count), "day", -15))
    return Days(shifted(today, "day", -7 * count - 4), shifted(today, "day", -7 * count - 3))


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        return whole("day", date(year, month, day))
    except ValueError:
        return None


def past_weekday(weekday: int, today: date, today_counts: bool) -> date:
    """The latest such weekday (Monday is 0) before `today`, or `today` itself if it counts and is one."""
    days = (today.weekday() - weekday) % 7
    return today - timedelta(days=days if days or today_counts else 7)
