"""Collects what is said in a turn and makes it into the gateway's answer."""

import re
from typing import Any

from rasa.core.channels.channel import OutputChannel

from bot.errors import TurnNotCompleted

CHOICE_PAYLOAD = re.compile(r"choice:(?P<slot>[^=]+)=(?P<value>.*)", re.DOTALL)
"""The payload of a button, as the importer writes it."""


class ReplyCollector(OutputChannel):
    """The output channel of one turn: one message for each thing said, and the turn's marker."""

    def __init__(self) -> None:
        """Makes a collector that has heard nothing yet."""
        self.messages: list[dict[str, Any]] = []
        self._marker: dict[str, Any] | None = None

    @classmethod
    def name(cls) -> str:
        """The name of the channel."""
        return "askwell"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Takes one thing that is said: the turn's marker, or a message to the person.

        Args:
            recipient_id: the conversation.
            message: its text, buttons and custom part, as Rasa hands them over.
        """
        custom = message.get("custom") or {}
        if "turn" in custom:
            self._marker = custom
        else:
            self.messages.append(_message(message, custom))

    def require_marker(self, message_id: str) -> None:
        """Raises `TurnNotCompleted` unless the marker of this very turn has been heard."""
        if self._marker is None or self._marker.get("turn") != message_id:
            raise TurnNotCompleted(f"No action has completed the turn {message_id}.")

    def reply(self) -> dict[str, Any]:
        """The answer to the gateway: what was said, and the marker's progress, end (or pause) and language."""
        marker = self._marker or {}
        return {
            "messages": self.messages,
            "progress": marker.get("progress"),
            "ended": bool(marker.get("ended")),
            "put_off": bool(marker.get("put_off")),
            "language": marker.get("language"),
        }


def _message(message: dict[str, Any], custom: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": custom.get("kind", "text"),
        "text": message.get("text") or "",
        "choices": [_choice(button) for button in message.get("buttons") or []],
        "data": custom.get("data"),
        "slot": custom.get("slot"),
    }


def _choice(button: dict[str, Any]) -> dict[str, str]:
    payload = CHOICE_PAYLOAD.fullmatch(button["payload"])
    if payload is None:
        raise TurnNotCompleted(f"The button's payload '{button['payload']}' is not 'choice:<slot>=<value>'.")
    return {"slot": payload["slot"], "value": payload["value"], "label": button["title"]}
