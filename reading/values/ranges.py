"""Ranges of a quantity as people narrow them: 'just under 30k', 'a bit over 20 grand', '18k plus 6k from rent'."""

import re
from decimal import Decimal
from typing import TypeAlias

from reading.text import Folded, pattern
from reading.values.numbers import numbers_in
from reading.values.numerals import NUMERAL

Range: TypeAlias = tuple[Decimal | None, Decimal | None, int, int, bool]
"""The least and the most, where in the folded text, and whether roughly said."""

_THOUSAND = Decimal(1000)
_LEAST_IN_THOUSANDS = 10
"""A bare number below may be the place of a choice."""
_CLOSE = Decimal("0.1")
"""The part of an amount by which 'just under' it lies at most below it."""
_SMALL = r"(?:just|a (?:bit|little|touch|shade|tad)|slightly|a hair|bit)"
_AMOUNT_FOLLOWS = rf" ?(?:hk ?)?\$? ?(?=(?:an? )?{NUMERAL})"
_JUST_UNDER = pattern(
    rf"(?:\b(?:{_SMALL} (?:under|below|less than|short of|shy of)|not quite|nearly|almost|close to|coming up to|"
    rf"pushing|knocking on|nudging|approaching|short of|shy of|getting on for|right side of)|"
    r"(?:[差爭]少少|[差爭]的|就快|快要|將近|接近|未|唔)(?:先|就)?(?:夠|到|有)?)"
    rf"{_AMOUNT_FOLLOWS}"
)
_JUST_OVER = pattern(
    rf"(?:\b(?:{_SMALL} (?:over|above|more than|past|north of)|wrong side of)|(?:啱啱|剛剛?)過左?){_AMOUNT_FOLLOWS}"
)
_A_LITTLE_MORE = pattern(r"^ ?(?:蚊|元)?(?:多少少|過少少|出頭|有少少多|有找零)")
_NOT_REACHED = pattern(r"^ ?(?:蚊|元|歲)?(?:仲|還)?[未唔不](?:夠|到|足|滿)")
_PLUS = pattern(r"^[^.;!?。]{0,40}?(?:\b(?:plus|and another)\b|\+|加埋?|再加|另外仲有)[^.;!?。\d]{0,16}$")
_ALONE = pattern(
    r"^ ?(?:\W*$|[,;!?(]|and (?:i|he|she|my|the|hubby|wife|mine|his|hers)\b|"
    r"\.(?!\d)|(?:or so|ish|or thereabouts|a month|per month|monthly|each month|i think|i guess|"
    r"maybe|all in|in total|altogether|total|before|after|net|gross|in thousands)\b|左右|上下|[啦呀囉喎啩掛])"
)
_OTHER_NUMBER_BEFORE = pattern(
    r"(?:\b(?:i'm|i am|im|aged?|we're|we are|family of|number|option|no\.?|phone|flat|floor)|[第#]|選項) ?$"
)
_IN_TOTAL = pattern(
    r"(?:\b(?:so|total(?:s|ling)?|in all|altogether|together|makes|that's|combined|=)"
    r"(?: (?:about|around|it's|is|of|say))*|"
    r"即係?|總共|一共|合共|加埋晒?|夾埋)(?:大概|大約|成)? ?$"
)
"""What stands before the number that amounts come to."""
_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_PARTS = {
    "early": (0, 3),
    "low": (0, 3),
    "mid": (4, 6),
    "middle": (4, 6),
    "late": (7, 9),
    "high": (7, 9),
    "upper": (7, 9),
}
_DECADE = pattern(
    rf"\b(?:(?P<part>{'|'.join(_PARTS)})[ -])?(?P<decade>{'|'.join(_DECADES)})"
    r"(?: (?:k|thousands?|grand)\b|,? in (?:the )?thousands)?"
)


