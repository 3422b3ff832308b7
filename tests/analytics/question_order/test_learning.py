import numpy as np

from analytics.question_order.encoding import learn_encoding
from analytics.question_order.learning import learn
from analytics.question_order.predictor import Learning
from tests.analytics.question_order import tables


def learning() -> Learning:
    table = tables.additive(people=200)
    encoding = learn_encoding(table.answers)
    return Learning(encoding.codes(table.answers), table.target, encoding.levels, encoding.ordered, 2, seed=1)


def test_the_same_seed_learns_the_same() -> None:
    first, second = learn(learning()), learn(learning())
    nothing_asked = np.zeros((1, 6), dtype=bool)

    assert first.best_order == second.best_order
    assert (
        first.predictor.probabilities(learning().codes[:1], nothing_asked)
        == second.predictor.probabilities(learning().codes[:1], nothing_asked)
    ).all()
