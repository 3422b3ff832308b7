"""Choices whose words are misspelt ('delivry'), or of whose words only some were written."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from reading.values.cues import FILLER
from reading.values.phrases import Token, stem, tokens

LONGEST_ANSWER = 6
"""Words beyond which an answer is a sentence of its own, in which a similar word is likely another word."""
_SHORTEST_WORD, _LONG_WORD = 5, 8
_MOST_OF = 0.6
_ORDINARY_WORDS = frozenset(
    "stuff prize stone story score place prime pride peace spice slice price prices quite quiet there their three these those where when shape "
    "shirt shore share shops stork sticks stack snack family finally order older other never level fever green great greet trust crust first "
    "thirst weight height eight light right might night sight fight gifts lifts shifts range change orange strange returns".split()
)
"""Words so close to others that they are not taken for a slip of the finger."""
_DECISIVE = re.compile(r"[唔不無未非少多高低好差大細快慢貴平有]")


def misspelt(text: str, phrases: Iterable[tuple[str, str]]) -> dict[str, list[tuple[int, int]]]:
    """The choices that a short answer names with a slip, each with where; several where more than one is as near.

    Args:
        text: folded text.
        phrases: folded phrases, each with the value that it stands for.

    Returns:
        For each value the stretches that name it. A word may differ from 5 letters on by one slip, from 8 by two, and
        begins right; Chinese of four characters or more may differ by one that does not turn the meaning.
    """
    written = tokens(text)
    if not 0 < len(written) <= LONGEST_ANSWER and text.isascii():
        return {}
    best: dict[tuple[int, int], tuple[int, set[str]]] = {}
    for phrase, value in phrases:
        for distance, start, end in _near(text, written, phrase):
            nearest = best.get((start, end), (distance, set()))
            if distance < nearest[0]:
                nearest = (distance, set())
            if distance == nearest[0]:
                best[start, end] = (distance, nearest[1] | {value})
    found: dict[str, list[tuple[int, int]]] = {}
    for stretch, (_, values) in best.items():
        for value in values:
            found.setdefault(value, []).append(stretch)
    return found


def _near(text: str, written: list[Token], phrase: str) -> Iterable[tuple[int, int, int]]:
    if phrase.isascii():
        size = phrase.count(" ") + 1
        slips = _slips_allowed(phrase)
        for place in range(len(written) - size + 1) if slips else ():
            window = written[place : place + size]
            words = " ".join(token.text for token in window)
            if words[0] != phrase[0] or words in _ORDINARY_WORDS:
                continue
            distance = OSA.distance(stem(words), stem(phrase), score_cutoff=slips)
            if distance <= slips:
                yield distance, window[0].start, window[-1].end
    elif len(phrase) >= 4 and abs(len(text.strip()) - len(phrase)) <= 1 and _one_slip(text.strip(), phrase):
        yield 1, 0, len(text)


def _slips_allowed(phrase: str) -> int:
    if len(phrase) < _SHORTEST_WORD:
        return 0
    return 1 if len(phrase) < _LONG_WORD else 2


def _one_slip(written: str, phrase: str) -> bool:
    if OSA.distance(written, phrase, score_cutoff=1) != 1:
        return False
    return not _DECISIVE.search("".join(set(written) ^ set(phrase)))


def partly_named(text: str, phrases: Iterable[tuple[str, str]]) -> dict[str, bool]:
    """The choices of which a short answer gives some of the words and nothing else.

    Args:
        text: folded text.
        phrases: folded phrases, each with the value that it stands for.

    Returns:
        The values whose phrase holds every word of the answer; true for those of which it gives most.
    """
    said = _content(text)
    if not said or len(said) > LONGEST_ANSWER:
        return {}
    found: dict[str, bool] = {}
    for phrase, value in phrases:
        held = _content(phrase)
        if said <= held:
            found[value] = found.get(value, False) or len(said) >= _MOST_OF * len(held)
    return found


def _content(text: str) -> set[str]:
    """The words that carry something: Latin words without fillers, and each pair of Chinese characters."""
    rest = FILLER.sub(" ", text)
    words = {token.stem for token in tokens(rest) if token.text[0].isascii() and token.text[0].isalnum()}
    for run in re.findall(r"[\u4e00-\u9fff]{2,}", text):
        words |= {run[place : place + 2] for place in range(len(run) - 1)}
    return words
