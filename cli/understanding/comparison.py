"""Askwell's pipeline, the simple baselines and stock Rasa on the same split."""

from collections.abc import Sequence

from cli.understanding.baseline import commonest, words_and_regression
from cli.understanding.figures import Figures, Shares, figures, shares
from cli.understanding.files import Labelled
from cli.understanding.held_out import Predict, chosen_threshold
from cli.understanding.running import Run, run_askwell, run_stock

STOCK_ROUNDS = 1
"""Stock Rasa trains for minutes, so its threshold comes from one round of held-out labels and rows."""


def askwell(training: Sequence[Labelled], test: Sequence[Labelled]) -> tuple[Run, float]:
    """What Askwell's pipeline makes of the test, and the threshold that it has learnt in its training."""
    run = run_askwell(training, [row.text for row in test])
    return run, run.threshold or 0.0


def stock(training: Sequence[Labelled], test: Sequence[Labelled]) -> tuple[Run, float]:
    """What stock Rasa makes of the test, and the threshold chosen for it on the training rows."""
    threshold = chosen_threshold(training, lambda rows, texts: run_stock(rows, texts).predictions, STOCK_ROUNDS)
    return run_stock(training, [row.text for row in test]), threshold


def figures_of(run: Run, threshold: float, test: Sequence[Labelled]) -> Figures:
    """The figures of a run."""
    return figures([row.label for row in test], run.predictions, threshold, run.training_seconds)


def shares_of(run: Run, threshold: float, test: Sequence[Labelled]) -> Shares:
    """The shares behind the figures of a run, for their intervals."""
    return shares([row.label for row in test], run.predictions, threshold)


def baselines(training: Sequence[Labelled], test: Sequence[Labelled]) -> dict[str, Shares]:
    """What the simple ways reach on the same split, by name, each with a threshold chosen on the training rows."""
    labels, texts = [row.label for row in test], [row.text for row in test]
    ways: dict[str, Predict] = {"commonest label": commonest, "TF-IDF of words, regression": words_and_regression}
    return {
        name: shares(labels, predict(training, texts), chosen_threshold(training, predict))
        for name, predict in ways.items()
    }
