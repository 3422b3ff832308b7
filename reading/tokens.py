"""Folded text as tokens: words of Latin letters and digits, and every other character by itself."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[^\s\-'\"a-z0-9]")
_SHORTEST_PLURAL = 4


class Token(NamedTuple):
    """A word of Latin letters or digits, or any other single character, and where it stands in folded text."""

    text: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of folded text; spaces, hyphens and quotes separate tokens and are none.

    >>> [token.text for token in tokens("24-hour 送貨")]
    ['24', 'hour', '送', '貨']
    """
    return tuple(Token(found[0], stem(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text))


def stem(word: str) -> str:
    """A word without the ending of a plural or a possessive.

    >>> stem("deliveries"), stem("prices"), stem("shop's"), stem("loss")
    ('delivery', 'price', 'shop', 'loss')
    """
    word = word.removesuffix("'s")
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
