"""Single numerals as people write them: digits, English words, Chinese and mixtures ('3萬5', '十幾', 'a dozen')."""

import re
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from reading.values.decimals import DECIMAL, decimal_parts

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ENGLISH_NUMERALS = {word: value for value, word in enumerate(_SMALL)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
_WRITTEN_OTHERWISE = {
    "fourty": 40,
    "ninty": 90,
    "fivty": 50,
    "fiveteen": 15,
    "twelv": 12,
    "eigth": 8,
    "eigt": 8,
    "sevn": 7,
    "fuor": 4,
    "thre": 3,
    "nought": 0,
    "naught": 0,
}
_ENGLISH_UNITS = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000, "dozen": 12}
_LONGEST = 16
"""Digits or Chinese characters; a longer run is a code, not a quantity."""
_VAGUE = {"couple": (2, 2), "few": (2, 4), "several": (3, 7)}
_CHINESE_DIGITS = {c: v for v, c in enumerate("零一二三四五六七八九")} | {"兩": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000, "萬": 10_000, "億": 100_000_000}
_CHINESE_TENS = {"廿": 20, "卅": 30, "卌": 40}
_HALF = {"半": 5}
"""Tenths of the unit before it: '三萬半' is 35,000."""
_SAID_BY_HALVES = {"半": Decimal("0.5"), "一半": Decimal("0.5"), "半百": Decimal(50)}
_ONE_OR_THE_OTHER = re.compile(r"[十廿卅0]零.|零[廿卅卌]")
"""'十零廿': ten or twenty or so, which is no number that could be noted."""
_DIGIT_UNITS = {"k": 1000, "m": 1_000_000}
_FROM_TWO = "two|three|four|five|six|seven|eight|nine"
_ROUND_YEARS = rf"(?:{_FROM_TWO})[ -]oh\b(?![ -](?:one|{_FROM_TWO})\b)"
"""'The big five-oh' is fifty; 'nine-oh-five' is a time."""
_BIG_ROUND_YEARS = r"(?<=\bbig )[2-9][ -][0o]\b"
_DOZENS = (
    r"(?:半|[一兩二三四五六七八九十]|(?<![\d.])\d{1,2})打"
    r"(?=$|\W|\d|左右|上下|咁|到|度|多|啦|喇|囉|喎|呀|啊|野|次|個|單|張|啩|掛|咋|雞蛋)"
)
"""'兩打' is 24; '打上' and '打電話' have nothing to do with dozens."""
_WITH_A_UNIT_APART = r"(?<!\d)[一兩二三四五六七八九1-9]個[幾半] ?\(?[萬千]\)?"
_UNIT_IN_BRACKETS = r" ?\((?:k|萬|千)\)"
_UNIT_APART = re.compile(r"(?:(?P<whole>.)個(?P<more>[幾半]) ?\(?|(?P<count>[^(]+?) ?\()(?P<unit>[k萬千])\)?")

