"""Learns from the people of the training folds alone: which predictor suits, and the best fixed order."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import StratifiedKFold

from analytics.question_order.additive import AdditivePredictor
from analytics.question_order.interacting import InteractingPredictor
from analytics.question_order.likelihoods import answer_likelihoods
from analytics.question_order.predictor import Learning, Predictor, log_loss, random_subsets
from analytics.question_order.types import Floats

KINDS: dict[str, Callable[[Learning], Predictor]] = {
    "additive": AdditivePredictor,
    "interacting": InteractingPredictor,
}
"""The predictors, the simpler one first: the other one is taken only where it predicts better."""
INNER_FOLDS = 3
WORTHWHILE = 0.003
"""The interacting predictor has to be better by this much (nats a person), or the simpler one stays."""
HARDLY = 0.002
"""Questions that lower the log loss by less than this together (nats a person) are not worth anybody's patience."""
IN_A_ROW = 3


@dataclass(frozen=True)
class Learned:
    """What the training folds have taught.

    Args:
        kind: which predictor it is.
        predictor: learned on all of these people.
        likelihoods: for each question, how each class answers.
        best_order: the questions' numbers in the best fixed order found.
        patience: after so many questions of that order, the rest told hardly more.
    """

    kind: str
    predictor: Predictor
    likelihoods: list[Floats]
    best_order: tuple[int, ...]
    patience: int


@dataclass(frozen=True)
class Fold:
    """A predictor with people it was not learned on."""

    predictor: Predictor
    people: Learning


def learn(learning: Learning) -> Learned:
    """Chooses the predictor and the best fixed order by people held out within `learning`."""
    smallest = int(np.bincount(learning.target, minlength=learning.classes).min())
    splits = StratifiedKFold(max(2, min(INNER_FOLDS, smallest)), shuffle=True, random_state=learning.seed)
    parts = [(learning.of(seen), learning.of(unseen)) for seen, unseen in splits.split(learning.codes, learning.target)]
    seen, unseen = parts[0]
    first = {kind: Fold(make(seen), unseen) for kind, make in KINDS.items()}
    kind = choose_kind(first, learning.seed)
    folds = [first[kind], *(Fold(KINDS[kind](seen), unseen) for seen, unseen in parts[1:])]
    order, losses = best_fixed_order(folds)
    return Learned(kind, KINDS[kind](learning), answer_likelihoods(learning), order, patience_for(losses))


def choose_kind(held_out: dict[str, Fold], seed: int) -> str:
    """The kind that predicts unseen people best from random subsets of their answers; the simpler one in doubt."""
    losses = {kind: _loss_on_subsets(fold, seed) for kind, fold in held_out.items()}
    return "interacting" if losses["interacting"] < losses["additive"] - WORTHWHILE else "additive"


def patience_for(losses: list[float]) -> int:
    """The number of questions after which the rest told hardly more about unseen people.

    Args:
        losses: the log loss of unseen people after one question, two, and so on, in the best fixed order.

    >>> patience_for([0.6, 0.4, 0.3, 0.2995, 0.299])
    3
    """
    close = np.array(losses) <= min(losses) + HARDLY
    return int(close.argmax()) + 1


def best_fixed_order(folds: list[Fold]) -> tuple[tuple[int, ...], list[float]]:
    """Greedy forward selection: next comes the question that lowers the log loss of unseen people the most.

    It takes q (q + 1) / 2 predictions for q questions at most, where trying all orders would take q factorial. Once
    several questions in a row have told nothing, the rest follow by how little they had to tell.

    Returns:
        The questions' numbers in that order, and the log loss after each.
    """
    order: list[int] = []
    lowest: list[float] = []
    waiting = list(range(folds[0].people.codes.shape[1]))
    while waiting and not _tells_nothing_more(lowest):
        losses = np.array([_loss_of(folds, [*order, question]) for question in waiting])
        waiting = [waiting[place] for place in np.argsort(losses, kind="stable")]
        order.append(waiting.pop(0))
        lowest.append(float(losses.min()))
    return (*order, *waiting), lowest + [lowest[-1]] * len(waiting)


def _tells_nothing_more(losses: list[float]) -> bool:
    """Whether the last questions have together not lowered the loss; two alone may tell something only together."""
    return len(losses) > IN_A_ROW and min(losses[-IN_A_ROW:]) >= losses[-IN_A_ROW - 1] - HARDLY / 10


def _loss_of(folds: list[Fold], asked_questions: list[int]) -> float:
    losses = []
    for fold in folds:
        asked = np.zeros(fold.people.codes.shape, dtype=bool)
        asked[:, asked_questions] = True
        losses.append(log_loss(fold.people.target, fold.predictor.probabilities(fold.people.codes, asked)))
    return float(np.mean(losses))


def _loss_on_subsets(fold: Fold, seed: int) -> float:
    rng = np.random.default_rng(seed)
    people, questions = fold.people.codes.shape
    asked = random_subsets(people, questions, rng)
    return log_loss(fold.people.target, fold.predictor.probabilities(fold.people.codes, asked))
