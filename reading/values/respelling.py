"""Words of numbers and days with a slip of the finger: 'yeterday', 'tirty-one', 'eiight of them'."""

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reading.values.numerals import ENGLISH_NUMERALS
from reading.values.vocabulary import ORDINARY_WORDS

LONGEST_ANSWER = 5
"""Words beyond which an answer is a sentence, in which a similar word is likely another word."""
_WORD = re.compile(r"[a-z]{5,}")
_MEANT = (
    *(word for word in ENGLISH_NUMERALS if _WORD.fullmatch(word)),
    *("hundred", "thousand"),
    *("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend"),
    *(
        "january",
        "february",
        "april",
        "august",
        "september",
        "october",
        "november",
        "december",
        "month",
        "months",
        "weeks",
    ),
)


def respelt(text: str) -> str:
    """A folded text whose words that are one slip away from a word of numbers or days are spelt as that.

    Args:
        text: folded; words of fewer than five letters, ordinary words ('sight') and all of a longer text stay.

    >>> respelt("tirty-one"), respelt("eiight of them, yeterday"), respelt("a light night")
    ('thirty-one', 'eight of them, yesterday', 'a light night')
    """
    if len(text.split()) > LONGEST_ANSWER:
        return text
    return _WORD.sub(lambda word: _meant(word[0]), text)


def _meant(word: str) -> str:
    if word in ORDINARY_WORDS or word in _MEANT:
        return word
    near = process.extract(word, _MEANT, scorer=OSA.distance, score_cutoff=1, limit=2)
    return near[0][0] if len(near) == 1 else word
