"""What the classifier sees of a text: meaning as numbers, signs, judging words, theme words, n-grams."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.needs.judgement import COUNTS, judgement
from analytics.needs.script import CHINESE
from analytics.needs.sentence_encoder import sentence_encoder
from analytics.needs.signs import shown, signs, straighten
from analytics.needs.themes import ThemeTree
from analytics.needs.written_chinese import written_chinese

Floats = npt.NDArray[np.float64]

EMBEDDING_SIZE = 512
_EMBEDDING_WEIGHT = 3.0
_MOST_CUES = 2
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[!?？！]|" + CHINESE.pattern, re.IGNORECASE)
_LONGEST_GRAM = 3


@dataclass(frozen=True)
class TextFeatures:
    """The features of one text: a dense row, its n-grams, the signs it shows, its cue words by theme."""

    dense: Floats
    grams: frozenset[str]
    signs: frozenset[str]
    cues: Counter[str]


def warm_up() -> None:
    """Loads the sentence embedding, which otherwise happens at the first text."""
    sentence_encoder().encode([""])


def embeddings(texts: Sequence[str]) -> Floats:
    """The meaning of each text as a row of `EMBEDDING_SIZE` numbers, of length 1; no rows for no texts."""
    if not texts:
        return np.zeros((0, EMBEDDING_SIZE))
    rows = sentence_encoder().encode([written_chinese(text) for text in texts])
    return np.asarray(rows, dtype=np.float64)


def dense_names(theme_ids: Sequence[str]) -> tuple[str, ...]:
    """The names of the dense features for a classifier that knows these themes, in their order."""
    meaning = tuple(f"meaning_{place}" for place in range(EMBEDDING_SIZE))
    judging = tuple(f"{count}_{size}" for count in COUNTS for size in ("some", "many"))
    cues = tuple(f"cue_{theme}" for theme in theme_ids)
    return (*meaning, *(sign.id for sign in signs()), *judging, "balance", *cues)


def features(texts: Sequence[str], themes: ThemeTree, theme_ids: Sequence[str]) -> list[TextFeatures]:
    """The features of each text, in order.

    Args:
        texts: what to look at.
        themes: the tree whose cue words count.
        theme_ids: the themes that the classifier knows, in its order.
    """
    meanings = embeddings(texts) * _EMBEDDING_WEIGHT
    return [_features(text, meaning, themes, theme_ids) for text, meaning in zip(texts, meanings, strict=True)]


def _features(text: str, meaning: Floats, themes: ThemeTree, theme_ids: Sequence[str]) -> TextFeatures:
    straight = straighten(text)
    found, counts, cues = shown(straight), judgement(straight), themes.hits(straight)
    parts = (
        meaning,
        [sign.id in found for sign in signs()],
        [counts[name] > least for name in COUNTS for least in (0, 1)],
        [counts["good"] - counts["bad"]],
        [min(cues[theme], _MOST_CUES) for theme in theme_ids],
    )
    dense = np.concatenate([np.asarray(part, dtype=np.float64) for part in parts])
    return TextFeatures(dense, grams(text), found, cues)


def grams(text: str) -> frozenset[str]:
    """The words, pairs and triples of a text; a Chinese text's characters too, as written and in written Chinese."""
    found = _grams_of(text, "")
    written = written_chinese(text)
    return frozenset(found if written == text else found | _grams_of(written, "w:"))


def _grams_of(text: str, prefix: str) -> set[str]:
    words = ["#" if token.isdigit() else token for token in _TOKEN.findall(text.lower())]
    padded = ["<", *words, ">"]
    sizes = range(2, _LONGEST_GRAM + 1)
    runs = (padded[start : start + size] for size in sizes for start in range(len(padded) - size + 1))
    return {prefix + word for word in words} | {prefix + " ".join(run) for run in runs}
