"""How well people are told apart: AUC for two classes, balanced accuracy for more."""

import numpy as np
from scipy.stats import rankdata

from analytics.question_order.types import Classes, Floats, Probabilities

AUC, BALANCED_ACCURACY = "auc", "balanced_accuracy"


def metric_for(classes: int) -> str:
    """The name of the metric for so many classes."""
    return AUC if classes == 2 else BALANCED_ACCURACY


def score(metric: str, target: Classes, probabilities: Probabilities, shares: Floats) -> float:
    """The metric on people whom nothing was learned from.

    Args:
        metric: `auc`, or `balanced_accuracy`: the mean over the classes of the share of each that is recognised.
        target: the class of each person.
        probabilities: people x classes.
        shares: how common each class was among those learned from. Balanced accuracy counts every class as much, so
            a class is chosen by how much likelier it has become, not by how likely it is.
    """
    if metric == AUC:
        return auc(target, probabilities[:, 1])
    chosen = (probabilities / shares).argmax(axis=1)
    return float(np.mean([(chosen[target == known] == known).mean() for known in np.unique(target)]))


def auc(target: Classes, scores: Floats) -> float:
    """The chance that somebody of class 1 has a higher score than somebody of class 0, ties counted half.

    It is the Mann-Whitney statistic over the number of pairs (Hanley and McNeil 1982).

    Args:
        target: 0 or 1 for each person, both at least once.
        scores: higher means rather 1.

    >>> auc(np.array([0, 0, 1, 1]), np.array([0.1, 0.4, 0.4, 0.8]))
    0.875
    """
    positives = int(target.sum())
    negatives = len(target) - positives
    ranks = rankdata(scores)[target == 1].sum()
    return float((ranks - positives * (positives + 1) / 2) / (positives * negatives))
