"""Logistic regression over sparse n-grams and a dense embedding, trained in seconds and stored as plain numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import LogisticRegression

SEED = 20260302
"""The order of the rounds and the start of the reduction: the same data give the same model."""


@dataclass(frozen=True)
class Features:
    """What the classifier sees of messages: a row each in `sparse` (n-grams) and in `dense` (embedding)."""

    sparse: csr_matrix
    dense: np.ndarray

    def chosen(self, rows: np.ndarray) -> "Features":
        """The features of some of the messages."""
        return Features(self.sparse[rows], self.dense[rows])


@dataclass(frozen=True)
class LinearModel:
    """A weight for each feature and intent; `logits` is all that it does."""

    intents: list[str]
    sparse_weights: np.ndarray
    dense_weights: np.ndarray
    intercepts: np.ndarray

    def logits(self, features: Features) -> np.ndarray:
        """How much speaks for each intent: one row a message, one column an intent, in the order of `intents`."""
        return features.sparse @ self.sparse_weights + features.dense @ self.dense_weights + self.intercepts

    def save(self, path: Path, **more: np.ndarray) -> None:
        """Writes the weights, and `more` numbers, without anything that could run when they are read."""
        np.savez(
            path,
            intents=np.array(self.intents),
            sparse_weights=self.sparse_weights,
            dense_weights=self.dense_weights,
            intercepts=self.intercepts,
            **more,
        )

    @classmethod
    def load(cls, stored: Any) -> "LinearModel":
        """The model that `save` has written, from the file as NumPy has opened it."""
        return cls(
            intents=[str(intent) for intent in stored["intents"]],
            sparse_weights=stored["sparse_weights"],
            dense_weights=stored["dense_weights"],
            intercepts=stored["intercepts"],
        )


class Trainer:
    """Trains models on the same messages, or on some of them.

    The sparse features are reduced first, once and without a look at the intents, which makes each regression several
    times faster; `model` multiplies the reduction into the weights, so that no message is ever reduced.
    """

    def __init__(
        self,
        features: Features,
        intents: Sequence[str],
        inverse_regularisation: float,
        dimensions: int,
    ) -> None:
        """Reduces the features.

        Args:
            features: of the training messages.
            intents: the intent of each; at least two different ones.
            inverse_regularisation: the regression's C.
            dimensions: to how many numbers the sparse features are reduced, at most.
        """
        size = max(1, min(dimensions, min(features.sparse.shape) - 1))
        self._reduction = TruncatedSVD(size, n_iter=2, random_state=SEED).fit(features.sparse)
        reduced = self._reduction.transform(features.sparse)
        self._columns = np.hstack([reduced, features.dense])
        self._intents = np.asarray(intents)
        self._inverse_regularisation = inverse_regularisation

    def logits_when_unseen(self, seen: np.ndarray, unseen: np.ndarray) -> tuple[list[str], np.ndarray]:
        """Trains on the messages `seen`; returns the intents among them and the logits of the messages `unseen`."""
        regression = self._regression(seen)
        weights, intercepts = _one_column_an_intent(regression)
        return list(regression.classes_), self._columns[unseen] @ weights + intercepts

    def model(self, chosen: np.ndarray) -> LinearModel:
        """Trains on the messages `chosen`."""
        regression = self._regression(chosen)
        weights, intercepts = _one_column_an_intent(regression)
        size = len(self._reduction.components_)
        # Row by row in memory: a sparse row times a matrix in another order would copy the matrix for every message.
        of_ngrams = np.ascontiguousarray(self._reduction.components_.T @ weights[:size], dtype=np.float32)
        return LinearModel(
            intents=[str(intent) for intent in regression.classes_],
            sparse_weights=of_ngrams,
            dense_weights=weights[size:].astype(np.float32),
            intercepts=intercepts.astype(np.float32),
        )

    def _regression(self, chosen: np.ndarray) -> LogisticRegression:
        regression = LogisticRegression(
            C=self._inverse_regularisation, max_iter=1000, tol=1e-2, class_weight="balanced", random_state=SEED
        )
        return regression.fit(self._columns[chosen], self._intents[chosen])


def _one_column_an_intent(regression: LogisticRegression) -> tuple[np.ndarray, np.ndarray]:
    """scikit-learn keeps one column for two classes; two of half the weight mean the same."""
    weights, intercepts = regression.coef_.T, regression.intercept_
    if len(regression.classes_) == 2:
        return np.hstack([-weights, weights]) / 2, np.concatenate([-intercepts, intercepts]) / 2
    return weights, intercepts
