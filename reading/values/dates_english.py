"""Days and periods as people write them in English, and in digits."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from reading.values.calendar_days import Days, Unit, past_day, past_month, past_part, past_weekday, shifted, whole
from reading.values.numerals import numeral

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINARY_WORDS = frozenset(("may", "march", "mar", "sat", "sun", "mon", "wed", "jan"))
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)"
)
_CENTURY = 100
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FIRST_DAY = r"(?P<first>\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|and|until) ?"
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"sixty|ninety|couple(?: of)?|a couple(?: of)?|a few|few|several)"
)
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|wk|mth|yr)s?"
_PART = r"(?P<which>last|this|early|mid|late|in|end of|start of|beginning of)"
_NEARBY_DAY = (
    r"\bthe day before yesterday\b|\byesterday\b|\btoday\b|\blast night\b|\bthis (?:morning|afternoon|evening)\b|"
    r"\btonight\b|\btomorrow\b|\bjust now\b"
)
_BARE_YEAR = (
    r"(?:^ *|(?<=in )|(?<=of )|(?<=to )|(?<=and )|(?<=since )|(?<=from )|(?<=year )|(?<=before )|(?<=after )|"
    r"(?<=until ))(?P<year>20[1-4]\d)(?= *(?:$|[^\d\w ,.$]|[,.] |(?:to|and|or|by|per|compared|until|onwards?)\b))"
)

Match: TypeAlias = re.Match[str]
Reader: TypeAlias = Callable[[Match, date], Days | None]


def _unit(name: str) -> tuple[Unit, int]:
    if name == "fortnight":
        return "week", 2
    units: dict[str, Unit] = {
        "day": "day", "week": "week", "wk": "week", "month": "month", "mth": "month", "quarter": "quarter",
        "year": "year", "yr": "year",
    }  # fmt: skip
    return units[name], 1


def count_of(words: str) -> tuple[int, int]:
    """The lowest and the highest whole number that a numeral may mean; 1 for 'a'."""
    if words in ("a", "an"):
        return 1, 1
    value = numeral(f"a {words}" if words.startswith(("few", "couple")) else words)
    return (int(value.low), int(value.high)) if value else (1, 1)


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3]))


def _weekday_number(name: str) -> int:
    return next(number for number, weekday in enumerate(_WEEKDAYS) if weekday.startswith(name[:3]))


def _year(found: Match) -> int | None:
    return int(found["year"]) if found["year"] else None


def _iso(found: Match, today: date) -> Days | None:
    return past_day(int(found["day"]), int(found["month"]), int(found["year"]), today)


def _slashed(found: Match, today: date) -> Days | None:
    """Day before month, as Hong Kong writes."""
    year = _year(found)
    if year is not None and year < _CENTURY:
        year += 2000
    return past_day(int(found["day"]), int(found["month"]), year, today)


def _named_day(found: Match, today: date) -> Days | None:
    return past_day(int(found["day"]), _month_number(found["month"]), _year(found), today)


def _named_days(found: Match, today: date) -> Days | None:
    month, year = _month_number(found["month"]), _year(found)
    first, last = (past_day(int(day), month, year, today) for day in (found["first"], found["day"]))
    return Days(first.since, last.until) if first and last and int(found["first"]) <= int(found["day"]) else None


def _is_a_word(found: Match, name: str) -> bool:
    """Whether 'may' or 'sat' is more likely the ordinary word, as nothing around it speaks of time."""
    if name not in _ORDINARY_WORDS or found["which"] or found.groupdict().get("year"):
        return False
    before, after = found.string[: found.start()], found.string[found.end() :]
    alone = not re.search(r"\w", before + after)
    return not (
        alone
        or re.search(
            r"\b(?:from|to|and|between|or|since|by|until|till|before|after|maybe|around|about|"
            r"probably|perhaps|was|think|-) ?$",
            before,
        )
        or re.match(r" ?(?:to|until|till|and|-) ", after)
    )


def _named_month(found: Match, today: date) -> Days | None:
    if _is_a_word(found, found["month"]):
        return None
    days = past_month(_month_number(found["month"]), _year(found), today)
    if found["which"] == "last" and days and days.since and days.since <= today <= (days.until or today):
        return past_month(_month_number(found["month"]), today.year - 1, today)
    return days


def _month_of_year(found: Match, today: date) -> Days | None:
    """'March last year'."""
    return past_month(_month_number(found["month"]), today.year - (1 if found["which"] == "last" else 0), today)


def _weekday(found: Match, today: date) -> Days | None:
    if _is_a_word(found, found["weekday"]):
        return None
    number = _weekday_number(found["weekday"])
    if found["which"] == "next":
        return whole("day", shifted(past_weekday(number, today, today_counts=True), "week", 1))
    return whole("day", past_weekday(number, today, today_counts=found["which"] in ("this", "on")))


def _relative_day(found: Match, today: date) -> Days | None:
    words = found[0]
    back = {"yesterday": 1, "last night": 1, "the day before yesterday": 2, "tomorrow": -1}.get(words, 0)
    return whole("day", shifted(today, "day", -back))


def _which_unit(found: Match, today: date) -> Days | None:
    unit, times = _unit(found["unit"])
    step = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}[found["which"]]
    return whole(unit, shifted(today, unit, step * times))


def _before_last(found: Match, today: date) -> Days | None:
    unit, times = _unit(found["unit"])
    return whole(unit, shifted(today, unit, -2 * times))


def _ago(found: Match, today: date) -> Days | None:
    unit, times = _unit(found["unit"])
    fewest, most = count_of(found["count"])
    earliest, latest = (whole(unit, shifted(today, unit, -count * times)) for count in (most, fewest))
    return Days(earliest.since, latest.until)


def _past_units(found: Match, today: date) -> Days | None:
    unit, times = _unit(found["unit"])
    count = count_of(found["count"])[1] if found["count"] else 1
    return Days(shifted(today, unit, -count * times), today)


def _quarter(found: Match, today: date) -> Days | None:
    return past_part("quarter", 3 * int(found["number"]) - 2, _year(found), today)


def _half(found: Match, today: date) -> Days | None:
    first = "1" in (found["number"] or "") or found["words"] == "first"
    return past_part("half", 1 if first else 7, _year(found), today)


def _whole_year(found: Match, today: date) -> Days | None:
    return whole("year", date(int(found["year"]), 1, 1))


def _christmas(found: Match, today: date) -> Days | None:
    return past_day(25, 12, _year(found), today)


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
    (rf"\b{_FIRST_DAY}{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b", _named_days),
    (rf"\b{_MONTH} {_FIRST_DAY}{_DAY}(?!\d)(?:,? {_YEAR}\b)?", _named_days),
    (rf"\b{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b", _named_day),
    (rf"\b{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR}\b)?", _named_day),
    (rf"\b{_MONTH} (?:of )?(?P<which>last|this) year\b", _month_of_year),
    (rf"\b(?:the )?(?:{_PART}[ \-])?{_MONTH}(?:,? (?:of )?{_YEAR})?\b", _named_month),
    (_NEARBY_DAY, _relative_day),
    (rf"\b(?:(?P<which>last|this|next|on|past) )?{_WEEKDAY}\b", _weekday),
    (r"\b(?:the |over the |at the )?(?P<which>last|this|past)? ?weekend\b", _weekend),
    (rf"\b{_COUNT} {_UNIT} (?:ago|back|earlier)\b", _ago),
    (rf"\b(?:in |over |during |within |for )?(?:the )?(?:last|past|previous|recent) {_COUNT} {_UNIT}\b", _past_units),
    (rf"\b(?:(?:in|over|during|within) the (?:last|past)|the past) (?P<count>){_UNIT}\b", _past_units),
    (rf"\b(?P<which>last|previous|this|current|next) {_UNIT}\b", _which_unit),
    (rf"\bthe {_UNIT} before last\b", _before_last),
    (rf"\bq(?P<number>[1-4])(?: ?(?:of )?{_YEAR})?\b", _quarter),
    (
        r"\b(?:the )?(?:h(?P<number>[12])|(?P<words>first|second) half)"
        rf"(?: (?:of )?(?:the |this )?(?:year|{_YEAR}))?\b",
        _half,
    ),
    (rf"\b(?:last |this )?(?:christmas|xmas)(?: (?:of )?{_YEAR})?\b", _christmas),
    (_BARE_YEAR, _whole_year),
)
READERS = tuple((re.compile(expression), reader) for expression, reader in _EXPRESSIONS)


_SOMETHING_OF_TIME = re.compile(
    r"\d[/.\-]\d|20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|"
    r"thu|fri|sat|sun|day|week|year|yr|wk|fortnight|"
    r"quarter|half|morning|afternoon|evening|night|tomorrow|just now|christmas|xmas|\b[qh][1-4]"
)
"""Without any of these no reader finds anything, which most messages are told by in microseconds."""


def find(text: str, today: date) -> Iterator[tuple[int, int, Days]]:
    """The days and periods in folded English text or digits, in no order; they may overlap."""
    if not _SOMETHING_OF_TIME.search(text):
        return
    for expression, reader in READERS:
        for found in expression.finditer(text):
            try:
                days = reader(found, today)
            except (OverflowError, ValueError):
                days = None
            if days is not None:
                yield found.start(), found.end(), days
