"""Days and periods of time in a text, counted from an injected day: 'last Tuesday', '上個月', 'since September'."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reading.text import Folded, Span, fold, pattern
from reading.values import alternative_days, dates_chinese, dates_english, exact_days, festivals
from reading.values.calendar_days import Days, shifted

_SINCE = pattern(r"(?:\b(?:ever )?since(?: about| around)?|\bfrom|\bstarting(?: from| in)?|自從?|由|從)(?: the)? ?$")
_SINCE_AFTER = pattern(r"^ ?(?:onwards?\b|(?:嘅時候)?(?:開始|起|以來|至今|到而家|到依家|到現在|打後))")
_JUST_BEFORE = pattern(r"\b(?:just|right|shortly|a bit) before(?: the)? ?$")
_JUST_AFTER = pattern(r"\b(?:just|right|shortly|a bit) after(?: the)? ?$")
_AFTER = pattern(r"(?:\b(?:after|later than)|\bpast)(?: the)? ?$")
_AFTER_AFTER = pattern(r"^ ?(?:之後|以後|過後)")
_BEFORE = pattern(r"(?:\b(?:before|prior to|earlier than))(?: the)? ?$")
_BEFORE_AFTER = pattern(r"^ ?(?:之前|以前|前(?![日天年]))")
_UNTIL = pattern(r"(?:\b(?:until|till|up to|by|through)) ?$")
_UNTIL_AFTER = pattern(r"^ ?(?:為止)")
_TO = pattern(r" ?(?:to|until|till|through|thru|and|-+|~|至|到|同) ?")
_TO_NOW = pattern(
    r"^ ?(?:to|until|till|through|-|至|到) ?(?:now|today|date|the present|present|而家|依家|現在|今日|今天|今)"
)
_WEEKDAY_BESIDE = pattern(r"[ ,，(]*(?:the |on |an? |嗰日係|嗰日|係)?")
_NOT_SINCE = pattern(
    r"\b(?:not|nothing|never|(?:have|has|did|was|is|had)n'?t)\b[^,.;!?]{0,32} since(?: about| around)?(?: the)? ?$"
)
_NONE_SINCE = pattern(r"^ ?(?:之後|以後|過後|後|開始|起|至今|以來|到而家|到依家)(?:就|都|一直|再|仲|我)*[無未]")
"""'Not since March' and '三月之後就冇買' say that it was in March, where that was asked."""
_BETWEEN = pattern(r"(?:\b(?:between|from)|由|從|介乎) ?$")
_ROUGHLY = pattern(
    r"(?:\b(?:about|around|roughly|maybe|sometime|some time|probably|i think)(?: in|"
    r" on)?|大概|大約|應該|好似|可能|差唔多) ?$"
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days named in a text.

    Attributes:
        since: the first day; None for 'before March'.
        until: the last day, included; None where no end is named ('since September' ends with the given today).
        span: where it stands in the text, with words such as 'since'.
    """

    since: date | None
    until: date | None
    span: Span

    @property
    def is_one_day(self) -> bool:
        """Whether a single day is meant."""
        return self.since is not None and self.since == self.until

    def __str__(self) -> str:
        """The ISO date of one day, or the ISO interval `since/until`; `..` stands for no bound.

        >>> str(Period(date(2026, 9, 1), date(2026, 9, 30), Span(0, 0)))
        '2026-09-01/2026-09-30'
        """
        since, until = (day.isoformat() if day else ".." for day in (self.since, self.until))
        return since if self.is_one_day else f"{since}/{until}"


@dataclass(frozen=True, slots=True)
class LocatedPeriod:
    """A period with its place in folded text; `rough` where words such as 'around' stand before it."""

    period: Period
    start: int
    end: int
    rough: bool = False


def find_period(text: str, today: date) -> Period | None:
    """The first day or period that a text names, or None.

    Args:
        text: what somebody wrote.
        today: the day that 'last week' is counted from. Months and days without a year are the latest ones that have
            begun; weeks begin on Monday; 'last Tuesday' is the latest one before today.

    >>> str(find_period("orders since September", date(2026, 11, 22)))
    '2026-09-01/2026-11-22'
    >>> str(find_period("上個月買嘅", date(2026, 11, 22)))
    '2026-10-01/2026-10-31'
    """
    return next((located.period for located in periods_in(fold(text), today)), None)


