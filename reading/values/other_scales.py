"""Scores that are given on another scale than the one asked for: '90%', '4/5 stars', '五粒星俾四粒'."""

from collections.abc import Iterator
from decimal import Decimal

from reading.text import pattern
from reading.values.numerals import NUMERAL, numeral
from reading.values.shares import Quantity

_TOPS = r"five|hundred|a hundred|5|100"
_ENDS = r"(?=\W*$|[,.;!?)。、]| ?(?:so|but|and|because|i|on|in|overall|for|really|maybe)\b|[啦喇囉啩掛咁左即,])"
_OUT_OF = pattern(
    rf"(?:(?<![\d/.])(?P<count>\d+(?:\.\d)?)|\b(?P<word>one|two|three|four|five|zero|{NUMERAL}))(?: stars?)?"
    rf" ?(?:/|out of|of)(?: a)? ?(?P<top>{_TOPS})(?!\d|/\d| ?%)(?: stars?)?{_ENDS}"
)
_PERCENT = pattern(
    rf"(?P<count>{NUMERAL}) ?(?:%|per ?cent\b|pct\b|巴仙)(?: ?(?:happy|satisfied|there|good|ok|content|滿意|"
    rf"開心))?{_ENDS}|"
    rf"百分之(?P<chinese>{NUMERAL})"
)
_CHINESE_STARS = pattern(rf"(?P<top>[五5])(?:粒|顆)?星[^\d,。;!?]{{0,4}}?(?P<count>{NUMERAL})(?:粒|顆|星)")
_ANY = pattern(r"/|\bof\b|%|cent\b|pct\b|百分之|巴仙|星")
_TOP = {"five": 5, "5": 5, "五": 5}
_HUNDRED = Decimal(100)


def converted(text: str, top: int) -> list[Quantity]:
    """The scores on a scale of five or a hundred in folded text that come to a whole one of the scale from 0 to `top`.

    >>> [int(each.value) for each in converted("4/5 stars", 10)], converted("85%", 10)
    ([8], [])
    """
    found = [Quantity(start, end, share * top, rough=True) for start, end, share in _shares(text)]
    return [each for each in found if 0 <= each.value <= top and each.value == int(each.value)]


def on_another_scale(text: str) -> list[tuple[int, int]]:
    """Where folded text gives a score on another scale, whether or not it comes to a whole one."""
    return [(start, end) for start, end, _ in _shares(text)]


def _shares(text: str) -> Iterator[tuple[int, int, Decimal]]:
    if not _ANY.search(text):
        return
    for found in _OUT_OF.finditer(text):
        if count := numeral(found["count"] or found["word"]):
            yield *found.span(), count.low / _TOP.get(found["top"], 100)
    for found in _PERCENT.finditer(text):
        if count := numeral(found["count"] or found["chinese"]):
            yield *found.span(), count.low / _HUNDRED
    for found in _CHINESE_STARS.finditer(text):
        if count := numeral(found["count"]):
            yield *found.span(), count.low / _TOP[found["top"]]
