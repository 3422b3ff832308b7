"""The signs of a need in words: the patterns of both languages, and which of them a text shows."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from analytics.needs.found import Cue, NeedType
from analytics.needs.script import CHINESE

PATTERNS = Path(__file__).parent / "patterns"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "`": "'"})
_LATIN = re.compile(r"[a-zA-Z]")


@dataclass(frozen=True)
class Sign:
    """A pattern: its name, what it looks for, and the type or the cue that a hit speaks for."""

    id: str
    pattern: re.Pattern[str]
    says: NeedType | None
    cue: Cue | None
    chinese: bool


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
        chinese = file.stem.startswith("zh")
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["patterns"]:
            pattern = re.compile(entry["regex"], re.IGNORECASE)
            found.append(Sign(entry["id"], pattern, entry.get("says"), entry.get("cue"), chinese))
    return tuple(found)


def shown(text: str) -> frozenset[str]:
    """The ids of the signs that a text shows; none for an empty text."""
    straight = straighten(text)
    has_chinese, has_latin = bool(CHINESE.search(text)), bool(_LATIN.search(text))
    return frozenset(
        sign.id
        for sign in signs()
        if (has_chinese if sign.chinese else has_latin or not has_chinese) and sign.pattern.search(straight)
    )