def close_to(text: str, range_: Range, by: Decimal | None) -> Range:
    """A range narrowed to what lies close to its bound where words say so.

    Args:
        text: the folded text that it stands in.
        range_: the range, its place with or without the words of its bound.
        by: how far 'close' reaches; a tenth of the bound where it is None.

    Returns:
        The range near its bound ('just under', '未到三萬', '三萬未到').
    """
    low, high, start, end, _ = range_
    bound = high if low is None else low
    if bound is None or (low is not None and high is not None and low != high):
        return range_
    reach = bound * _CLOSE if by is None else by
    smallest = Decimal("0.01") if by is None else Decimal(1)
    if short := _NOT_REACHED.match(text[end:]):
        return max(Decimal(0), bound - reach), bound - smallest, start, end + short.end(), True
    if cue := _before(_JUST_UNDER, text, start, end):
        most = high if low is None and high is not None and high < bound else bound - (0 if low is None else smallest)
        return max(Decimal(0), bound - reach), most, min(start, cue.start()), end, True
    cue = _before(_JUST_OVER, text, start, end)
    if cue or _A_LITTLE_MORE.match(text[end:]):
        return bound, bound + reach, min(start, cue.start()) if cue else start, end, True
    return range_


def _before(expression: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The words of an expression right before a range or at its beginning."""
    found = list(expression.finditer(text, max(0, start - 24), end))
    return found[-1] if found and found[-1].end() >= start - 1 else None


def added_up(text: str, ranges: list[Range]) -> list[Range]:
    """The ranges with those added up that 'plus' or 加 joins: '18 thousand from my job plus 6 thousand rent'."""
    summed: list[Range] = []
    for each in ranges:
        last = summed[-1] if summed else None
        if last and _PLUS.match(text[last[3] : each[2]]) and None not in (*last[:2], *each[:2]):
            low = (last[0] or Decimal(0)) + (each[0] or Decimal(0))
            high = (last[1] or Decimal(0)) + (each[1] or Decimal(0))
            summed[-1] = (low, high, last[2], each[3], last[4] or each[4])
        else:
            summed.append(each)
    return summed


def in_thousands(folded: Folded, least: Decimal) -> list[Range]:
    """Numbers that make sense only as thousands of dollars: 'let's say 83', 'mid seventies'.

    Args:
        folded: an answer that names no amount by itself.
        least: where the second band begins; below a thousand a number may be meant as it stands.
    """
    if least < _THOUSAND:
        return []
    text = folded.text
    decades = [_decade(found) for found in _DECADE.finditer(text)]
    if decades:
        return decades
    return [
        (low * _THOUSAND, high * _THOUSAND, each.start, each.end, True)
        for each in numbers_in(folded)
        if (low := each.number.low) is not None
        and (high := each.number.high) is not None
        and _LEAST_IN_THOUSANDS <= low <= high < _THOUSAND
        and low == low.to_integral_value()
        and _ALONE.match(text[each.core_end :])
        and not _OTHER_NUMBER_BEFORE.search(text[: each.start])
    ]


def concluded_in_thousands(folded: Folded, named: list[Range], least: Decimal) -> list[Range]:
    """Amounts with the bare numbers that stand for thousands where one of them is the total: 'so 47'.

    Args:
        folded: the answer.
        named: the amounts in it that name themselves, of thousands of dollars.
        least: where the second band begins, as for `in_thousands`.

    Returns:
        The amounts in their order, the bare ones with them where one of those stands behind a word that concludes.
    """
    bare = [
        each
        for each in in_thousands(folded, least)
        if not any(each[2] < other[3] and other[2] < each[3] for other in named)
    ]
    if not any(_IN_TOTAL.search(folded.text[: each[2]]) for each in bare):
        return named
    return sorted([*named, *bare], key=lambda each: each[2])


def _decade(found: re.Match[str]) -> Range:
    first, last = _PARTS.get(found["part"] or "", (0, 9))
    decade = _DECADES[found["decade"]] // 10 * 10
    low = max(decade + first, _DECADES[found["decade"]])
    return low * _THOUSAND, (decade + last) * _THOUSAND + 999, *found.span(), True
