"""Makes of collected answers the plan that an investigation follows."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from analytics.question_order.additive import AdditivePredictor
from analytics.question_order.encoding import learn_encoding
from analytics.question_order.learning import learn
from analytics.question_order.plan import ANOTHER, NO_ANSWER, QuestionPlan
from analytics.question_order.predictor import Learning
from analytics.question_order.table import AnswerTable


def learn_plan(table: AnswerTable, target: str, threshold: float, version: int, seed: int = 0) -> QuestionPlan:
    """The best fixed order of everybody's answers, and what each answer tells.

    Args:
        table: answers as they are stored (`as_stored`), so that an investigation finds its own answers in the plan.
        target: what is told, for people to read.
        threshold: the certainty that is enough.
        version: the plan's version.
        seed: the same seed gives the same plan.
    """
    encoding = learn_encoding(table.answers)
    codes = encoding.codes(table.answers)
    learning = Learning(codes, table.target, encoding.levels, encoding.ordered, len(table.classes), seed)
    learned, predictor = learn(learning), AdditivePredictor(learning)
    weights = {}
    for number, question in enumerate(table.questions):
        levels = [*map(str, encoding.choices[number]), ANOTHER, NO_ANSWER]
        added = predictor.weights(number).tolist()
        weights[question] = {level: tuple(each) for level, each in zip(levels, added, strict=True)}
    return QuestionPlan(
        version=version,
        order=tuple(table.questions[number] for number in learned.best_order),
        threshold=threshold,
        patience=learned.patience,
        target=target,
        people=len(table.target),
        classes=table.classes,
        start=tuple(np.asarray(predictor.start).tolist()),
        weights=weights,
    )


def as_stored(table: AnswerTable, questions: Collection[str]) -> AnswerTable:
    """The columns of a table that are questions of the catalogue, with answers as the texts that are stored.

    >>> from analytics.question_order.table import from_frame
    >>> people = pd.DataFrame({"age": [1.0, 2.0] * 20, "shoe": ["a", "b"] * 20, "buys": ["x", "y"] * 20})
    >>> as_stored(from_frame(people, "buys"), ["age"]).answers["age"].head(2).tolist()
    ['1', '2']
    """
    known = [question for question in table.questions if question in questions]
    left_out = {question: "no question of the catalogue" for question in table.questions if question not in questions}
    answers = table.answers[known].apply(_texts)
    return AnswerTable(answers, table.target, table.classes, {**table.left_out, **left_out})


def _texts(column: "pd.Series[float]") -> "pd.Series[str]":
    """A number that pandas holds as 2.0 is stored as 2."""
    return column.map(lambda value: f"{value:g}" if isinstance(value, float) else str(value), na_action="ignore")
