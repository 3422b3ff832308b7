"""What several counts come to: 'three for groceries plus two for clothes', '四次超市，一次書，六次'."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reading.text import pattern
from reading.values.numbers import Located

_FEWEST_WITH_A_TOTAL = 3
"""A total that is stated stands behind two counts at least."""
_LONGEST_THING = 10
"""Characters between two counts of a list in Chinese."""
_ON_TOP = pattern(
    r"(?:\b(?:plus|and|another|as well as|then)\b|\+|"
    r"另外|再加|加上|加埋?|同埋?|仲有|還有|再(?:買|有))[^.;!?。\d]{0,12}$"
)
_OF_WHAT = pattern(
    r"^ (?:times? )?(?:from|at|for|on|of (?!(?:them|those|which|these))) ?|"
    r"^ ?(?:[a-z]+ ){0,2}(?:orders?|shops?|trips?|runs?|deliveries|baskets?)\b|"
    r"^(?:次|單|轉|趟)(?:係)?(?![左度到都的個啦喇囉喎呀啊吧掛啩咋架無唔有或以一二兩三四五六七八九十半幾])[\u4e00-\u9fff]{1,6}"
)
_SOMETHING = pattern(
    r"^ (?!(?:times?|and|or|but|so|if|because|when|then|plus|now|maybe|out|"
    r"kids?|children|people|items?|things?|days?)\b)[a-z]{3,}"
)
_WHAT_FIRST = pattern(r"(?:[買食用訂購]|落單)[\u4e00-\u9fff]{1,6}$|^(?:再加|另外|仲有)?[\u4e00-\u9fff]{2,4}$")
_NO_LIST = pattern(
    r"\b(?:or|of (?:which|them|those)|sometimes|usually|last|this|days?|weeks?|years?|people)\b|"
    r"其中|入面|有時|或者?|定係|[上今]個?[月年周]|\$|蚊"
)
_CLAUSES = pattern(r"[,;。、]| and | plus ")


def stated_total(found: Sequence[Located]) -> Located | None:
    """The last of several counts, where it is what the ones before it come to; None where it is not."""
    if len(found) < _FEWEST_WITH_A_TOTAL or not all(_is_exact(each) for each in found):
        return None
    *parts, last = found
    return last if sum(each.number.middle for each in parts) == last.number.middle else None


def total_of(text: str, found: Sequence[Located]) -> Decimal | None:
    """What counts of different things come to, that an answer lists.

    Args:
        text: the folded answer.
        found: the numbers in it that may be counts, in its order.

    Returns:
        None for a single count, where one is rough, where one says of what it is not, or where they may be one
        count said in different ways ('three or four', 'four, two of which ...').
    """
    if len(found) < 2 or _NO_LIST.search(text) or not all(_is_exact(each) for each in found):
        return None
    added = all(_ON_TOP.search(text[first.end : second.start]) for first, second in pairwise(found))
    if not _says_of_what(text, found[-1]) or not (added or _listed(text, found)):
        return None
    if not all(_says_of_what(text, each) or _SOMETHING.match(text[each.end :]) for each in found[:-1]):
        return None
    return sum((each.number.middle for each in found), Decimal(0))


def _listed(text: str, found: Sequence[Located]) -> bool:
    """Whether nothing but a comma and the things themselves stand between counts in Chinese."""
    return not text.isascii() and all(
        len(text[first.end : second.start]) <= _LONGEST_THING for first, second in pairwise(found)
    )


def _says_of_what(text: str, each: Located) -> bool:
    before = _CLAUSES.split(text[: each.start])[-1]
    return bool(_OF_WHAT.match(text[each.end :]) or _WHAT_FIRST.search(before))


def _is_exact(located: Located) -> bool:
    return located.number.low is not None and located.number.low == located.number.high
