"""How near a message comes to what the classifier has been trained on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from bot.linear_model import Features


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
        asked = _of_length_one(features)
        nearest = np.zeros(len(columns))
        for column in set(columns) & set(self._of_column):
            rows = np.flatnonzero(columns == column)
            nearest[rows] = _cosines(asked.chosen(rows), self._of_column[column]).max(axis=1)
        return nearest

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


def _cosines(some: Features, others: Features) -> np.ndarray:
    return np.asarray((some.sparse @ others.sparse.T).todense()) + some.dense @ others.dense.T


def _of_length_one(features: Features) -> Features:
    squares = np.asarray(features.sparse.multiply(features.sparse).sum(axis=1)).ravel()
    squares = squares + np.einsum("ij,ij->i", features.dense, features.dense)
    scale = (1 / np.sqrt(np.maximum(squares, 1e-12))).astype(np.float32)
    sparse = features.sparse.multiply(scale[:, None]).tocsr()
    return Features(sparse, (features.dense * scale[:, None]).astype(np.float32))
