"""Stopping as soon as the class is sure enough."""

from dataclasses import dataclass

import numpy as np

from analytics.question_order.adaptive import Walk
from analytics.question_order.types import Classes


@dataclass(frozen=True)
class Stopped:
    """What stopping early cost and saved.

    Args:
        questions: how many questions each person was asked.
        right: whether the class that was then the likeliest was each person's own.
        right_with_all: the same with all questions asked.
    """

    questions: Classes
    right: Classes
    right_with_all: Classes


def stop_when_sure(walk: Walk, target: Classes, threshold: float, patience: int) -> Stopped:
    """Stops each conversation as soon as the likeliest class has the probability `threshold`, or after `patience`.

    Args:
        walk: the conversations with all questions asked.
        target: the class of each person.
        threshold: the certainty that is enough.
        patience: nobody is asked more questions than this.
    """
    sure = walk.predicted.max(axis=2) >= threshold
    sure[patience:] = True
    questions = sure.argmax(axis=0)
    chosen = walk.predicted.argmax(axis=2)
    at_the_end = chosen[questions, np.arange(len(target))]
    return Stopped(questions, (at_the_end == target).astype(int), (chosen[-1] == target).astype(int))
