"""Postal addresses in English and Chinese; a district or an estate by its name alone is none."""

import re
from collections.abc import Iterator

from reading.personal_data.found import Kind, Stretch
from reading.text import Folded, pattern
from reading.values.districts import place_stretches

_NUMBER = r"(?:\d{1,4}[a-z]?|[a-z]\d{0,3})"
_ENGLISH_PART = re.compile(
    rf"\b(?P<unit>(?:flat|room|rm|unit|suite|apartment|apt|shop)\.? ?(?:no\.? ?)?{_NUMBER}\b)"
    r"|\b(?P<floor>(?:\d{1,3}|g|lg|ug) ?/ ?f\b|\d{1,3}(?:st|nd|rd|th) (?:floor|fl)\b|(?:floor|level) \d{1,3}\b)"
    rf"|\b(?P<block>(?:block|blk|tower|phase|house)\.? ?(?:{_NUMBER}|[ivx]+)\b)"
    r"|(?P<street>\b(?:no\.? ?)?\d{1,4}[a-z]?(?:-\d{1,4})?,? (?:(?!(?:the|that|this|"
    r"a|an|and|or|is|was|on|in|of|to|for|from|by|at|my|our|mins?|minutes?|hours?|hrs?|"
    r"days?|weeks?|months?|years?|items?|times?|pcs|pieces|dollars|km|m|blocks?|stars?|"
    r"people|orders?)\b)[a-z'.]+ ){1,3}?(?:road|rd|street|st|avenue|ave|lane|drive|"
    r"path|terrace|crescent|"
    r"circuit|boulevard|square)\b(?: (?:east|west|north|south|central)\b)?)"
)
_BETWEEN_ENGLISH = re.compile(
    r"[ ,.\n]*(?:(?!(?:of|the|and|is|are|was|were|for|to|my|i|we|it|this|that)\b)[a-z0-9'&\-]+[ ,.\n]+){0,6}"
)
_BUILDING = re.compile(
    r"^[ ,.\n]*(?:[a-z'\-]+ ){1,4}(?:building|bldg|mansions?|court|house|gardens?|"
    r"estate|villas?|heights|tower|centre|center|plaza|lodge|chuen)\b"
)
_CHINESE_PART = pattern(
    r"(?P<street>(?:道|街|路|里|徑|巷|坊|圍|村|邨)(?:東|西|南|北|中)? ?第?"
    r"(?:\d{1,4}|[一二三四五六七八九十百零]{1,5})[a-z]?(?:[\-至]\d{1,4}[a-z]?)? ?號"
    r"(?!線|風|檔|碼|櫃|閘|仔|色|電|出口)(?:地下|地舖)?)"
    r"|(?P<block>第?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z]) ?(?:座|期|幢))"
    r"|(?P<floor>(?:\d{1,3}|[一二三四五六七八九十廿卅]{1,4}|地|高|低|中) ?(?:樓|層)(?!層|上|下|宇|盤|市))"
    r"|(?P<unit>(?<![a-z0-9])[a-z]?\d{0,4}[a-z]?(?:室|單位)|(?<=樓)[a-z](?![a-z]))"
)
_BETWEEN_CHINESE = re.compile(r"[\s,、()a-z0-9\u4e00-\u9fff]{0,8}")
_CHINESE_BUILDING = pattern(
    r"[^\W\da-z_住係在到去寄送址我你佢的]{1,6}(?:邨|村|苑|花園|大廈|新城|中心|山莊|閣|樓|居|台|軒|灣|豪庭|廣場)$"
)
_NEVER_IN_A_STREET = frozenset("住係在到去寄送址我你佢的於,.:;!?。、 \n-是叫同和話：")
_FARTHEST = 8
_LONGEST_STREET = 4


def addresses(folded: Folded) -> Iterator[Stretch]:
    """The addresses in folded text: a numbered street, or two or more of flat, floor, block and street together."""
    yield from _english(folded.text)
    yield from _chinese(folded)


def _english(text: str) -> Iterator[Stretch]:
    for parts in _grouped(text, list(_ENGLISH_PART.finditer(text)), _BETWEEN_ENGLISH):
        kinds = {part.lastgroup for part in parts}
        if len(kinds) > 1 or "street" in kinds:
            end = parts[-1].end()
            building = _BUILDING.match(text[end : end + 80])
            yield Kind.ADDRESS, parts[0].start(), end + (len(building[0]) if building else 0)


def _chinese(folded: Folded) -> Iterator[Stretch]:
    text = folded.text
    for parts in _grouped(
        text, [part for part in _CHINESE_PART.finditer(text) if part[0].strip("室單位")], _BETWEEN_CHINESE
    ):
        start, named = _beginning(folded, parts[0])
        kinds = {part.lastgroup for part in parts}
        if len(kinds) > 1 or "street" in kinds or (named and kinds & {"block", "unit"}):
            yield Kind.ADDRESS, start, parts[-1].end()


def _grouped(text: str, parts: list[re.Match[str]], between: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """The parts of each address: those that only a few words stand between."""
    group: list[re.Match[str]] = []
    for part in parts:
        if group and not between.fullmatch(text, group[-1].end(), part.start()):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _beginning(folded: Folded, part: re.Match[str]) -> tuple[int, bool]:
    """Where an address begins, and whether a name of an estate, building or street stands there.

    It begins before the name of its street or building and behind the place that it lies in, which identifies nobody.
    """
    text, start = folded.text, part.start()
    behind_place = max((end for _, end in place_stretches(folded) if end <= start), default=0)
    if part.lastgroup == "street":
        begin = start
        while begin > max(behind_place, start - _LONGEST_STREET) and text[begin - 1] not in _NEVER_IN_A_STREET:
            begin -= 1
        return begin, True
    named = _CHINESE_BUILDING.search(text, max(behind_place, start - _FARTHEST), start)
    return (named.start(), True) if named else (start, start > 0 and behind_place == start)
