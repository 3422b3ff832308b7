"""People counted from a list: 'me, my partner and the baby', '我同老婆，一仔一女', 'me + 2', 'live with my parents'."""

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
_MORE = pattern(r"(?:others?|more|other people|of them)\b|其他人")
_JOINS = pattern(
    r"\+|&|\b(?:and|plus|with|n)\b|同埋?(?!居)|再?加(?:埋|上|多)?|及|和|與|(?:仲|還|重)有|連埋?|包[括埋]?|湊住?|帶住|養住?"
)
_ON_TOP = pattern(r"\+|&|\b(?:and|plus|n)\b|再?加(?:埋|上|多)?|(?:仲|還|重)有")
_WITHIN = pattern(r"連埋?|包[括埋]?")
"""What joins people who are counted already; 'with' and 同 may be either."""
_WITH_ME = pattern(
    r"\(?(?:連埋?|計埋?|包括|加埋)(?:我|本人)(?:自己|本人)?(?:在內|一齊)?\)?|(?:我|本人)(?:都)?(?:計埋|包埋|在內)|"
    r"\(?\b(?:incl\.?|inc\.?|including|counting) (?:me|myself)(?: too)?\b\)?|"
    r"\(?\b(?:with )?(?:me|myself) (?:included|incl\.?|inc\.?)(?![a-z])\)?"
)
"""Who speaks, behind a number that counts them already: '4 incl me', '四個連我'."""
_STATED = re.compile(
    rf"\b(?:so|that's|that makes|makes|total(?: of)?|altogether)(?: (?:we're|we are|it's|there's|about|that's))* "
    rf"(?P<count>{NUMERAL})(?: (?!cat|dog|kid|boy|bed|car)[a-z]{{1,3}}| (?:heads|souls|mouths|bodies))?\W*$"
)
"""What a list comes to, whatever short word of another language ends it: 'so five po'."""
_TOTAL = pattern(r"\b(?:so|that's|that makes|makes|total(?: of)?|in all|altogether)\b|=|一共|總共|合共|即係|所以")
_FILLER = pattern(
    r"[\s,、;.!?~()…:-]+|\b(?:just|only|it's|its|it is|there's|there is|there are|we're|we are|we|my|our|the|an?|his|"
    r"her|their|own|old|new|elderly|little|young|newborn(?= [a-z])|teenage|live|lives|living|together|at home|"
    r"in the (?:house|flat)|here|in total|all|both|"
    r"then|also|lol|haha|er+|um+|hm+|well|i have|i've got|counting|including|under one roof|these days|nowadays|"
    r"at the moment|for now|now|renting|share|sharing|flat-?share|"
    r"(?:no|without|zero) (?:kids?|children|pets?|one else|helper)|"
    r"in (?:a|an|one|our|this) (?:(?!with\b|and\b|plus\b)[^,.;!?])*|since [^,.;!?]*)\b|"
    r"相依為命|夾份?租|合租|同居|一齊租|[無未](?:有)?(?:仔女|細路|小朋友)|(?<=[貓狗雀龜兔鼠魚])[唔不][計算](?:數|"
    r"在內)?|"
    r"\b(?:po|lah?|lor|leh|naman)\b|算(?:做|作|係|埋)?[一二兩三四\d]個|"
    r"\b(?:family|household) of\b|"
    r"屋企|淨係|得返?|有|個|位|條|名|隻|一齊住?|同住|夾埋住?|住埋?|我地|是|係|[住啦喇囉喎咯啊呀呢的都就先添咋]"
)
_EXCEPT_ME = pattern(
    r"除左?(?:我|自己)(?:之外|以外)?,? ?(?:屋企)?(?:仲|還|重)有|[唔不](?:計|連|包|包括|計埋)(?:我|自己)(?:在內|"
    r"本人)?,?|"
    r"\b(?:not counting|not including|excluding|besides|apart from|aside from|other than|except(?: for)?|"
    r"in addition to|"
    r"as well as) (?:me|myself)\b,?"
)
"""Beside whom the others are counted."""
_LIVES_WITH = pattern(
    r"^(?:i(?:'m)? )?(?:(?:just|currently|still) )?(?:(?:live|living|share|sharing|stay|staying|rent|renting)"
    r"(?: (?:a|the|my) (?:flat|house|apartment|place|room))? )?with\b|^(?:我|我而家|而家)?[同跟](?!埋?我|住)"
)
_DEPARTED = pattern(
    r"\b(?:(?:since|after|because|now|now that|as) )?(?:(?:my|the|our|all|both) )*(?:kids?|children|sons?|daughters?|"
    r"husband|wife|others?|boys|girls)"
    r"(?:'s|'ve| have| has| are| is| both| all)* (?:flown|moved|left|gone|grown|abroad|away|married|passed|died|"
    r"studying)[^,.;!?]*|"
    r"(?:[仔子兒]女|[仔女])(?:地)?(?:都|已經|全部|全都|早就|就|個個)*(?:結左?婚|搬|移左?民|去左|出左|走左|嫁|大晒|讀)[^,。;!?]*"
)
"""People who are no longer at home."""
_UNCOUNTED = pattern(
    r"\b(?:the )?(?:cats?|dogs?|pets?) (?:doesn't|don't|does not|do not) count\b|"
    r"一家(?=[一二兩三四五六七八九十\d]+口)|(?<=just me),? (?:sir|ma'?am|madam)\b"
)
_COUPLE = pattern(
    r"\b(?:(?:young|old|elderly|retired|married|newly-?wed|an?) )*couple\b(?! of)|\bnewly-?weds\b|"
    r"我?地?兩個人?(?=[,。]|$)(?<=我地兩個)"
)
_WHAT_IS_LEFT = pattern(r".*(?:剩返?低?|淨返|得返|而家(?:得|有|係)?|\bnow (?:it's )?(?:just )?|\bleaving (?:just )?)")
_BIG_AND_SMALL = pattern(r"(?P<big>[一二兩三四五六])大(?P<small>[一二兩三四五六])細(?:路)?")
_OF_ONE_FAMILY = pattern(
    r"(?P<count>[二兩三四五六])(?:個)?(?:兄弟姊妹|兄弟|姊妹|姐妹|姊弟|兄妹|母子|母女|父子|父女|仔乸|仔爺|公婆)"
)


