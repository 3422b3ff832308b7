"""What a simulated shopper does with their turn."""

from dataclasses import dataclass
from enum import StrEnum


class Aim(StrEnum):
    """What a message of the shopper is meant to do."""

    ANSWER = "answer"
    """It answers what was asked."""
    PASS = "pass"  # noqa: S105 - to pass over a question, no password
    """It declines to answer: skip, don't know, rather not say."""
    VAGUE = "vague"
    INTERRUPT = "interrupt"
    EDIT = "edit"
    """It changes an earlier answer."""
    PAUSE = "pause"
    COURSE = "course"
    """It answers one of the dialogue's own questions: notice, play-back, farewell."""


@dataclass(frozen=True)
class Reply:
    """A message: words, or the label of a button.

    Args:
        text: what is written, or the label.
        aim: what it is meant to do.
        is_button: the button with this label is picked.
        expects: the question that it should open, for an edit that names one without a value.
    """

    text: str
    aim: Aim
    is_button: bool = False
    expects: str = ""
