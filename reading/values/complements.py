"""Of two counts that together make the whole, the one that was asked for: '8, the other two were shoes'."""

import re
from decimal import Decimal

from reading.text import pattern
from reading.values.numbers import Located

_SEPARATORS = re.compile(r"[,;。!?、]|\.(?!\d)|\bbut\b")
_ELSEWHERE = pattern(
    r"\b(?:elsewhere|other (?:shops?|stores?|places?|sites?)|others|somewhere|in shops|supermarkets?|competitors?|"
    r"went to)\b|"
    r"人地|第二[間度家個]|其他(?:舖|店|地方|網)|街市|超市|出面|除左|除開"
)
_HERE = pattern(r"\b(?:with|from|at|to|through) (?:you|yours?|u)\b|\bhere\b|你地?度|同你地?|呢度|貴店|你地")
_THE_REST = pattern(r"\b(?:the other|another|the remaining|(?:the )?rest|remaining)\b|另外|其餘|淨低|剩低|其他")
_PAIR = 2


def without_the_rest(text: str, found: list[Located], whole: Decimal) -> list[Located]:
    """The count that an answer is about, where it names the whole or what is left of that as well.

    Args:
        text: the folded answer.
        found: its counts, in its order.
        whole: what two counts come to of which one is the rest.

    Returns:
        One count where the words tell which ('here', 'the other two', '淨低一次'); else all of them.
    """
    if len(found) > 1 and found[0].number.middle == whole and _names_the_whole(text, found[0]):
        found = found[1:]
    if len(found) != _PAIR or sum(each.number.middle for each in found) != whole:
        return found
    segments = [_segment(text, found, place) for place in range(_PAIR)]
    for expression, meant in ((_ELSEWHERE, False), (_HERE, True)):
        matches = [bool(expression.search(segment)) for segment in segments]
        if matches.count(True) == 1:
            return [found[matches.index(True)] if meant else found[matches.index(False)]]
    return [found[0]] if _THE_REST.search(segments[1]) and not _THE_REST.search(segments[0]) else found


def what_is_left(text: str, found: list[Located], whole: Decimal) -> Decimal | None:
    """The rest of the whole, where the one count was elsewhere and the rest here: '兩次去咗街市，其他都係你哋'."""
    if len(found) != 1 or not 0 <= found[0].number.middle <= whole or found[0].number.rough:
        return None
    rest = _THE_REST.search(text, found[0].end)
    is_elsewhere = _ELSEWHERE.search(_segment(text, found, 0))
    return whole - found[0].number.middle if rest and is_elsewhere and _HERE.search(text, rest.end()) else None


def is_only_the_whole(text: str, found: list[Located], whole: Decimal) -> bool:
    """Whether the one count of an answer is what a share is of, the share itself being in words: 'out of ten, most'."""
    return len(found) == 1 and found[0].number.middle == whole and _names_the_whole(text, found[0])


def _names_the_whole(text: str, located: Located) -> bool:
    after = text[located.end :]
    return bool(
        re.match(r"^ ?(?:次|個|單|張)?(?:入面|裡面|之中|中)", after)
        or re.search(r"\bof (?:the |my |last )*$", text[: located.start])
    )


def _segment(text: str, found: list[Located], place: int) -> str:
    """The words around a count up to the next separator or count."""
    each = found[place]
    start = found[place - 1].end if place else 0
    end = found[place + 1].start if place + 1 < len(found) else len(text)
    before = _SEPARATORS.split(text[start : each.start])[-1]
    return before + text[each.start : each.end] + _SEPARATORS.split(text[each.end : end])[0]
