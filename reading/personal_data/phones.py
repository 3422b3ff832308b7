"""Phone numbers: Hong Kong's eight digits, international ones, and whatever is announced as a phone number."""

import re
from collections.abc import Iterator
from datetime import date

from reading.personal_data.found import Kind, Stretch
from reading.text import pattern

_SEPARATOR = r"[ \n.\-]{0,2}"
_HONG_KONG = re.compile(
    rf"(?<![\d.])(?<!\d[,\-])(?<!0x)(?P<prefix>(?:(?:\+|00)? ?\(?(?:\+ ?)?852\)?{_SEPARATOR})?)"
    rf"(?P<first>[235-9]\d{{3}})(?P<between>{_SEPARATOR})(?P<second>\d{{4}})(?!\d|[.,\-]\d)"
)
_INTERNATIONAL = re.compile(r"(?<![\d+])(?:\+ ?|00)\(?[1-9]\d{0,2}\)?(?:[ \n.\-()]{0,2}\d){6,13}(?!\d)")
_MAINLAND_OR_TRUNK = re.compile(
    rf"(?<![\d.])(?:(?:86{_SEPARATOR})?1[3-9]\d{_SEPARATOR}\d{{4}}{_SEPARATOR}\d{{4}}|"
    rf"0\d{{2,4}}[ \-]\d{{3,4}}[ \-]?\d{{3,4}})(?![\d])"
)
_ANNOUNCED = pattern(
    r"(?:\b(?:phone|tel|telephone|mobile|cell|whatsapp|wtsapp|wts|call me|call|text me|"
    r"ring me|contact(?: me)?|number is|fax|signal)\b|"
    r"電話|手機|手提|聯絡|致電|打俾我|打比我|打畀我|搵我|號碼係|whatsapp)[^\d\n。,]{0,12}$"
)
_AFTER_ANNOUNCEMENT = re.compile(r"\d(?:[ \-()]{0,2}\d){6,14}(?![\d.])")
_NO_PHONE_BEFORE = pattern(
    r"(?:\b(?:order|ord|invoice|inv|receipt|tracking|parcel|sku|item|product|model|"
    r"code|ref|reference|ticket|case|member(?:ship)?|barcode|serial)s?"
    r"(?: ?(?:no|nos|number|num|id|code|ref))?\.?(?: is| was)? ?[#:]? ?|#|訂單|單號|單號碼|"
    r"編號|貨號|型號|發票|收據|運單|追蹤|會員|條碼|貨品|參考)(?:號碼|編號|號)?(?:係|為|:|#| )*$"
)
_MONEY_BEFORE = pattern(r"(?:\$|hkd|usd|rmb|¥|£|€|港幣|預算) ?$")
_MONEY_AFTER = pattern(r"^ ?(?:蚊|元|塊|皮|hkd|dollars?|bucks|k\b|%|g\b|kg\b|ml\b|點(?!鐘)|分|points?\b|年)")
_ROUND = re.compile(r"\d\d(?:00|50)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def phones(text: str) -> Iterator[Stretch]:
    """The phone numbers in folded text.

    Eight digits that begin as Hong Kong's numbers do are a phone number unless they stand behind a word such as
    'order' or a currency, or look like a price range, two years or a date.
    """
    for expression in (_INTERNATIONAL, _HONG_KONG, _MAINLAND_OR_TRUNK):
        for found in expression.finditer(text):
            if _is_a_phone(text, found):
                yield Kind.PHONE, found.start(), found.end()
    for found in _AFTER_ANNOUNCEMENT.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if _ANNOUNCED.search(before) and not _NO_PHONE_BEFORE.search(before):
            yield Kind.PHONE, found.start(), found.end()


def _is_a_phone(text: str, found: re.Match[str]) -> bool:
    if found[0].startswith(("+", "(+")):
        return True
    before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 10]
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after) or _NO_PHONE_BEFORE.search(before):
        return False
    return found.re is not _HONG_KONG or bool(found["prefix"]) or not _is_something_else(found)


def _is_something_else(found: re.Match[str]) -> bool:
    """Whether the two fours are a price range, two years or, in one piece, a date."""
    first, second = found["first"], found["second"]
    if found["between"]:
        return all(map(_ROUND.fullmatch, (first, second))) or all(map(_YEAR.fullmatch, (first, second)))
    return _is_a_date(first + second)


def _is_a_date(digits: str) -> bool:
    if not digits.startswith(("19", "20")):
        return False
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
