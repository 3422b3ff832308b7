"""Numbers in a text: exact, rough, ranges and open bounds, in English and Chinese."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reading.text import Folded, Span, fold, pattern
from reading.values.numerals import NUMERAL, Value, numeral

_ONE_NUMERAL = re.compile(NUMERAL)
_JOINED = pattern(r" ?(?:-+|~|to|至|到|or|或者?|定|、) ?(?:about |around )?(?:hk)?\$? ?")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MEASURES = frozenset(
    "次個件日蚊元塊歲分張口年月星禮周成倍位人款單至到或定或者點號度頭尾出左上以多餘餅球嚿撇折班趟回轉封包盒支樽打皮間家種類項樣老幾又小鐘開丁零下先中咁單口加佢我啦喇嘞囖咯"
)
_LAST_WORD = pattern(r"[了啦喇囉喎咯呀啊呢嘅㗎架啩掛咋吧添整正](?![\u4e00-\u9fff])")
"""A particle that ends a sentence, or '整' and '正' for 'to the year'; a number may stand before it."""
_NOT_REACHED = pattern(r"(?:都|也|亦|仲|還)?[未唔不](?:夠|到|足|滿|有)|[都也亦][無未](?![\u4e00-\u9fff試])")
"""What says behind a number that there is less: '五千都冇', '三十未到'."""
_SOME_MORE = pattern(r"[\d一二兩三四五六七八九十百千萬廿卅][次分歲成]$")
"""What stands before the '幾' of '九次幾', which is no number of its own."""
_MOST_OF = pattern(r"[大小多少過]半")
"""'大半', which names no number."""
_NEGATIVE = re.compile(r"(?:(?:^|[\s(])-|負|\bnegative )$")
_NOT_A_NUMBER_BEFORE = pattern(
    r"(?:第|星期|禮拜|周|拜|萬|[上下今呢個]月|百佳|千祈|(?<![之以])前|(?<![\u4e00-\u9fff])頭)$"
)
_NOT_A_NUMBER = pattern(
    r"一(?:樣|齊|定|路|啲|點[^鐘]|般|早|向|直|時|陣|下|家|開始|共|半|種|月|號)|十分(?![扣減](?:左|返|"
    r"去)?[一二兩三四五六七八九\d])(?=[\u4e00-\u9fff])|萬[一寧]|"
    r"千(?:祈|其|萬)|百(?:佳|貨)|八達|三文|三明|七喜|幾(?:多|時|耐|錢|何|乎)|三日兩頭|兩頭|三不五時|三番[四五]次|"
    r"七七八八|一年半載|五五波"
)
_ENGLISH_ONE_AS_A_PRONOUN = re.compile(
    r"(?:\b(?:this|that|the|no|every|any|some|which|each|first|second|third|last|another|"
    r"other|only|good|bad|big|small|new|old) )$"
)
_ONLY_ONE = re.compile(r"(?<!\bthe )(?<!\bmy )\bonly $")
_COUNTED = re.compile(
    r"\W*$|[,.;!?]| (?:times?|orders?|purchases?|points?|marks?|stars?|person|in|of|out of|a|per|this)\b"
)
"""What follows on 'only one' that is a number and stands for nothing."""
_AT_LEAST = pattern(r"(?:\b(?:at least|no less than|minimum(?: of)?|from)|>=|至少|起碼|最少) ?(?:hk)?\$? ?$")
_MORE_THAN = pattern(
    r"(?:\b(?:more than|over|above|older than|exceeding|beyond)|>|超過|多過|大過|高過|多於|高於) ?(?:hk)?\$? ?$"
)
_AT_MOST = pattern(
    r"(?:\b(?:at most|up to|no more than|max(?:imum)?(?: of)?)|<=|最多|唔超過|不超過|至多) ?(?:hk)?\$? ?$"
)
_LESS_THAN = pattern(
    r"(?:\b(?:less than|under|below|younger than|fewer than)|<|少過|細過|低過|少於|低於|未夠|唔夠|"
    r"未到|唔到|(?<![想估料])不(?:到|足|夠)|not even(?: an?)?|nowhere near|"
    r"(?:doesn'?t|don'?t|didn'?t|can'?t|couldn'?t|does not|do not|never)(?: even)? "
    r"(?:reach|make|come to|get to)) ?(?:hk)?\$? ?$"
)
_OR_MORE = pattern(
    r"^ ?(?:\+(?! ?\d)|plus\b(?! (?:\d|\$|(?:hkd?|an?|another|my|the|about|one|two|three|four|five|"
    r"six|seven|eight|nine|ten)\b))|"
    r"or (?:more|over|older|above|up)\b|and (?:over|above|up|older)\b|"
    r"[^\s\d,。]{0,2}(?:或)?以上|[^\s\d,。]{0,2}打上|樓上(?=\W*$|[,啦喇呀囉喎架的])|[^\s\d,。]{0,2}開外)"
)
_OR_LESS = pattern(
    r"^ ?(?:or (?:less|under|below|younger|fewer)\b|and (?:under|below|younger)\b|"
    r"[^\s\d,。]{0,2}(?:或)?以下|[^\s\d,。]{0,2}(?:之|以)內|樓下(?=\W*$|[,啦喇呀囉喎架的]))"
)
_NOT_EVEN = pattern(
    r"^(?:蚊|元|歲|次|分|個)?[都也亦](?:仲|還)?(?:[未唔不](?:夠|到|足|滿|有)|[無未](?![\u4e00-\u9fff試]))"
)
"""What says behind a number that there is not even so much: '五千都冇'."""
_ROUGHLY = pattern(
    r"(?:\b(?:around|about|roughly|approximately|approx\.?|maybe|probably|nearly|almost|"
    r"like|circa|say|i guess|i think)|~|大概|大約|約|差唔多|成|近|將近|好似|應該|可能) ?(?:hk)?\$? ?(?:係)?$"
)
_ROUGHLY_AFTER = pattern(r"^ ?(?:-?ish\b|or so\b|-?odd\b|give or take|[^\s\d,。]{0,2}(?:左右|上下|多啲|幾|度))")


_UNITS = {
    "k": 1000,
    "m": 1_000_000,
    "百": 100,
    "千": 1000,
    "萬": 10_000,
    "thousand": 1000,
    "grand": 1000,
    "million": 1_000_000,
    "hundred": 100,
}
_UNIT_AT_THE_END = re.compile(rf"({'|'.join(_UNITS)})\d?$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number named in a text.

    Attributes:
        low: the least that it may be, None for 'under 5'; equal to `high` for an exact number.
        high: the most that it may be, None for 'over 5'.
        span: where it stands in the text, with the words of its bound or range.
        rough: the writer spoke roughly ('around 40', '三四', 'a few').
        exclusive: a bound is itself left out ('over 5', 'under 18', but not '18 or over').
    """

    low: Decimal | None
    high: Decimal | None
    span: Span
    rough: bool = False
    exclusive: bool = False

    @property
    def middle(self) -> Decimal:
        """The number where it is exact, else the middle of its bounds, else its one bound."""
        if self.low is None or self.high is None:
            return (self.low if self.low is not None else self.high) or Decimal(0)
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Located:
    """A number with its place in folded text, for the readers that look at what stands around it.

    Attributes:
        number: the number.
        start: where it begins, the words of its bound included.
        end: where it ends, likewise.
        core_start: where the numeral itself, or the first of a range, begins.
        core_end: where the numeral itself, or the last of a range, ends.
    """

    number: Number
    start: int
    end: int
    core_start: int
    core_end: int


