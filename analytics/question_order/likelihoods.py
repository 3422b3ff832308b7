"""How likely each answer is for people of each class: what is expected of a question before it is asked."""

import numpy as np

from analytics.question_order.predictor import Learning
from analytics.question_order.types import Floats

STRENGTH = 2.0
"""A class's answers are drawn towards everybody's as if so many people a level had answered like everybody."""


def answer_likelihoods(learning: Learning) -> list[Floats]:
    """For each question, classes x levels: the share of a class that answers so, drawn towards everybody's share."""
    return [_of_question(learning, question, levels) for question, levels in enumerate(learning.levels)]


def _of_question(learning: Learning, question: int, levels: int) -> Floats:
    codes = learning.codes[:, question]
    everybody = np.bincount(codes, minlength=levels) + 0.5
    everybody = everybody / everybody.sum()
    counts = np.stack(
        [np.bincount(codes[learning.target == known], minlength=levels) for known in range(learning.classes)]
    )
    likelihoods: Floats = (counts + STRENGTH * levels * everybody) / (
        counts.sum(axis=1, keepdims=True) + STRENGTH * levels
    )
    return likelihoods
