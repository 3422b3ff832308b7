"""What is worked out of a question once and kept."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from catalogue import Question

Rest = ParamSpec("Rest")
T = TypeVar("T")

_MOST_KEPT = 2_000
"""Results of one function; several catalogues of a hundred questions fit, and a growing process does not."""


def per_question(make: Callable[Concatenate[Question, Rest], T]) -> Callable[Concatenate[Question, Rest], T]:
    """Makes a function of a question, and of a few plain arguments, work each result out only once.

    A question cannot be hashed, as its words are in dictionaries. It is known by its id and by the identity of its
    words and choices, so that a question made anew at every turn around the catalogue's own words is known again.
    """
    kept: dict[tuple[object, ...], tuple[object, T]] = {}

    def known(question: Question, /, *rest: Rest.args, **named: Rest.kwargs) -> T:
        key = (question.id, id(question.ask), id(question.choices), *rest, *named.items())
        if key not in kept:
            if len(kept) >= _MOST_KEPT:
                kept.pop(next(iter(kept)))
            kept[key] = ((question.ask, question.choices), make(question, *rest, **named))
        return kept[key][1]

    update_wrapper(known, make)
    return known
