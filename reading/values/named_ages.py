"""Ages that have a name: '古稀之年', '年過半百', and the school years that tell one: 'Form 4', '讀中四'."""

import re
from collections.abc import Iterator

from reading.text import pattern
from reading.values.numerals import numeral

_CLASSICAL = {
    **dict.fromkeys(("弱冠",), (20, 20)),
    **dict.fromkeys(("而立",), (30, 30)),
    **dict.fromkeys(("不惑",), (40, 40)),
    **dict.fromkeys(("知天命", "知命之年", "天命之年", "半百"), (50, 50)),
    **dict.fromkeys(("花甲", "耳順"), (60, 60)),
    **dict.fromkeys(("古稀", "從心之年"), (70, 79)),
    **dict.fromkeys(("耄耋",), (80, 99)),
    **dict.fromkeys(("期頤",), (100, 109)),
}
_NAMED = pattern(rf"(?P<past>年過|已過|過左)?(?P<name>{'|'.join(_CLASSICAL)})(?:之年)?(?![有人])")
_YEAR = "[1-6一二三四五六]"
_SCHOOL = pattern(
    rf"\b(?:form|f\.?) ?(?P<form>[1-6]|one|two|three|four|five|six)\b(?! (?:teachers?|kids?|students (?:in|at)))|"
    rf"(?<![高初集其])中(?P<chinese_form>{_YEAR})(?=\W*$|[,.!?。啦喇呀囉咋生]|學生|仔|女)|"
    rf"(?:讀|升|係)緊?小(?P<primary>{_YEAR})|小(?P<primary_pupil>{_YEAR})學?生|\bprimary (?P<english_primary>[1-6])\b|"
    r"\b(?:in|at) (?P<young>primary|elementary|junior|middle) school\b|(?:讀緊?|仲係)(?P<young_chinese>小學)"
)
_OF_A_CHILD = pattern(
    r"\b(?:son|daughter|kids?|child(?:ren)?|boy|girl|brother|sister|he|she|they|teach|teacher)\b|[仔女弟妹佢孫]|細路|"
    r"小朋友|教"
)
_FIRST_FORM, _FIRST_PRIMARY = 11, 5
"""Pupils of these years are a year or two older than this and the number of their year."""


def named_ages(text: str) -> Iterator[tuple[int, int | None, int, int, bool]]:
    """The ages that folded text names without a number of years.

    Returns:
        The least and the most, where the words stand, and whether they are said roughly.

    >>> list(named_ages("古稀之年")), list(named_ages("still in form 4"))
    ([(70, 79, 0, 4, True)], [(15, 16, 9, 15, False)])
    """
    for found in _NAMED.finditer(text):
        low, high = _CLASSICAL[found["name"]]
        yield (low + 1, None, *found.span(), False) if found["past"] else (low, high, *found.span(), True)
    pupils = [_of_pupil(found) for found in _SCHOOL.finditer(text)]
    if pupils and not _OF_A_CHILD.search(text):
        yield from pupils


def _of_pupil(found: re.Match[str]) -> tuple[int, int, int, int, bool]:
    if found["young"] or found["young_chinese"]:
        return _FIRST_PRIMARY + 1, _FIRST_FORM + 2, *found.span(), False
    form = found["form"] or found["chinese_form"]
    year = numeral(form or found["primary"] or found["primary_pupil"] or found["english_primary"])
    first = (_FIRST_FORM if form else _FIRST_PRIMARY) + (int(year.low) if year else 1)
    return first, first + 1, *found.span(), False
