"""Text folded for comparison, with the way back from every folded character to the one that was written."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from reading.tokens import Token, tokens

_ASCII = 128

_REPLACED = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‐": "-", "‒": "-", "―": "-",
    "臺": "台", "裏": "裡", "両": "兩", "两": "兩", "万": "萬", "个": "個", "岁": "歲", "〇": "零", "週": "周",
    "🔟": "10", "½": " 1/2",
    "嘅": "的", "喺": "係", "咗": "左", "嚟": "黎", "嘢": "野", "哋": "地", "俾": "比", "畀": "比",
    "嗰": "個", "冇": "無", "㗎": "架",
    "\r": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
"""Typographic twins, and the characters that Hong Kong people write for one another ('買左' for '買咗')."""
_DROPPED = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u20e3"}


class Span(NamedTuple):
    """Where something stands in the text that was given: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """A text folded for comparison.

    Attributes:
        original: the text as it was written.
        text: the same in one form: half-width, small letters, one kind of quote, dash and space, nothing invisible.
        starts: for each character of `text`, where the one that it came from stands in `original`; then its length.
    """

    original: str
    text: str
    starts: tuple[int, ...] | range

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of `text`, made once however many readers ask."""
        return tokens(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span in the original of `text[start:end]`; an empty one where nothing was asked for."""
        if start >= end:
            return Span(self.starts[start], self.starts[start])
        return Span(self.starts[start], self._end(end))

    def words(self, start: int, end: int) -> str:
        """What was originally written for `text[start:end]`, without the space around it."""
        span = self.span(start, end)
        return self.original[span.start : span.end].strip()

    def part(self, start: int, end: int) -> "Folded":
        """The folded text from `start` to `end`; its spans still count from the beginning of the original."""
        return Folded(self.original, self.text[start:end], self.starts[start : end + 1])

    def _end(self, end: int) -> int:
        last = self.starts[end - 1]
        while end < len(self.text) and self.starts[end] == last:
            end += 1
        return self.starts[end]


def fold(text: str) -> Folded:
    """Folds a text: full-width to half-width, capitals to small letters, invisible characters away.

    Args:
        text: anything a person may write; empty text folds to empty text.

    Returns:
        The folded text and the way back to the original. Folding folded text changes nothing.

    >>> fold("３０歲 — “TST”").text
    '30歲 - "tst"'
    """
    if text.isascii():
        return Folded(text, text.lower().translate(_SPACES), range(len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    for position, character in enumerate(text):
        folded = _fold_character(character)
        pieces.append(folded)
        starts.extend([position] * len(folded))
    starts.append(len(text))
    return Folded(text, "".join(pieces), tuple(starts))


def pattern(expression: str) -> re.Pattern[str]:
    """Compiles an expression whose Chinese is folded as the texts are, so that it can be written as people write.

    >>> bool(pattern("嗰個").search(fold("個個").text))
    True
    """
    return re.compile(expression.translate(_FOLDED_VARIANTS))


_FOLDED_VARIANTS = str.maketrans({written: folded for written, folded in _REPLACED.items() if written.isalpha()})
_SPACES = {code: "\n" if chr(code) in "\n\r" else " " for code in (*range(32), 127)}


@cache
def _fold_character(character: str) -> str:
    if ord(character) < _ASCII:
        return character.lower().translate(_SPACES)
    if character in _DROPPED or "\ufe00" <= character <= "\ufe0f":
        return ""
    if character in _REPLACED:
        return _REPLACED[character]
    if character.isspace():
        return " "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    folded = unicodedata.normalize("NFKC", character).casefold()
    return folded if folded == character else "".join(map(_fold_character, folded))
