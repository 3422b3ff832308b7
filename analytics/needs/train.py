"""Trains the classifier from training/ and writes its parameters: `python -m analytics.needs.train`."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analytics.needs.classifier import PARAMETERS_FILE
from analytics.needs.decisions import NEITHER
from analytics.needs.features import TextFeatures, dense_names, features
from analytics.needs.learning import Effort, Rows, fit, vocabulary_of
from analytics.needs.themes import ThemeTree, load_themes

TRAINING_FOLDER = Path(__file__).parent / "training"
NO_THEME = ("neither", "elsewhere")
_ELSEWHERE_WEIGHT = 4.0
"""What a need at a hotel or with software counts: few of them must keep the many of shops from being all there is."""


@dataclass(frozen=True)
class Example:
    """A sentence to learn from: its language, its type or `neither`, its theme (None where it has none of a shop's)."""

    text: str
    language: str
    type: str
    theme: str | None


def examples(folder: Path = TRAINING_FOLDER) -> list[Example]:
    """The training sentences, in the order of the files' names and of their lines."""
    found = []
    for file in sorted(folder.glob("*.csv")):
        theme = None if file.stem in NO_THEME else file.stem
        with file.open(encoding="utf-8", newline="") as lines:
            found += [Example(row["text"], row["language"], row["type"], theme) for row in csv.DictReader(lines)]
    return found


def train(sentences: Sequence[Example], themes: ThemeTree) -> dict[str, npt.NDArray[np.generic]]:
    """The parameters of a classifier that has learnt from the sentences, as the arrays of the parameters file."""
    known = sorted({sentence.theme for sentence in sentences if sentence.theme})
    seen = features([sentence.text for sentence in sentences], themes, known)
    vocabulary = vocabulary_of(text.grams for text in seen)
    themed = [place for place, sentence in enumerate(sentences) if sentence.theme]
    types = [sentence.type for sentence in sentences]
    theme_ids = [str(sentences[place].theme) for place in themed]
    return {
        "vocabulary": np.array(vocabulary),
        "names": np.array(dense_names(known)),
        **_fit("types", seen, types, vocabulary, [_weight(sentence) for sentence in sentences]),
        **_fit("themes", [seen[place] for place in themed], theme_ids, vocabulary, [1.0] * len(themed)),
    }


def _weight(sentence: Example) -> float:
    return _ELSEWHERE_WEIGHT if sentence.theme is None and sentence.type != NEITHER else 1.0


def _fit(
    name: str, seen: Sequence[TextFeatures], labels: Sequence[str], vocabulary: Sequence[str], weights: Sequence[float]
) -> dict[str, npt.NDArray[np.generic]]:
    rows = Rows(np.stack([text.dense for text in seen]), [text.grams for text in seen])
    return {f"{name}_{part}": array for part, array in fit(rows, labels, vocabulary, weights, Effort()).items()}


def write(file: Path = PARAMETERS_FILE) -> Path:
    """Trains from the product's own sentences and themes, and writes the parameters file."""
    np.savez_compressed(file, allow_pickle=False, **train(examples(), load_themes()))
    return file


if __name__ == "__main__":
    write()
