"""TF-IDF for one message at a time: scikit-learn's formula without what it spends on preparing for thousands."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

Split = Callable[[str], list[str]]


class TermWeights:
    """How telling each term of a text is, among the texts that it was learnt from.

    The formula is that of scikit-learn's `TfidfVectorizer(sublinear_tf=True)`: (1 + ln count) x (ln((1 + texts) /
    (1 + texts with the term)) + 1), scaled to length 1 (Manning, Raghavan and Schuetze 2008, section 6.4).
    """

    def __init__(self, split: Split, terms: Iterable[str] = (), weights: np.ndarray | None = None) -> None:
        """Makes one that knows nothing, or what `learnt` has found.

        Args:
            split: a text's terms.
            terms: the terms that are known.
            weights: the inverse document frequency of each.
        """
        self._split = split
        self.terms = list(terms)
        self.weights = np.zeros(0, dtype=np.float32) if weights is None else weights
        self._places = {term: place for place, term in enumerate(self.terms)}

    @classmethod
    def learnt(cls, split: Split, texts: Iterable[str]) -> "TermWeights":
        """The weights of all terms in `texts`."""
        split_texts = [set(split(text)) for text in texts]
        frequencies = Counter(term for terms in split_texts for term in terms)
        terms = sorted(frequencies)
        documents = np.array([frequencies[term] for term in terms], dtype=float)
        weights = np.log((1 + len(split_texts)) / (1 + documents)) + 1
        return cls(split, terms, weights.astype(np.float32))

    def row(self, text: str) -> csr_matrix:
        """One row, a column a term, of length 1; all zeros where no term is known.

        >>> TermWeights.learnt(str.split, ["skip it", "skip"]).row("skip skip").toarray().tolist()
        [[0.0, 1.0]]
        """
        columns, values = self.weighed(text)
        return csr_matrix((values, columns, [0, len(columns)]), shape=(1, len(self.terms)))

    def weighed(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """The columns of the known terms of a text, in order, and what each weighs."""
        counts = Counter(self._places[term] for term in self._split(text) if term in self._places)
        columns = np.array(sorted(counts), dtype=np.int32)
        values = (1 + np.log([counts[column] for column in columns])) * self.weights[columns]
        length = np.sqrt(values @ values) or 1.0
        return columns, (values / length).astype(np.float32)


def side_by_side(text: str, blocks: Sequence[TermWeights]) -> csr_matrix:
    """One row with the terms of all blocks, each block of length 1.

    >>> words = TermWeights.learnt(str.split, ["skip it", "skip"])
    >>> side_by_side("skip", [words, words]).toarray().tolist()
    [[0.0, 1.0, 0.0, 1.0]]
    """
    weighed = [block.weighed(text) for block in blocks]
    starts = np.cumsum([0, *(len(block.terms) for block in blocks)], dtype=np.int32)
    columns = np.concatenate([columns + start for (columns, _), start in zip(weighed, starts[:-1], strict=True)])
    values = np.concatenate([values for _, values in weighed])
    return csr_matrix((values, columns, [0, len(columns)]), shape=(1, int(starts[-1])))
