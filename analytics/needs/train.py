"""Trains the classifier from training/ and writes its parameters: `python -m analytics.needs.train`."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from analytics.needs.classifier import PARAMETERS_FILE, gram_weight
from analytics.needs.decisions import NEITHER
from analytics.needs.features import TextFeatures, dense_names, features
from analytics.needs.themes import ThemeTree, load_themes

TRAINING_FOLDER = Path(__file__).parent / "training"
NO_THEME = ("neither", "elsewhere")
_FEWEST_TEXTS = 2
_GRAM_SCALE = 4.0
_DECIMALS = 3
_ELSEWHERE_WEIGHT = 2.0
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
    vocabulary = _vocabulary(seen)
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


def _vocabulary(seen: Iterable[TextFeatures]) -> list[str]:
    counts = Counter(gram for text in seen for gram in text.grams)
    return sorted(gram for gram, texts in counts.items() if texts >= _FEWEST_TEXTS)


def _fit(
    name: str,
    seen: Sequence[TextFeatures],
    labels: Sequence[str],
    vocabulary: Sequence[str],
    sentence_weights: Sequence[float],
) -> dict[str, npt.NDArray[np.generic]]:
    dense = csr_matrix(np.stack([text.dense for text in seen]))
    model = LogisticRegression(C=1.0, max_iter=5000, tol=1e-6)
    columns = hstack([dense, _gram_matrix(seen, vocabulary) * _GRAM_SCALE]).tocsr()
    model.fit(columns, list(labels), sample_weight=sentence_weights)
    weights = np.asarray(model.coef_)
    cut = dense.shape[1]
    return {
        f"{name}_labels": np.array(model.classes_, dtype=str),
        f"{name}_dense": np.round(weights[:, :cut], _DECIMALS).astype(np.float32),
        f"{name}_grams": np.round(weights[:, cut:] * _GRAM_SCALE, _DECIMALS).astype(np.float16),
        f"{name}_offset": np.round(model.intercept_, _DECIMALS).astype(np.float32),
    }


def _gram_matrix(seen: Sequence[TextFeatures], vocabulary: Sequence[str]) -> csr_matrix:
    place_of = {gram: place for place, gram in enumerate(vocabulary)}
    known = [sorted(place_of[gram] for gram in text.grams if gram in place_of) for text in seen]
    data = np.concatenate([np.full(len(places), gram_weight(len(places))) for places in known])
    rows = np.repeat(np.arange(len(known)), [len(places) for places in known])
    columns = np.array([place for places in known for place in places], dtype=np.int64)
    return csr_matrix((data, (rows, columns)), shape=(len(known), len(vocabulary)))


def write(file: Path = PARAMETERS_FILE) -> Path:
    """Trains from the product's own sentences and themes, and writes the parameters file."""
    np.savez_compressed(file, allow_pickle=False, **train(examples(), load_themes()))
    return file


if __name__ == "__main__":
    write()
