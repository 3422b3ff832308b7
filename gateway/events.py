"""GET /api/chat/events: messages that nobody asked for just now, such as a member of staff's answer or a reminder.

Such a message is a turn without a question: nothing `said`, a reply marked `unasked`, accepted and finished in one
transaction. The stream reads the store, so a client that was away finds everything after the last id it has seen.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.sse import EventSourceResponse, ServerSentEvent

from gateway.history import replied
from gateway.openapi import refusals
from gateway.services import Served, Services
from gateway.shopper import Shopper
from gateway.tokens import Claims
from profiles.records import Turn
from profiles.store import Store

router = APIRouter(prefix="/api/chat", tags=["Chat"])

POLL_SECONDS = 2.0
MESSAGES_A_TURN = 1000
"""An event's id is the turn's place in the conversation times this, plus the message's place in the turn."""
RETRY_MILLISECONDS = 3000


async def one_stream(services: Served, claims: Shopper) -> AsyncIterator[None]:
    """Holds one of the session's streams until the response has ended."""
    services.streams.enter(claims.conversation_id)
    services.metrics.streams.inc()
    try:
        yield
    finally:
        services.metrics.streams.dec()
        services.streams.leave(claims.conversation_id)


@router.get(
    "/events",
    response_class=EventSourceResponse,
    responses=refusals(401, 429, 503),
    dependencies=[Depends(one_stream)],
)
async def events(
    services: Served, claims: Shopper, last_event_id: Annotated[str | None, Header()] = None
) -> AsyncIterator[ServerSentEvent]:
    """Each event is `event: message` with a message as data. Without Last-Event-ID it begins with what comes next."""
    place = await _place(services, claims.conversation_id, last_event_id)
    yield ServerSentEvent(id=str(place), comment="open", retry=RETRY_MILLISECONDS)
    while services.now() < claims.expires_at:
        for event in await services.threads.reading(_unasked, services.store, claims, place):
            place = int(event.id or place)
            yield event
        await asyncio.sleep(POLL_SECONDS)


async def _place(services: Services, conversation_id: str, last_event_id: str | None) -> int:
    """Where the client stands; an id that was never given counts as the very beginning, so that nothing is lost."""
    if last_event_id is not None:
        return int(last_event_id) if last_event_id.isascii() and last_event_id.isdigit() else 0
    turns = await services.threads.reading(_turns, services.store, conversation_id, 0)
    return turns[-1].sequence * MESSAGES_A_TURN + MESSAGES_A_TURN - 1 if turns else 0


def _turns(store: Store, conversation_id: str, after: int) -> list[Turn]:
    with store.transaction(writes=False) as unit:
        return unit.turns.history(conversation_id, after)


def _unasked(store: Store, claims: Claims, place: int) -> list[ServerSentEvent]:
    """The events after `place`: those of the same turn that the client has not had, and those of later turns."""
    turns = _turns(store, claims.conversation_id, place // MESSAGES_A_TURN - 1)
    numbered = [
        (turn.sequence * MESSAGES_A_TURN + number, message)
        for turn in turns
        if turn.reply is not None and turn.reply.get("unasked")
        for number, message in enumerate(replied(turn.reply))
    ]
    return [
        ServerSentEvent(id=str(number), event="message", data=message) for number, message in numbered if number > place
    ]
