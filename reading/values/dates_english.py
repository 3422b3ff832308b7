"""Days and periods as people write them in English, and in digits."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from reading.values.calendar_days import (
    Days,
    half_more_ago,
    past_day,
    past_day_of_month,
    past_month,
    past_part,
    past_weekday,
    shifted,
    third_of_month,
    whole,
)
from reading.values.english_days import (
    BARE_YEAR,
    CENTURY,
    COUNT,
    DAY,
    DAYS_BACK,
    FIRST_DAY,
    MONTH,
    MONTH_NAME,
    NEARBY_DAY,
    ORDINAL_DAY,
    ORDINARY_WORDS,
    PART,
    UNIT,
    WEEKDAY,
    YEAR,
    count_of,
    day_number,
    month_number,
    unit_of,
    weekday_number,
)

Match: TypeAlias = re.Match[str]
Reader: TypeAlias = Callable[[Match, date], Days | None]


def _year(found: Match) -> int | None:
    return int(found["year"]) if found["year"] else None


def _iso(found: Match, today: date) -> Days | None:
    return past_day(int(found["day"]), int(found["month"]), int(found["year"]), today)


def _slashed(found: Match, today: date) -> Days | None:
    """Day before month, as Hong Kong writes."""
    year = _year(found)
    if year is not None and year < CENTURY:
        year += 2000
    return past_day(int(found["day"]), int(found["month"]), year, today)


def _named_day(found: Match, today: date) -> Days | None:
    return past_day(int(found["day"]), month_number(found["month"]), _year(found), today)


def _ordinal_day(found: Match, today: date) -> Days | None:
    """'the twentieth of October', 'October the twentieth'."""
    return past_day(day_number(found["day"]), month_number(found["month"]), _year(found), today)


def _day_of_which_month(found: Match, today: date) -> Days | None:
    """'last month, the twentieth', 'the 5th of this month'."""
    month = shifted(today, "month", -1 if found["which"] == "last" else 0)
    return past_day(day_number(found["day"]), month.month, month.year, today)


def _day_of_the_month(found: Match, today: date) -> Days | None:
    """'On the 30th': the latest day that is one."""
    return past_day_of_month(day_number(found["day"]), today)


def _named_days(found: Match, today: date) -> Days | None:
    month, year = month_number(found["month"]), _year(found)
    first, last = (past_day(int(day), month, year, today) for day in (found["first"], found["day"]))
    return Days(first.since, last.until) if first and last and int(found["first"]) <= int(found["day"]) else None


def _is_a_word(found: Match, name: str) -> bool:
    """Whether 'may' or 'sat' is more likely the ordinary word, as nothing around it speaks of time."""
    if name not in ORDINARY_WORDS or found["which"] or found.groupdict().get("year"):
        return False
    before, after = found.string[: found.start()], found.string[found.end() :]
    alone = not re.search(r"\w", before + after)
    return not (
        alone
        or re.search(
            r"\b(?:from|to|and|between|or|since|by|until|till|before|after|maybe|around|about|"
            r"probably|perhaps|was|think|say|like|early|late|-) ?$",
            before,
        )
        or re.match(r" ?(?:to|until|till|and|-) ", after)
    )


def _named_month(found: Match, today: date) -> Days | None:
    if _is_a_word(found, found["month"]):
        return None
    days = past_month(month_number(found["month"]), _year(found), today)
    if found["which"] == "last" and days and days.since and days.since <= today <= (days.until or today):
        return past_month(month_number(found["month"]), today.year - 1, today)
    return days


def _month_of_year(found: Match, today: date) -> Days | None:
    """'March last year'."""
    return past_month(month_number(found["month"]), today.year - (1 if found["which"] == "last" else 0), today)


def _weekday(found: Match, today: date) -> Days | None:
    if _is_a_word(found, found["weekday"]):
        return None
    number = weekday_number(found["weekday"])
    if found["which"] == "next":
        return whole("day", shifted(past_weekday(number, today, today_counts=True), "week", 1))
    return whole("day", past_weekday(number, today, today_counts=found["which"] in ("this", "on")))


def _weekdays_ago(found: Match, today: date) -> Days | None:
    """'Two Fridays ago', 'the Friday before last'."""
    latest = past_weekday(weekday_number(found["weekday"]), today, today_counts=False)
    count = count_of(found["count"])[0] if found["count"] else 2
    return whole("day", shifted(latest, "week", 1 - count))


def _weekday_of_week(found: Match, today: date) -> Days | None:
    """'Monday this week', 'last week on Friday'."""
    monday = whole("week", shifted(today, "week", -1 if found["which"] == "last" else 0)).since
    return whole("day", shifted(monday, "day", weekday_number(found["weekday"]))) if monday else None


def _today(_: Match, today: date) -> Days | None:
    return whole("day", today)


def _and_a_half_ago(found: Match, today: date) -> Days | None:
    """'A month and a half ago', 'half a year ago': the week or the month around it."""
    count = count_of(found["count"])[0] if found["count"] else 0
    return half_more_ago(unit_of(found["unit"])[0], count, today)


def _part_of_month(found: Match, today: date) -> Days | None:
    """'The beginning of the month', 'the end of last month'."""
    month = shifted(today, "month", -1 if found["which"] == "last" else 0)
    if found["part"] == "end":
        return third_of_month("late", month)
    return third_of_month("mid" if found["part"].startswith("mid") else "early", month)


def _relative_day(found: Match, today: date) -> Days | None:
    back = DAYS_BACK.get(found[0].removeprefix("the "), 0)
    return whole("day", shifted(today, "day", -back))


def _which_unit(found: Match, today: date) -> Days | None:
    unit, times = unit_of(found["unit"])
    step = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}[found["which"]]
    return whole(unit, shifted(today, unit, step * times))


def _before_last(found: Match, today: date) -> Days | None:
    unit, times = unit_of(found["unit"])
    return whole(unit, shifted(today, unit, -2 * times))


def _ago(found: Match, today: date) -> Days | None:
    unit, times = unit_of(found["unit"])
    fewest, most = count_of(found["count"])
    earliest, latest = (whole(unit, shifted(today, unit, -count * times)) for count in (most, fewest))
    return Days(earliest.since, latest.until)


def _past_units(found: Match, today: date) -> Days | None:
    unit, times = unit_of(found["unit"])
    count = count_of(found["count"])[1] if found["count"] else 1
    return Days(shifted(today, unit, -count * times), today)


def _quarter(found: Match, today: date) -> Days | None:
    return past_part("quarter", 3 * int(found["number"]) - 2, _year(found), today)


def _half(found: Match, today: date) -> Days | None:
    first = "1" in (found["number"] or "") or found["words"] == "first"
    return past_part("half", 1 if first else 7, _year(found), today)


def _whole_year(found: Match, today: date) -> Days | None:
    return whole("year", date(int(found["year"]), 1, 1))


def _weekend(found: Match, today: date) -> Days | None:
    saturday = past_weekday(5, today, today_counts=True)
    if found["which"] == "last" and shifted(saturday, "day", 1) >= today:
        saturday = shifted(saturday, "week", -1)
    elif found["which"] == "this" and today.weekday() < 5:
        saturday = shifted(saturday, "week", 1)
    return Days(saturday, shifted(saturday, "day", 1))


_EXPRESSIONS: tuple[tuple[str, Reader], ...] = (
    (r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d/])(?:t[\d:.]+z?)?", _iso),
    (r"(?<![\d/$.])(?P<day>\d{1,2})[/](?P<month>\d{1,2})(?:[/](?P<year>(?:20)?\d\d))?(?![\d/])", _slashed),
    (r"(?<![\d/$.])(?P<day>\d{1,2})[.\-](?P<month>\d{1,2})[.\-](?P<year>20\d\d)(?!\d)", _slashed),
    (rf"\b{FIRST_DAY}{DAY} (?:of )?{MONTH}(?:,? {YEAR})?\b", _named_days),
    (rf"\b{MONTH} {FIRST_DAY}{DAY}(?!\d)(?:,? {YEAR}\b)?", _named_days),
    (rf"\b{DAY} (?:of )?{MONTH}(?:,? {YEAR})?\b", _named_day),
    (rf"\b{MONTH} {DAY}(?!\d)(?:,? {YEAR}\b)?", _named_day),
    (rf"\b{MONTH} (?:of )?(?P<which>last|this) year\b", _month_of_year),
    (rf"\b(?:the )?(?:{PART}[ \-])?{MONTH}(?:,? (?:of )?{YEAR})?\b", _named_month),
    (rf"\b{ORDINAL_DAY} (?:of )?{MONTH}(?:,? {YEAR})?\b", _ordinal_day),
    (
        rf"\b(?P<month>(?!(?:may|march|mar) (?!the)){MONTH_NAME})\.? (?:the )?{ORDINAL_DAY}(?:,? {YEAR})?\b",
        _ordinal_day,
    ),
    (
        rf"\b(?P<which>last|this) month,? ?(?:(?:on|around|about|probably|maybe|i think) )*(?:the )?{ORDINAL_DAY}\b",
        _day_of_which_month,
    ),
    (rf"\b{ORDINAL_DAY},? (?:of )?(?P<which>last|this) month\b", _day_of_which_month),
    (
        rf"(?:^\W*(?:the )?|\b(?:on|around|about|was|maybe|probably) the )(?!(?:first|second|third)\b){ORDINAL_DAY}"
        r"(?=\W*$|[,.;!?]| (?:i think|maybe|or so|probably)\b)",
        _day_of_the_month,
    ),
    (rf"\b{COUNT} {WEEKDAY}s ago\b", _weekdays_ago),
    (rf"\b(?:the )?{WEEKDAY} (?P<count>)before last\b", _weekdays_ago),
    (rf"\b{WEEKDAY},? (?:of )?(?P<which>this|last) week\b", _weekday_of_week),
    (rf"\b(?P<which>this|last) week,? (?:on )?{WEEKDAY}\b", _weekday_of_week),
    (
        r"\b(?:\d{1,2}|an?|one|two|three|four|five|six|a few|(?:a )?couple(?: of)?|half an) "
        r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?) (?:ago|back)\b",
        _today,
    ),
    (rf"\b{COUNT} (?P<unit>week|month|year) and a half ago\b", _and_a_half_ago),
    (rf"\b{COUNT} and a half (?P<unit>week|month|year)s? ago\b", _and_a_half_ago),
    (r"\bhalf a (?P<count>)(?P<unit>month|year) ago\b", _and_a_half_ago),
    (
        r"\b(?:the )?(?P<part>beginning|start|early part|end|middle|mid)(?: of)? (?P<which>the|this|last) month\b",
        _part_of_month,
    ),
    (NEARBY_DAY, _relative_day),
    (rf"\b(?:(?P<which>last|this|next|on|past) )?{WEEKDAY}\b", _weekday),
    (r"\b(?:the |over the |at the )?(?P<which>last|this|past)? ?weekend\b", _weekend),
    (rf"\b{COUNT} {UNIT} (?:ago|back|earlier)\b", _ago),
    (rf"\b(?:in |over |during |within |for )?(?:the )?(?:last|past|previous|recent) {COUNT} {UNIT}\b", _past_units),
    (rf"\b(?:(?:in|over|during|within) the (?:last|past)|the past) (?P<count>){UNIT}\b", _past_units),
    (rf"\b(?P<which>last|previous|this|current|next) {UNIT}\b", _which_unit),
    (rf"\bthe {UNIT} before last\b", _before_last),
    (rf"\bq(?P<number>[1-4])(?: ?(?:of )?{YEAR})?\b", _quarter),
    (
        r"\b(?:the )?(?:h(?P<number>[12])|(?P<words>first|second) half)"
        rf"(?: (?:of )?(?:the |this )?(?:year|{YEAR}))?\b",
        _half,
    ),
    (BARE_YEAR, _whole_year),
)
_ELAPSED: tuple[tuple[str, Reader], ...] = (
    (
        rf"\b(?:it's|it has|its|has|have|must|it'd) (?:been|be) (?:about |around |over |almost |nearly |like )?"
        rf"{COUNT} {UNIT}(?: now| since)?\b",
        _ago,
    ),
    (rf"\b{COUNT} {UNIT} (?:now|since)(?=\W*$|[,.;!?]| i )", _ago),
)
"""How long ago something last happened, where that was asked: 'it's been two months'."""
READERS = tuple((re.compile(expression), reader) for expression, reader in _EXPRESSIONS)
ELAPSED = tuple((re.compile(expression), reader) for expression, reader in _ELAPSED)


_SOMETHING_OF_TIME = re.compile(
    r"\d[/.\-]\d|20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|day|week|year|yr|wk|"
    r"fortnight|quarter|half|hour|minute|morning|afternoon|evening|night|tomorrow|just now|"
    r"ago\b|th\b|\d(?:st|nd|rd)\b|\b[qh][1-4]"
)
"""Without any of these no reader finds anything, which most messages are told by in microseconds."""


def find(text: str, today: date, elapsed_too: bool = False) -> Iterator[tuple[int, int, Days]]:
    """The days and periods in folded English text or digits, in no order; they may overlap."""
    if not _SOMETHING_OF_TIME.search(text):
        return
    for expression, reader in (*READERS, *(ELAPSED if elapsed_too else ())):
        for found in expression.finditer(text):
            try:
                days = reader(found, today)
            except (OverflowError, ValueError):
                days = None
            if days is not None:
                yield found.start(), found.end(), days
