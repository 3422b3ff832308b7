"""One turn: taken in, handed to the bot, answered, kept."""

from dataclasses import dataclass

import structlog

from catalogue import Language
from gateway.bot_client import BotReply, BotTurn, BotUnavailable
from gateway.inbox import Accepted, Incoming, accept, finish
from gateway.problems import Problem
from gateway.replies import Json, public
from gateway.services import Services
from gateway.shapes import MessageSent
from gateway.text import LONGEST_TEXT, as_plain_text, cleaned
from profiles.records import Conversation
from reading.personal_data import mask

log = structlog.get_logger()

BOT_RETRY_SECONDS = 5


@dataclass(frozen=True)
class Speaker:
    """Who speaks in a conversation, beyond what its row says."""

    conversation_id: str
    customer_id: str | None = None
    language: Language | None = None


@dataclass(frozen=True)
class Taken:
    """The reply to a message, in its public shape, and whether it had been given before."""

    reply: Json
    is_repeat: bool


async def take_turn(services: Services, speaker: Speaker, sent: MessageSent) -> Taken:
    """The reply to a message; the same message again gets the same reply.

    Raises:
        Problem: each of the contract's refusals.
    """
    incoming = _incoming(services, speaker.conversation_id, sent)
    async with services.locks.hold(speaker.conversation_id):
        accepted = await services.threads.writing(accept, services.store, incoming, services.now())
        if accepted.reply is not None:
            services.metrics.repeats.inc()
            return Taken(public(accepted.reply), is_repeat=True)
        return Taken(await answer(services, accepted, _bot_turn(accepted, incoming, speaker)), is_repeat=False)


async def answer(services: Services, accepted: Accepted, turn: BotTurn) -> Json:
    """Has the bot answer an accepted message and keeps the reply; public shape.

    Raises:
        Problem: `not_ready`, when the bot cannot; the message stays accepted and may be sent again.
    """
    try:
        with services.metrics.bot_seconds.time():
            reply = await services.bot.turn(turn)
    except BotUnavailable as error:
        log.warning("bot_unavailable", conversation_id=turn.conversation_id, message_id=turn.message_id, why=str(error))
        raise Problem("not_ready", retry_after=BOT_RETRY_SECONDS) from error
    services.languages.remember(turn.conversation_id, reply.language)
    return public(await _keep(services, accepted.conversation, turn.message_id, reply))


async def _keep(services: Services, conversation: Conversation, message_id: str, reply: BotReply) -> Json:
    return await services.threads.writing(finish, services.store, conversation, message_id, reply, services.now())


def _incoming(services: Services, conversation_id: str, sent: MessageSent) -> Incoming:
    """The message without control characters and personal numbers (P2).

    Raises:
        Problem: `text_or_choice` for both or neither, `empty` for nothing but blanks.
    """
    message_id = str(sent.message_id)
    if (sent.text is None) == (sent.choice_id is None):
        raise Problem("text_or_choice")
    if sent.text is None:
        return Incoming(conversation_id=conversation_id, message_id=message_id, choice_id=sent.choice_id)
    text = cleaned(sent.text)
    if not text:
        raise Problem("empty")
    masked = mask(text)
    for found in masked.found:
        services.metrics.masked.labels(found.kind).inc()
    # A token such as [email] may be longer than what it stands for.
    return Incoming(conversation_id=conversation_id, message_id=message_id, text=masked.text[:LONGEST_TEXT])


def _bot_turn(accepted: Accepted, incoming: Incoming, speaker: Speaker) -> BotTurn:
    conversation = accepted.conversation
    return BotTurn(
        conversation_id=conversation.conversation_id,
        message_id=incoming.message_id,
        kind="message",
        role=conversation.role,
        language=speaker.language or conversation.language,
        text=accepted.text if accepted.choice else as_plain_text(accepted.text),
        choice=accepted.choice.for_bot() if accepted.choice else None,
        staff_id=conversation.staff_id,
        customer_id=speaker.customer_id,
    )
