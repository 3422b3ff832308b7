"""How a linear classifier over meaning and n-grams is learnt: multinomial logistic regression of scikit-learn."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from analytics.needs.classifier import gram_weight
from analytics.needs.features import Floats

_FEWEST_TEXTS = 2
_GRAM_SCALE = 4.0
_DECIMALS = 3


@dataclass(frozen=True)
class Rows:
    """What is learnt from, a text each: a dense row of numbers and its n-grams."""

    dense: Floats
    grams: Sequence[frozenset[str]]


def vocabulary_of(grams: Iterable[frozenset[str]]) -> list[str]:
    """The n-grams that at least two texts have, sorted; one that a single text has tells of that text alone."""
    counts = Counter(gram for text in grams for gram in text)
    return sorted(gram for gram, texts in counts.items() if texts >= _FEWEST_TEXTS)


@dataclass(frozen=True)
class Effort:
    """How a classifier is fitted.

    Attributes:
        strength: the inverse of the penalty on large weights (scikit-learn's `C`), above 0.
        tolerance: how flat the slope must be where the search ends; a hundredth of it takes ten times as long.
    """

    strength: float = 1.0
    tolerance: float = 1e-6


def fit(
    rows: Rows, labels: Sequence[str], vocabulary: Sequence[str], weights: Sequence[float], effort: Effort
) -> dict[str, npt.NDArray[np.generic]]:
    """The parameters of a classifier, as `classifier.Linear` has them: labels, dense, grams (transposed), offset.

    Args:
        rows: the texts; at least one of each of two labels.
        labels: what each text is.
        vocabulary: the n-grams that count.
        weights: how much each text counts, above 0.
        effort: how strictly and how exactly.
    """
    dense = csr_matrix(rows.dense)
    model = LogisticRegression(C=effort.strength, max_iter=5000, tol=effort.tolerance)
    columns = hstack([dense, _gram_matrix(rows.grams, vocabulary) * _GRAM_SCALE]).tocsr()
    model.fit(columns, list(labels), sample_weight=list(weights))
    learnt, offset = _row_for_each_label(np.asarray(model.coef_), np.asarray(model.intercept_))
    cut = dense.shape[1]
    return {
        "labels": np.array(model.classes_, dtype=str),
        "dense": np.round(learnt[:, :cut], _DECIMALS).astype(np.float32),
        "grams": np.round(learnt[:, cut:] * _GRAM_SCALE, _DECIMALS).astype(np.float16),
        "offset": np.round(offset, _DECIMALS).astype(np.float32),
    }


def _row_for_each_label(weights: Floats, offset: Floats) -> tuple[Floats, Floats]:
    """Of two labels scikit-learn keeps the second's weights alone; the first's are zeros."""
    if len(weights) > 1:
        return weights, offset
    return np.vstack([np.zeros_like(weights), weights]), np.concatenate([[0.0], offset])


def _gram_matrix(grams: Sequence[frozenset[str]], vocabulary: Sequence[str]) -> csr_matrix:
    place_of = {gram: place for place, gram in enumerate(vocabulary)}
    known = [sorted(place_of[gram] for gram in text if gram in place_of) for text in grams]
    data = np.concatenate([np.full(len(places), gram_weight(len(places))) for places in known])
    rows = np.repeat(np.arange(len(known)), [len(places) for places in known])
    columns = np.array([place for places in known for place in places], dtype=np.int64)
    return csr_matrix((data, (rows, columns)), shape=(len(known), len(vocabulary)))
