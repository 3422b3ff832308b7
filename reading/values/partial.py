"""What one kind of question finds in one part of an answer, before corrections and leftovers are seen to."""

from dataclasses import dataclass
from typing import TypeAlias

from reading.values.result import Reason, Status

Used: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of folded text, from and to, that a reading accounts for."""


@dataclass(frozen=True, slots=True)
class Partial:
    """What was found, and which stretches of the folded text it took."""

    status: Status = Status.NONE
    values: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    used: Used = ()
    rough: bool = False
    reason: Reason | None = None
    denied: bool = False
    """Something was said not to be so before the value came ('not 25, 35')."""

    @property
    def understood(self) -> bool:
        """Whether anything at all was understood."""
        return self.status != Status.NONE


NOTHING = Partial()
_FEWEST_TO_ASK_BACK = 2


def given(*values: str, used: Used, rough: bool = False) -> Partial:
    """A part that gives `values`."""
    return Partial(Status.GIVEN, values, used=used, rough=rough)


def several(candidates: tuple[str, ...], used: Used, rough: bool = False) -> Partial:
    """A part that may mean each of `candidates`; fewer than two leave nothing to ask back, and it means nothing.

    A single one is not given, as nobody has said it: it is what is left over, or shares a word with what was said.
    """
    if len(candidates) < _FEWEST_TO_ASK_BACK:
        return NOTHING
    return Partial(Status.SEVERAL, candidates=candidates, used=used, rough=rough)