def find_number(text: str) -> Number | None:
    """The first number in a text, or None.

    >>> number = find_number("around forty or so")
    >>> number.low, number.rough
    (Decimal('40'), True)
    """
    return next((located.number for located in numbers_in(fold(text))), None)


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number in a text, in its order; none for an empty text.

    >>> [(str(number.low), str(number.high)) for number in find_numbers("兩至三次, over 500 dollars")]
    [('2', '3'), ('500', 'None')]
    """
    return tuple(located.number for located in numbers_in(fold(text)))


def numbers_in(folded: Folded) -> Iterator[Located]:
    """The numbers in folded text, in its order, ranges joined and bounds applied."""
    waiting: tuple[Value, int, int] | None = None
    for value, start, end in _numerals(folded.text):
        if waiting is None:
            waiting = (value, start, end)
            continue
        joined = _join(folded.text, waiting, (value, start, end))
        if joined is None:
            yield _located(folded, *waiting)
        waiting = joined or (value, start, end)
    if waiting is not None:
        yield _located(folded, *waiting)


def _numerals(text: str) -> Iterator[tuple[Value, int, int]]:
    for found in _ONE_NUMERAL.finditer(text):
        value = numeral(found[0]) if _is_a_number(text, found) else None
        if value is None:
            continue
        if negative := _is_negative(text, found):
            yield Value(-value.high, -value.low), negative.start(), found.end()
        else:
            yield value, found.start(), found.end()


def _is_negative(text: str, found: re.Match[str]) -> re.Match[str] | None:
    sign = _NEGATIVE.search(text[: found.start()])
    return sign if sign and (found[0][0].isdecimal() or "-" not in sign[0]) else None


def _is_a_number(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - 12) : found.start()], text[found.end() : found.end() + 1]
    if found[0][0].isascii():
        part_of_a_word = before[-1:].isascii() and (before[-1:].isalnum() or before[-1:] == "_")
        return not part_of_a_word and not (found[0] == "one" and _is_a_pronoun(before, text[found.end() :]))
    if _NOT_A_NUMBER_BEFORE.search(before) and after != "歲":
        return False
    if _NOT_A_NUMBER.match(text, found.start()) or _is_part_of_one(text, found):
        return False
    if found[0].endswith("打") or (found[0][-1] in "萬千" and text.startswith(("樓上", "樓下"), found.end())):
        return True
    if _LAST_WORD.match(text, found.end()) or _NOT_REACHED.match(text, found.end()):
        return True
    return not _HAN.match(after) or after in _MEASURES


def _is_part_of_one(text: str, found: re.Match[str]) -> bool:
    """The '幾' of '九次幾' and the '半' of '大半'."""
    if found[0] == "幾":
        return bool(_SOME_MORE.search(text[: found.start()]))
    return found[0] == "半" and bool(_MOST_OF.match(text, max(0, found.start() - 1)))


def _is_a_pronoun(before: str, after: str) -> bool:
    """Whether 'one' stands for something ('the good one'), and is no number ('only one time')."""
    if _ONLY_ONE.search(before) and _COUNTED.match(after):
        return False
    return bool(_ENGLISH_ONE_AS_A_PRONOUN.search(before))


def _join(text: str, first: tuple[Value, int, int], second: tuple[Value, int, int]) -> tuple[Value, int, int] | None:
    """'2' and '3' of '2-3' as one range; '20' of '20-25k' counts in the thousands of the second."""
    between = text[first[2] : second[1]]
    if not _JOINED.fullmatch(re.sub(r"^ ?(?:蚊|元|次|歲|個|times?|years?)", "", between)) and not (
        re.fullmatch(r" ?(?:and|同|,) ?", between) and re.search(r"between (?:hk)?\$? ?$", text[: first[1]])
    ):
        return None
    low, high = first[0].low, second[0].high
    unit = _UNIT_AT_THE_END.search(text[first[1] : second[2]])
    if unit and low < 1000 <= high and not _UNIT_AT_THE_END.search(text[first[1] : first[2]]):
        low *= _UNITS[unit[1]]
    return (Value(low, high), first[1], second[2]) if low <= high else None


def _located(folded: Folded, value: Value, start: int, end: int) -> Located:
    core_start, core_end = start, end
    before, after = folded.text[max(0, start - 24) : start], folded.text[end : end + 12]
    number = Number(value.low, value.high, folded.span(start, end), rough=value.rough)
    roughly, roughly_after = _ROUGHLY.search(before), _ROUGHLY_AFTER.match(after)
    bounded = _bounded(number, before, after)
    if bounded is None:
        start -= len(roughly[0]) if roughly else 0
        end += len(roughly_after[0]) if roughly_after else 0
        rough = number.rough or bool(roughly or roughly_after)
        return Located(replace(number, rough=rough, span=folded.span(start, end)), start, end, core_start, core_end)
    number, wider_before, wider_after = bounded
    start, end = start - wider_before, end + wider_after
    return Located(replace(number, span=folded.span(start, end)), start, end, core_start, core_end)


def _bounded(number: Number, before: str, after: str) -> tuple[Number, int, int] | None:
    """The number with the bound that the words around it give it, and how long those words are on either side."""
    for expression, upwards, exclusive in (
        (_AT_LEAST, True, False), (_AT_MOST, False, False), (_MORE_THAN, True, True), (_LESS_THAN, False, True),
    ):  # fmt: skip
        if found := expression.search(before):
            return _open(number, upwards, exclusive), len(found[0]), 0
    for expression, upwards, exclusive in (
        (_OR_MORE, True, False), (_OR_LESS, False, False), (_NOT_EVEN, False, True),
    ):  # fmt: skip
        if found := expression.match(after):
            return _open(number, upwards, exclusive), 0, len(found[0])
    return None


def _open(number: Number, upwards: bool, exclusive: bool) -> Number:
    if upwards:
        return replace(number, high=None, exclusive=exclusive)
    return replace(number, low=None, exclusive=exclusive)
