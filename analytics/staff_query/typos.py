"""Mends slips of the keyboard in words that nobody knows, where only one thing can be meant."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from analytics.staff_query.meanings import Meaning, Value
from analytics.staff_query.vocabulary import Vocabulary
from reading.tokens import stem, tokens
from reading.values.districts import NAMES

LONGEST_PHRASE = 4
ALONE_FROM, BESIDE_FROM, TWICE_FROM = 6, 4, 9
"""How long a word must be for one slip when it stands alone, or beside the right words; and for two slips."""
CLOSEST_SUGGESTION = 0.7
NEGATIONS = ("un", "in", "im", "ir", "il", "non", "dis", "n")
"""With one of these before it a word means the opposite: 'infrequent' is no slip of 'frequent'."""


@dataclass(frozen=True)
class Slip:
    """A stretch of words that holds an unknown word, and the phrase that it was most likely meant for."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, eq=False)
class Typos:
    """Knows the phrases of a vocabulary by their words."""

    vocabulary: Vocabulary

    def slip(self, text: str, unknown_at: int) -> Slip | None:
        """What the unknown word at `unknown_at` of folded `text` was meant for.

        The word must differ by one slip (two in a long word), the words around it must be right, and all phrases that
        are as close must mean the same; else None.
        """
        words = tokens(text)
        place = next(index for index, word in enumerate(words) if word.start == unknown_at)
        for length in range(LONGEST_PHRASE, 0, -1):
            for first in range(max(0, place - length + 1), min(place, len(words) - length) + 1):
                window = words[first : first + length]
                meant = self._meant([word.text for word in window], place - first)
                if meant:
                    return Slip(window[0].start, window[-1].end, meant)
        return None

    def suggestion(self, word: str) -> str | None:
        """The known single word that is most like an unknown one, to ask 'did you mean'; None if none is like it."""
        known = [words[0] for words in self._phrases if len(words) == 1]
        best = min(known, key=lambda other: (OSA.normalized_distance(word, other), other), default=None)
        close = best is not None and OSA.normalized_similarity(word, best) >= CLOSEST_SUGGESTION
        return best if close else None

    def _meant(self, words: list[str], place: int) -> str | None:
        others = tuple(words[:place] + words[place + 1 :])
        near = list(self._near(words[place], (len(words), place, others)))
        closest = min((distance for distance, _ in near), default=0)
        phrases = [phrase for distance, phrase in near if distance == closest]
        meanings = {self._phrases[phrase] for phrase in phrases}
        return " ".join(min(phrases)) if len(meanings) == 1 else None

    def _near(self, word: str, beside: tuple[int, int, tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
        shortest = ALONE_FROM if beside[0] == 1 else BESIDE_FROM
        if len(word) >= shortest and word.isascii():
            slips = 2 if len(word) >= TWICE_FROM else 1
            for phrase in self._by_the_others[beside]:
                meant = phrase[beside[1]]
                distance = min(OSA.distance(written, meant) for written in (word, stem(word)))
                if distance <= slips and not _negates(word, meant):
                    yield distance, phrase

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], frozenset[Meaning]]:
        """The phrases in Latin letters as words, each with what it means; a name of a place means its districts."""
        found: dict[tuple[str, ...], frozenset[Meaning]] = {}
        places = [(name, Value("district", district)) for name, districts in NAMES.items() for district in districts]
        for phrase, meaning in (*self.vocabulary.spoken, *places):
            if phrase.isascii():
                words = tuple(token.text for token in tokens(phrase))
                found[words] = found.get(words, frozenset()) | {meaning}
        return found

    @cached_property
    def _by_the_others(self) -> dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]]:
        """The phrases by their length and by all words but one."""
        found: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
        for phrase in self._phrases:
            for place in range(len(phrase)):
                found[len(phrase), place, phrase[:place] + phrase[place + 1 :]].append(phrase)
        return found


def _negates(written: str, meant: str) -> bool:
    """Whether a word is the opposite of another rather than a slip of it.

    >>> _negates("infrequent", "frequent"), _negates("inisial", "initial")
    (True, False)
    """
    return any(written.startswith(prefix) and not meant.startswith(prefix) for prefix in NEGATIONS)
