"""How sure the classifier may say it is, and from where on it is believed: both learnt from the training data alone."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

THRESHOLDS = np.linspace(0.05, 0.95, 91)
STEEPEST = 60.0
"""No slope is learnt beyond this: a few messages that a line parts perfectly are no reason to be certain."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for the likeliest intent of each message.

    Attributes:
        log_odds: of its probability against that of everything else, the background included.
        nearness: cosine to the nearest training message of that intent, up to 1.
    """

    log_odds: np.ndarray
    nearness: np.ndarray


@dataclass(frozen=True)
class Sureness:
    """The probability that following the likeliest intent is right (Platt scaling over two kinds of evidence)."""

    slope_of_log_odds: float
    slope_of_nearness: float
    intercept: float

    def of(self, evidence: Evidence) -> np.ndarray:
        """The sureness of each message, 0 to 1; more evidence never makes it less.

        >>> Sureness(1.0, 0.0, 0.0).of(Evidence(np.array([0.0]), np.array([0.9]))).tolist()
        [0.5]
        """
        return expit(
            self.slope_of_log_odds * evidence.log_odds + self.slope_of_nearness * evidence.nearness + self.intercept
        )

    @classmethod
    def learnt(cls, evidence: Evidence, is_right: np.ndarray, weight: np.ndarray) -> "Sureness":
        """The sureness that fits messages best (log-likelihood) which the classifier has not been trained on.

        Args:
            evidence: of the messages.
            is_right: whether the likeliest intent is the message's; never for one that is out of scope.
            weight: how much each message counts.
        """
        columns = np.column_stack([evidence.log_odds, evidence.nearness, np.ones(len(is_right))])
        shares, signs = weight / weight.sum(), np.where(is_right, 1.0, -1.0)

        def loss(line: np.ndarray) -> tuple[float, np.ndarray]:
            margins = signs * (columns @ line)
            slope = -(shares * signs * expit(-margins)) @ columns
            return float(shares @ np.logaddexp(0, -margins)), slope

        bounds = [(0.0, STEEPEST), (0.0, STEEPEST), (-STEEPEST, STEEPEST)]
        return cls(*(float(number) for number in minimize(loss, [1.0, 1.0, 0.0], jac=True, bounds=bounds).x))


def probabilities(logits: np.ndarray) -> np.ndarray:
    """Probabilities from logits.

    Args:
        logits: one row a message, one column an intent.

    Returns:
        Rows that sum to 1, of the shape of `logits`.

    >>> probabilities(np.array([[0.0, 0.0]])).tolist()
    [[0.5, 0.5]]
    """
    exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)


def log_odds(probability: np.ndarray) -> np.ndarray:
    """The logarithm of p / (1 - p), finite for 0 and 1 too.

    >>> log_odds(np.array([0.5])).tolist()
    [0.0]
    """
    bounded = np.clip(probability, 1e-6, 1 - 1e-6)
    return np.log(bounded / (1 - bounded))


def best_threshold(sureness: np.ndarray, is_right: np.ndarray, weight: np.ndarray, wrong_costs: float) -> float:
    """The sureness from which on an intent is best followed.

    Following the right intent is worth 1, asking back 0, following a wrong one `-wrong_costs`.

    Args:
        sureness: of the likeliest intent of each message, 0 to 1.
        is_right: whether that intent is the message's; never for one that is out of scope.
        weight: how much each message counts.
        wrong_costs: how many right ones a wrong one costs, >= 0.
    """
    gains = np.where(is_right, 1.0, -wrong_costs) * weight
    worth = [(float(gains[sureness >= threshold].sum()), float(threshold)) for threshold in THRESHOLDS]
    return max(worth, key=lambda pair: (pair[0], -pair[1]))[1]
