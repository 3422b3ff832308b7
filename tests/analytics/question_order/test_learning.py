import numpy as np
import pandas as pd
import pytest

from analytics.question_order.encoding import learn_encoding
from analytics.question_order.learning import learn
from analytics.question_order.predictor import Learning
from tests.analytics.question_order import tables

pytestmark = pytest.mark.slow  # learns an order of questions twice


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


def test_a_number_without_end_falls_into_the_last_band_and_a_new_choice_is_another_answer() -> None:
    seen = pd.DataFrame({"spend": [*map(float, range(20)), np.inf], "likes": ["tea", "milk", "tea"] * 7})

    codes = learn_encoding(seen).codes(
        pd.DataFrame({"spend": [np.inf, -np.inf, np.nan], "likes": ["tea", "beer", None]})
    )

    assert codes.tolist() == [[7, 0], [0, 2], [8, 3]]
