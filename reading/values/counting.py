"""What numbers in an answer count, which of them are denied, and how they are stored."""

import re
from decimal import Decimal

from reading.text import Folded, pattern
from reading.tokens import stem, tokens
from reading.values.cues import FILLER
from reading.values.numbers import Located, numbers_in
from reading.values.partial import Used
from reading.values.settling import Said
from reading.values.vocabulary import NEUTRAL_AFTER_A_NUMBER

_DENIED = pattern(r"(?:\b(?:not|isn't|wasn't|instead of)|唔係|不是|唔會係) ?(?:a |the )?$")
_VARIES = pattern(
    r"\b(?:varies|vary|varying|depends|depending|sometimes|some (?:days|weeks|months)|other times|others|fluctuat\w+|"
    r"it changes|up and down|now and then)\b|"
    r"唔一定|不一定|唔定|有時|睇(?:情況|心情|吓|下)|視乎|[唔不]固定|時多時少|多多少少|浮動"
)
_NOUN = re.compile(r"^ ?-?(?:(?:big|small|large|little|bulk|main|huge|tiny|proper|quick) )?([a-z]{2,})")
_CHINESE_NOUN = pattern(
    r"^個?(?:小朋友|細路|仔|女|月|星期|禮拜|鐘|日|年|小時|分鐘)|^(?:日|天|年|蚊|元|點|小時|分鐘|歲)|"
    r"^個(?=[^人左啦呀囉以度到先喇喎咋啫啊掛添架的吧住\W\da-z])"
)


def said_numbers(folded: Folded) -> tuple[list[Located], Used]:
    """The numbers of an answer without the denied ones, and where those stand; a lone denied number is none at all."""
    found = list(numbers_in(folded))
    denials = {each: _DENIED.search(folded.text[: each.start]) for each in found}
    kept = [each for each in found if not denials[each]]
    return kept, tuple((each.start - len(denial[0]), each.end) for each, denial in denials.items() if denial and kept)


def said_by_number(located: Located) -> Said:
    """Where a number stands and what it means, to see which of several is settled on."""
    return Said(located.start, located.end, located.number.low, located.number.high)


def varies(text: str) -> bool:
    """Whether folded text says that a number changes: 'it varies', '有時…有時'.

    >>> varies("three or four times, varies"), varies("three or four times")
    (True, False)
    """
    return _VARIES.search(text) is not None


def is_denied(text: str, start: int) -> bool:
    """Whether what stands at `start` of folded text is said not to be so: 'not 25'."""
    return _DENIED.search(text[:start]) is not None


def counts_something_else(text: str, located: Located, asked: str) -> bool:
    """Whether the noun behind a number shows that it counts what was not asked for: '2 kids', '3 days'.

    Args:
        text: folded text.
        located: the number in it.
        asked: the question in folded words; its nouns are what it asks for.
    """
    after = text[located.end :]
    if counted := _CHINESE_NOUN.match(after):
        return counted[0].removeprefix("個") not in asked or counted[0] == "個"
    noun = _NOUN.match(after)
    if noun is None or noun[1] in NEUTRAL_AFTER_A_NUMBER or FILLER.fullmatch(noun[1]):
        return False
    return stem(noun[1]) not in {token.stem for token in tokens(asked)}


def plain(number: Decimal) -> str:
    """A number as it is stored: digits, at most two decimals, no zeros behind them.

    >>> plain(Decimal("8.6667")), plain(Decimal("20000")), plain(Decimal("1E+3"))
    ('8.67', '20000', '1000')
    """
    text = format(round(number, 2), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