_COUPLES = 2
"""People of a couple, who may be named twice: 'newlyweds, just the two of us'."""


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
        None where any of it is no person, and where one kind of relatives alone is named ('two kids'). Whoever lists
        several kinds of them and not themselves counts too: the question asks for that. Pets are no people.

    >>> people_in("me, my partner and the baby"), people_in("我同老婆，一仔一女"), people_in("me + 2")
    (3, 4, 3)
    >>> people_in("my wife and two kids"), people_in("me and the cat"), people_in("two kids")
    (4, 1, None)
    """
    folded = _UNCOUNTED.sub("", _EXCEPT_ME.sub("+我+", fold(text).text))
    folded = _LIVES_WITH.sub("我+", _DEPARTED.sub("", folded))
    if left := _WHAT_IS_LEFT.match(folded):
        counted = _counted(folded[left.end() :])
        if counted is not None:
            return counted
    counted = _counted(folded)
    return _stated(folded) if counted is None else counted


def _stated(text: str) -> int | None:
    """The total behind a list of which some words are unknown."""
    stated = _STATED.search(text)
    if stated is None or not any(item.kind in ("self", "others", "whole") for item in _items(text)):
        return None
    return _whole(stated["count"]) or None


def _counted(text: str) -> int | None:
    items = list(_items(text))
    if (enlarged := _with_more(text, items)) is not None:
        return enlarged
    kinds = [item.kind for item in items]
    listed = [item for item in items if item.kind in ("self", "alone", "others", "whole", "pet")]
    if "unknown" in kinds or not (listed or "people" in kinds):
        return None
    for place, item in enumerate(items):
        if item.kind in ("number", "people") and not _is_added(kinds, place):
            return item.people
    if len(listed) > 1 and all(item == ("whole", _COUPLES, item.end) for item in listed) and "join" not in kinds:
        return _COUPLES
    speaks = "self" in kinds or "alone" in kinds
    if "whole" not in kinds and not speaks and _is_family(items):
        speaks = True
    elif "whole" not in kinds and "alone" not in kinds and not (speaks and len(items) > 1):
        return None
    others = sum(item.people for item in items if item.kind not in ("self", "alone", "pet", "join"))
    return others + speaks


def _with_more(text: str, items: list[_Item]) -> int | None:
    """Those who are counted already and those who come on top: '三個人加一個工人', 'three plus a helper'."""
    if len(items) < 3 or items[0].kind not in ("number", "people") or items[1].kind != "join":
        return None
    more = items[2:]
    if any(item.kind not in ("others", "pet", "join") for item in more):
        return None
    joined = text[items[0].end : items[1].end]
    if _ON_TOP.search(joined):
        return items[0].people + sum(item.people for item in more if item.kind == "others")
    return items[0].people if _WITHIN.search(joined) else None


def _is_family(items: list[_Item]) -> bool:
    """Whether relatives of several kinds are listed, to whom the one who speaks comes: 'my wife and two kids'."""
    return sum(item.kind == "others" for item in items) > 1 and not any(item.kind == "number" for item in items)


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
    if found := _WITH_ME.match(text, position):
        return _Item("self", 1, found.end())
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
    if found := _COUPLE.match(text, position):
        return _Item("whole", 2, found.end())
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
    if _WITH_ME.match(text, position):
        return True
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
    expressions["owner"] = re.compile(rf"\b(?:{english})'s\b|我地|[我佢](?=個|{chinese})")
    return expressions


def _any_of(names: list[str]) -> re.Pattern[str]:
    """An expression for the longest of the names; Latin ones as whole words."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(
        "|".join(rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name) for name in longest_first)
    )
