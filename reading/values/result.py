"""What reading an answer gives."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How an answer was understood."""

    GIVEN = "given"
    """`values` holds what was said."""
    SEVERAL = "several"
    """It may mean more than one thing: `candidates` holds them, two at least; ask back which."""
    REFUSED = "refused"
    """It was understood and the question does not accept it: `reason` says why, `candidates` what was said."""
    NEITHER = "neither"
    """'None of these', to a question that has no such choice."""
    NONE = "none"
    """Nothing was understood."""


class Reason(StrEnum):
    """Why an answer that was understood is not accepted."""

    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as it was understood; nothing in it is a guess.

    Attributes:
        values: the catalogue's values for a choice, plain decimals for numbers, ISO dates or `since/until` for dates,
            the words for a text. Empty unless the status is `given`.
        status: how the answer was understood.
        corrected: the customer took something back within the answer ('25, no sorry 35'); `values` has the last meant.
        hedged: the customer was not sure or spoke roughly ('around 7', '七八百蚊').
        not_understood: words of the answer, as written, that no part of the reading accounts for.
        candidates: what it may mean (`several`) or what was said (`refused`).
        reason: why it was refused.
    """

    values: tuple[str, ...] = ()
    status: Status = Status.NONE
    corrected: bool = False
    hedged: bool = False
    not_understood: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    reason: Reason | None = None
