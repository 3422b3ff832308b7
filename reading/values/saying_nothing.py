"""Messages that are words and no answer: 'nothing really', the 'hmm' of somebody who thinks, 'so many questions'."""

import re
from functools import cache
from pathlib import Path

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from reading.text import fold

FILE = Path(__file__).with_name("saying_nothing.yml")
_LONG_WORD = re.compile(r"[a-z]{6,}")
"""Shorter words are too near to others: 'wring' is no 'wrong'."""


def says_nothing(text: str) -> bool:
    """Whether somebody says that there is nothing to say; also for an empty text.

    >>> [says_nothing(text) for text in ("nothing really, thanks", "noothing more to add", "冇咩特別", "nothing works")]
    [True, True, True, False]
    """
    return not text.strip() or _matches("nothing", text)


def hesitates(text: str) -> bool:
    """Whether somebody is still thinking, or says that it is hard to say.

    >>> [hesitates(text) for text in ("hmm, let me think", "點講好呢", "so-so", "普通啦")]
    [True, True, False, False]
    """
    return _matches("hesitation", text)


def is_weary(text: str) -> bool:
    """Whether somebody says that it has been enough, or that the chat itself is a nuisance.

    >>> [is_weary(text) for text in ("問完未呀", "this chat is so slow", "the delivery took too long")]
    [True, True, False]
    """
    return _matches("weariness", text)


def _matches(kind: str, text: str) -> bool:
    written = fold(text).text.strip().rstrip("。！～…?？")
    pattern = _patterns()[kind]
    return bool(pattern.fullmatch(written) or pattern.fullmatch(_LONG_WORD.sub(_respelt, written)))


def _respelt(word: re.Match[str]) -> str:
    """A long word as the lists have it, if it is one slip away from one of theirs: 'noothing', 'speical'."""
    near = process.extractOne(word[0], _words(), scorer=OSA.distance, score_cutoff=1)
    return near[0] if near else word[0]


@cache
def _words() -> tuple[str, ...]:
    """The long words that the lists are made of."""
    return tuple(sorted(set(_LONG_WORD.findall(FILE.read_text(encoding="utf-8")))))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        kind: re.compile(f"{written['lead']}(?:{'|'.join(written[kind])}){written['tail']}")
        for kind in ("nothing", "hesitation", "weariness")
    }
