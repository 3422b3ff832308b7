"""POST /api/chat/sessions."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from gateway.tokens import Claims
from profiles import Store
from settings import Settings
from tests.cast import MEI, MONDAY
from tests.gateway.conftest import Clock, Running
from tests.gateway.door import Chat, Door, is_problem
from tests.gateway.stand_in_bot import LATER, StandInBot


def identity(settings: Settings, secret: str | None = None, **claims: Any) -> str:
    """A token as the shop would sign it."""
    key = OctKey.import_key(secret or settings.identity_secret.get_secret_value())
    expiry = int((MONDAY + timedelta(minutes=5)).timestamp())
    body = {"sub": MEI.id, "exp": expiry} | claims
    return jwt.encode({"alg": "HS256"}, {name: value for name, value in body.items() if value is not None}, key)


async def test_a_session_begins_with_the_bots_opening_words(door: Door, bot: StandInBot) -> None:
    answer = await door.client.post("/api/chat/sessions", json={"locale": "en-GB"})

    assert answer.status_code == 201
    session = answer.json()
    assert set(session) == {
        "session_token", "conversation_id", "expires_at", "messages", "progress", "ended", "put_off",
        "language",
    }  # fmt: skip
    (message,) = session["messages"]
    assert set(message) == {"id", "kind", "text", "language", "choices", "data"}
    assert message["kind"] == "notice"
    assert [set(choice) for choice in message["choices"]] == [{"id", "label"}, {"id", "label"}]
    assert bot.turns[0]["kind"] == "open"
    assert bot.turns[0]["role"] == "shopper"


async def test_a_session_needs_no_body_beyond_an_empty_object(door: Door) -> None:
    assert (await door.client.post("/api/chat/sessions", json={})).status_code == 201


@pytest.mark.parametrize(
    ("locale", "accepted", "language"),
    [
        ("zh-HK", "en", "zh-Hant"),
        ("yue", "en", "zh-Hant"),
        ("en-US", "zh-HK", "en"),
        (None, "zh-TW,en;q=0.5", "zh-Hant"),
        (None, "fr,en;q=0.3,zh;q=0.8", "zh-Hant"),
        ("fr", "de", "en"),
    ],
)
async def test_the_language_is_the_locales_then_the_browsers_then_the_shops(
    door: Door, locale: str | None, accepted: str, language: str
) -> None:
    answer = await door.client.post(
        "/api/chat/sessions", json={"locale": locale}, headers={"Accept-Language": accepted}
    )

    assert answer.json()["language"] == language


async def test_a_page_is_kept_without_what_may_name_somebody(door: Door, sqlite_store: Store) -> None:
    chat = await door.open(page="https://www.shop.example/orders/?email=mei@shop.example#mei")

    with sqlite_store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(chat.conversation_id)
    assert conversation is not None
    assert conversation.page == "/orders/"


async def test_a_customer_whom_the_shop_names_is_handed_to_the_bot_and_stored_nowhere(
    door: Door, bot: StandInBot, config: Settings, sqlite_store: Store
) -> None:
    chat = await door.open(identity_token=identity(config))
    await chat.say("hello")

    assert [turn["customer_id"] for turn in bot.turns] == [MEI.id, MEI.id]
    with sqlite_store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is None
        conversation = unit.conversations.get(chat.conversation_id)
    assert conversation is not None
    assert conversation.customer_id is None


async def test_a_visitor_without_a_name_is_nobody_to_the_bot(door: Door, bot: StandInBot) -> None:
    chat = await door.open()
    await chat.say("hello")

    assert [turn["customer_id"] for turn in bot.turns] == [None, None]


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret": "a secret of somebody else, long enough"},
        {"exp": int((MONDAY - timedelta(seconds=1)).timestamp())},
        {"exp": None},
        {"exp": "tomorrow"},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"sub": "x" * 201},
    ],
)
async def test_an_identity_that_is_forged_expired_or_nameless_is_refused(
    door: Door, bot: StandInBot, config: Settings, wrong: dict[str, Any]
) -> None:
    token = identity(config, **wrong)

    answer = await door.client.post("/api/chat/sessions", json={"identity_token": token})

    assert is_problem(answer, 401, "identity")
    assert bot.turns == []


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZWkifQ."])
async def test_an_identity_that_is_no_signed_token_is_refused(door: Door, token: str) -> None:
    answer = await door.client.post("/api/chat/sessions", json={"identity_token": token})

    assert is_problem(answer, 401, "identity")


async def test_no_identity_is_believed_while_the_shop_has_set_no_secret(running: Running, config: Settings) -> None:
    token = identity(config)
    without = config.model_copy(update={"identity_secret": type(config.identity_secret)("")})
    async with running(without) as door:
        answer = await door.client.post("/api/chat/sessions", json={"identity_token": token})

    assert is_problem(answer, 401, "identity")


async def test_a_session_token_ends_when_it_says(door: Door, clock: Clock) -> None:
    chat = await door.open()
    assert datetime.fromisoformat(chat.session["expires_at"]) == MONDAY + timedelta(hours=168)

    clock.pass_(hours=169)

    assert is_problem(await chat.say("hello"), 401, "session_expired")


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer nonsense", "Basic bWVpOm1laQ==", "Bearer a.b.c"])
async def test_without_a_good_token_nothing_is_answered(door: Door, header: str | None) -> None:
    headers = {"Authorization": header} if header else {}
    body = {"message_id": "5b0c6f0e-5b7c-4f0e-8a52-6f7d6b1c9a11", "text": "hello"}

    for answer in (
        await door.client.post("/api/chat/messages", json=body, headers=headers),
        await door.client.get("/api/chat/history", headers=headers),
        await door.client.get("/api/chat/events", headers=headers),
    ):
        assert is_problem(answer, 401, "session_missing")
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_token_signed_with_another_secret_is_refused(running: Running, config: Settings, door: Door) -> None:
    other = config.model_copy(update={"session_secret": type(config.session_secret)("x" * 40)})
    async with running(other) as elsewhere:
        chat = await elsewhere.open()

    answer = await door.client.get("/api/chat/history", headers=chat.headers)

    assert is_problem(answer, 401, "session_missing")


async def test_a_session_outlives_a_restart_of_the_gateway(running: Running, config: Settings) -> None:
    async with running(config) as before:
        chat = await before.open()
    async with running(config) as after:
        answer = await after.client.get("/api/chat/history", headers=chat.headers)

    assert answer.status_code == 200
    assert len(answer.json()["messages"]) == 1


async def test_a_session_whose_conversation_was_erased_is_missing(door: Door, clock: Clock) -> None:
    claims = Claims("visitor", "erased-visit", clock() + timedelta(hours=1))
    token = door.app.state.services.tokens.sign("askwell-chat", claims)
    chat = Chat(door.client, {}, {"Authorization": f"Bearer {token}"})

    assert is_problem(await chat.say("hello"), 401, "session_missing")
    assert is_problem(await door.client.get("/api/chat/history", headers=chat.headers), 401, "session_missing")


async def test_a_conversation_that_was_put_off_can_be_gone_on_with_until_after_the_next_invitation(
    door: Door, clock: Clock
) -> None:
    chat = await door.open()
    reply = (await chat.say(LATER)).json()

    assert (reply["ended"], reply["put_off"]) == (True, True)
    assert datetime.fromisoformat(reply["expires_at"]) == MONDAY + timedelta(days=14, hours=168)
    clock.pass_(hours=14 * 24 + 167)
    assert is_problem(await chat.say("hello"), 401, "session_expired")
    back = replace(chat, headers={"Authorization": f"Bearer {reply['session_token']}"})
    assert (await back.history())["put_off"] is True
    answer = (await back.say("hello")).json()
    assert answer["put_off"] is False
    assert "session_token" not in answer
    assert (await back.history())["put_off"] is False
    clock.pass_(hours=2)
    assert is_problem(await back.say("hello"), 401, "session_expired")


async def test_sending_the_message_that_put_the_chat_off_again_renews_no_key(door: Door) -> None:
    chat = await door.open()
    message_id = str(uuid4())
    first = (await chat.say(LATER, message_id=message_id)).json()
    again = (await chat.say(LATER, message_id=message_id)).json()

    assert "session_token" in first
    assert again["put_off"] is True
    assert "session_token" not in again


async def test_a_customer_whom_the_shop_names_gets_no_longer_key_by_putting_the_chat_off(
    door: Door, config: Settings
) -> None:
    chat = await door.open(identity_token=identity(config))
    reply = (await chat.say(LATER)).json()

    assert reply["put_off"] is True
    assert "session_token" not in reply
