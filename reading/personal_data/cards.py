"""Payment cards: numbers by the Luhn check or by their grouping, and security codes that are announced as such."""

import re
from collections.abc import Iterator

from reading.personal_data.found import Kind, Stretch
from reading.text import pattern

_SHORTEST, _LONGEST = 13, 19
_RUN = re.compile(r"(?<![\d.])\d(?:[\s.\-]{0,2}\d){12,}(?!\d)")
_GROUPED = re.compile(r"(?<!\d)(?:[2-6]\d{3}(?:[ \-.]\d{4}){3}|3[47]\d{2}[ \-.]\d{6}[ \-.]\d{5})(?!\d)")
_SECURITY_CODE = pattern(
    r"(?:\bcv[vc]2?|\bsecurity code|安全碼|保安碼|驗證碼)(?:\s|is|係|:|=|no\.?|number)*(\d{3,4})(?!\d)"
)
_GROUP = re.compile(r"\d+")


def cards(text: str) -> Iterator[Stretch]:
    """The payment-card numbers and security codes in folded text."""
    for found in _GROUPED.finditer(text):
        yield Kind.CARD, found.start(), found.end()
    for run in _RUN.finditer(text):
        yield from _within(text, run.start(), run.end())
    for found in _SECURITY_CODE.finditer(text):
        yield Kind.CARD, found.start(1), found.end(1)


def _within(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Card numbers within a run of digits, which may hold an expiry date or another number beside them."""
    groups = [(found.start(), found.end()) for found in _GROUP.finditer(text, start, end)]
    first = 0
    while first < len(groups):
        last = _last_group_of_a_card(text, groups, first)
        if last is None:
            first += 1
            continue
        yield Kind.CARD, groups[first][0], groups[last][1]
        first = last + 1


def _last_group_of_a_card(text: str, groups: list[tuple[int, int]], first: int) -> int | None:
    digits, longest = "", None
    for place in range(first, len(groups)):
        digits += text[slice(*groups[place])]
        if len(digits) > _LONGEST:
            break
        if len(digits) >= _SHORTEST and digits[0] in "23456" and is_luhn(digits):
            longest = place
    return longest


def is_luhn(digits: str) -> bool:
    """Whether a string of digits passes the check of ISO/IEC 7812.

    >>> is_luhn("4111111111111111"), is_luhn("4111111111111112")
    (True, False)
    """
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in digits[::-2])) % 10 == 0
