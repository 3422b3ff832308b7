"""Days that people name by their festival: 'last Christmas Eve', 'Double 11', 'Mid-Autumn', '年初一', '平安夜'."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from reading.text import fold
from reading.values.calendar_days import Days

FESTIVALS_FILE = Path(__file__).with_name("festivals.yml")
_YEARS_BACK = {"今年": 0, "舊年": 1, "去年": 1, "上年": 1, "前年": 2, "last year": 1, "this year": 0}

_InYear: TypeAlias = Callable[[int], Days | None]


class _Festivals(NamedTuple):
    """An expression for the name of any festival, and by folded name its days in a year."""

    expression: re.Pattern[str]
    days: dict[str, _InYear]


def find(text: str, today: date) -> Iterator[tuple[int, int, Days]]:
    """The festivals that folded text names and their days; without a year the latest that has begun by `today`.

    The days of the lunar calendar are known for the years in festivals.yml; others are left unread.
    """
    expression, days = _festivals()
    for found in expression.finditer(text):
        if period := _in_the_year_meant(found, days[found["name"]], today):
            yield found.start(), found.end(), _the_eve(period) if found["eve"] else period


def _in_the_year_meant(found: re.Match[str], in_year: _InYear, today: date) -> Days | None:
    if year := found["year"] or found["chinese_year"]:
        return in_year(int(year))
    which = found["which"] or found["chinese_which"]
    if which:
        return in_year(today.year - _YEARS_BACK[which])
    this_year = in_year(today.year)
    if this_year and this_year.since and this_year.since <= today:
        return this_year
    return in_year(today.year - 1)


def _the_eve(period: Days) -> Days:
    day = period.since - timedelta(days=1) if period.since else None
    return Days(day, day)


@lru_cache(maxsize=1)
def _festivals() -> _Festivals:
    written = yaml.safe_load(FESTIVALS_FILE.read_text(encoding="utf-8"))
    days: dict[str, _InYear] = {}
    for kind, reader in (("fixed", _fixed), ("weekdays", _by_weekday), ("lunar", _lunar)):
        for festival in written[kind]:
            days.update(dict.fromkeys(_names_of(festival), reader(festival)))
    days.update(dict.fromkeys(_names_of(written["easter"]), _easter))
    names = "|".join(
        rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name) for name in sorted(days, key=len, reverse=True)
    )
    chinese_which = "|".join(which for which in _YEARS_BACK if not which.isascii())
    expression = (
        rf"(?:\b(?:last|this|the|this past) |(?P<chinese_year>20\d\d)年|(?P<chinese_which>{chinese_which}))?的?"
        rf"(?P<name>{names})(?P<eve>(?:'s)? eve\b|前夕)?"
        rf"(?:,? (?:of )?(?:(?P<year>20\d\d)\b|(?P<which>last year|this year)))?"
    )
    return _Festivals(re.compile(expression), days)


def _names_of(festival: dict[str, Any]) -> list[str]:
    return [fold(name).text for name in (*festival["en"], *festival["zh-Hant"])]


def _fixed(festival: dict[str, Any]) -> _InYear:
    return lambda year: _days(date.fromisoformat(f"{year}-{festival['day']}"), 1)


def _by_weekday(festival: dict[str, Any]) -> _InYear:
    def in_year(year: int) -> Days:
        first = date(year, festival["month"], 1)
        to_weekday = (festival["weekday"] - first.weekday()) % 7
        day = first + timedelta(days=to_weekday + 7 * (festival["place"] - 1) + festival.get("later", 0))
        return _days(day, 1)

    return in_year


def _lunar(festival: dict[str, Any]) -> _InYear:
    def in_year(year: int) -> Days | None:
        day = festival["first_days"].get(year)
        return _days(date.fromisoformat(f"{year}-{day}"), festival["days"]) if day else None

    return in_year


def _easter(year: int) -> Days:
    """Good Friday to Easter Monday; Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms)."""
    century, in_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap_centuries - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    leap_years, over = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * leap_years - moon - over) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return _days(date(year, month, day + 1) - timedelta(days=2), 4)


def _days(first: date, count: int) -> Days:
    return Days(first, first + timedelta(days=count - 1))
