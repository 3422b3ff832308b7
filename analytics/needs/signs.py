"""The signs of a need in words: the patterns of both languages, and which of them a text shows."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from analytics.needs.found import Cue, NeedType

PATTERNS = Path(__file__).parent / "patterns"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "`": "'"})


@dataclass(frozen=True)
class Sign:
    """A pattern: its name, what it looks for, and the type or the cue that a hit speaks for."""

    id: str
    pattern: re.Pattern[str]
    says: NeedType | None
    cue: Cue | None


def straighten(text: str) -> str:
    """The text with straight quotation marks, of the same length, so that places in it stay what they were.

    >>> straighten("don’t")
    "don't"
    """
    return text.translate(_STRAIGHT)


@lru_cache(maxsize=1)
def signs() -> tuple[Sign, ...]:
    """Every pattern of both languages, in the order of the files."""
    found = []
    for file in sorted(PATTERNS.glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["patterns"]:
            pattern = re.compile(entry["regex"], re.IGNORECASE)
            found.append(Sign(entry["id"], pattern, entry.get("says"), entry.get("cue")))
    return tuple(found)


def shown(text: str) -> frozenset[str]:
    """The ids of the signs that a text shows; none for an empty text."""
    straight = straighten(text)
    return frozenset(sign.id for sign in signs() if sign.pattern.search(straight))
