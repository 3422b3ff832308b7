"""Four orders of the same questions, compared on people whom nothing was learned from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.model_selection import RepeatedStratifiedKFold
from threadpoolctl import threadpool_limits

from analytics.question_order.adaptive import walk_adaptively, walk_in_order
from analytics.question_order.early_stopping import Stopped, stop_when_sure
from analytics.question_order.encoding import learn_encoding
from analytics.question_order.learning import Learned, learn
from analytics.question_order.metrics import metric_for, score
from analytics.question_order.predictor import Learning
from analytics.question_order.table import AnswerTable
from analytics.question_order.types import Classes, Floats

ORDERS = ("as_written", "random", "best_fixed", "adaptive")
CLOSE_ENOUGH = 0.02
"""An order has arrived when its metric is within this of the metric with all questions."""
FOLDS = 5
SPARE = 2
"""So many questions beyond the patience of the fixed order are still chosen for each person."""
FEW_PEOPLE = 500
RANDOM_ORDERS = 10
"""So many random orders a fold; their mean is the curve `random`."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class FoldResult:
    """What one fold's held-out people show: orders x questions, the metric with all, early stopping."""

    curves: dict[str, Floats]
    all_questions: float
    stopped: dict[str, Stopped]
    learned: Learned


@dataclass(frozen=True)
class Evaluation:
    """What the order of the questions is worth.

    Args:
        metric: `auc` or `balanced_accuracy`.
        questions: the questions as written.
        people: how many people there were.
        threshold: the certainty at which a conversation stops early.
        folds: the results of the folds.
    """

    metric: str
    questions: tuple[str, ...]
    people: int
    threshold: float
    folds: tuple[FoldResult, ...]

    @property
    def all_questions(self) -> float:
        """The metric with all questions asked, the mean of the folds."""
        return float(np.mean([fold.all_questions for fold in self.folds]))

    def curve(self, order: str) -> list[float]:
        """The metric after one question, after two, and so on; the mean of the folds."""
        return [float(value) for value in np.mean([fold.curves[order] for fold in self.folds], axis=0)]

    def questions_needed(self, order: str) -> int:
        """The number of questions at which the curve first comes within 0.02 of all questions."""
        close = np.array(self.curve(order)) >= self.all_questions - CLOSE_ENOUGH
        return int(close.argmax()) + 1 if close.any() else len(self.questions)

    def early_stop(self, order: str) -> dict[str, float]:
        """With stopping when sure or out of patience: mean questions, accuracy, and accuracy with all questions."""
        stopped = [fold.stopped[order] for fold in self.folds]
        return {
            "mean_questions": _mean([each.questions for each in stopped]),
            "accuracy": _mean([each.right for each in stopped]),
            "accuracy_with_all": _mean([each.right_with_all for each in stopped]),
        }

    def gain(self, order: str, over: str) -> tuple[float, float]:
        """How much higher the curve of one order lies than that of another on average, and half its 95% interval.

        The interval is Nadeau and Bengio's (2003), who correct for folds that share the people learned from.
        """
        gains = np.array([float(np.mean(fold.curves[order] - fold.curves[over])) for fold in self.folds])
        variance = gains.var(ddof=1) * (1 / len(gains) + 1 / (FOLDS - 1))
        return float(gains.mean()), float(1.96 * np.sqrt(variance))

    @property
    def best_order(self) -> tuple[str, ...]:
        """The best fixed order: the questions by their mean place in the orders that the folds have found."""
        places = np.mean([np.argsort(fold.learned.best_order) for fold in self.folds], axis=0)
        return tuple(self.questions[question] for question in np.argsort(places, kind="stable"))

    @property
    def patience(self) -> int:
        """The number of questions after which the rest tells hardly more: the median of the folds."""
        return int(np.median([fold.learned.patience for fold in self.folds]))

    @property
    def better_order(self) -> str:
        """The order to use: the best fixed one, unless the adaptive one is better beyond the interval."""
        gain, half = self.gain("adaptive", "best_fixed")
        return "adaptive" if gain - half > 0 else "best_fixed"

    def to_dict(self) -> dict[str, Any]:
        """The result as `--json` prints it; `curve` begins after one question."""
        stopped = self.early_stop("adaptive")
        return {
            "metric": self.metric,
            "all_questions": self.all_questions,
            "questions_needed": {order: self.questions_needed(order) for order in ORDERS},
            "curve": {order: self.curve(order) for order in ORDERS},
            "early_stop": {
                "threshold": self.threshold,
                "mean_questions": stopped["mean_questions"],
                "accuracy": stopped["accuracy"],
            },
        }


