"""What is worked out of a question once and kept for as long as the process lives."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from catalogue import Question


def per_question[**Rest, T](make: Callable[Concatenate[Question, Rest], T]) -> Callable[Concatenate[Question, Rest], T]:
    """Makes a function of a question, and of a few plain arguments, work each answer out only once.

    A question cannot be hashed, as its words are in dictionaries; it is known by its identity and kept alive.
    """
    kept: dict[tuple[object, ...], tuple[Question, T]] = {}

    @wraps(make)
    def known(question: Question, *rest: Rest.args, **named: Rest.kwargs) -> T:
        key = (id(question), *rest, *named.items())
        if key not in kept:
            kept[key] = (question, make(question, *rest, **named))
        return kept[key][1]

    return known
