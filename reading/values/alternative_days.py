"""Two days that are named in one: '11月6或者7號', '6 or 7 November', '10月3至5號', 'three or four days ago'."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reading.text import pattern
from reading.values.calendar_days import Days, Unit, past_day, past_day_of_month, shifted, whole
from reading.values.english_days import COUNT, MONTH_NAME, UNIT, count_of, month_number, unit_of
from reading.values.numerals import numeral

_CHINESE_DAY = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_ENGLISH_DAY = r"(?:the )?(?P<{}>\d{{1,2}}(?:st|nd|rd|th)?)"
_CHINESE = pattern(
    rf"(?:(?<![\d一二三四五六七八九十個])(?P<month>{_CHINESE_DAY}) ?月 ?|(?<![\d一二三四五六七八九十月]))"
    rf"(?P<first>(?:{_CHINESE_DAY})(?:號|日)?)"
    rf"(?: ?(?P<either>或者?|定係?|、|or) ?|(?P<to>至到?|到|-|~))(?P<second>{_CHINESE_DAY})(?:號|(?P<days>日))"
)
_ENGLISH = (
    pattern(
        rf"\b{_ENGLISH_DAY.format('first')} or (?:maybe )?{_ENGLISH_DAY.format('second')} (?:of )?"
        rf"(?P<month>{MONTH_NAME})\b"
    ),
    pattern(
        rf"\b(?P<month>{MONTH_NAME})\.? {_ENGLISH_DAY.format('first')} or (?:maybe )?{_ENGLISH_DAY.format('second')}\b"
    ),
)
_DAY_BEFORE = pattern(r"\byesterday(?: or| maybe|,| possibly| but)+ (?P<before>the day before)(?! yesterday)\b")
_TWO_COUNTS = pattern(
    rf"\b(?P<fewest>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine)(?: (?:or|to) | ?- ?)"
    rf"{COUNT} {UNIT} (?:ago|back)\b"
)
_TWO_COUNTS_CHINESE = pattern(
    r"(?P<fewest>[一二兩三四五六七八九]|\d{1,2})(?:個(?:月|星期|禮拜)|日|天)?(?:或者?|至到?|到|-)(?P<count>[二三四五六七八九十]|\d{1,2})"
    r"(?P<unit>日|天|個?星期|個?禮拜|個月|年)(?:之前|以前|前)"
)
_UNITS: dict[str, Unit] = {"日": "day", "天": "day", "星": "week", "禮": "week", "月": "month", "年": "year"}


def find(text: str, today: date) -> Iterator[tuple[int, int, Days]]:
    """Both days of each pair in folded text, or the days from the one to the other; in no order.

    >>> [str(days.since) for _, _, days in find("6 or 7 november", date(2026, 11, 22))]
    ['2026-11-06', '2026-11-07']
    """
    for found in _CHINESE.finditer(text):
        if found["days"] and not found["month"]:
            continue
        yield from _of_month(found, _number(found["month"]) if found["month"] else None, today)
    for expression in _ENGLISH:
        for found in expression.finditer(text):
            yield from _of_month(found, month_number(found["month"]), today)
    for found in _TWO_COUNTS.finditer(text):
        unit, times = unit_of(found["unit"])
        yield from _ago(found, unit, count_of(found["fewest"])[0] * times, count_of(found["count"])[0] * times, today)
    for found in _TWO_COUNTS_CHINESE.finditer(text):
        unit = _UNITS[found["unit"].removeprefix("個")[0]]
        yield from _ago(found, unit, _number(found["fewest"]), _number(found["count"]), today)
    for found in _DAY_BEFORE.finditer(text):
        day = today - timedelta(days=2)
        yield *found.span("before"), Days(day, day)


def _ago(found: re.Match[str], unit: Unit, fewest: int, most: int, today: date) -> Iterator[tuple[int, int, Days]]:
    """'3 or 4 days ago', as the days from the one to the other."""
    if 0 < fewest < most:
        earliest, latest = (whole(unit, shifted(today, unit, -count)) for count in (most, fewest))
        yield *found.span(), Days(earliest.since, latest.until)


def _of_month(found: re.Match[str], month: int | None, today: date) -> Iterator[tuple[int, int, Days]]:
    first, second = (_day(_number(found[name]), month, today) for name in ("first", "second"))
    if first is None or second is None or first.since is None or second.since is None:
        return
    if found.groupdict().get("to"):
        if first.since <= second.since:
            yield *found.span(), Days(first.since, second.since)
        return
    yield found.start(), found.end("first"), first
    yield found.start("second"), found.end(), second


def _day(day: int, month: int | None, today: date) -> Days | None:
    return past_day(day, month, None, today) if month else past_day_of_month(day, today)


def _number(words: str) -> int:
    value = numeral(re.sub("[a-z號日]", "", words))
    return int(value.low) if value else 0
