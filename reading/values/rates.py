"""How often: 'twice a week', '一個月三四次', 'every other day', 'once every three months'."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reading.text import Folded, Span, fold, pattern
from reading.values.money import Per
from reading.values.numbers import numbers_in
from reading.values.numerals import NUMERAL, numeral

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH_PER = (
    r"(?P<per>day|morning|evening|night|week|weekend|fortnight|month|quarter|year|yr|wk|mth|"
    rf"{'|'.join(_WEEKDAYS)})"
)
_CHINESE_PER = (
    r"(?P<per>(?<=[每一均隔\d兩二三四五六七八九十幾半])(?:日(?![用常本系])|天|年)(?!前)|"
    r"個?星期|個?禮拜|個?周|個?周末|(?<![上今下前])個月|(?<=[每一])月|個?季度?)"
)
_COUNTS = {
    "other": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "few": 3, "couple of": 2, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "tenth": 10, "10th": 10,
}  # fmt: skip
_WHICH = "|".join(_COUNTS)
_ONCE = {"once": 1, "twice": 2, "thrice": 3}
_TIMES_A = pattern(
    rf"^ ?(?:(?:times?|x|orders?|purchases?|deliveries|visits|goes|shops?)? ?(?:a|an|"
    rf"per|each|every|/|in a|in one)|times?) ?{_ENGLISH_PER}\b"
)
_ONCE_A = pattern(
    rf"\b(?P<once>once|twice|thrice)(?: or (?P<or>twice|thrice))? ?(?:a|per|each|every|"
    rf"/|in a|in) ?(?:(?P<count>{NUMERAL}|{_WHICH}) )?{_ENGLISH_PER}s?\b"
)
_TIMES_EVERY = pattern(rf"^ ?times? every (?P<count>{NUMERAL}|{_WHICH}) {_ENGLISH_PER}s?\b")
_EVERY = pattern(
    rf"\b(?:every|each) (?:(?P<count>{NUMERAL}(?: ?(?:-|to|or) ?{NUMERAL})?|"
    rf"{_WHICH}) )?{_ENGLISH_PER}s?\b"
)
_BOTH_DAYS = pattern(r"^,? ?(?:on )?both days\b")
_ADVERB = pattern(r"\b(?P<bi>bi-?)?(?P<per>daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b")
_TIMES_ADVERB = pattern(
    r"^ ?(?:times?|x|orders?|purchases?|deliveries|visits|goes|shops?)? ?"
    r"(?P<adverb>daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b"
)
_ONCE_ADVERB = pattern(
    r"\b(?P<once>once|twice|thrice) (?P<adverb>daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b"
)
_ADVERBS: dict[str, str] = {
    "daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year",
}  # fmt: skip
_CHINESE_RATE = pattern(
    rf"(?:(?P<every>每|平均|隔)?(?P<count>{NUMERAL})?{_CHINESE_PER})[^\d一二兩三四五六七八九十廿卅卌百千萬幾半無唔未,.;。]{{0,6}}"
    rf"(?:大概|大約|約|成|買|去|有)?(?P<times>{NUMERAL}(?:(?:-|至|到|或)(?:{NUMERAL}))?)(?:幾)?(?:次|單|"
    rf"轉|趟|回)"
)
_CHINESE_EVERY = pattern(
    rf"(?P<every>每|隔)(?P<count>{NUMERAL})?{_CHINESE_PER}|(?P<daily>日日|天天|朝朝|晚晚|每[朝晚])|(?P<weekly>星期星期|"
    rf"個個(?:星期|禮拜)|逢(?:星期|禮拜|周)[一二三四五六日天末])|(?P<monthly>月月|個個月)"
)
_PERIODS: dict[str, tuple[Per, int]] = {
    "day": ("day", 1), "week": ("week", 1), "wk": ("week", 1), "weekend": ("week", 1), "fortnight": ("week", 2),
    "month": ("month", 1), "mth": ("month", 1), "quarter": ("month", 3), "year": ("year", 1), "yr": ("year", 1),
    "日": ("day", 1), "天": ("day", 1), "星期": ("week", 1), "禮拜": ("week", 1), "周": ("week", 1),
    "周末": ("week", 1), "月": ("month", 1), "季": ("month", 3), "季度": ("month", 3), "年": ("year", 1),
    **dict.fromkeys(("morning", "evening", "night"), ("day", 1)), **dict.fromkeys(_WEEKDAYS, ("week", 1)),
}  # fmt: skip
_ORDER: tuple[Per, ...] = ("day", "week", "month", "year")
_EVERYDAY: dict[tuple[Per, Per], int] = {
    ("day", "week"): 7, ("day", "month"): 30, ("day", "year"): 365, ("week", "month"): 4, ("week", "year"): 52,
    ("month", "year"): 12,
}  # fmt: skip
"""How many of the first people count in the second."""


_ROUGHLY = pattern(
    r"(?:\b(?:about|around|roughly|approximately|maybe|probably|nearly|almost|like|"
    r"i guess|i think)|大概|大約|約|差唔多|成|應該|可能|好似) ?$"
)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something happens, as a text says it.

    Attributes:
        low: the fewest times in `every` periods.
        high: the most times in them.
        per: the kind of period.
        every: how many periods the times are for: 2 for 'every other week'.
        span: where it stands in the text.
        rough: the writer spoke roughly.
    """

    low: Decimal
    high: Decimal
    per: Per
    every: Decimal
    span: Span
    rough: bool = False

    def times_a(self, per: Per) -> Decimal:
        """The times in one such period, from the middle of the range, as people convert.

        Who says 'once a week' means four times a month and who says 'every other day' fifteen: to people a month has
        four weeks and thirty days. The calendar's averages (4.33 weeks, 30.42 days) would store a number that nobody
        has said. A year has twelve months, 52 weeks and 365 days.

        >>> find_rate("twice a week").times_a("month"), find_rate("every other day").times_a("month")
        (Decimal('8'), Decimal('15'))
        """
        times = (self.low + self.high) / 2
        if per == self.per:
            return times / self.every
        if _ORDER.index(self.per) < _ORDER.index(per):
            return times * _EVERYDAY[self.per, per] / self.every
        return times / _EVERYDAY[per, self.per] / self.every


