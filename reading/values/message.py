"""A message that may answer several questions at once."""

from dataclasses import dataclass
from datetime import date

from catalogue import Language, Question
from reading.text import Folded


@dataclass(frozen=True)
class Message:
    """A message and what it is read for.

    Attributes:
        folded: the message.
        asked: every question that it may answer; words that two of them claim answer none.
        language: the language of the conversation.
        today: the day in the shop's zone.
    """

    folded: Folded
    asked: tuple[Question, ...]
    language: Language
    today: date
