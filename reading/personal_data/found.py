"""What stands in a text that would identify somebody."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reading.text import Span


class Kind(StrEnum):
    """A kind of personal data; in masked text it stands in square brackets."""

    HKID = "hkid"
    """A Hong Kong identity-card number."""
    ID = "id"
    """Another identity document's number (a mainland resident's card)."""
    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"
    """A payment card's number or security code."""
    ACCOUNT = "account"
    """A bank account's number, where the writer says that it is one."""
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of personal data: its kind and where it stands in the text as it was written; never the words."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with each piece of personal data replaced by its kind in square brackets.

    Attributes:
        text: the masked text; the given one where nothing was found.
        found: what was replaced, in the order of the text.
    """

    text: str
    found: tuple[Found, ...]


Stretch: TypeAlias = tuple[Kind, int, int]
"""A kind and the stretch of folded text that it takes."""
