"""What predicts a person's class from any of their answers, however many have been given so far."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from analytics.question_order.types import Asked, Classes, Codes, Floats, Probabilities


class Predictor(Protocol):
    """Predicts from any subset of the questions; learned on people of whom random subsets were shown."""

    def probabilities(self, codes: Codes, asked: Asked) -> Probabilities:
        """The probability of each class for each person, from what was asked of that person alone."""
        ...

    def after_each_answer(self, codes: Codes, asked: Asked, question: int) -> Floats:
        """The probabilities if `question` were asked next, for each level that its answer may have.

        Returns:
            People x levels x classes.
        """
        ...


@dataclass(frozen=True)
class Learning:
    """What a predictor is learned from.

    Args:
        codes: a row a person, a column a question.
        target: the class of each person.
        levels: how many levels each question has.
        ordered: which questions have ordered levels.
        classes: how many classes there are.
        seed: draws the subsets that are shown.
    """

    codes: Codes
    target: Classes
    levels: tuple[int, ...]
    ordered: tuple[bool, ...]
    classes: int
    seed: int

    def of(self, people: Classes) -> "Learning":
        """The same for some of the people, by their row numbers."""
        return Learning(self.codes[people], self.target[people], self.levels, self.ordered, self.classes, self.seed)


ALL_ASKED_SHARE = 0.2
"""The share of people of whom everything is shown, so that the prediction from everything is good as well."""


def random_subsets(people: int, questions: int, rng: np.random.Generator) -> Asked:
    """For each person a random subset of at least one question: any size is as likely, and all of them likelier."""
    sizes = rng.integers(1, questions + 1, people)
    sizes[rng.random(people) < ALL_ASKED_SHARE] = questions
    ranks = rng.random((people, questions)).argsort(axis=1).argsort(axis=1)
    shown: Asked = ranks < sizes[:, None]
    return shown


def log_loss(target: Classes, probabilities: Probabilities) -> float:
    """The mean of -log of the probability that each person's class was given; 0 is perfect."""
    given = probabilities[np.arange(len(target)), target]
    return float(-np.log(np.maximum(given, 1e-12)).mean())
