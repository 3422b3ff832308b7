"""Amounts without a number: by how many digits they have, or none at all: 'low six figures', '五位數', 'no income'."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reading.text import pattern
from reading.values.numerals import numeral

_FEWEST, _MOST = 3, 9
"""Digits of an amount that anybody counts so."""
_BARELY = r"(?:(?:only )?just(?: about)?|barely|hardly|scarcely|啱啱|剛剛?|僅僅?|勉強)"
_FIGURES = pattern(
    rf"(?P<barely>{_BARELY} ?)?(?:(?P<part>low|mid|middle|high|upper)[ -])?"
    r"(?:\b(?P<english>three|four|five|six|seven|eight|nine|[3-9])[ -]figures?\b|"
    rf"(?P<chinese>[三四五六七八九3-9])位數字?)(?P<barely_after>,? {_BARELY}\b|{_BARELY})?"
)
_FEWER = pattern(
    r"(?:\b(?:under|below|less than|short of|shy of|not(?: even| quite)?|nowhere near|nearly|almost)|"
    r"[未唔不](?:夠|到|足)|少過|低過) ?$"
)
_FEWER_AFTER = pattern(r"^[都也亦]?(?:仲|還)?(?:[未唔不](?:夠|到|足|有)|(?<=[都也亦])[無未])|^以下")
_NOTHING = pattern(
    r"^\W*(?:(?:i|we) (?:have|earn|got) |(?:currently|literally|absolutely) |我|而家|暫時|完全)*"
    r"(?:(?:no|zero) (?:income|salary|earnings|wages?)(?: at all| at the moment| right now| now| currently| yet)?|"
    r"[無零](?:任何)?(?:收入|人工|入息)[架啦呀喇囉]?)\W*$"
)
"""An answer that says of income that there is none, and nothing else."""
_PARTS = {
    "low": (Decimal(1), Decimal(4)), "mid": (Decimal(4), Decimal(7)), "middle": (Decimal(4), Decimal(7)),
    "high": (Decimal(7), Decimal(10)), "upper": (Decimal(7), Decimal(10)),
}  # fmt: skip
_HARDLY_MORE = Decimal("1.1")


class Figures(NamedTuple):
    """The least and the most that so many digits write, without a least where fewer are meant, and where it stands."""

    low: Decimal | None
    high: Decimal
    start: int
    end: int


def figures_in(text: str) -> Iterator[Figures]:
    """The amounts that folded text tells by their digits, in its order; zero where it says that there is no income.

    >>> [(int(each.low), int(each.high)) for each in figures_in("five figures")]
    [(10000, 99999)]
    >>> [int(each.high) for each in figures_in("five figures just about")]
    [10999]
    """
    if nothing := _NOTHING.match(text):
        yield Figures(Decimal(0), Decimal(0), *nothing.span())
    for found in _FIGURES.finditer(text):
        digits = numeral(found["english"] or found["chinese"])
        if digits and _FEWEST <= digits.low <= _MOST:
            yield _bounded(text, found, Decimal(10) ** int(digits.low - 1))


def _bounded(text: str, found: re.Match[str], least: Decimal) -> Figures:
    """The amounts of so many digits, or those of fewer where the words around say so."""
    fewer, fewer_after = _FEWER.search(text[: found.start()]), _FEWER_AFTER.match(text[found.end() :])
    start = fewer.start() if fewer else found.start()
    end = found.end() + (fewer_after.end() if fewer_after else 0)
    if fewer or fewer_after:
        return Figures(None, least - 1, start, end)
    begins, ends = _PARTS.get(found["part"] or "", (Decimal(1), Decimal(10)))
    if found["barely"] or found["barely_after"]:
        ends = min(ends, _HARDLY_MORE)
    return Figures(least * begins, least * ends - 1, start, end)
