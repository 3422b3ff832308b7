"""Reads how long something has lasted: 'for 3 months', '三個月冇買嘢'."""

import re
from collections.abc import Iterator
from datetime import date

from reading.text import Folded, pattern
from reading.values.calendar_days import Unit, shifted
from reading.values.numerals import NUMERAL, numeral
from reading.values.periods import Period

UNITS: dict[str, Unit] = {
    "day": "day", "week": "week", "month": "month", "year": "year",
    "日": "day", "天": "day", "星期": "week", "個星期": "week", "禮拜": "week", "個禮拜": "week", "周": "week",
    "個月": "month", "年": "year",
}  # fmt: skip
ENGLISH = re.compile(rf"\bfor (?:over |more than |at least )?(?P<count>{NUMERAL}) (?P<unit>day|week|month|year)s?\b")
CHINESE = pattern(
    rf"(?:超過|成)?(?P<count>{NUMERAL})(?P<unit>日|天|個?星期|個?禮拜|周|個月|年)(?:都|以上|內)?(?=冇|沒有|未|無|唔|冇再)"
)
LONGEST = 1_000


def durations_in(folded: Folded, today: date) -> Iterator[tuple[int, int, Period]]:
    """The time up to today that a text says something has lasted, with its place in folded text.

    Args:
        folded: the text.
        today: the day that it ends with.
    """
    for found in (*ENGLISH.finditer(folded.text), *CHINESE.finditer(folded.text)):
        count = numeral(found["count"])
        if count and not count.rough and count.low == int(count.low) and 0 < count.low <= LONGEST:
            since = shifted(today, UNITS[found["unit"]], -int(count.low))
            yield found.start(), found.end(), Period(since, today, folded.span(found.start(), found.end()))
