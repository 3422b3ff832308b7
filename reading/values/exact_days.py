"""Days that are counted back to the very day: 'two weeks ago today', 'a month to the day', '上個月今日'."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from reading.text import pattern
from reading.values.calendar_days import Days, Unit, shifted, whole
from reading.values.english_days import COUNT, UNIT, WEEKDAY, count_of, unit_of, weekday_number
from reading.values.numerals import numeral

_Reader: TypeAlias = Callable[[re.Match[str], date], date | None]

_NEIGHBOUR = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "今日": 0, "今天": 0, "聽日": 1, "明天": 1, "尋日": -1, "琴日": -1, "噚日": -1, "昨日": -1, "昨天": -1, "同日": 0,
    "同一日": 0, "呢日": 0,
}  # fmt: skip
_CHINESE_NEIGHBOUR = rf"(?P<neighbour>{'|'.join(name for name in _NEIGHBOUR if not name.isascii())})"
_UNITS: dict[str, Unit] = {"星": "week", "禮": "week", "周": "week", "月": "month", "年": "year"}
_CHINESE_COUNT = r"(?P<count>\d{1,3}|[一二兩三四五六七八九十廿卅]{1,3})"
_CHINESE_UNIT = r"(?P<unit>個?(?:星期|禮拜|周)|個月|年)"
_WHICH = {"上上": 2, "上": 1, "今": 0}
_YEARS_BACK = {"舊年": 1, "去年": 1, "上年": 1, "前年": 2}
_AGO = r"(?:之前|以前|前)"
_JUST = r"(?:啱啱好|啱好|剛好|正好|正正|整整|足足)(?:係|喺|在)?"


def _moved(today: date, unit: Unit, count: int, neighbour: str | None) -> date:
    """So many units back, counted from today or a day beside it: 'a month ago tomorrow' is counted from tomorrow."""
    return shifted(shifted(today, "day", _NEIGHBOUR[neighbour or "today"]), unit, -count)


def _english(found: re.Match[str], today: date) -> date | None:
    fewest, most = count_of(found["count"])
    unit, times = unit_of(found["unit"])
    return _moved(today, unit, fewest * times, found.groupdict().get("neighbour")) if fewest == most else None


def _last(found: re.Match[str], today: date) -> date | None:
    unit, times = unit_of(found["unit"])
    return _moved(today, unit, times, found["neighbour"])


def _chinese(found: re.Match[str], today: date) -> date | None:
    count = numeral(found["count"])
    if count is None or count.rough:
        return None
    unit = _UNITS[found["unit"].removeprefix("個")[0]]
    return _moved(today, unit, int(count.low), found.groupdict().get("neighbour"))


def _which(found: re.Match[str], today: date) -> date | None:
    if year := found["year"]:
        return _moved(today, "year", _YEARS_BACK[year], found["neighbour"])
    unit = _UNITS[found["unit"].removeprefix("個")[0]]
    return _moved(today, unit, _WHICH[found["which"]], found["neighbour"])


def _weekday(found: re.Match[str], today: date) -> date | None:
    """'Two weeks ago on Tuesday': the Tuesday of that week."""
    fewest, most = count_of(found["count"])
    monday = whole("week", shifted(today, "week", -fewest)).since
    return shifted(monday, "day", weekday_number(found["weekday"])) if monday and fewest == most else None


_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        pattern(
            rf"\b{COUNT} {UNIT} (?:ago|back)(?: (?:exactly )?(?P<neighbour>today|tomorrow|yesterday)|"
            r",? (?:to the day|exactly|precisely|on the dot))\b"
        ),
        _english,
    ),
    (pattern(rf"\b{COUNT} {UNIT} to the day\b(?: ago\b)?"), _english),
    (pattern(rf"\b(?P<neighbour>today|tomorrow|yesterday) {COUNT} {UNIT} (?:ago|back)\b"), _english),
    (pattern(rf"\b(?:exactly|precisely) {COUNT} {UNIT} (?:ago|back)\b"), _english),
    (pattern(rf"\b(?P<neighbour>today|yesterday|tomorrow) last {UNIT}\b"), _last),
    (pattern(rf"\blast {UNIT} (?P<neighbour>today)\b"), _last),
    (pattern(rf"\b{COUNT} weeks? (?:ago|back),? (?:on )?(?:a |the )?{WEEKDAY}\b"), _weekday),
    (pattern(rf"{_CHINESE_COUNT}{_CHINESE_UNIT}{_AGO}(?:的)?{_CHINESE_NEIGHBOUR}"), _chinese),
    (pattern(rf"{_CHINESE_NEIGHBOUR}(?:的)?{_CHINESE_COUNT}{_CHINESE_UNIT}{_AGO}"), _chinese),
    (pattern(rf"{_JUST}{_CHINESE_COUNT}{_CHINESE_UNIT}{_AGO}"), _chinese),
    (
        pattern(
            rf"(?:(?P<year>{'|'.join(_YEARS_BACK)})|(?P<which>上上|上){_CHINESE_UNIT.replace('|年', '')})"
            rf"(?:的)?{_CHINESE_NEIGHBOUR}"
        ),
        _which,
    ),
)


def find(text: str, today: date) -> Iterator[tuple[int, int, Days]]:
    """The days in folded text that are counted back to the very day, in no order.

    >>> [str(days.since) for _, _, days in find("two weeks ago today", date(2026, 11, 22))]
    ['2026-11-08']
    """
    for expression, reader in _READERS:
        for found in expression.finditer(text):
            try:
                day = reader(found, today)
            except OverflowError:
                day = None
            if day is not None:
                yield found.start(), found.end(), Days(day, day)
