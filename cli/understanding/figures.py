"""The figures of an evaluation, and how far chance could have moved them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from analytics.statistics import wilson
from cli.understanding.files import OUT_OF_SCOPE


@dataclass(frozen=True)
class Prediction:
    """The likeliest label of a message, how sure it is (0 to 1), and how long that took."""

    label: str | None
    confidence: float
    milliseconds: float


@dataclass(frozen=True)
class Figures:
    """What an evaluation reports; None where the test has no row to tell it from.

    Attributes:
        in_scope_accuracy: share of the in-scope rows whose likeliest label is right, without a threshold.
        threshold: the confidence from which on a label is followed.
        accuracy_at_threshold: share of all rows that are right: followed to their label, or rejected and out of scope.
        oos_recall: share of the out-of-scope rows that are rejected.
        training_seconds: wall time, the start of the program included.
        parse_ms_p50: median wall time of understanding a row.
        parse_ms_p99: 99th percentile of the same.
    """

    in_scope_accuracy: float | None
    threshold: float
    accuracy_at_threshold: float
    oos_recall: float | None
    training_seconds: float
    parse_ms_p50: float
    parse_ms_p99: float

    def as_dict(self) -> dict[str, float | None]:
        """The figures by name, as `--json` prints them."""
        return asdict(self)


@dataclass(frozen=True)
class Share:
    """`right` of `total`; of no row at all where `total` is 0."""

    right: int
    total: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.total if self.total else None

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of `analytics.statistics.wilson`; 0 to 1 of nothing.

        >>> [round(bound, 3) for bound in Share(8, 10).interval()]
        [0.49, 0.943]
        """
        found = wilson(self.right, self.total)
        return (found.low, found.high) if found else (0.0, 1.0)


@dataclass(frozen=True)
class Shares:
    """The three shares behind the figures."""

    in_scope: Share
    at_threshold: Share
    out_of_scope: Share


def shares(labels: Sequence[str], predictions: Sequence[Prediction], threshold: float) -> Shares:
    """Counts what is right.

    Args:
        labels: the true label of each row, `__oos__` out of scope.
        predictions: a prediction for each row.
        threshold: the confidence from which on a label is followed.

    >>> shares(["A", "__oos__"], [Prediction("A", 0.9, 1.0), Prediction("A", 0.2, 1.0)], 0.5).at_threshold
    Share(right=2, total=2)
    """
    outside = np.array([label == OUT_OF_SCOPE for label in labels])
    is_right = np.array([one.label == label for one, label in zip(predictions, labels, strict=True)])
    rejected = np.array([one.label is None or one.confidence < threshold for one in predictions])
    right_at_threshold = np.where(outside, rejected, is_right & ~rejected)
    return Shares(
        Share(int(is_right[~outside].sum()), int((~outside).sum())),
        Share(int(right_at_threshold.sum()), len(labels)),
        Share(int(rejected[outside].sum()), int(outside.sum())),
    )


def figures(
    labels: Sequence[str], predictions: Sequence[Prediction], threshold: float, training_seconds: float
) -> Figures:
    """The figures of a test; the arguments are those of `shares`, and the wall time of the training."""
    counted = shares(labels, predictions, threshold)
    milliseconds = [one.milliseconds for one in predictions]
    return Figures(
        in_scope_accuracy=counted.in_scope.value,
        threshold=threshold,
        accuracy_at_threshold=counted.at_threshold.right / counted.at_threshold.total,
        oos_recall=counted.out_of_scope.value,
        training_seconds=training_seconds,
        parse_ms_p50=float(np.percentile(milliseconds, 50)),
        parse_ms_p99=float(np.percentile(milliseconds, 99)),
    )