def periods_in(folded: Folded, today: date, elapsed_too: bool = False) -> Iterator[LocatedPeriod]:
    """The periods in folded text, in its order, ranges joined and bounds applied.

    Args:
        folded: the text.
        today: the day that they are counted from.
        elapsed_too: whether 'it's been two months' says when something last happened.
    """
    waiting: tuple[int, int, Days] | None = None
    for found in _days(folded.text, today, elapsed_too):
        if waiting is None:
            waiting = found
            continue
        joined = _with_its_weekday(folded.text, waiting, found) or _join(folded.text, waiting, found)
        if joined is None:
            yield _located(folded, waiting, today, elapsed_too)
        waiting = joined or found
    if waiting is not None:
        yield _located(folded, waiting, today, elapsed_too)


def _days(text: str, today: date, elapsed_too: bool) -> list[tuple[int, int, Days]]:
    """The days named in the text from left to right, the longest where readings overlap."""
    found = [*dates_english.find(text, today, elapsed_too), *festivals.find(text, today)]
    found += [*exact_days.find(text, today), *alternative_days.find(text, today)]
    if not text.isascii():
        found += dates_chinese.find(text, today, elapsed_too)
    chosen: list[tuple[int, int, Days]] = []
    for candidate in sorted(found, key=lambda days: (days[0] - days[1], days[0])):
        if not any(candidate[0] < other[1] and other[0] < candidate[1] for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda days: days[0])


def _with_its_weekday(
    text: str, first: tuple[int, int, Days], second: tuple[int, int, Days]
) -> tuple[int, int, Days] | None:
    """'Tuesday 3 November' as one day: the weekday alone is read as the latest one, the date is the earlier of both."""
    days = [found.since for _, _, found in (first, second) if found.since and found.since == found.until]
    is_near = _WEEKDAY_BESIDE.fullmatch(text[first[1] : second[0]])
    if len(days) < len((first, second)) or is_near is None or days[0].weekday() != days[1].weekday():
        return None
    return first[0], second[1], Days(min(days), min(days))


def _join(text: str, first: tuple[int, int, Days], second: tuple[int, int, Days]) -> tuple[int, int, Days] | None:
    between = text[first[1] : second[0]]
    if not _TO.fullmatch(between):
        return None
    if between.strip() in ("and", "同") and not _BETWEEN.search(text[: first[0]]):
        return None
    since, until = first[2].since, second[2].until
    if since and until and since > until:
        since = shifted(since, "year", -1)
    begins = _BETWEEN.search(text[: first[0]])
    return (
        (begins.start() if begins else first[0], second[1], Days(since, until))
        if since and until and since <= until
        else None
    )


def _located(folded: Folded, found: tuple[int, int, Days], today: date, elapsed_too: bool) -> LocatedPeriod:
    start, end, days = found
    before, after = folded.text[max(0, start - 48) : start], folded.text[end : end + 16]
    if elapsed_too and (_NOT_SINCE.search(before) or _NONE_SINCE.match(after)):
        return LocatedPeriod(Period(days.since, days.until, folded.span(start, end)), start, end)
    before = before[-24:]
    days, wider_before, wider_after = _bounded(days, before, after, today)
    start, end = start - wider_before, end + wider_after
    rough = _ROUGHLY.search(folded.text[max(0, start - 24) : start])
    start -= len(rough[0]) if rough else 0
    return LocatedPeriod(Period(days.since, days.until, folded.span(start, end)), start, end, bool(rough))


def _bounded(days: Days, before: str, after: str, today: date) -> tuple[Days, int, int]:
    """The days with the bound that the words around them give, and how long those words are on either side."""
    if found := _TO_NOW.match(after):
        begins = _BETWEEN.search(before)
        return Days(days.since, today), len(begins[0]) if begins else 0, len(found[0])
    if (found := _JUST_BEFORE.search(before)) and days.since:
        return Days(shifted(days.since, "week", -1), shifted(days.since, "day", -1)), len(found[0]), 0
    if (found := _JUST_AFTER.search(before)) and days.until:
        return Days(shifted(days.until, "day", 1), min(shifted(days.until, "week", 1), today)), len(found[0]), 0
    for expression, expression_after, bound in (
        (_SINCE, _SINCE_AFTER, Days(days.since, today)),
        (_AFTER, _AFTER_AFTER, Days(shifted(days.until, "day", 1) if days.until else None, today)),
        (_BEFORE, _BEFORE_AFTER, Days(None, shifted(days.since, "day", -1) if days.since else None)),
        (_UNTIL, _UNTIL_AFTER, Days(None, days.until)),
    ):
        found_before, found_after = expression.search(before), expression_after.match(after)
        if found_before or found_after:
            return bound, len(found_before[0]) if found_before else 0, len(found_after[0]) if found_after else 0
    return days, 0, 0
