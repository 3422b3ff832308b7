"""Splits English, Chinese and both in one sentence into tokens."""

import re
import unicodedata

TOKEN = re.compile(
    r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)*"  # a word of letters, with its apostrophe
    r"|\d+(?:[.,]\d+)*"  # a number
    r"|[\u2e80-\u9fff\uf900-\ufaff]"  # a Chinese character: words are found as n-grams of these
    r"|[?？!！]"  # tells a question from a statement
    r"|[\U0001f300-\U0001faff\u2600-\u27bf]"  # an emoji
)


def folded(text: str) -> str:
    """A text as every part of the pipeline sees it: small letters, and one form of those that are written in several.

    >>> folded("Ｗhere’s 𝓶𝔂 Order？")
    "where's my order?"
    """
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def words_of(text: str) -> list[str]:
    """The tokens of a text, folded to lower case; none for a text without words.

    >>> words_of("I'd like 兩盒 milk, pls 🙏")
    ["i'd", 'like', '兩', '盒', 'milk', 'pls', '🙏']
    """
    return TOKEN.findall(folded(text))


def word_ngrams(text: str, shortest: int, longest: int) -> list[str]:
    """The n-grams of the tokens of a text.

    Args:
        text: in either language or both.
        shortest: tokens of the shortest n-gram, >= 1.
        longest: tokens of the longest.

    >>> word_ngrams("Too slow", 1, 2)
    ['too', 'slow', 'too slow']
    """
    words = words_of(text)
    return [
        " ".join(words[start : start + size])
        for size in range(shortest, longest + 1)
        for start in range(len(words) - size + 1)
    ]


def character_ngrams(text: str, shortest: int, longest: int) -> list[str]:
    """The n-grams of the characters between two spaces, which see typos and Chinese words.

    Args:
        text: in either language or both.
        shortest: characters of the shortest n-gram, >= 1.
        longest: characters of the longest.

    >>> character_ngrams("ok 唔該", 2, 3)
    [' o', 'ok', 'k ', ' 唔', '唔該', '該 ', ' ok', 'ok ', ' 唔該', '唔該 ']
    """
    parts = [f" {part} " for part in folded(text).split()]
    return [
        part[start : start + size]
        for size in range(shortest, longest + 1)
        for part in parts
        for start in range(len(part) - size + 1)
    ]
