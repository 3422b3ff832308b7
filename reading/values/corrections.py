"""Answers in which somebody takes something back: '25, no sorry 35', '唔係，係沙田先啱'."""

import re
from dataclasses import dataclass

from reading.text import Folded
from reading.values.cues import ADDITION, CORRECTION, ONLY_SO, WEAK_CORRECTION

_MARKER = re.compile(f"(?P<strong>{CORRECTION.pattern})|(?P<weak>{WEAK_CORRECTION.pattern})")
_MARKER_FOR_ONE = re.compile(rf"{_MARKER.pattern}|(?<=[,.;!。、])(?P<no> ?\b(?:no|nope|nah) )")


_AFTER_ALL = " .!。呀啊喎囉啦"
"""What may stand behind '先啱' at the end of an answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an answer between two markers of taking back.

    Attributes:
        folded: the stretch.
        start: where it begins in the folded answer.
        marker: how long the marker before it is; 0 for the first part.
        takes_back: the marker says by itself that something was wrong before.
    """

    folded: Folded
    start: int
    marker: int
    takes_back: bool


def parts(folded: Folded, takes_one: bool) -> list[Part]:
    """The parts of an answer in its order; one part where nothing is taken back.

    Args:
        folded: the answer.
        takes_one: whether the question takes one value; then ', no …' takes back, to others it only excludes.
    """
    text = folded.text
    only_so = ONLY_SO.search(text)
    end = only_so.start() if only_so and not text[only_so.end() :].strip(_AFTER_ALL) else len(text)
    starts: list[tuple[int, int, bool]] = [(0, 0, False)]
    for found in (_MARKER_FOR_ONE if takes_one else _MARKER).finditer(text):
        something_follows = bool(found["strong"]) or found.end() < len(text)
        if something_follows and not ADDITION.match(text[found.end() :]):
            starts.append((found.end(), len(found[0]), bool(found["strong"]) or bool(only_so)))
    ends = [start - marker for start, marker, _ in starts[1:]] + [max(end, starts[-1][0])]
    return [
        Part(folded.part(start, end), start, marker, takes_back)
        for (start, marker, takes_back), end in zip(starts, ends, strict=True)
    ]