def evaluate(table: AnswerTable, threshold: float = 0.9, seed: int = 0, progress: Progress | None = None) -> Evaluation:
    """Compares the four orders by cross-validation.

    All orders are judged by the same predictor, so that the order alone makes the difference. Everything that is
    learned (bands, predictor, best order, what to ask whom) is learned on the training folds.

    Args:
        table: the answers.
        threshold: a conversation stops early when a class is this probable, between 0.5 and 1.
        seed: of the folds, the random orders and the subsets shown; the same seed gives the same figures.
        progress: called with the folds done and the folds in all.
    """
    smallest = int(np.bincount(table.target).min())
    repeats = _repeats(len(table.target))
    splits = RepeatedStratifiedKFold(n_splits=min(FOLDS, smallest), n_repeats=repeats, random_state=seed)
    parts = list(splits.split(table.answers, table.target))
    results = []
    for number, (seen, unseen) in enumerate(parts):
        if progress is not None:
            progress(number, len(parts))
        # The tables are small: threads that wait for each other cost more than they bring, on a busy machine most.
        with threadpool_limits(1):
            results.append(_evaluate_fold(table, seen, unseen, threshold, seed + number))
    return Evaluation(metric_for(len(table.classes)), table.questions, len(table.target), threshold, tuple(results))


def _evaluate_fold(table: AnswerTable, seen: Classes, unseen: Classes, threshold: float, seed: int) -> FoldResult:
    encoding = learn_encoding(table.answers.iloc[seen])
    codes, target = encoding.codes(table.answers.iloc[seen]), table.target[seen]
    learning = Learning(codes, target, encoding.levels, encoding.ordered, len(table.classes), seed)
    learned = learn(learning)
    held_out, truth = encoding.codes(table.answers.iloc[unseen]), table.target[unseen]
    shares = np.bincount(target, minlength=len(table.classes)) / len(target)
    metric, questions = metric_for(len(table.classes)), held_out.shape[1]

    def curve(predicted: Floats) -> Floats:
        return np.array([score(metric, truth, step, shares) for step in predicted[1:]])

    walks = {
        "as_written": walk_in_order(learned.predictor, held_out, tuple(range(questions))),
        "best_fixed": walk_in_order(learned.predictor, held_out, learned.best_order),
        "adaptive": walk_adaptively(
            learned.predictor, learned.likelihoods, held_out, learned.best_order, learned.patience + SPARE
        ),
    }
    rng = np.random.default_rng(seed)
    random_walks = (
        walk_in_order(learned.predictor, held_out, tuple(rng.permutation(questions))) for _ in range(RANDOM_ORDERS)
    )
    curves = {order: curve(walk.predicted) for order, walk in walks.items()}
    curves["random"] = np.mean([curve(walk.predicted) for walk in random_walks], axis=0)
    stopped = {order: stop_when_sure(walk, truth, threshold, learned.patience) for order, walk in walks.items()}
    return FoldResult(curves, float(curves["as_written"][-1]), stopped, learned)


def _repeats(people: int) -> int:
    """Few people are divided into folds twice, because one division says too little."""
    return 1 if people >= FEW_PEOPLE else 2


def _mean(parts: list[Classes]) -> float:
    return float(np.mean(np.concatenate(parts)))
