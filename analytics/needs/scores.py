"""F1 over sets of labels, and bootstrap intervals for any figure over texts."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

LabelSets = Sequence[frozenset[str]]
_SAMPLES = 1000
_SEED = 20261122


def f1(hits: float, found: float, there: float) -> float:
    """F1 from how many labels were right, were given, and should have been; 0 where none was right.

    >>> f1(hits=3, found=4, there=4)
    0.75
    """
    return 2 * hits / (found + there) if hits else 0.0


def f1_by_label(truth: LabelSets, found: LabelSets, labels: Iterable[str]) -> dict[str, float]:
    """F1 of each label over texts that may carry several."""
    pairs = list(zip(truth, found, strict=True))
    return {
        label: f1(
            sum(label in there and label in given for there, given in pairs),
            sum(label in given for _, given in pairs),
            sum(label in there for there, _ in pairs),
        )
        for label in labels
    }


def macro_f1(truth: LabelSets, found: LabelSets, labels: Sequence[str]) -> float:
    """The plain mean of the labels' F1, over the labels that occur in the truth or in what was found."""
    present = [label for label in labels if any(label in texts for texts in (*truth, *found))]
    values = f1_by_label(truth, found, present).values()
    return float(np.mean(list(values))) if present else 0.0


def micro_f1(truth: LabelSets, found: LabelSets) -> float:
    """F1 over all labels of all texts together."""
    pairs = list(zip(truth, found, strict=True))
    hits = sum(len(there & given) for there, given in pairs)
    return f1(hits, sum(map(len, found)), sum(map(len, truth)))


def interval(size: int, figure: Callable[[npt.NDArray[np.int64]], float]) -> tuple[float, float]:
    """The 95% bootstrap interval of a figure over texts, from 1,000 samples with a fixed seed.

    Args:
        size: how many texts there are.
        figure: the figure for a sample, given as the places of its texts.
    """
    random = np.random.default_rng(_SEED)
    values = [figure(random.integers(0, size, size)) for _ in range(_SAMPLES)]
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 3), round(float(high), 3)


def kappa(one: Sequence[str], other: Sequence[str]) -> float:
    """Cohen's kappa of two labellings of the same texts: 1 for full agreement, 0 for what chance gives.

    >>> kappa(["wish", "praise"], ["wish", "praise"])
    1.0
    """
    agreement = float(np.mean([a == b for a, b in zip(one, other, strict=True)]))
    chance = sum((one.count(label) / len(one)) * (other.count(label) / len(other)) for label in set(one) | set(other))
    return (agreement - chance) / (1 - chance) if chance < 1 else 1.0
