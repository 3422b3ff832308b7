"""Choosing a threshold for any classifier, from the training file alone.

Some labels are held out altogether and play what is out of scope; of the others some rows are held out. This is how
what Askwell is compared with gets its threshold; Askwell's own classifier does the same inside its training.
"""

from collections.abc import Callable, Sequence

import numpy as np

from cli.understanding.figures import Prediction
from cli.understanding.files import OUT_OF_SCOPE, Labelled

ROUNDS = 4
THRESHOLDS = np.linspace(0.0, 0.99, 100)

Predict = Callable[[Sequence[Labelled], Sequence[str]], list[Prediction]]
"""Trains on rows and predicts the labels of texts."""


def held_out_round(rows: Sequence[Labelled], number: int) -> tuple[list[Labelled], list[Labelled]]:
    """The rows to train on and the rows to predict in one of `ROUNDS` rounds, the latter with `__oos__` where it is so.

    Args:
        rows: the training file, of two labels or more.
        number: from 0 to `ROUNDS` - 1.
    """
    labels = sorted({row.label for row in rows})
    held = {label for place, label in enumerate(labels) if place % ROUNDS == number}
    if len(labels) - len(held) < 2:
        held = set()
    shuffled = [rows[place] for place in np.random.default_rng(1).permutation(len(rows))]
    inside = [row for row in shuffled if row.label not in held]
    seen = [row for place, row in enumerate(inside) if place % ROUNDS != number]
    unseen = [row for place, row in enumerate(inside) if place % ROUNDS == number]
    outside = [Labelled(row.text, OUT_OF_SCOPE, row.line) for row in shuffled if row.label in held]
    return seen, unseen + outside


def chosen_threshold(rows: Sequence[Labelled], predict: Predict, rounds: int = ROUNDS) -> float:
    """The threshold with the most right rows, in scope and out of scope counting half each.

    Args:
        rows: the training file.
        predict: the classifier.
        rounds: how many rounds to run, 1 to `ROUNDS`: a classifier that trains for minutes gets one.
    """
    worth = np.zeros(len(THRESHOLDS))
    for number in range(rounds):
        seen, unseen = held_out_round(rows, number)
        predictions = predict(seen, [row.text for row in unseen])
        worth += _worth([row.label for row in unseen], predictions)
    return float(THRESHOLDS[int(worth.argmax())])


def _worth(labels: Sequence[str], predictions: Sequence[Prediction]) -> np.ndarray:
    outside = np.array([label == OUT_OF_SCOPE for label in labels])
    is_right = np.array([one.label == label for one, label in zip(predictions, labels, strict=True)])
    rejected = np.array([one.confidence for one in predictions])[:, None] < THRESHOLDS
    inside = (is_right[~outside, None] & ~rejected[~outside]).mean(axis=0)
    return np.asarray(inside + rejected[outside].mean(axis=0) if outside.any() else inside)
