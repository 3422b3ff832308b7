"""429 with Retry-After: per session, per address, for new sessions; and settings that cannot be read."""

import httpx
import pytest

from gateway.limits import Limits
from settings import Settings
from tests.gateway.conftest import Clock, Running
from tests.gateway.door import Chat, is_problem
from tests.gateway.stand_in_bot import StandInBot

ELSEWHERE = {"X-Forwarded-For": "203.0.113.7"}


def limited(config: Settings, **allowances: str) -> Settings:
    return config.model_copy(update={f"limit_{name}": value for name, value in allowances.items()})


async def test_a_session_may_send_so_many_messages_and_then_waits(
    running: Running, config: Settings, bot: StandInBot
) -> None:
    async with running(limited(config, messages_per_session="2/minute")) as door:
        busy, calm = await door.open(), await door.open()
        answers = [await busy.say("hello") for _ in range(3)]

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert is_problem(answers[-1], 429, "too_many_messages")
        assert answers[-1].headers["retry-after"] == "60"
        assert "60" in answers[-1].json()["detail"]
        assert (await calm.say("hello")).status_code == 200
        assert len(bot.turns) == 5


async def test_the_history_is_limited_apart_from_the_messages(running: Running, config: Settings) -> None:
    async with running(limited(config, messages_per_session="1/minute")) as door:
        chat = await door.open()
        await chat.say("hello")
        await chat.history()

        answer = await door.client.get("/api/chat/history", headers=chat.headers)

    assert is_problem(answer, 429, "too_many_messages")


async def test_after_the_seconds_of_retry_after_the_session_may_go_on(
    running: Running, config: Settings, clock: Clock
) -> None:
    async with running(limited(config, messages_per_session="2/minute")) as door:
        chat = await door.open()
        await chat.say("one")
        clock.pass_(seconds=20)
        await chat.say("two")
        refused = await chat.say("three")
        assert refused.headers["retry-after"] == "40"

        clock.pass_(seconds=39)
        assert (await chat.say("three")).status_code == 429
        clock.pass_(seconds=1)
        assert (await chat.say("three")).status_code == 200
        assert (await chat.say("four")).headers["retry-after"] == "20"


async def test_one_address_may_send_so_many_messages_over_all_its_sessions(running: Running, config: Settings) -> None:
    async with running(limited(config, messages_per_address="2/minute")) as door:
        chats = [await door.open() for _ in range(3)]
        from_afar = [Chat(door.client, chat.session, chat.headers | ELSEWHERE) for chat in chats]

        answers = [await chat.say("hello") for chat in from_afar]

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert is_problem(answers[-1], 429, "too_many_messages")


async def test_programs_on_this_machine_are_not_counted_by_address(running: Running, config: Settings) -> None:
    async with running(limited(config, messages_per_address="1/minute")) as door:
        chats = [await door.open() for _ in range(3)]

        assert [(await chat.say("hello")).status_code for chat in chats] == [200, 200, 200]


async def test_one_address_may_open_so_many_sessions(running: Running, config: Settings, bot: StandInBot) -> None:
    async with running(limited(config, sessions_per_address="2/minute")) as door:
        answers = [await door.client.post("/api/chat/sessions", json={}) for _ in range(3)]

        assert [answer.status_code for answer in answers] == [201, 201, 429]
        assert is_problem(answers[-1], 429, "too_many_sessions")
        assert len(bot.turns) == 2


async def test_two_addresses_of_one_ipv6_network_count_as_one(running: Running, config: Settings) -> None:
    async with running(limited(config, sessions_per_address="1/minute")) as door:
        statuses = []
        for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"):
            transport = httpx.ASGITransport(door.app, client=(address, 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://gateway.test") as client:
                statuses.append((await client.post("/api/chat/sessions", json={})).status_code)

        assert statuses == [201, 429, 201]


def test_an_allowance_that_cannot_be_read_is_named_with_an_example(config: Settings) -> None:
    with pytest.raises(ValueError, match=r"ASKWELL_LIMIT_MESSAGES_PER_SESSION is 'often'.*60/minute"):
        Limits(limited(config, messages_per_session="often"), Clock())


def test_whoever_has_been_quiet_for_long_is_forgotten_altogether(config: Settings, clock: Clock) -> None:
    limits = Limits(config, clock)
    for number in range(100):
        limits.count(limits.messages_per_session, f"visit {number}")
    clock.pass_(hours=1)

    limits.count(limits.messages_per_session, "visit 7")

    assert list(limits._hits) == [("limit_messages_per_session", "visit 7")]
