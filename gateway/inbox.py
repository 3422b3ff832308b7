"""The inbox: a message is accepted once and answered once, however often it is sent and whatever dies in between."""

from dataclasses import dataclass
from datetime import datetime

from gateway.bot_client import BotReply
from gateway.problems import Problem
from gateway.replies import Choice, ChoiceId, Json, choice_in, kept
from profiles.errors import UnknownRecord
from profiles.records import Conversation, Turn
from profiles.store import Store, Unit


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A message as it reaches the inbox: cleaned, masked, and either text or the id of a choice."""

    conversation_id: str
    message_id: str
    text: str = ""
    choice_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """A message that was taken in, and the reply if it has one already."""

    conversation: Conversation
    text: str
    choice: Choice | None
    reply: Json | None


def accept(store: Store, incoming: Incoming, at: datetime) -> Accepted:
    """Takes a message in, in one transaction.

    Returns:
        The message; with its reply if it was answered before, and without if the bot has yet to answer it, which is
        also so for a message whose answer a crash swallowed.

    Raises:
        Problem: `session_missing` (the conversation was erased), `ended` (the message's answer was forgotten),
            `bad_choice`, or `conflict` (the same id with other words).
    """
    with store.transaction() as unit:
        conversation = unit.conversations.get(incoming.conversation_id)
        if conversation is None:
            raise Problem("session_missing")
        seen = unit.turns.get(incoming.conversation_id, incoming.message_id)
        if seen is not None and seen.said is None and (again := _without_words(seen, incoming, conversation)):
            return again
        choice = _choice(unit, incoming, is_seen=seen is not None and seen.said is None)
        text = choice.label if choice else incoming.text
        said = None if _is_nobodys(conversation) else text
        turn = unit.turns.accept(incoming.conversation_id, incoming.message_id, said, at)
        if turn.said not in (text, None):
            raise Problem("conflict")
        return Accepted(conversation=conversation, text=text, choice=choice, reply=turn.reply)


def finish(store: Store, conversation: Conversation, message_id: str, reply: BotReply, at: datetime) -> Json:
    """Keeps the bot's reply in one transaction, and the language and the end that it brings.

    Returns:
        The reply as it is kept: the first one, should the message have been answered before.

    Raises:
        Problem: `session_missing`, when the conversation was erased while the bot was answering.
    """
    id = conversation.conversation_id
    with store.transaction() as unit:
        try:
            turn = unit.turns.finish(id, message_id, kept(reply, id, message_id), at)
        except UnknownRecord as error:
            raise Problem("session_missing") from error
        if reply.language != conversation.language:
            unit.conversations.set_language(id, reply.language)
        if reply.ended and conversation.ended_at is None:
            unit.conversations.end(id, at)
        return turn.reply or kept(reply, id, message_id)


def open_conversation(store: Store, conversation: Conversation, message_id: str) -> Accepted:
    """Opens a conversation and accepts its opening, which has no words."""
    with store.transaction() as unit:
        opened = unit.conversations.open(conversation)
        turn = unit.turns.accept(conversation.conversation_id, message_id, None, conversation.started_at)
    return Accepted(conversation=opened, text="", choice=None, reply=turn.reply)


def _is_nobodys(conversation: Conversation) -> bool:
    """Whether the shopper has declined or was forgotten: what they write then is answered and not kept (P1, P8)."""
    return conversation.role == "shopper" and conversation.ended_at is not None and conversation.customer_id is None


def _without_words(turn: Turn, incoming: Incoming, conversation: Conversation) -> Accepted | None:
    """A message whose words are not kept, sent once more: with its reply; None where the bot has yet to answer it.

    Raises:
        Problem: `ended`, when its reply was forgotten together with its words.
    """
    if turn.finished_at is None:
        return None
    if turn.reply is None:
        raise Problem("ended")
    return Accepted(conversation=conversation, text=incoming.text, choice=None, reply=turn.reply)


def _choice(unit: Unit, incoming: Incoming, is_seen: bool) -> Choice | None:
    """What was picked; None for words, and for a button that was forgotten after it was taken (its step is kept).

    Raises:
        Problem: `bad_choice`, for one that was never offered here.
    """
    if incoming.choice_id is None:
        return None
    id = ChoiceId.read(incoming.choice_id, incoming.conversation_id)
    offered = unit.turns.get(incoming.conversation_id, id.message_id) if id else None
    choice = choice_in(offered.reply, incoming.choice_id) if offered and offered.reply else None
    if choice is None and not is_seen:
        raise Problem("bad_choice")
    return choice
