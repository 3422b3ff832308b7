"""GET /api/chat/history: the conversation so far, to redraw the widget."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from gateway.openapi import refusals
from gateway.problems import Problem
from gateway.replies import Json, is_put_off, public_message, said
from gateway.services import Served, Services
from gateway.shapes import History
from gateway.shopper import Shopper
from profiles.records import Conversation, Turn
from profiles.store import Store

router = APIRouter(prefix="/api/chat", tags=["Chat"])


@router.get("/history", response_model=History, response_model_exclude_unset=True, responses=refusals(401, 429, 503))
async def history(services: Served, claims: Shopper) -> JSONResponse:
    """Everything that was said, oldest first. Words that were forgotten are not there any more."""
    return JSONResponse(await read_history(services, claims.conversation_id))


async def read_history(services: Services, conversation_id: str) -> Json:
    """The conversation so far; read as often as messages may be sent, and counted apart from them.

    Raises:
        Problem: `too_many_messages`, or `session_missing` when the conversation was erased.
    """
    services.limits.count(services.limits.messages_per_session, f"{conversation_id}/history")
    return await services.threads.reading(history_of, services.store, conversation_id)


def history_of(store: Store, conversation_id: str) -> Json:
    """The conversation so far.

    Raises:
        Problem: `session_missing`, when the conversation was erased.
    """
    with store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(conversation_id)
        if conversation is None:
            raise Problem("session_missing")
        turns = unit.turns.history(conversation_id)
    replies = [turn.reply for turn in turns if turn.reply is not None]
    return {
        "messages": [message for turn in turns for message in messages_of(turn, conversation)],
        "progress": replies[-1]["progress"] if replies else None,
        "ended": replies[-1]["ended"] if replies else conversation.ended_at is not None,
        "put_off": is_put_off(replies[-1]) if replies else False,
        "language": conversation.language,
    }


def messages_of(turn: Turn, conversation: Conversation) -> list[Json]:
    """A turn's messages with who sent them: what was said first, then the reply; none once both were forgotten."""
    language = turn.reply["language"] if turn.reply else conversation.language
    sent = [] if turn.said is None else [said(turn.message_id, turn.said, language) | {"from": conversation.role}]
    return sent + ([] if turn.reply is None else replied(turn.reply))


def replied(reply: Json) -> list[Json]:
    """The messages of a kept reply with who sent them: the assistant, unless the reply says that staff did."""
    author = reply.get("from", "assistant")
    return [public_message(message) | {"from": author} for message in reply["messages"]]
