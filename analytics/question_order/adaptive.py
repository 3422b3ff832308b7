"""The adaptive order: for each person the question whose answer is expected to tell the most, given what was said."""

from dataclasses import dataclass

import numpy as np
from scipy.special import entr

from analytics.question_order.distinct import distinct_rows
from analytics.question_order.predictor import Predictor
from analytics.question_order.types import Asked, Codes, Floats, Probabilities


@dataclass(frozen=True)
class Walk:
    """A conversation with each person in which all questions were asked.

    Args:
        order: a row a person, the number of the question asked first, second, and so on.
        predicted: steps x people x classes, the probabilities after each question; step 0 is before the first.
    """

    order: Codes
    predicted: Floats


def walk_adaptively(
    predictor: Predictor, likelihoods: list[Floats], codes: Codes, fixed: tuple[int, ...], patience: int
) -> Walk:
    """Asks each person the most telling question next until all are asked.

    Args:
        predictor: the probabilities of the classes from any answers.
        likelihoods: for each question, classes x levels: how a class answers.
        codes: the answers that are given when asked.
        fixed: the order in which what is left is asked once patience is used up, for then it hardly matters.
        patience: the number of questions that are chosen for each person.
    """
    people, questions = codes.shape
    asked = np.zeros((people, questions), dtype=bool)
    order = np.empty((people, questions), dtype=np.int64)
    places = np.argsort(fixed)
    predicted = [predictor.probabilities(codes, asked)]
    for step in range(questions):
        if step < patience:
            order[:, step] = next_questions(predictor, likelihoods, codes, asked, predicted[-1])
        else:
            order[:, step] = np.where(asked, questions, places).argmin(axis=1)
        asked[np.arange(people), order[:, step]] = True
        predicted.append(predictor.probabilities(codes, asked))
    return Walk(order, np.stack(predicted))


def walk_in_order(predictor: Predictor, codes: Codes, order: tuple[int, ...]) -> Walk:
    """Asks everybody the questions in the same `order`."""
    asked = np.zeros(codes.shape, dtype=bool)
    predicted = [predictor.probabilities(codes, asked)]
    for question in order:
        asked[:, question] = True
        predicted.append(predictor.probabilities(codes, asked))
    return Walk(np.tile(np.array(order, dtype=np.int64), (len(codes), 1)), np.stack(predicted))


def next_questions(
    predictor: Predictor, likelihoods: list[Floats], codes: Codes, asked: Asked, now: Probabilities
) -> Codes:
    """For each person the question not yet asked that has the highest information gain."""
    rows, inverse = distinct_rows(np.where(asked, codes, -1))
    codes, asked, now = codes[rows], asked[rows], now[rows]
    gains = np.full(asked.shape, -np.inf)
    for question, likelihood in enumerate(likelihoods):
        waiting = np.nonzero(~asked[:, question])[0]
        if len(waiting):
            after = predictor.after_each_answer(codes[waiting], asked[waiting], question)
            gains[waiting, question] = information_gain(now[waiting] @ likelihood, after)
    chosen: Codes = gains.argmax(axis=1)[inverse]
    return chosen


def information_gain(answers: Floats, after: Floats) -> Floats:
    """The mutual information between an answer and the class, in nats (Shannon; Lindley 1956).

    Args:
        answers: people x levels, the probability of each answer.
        after: people x levels x classes, the probabilities of the classes after it.

    Returns:
        For each person the entropy before less the expected entropy after, at least 0. The entropy before is that of
        the mixture of what comes after, so that a predictor that is not quite consistent cannot gain by itself.

    >>> information_gain(np.array([[0.5, 0.5]]), np.array([[[1.0, 0.0], [0.0, 1.0]]])).round(3).tolist()
    [0.693]
    """
    before = entr(np.einsum("pl,plc->pc", answers, after)).sum(axis=1)
    gain: Floats = before - np.einsum("pl,pl->p", answers, entr(after).sum(axis=2))
    return gain
