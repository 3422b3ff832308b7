"""GET /api/chat/events, over a real connection: nothing is lost, nothing comes twice."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest

from gateway import events
from profiles import Store
from settings import Settings
from tests.cast import MONDAY
from tests.gateway.conftest import Clock, application
from tests.gateway.door import Chat, Door, is_problem
from tests.gateway.serving import serving
from tests.gateway.stand_in_bot import StandInBot

pytestmark = pytest.mark.slow  # starts a server for each stream

SECONDS = 60


@pytest.fixture
async def served(
    config: Settings, sqlite_store: Store, bot: StandInBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Door]:
    """The gateway behind a real server, looking for new messages more often than it would."""
    monkeypatch.setattr(events, "POLL_SECONDS", 0.05)
    app = application(config, sqlite_store, bot, clock)
    with serving(app) as url:
        async with httpx.AsyncClient(base_url=url, timeout=SECONDS) as client:
            yield Door(app, client)


def tell(store: Store, chat: Chat, *texts: str, at: datetime = MONDAY) -> None:
    """A member of staff writes to the shopper."""
    message_id = str(uuid4())
    messages: list[dict[str, Any]] = [
        {"id": f"{message_id}.{number}", "kind": "text", "text": text, "language": "en", "choices": []}
        for number, text in enumerate(texts)
    ]
    reply = {"messages": messages, "progress": None, "ended": False, "language": "en", "from": "staff", "unasked": True}
    with store.transaction() as unit:
        unit.turns.accept(chat.conversation_id, message_id, None, at)
        unit.turns.finish(chat.conversation_id, message_id, reply, at)


@asynccontextmanager
async def listening(chat: Chat, last_event_id: str | None = None) -> AsyncIterator[AsyncIterator[dict[str, str]]]:
    """The events of a stream, each as its fields, without comments; the opening one is read already."""
    headers = chat.headers | ({"Last-Event-ID": last_event_id} if last_event_id else {})
    async with chat.client.stream("GET", "/api/chat/events", headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        stream = _events(answer)
        assert set(await anext(stream)) == {"id", "retry"}
        yield stream


async def _events(answer: httpx.Response) -> AsyncIterator[dict[str, str]]:
    event: dict[str, str] = {}
    async for line in answer.aiter_lines():
        if not line:
            yield event
            event = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(": ")
            event[name] = value


async def next_of(stream: AsyncIterator[dict[str, str]]) -> dict[str, str]:
    async with asyncio.timeout(SECONDS):
        return await anext(stream)


async def test_a_message_that_nobody_asked_for_arrives(served: Door, sqlite_store: Store) -> None:
    chat = await served.open()

    async with listening(chat) as stream:
        tell(sqlite_store, chat, "Your parcel is on its way.")
        event = await next_of(stream)

    assert event["event"] == "message"
    assert int(event["id"]) > 0
    message = json.loads(event["data"])
    assert (message["text"], message["from"], message["kind"]) == ("Your parcel is on its way.", "staff", "text")
    assert message in (await chat.history())["messages"]


async def test_whoever_was_away_gets_everything_after_the_last_id_they_saw(served: Door, sqlite_store: Store) -> None:
    chat = await served.open()
    async with listening(chat) as stream:
        tell(sqlite_store, chat, "one", "two")
        first = await next_of(stream)
    await chat.say("thanks")
    tell(sqlite_store, chat, "three")

    async with listening(chat, first["id"]) as stream:
        texts = [json.loads((await next_of(stream))["data"])["text"] for _ in range(2)]

    assert texts == ["two", "three"]


async def test_without_a_last_id_the_stream_begins_with_what_comes_next(served: Door, sqlite_store: Store) -> None:
    chat = await served.open()
    tell(sqlite_store, chat, "before")

    async with listening(chat) as stream:
        tell(sqlite_store, chat, "after")
        event = await next_of(stream)

    assert json.loads(event["data"])["text"] == "after"


@pytest.mark.parametrize("unknown", ["0", "never given", "-1"])
async def test_an_id_that_was_never_given_counts_as_the_beginning(
    served: Door, sqlite_store: Store, unknown: str
) -> None:
    chat = await served.open()
    tell(sqlite_store, chat, "first")

    async with listening(chat, unknown) as stream:
        event = await next_of(stream)

    assert json.loads(event["data"])["text"] == "first"


async def test_replies_that_were_asked_for_and_other_visits_stay_out(served: Door, sqlite_store: Store) -> None:
    chat, other = await served.open(), await served.open()

    async with listening(chat) as stream:
        await chat.say("hello")
        tell(sqlite_store, other, "not for you")
        tell(sqlite_store, chat, "for you")
        event = await next_of(stream)

    assert json.loads(event["data"])["text"] == "for you"


async def test_a_stream_ends_with_its_session(served: Door, clock: Clock) -> None:
    chat = await served.open()

    async with listening(chat) as stream:
        clock.pass_(hours=169)
        with pytest.raises(StopAsyncIteration):
            await next_of(stream)


async def test_a_session_may_have_four_streams_and_a_closed_one_makes_room(served: Door) -> None:
    chat = await served.open()
    async with listening(chat), listening(chat), listening(chat):
        async with listening(chat):
            answer = await chat.client.get("/api/chat/events", headers=chat.headers)
            assert is_problem(answer, 429, "too_many_streams")
        async with asyncio.timeout(SECONDS):
            while (await _status_of_one_more(chat)) == 429:
                await asyncio.sleep(0.05)


async def _status_of_one_more(chat: Chat) -> int:
    async with chat.client.stream("GET", "/api/chat/events", headers=chat.headers) as answer:
        return answer.status_code


async def test_a_server_with_an_open_stream_ends_when_told(
    config: Settings, sqlite_store: Store, bot: StandInBot, clock: Clock
) -> None:
    app = application(config, sqlite_store, bot, clock)
    with serving(app) as url:
        client = httpx.AsyncClient(base_url=url, timeout=SECONDS)
        chat = await Door(app, client).open()
        stream = client.stream("GET", "/api/chat/events", headers=chat.headers)
        await stream.__aenter__()
        began = time.monotonic()
    assert time.monotonic() - began < SECONDS
    with pytest.raises(httpx.TransportError):
        await client.get("/health/live")
    await client.aclose()
