"""Shares of so many: 'a fifth', '80 per cent', 'all except three', '十分之二', for 'how many out of your last ten?'."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from catalogue import Question
from reading.text import fold, pattern
from reading.values.numerals import NUMERAL, numeral

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_FEW = "one|two|three|four|five|six|seven|eight|nine|[1-9]"
_ENGLISH_FRACTION = pattern(
    rf"(?<!other )\b(?:(?P<count>an?|{_FEW})[ -])?(?P<part>{'|'.join(_PARTS)})s?"
    r"(?=\W*$|[,.;!?]|\W+(?:of|maybe|or so|from|here|is|are|were|was|i|at|with|probably|roughly|the|if)\b)"
)
_CHINESE_FRACTION = pattern(
    r"(?P<parts>[二三四五六七八九十百]|10|100|[2-9])分(?:之)?(?P<count>[一二兩三四五六七八九十]{1,3}|\d{1,2})"
    r"(?!分|鐘|點|\d)|"
    r"(?<![另外])(?P<half>一半|半數)(?!都?[無未唔])|"
    r"(?P<tenths>[一二三四五六七八九])成(?P<more>[半一二三四五六七八九])(?!成)"
)
_SO_MANY_IN = pattern(
    rf"\b(?P<count>{_FEW}) (?:in|out of)(?: every)? "
    r"(?P<parts>two|three|four|five|six|eight|[2-8])\b"
)
_EVEN = pattern(r"\b(?:50|fifty)[ /-]{1,3}(?:50|fifty)\b|五五(?:分|開)|一半一半|半半|\bhalf[ /-]{1,3}half\b")
_BOUND = pattern(
    r"(?:\b(?:(?:more|less|fewer) than|over|under|above|below|at (?:least|most)|not (?:even|quite))(?: a)?|"
    r"超過|多過|少過|唔夠|未夠|唔到|未到|不到|多於|少於) ?$"
)
_PERCENT = pattern(rf"(?P<count>{NUMERAL}|\d+) ?(?:%|per ?cent\b|pct\b|巴仙)")
_ALL_BUT = pattern(
    r"\b(?:all|every(?:thing| ?one)?|each)(?: (?:of )?(?:them|those|ten|10))?,? "
    rf"(?:but|except(?: for)?|bar|apart from|other than|minus|save)(?: for)? (?:the )?(?P<english>{NUMERAL})\b|"
    rf"除(?:左|了|開)(?P<chinese>{NUMERAL})次?[^。;!?]{{0,6}}(?:全部|其他|其餘|都係|都在)"
)
_ALL = pattern(
    r"\b(?:every (?:single )?(?:one|time|order|purchase)|each and every one|"
    r"all(?: of (?:them|those|it)| here|(?=\W*$))|the (?:whole )?lot|always)(?: of (?:them|those))?\b"
    r"(?!.{0,24}\b(?:elsewhere|other|another|else|rest|on|bar|but|except)\b)|"
    r"(?:全部|次次|每次|十次晒|冚[唪巴]唥)(?:都)?(?:係|在|同)?(?:呢度|你地?度?|這裡|度)?(?:買|幫襯)?(?:晒)?"
    r"(?=\W*$|[啦呀囉喎架,.!。])"
)
_NOT_ALL = pattern(
    r"(?:\b(?:not|almost|nearly|practically|hardly|never|virtually|after|above|at|in|for|that's|that is|first of|"
    r"best of|isn't|aren't|except)(?: quite| at)?|"
    r"唔係|不是|幾乎|差唔多|未|唔會) ?$"
)
_THE_LAST_ONE = pattern(
    r"\b(?:just|only|merely)(?: (?:the|this|that|my))* (?:last|latest|most recent|first)"
    r"(?: (?:one|order|time|purchase)\b|(?=\W*$|,))|"
    r"(?:得|淨係|只有|只係|就係)(?:最近|最尾|最後|上|今|呢|頭先)(?:個|嗰)?一?次"
)
_ROUGHLY = pattern(r"(?:\b(?:about|around|roughly|maybe|probably|nearly|almost|like)|大概|大約|約|差唔多|可能) ?$")


class Quantity(NamedTuple):
    """A number that words come to, and where they stand in folded text."""

    start: int
    end: int
    value: Decimal
    rough: bool = False
    times: Decimal | None = None
    """The times that were said, where `value` is what a rate of them comes to."""


def whole_of(question: Question) -> Decimal | None:
    """What a question asks a share of: ten, for 'out of your last ten'; None where it asks no share.

    The most that the question holds is that whole.
    """
    asks_a_share = "out of" in fold(question.ask["en"]).text
    return Decimal(question.kind.high) if asks_a_share and question.kind.high is not None else None


def shares_in(text: str, whole: Decimal) -> list[Quantity]:
    """The shares that folded text names, as so many of `whole`, in its order, none overlapping.

    A share that comes to no whole number is the nearest one and rough ('a third' of ten is 3); one right between two
    stays there.

    >>> [int(share.value) for share in shares_in("80 per cent", Decimal(10))]
    [8]
    """
    chosen: list[Quantity] = []
    for found in sorted(_shares(text, whole), key=lambda share: (share.start, -share.end)):
        bounded = _BOUND.search(text[: found.start])
        if not bounded and 0 <= found.value <= whole and (not chosen or found.start >= chosen[-1].end):
            chosen.append(found)
    return chosen


def _shares(text: str, whole: Decimal) -> Iterator[Quantity]:
    for found, count, parts in _fractions(text):
        if count <= parts:
            yield _share(text, found, count, parts, whole)
    for found in _ALL_BUT.finditer(text):
        rest = numeral(found["english"] or found["chinese"])
        if rest and not rest.rough:
            yield Quantity(*found.span(), whole - rest.low)
    for expression, value in ((_ALL, whole), (_THE_LAST_ONE, Decimal(1))):
        for found in expression.finditer(text):
            if not _NOT_ALL.search(text[: found.start()]):
                yield Quantity(*found.span(), value)


def _fractions(text: str) -> Iterator[tuple[re.Match[str], Decimal, Decimal]]:
    """The fractions in a text, each with its counter and its denominator."""
    for found in _ENGLISH_FRACTION.finditer(text):
        if found["count"] or found["part"] == "half":
            yield found, _count(found["count"] or "a"), Decimal(_PARTS[found["part"]])
    for found in _CHINESE_FRACTION.finditer(text):
        yield found, *_parts_of(found)
    for found in _SO_MANY_IN.finditer(text):
        yield found, _count(found["count"]), _count(found["parts"])
    for found in _PERCENT.finditer(text):
        yield found, _count(found["count"]), Decimal(100)
    for found in _EVEN.finditer(text):
        yield found, Decimal(1), Decimal(2)


def _parts_of(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The counter and the denominator of a fraction in Chinese."""
    if found["half"]:
        return Decimal(1), Decimal(2)
    if found["more"]:
        more = Decimal(5) if found["more"] == "半" else _count(found["more"])
        return 10 * _count(found["tenths"]) + more, Decimal(100)
    return _count(found["count"]), _count(found["parts"])


def _share(text: str, found: re.Match[str], count: Decimal, parts: Decimal, whole: Decimal) -> Quantity:
    roughly = _ROUGHLY.search(text[: found.start()])
    share = count * whole / parts
    nearest = share.to_integral_value()
    is_between = abs(share - nearest) == Decimal("0.5")
    start = roughly.start() if roughly else found.start()
    return Quantity(start, found.end(), share if is_between else nearest, bool(roughly) or share != nearest)


def _count(words: str) -> Decimal:
    value = None if words in ("a", "an") else numeral(words)
    return value.low if value else Decimal(1)
