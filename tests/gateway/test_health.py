"""Health, readiness and figures."""

import httpx
import pytest

from settings import Settings
from tests.gateway.conftest import Running
from tests.gateway.door import Door, is_problem
from tests.gateway.stand_in_bot import StandInBot


async def test_the_gateway_is_live_whatever_the_bot_does(door: Door, bot: StandInBot) -> None:
    bot.kill()

    answer = await door.client.get("/health/live")

    assert (answer.status_code, answer.json()) == (200, {"status": "live"})


async def test_ready_means_that_the_bot_answered_a_canary_that_nobody_stores(door: Door, bot: StandInBot) -> None:
    answer = await door.client.get("/health/ready")

    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})
    assert bot.canaries == 1
    assert bot.turns == []


async def test_the_bot_is_not_asked_again_within_seconds(door: Door, bot: StandInBot) -> None:
    for _ in range(5):
        await door.client.get("/health/ready")

    assert bot.canaries == 1


async def test_without_a_bot_the_gateway_is_not_ready(door: Door, bot: StandInBot) -> None:
    bot.kill()

    assert is_problem(await door.client.get("/health/ready"), 503, "not_ready")


@pytest.mark.slow
async def test_a_bot_that_takes_longer_than_a_second_is_not_ready(door: Door, bot: StandInBot) -> None:
    bot.seconds = 1.5

    assert is_problem(await door.client.get("/health/ready"), 503, "not_ready")


async def test_a_bot_with_another_secret_is_not_ready(running: Running, config: Settings) -> None:
    other = config.model_copy(update={"bot_secret": type(config.bot_secret)("another secret")})
    async with running(other) as door:
        assert is_problem(await door.client.get("/health/ready"), 503, "not_ready")


async def test_figures_count_requests_by_route_and_hold_no_words(door: Door) -> None:
    chat = await door.open()
    await chat.say("my parcel never came, card 4111 1111 1111 1111")
    await door.client.get("/shop/mei@shop.example")

    answer = await door.client.get("/metrics")

    assert 'askwell_requests_total{method="POST",route="/api/chat/messages",status="200"} 1.0' in answer.text
    assert 'askwell_masked_total{kind="card"} 1.0' in answer.text
    assert "parcel" not in answer.text
    assert "mei" not in answer.text
    assert chat.conversation_id not in answer.text


async def test_figures_are_for_this_machine_alone(door: Door) -> None:
    proxied = await door.client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"})
    assert is_problem(proxied, 404, "not_found")

    transport = httpx.ASGITransport(door.app, client=("203.0.113.7", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway.test") as elsewhere:
        assert is_problem(await elsewhere.get("/metrics"), 404, "not_found")
