"""A turn as the gateway sends it: checked, and made into Rasa's message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.errors import MalformedTurn

KINDS = ("open", "message")
ROLES = ("shopper", "staff", "canary")
LANGUAGES = ("en", "zh-Hant")
MOST_CHARACTERS = 2000
MOST_CHARACTERS_OF_AN_ID = 200

COMMAND_SIGN = "/"
HARMLESS_SIGN = "／"
"""The full-width solidus, which people read as a slash and Rasa does not read as a command."""


@dataclass(frozen=True)
class Choice:
    """A quick reply that the person picked."""

    slot: str
    value: str


@dataclass(frozen=True)
class Turn:
    """One accepted request."""

    conversation_id: str
    message_id: str
    kind: str
    role: str
    language: str
    text: str
    choice: Choice | None
    staff_id: str | None
    customer_id: str | None

    @property
    def decided_intent(self) -> str | None:
        """The intent where it needs no understanding; None where the text must be understood."""
        if self.role == "canary":
            return "canary"
        if self.kind == "open":
            return "open_conversation"
        if self.choice:
            return "choice"
        return None if self.words else "nlu_fallback"

    @property
    def words(self) -> str:
        """What the person wrote, or the label of what was picked, as no command; nothing where a conversation opens."""
        return "" if self.kind == "open" else harmless(self.text)

    def metadata(self) -> dict[str, Any]:
        """What travels with the message to the actions: all of the request but the text."""
        return {
            "conversation_id": self.conversation_id,
            "message_id": self.message_id,
            "kind": self.kind,
            "role": self.role,
            "language": self.language,
            "choice": {"slot": self.choice.slot, "value": self.choice.value} if self.choice else None,
            "staff_id": self.staff_id,
            "customer_id": self.customer_id,
            "decided_intent": self.decided_intent,
        }


def harmless(text: str) -> str:
    """The text with a leading slash made into one that Rasa does not take for a command.

    >>> harmless(' /restart'), harmless('10/10'), harmless('')
    ('／restart', '10/10', '')
    """
    stripped = text.strip()
    return HARMLESS_SIGN + stripped[1:] if stripped.startswith(COMMAND_SIGN) else stripped


def read_turn(body: Any) -> Turn:
    """Checks a request.

    Args:
        body: the JSON that was sent.

    Raises:
        MalformedTurn: something is missing, has the wrong type or is too long; names the field.
    """
    if not isinstance(body, dict):
        raise MalformedTurn("The body is not a JSON object.")
    return Turn(
        conversation_id=_text(body, "conversation_id"),
        message_id=_text(body, "message_id"),
        kind=_one_of(body, "kind", KINDS),
        role=_one_of(body, "role", ROLES),
        language=_one_of(body, "language", LANGUAGES),
        text=_optional_text(body, "text", MOST_CHARACTERS) or "",
        choice=_choice(body.get("choice")),
        staff_id=_optional_text(body, "staff_id"),
        customer_id=_optional_text(body, "customer_id"),
    )


def _choice(given: Any) -> Choice | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        raise MalformedTurn("choice is not an object with slot and value.")
    return Choice(_text(given, "slot"), _text(given, "value"))


def _one_of(body: dict[str, Any], name: str, known: Sequence[str]) -> str:
    value = body.get(name)
    if value not in known:
        raise MalformedTurn(f"{name} must be one of {', '.join(known)}.")
    return str(value)


def _text(body: dict[str, Any], name: str) -> str:
    value = _optional_text(body, name)
    if not value:
        raise MalformedTurn(f"{name} is missing.")
    return value


def _optional_text(body: dict[str, Any], name: str, longest: int = MOST_CHARACTERS_OF_AN_ID) -> str | None:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise MalformedTurn(f"{name} is not a text.")
    if value is not None and len(value) > longest:
        raise MalformedTurn(f"{name} is longer than {longest} characters.")
    return value
