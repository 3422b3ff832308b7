"""Ages told by their decade: 'late 30s', 'fifty-something', '三十出頭', '五張嘢', '三字頭', '登六', '坐四望五'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reading.text import pattern
from reading.values.numerals import numeral

_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fourties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80,
}  # fmt: skip
_ENGLISH = pattern(
    rf"\b(?:(?P<part>early|mid|middle|late)[ \-]*)?(?P<decade>{'|'.join(_DECADES)}|"
    rf"[2-9]0'?s)\b|\b(?P<some>[2-9]0|twenty|thirty|forty|fifty|sixty|seventy)[ \-]?(?:something|"
    rf"odd)\b"
)
_CHINESE = pattern(
    r"(?P<decade>[2-9]0|[二三四五六七八九]十|廿|卅)歲?(?P<some>幾)?歲?(?P<part>出頭|頭|尾|中段|中|開外)|"
    r"(?P<initial>[二三四五六七八九2-9])(?:字頭|字?開頭|字?打頭)(?P<initial_part>尾|中)?"
)
_ENDS = r"(?=\W*$|[,.;!?。、啦喇呀啊囉咯喎架啩左仲都就先的了係])"
_SHEETS = pattern(
    r"(?P<sheets>[二兩三四五六七八]|[2-8])張(?:嘢)?(?:(?P<part>出頭|頭|尾|中)|(?P<some>幾)|"
    rf"(?P<half>半)(?:嘢)?{_ENDS}|(?P<years>[一二三四五六七八九1-9])(?!\d)|{_ENDS})(?![單片紙卡枱台相飛票])"
)
"""'五張嘢' is fifty, '五張幾' a decade and '四張八' forty-eight."""
_REACHED = pattern(rf"登(?P<reached>[三四五六七八九3-9])(?:張(?:嘢)?)?{_ENDS}")
_NEARING = pattern(rf"(?:坐[二三四五六七八]|^\W*|[我已,年近])(?:望|奔)(?P<nearing>[三四五六七八九])(?:之年)?{_ENDS}")
_PARTS = {
    "early": (0, 3), "出頭": (0, 3), "頭": (0, 3), "mid": (4, 6), "middle": (4, 6), "中": (4, 6), "中段": (4, 6),
    "late": (7, 9), "尾": (7, 9), "開外": (1, 9),
}  # fmt: skip
_HALF_A_DECADE = 5


class Decade(NamedTuple):
    """The youngest and the oldest that a decade or a part of one names, where it stands, and whether roughly said."""

    low: int
    high: int
    start: int
    end: int
    rough: bool = True


def decades_in(text: str) -> Iterator[Decade]:
    """The ages that folded text tells by their decade.

    >>> [decade[:2] for decade in decades_in("late 30s")], [decade[:2] for decade in decades_in("登六")]
    ([(37, 39)], [(59, 60)])
    """
    for found in _ENGLISH.finditer(text):
        decade = _DECADES.get(found["decade"] or "") or _number(found["some"] or found["decade"].rstrip("s'"))
        yield _part_of(decade, found["part"], found)
    for found in _CHINESE.finditer(text):
        decade = 10 * _number(found["initial"]) if found["initial"] else _number(found["decade"])
        yield _part_of(decade, found["part"] or found["initial_part"], found)
    for found in _REACHED.finditer(text):
        reached = 10 * _number(found["reached"])
        yield Decade(reached - 1, reached, *found.span())
    for found in _NEARING.finditer(text):
        nearing = 10 * _number(found["nearing"])
        yield Decade(nearing - _HALF_A_DECADE, nearing - 1, *found.span())


def sheets_in(text: str) -> Iterator[Decade]:
    """The ages that folded text counts in 張, which may count much else where no age was asked.

    >>> [decade[:2] for decade in sheets_in("五張")], [decade[:2] for decade in sheets_in("買五張飛")]
    ([(50, 50)], [])
    """
    for found in _SHEETS.finditer(text):
        decade = 10 * _number(found["sheets"])
        if found["years"]:
            age = decade + _number(found["years"])
            yield Decade(age, age, *found.span(), rough=False)
        elif found["some"] or found["part"]:
            yield _part_of(decade, found["part"], found)
        else:
            age = decade + (_HALF_A_DECADE if found["half"] else 0)
            yield Decade(age, age, *found.span())


def _part_of(decade: int, part: str | None, found: re.Match[str]) -> Decade:
    first, last = _PARTS.get(part or "", (0, 9))
    begins = decade - decade % 10
    return Decade(max(decade, begins + first), begins + last, *found.span())


def _number(text: str) -> int:
    value = numeral(text)
    return int(value.low) if value else 0
