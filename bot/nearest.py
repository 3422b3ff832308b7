"""How near a message comes to what the classifier has been trained on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from bot.linear_model import Features

LEAST_LENGTH = 1e-6
"""Stands for the length of a message without any feature, so that nothing is divided by zero."""


@dataclass(frozen=True)
class Neighbours:
    """The training messages, as rows of length 1 or shorter, and the column of each one's intent."""

    features: Features
    columns: np.ndarray

    @classmethod
    def of(cls, features: Features, columns: np.ndarray) -> "Neighbours":
        """The neighbours that messages with these features make."""
        return cls(_of_length_one(features), columns)

    def nearness(self, features: Features, columns: np.ndarray) -> np.ndarray:
        """The cosine between each message and the nearest neighbour of one intent.

        Args:
            features: of the messages.
            columns: for each message, the column of the intent among whose neighbours to look.

        Returns:
            Numbers up to 1, one a message; 0 where the intent has no neighbour or the message has no feature.
        """
        lengths = np.maximum(_lengths(features), LEAST_LENGTH)
        cosines = [
            self._nearest(features.sparse[row].toarray().ravel(), features.dense[row], column) / length
            for row, (column, length) in enumerate(zip(columns, lengths, strict=True))
        ]
        return np.array(cosines, dtype=float)

    def _nearest(self, ngrams: np.ndarray, embedding: np.ndarray, column: int) -> float:
        theirs = self._of_column.get(column)
        return float((theirs.sparse @ ngrams + theirs.dense @ embedding).max()) if theirs else 0.0

    @cached_property
    def _of_column(self) -> dict[int, Features]:
        """The neighbours of each intent apart, so that no message has to pick them out."""
        return {column: self.features.chosen(np.flatnonzero(self.columns == column)) for column in set(self.columns)}

    def arrays(self) -> dict[str, np.ndarray]:
        """Plain arrays from which `load` makes the same again."""
        sparse = self.features.sparse
        return {
            "neighbour_values": sparse.data,
            "neighbour_places": sparse.indices,
            "neighbour_rows": sparse.indptr,
            "neighbour_embeddings": self.features.dense,
            "neighbour_columns": self.columns,
        }

    @classmethod
    def load(cls, stored: Any, width: int) -> "Neighbours":
        """The neighbours whose `arrays` stand in a file as NumPy has opened it; `width` is the number of n-grams."""
        parts = (stored["neighbour_values"], stored["neighbour_places"], stored["neighbour_rows"])
        columns = stored["neighbour_columns"]
        sparse = csr_matrix(parts, shape=(len(columns), width))
        return cls(Features(sparse, stored["neighbour_embeddings"]), columns)


def _of_length_one(features: Features) -> Features:
    scale = (1 / np.maximum(_lengths(features), LEAST_LENGTH)).astype(np.float32)
    sparse = features.sparse.multiply(scale[:, None]).tocsr()
    return Features(sparse, (features.dense * scale[:, None]).astype(np.float32))


def _lengths(features: Features) -> np.ndarray:
    sparse = features.sparse
    rows = np.repeat(np.arange(sparse.shape[0]), np.diff(sparse.indptr))
    squares = np.bincount(rows, weights=sparse.data.astype(float) ** 2, minlength=sparse.shape[0])
    return np.sqrt(squares + np.einsum("ij,ij->i", features.dense, features.dense))
