"""What a phrase in a staff question may mean."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A word of the question language itself, such as 'by' or 'how many' (words.yml)."""

    name: str


@dataclass(frozen=True)
class Value:
    """A value of a field: a segment, a district, a theme of needs …"""

    field: str
    value: str


@dataclass(frozen=True)
class Axis:
    """The name of a field by which customers can be told apart, or of a question."""

    field: str


Meaning = Key | Value | Axis

FILLER = Key("filler")
ANSWER = "answer:"
"""Before a question's id: the field of its answers."""
SINGLE_VALUED = frozenset({"district", "age_band", "gender", "income_band", "status", "stage", "newsletter"})
"""Fields of which a customer has one value at a time: 'in Sha Tin and Tai Po' then means in either."""


def answer_field(question: str) -> str:
    """The field of the answers to a question.

    >>> answer_field("gift_occasion")
    'answer:gift_occasion'
    """
    return f"{ANSWER}{question}"
