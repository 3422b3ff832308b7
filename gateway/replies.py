"""Replies as they are kept, as the public sees them, and the way back from a choice's id to what it stands for."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from catalogue import Language
from gateway.bot_client import BotMessage, BotReply

Json = dict[str, Any]


@dataclass(frozen=True)
class ChoiceId:
    """A choice by the message that offered it and its place there."""

    message_id: str
    place: int

    def opaque(self, conversation_id: str) -> str:
        """The id that clients see: good in one conversation, and the same whenever the turn is run again."""
        name = urlsafe_b64encode(UUID(self.message_id).bytes).decode().rstrip("=")
        return f"{name}.{self.place}.{self._seal(conversation_id)}"

    @classmethod
    def read(cls, opaque: str, conversation_id: str) -> "ChoiceId | None":
        """The choice behind an id; None for an id of another conversation or of none at all.

        >>> choice = ChoiceId("5b0c6f0e-5b7c-4f0e-8a52-6f7d6b1c9a11", 2)
        >>> ChoiceId.read(choice.opaque("mei's visit"), "mei's visit") == choice
        True
        >>> ChoiceId.read(choice.opaque("mei's visit"), "daniel's visit") is None
        True
        """
        try:
            name, place, seal = opaque.split(".")
            choice = cls(str(UUID(bytes=urlsafe_b64decode(name + "=="))), int(place))
        except (ValueError, NotBase64):
            return None
        return choice if seal == choice._seal(conversation_id) else None

    def _seal(self, conversation_id: str) -> str:
        return sha256(f"{conversation_id}/{self.message_id}/{self.place}".encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Choice:
    """What a choice's id stands for."""

    slot: str
    value: str
    label: str

    def for_bot(self) -> dict[str, str]:
        """Slot and value, as the bot takes them."""
        return {"slot": self.slot, "value": self.value}


def kept(reply: BotReply, conversation_id: str, message_id: str) -> Json:
    """The reply as the store keeps it: the public shape, and beside each choice what it stands for."""
    places = iter(range(sum(len(message.choices) for message in reply.messages)))

    def choices(message: BotMessage) -> list[Json]:
        return [
            {**choice.model_dump(), "id": ChoiceId(message_id, next(places)).opaque(conversation_id)}
            for choice in message.choices
        ]

    return {
        "messages": [
            _without_nothing(
                id=f"{message_id}.{number}",
                kind=message.kind,
                text=message.text,
                language=reply.language,
                choices=choices(message),
                data=message.data,
            )
            for number, message in enumerate(reply.messages)
        ],
        "progress": reply.progress and reply.progress.model_dump(),
        "ended": reply.ended,
        "put_off": reply.put_off,
        "language": reply.language,
    }


def public(reply: Json) -> Json:
    """A kept reply as clients see it."""
    return {
        "messages": [public_message(message) for message in reply["messages"]],
        "progress": reply["progress"],
        "ended": reply["ended"],
        "put_off": is_put_off(reply),
        "language": reply["language"],
    }


def is_put_off(reply: Json) -> bool:
    """Whether the conversation has ended to be gone on with; a reply that an earlier version kept does not say."""
    return bool(reply.get("put_off"))


def public_message(message: Json) -> Json:
    """A kept message without what its choices stand for."""
    offered = [{"id": choice["id"], "label": choice["label"]} for choice in message["choices"]]
    return {**message, "choices": offered}


def choice_in(reply: Json, opaque: str) -> Choice | None:
    """The choice of a kept reply that has this id, or None."""
    for message in reply["messages"]:
        for choice in message["choices"]:
            if choice["id"] == opaque:
                return Choice(choice["slot"], choice["value"], choice["label"])
    return None


def said(message_id: str, text: str, language: Language) -> Json:
    """What a person sent, in the shape of a message."""
    return {"id": message_id, "kind": "text", "text": text, "language": language, "choices": []}


def _without_nothing(*, data: Json | None, **rest: Any) -> Json:
    return rest if data is None else {**rest, "data": data}
