"""Hong Kong's eighteen districts and the places in them, as people write them (districts.yml)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from reading.text import Folded, Span, fold, pattern
from reading.values.phrases import Phrases

ELSEWHERE = "elsewhere"
_GAZETTEER = yaml.safe_load(Path(__file__).with_name("districts.yml").read_text(encoding="utf-8"))
DISTRICTS: tuple[str, ...] = tuple(_GAZETTEER["districts"])
_TWINS = (("邨", "村"), ("咀", "嘴"), ("涌", "湧"))
_PLACE_CUE = pattern(
    r"(?:\b(?:in|at|from|near|around|to|live|of)\s+(?:the\s+)?|住(?:係|在|响|o係)?|喺|去|到|由|返|近)$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a text.

    Attributes:
        districts: the districts it lies in: one, several for a region such as Kowloon, `elsewhere` outside Hong Kong.
        span: where it stands in the text.
    """

    districts: tuple[str, ...]
    span: Span


def find_districts(text: str) -> tuple[Place, ...]:
    """The places in Hong Kong that a text names, in its order; none for an empty text.

    Names that are also ordinary words ('central') count with a capital letter or after a word such as 'in' or 住.

    >>> [place.districts for place in find_districts("從旺角搬咗去沙田第一城")]
    [('yau_tsim_mong',), ('sha_tin',)]
    >>> find_districts("a central question")
    ()
    """
    return tuple(places_in(fold(text)))


def places_in(folded: Folded) -> Iterator[Place]:
    """The places named in folded text, in its order."""
    for start, end, (districts,) in _PLACES.find(folded):
        written = folded.text[start:end]
        if written not in _ORDINARY_WORDS or _is_meant_as_a_name(folded, start, end):
            yield Place(districts, folded.span(start, end))


def names_in(folded: Folded) -> list[tuple[int, int, tuple[str, ...]]]:
    """From where to where places stand in folded text and what they mean, ordinary words among them."""
    return [(match.start, match.end, match.values[0]) for match in _PLACES.find(folded)]


def place_stretches(folded: Folded) -> list[tuple[int, int]]:
    """From where to where places stand in folded text, ordinary words among them."""
    return [(match.start, match.end) for match in _PLACES.find(folded)]


def _is_meant_as_a_name(folded: Folded, start: int, end: int) -> bool:
    capital = folded.original[folded.span(start, end).start].isupper() and start > 0
    whole = folded.text[start:end] == folded.text.strip()
    return whole or capital or bool(_PLACE_CUE.search(folded.text[max(0, start - 12) : start]))


def _names() -> dict[str, tuple[str, ...]]:
    """Every name with the districts that it may mean, in the order of the file."""
    names: dict[str, tuple[str, ...]] = {}
    for district, entry in _GAZETTEER["districts"].items():
        for name in entry["names"]:
            for variant in _variants(name):
                names[variant] = tuple(dict.fromkeys((*names.get(variant, ()), district)))
    for region in _GAZETTEER["regions"]:
        names.update((variant, tuple(region["districts"])) for name in region["names"] for variant in _variants(name))
    names.update((variant, (ELSEWHERE,)) for name in _GAZETTEER["elsewhere"] for variant in _variants(name))
    return names


def _variants(name: str) -> set[str]:
    folded = fold(name).text
    variants = {folded}
    if folded.isascii() and " " in folded:
        variants.add(folded.replace(" ", ""))
    for one, other in _TWINS:
        variants |= {variant.replace(one, other) for variant in variants}
    return variants


NAMES = _names()
"""Folded names, each with the districts it may mean."""
_PLACES = Phrases(NAMES.items())
_ORDINARY_WORDS = frozenset(fold(str(word)).text for word in _GAZETTEER["ordinary_words"])
