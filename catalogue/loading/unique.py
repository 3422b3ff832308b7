"""Every id names one thing: questions and wording become slots and responses of the same names."""

from collections.abc import Iterable
from typing import TypeVar

from catalogue.errors import Problem
from catalogue.models import Probe, Question, Wording

Named = TypeVar("Named", Question, Probe, Wording)


def by_id(named: Iterable[Named]) -> dict[str, Named]:
    """The things by their id; of two with the same id the later one."""
    return {thing.id: thing for thing in named}


def note_duplicates(named: Iterable[Question | Probe | Wording], problems: list[Problem]) -> None:
    """Notes every id that an earlier one of `named` has already."""
    first: dict[str, Question | Probe | Wording] = {}
    for thing in named:
        earlier = first.setdefault(thing.id, thing)
        if thing.id and earlier is not thing:
            problems.append(
                Problem(
                    thing.file,
                    thing.line,
                    f"id '{thing.id}' stands at {earlier.file}:{earlier.line} too; give one of them another id.",
                )
            )
