"""The day of the calendar in an answer, which says more than the weekday, festival or 'last week' beside it.

'11月6號嗰個禮拜五' is the sixth, whatever Friday is near; '15號星期日，十一月' names its month behind the weekday.
"""

import re
from datetime import date

from reading.text import Folded, pattern
from reading.values.calendar_days import past_day, whole
from reading.values.english_days import DAY_IN_WORDS, MONTH_NAME, day_number
from reading.values.numerals import numeral
from reading.values.periods import LocatedPeriod, Period

_DIGITS = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_OF_THE_CALENDAR = pattern(
    rf"{_DIGITS} ?月 ?{_DIGITS}|{_DIGITS}號|\d[/.-]\d|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b(?:{DAY_IN_WORDS})\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH_NAME}\b|\b{MONTH_NAME}\.? (?:the )?\d{{1,2}}\b"
)
_DAY_ALONE = pattern(
    rf"(?<![月\d一二三四五六七八九十廿卅第])(?<!月 )(?P<chinese>{_DIGITS})號"
    r"(?=\W*$|[\s,.;!?。、()啦呀囉喎喇啩左嗰先]|星期|禮拜|周[一二三四五六日]|買|落單|收到|送到|前後|左右|朝|晏|夜晚|下晝)|"
    rf"\b(?<!first )(?<!last )(?P<english>\d{{1,2}}(?=st|nd|rd|th)|{DAY_IN_WORDS})(?:st|nd|rd|th)?"
    r"(?=\W*$|[,.;!?()]| (?:i think|maybe|or so|probably|it was|was|in|on|(?:a )?(?:mon|tue|wed|thu|fri|sat|sun))\w*\b)"
)
_ANOTHER_DAY = pattern(
    r"\b(?:or|and (?:again|then|also)|again|then|also|either|but)\b|或|定係?|又|再|還是|同埋|仲有|而家|之後又|以及|^、$"
)

_AGAIN = pattern(r"^ ?(?:都|先)?(?:又|再|again\b|too\b|as well\b)")


def day_named(folded: Folded, found: list[LocatedPeriod], today: date) -> LocatedPeriod | None:
    """The one day of the calendar among the periods of an answer.

    Args:
        folded: the answer.
        found: its periods.
        today: the day that days without a year come before.

    Returns:
        None where none or several are named, or where another day than this one may be meant as well ('or', 'again').
    """
    found = _with_month(folded, found, today)
    named = [each for each in found if each.period.is_one_day and _is_of_the_calendar(folded.text, each)]
    if len({each.period.since for each in named}) != 1 or _speaks_of_another(folded.text, found, named):
        return None
    return named[0]


def _is_of_the_calendar(text: str, located: LocatedPeriod) -> bool:
    return bool(_OF_THE_CALENDAR.search(text[located.start : located.end]))


def _speaks_of_another(text: str, found: list[LocatedPeriod], named: list[LocatedPeriod]) -> bool:
    """Whether a word that adds or offers another day stands between the day named and another that is not it."""
    day, others = named[0], [each for each in found if each not in named]
    for other in others:
        first, second = sorted((day, other), key=lambda each: each.start)
        before = text[max(0, first.start - 8) : first.start]
        if (
            _ANOTHER_DAY.search(text[first.end : second.start])
            or _AGAIN.match(text[second.end :])
            or "either" in before
        ):
            return True
    return False


def _with_month(folded: Folded, found: list[LocatedPeriod], today: date) -> list[LocatedPeriod]:
    """The periods with a day and its month made one, where each is said once and apart from the other."""
    months = [each for each in found if _is_a_month(each.period)]
    days = list(_DAY_ALONE.finditer(folded.text))
    if len(months) != 1 or len(days) != 1 or _overlaps(months[0], days[0]) or months[0].period.since is None:
        return found
    month = months[0].period.since
    day = past_day(_number(days[0]), month.month, month.year, today)
    if day is None or day.since is None or day.since > today:
        return found
    start, end = days[0].span()
    joined = LocatedPeriod(Period(day.since, day.since, folded.span(start, end)), start, end, months[0].rough)
    rest = [each for each in found if each is not months[0] and not _overlaps(each, days[0])]
    return sorted([*rest, joined], key=lambda each: each.start)


def _is_a_month(period: Period) -> bool:
    return period.since is not None and (period.since, period.until) == whole("month", period.since)


def _overlaps(located: LocatedPeriod, word: re.Match[str]) -> bool:
    return located.start < word.end() and word.start() < located.end


def _number(word: re.Match[str]) -> int:
    if word["english"]:
        return day_number(word["english"])
    value = numeral(word["chinese"])
    return int(value.low) if value else 0
