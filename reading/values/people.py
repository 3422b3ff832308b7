"""People counted from a list: 'me, my partner and the baby', '我同老婆，一仔一女', 'me + 2', '兩大兩細再加個工人'."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from reading.text import fold, pattern
from reading.values.numerals import NUMERAL, numeral

PEOPLE_FILE = Path(__file__).parent / "people.yml"
_COUNT = re.compile(
    rf"(?P<count>{NUMERAL}) ?(?:個|位|條|名|隻|x\b)?"
    r"(?: (?:little|small|young|teenage|grown|elderly|big))? ?"
)
_HOW_MANY = re.compile(r" ?(?:\( ?|x ?)(?P<count>[1-9])\)?")
"""'The kids (3)', 'kids x2'."""
_OF_PEOPLE = pattern(r"個?人|口|persons?\b|people\b|ppl\b|pax\b|of us\b")
_MORE = pattern(r"(?:others?|more|other people)\b|其他人")
_JOINS = pattern(r"\+|&|\b(?:and|plus|with|n)\b|同埋?|再?加(?:埋|上|多)?|及|和|與|(?:仲|還|重)有|連埋?|包括?")
_TOTAL = pattern(r"\b(?:so|that's|that makes|makes|total(?: of)?|in all|altogether)\b|=|一共|總共|合共|即係|所以")
_FILLER = pattern(
    r"[\s,、;.!?~()…:-]+|\b(?:just|only|it's|its|it is|there's|there is|there are|we're|we are|we|my|our|the|an?|his|"
    r"her|their|own|old|new|elderly|live|lives|living|together|at home|in the (?:house|flat)|here|in total|all|both|"
    r"then|also|lol|haha|er+|um+|hm+|well|i have|i've got|counting|including|under one roof)\b|"
    r"屋企|淨係|得返?|有|個|位|條|名|隻|一齊住?|同住|夾埋住?|住埋?|我地|是|係|[住啦喇囉喎咯啊呀呢的都就先添咋]"
)
_EXCEPT_ME = pattern(r"除左?(?:我|自己)(?:之外|以外)?,? ?(?:屋企)?(?:仲|還|重)有")
_WHAT_IS_LEFT = pattern(r".*(?:剩返?低?|淨返|得返|而家(?:得|有|係)?|\bnow (?:it's )?(?:just )?|\bleaving (?:just )?)")
_BIG_AND_SMALL = pattern(r"(?P<big>[一二兩三四五六])大(?P<small>[一二兩三四五六])細(?:路)?")
_OF_ONE_FAMILY = pattern(
    r"(?P<count>[二兩三四五六])(?:個)?(?:兄弟姊妹|兄弟|姊妹|姐妹|姊弟|兄妹|母子|母女|父子|父女|仔乸|仔爺|公婆)"
)


class _Item(NamedTuple):
    """What stands in a list: who speaks, others, a whole household, a pet, a number alone, a joining word."""

    kind: str
    people: int
    end: int


def people_in(text: str) -> int | None:
    """How many people a list names, or the total that it states.

    Args:
        text: an answer to how many people there are; a bare number alone is not a list.

    Returns:
        None where any of it is no person, and where it is left open whether the speaker is counted: 'my wife and two
        kids' may be three or four. Pets are no people.

    >>> people_in("me, my partner and the baby"), people_in("我同老婆，一仔一女"), people_in("me + 2")
    (3, 4, 3)
    >>> people_in("my wife and two kids"), people_in("me and the cat")
    (None, 1)
    """
    folded = _EXCEPT_ME.sub("我+", fold(text).text)
    if left := _WHAT_IS_LEFT.match(folded):
        counted = _counted(folded[left.end() :])
        if counted is not None:
            return counted
    return _counted(folded)


def _counted(text: str) -> int | None:
    items = list(_items(text))
    kinds = [item.kind for item in items]
    listed = [item for item in items if item.kind in ("self", "alone", "others", "whole", "pet")]
    if "unknown" in kinds or not (listed or "people" in kinds):
        return None
    for place, item in enumerate(items):
        if item.kind in ("number", "people") and not _is_added(kinds, place):
            return item.people
    speaks = "self" in kinds or "alone" in kinds
    if "whole" not in kinds and "alone" not in kinds and not (speaks and len(items) > 1):
        return None
    others = sum(item.people for item in items if item.kind not in ("self", "alone", "pet", "join"))
    return others + speaks


def _is_added(kinds: list[str], place: int) -> bool:
    """Whether a number is of further people ('me + 2', 'two and me') and not what the list comes to."""
    return kinds[place - 1] == "join" if place else kinds[1:2] == ["join"]


def _items(text: str) -> Iterator[_Item]:
    """The items of a list from left to right, without words that carry nothing; one `unknown` ends it."""
    position = 0
    while position < len(text):
        item = _item_at(text, position)
        if item.kind != "filler":
            yield item
        if item.kind == "unknown":
            return
        position = item.end


def _item_at(text: str, position: int) -> _Item:
    for read in (_family_at, _number_at, _name_at):
        if item := read(text, position):
            return item
    for kind, expression in (("total", _TOTAL), ("join", _JOINS), ("filler", _FILLER)):
        if (found := expression.match(text, position)) and found[0]:
            return _Item(kind, 0, found.end())
    return _Item("unknown", 0, len(text))


def _family_at(text: str, position: int) -> _Item | None:
    """'兩大兩細' and '三兄弟姊妹'."""
    if found := _BIG_AND_SMALL.match(text, position):
        return _Item("whole", _whole(found["big"]) + _whole(found["small"]), found.end())
    if found := _OF_ONE_FAMILY.match(text, position):
        return _Item("whole", _whole(found["count"]), found.end())
    return None


def _number_at(text: str, position: int) -> _Item | None:
    """'2 girls', 'four adults', '3 others', '四個人', '2'."""
    words = _names()
    if any(words[kind].match(text, position) for kind in ("couple", "two", "alone")):
        return None
    found = _COUNT.match(text, position)
    count = _whole(found["count"]) if found else 0
    if not found or not count:
        return None
    for kind, expression in (("people", _OF_PEOPLE), ("others", _MORE)):
        if noun := expression.match(text, found.end()):
            return _Item(kind, count, noun.end())
    for kind, name in (("whole", "grown"), ("others", "counted"), ("others", "one"), ("pet", "pet")):
        if noun := words[f"{name}, plural"].match(text, found.end()):
            return _Item(kind, count, noun.end())
    is_a_word = re.match(r"[a-z]", text[found.end() : found.end() + 1]) and not _ends_the_number(text, found.end())
    return None if is_a_word else _Item("number", count, found.end())


def _ends_the_number(text: str, position: int) -> bool:
    return bool(_JOINS.match(text, position) or _TOTAL.match(text, position) or _FILLER.match(text, position))


def _name_at(text: str, position: int) -> _Item | None:
    words = _names()
    if owner := words["owner"].match(text, position):
        return _Item("filler", 0, owner.end())
    many = words["one, plural"].match(text, position)
    if many and (number := _HOW_MANY.match(text, many.end())):
        return _Item("others", _whole(number["count"]), number.end())
    if words["counted"].match(text, position):
        return _Item("unknown", 0, len(text))
    for kind, name, count in (
        ("alone", "alone", 1), ("whole", "couple", 2), ("others", "two", 2), ("others", "one", 1),
        ("whole", "grown", 1), ("pet", "pet", 0), ("self", "self", 1),
    ):  # fmt: skip
        if found := words[name].match(text, position):
            return _Item(kind, count, found.end())
    return None


def _whole(count: str) -> int:
    """A whole number, or 0 where a numeral is none."""
    value = numeral(count)
    return int(value.low) if value and not value.rough and value.low == int(value.low) else 0


@lru_cache(maxsize=1)
def _names() -> dict[str, re.Pattern[str]]:
    """An expression for each kind of name in the file, and those with their plurals."""
    written = yaml.load(PEOPLE_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    plurals = written.pop("plural")["en"]
    expressions: dict[str, re.Pattern[str]] = {}
    for kind, names in written.items():
        folded = [fold(name).text for each in names.values() for name in each]
        expressions[kind] = _any_of(folded)
        many = [plural for plural, one in plurals.items() if one in folded]
        expressions[f"{kind}, plural"] = _any_of([*folded, *many, *(f"{name}s" for name in folded if name.isascii())])
    relatives = [fold(name).text for each in written["one"].values() for name in each]
    english = "|".join(re.escape(name) for name in relatives if name.isascii())
    chinese = "|".join(re.escape(name) for name in relatives if not name.isascii())
    expressions["owner"] = re.compile(rf"\b(?:{english})'s\b|我(?=個|{chinese})")
    return expressions


def _any_of(names: list[str]) -> re.Pattern[str]:
    """An expression for the longest of the names; Latin ones as whole words."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(
        "|".join(rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name) for name in longest_first)
    )
