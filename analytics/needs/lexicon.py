"""Finds many words at once: English words, stems and phrases, and Chinese words anywhere in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from analytics.needs.script import CHINESE

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?", re.IGNORECASE)
_SHORTEST_STEM = 2


@dataclass(frozen=True)
class Hit:
    """A word that was found: the name it is filed under, and where it stands in the text."""

    name: str
    start: int
    end: int


class Lexicon:
    """Words filed under names, in English and in Chinese.

    An English entry is a word or a phrase and may end in `*`, which stands for any ending; an entry that holds a
    Chinese character is found anywhere in the text. One entry may be filed under several names.

    >>> lexicon = Lexicon({"delivery": ["parcel*", "next day", "送貨"]})
    >>> [(hit.name, hit.start, hit.end) for hit in lexicon.hits("Parcels the next day, 送貨快")]
    [('delivery', 0, 7), ('delivery', 12, 20), ('delivery', 22, 24)]
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._chinese: dict[str, list[str]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._stems: dict[str, list[str]] = defaultdict(list)
        for name, entries in words.items():
            for entry in entries:
                self._file(entry, name)
        self._longest = max(map(len, self._chinese), default=0)

    def _file(self, entry: str, name: str) -> None:
        if CHINESE.search(entry):
            self._chinese[entry].append(name)
        elif entry.endswith("*") and " " not in entry:
            self._stems[entry[:-1].lower()].append(name)
        else:
            first, *rest = _WORD.findall(entry.lower())
            self._phrases[first].append((tuple(rest), name))

    def hits(self, text: str) -> Iterator[Hit]:
        """The words found, English ones first; a Chinese place gives its longest word alone."""
        yield from self._english_hits(text)
        if CHINESE.search(text):
            yield from self._chinese_hits(text)

    def _english_hits(self, text: str) -> Iterator[Hit]:
        words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
        for place, (word, start, end) in enumerate(words):
            for rest, name in self._phrases.get(word, ()):
                following = words[place + 1 : place + 1 + len(rest)]
                if tuple(other for other, _, _ in following) == rest:
                    yield Hit(name, start, following[-1][2] if following else end)
            for length in range(_SHORTEST_STEM, len(word) + 1):
                for name in self._stems.get(word[:length], ()):
                    yield Hit(name, start, end)

    def _chinese_hits(self, text: str) -> Iterator[Hit]:
        place = 0
        while place < len(text):
            lengths = range(min(self._longest, len(text) - place), 0, -1)
            found = next((length for length in lengths if text[place : place + length] in self._chinese), 0)
            for name in self._chinese.get(text[place : place + found], ()):
                yield Hit(name, place, place + found)
            place += max(found, 1)
