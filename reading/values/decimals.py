"""Numbers between whole ones as people say them: '七點五', '八分半', 'seven and a half', 'six point five', '六點幾'."""

import re
from decimal import Decimal
from typing import NamedTuple

from reading.text import pattern

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = rf"(?:{_ONES}|ten|eleven|twelve|\d{{1,2}})"
_CHINESE_WHOLE = r"(?:\d{1,2}|[一二兩三四五六七八九十]{1,3})"
_CHINESE_DIGIT = "零一二三四五六七八九"
DECIMAL = (
    rf"(?:\b(?<![\d.,/])(?:{_SMALL}(?: and (?:a )?half\b| 1/2(?![\d/]))|"
    rf"(?:zero|{_SMALL})[ -]point[ -](?:zero|{_ONES}|\d)\b)|"
    rf"(?<![\d.,]){_CHINESE_WHOLE}(?:點(?:[{_CHINESE_DIGIT}]{{1,2}}|\d{{1,2}}|[幾半])(?![{_CHINESE_DIGIT}\d十個鐘]|分鐘)|"
    r"[分成]半(?!鐘)))"
)
"""A pattern without groups for a number with a part of one; `decimal_parts` takes it apart."""
_PARTS = pattern(
    r"(?P<whole>.+?)(?P<half> and (?:a )?half| 1/2|[分成]半)|(?P<counted>.+?)(?:[ -]point[ -]|點)(?P<behind>[^ -]+)"
)
_DIGITS = {name: str(digit) for digit, name in enumerate(("zero", *_ONES.split("|")))} | {
    name: str(digit) for digit, name in enumerate(_CHINESE_DIGIT)
}


class Parts(NamedTuple):
    """The words of the whole ones, and the least and the most that stands behind the point."""

    whole: str
    least: Decimal
    most: Decimal


def decimal_parts(text: str) -> Parts | None:
    """What a number with a part of one is made of, or None where folded text is not exactly one.

    >>> decimal_parts("七點五"), decimal_parts("seven and a half").whole, decimal_parts("seven")
    (Parts(whole='七', least=Decimal('0.5'), most=Decimal('0.5')), 'seven', None)
    """
    found = _PARTS.fullmatch(text) if _WHOLE.fullmatch(text) else None
    if found is None:
        return None
    if found["half"] or found["behind"] == "半":
        return Parts(found["whole"] or found["counted"], Decimal("0.5"), Decimal("0.5"))
    if found["behind"] == "幾":
        return Parts(found["counted"], Decimal("0.1"), Decimal("0.9"))
    digits = _DIGITS.get(found["behind"]) or "".join(_DIGITS.get(each, each) for each in found["behind"])
    behind = Decimal(f"0.{digits}")
    return Parts(found["counted"], behind, behind)


_WHOLE = re.compile(DECIMAL)
