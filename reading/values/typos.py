"""Choices whose words are misspelt ('delivry'), or of whose words only some were written."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from rapidfuzz.distance import OSA

from reading.text import Folded, pattern
from reading.tokens import Token, tokens
from reading.values.cues import FILLER
from reading.values.vocabulary import ORDINARY_WORDS

LONGEST_ANSWER = 6
"""Words beyond which an answer is a sentence of its own, in which a similar word is likely another word."""
_SHORTEST_WORD, _LONG_WORD, _SHORTEST_CHINESE = 5, 8, 4
_SHORT = 3
_CHINESE_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_MOST_OF = 0.6
_DECISIVE = re.compile(r"[唔不無未非少多高低好差大細快慢貴平有]")
_DENIES = pattern(r"\b(?:not|no|never|none|nothing|neither|without|cannot|[a-z]+n't|dont|wont|cant)\b|[唔不無未非]|沒")
_ASKING = frozenset(("why", "what", "who", "whose", "whom", "when", "where", "which", "how", "huh", "eh", "pardon"))
_ASKS_IN_CHINESE = pattern(r"點解|為何|為什麼|為甚麼|做乜|乜野|什麼|甚麼|邊個|幾時|點樣|[咩嗎][?？]?$")

Stretch: TypeAlias = tuple[int, int]


class Similar:
    """The phrases of one question, kept so that the few that may be meant by other words are found at once."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_words: dict[tuple[int, str], list[tuple[str, str]]] = {}
        self._by_length: dict[int, list[tuple[str, str]]] = {}
        self._content: list[tuple[frozenset[str], str, bool]] = []
        for phrase, value in phrases:
            self._keep(phrase, value)

    def _keep(self, phrase: str, value: str) -> None:
        stems = [token.stem for token in tokens(phrase)]
        if phrase.isascii() and stems and len(" ".join(stems)) >= _SHORTEST_WORD:
            self._by_words.setdefault((len(stems), stems[0][0]), []).append((" ".join(stems), value))
        elif not phrase.isascii() and len(phrase) >= _SHORTEST_CHINESE:
            self._by_length.setdefault(len(phrase), []).append((phrase, value))
        if content := content_of(phrase):
            self._content.append((content, value, _denies(phrase)))

    def misspelt(self, folded: Folded) -> dict[str, list[Stretch]]:
        """The choices that a short answer names with a slip; several where more than one is as near.

        Returns:
            For each value the stretches of the folded text that name it. A word may differ from 5 letters on by one
            slip, from 8 by two, and begins right; Chinese of four characters or more may differ by one character that
            does not turn the meaning.
        """
        if folded.text.isascii() and len(folded.tokens) > LONGEST_ANSWER:
            return {}
        nearest: dict[Stretch, tuple[int, set[str]]] = {}
        for distance, stretch, value in (*self._latin(folded.tokens), *self._chinese(folded.text)):
            best, values = nearest.get(stretch, (distance, set()))
            if distance <= best:
                nearest[stretch] = (distance, values | {value} if distance == best else {value})
        found: dict[str, list[Stretch]] = {}
        for stretch, (_, values) in nearest.items():
            for value in values:
                found.setdefault(value, []).append(stretch)
        return found

    def _latin(self, written: tuple[Token, ...]) -> Iterator[tuple[int, Stretch, str]]:
        for size in {size for size, _ in self._by_words}:
            for place in range(len(written) - size + 1):
                window = written[place : place + size]
                words = " ".join(token.stem for token in window)
                if any(token.text in ORDINARY_WORDS for token in window):
                    continue
                for phrase, value in self._by_words.get((size, words[0]), ()):
                    slips = 1 if len(phrase) < _LONG_WORD else 2
                    distance = OSA.distance(words, phrase, score_cutoff=slips)
                    if distance <= slips and _short_words_agree(words, phrase):
                        yield distance, (window[0].start, window[-1].end), value

    def _chinese(self, text: str) -> Iterator[tuple[int, Stretch, str]]:
        written = text.strip()
        for length in (len(written) - 1, len(written), len(written) + 1):
            for phrase, value in self._by_length.get(length, ()):
                if _one_slip(written, phrase):
                    yield 1, (0, len(text)), value

    def partly_named(self, text: str) -> dict[str, bool]:
        """The choices of which a short answer gives some of the words and nothing else; true where it gives most.

        A word that asks ('why?') names nothing, and what denies is no part of what does not: 'interested' is not
        'not interested', nor is 'why' 'why not'.
        """
        said = content_of(text)
        if not 0 < len(said) <= LONGEST_ANSWER or said <= _ASKING or _ASKS_IN_CHINESE.search(text):
            return {}
        found: dict[str, bool] = {}
        for held, value, denies in self._content:
            if said <= held and denies == _denies(text):
                found[value] = found.get(value, False) or len(said) >= _MOST_OF * len(held)
        return found


def _short_words_agree(written: str, phrase: str) -> bool:
    """Whether no common short word differs, which would be another word: 'why now' is not 'why not'."""
    pairs = zip(written.split(), phrase.split(), strict=True)
    return not any(
        one != other and len(other) <= _SHORT and (FILLER.fullmatch(one) or FILLER.fullmatch(other))
        for one, other in pairs
    )


def _denies(text: str) -> bool:
    return bool(_DENIES.search(text))


def _one_slip(written: str, phrase: str) -> bool:
    if OSA.distance(written, phrase, score_cutoff=1) != 1:
        return False
    return not _DECISIVE.search("".join(set(written) ^ set(phrase)))


def content_of(text: str) -> frozenset[str]:
    """The words of folded text that carry something: Latin words but fillers, and each pair of Chinese characters."""
    words = {token.stem for token in tokens(FILLER.sub(" ", text)) if token.text.isascii() and token.text.isalnum()}
    for run in _CHINESE_RUN.findall(text):
        words |= {run[place : place + 2] for place in range(len(run) - 1)}
    return frozenset(words)
