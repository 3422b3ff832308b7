"""How sure the classifier may say it is, and from where on it is believed: both learnt from the training data alone."""

import numpy as np
from scipy.optimize import minimize_scalar

LEAST_TEMPERATURE, MOST_TEMPERATURE = 0.05, 20.0
THRESHOLDS = np.linspace(0.05, 0.95, 91)


def probabilities(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Probabilities from logits.

    Args:
        logits: one row a message, one column an intent.
        temperature: over 1 makes them less sure, under 1 surer.

    Returns:
        Rows that sum to 1, of the shape of `logits`.

    >>> probabilities(np.array([[0.0, 0.0]]), 1.0).tolist()
    [[0.5, 0.5]]
    """
    scaled = logits / temperature
    exponents = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)


def best_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    """The temperature at which the probabilities fit best (log-likelihood).

    Args:
        logits: of messages that the classifier has not been trained on, one row each.
        truth: the column of each message's intent.
    """

    def loss(log_temperature: float) -> float:
        rows = probabilities(logits, float(np.exp(log_temperature)))
        return float(-np.log(rows[np.arange(len(truth)), truth] + 1e-12).mean())

    bounds = (np.log(LEAST_TEMPERATURE), np.log(MOST_TEMPERATURE))
    return float(np.exp(minimize_scalar(loss, bounds=bounds, method="bounded").x))


def best_threshold(confidence: np.ndarray, is_right: np.ndarray, wrong_costs: float) -> tuple[float, float]:
    """The confidence from which on an intent is best followed.

    Following the right intent is worth 1, asking back 0, following a wrong one `-wrong_costs`.

    Args:
        confidence: of the likeliest intent of each message, 0 to 1.
        is_right: whether that intent is the message's; never for one that is out of scope.
        wrong_costs: how many right ones a wrong one costs, >= 0.

    Returns:
        The threshold, and what a message is worth with it on average.
    """
    gains = np.where(is_right, 1.0, -wrong_costs)
    worth = [(float(gains[confidence >= threshold].sum()) / len(gains), float(threshold)) for threshold in THRESHOLDS]
    best = max(worth, key=lambda pair: (pair[0], -pair[1]))
    return best[1], best[0]
