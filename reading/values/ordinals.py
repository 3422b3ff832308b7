"""Choices by their place: 'the second one', '第二個', 'option 3', '1 and 3', 'the last two'."""

import re
from typing import NamedTuple

from reading.text import pattern
from reading.values.numerals import numeral

_SPELT_ORDINALS = (
    "first 1st top", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
    "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th",
)  # fmt: skip
_ORDINALS = {word: place for place, words in enumerate(_SPELT_ORDINALS, start=1) for word in words.split()}
_ORDINAL = "|".join(_ORDINALS)
_ONE = r"(?: (?:one|option|choice|answer|button|item))"
_NAMED = pattern(
    rf"\b(?:the )?(?P<ordinal>{_ORDINAL}|last|bottom){_ONE}\b|\b(?:option|choice|number|"
    rf"no\.?|answer|button|#) ?(?P<number>\d{{1,2}}|one|two|three|four|five|six|seven|"
    rf"eight|nine|ten)\b|"
    r"#(?P<hash>\d{1,2})\b|第(?P<chinese>\d{1,2}|[一二三四五六七八九十]{1,2})(?:個|項|樣|款|種|嗰個|"
    r"選項)?(?!次|時間|名|季|期|代)|(?P<chinese_last>最後|最尾|尾)(?:嗰|一)?(?:個|項|樣|款)|"
    r"(?:選項|揀|選)(?P<option>\d{1,2})(?!\d)|(?<!\d)(?P<numbered>\d{1,2})號"
)
_FIRST_FEW = pattern(
    r"\b(?:the )?(?:first|top) (?P<count>two|three|four|2|3|4)\b|(?:頭|前)(?P<chinese>兩|"
    r"三|四|2|3|4)(?:個|樣|項|款)"
)
_LAST_FEW = pattern(
    r"\b(?:the )?(?:last|bottom) (?P<count>two|three|four|2|3|4)\b|(?:最後|尾)(?P<chinese>兩|"
    r"三|四|2|3|4)(?:個|樣|項|款)"
)
_BARE_ORDINALS = pattern(
    rf"\W*(?:the )?(?:{_ORDINAL}|last)(?:(?: ?(?:,|and|&|\+|plus) ?)+(?:the )?(?:{_ORDINAL}|"
    rf"last))*(?: (?:ones?|options?|please|pls|thanks))*\W*"
)
_BARE_NUMBERS = pattern(
    r"[\s(]*(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|[一二三四五六七八九十])[).]?"
    r"(?:(?: ?(?:,|、|and|&|\+|/|同埋|同|和|及|plus) ?)+(?:\d{1,2}|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|[一二三四五六七八九十])[).]?)*(?: ?(?:please|pls|thanks|唔該|囉|"
    r"啦|呀))?\W*"
)
_ORDINAL_ITEM = re.compile(rf"\b(?:{_ORDINAL}|last)\b")
_NUMBER_ITEM = re.compile(r"\d{1,2}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b|[一二三四五六七八九十]")


class Places(NamedTuple):
    """Places in a list, counted from 0, and the stretches of folded text that name them."""

    places: tuple[int, ...]
    used: tuple[tuple[int, int], ...]


def places(text: str, count: int, numbers_too: bool) -> Places:
    """The places that folded text names in a list of `count`; those beyond its end are left out.

    Args:
        text: a part of an answer.
        count: how many choices there are.
        numbers_too: whether a bare number is a place, not a quantity that the choices speak of.

    >>> places("the second one", 4, numbers_too=True).places, places("1 and 3", 4, numbers_too=True).places
    ((1,), (0, 2))
    """
    found: list[tuple[int, int, int]] = []
    if _BARE_ORDINALS.fullmatch(text) or (numbers_too and _BARE_NUMBERS.fullmatch(text)):
        item_expression = _ORDINAL_ITEM if _BARE_ORDINALS.fullmatch(text) else _NUMBER_ITEM
        found = [(_place(item[0], count), *item.span()) for item in item_expression.finditer(text)]
    for match in _NAMED.finditer(text) if not found else ():
        words = next(group for group in match.groups() if group)
        found.append((_place("last" if match["chinese_last"] else words, count), *match.span()))
    for expression, from_the_end in ((_FIRST_FEW, False), (_LAST_FEW, True)):
        if few := expression.search(text):
            size = _number(few["count"] or few["chinese"])
            found += [(count - size + step if from_the_end else step, *few.span()) for step in range(size)]
    inside = [item for item in found if 0 <= item[0] < count]
    return Places(tuple(dict.fromkeys(item[0] for item in inside)), tuple(dict.fromkeys(item[1:] for item in inside)))


def _place(word: str, count: int) -> int:
    if word in ("last", "bottom"):
        return count - 1
    return _ORDINALS[word] - 1 if word in _ORDINALS else _number(word) - 1


def _number(word: str) -> int:
    value = numeral(word)
    return int(value.low) if value else 0
