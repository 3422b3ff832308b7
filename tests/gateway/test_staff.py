"""The staff API: who gets in, what they may do, and what is written down."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from profiles import Store
from settings import Settings
from tests.cast import ALICE, BOB, MONDAY
from tests.gateway.conftest import PASSWORD, SHOP, Clock, Running
from tests.gateway.door import Door, is_problem
from tests.gateway.stand_in_bot import StandInBot

pytestmark = pytest.mark.usefixtures("staff")


async def bearer(door: Door, name: str = ALICE.name) -> dict[str, str]:
    """The header of somebody who has signed in; the cookie is dropped, as for a program."""
    answer = await door.sign_in(name, PASSWORD)
    door.client.cookies.clear()
    return {"Authorization": f"Bearer {answer.json()['session_token']}"}


def question(**more: Any) -> dict[str, Any]:
    return {"message_id": str(uuid4()), "text": "how many customers", **more}


def audited(store: Store) -> list[tuple[str | None, str, dict[str, Any]]]:
    with store.transaction(writes=False) as unit:
        return [(entry.staff_id, entry.action, entry.detail) for entry in unit.audit.since(MONDAY)]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/staff/messages"),
        ("GET", "/api/staff/history"),
        ("GET", "/api/staff/session"),
        ("POST", "/api/staff/logout"),
        ("GET", "/api/manager/reports"),
        ("GET", "/manager/reports/march/index.html"),
    ],
)
async def test_a_stranger_gets_nothing(door: Door, bot: StandInBot, method: str, path: str) -> None:
    shopper = await door.open()
    turns = len(bot.turns)
    body = question() if path.endswith("messages") else None

    for headers in ({}, {"Authorization": "Bearer nonsense"}, {"Cookie": "askwell_staff=nonsense"}, shopper.headers):
        answer = await door.client.request(method, path, json=body, headers=headers)
        assert is_problem(answer, 401, "unauthorised")
    assert len(bot.turns) == turns


async def test_a_staff_token_opens_no_shoppers_chat(door: Door) -> None:
    headers = await bearer(door)

    assert is_problem(await door.client.get("/api/chat/history", headers=headers), 401, "session_missing")


async def test_a_staff_question_reaches_the_bot_with_role_and_number_and_gets_a_table(
    door: Door, bot: StandInBot
) -> None:
    headers = await bearer(door)
    asked = question(language="zh-Hant")

    answer = await door.client.post("/api/staff/messages", json=asked, headers=headers)

    assert answer.status_code == 200
    (table,) = answer.json()["messages"]
    assert table["kind"] == "table"
    assert set(table["data"]) == {"query", "restated", "columns", "rows", "total", "suppressed"}
    (turn,) = bot.turns
    assert (turn["role"], turn["staff_id"], turn["customer_id"], turn["language"]) == (
        "staff", ALICE.id, None, "zh-Hant",
    )  # fmt: skip
    again = await door.client.post("/api/staff/messages", json=asked, headers=headers)
    assert again.json() == answer.json()
    assert len(bot.turns) == 1


@pytest.mark.parametrize("forged", [{"role": "manager"}, {"staff_id": "bob"}, {"conversation_id": "another"}])
async def test_a_role_in_the_body_changes_nothing(door: Door, bot: StandInBot, forged: dict[str, str]) -> None:
    headers = await bearer(door)

    await door.client.post("/api/staff/messages", json=question(**forged), headers=headers)

    assert (bot.turns[0]["role"], bot.turns[0]["staff_id"]) == ("staff", ALICE.id)
    assert bot.turns[0]["conversation_id"] != "another"


async def test_a_shopper_cannot_take_the_role_of_staff(door: Door, bot: StandInBot) -> None:
    chat = await door.open()

    await chat.send({"text": "how many customers", "role": "staff", "staff_id": BOB.id, "customer_id": "mei"})

    assert (bot.turns[-1]["role"], bot.turns[-1]["staff_id"], bot.turns[-1]["customer_id"]) == ("shopper", None, None)


async def test_the_staff_history_shows_what_was_asked_and_answered(door: Door) -> None:
    headers = await bearer(door)
    await door.client.post("/api/staff/messages", json=question(), headers=headers)

    history = (await door.client.get("/api/staff/history", headers=headers)).json()

    assert [(message["from"], message["kind"]) for message in history["messages"]] == [
        ("staff", "text"),
        ("assistant", "table"),
    ]


async def test_staff_messages_are_limited_per_session(running: Running, config: Settings) -> None:
    tight = config.model_copy(update={"limit_messages_per_session": "1/minute"})
    async with running(tight) as door:
        headers = await bearer(door)
        answers = [await door.client.post("/api/staff/messages", json=question(), headers=headers) for _ in range(2)]

    assert is_problem(answers[1], 429, "too_many_messages")


async def test_a_session_says_who_is_signed_in_and_ends_by_the_clock(door: Door, clock: Clock) -> None:
    headers = await bearer(door)
    answer = await door.client.get("/api/staff/session", headers=headers)
    assert answer.json() == {"name": ALICE.name, "role": "agent", "expires_at": "2026-03-02T11:00:00+00:00"}

    clock.pass_(minutes=61)

    assert is_problem(await door.client.get("/api/staff/session", headers=headers), 401, "unauthorised")


async def test_after_the_sign_out_the_token_opens_nothing_any_more(door: Door, sqlite_store: Store) -> None:
    headers = await bearer(door)

    answer = await door.client.post("/api/staff/logout", headers=headers)

    assert answer.status_code == 204
    assert 'askwell_staff=""' in answer.headers["set-cookie"]
    assert is_problem(await door.client.get("/api/staff/session", headers=headers), 401, "unauthorised")
    assert audited(sqlite_store)[-1] == (ALICE.id, "sign_out", {})


async def test_the_cookie_opens_what_the_token_opens(door: Door) -> None:
    await door.sign_in(ALICE.name, PASSWORD)

    assert (await door.client.get("/api/staff/session")).status_code == 200
    assert (await door.client.post("/api/staff/messages", json=question())).status_code == 200
    assert (await door.client.post("/api/staff/logout")).status_code == 204
    assert (await door.client.get("/api/staff/session")).status_code == 401


@pytest.mark.parametrize(
    "told",
    [
        {"Origin": SHOP},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://gateway.test", "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_a_cookie_that_another_sites_page_made_travel_does_nothing(
    door: Door, bot: StandInBot, told: dict[str, str]
) -> None:
    await door.sign_in(ALICE.name, PASSWORD)

    for path in ("/api/staff/messages", "/api/staff/logout"):
        answer = await door.client.post(path, json=question(), headers=told)
        assert is_problem(answer, 403, "origin")

    assert bot.turns == []
    assert (await door.client.get("/api/staff/session")).status_code == 200


@pytest.mark.parametrize(
    "told",
    [{"Origin": "http://gateway.test"}, {"Origin": "https://shop.example", "Sec-Fetch-Site": "same-origin"}],
)
async def test_our_own_pages_may_use_the_cookie_behind_a_proxy_too(door: Door, told: dict[str, str]) -> None:
    await door.sign_in(ALICE.name, PASSWORD)

    answer = await door.client.post("/api/staff/messages", json=question(), headers=told)

    assert answer.status_code == 200


async def test_a_role_that_was_taken_away_ends_at_once(door: Door, sqlite_store: Store) -> None:
    headers = await bearer(door, BOB.name)
    assert (await door.client.get("/api/manager/reports", headers=headers)).status_code == 200
    with sqlite_store.transaction() as unit:
        bob = unit.staff.get(BOB.id)
        assert bob is not None
        unit.staff.save(type(bob)(**{**vars(bob), "role": "agent"}))

    assert is_problem(await door.client.get("/api/manager/reports", headers=headers), 403, "not_allowed")


async def test_a_password_never_stands_in_an_answer(door: Door) -> None:
    answers: list[httpx.Response] = [
        await door.sign_in(ALICE.name, PASSWORD),
        await door.client.post("/api/staff/login", json={"name": ALICE.name, "password": [PASSWORD]}),
    ]

    assert all(PASSWORD not in answer.text for answer in answers)