_UNIT_WORD = "|".join(_ENGLISH_UNITS)
_TEN_WORDS = "|".join((*_TENS, *(word for word, value in _WRITTEN_OTHERWISE.items() if value >= 20)))
_SMALL_WORDS = "|".join(
    sorted((*_SMALL, *(word for word, value in _WRITTEN_OTHERWISE.items() if value < 20)), key=len, reverse=True)
)
_BELOW_A_HUNDRED = rf"(?:(?:{_TEN_WORDS})(?:[ -]+(?:{_FROM_TWO}|one)\b)?|{_SMALL_WORDS})\b"
_AND = r"(?:[ -]+and[ -]+|[ -]odd |[ -]+)"
_WITH_UNITS = rf"(?:{_BELOW_A_HUNDRED}(?:[ -]odd |[ -]+))?(?:{_UNIT_WORD})\b(?:[ -]+(?:{_UNIT_WORD})\b)*"
ENGLISH = (
    rf"\b(?:half a dozen|half a century|a (?:few|couple)(?: of)?(?: (?:dozen|hundred|thousand))?|several|half(?= an? )"
    rf"|(?:an? )?\b(?:{_WITH_UNITS}(?:{_AND}{_WITH_UNITS})*(?:{_AND}{_BELOW_A_HUNDRED})?|{_BELOW_A_HUNDRED}))\b"
)
"""Numbers below a hundred follow on units alone: 'six and seven' and 'ten ten' are two numbers each."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|[1-9]\d{0,2} 000\b|\d+)(?:\.\d+)?"
CHINESE = (
    r"(?:半百有[一二三四五六七八九]|[一二三四五六七八九]十有[一二三四五六七八九]|"
    r"[零一二兩三四五六七八九十百千萬億廿卅卌幾半]+)"
)
_DECIMAL_WITH_UNIT = re.compile(rf"(?P<decimal>{DECIMAL}) ?(?P<unit>k|[萬千]|{_UNIT_WORD})?")
NUMERAL = (
    rf"(?:{DECIMAL}(?: ?(?:k\b|[萬千])| (?:{_UNIT_WORD})\b)?|"
    rf"{_BIG_ROUND_YEARS}|{_ROUND_YEARS}|{_DOZENS}|{_WITH_A_UNIT_APART}|"
    rf"(?:{DIGITS}|{CHINESE}){_UNIT_IN_BRACKETS}|{DIGITS}(?:(?: ?[km](?![a-z]))| (?:{_UNIT_WORD})\b|"
    rf"幾?[百千萬億]+[\d一二兩三四五六七八九幾半]?|幾|零[\d一二兩三四五六七八九十廿卅]*)?|{CHINESE}|{ENGLISH}(?: k\b)?)"
)
"""A pattern for one numeral in folded text; `numeral` gives its value."""


class Value(NamedTuple):
    """The bounds of a numeral, both included; they differ where the numeral is a rough one."""

    low: Decimal
    high: Decimal

    @property
    def rough(self) -> bool:
        """Whether the numeral names more than one number ('三四', 'a few')."""
        return self.low != self.high


def numeral(text: str) -> Value | None:
    """The value of one numeral in folded text, or None where the text is not exactly one.

    >>> numeral("2,500").low, numeral("twenty-five").low, numeral("三萬五").low, numeral("十幾").high
    (Decimal('2500'), Decimal('25'), Decimal('35000'), Decimal('19'))
    """
    text = text.strip()
    if len(re.sub("[a-z ,-]", "", text)) > _LONGEST or len(text) > 4 * _LONGEST:
        return None
    if (compound := _compound(text) or _decimal_with_unit(text)) is not None:
        return compound
    if digits := re.fullmatch(rf"({DIGITS})(?: ?([km])| ({_UNIT_WORD}))?", text):
        unit = _DIGIT_UNITS.get(digits[2] or "", 1) * _ENGLISH_UNITS.get(digits[3] or "", 1)
        exact = Decimal(re.sub("[ ,]", "", digits[1])) * unit
        return Value(exact, exact)
    if some := re.fullmatch(r"(\d+?)(0+)[幾零]([百千萬億]?)", text):
        return _some_more(some)
    if re.fullmatch(r"[a-z \-]+", text):
        return _english(text.removesuffix(" k") + " thousand" if text.endswith(" k") else text)
    return _chinese(text.replace(",", "").replace(" ", ""))


def _compound(text: str) -> Value | None:
    """'Five-oh', '兩打', '三個幾(萬)' and '3.5 (k)', which are made of a numeral and what it counts."""
    if text.startswith("半百有"):
        beyond = numeral(text[-1])
        return beyond and Value(beyond.low + 50, beyond.high + 50)
    if text.endswith("打"):
        dozens = numeral(text[:-1])
        return dozens and Value(dozens.low * 12, dozens.high * 12)
    if tens := re.fullmatch(r"([a-z]+|[2-9])[ -](?:oh|[0o])", text):
        digit = numeral(tens[1])
        return digit and Value(digit.low * 10, digit.high * 10)
    if not (apart := _UNIT_APART.fullmatch(text)):
        return None
    unit = _DIGIT_UNITS.get(apart["unit"]) or _CHINESE_UNITS[apart["unit"]]
    if count := numeral(apart["count"] or apart["whole"]):
        most = {"幾": unit - 1, "半": unit // 2}.get(apart["more"] or "", 0)
        least = {"幾": unit // 10, "半": unit // 2}.get(apart["more"] or "", 0)
        return Value(count.low * unit + least, count.high * unit + most)
    return None


def _decimal_with_unit(text: str) -> Value | None:
    """'七點五', and 'three and a half thousand'."""
    found = _DECIMAL_WITH_UNIT.fullmatch(text)
    parts = decimal_parts(found["decimal"]) if found else None
    whole = numeral(parts.whole) if parts else None
    if not found or not parts or not whole:
        return None
    name = found["unit"] or ""
    unit = _DIGIT_UNITS.get(name) or _CHINESE_UNITS.get(name) or _ENGLISH_UNITS.get(name, 1)
    return Value((whole.low + parts.least) * unit, (whole.high + parts.most) * unit)


def _some_more(some: re.Match[str]) -> Value:
    """'30幾' is 31 to 39, '200幾' 210 to 299."""
    tens = 10 ** len(some[2])
    unit = _CHINESE_UNITS.get(some[3], 1)
    start = int(some[1]) * tens
    return Value(Decimal((start + tens // 10) * unit), Decimal((start + tens) * unit - 1))


def _english(text: str) -> Value | None:
    words = [word for word in re.split(r"[ -]+", text) if word not in ("and", "of", "odd", "")]
    if words and words[0] in ("a", "an") and len(words) > 1:
        words = words[1:] if words[1] in _VAGUE or words[1] not in _ENGLISH_UNITS else ["one", *words[1:]]
    if words[:2] == ["half", "a"]:
        half = {"dozen": Decimal(6), "century": Decimal(50)}.get(" ".join(words[2:]))
        return None if half is None else Value(half, half)
    if words == ["half"]:
        return Value(Decimal("0.5"), Decimal("0.5"))
    if words and words[0] in _VAGUE:
        unit = _sum_of(["one", *words[1:]]) if words[1:] else 1
        low, high = _VAGUE[words[0]]
        return None if unit is None else Value(Decimal(low * unit), Decimal(high * unit))
    total = _sum_of(words)
    return None if total is None else Value(Decimal(total), Decimal(total))


def _sum_of(words: list[str]) -> int | None:
    total = section = 0
    for word in words:
        if word in _ENGLISH_UNITS:
            section = max(section, 1) * _ENGLISH_UNITS[word]
            if word in ("thousand", "grand", "million"):
                total, section = total + section, 0
        elif (value := ENGLISH_NUMERALS.get(word, _WRITTEN_OTHERWISE.get(word))) is not None:
            section += value
        else:
            return None
    return total + section if words else None


def _chinese(text: str) -> Value | None:
    text = re.sub(r"(?<=[十廿卅0])零$", "幾", text.replace("十有", "十"))
    if _ONE_OR_THE_OTHER.search(text):
        return None
    if text in _SAID_BY_HALVES:
        return Value(_SAID_BY_HALVES[text], _SAID_BY_HALVES[text])
    if text == "幾":
        return Value(Decimal(2), Decimal(4))
    tokens = _tokens(text)
    if tokens is None:
        return None
    low, high = (_evaluate([bounds[side] for bounds in tokens]) for side in (0, 1))
    if low is None or high is None or low > high:
        return None
    return Value(low, high)


_Token: TypeAlias = tuple[str, Decimal]


def _tokens(text: str) -> list[tuple[_Token, _Token]] | None:
    """Splits Chinese numerals into digits and units, each with its low and its high value."""
    tokens: list[tuple[_Token, _Token]] = []
    for piece in re.findall(r"\d+(?:\.\d+)?|.", text):
        kind, low, high = _token(piece, at_the_start=not tokens, last=tokens[-1] if tokens else None)
        if kind == "":
            return None
        if kind == "range":
            tokens[-1] = (tokens[-1][0], ("digit", high))
        else:
            tokens.append(((kind, low), (kind, high)))
    return tokens if tokens else None


def _token(piece: str, at_the_start: bool, last: tuple[_Token, _Token] | None) -> tuple[str, Decimal, Decimal]:
    """The kind of a token with its low and its high value; the kind is empty for what belongs to no numeral."""
    for kind, values in (("unit", _CHINESE_UNITS), ("tens", _CHINESE_TENS), ("half", _HALF)):
        if piece in values:
            return kind, Decimal(values[piece]), Decimal(values[piece])
    if piece == "幾":
        return ("digit", Decimal(2), Decimal(9)) if at_the_start else ("some", Decimal(1), Decimal(9))
    value = Decimal(_CHINESE_DIGITS[piece]) if piece in _CHINESE_DIGITS else _decimal(piece)
    if value is None:
        return "", Decimal(0), Decimal(0)
    if last and last[0][0] == "digit" and last[0] == last[1] and value == last[0][1] + 1 and value > 1:
        return "range", last[0][1], value
    return "digit", value, value


def _decimal(piece: str) -> Decimal | None:
    return Decimal(piece) if piece[0].isdecimal() else None


def _evaluate(tokens: list[_Token]) -> Decimal | None:
    if len(tokens) > 2 and all(kind == "digit" and value < 10 for kind, value in tokens):
        return Decimal("".join(str(value) for _, value in tokens))
    reader = _Sum()
    for kind, value in tokens:
        if not reader.take(kind, value):
            return None
    return reader.total()


class _Sum:
    """Adds up the tokens of one Chinese numeral from left to right."""

    def __init__(self) -> None:
        self._total = self._section = Decimal(0)
        self._digit: Decimal | None = None
        self._unit = Decimal(1)

    def take(self, kind: str, value: Decimal) -> bool:
        """Takes the next token; false where no number goes on like this."""
        if kind == "unit":
            self._take_unit(value)
        elif kind == "tens":
            self._section, self._unit = self._section + value, Decimal(10)
        elif kind in ("some", "half"):
            return self._take_part(kind, value)
        elif self._digit is not None and self._digit != 0:
            return False
        elif value == 0 and self._unit > 1:
            self._unit = Decimal(1)
        else:
            self._digit = value
        return True

    def _take_unit(self, unit: Decimal) -> None:
        if unit >= 10_000:
            section = self._section + (self._digit or 0)
            self._total, self._section = self._total + (section or 1) * unit, Decimal(0)
        else:
            self._section += (1 if self._digit is None else self._digit) * unit
        self._digit, self._unit = None, unit

    def _take_part(self, kind: str, value: Decimal) -> bool:
        """Takes '幾' or '半' after a unit: '百幾' is 110 to 199, '三萬半' is 35,000."""
        if self._digit is not None or self._unit == 1:
            return False
        part = self._unit / 10
        beyond = part - 1 if kind == "some" and value == 9 else 0
        self._section, self._unit = self._section + value * part + beyond, Decimal(1)
        return True

    def total(self) -> Decimal:
        """The number; a last digit after a unit counts in tenths of it ('三萬五')."""
        last = self._digit or Decimal(0)
        return self._total + self._section + (last * self._unit / 10 if self._unit > 10 else last)
