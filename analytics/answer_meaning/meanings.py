"""The learnt meanings of answers: how likely each choice of a question is for a text; their file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from analytics.answer_meaning.sayings import fingerprint
from analytics.needs.classifier import Linear, gram_weight, places_of
from analytics.needs.features import embeddings, grams
from catalogue import Catalogue
from settings import ROOT

MEANINGS_FILE = ROOT / "models" / "answers.npz"
EMBEDDING_WEIGHT = 5.0
"""What the sentence embedding counts beside the n-grams: chosen by what 1,932 examples told of 2,208 by others."""

Arrays = Mapping[str, npt.NDArray[np.generic]]


class StaleMeaningsError(ValueError):
    """The file of meanings is missing, or was learnt from another catalogue."""


@dataclass(frozen=True)
class QuestionMeanings:
    """What one question has learnt: the n-grams that it knows, and a weight of each for each choice."""

    vocabulary: Mapping[str, int]
    linear: Linear

    @classmethod
    def of(cls, arrays: Arrays, id: str) -> Self:
        """The meanings of the question `id` among the arrays of the file."""
        words = map(str, arrays[f"{id}_vocabulary"])
        return cls({gram: place for place, gram in enumerate(words)}, Linear.of(arrays, id))

    def likely(self, text: str) -> dict[str, float]:
        """How likely each choice and `NOTHING` is, from 0 to 1, likeliest first; a blank text is looked at as any."""
        places = places_of(grams(text), self.vocabulary)
        meaning = embeddings([text])[0] * EMBEDDING_WEIGHT
        found = self.linear.probabilities(meaning, places, gram_weight(len(places)))
        ranked = sorted(zip(found, self.linear.labels, strict=True), key=lambda pair: (-pair[0], pair[1]))
        return {label: float(probability) for probability, label in ranked}


@dataclass(frozen=True)
class AnswerMeanings:
    """The meanings of each question that has examples.

    Attributes:
        questions: by question id; none for a catalogue without examples, whose answers are read by their words.
    """

    questions: Mapping[str, QuestionMeanings] = field(default_factory=dict)

    @classmethod
    def of(cls, arrays: Arrays) -> Self:
        """The meanings that `learning.learn` has learnt."""
        ids = [name.removesuffix("_vocabulary") for name in arrays if name.endswith("_vocabulary")]
        return cls({id: QuestionMeanings.of(arrays, id) for id in ids})

    @classmethod
    def load(cls, catalogue: Catalogue, file: Path = MEANINGS_FILE) -> Self:
        """The meanings of a file that `./askwell train` has written.

        Raises:
            StaleMeaningsError: there is no such file, it cannot be read, or it was learnt from other examples.
        """
        if not is_learnt(catalogue, file):
            raise StaleMeaningsError(f"{file} does not fit the catalogue's examples; run ./askwell train.")
        with np.load(file, allow_pickle=False) as stored:
            return cls.of({name: stored[name] for name in stored.files})


def is_learnt(catalogue: Catalogue, file: Path = MEANINGS_FILE) -> bool:
    """Whether the file was learnt from the catalogue as it is."""
    try:
        with np.load(file, allow_pickle=False) as stored:
            return str(stored["fingerprint"]) == fingerprint(catalogue)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        return False
