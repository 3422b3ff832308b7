import numpy as np

from analytics.question_order.adaptive import Walk
from analytics.question_order.early_stopping import stop_when_sure


def walk() -> Walk:
    """Two people: the first is sure after one question, the second never is, and is classified wrongly."""
    of_the_first = [[0.5, 0.5], [0.05, 0.95], [0.01, 0.99]]
    of_the_second = [[0.5, 0.5], [0.6, 0.4], [0.7, 0.3]]
    predicted = np.array([of_the_first, of_the_second]).transpose(1, 0, 2)
    return Walk(np.array([[0, 1], [0, 1]]), predicted)


def test_each_conversation_stops_when_it_is_sure_or_at_its_end() -> None:
    stopped = stop_when_sure(walk(), np.array([1, 1]), threshold=0.9, patience=2)

    assert stopped.questions.tolist() == [1, 2]
    assert stopped.right.tolist() == [1, 0]


def test_patience_ends_a_conversation_that_is_not_sure() -> None:
    assert stop_when_sure(walk(), np.array([1, 1]), threshold=0.99, patience=1).questions.tolist() == [1, 1]
