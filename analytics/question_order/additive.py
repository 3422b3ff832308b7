"""A predictor in which each answer adds its own weight: logistic regression on the levels that were given."""

import numpy as np
from scipy.sparse import csr_array, vstack
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

from analytics.question_order.predictor import Learning, random_subsets
from analytics.question_order.types import Asked, Codes, Floats, Probabilities

COPIES = 5
"""So many times each person is shown, each time with another random subset of the answers."""
STRENGTH = 0.3
"""The inverse of the ridge penalty, for people shown once."""


class AdditivePredictor:
    """Weights of evidence: what is not asked adds nothing, what is asked adds the weight of its level."""

    def __init__(self, learning: Learning) -> None:
        self._starts = np.concatenate([[0], np.cumsum(learning.levels)])
        rng = np.random.default_rng(learning.seed)
        people, questions = learning.codes.shape
        shown = [self._indicators(learning.codes, random_subsets(people, questions, rng)) for _ in range(COPIES)]
        model = LogisticRegression(C=STRENGTH / COPIES, max_iter=500)
        model.fit(vstack(shown), np.tile(learning.target, COPIES))
        weights, intercept = model.coef_, model.intercept_
        if learning.classes == 2:
            weights, intercept = np.vstack([0 * weights, weights]), np.concatenate([[0.0], intercept])
        self._weights: Floats = weights.T
        self._intercept: Floats = intercept

    def probabilities(self, codes: Codes, asked: Asked) -> Probabilities:
        """The probability of each class for each person, from what was asked of that person alone."""
        chances: Probabilities = softmax(self._evidence(codes, asked), axis=1)
        return chances

    def after_each_answer(self, codes: Codes, asked: Asked, question: int) -> Floats:
        """The probabilities if `question` were asked next, people x levels x classes."""
        evidence = self._evidence(codes, asked)[:, None, :] + self.weights(question)[None]
        chances: Floats = softmax(evidence, axis=2)
        return chances

    @property
    def start(self) -> Floats:
        """The evidence for each class before anything is asked."""
        return self._intercept

    def weights(self, question: int) -> Floats:
        """What each level of a question adds to the evidence for each class, levels x classes."""
        return self._weights[self._starts[question] : self._starts[question + 1]]

    def _evidence(self, codes: Codes, asked: Asked) -> Floats:
        evidence: Floats = self._intercept + self._indicators(codes, asked) @ self._weights
        return evidence

    def _indicators(self, codes: Codes, asked: Asked) -> csr_array:
        """People x levels of all questions, mostly nothing: 1 where a question was asked and this was the answer."""
        people, questions = np.nonzero(asked)
        columns = self._starts[questions] + codes[people, questions]
        shape = (len(codes), int(self._starts[-1]))
        return csr_array((np.ones(len(people)), (people, columns)), shape=shape)
