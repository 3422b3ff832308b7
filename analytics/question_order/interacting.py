"""A predictor in which one answer may change what another one means: boosted trees that know 'not asked'."""

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from analytics.question_order.distinct import distinct_rows
from analytics.question_order.predictor import Learning, random_subsets
from analytics.question_order.types import Asked, Codes, Floats, Probabilities

COPIES = 4
"""So many times each person is shown, each time with another random subset of the answers."""
LEAF_PEOPLE = 20
"""A leaf holds at least so many people."""
MANY_CHOICES = 12
"""Choices up to so many are split like numbers, which costs less and finds any grouping in a few splits."""


class InteractingPredictor:
    """Gradient boosting over levels, with what was not asked as missing; trees follow a question that branches."""

    def __init__(self, learning: Learning) -> None:
        self._levels = learning.levels
        rng = np.random.default_rng(learning.seed)
        people, questions = learning.codes.shape
        shown = [_shown(learning.codes, random_subsets(people, questions, rng)) for _ in range(COPIES)]
        self._model = HistGradientBoostingClassifier(
            max_iter=60,
            learning_rate=0.12,
            max_leaf_nodes=15,
            min_samples_leaf=LEAF_PEOPLE * COPIES,
            l2_regularization=5,
            categorical_features=[
                levels > MANY_CHOICES and not is_ordered
                for levels, is_ordered in zip(learning.levels, learning.ordered, strict=True)
            ],
            early_stopping=False,
            random_state=learning.seed,
        ).fit(np.concatenate(shown), np.tile(learning.target, COPIES))

    def probabilities(self, codes: Codes, asked: Asked) -> Probabilities:
        """The probability of each class for each person, from what was asked of that person alone."""
        rows, inverse = distinct_rows(np.where(asked, codes, -1))
        chances: Probabilities = self._model.predict_proba(_shown(codes[rows], asked[rows]))
        return chances[inverse]

    def after_each_answer(self, codes: Codes, asked: Asked, question: int) -> Floats:
        """The probabilities if `question` were asked next, people x levels x classes."""
        levels = self._levels[question]
        rows = np.repeat(_shown(codes, asked), levels, axis=0)
        rows[:, question] = np.tile(np.arange(levels), len(codes))
        chances: Floats = self._model.predict_proba(rows)
        return chances.reshape(len(codes), levels, -1)


def _shown(codes: Codes, asked: Asked) -> Floats:
    return np.where(asked, codes, np.nan)
