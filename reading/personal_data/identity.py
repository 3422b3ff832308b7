"""Identity-card numbers: Hong Kong's by check digit, and mainland residents' by check digit."""

from collections.abc import Iterator

from reading.personal_data.found import Kind, Stretch
from reading.text import pattern

_HKID = pattern(
    r"(?<![a-z0-9])([a-z]{1,2})[ \-]?(\d{3}[ \-]?\d{3})[ \-]?(?:\( ?([0-9a]) ?\)|\[ ?([0-9a]) ?\]|"
    r"-?([0-9a])(?![a-z0-9]))"
)
_CUE = pattern(r"(?:hk ?id|id(?:entity)?[ \-]?card|id (?:no|number)\.?|身份證|身分證|證件)[^\n。]{0,12}$")
_WITHOUT_CHECK_DIGIT = pattern(r"(?<![a-z0-9])[a-z]{1,2}[ \-]?\d{6}(?![a-z0-9])")
_MAINLAND = pattern(
    r"(?<![a-z0-9])\d{6}[ \-]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ \-]?\d{3}[\dx](?![a-z0-9])"
)
_MAINLAND_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_numbers(text: str) -> Iterator[Stretch]:
    """The identity-card numbers in folded text.

    A number with a wrong check digit counts where it is written with brackets or announced as an identity card's;
    otherwise it is taken for a product's or an order's.
    """
    for found in _HKID.finditer(text):
        letters, digits = found[1], "".join(filter(str.isdecimal, found[2]))
        bracketed = found[3] or found[4]
        in_one = found[2].isdecimal()
        if bracketed or (in_one and is_hkid(letters + digits + found[5])) or _CUE.search(text[: found.start()]):
            yield Kind.HKID, found.start(), found.end()
    for found in _WITHOUT_CHECK_DIGIT.finditer(text):
        if _CUE.search(text[: found.start()]):
            yield Kind.HKID, found.start(), found.end()
    for found in _MAINLAND.finditer(text):
        if is_mainland_number("".join(filter(str.isalnum, found[0]))):
            yield Kind.ID, found.start(), found.end()


def is_hkid(number: str) -> bool:
    """Whether a Hong Kong identity-card number, without brackets and spaces, has the right check digit.

    >>> is_hkid("A1234563"), is_hkid("A1234564"), is_hkid("AB9876543")
    (True, False, True)
    """
    body, check = number[:-1].upper().rjust(8), number[-1].upper()
    total = sum(weight * _code(character) for weight, character in zip(range(9, 1, -1), body, strict=True))
    return (total + (10 if check == "A" else int(check))) % 11 == 0


def _code(character: str) -> int:
    """36 for the space before a single letter, 10 to 35 for a letter, a digit's own value."""
    return 36 if character == " " else int(character, 36)


def is_mainland_number(number: str) -> bool:
    """Whether an 18-character mainland identity number has the right check character (ISO 7064, mod 11-2).

    >>> is_mainland_number("11010519491231002x"), is_mainland_number("110105194912310021")
    (True, False)
    """
    total = sum(weight * int(digit) for weight, digit in zip(_MAINLAND_WEIGHTS, number[:17], strict=True))
    return "10x98765432"[total % 11] == number[17].lower()