@dataclass(frozen=True, slots=True)
class LocatedRate:
    """A rate with its place in folded text."""

    rate: Rate
    start: int
    end: int


def find_rate(text: str) -> Rate | None:
    """The first rate in a text, or None; 'often' and 'sometimes' name none.

    >>> rate = find_rate("一個月買三四次")
    >>> int(rate.low), int(rate.high), rate.per
    (3, 4, 'month')
    """
    return next((located.rate for located in rates_in(fold(text))), None)


def rates_in(folded: Folded) -> Iterator[LocatedRate]:
    """The rates in folded text, those that begin first before the others, none overlapping."""
    position = 0
    found = [*_english(folded), *_chinese(folded)]
    for located in sorted(found, key=lambda rate: (rate.start, -rate.end)):
        if located.start >= position:
            yield located
            position = located.end


def _english(folded: Folded) -> Iterator[LocatedRate]:
    text = folded.text
    for number in numbers_in(folded):
        if tail := _TIMES_ADVERB.match(text[number.end :]):
            exact = number.number.middle
            bounds = (number.number.low or exact, number.number.high or exact)
            per = _ADVERBS[tail["adverb"]]
            yield _located(folded, number.start, number.end + len(tail[0]), bounds, per, None, number.number.rough)
            continue
        tail = _TIMES_EVERY.match(text[number.end :]) or _TIMES_A.match(text[number.end :])
        low, high = number.number.low, number.number.high
        if tail and (low is not None or high is not None):
            count = tail.groupdict().get("count")
            bounds = (low if low is not None else high or Decimal(0), high if high is not None else low or Decimal(0))
            rough = number.number.rough or low is None or high is None
            yield _located(folded, number.start, number.end + len(tail[0]), bounds, tail["per"], count, rough)
    for found in _ONCE_A.finditer(text):
        times = Decimal(_ONCE[found["once"]])
        yield _located(
            folded,
            *found.span(),
            (times, Decimal(_ONCE.get(found["or"] or "", int(times)))),
            found["per"],
            found["count"],
        )
    for found in _ONCE_ADVERB.finditer(text):
        times = Decimal(_ONCE[found["once"]])
        yield _located(folded, *found.span(), (times, times), _ADVERBS[found["adverb"]], None)
    for found in _EVERY.finditer(text):
        both = _BOTH_DAYS.match(text[found.end() :]) if found["per"] == "weekend" else None
        times, end = (Decimal(2), found.end() + len(both[0])) if both else (Decimal(1), found.end())
        yield _located(folded, found.start(), end, (times, times), found["per"], found["count"])
    for found in _ADVERB.finditer(text):
        yield _located(
            folded, *found.span(), (Decimal(1), Decimal(1)), _ADVERBS[found["per"]], "other" if found["bi"] else None
        )


def _chinese(folded: Folded) -> Iterator[LocatedRate]:
    if folded.text.isascii():
        return
    for found in _CHINESE_RATE.finditer(folded.text):
        times = _bounds(found["times"])
        if times:
            yield _located(
                folded, *found.span(), times, found["per"].removeprefix("個"), _every(found["every"], found["count"])
            )
    for found in _CHINESE_EVERY.finditer(folded.text):
        per = (
            "day"
            if found["daily"]
            else "week"
            if found["weekly"]
            else "month"
            if found["monthly"]
            else found["per"].removeprefix("個")
        )
        yield _located(folded, *found.span(), (Decimal(1), Decimal(1)), per, _every(found["every"], found["count"]))


def _every(word: str | None, count: str | None) -> str | None:
    """'隔日' is every other day; '每兩個月' every second month."""
    return "other" if word == "隔" and not count else count


def _bounds(words: str) -> tuple[Decimal, Decimal] | None:
    inside = next(numbers_in(fold(words + "次")), None)
    number = inside.number if inside else None
    return (number.low, number.high) if number and number.low is not None and number.high is not None else None


def _located(
    folded: Folded,
    start: int,
    end: int,
    times: tuple[Decimal, Decimal],
    per: str,
    count: str | None,
    rough: bool = False,
) -> LocatedRate:
    roughly = _ROUGHLY.search(folded.text[max(0, start - 24) : start])
    start -= len(roughly[0]) if roughly else 0
    rough = rough or bool(roughly)
    kind, periods = _PERIODS[per]
    every = Decimal(periods) * _count(count)
    rate = Rate(times[0], times[1], kind, every, folded.span(start, end), rough or times[0] != times[1])
    return LocatedRate(replace(rate, rough=rate.rough or count in ("few", "couple of")), start, end)


def _count(words: str | None) -> Decimal:
    if not words:
        return Decimal(1)
    if words in _COUNTS:
        return Decimal(_COUNTS[words])
    value = numeral(words)
    if value:
        return (value.low + value.high) / 2 or Decimal(1)
    inside = next(numbers_in(fold(words)), None)
    return inside.number.middle if inside and inside.number.middle else Decimal(1)
