"""Two linear classifiers over the features, the type of need and its theme, and the file that holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from analytics.needs.features import Floats, TextFeatures, dense_names

PARAMETERS_FILE = Path(__file__).parent / "parameters.npz"
_DECIMALS = 6


class StaleParametersError(ValueError):
    """The parameters were trained with other signs than the product's now."""


@dataclass(frozen=True)
class Linear:
    """One multinomial classifier.

    Attributes:
        labels: what it tells apart.
        dense: a weight for each label and dense feature.
        grams: a weight for each n-gram (a row) and label.
        offset: one number for each label.
    """

    labels: tuple[str, ...]
    dense: Floats
    grams: Floats
    offset: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> Self:
        """The classifier that stands under a name among the arrays of a file, as `learning.fit` has learnt it."""

        def floats(part: str) -> Floats:
            return np.asarray(arrays[f"{name}_{part}"], dtype=np.float64)

        grams = np.ascontiguousarray(floats("grams").T)
        return cls(tuple(map(str, arrays[f"{name}_labels"])), floats("dense"), grams, floats("offset"))

    def probabilities(self, dense: Floats, places: npt.NDArray[np.int64], gram_weight: float) -> Floats:
        """How likely each label is, rounded so that the last bits of a machine's arithmetic do not show."""
        scores = self.offset + self.dense @ dense + gram_weight * self.grams[places].sum(axis=0)
        powers = np.exp(scores - scores.max())
        likely: Floats = np.round(powers / powers.sum(), _DECIMALS)
        return likely


@dataclass(frozen=True)
class Classifier:
    """What the type and the theme of a text most likely are."""

    vocabulary: Mapping[str, int]
    types: Linear
    themes: Linear

    @classmethod
    def load(cls, file: Path = PARAMETERS_FILE) -> Self:
        """The classifier of a parameters file, which `python -m analytics.needs.train` writes.

        Raises:
            StaleParametersError: the file does not fit the product's signs; names the file and the remedy.
        """
        with np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        types, themes = Linear.of(arrays, "types"), Linear.of(arrays, "themes")
        if tuple(map(str, arrays["names"])) != dense_names(themes.labels):
            raise StaleParametersError(f"{file} was trained with other signs; run python -m analytics.needs.train.")
        return cls({str(gram): place for place, gram in enumerate(arrays["vocabulary"])}, types, themes)

    def read(self, text: TextFeatures) -> tuple[dict[str, float], dict[str, float]]:
        """How likely each type and each theme is for a text."""
        places = places_of(text.grams, self.vocabulary)
        weight = gram_weight(len(places))
        kinds = self.types.probabilities(text.dense, places, weight)
        themes = self.themes.probabilities(text.dense, places, weight)
        return _named(self.types.labels, kinds), _named(self.themes.labels, themes)


def places_of(grams: frozenset[str], vocabulary: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """Where the known n-grams stand, in ascending order, so that sums are taken in one order everywhere."""
    return np.array(sorted(vocabulary[gram] for gram in grams if gram in vocabulary), dtype=np.int64)


def gram_weight(known: int) -> float:
    """What each n-gram of a text with so many known ones counts: long texts are not louder than short ones.

    >>> gram_weight(16)
    0.25
    """
    return float(1.0 / max(known, 1) ** 0.5)


def _named(labels: Sequence[str], numbers: Floats) -> dict[str, float]:
    return dict(zip(labels, map(float, numbers), strict=True))


@lru_cache(maxsize=1)
def stored_classifier() -> Classifier:
    """The classifier that ships with the product, loaded once."""
    return Classifier.load()
