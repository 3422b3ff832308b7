"""People counted from a list: 'me, my partner and the baby', '我同老婆，一仔一女'."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from reading.text import fold
from reading.values.numerals import NUMERAL, numeral

PEOPLE_FILE = Path(__file__).parent / "people.yml"
_BETWEEN = re.compile(r"\s*(?:[,，、;+&。]|\band\b|\bplus\b|\bwith\b|同埋|同|加埋|加|及|和|與|仲有)\s*")
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:just|only|it's|its|there's|there is|there are|we are|we're|my|our|the|a|an|his|her|their|one|little|old|"
    r"new|得返|得|淨係|屋企有|有|個|位|條)\s*)+"
)
_COUNTED = re.compile(rf"^(?P<count>{NUMERAL}) ?(?:個|位|條|隻)?(?P<name>.*)$")
_TOTAL = re.compile(
    r"^(?:一共|總共|合共|together|in all|that's|that makes|so|即係|所以)? ?"
    rf"(?P<count>{NUMERAL}) ?(?:個人?|人|口|of us|people|altogether|in all)?$"
)
_PARTICLES = re.compile(r"[呀啦囉喎咯啊喇!.! ]+$")


def people_in(text: str) -> int | None:
    """How many people a list names, or the total that it ends with; None where any of it is no person.

    Args:
        text: an answer to how many people there are; a number alone is not a list.

    >>> people_in("me, my partner and the baby"), people_in("我同老婆，一仔一女"), people_in("me and the cat")
    (3, 4, None)
    """
    parts = [part for part in (_PARTICLES.sub("", part) for part in _BETWEEN.split(fold(text).text)) if part]
    if len(parts) < 2 and not any(part in _names()["two"] for part in parts):
        return None
    total = 0
    for part in parts:
        stated = _TOTAL.fullmatch(part)
        if stated and total:
            return _whole(stated["count"])
        people = _people(part)
        if people is None:
            return None
        total += people
    return total


def _people(part: str) -> int | None:
    names = _names()
    name = _BEFORE_A_NAME.sub("", part).strip()
    for candidate in (part, name):
        if candidate in names["self"] or candidate in names["one"]:
            return 1
        if candidate in names["two"]:
            return 2
    counted = _COUNTED.fullmatch(part)
    if counted and _singular(counted["name"].strip()) in names["one"]:
        return _whole(counted["count"])
    return None


def _singular(name: str) -> str:
    names = _names()
    name = name.rsplit(" ", maxsplit=1)[-1] if name.isascii() else name
    return str(names["plural"].get(name, name.removesuffix("s") if name.isascii() else name))


def _whole(count: str) -> int | None:
    value = numeral(count)
    return int(value.low) if value and value.low == value.high and value.low == int(value.low) else None


@lru_cache(maxsize=1)
def _names() -> dict[str, Any]:
    written = yaml.load(PEOPLE_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    folded = {
        kind: frozenset(fold(name).text for names in written[kind].values() for name in names)
        for kind in ("self", "one", "two")
    }
    return {**folded, "plural": written["plural"]["en"]}
