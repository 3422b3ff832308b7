"""Staff answer shoppers who wait for a person, and the shopper sees it (Q3)."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from profiles import Store
from profiles.records import Complaint, Consent, HandOver
from tests.cast import ALICE, MEI, MONDAY
from tests.gateway.conftest import PASSWORD
from tests.gateway.door import Chat, Door, is_problem

pytestmark = pytest.mark.usefixtures("staff")
INBOX = "/api/staff/inbox"


async def alice(door: Door) -> dict[str, str]:
    """The headers of Alice, who has signed in."""
    answer = await door.sign_in(ALICE.name, PASSWORD)
    door.client.cookies.clear()
    return {"Authorization": f"Bearer {answer.json()['session_token']}"}


def wait(store: Store, chat: Chat) -> None:
    """Mei waits for a person, and has complained an hour before."""
    with store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="chat", known=False, at=MONDAY)
        consent = Consent(
            customer_id=MEI.id, purpose="survey", granted=True, notice_version="1", language="en", at=MONDAY
        )
        unit.consents.record(consent)
        unit.conversations.attach(chat.conversation_id, MEI.id)
        unit.hand_overs.open(
            HandOver(
                hand_over_id="h1",
                conversation_id=chat.conversation_id,
                customer_id=MEI.id,
                kind="chat",
                language="en",
                summary="Shops for: Myself",
                asked_at=MONDAY,
                answer_by=MONDAY + timedelta(minutes=15),
            )
        )
        unit.complaints.open(
            Complaint(
                complaint_id="c1",
                conversation_id=chat.conversation_id,
                message_id="m1",
                customer_id=MEI.id,
                language="en",
                words="the driver was rude",
                received_at=MONDAY - timedelta(hours=1),
                answer_by=MONDAY + timedelta(hours=8),
            )
        )


async def waiting(door: Door, headers: dict[str, str]) -> list[dict[str, Any]]:
    answer = await door.client.get(INBOX, headers=headers)
    assert answer.status_code == httpx.codes.OK, answer.text
    people: list[dict[str, Any]] = answer.json()["waiting"]
    return people


async def test_the_inbox_shows_who_waits_with_the_summary_and_the_most_urgent_first(
    door: Door, sqlite_store: Store
) -> None:
    chat = await door.open()
    await chat.say("hello")
    wait(sqlite_store, chat)

    people = await waiting(door, await alice(door))

    assert [(each["id"], each["kind"], each["text"]) for each in people] == [
        ("h1", "chat", "Shops for: Myself"),
        ("c1", "complaint", "the driver was rude"),
    ]
    assert "hello" in [message["text"] for message in people[0]["messages"]]


async def test_the_shopper_sees_what_staff_write_once_however_often_it_is_sent(door: Door, sqlite_store: Store) -> None:
    chat = await door.open()
    wait(sqlite_store, chat)
    headers, body = await alice(door), {"message_id": str(uuid4()), "text": "Hello, this is Alice. Call 9123 4567."}

    for _ in range(2):
        answer = await door.client.post(f"{INBOX}/h1/messages", json=body, headers=headers)
        assert answer.status_code == httpx.codes.NO_CONTENT, answer.text

    last = (await chat.history())["messages"][-1]
    assert (last["from"], last["text"]) == ("staff", "Hello, this is Alice. Call [phone].")
    assert len([each for each in (await chat.history())["messages"] if each["from"] == "staff"]) == 1
    assert {each["answered_at"] for each in await waiting(door, headers)} == {MONDAY.isoformat()}
    with sqlite_store.transaction(writes=False) as unit:
        hand_over = unit.hand_overs.get("h1")
    assert hand_over is not None and hand_over.taken_by == ALICE.id


async def test_closing_tells_the_shopper_and_is_kept_with_its_time(door: Door, sqlite_store: Store) -> None:
    chat = await door.open()
    wait(sqlite_store, chat)
    headers = await alice(door)
    await door.client.post(
        f"{INBOX}/h1/messages", json={"message_id": str(uuid4()), "text": "It is solved."}, headers=headers
    )

    for id in ("h1", "c1", "c1"):
        answer = await door.client.post(f"{INBOX}/{id}/close", json={"outcome": "apologised"}, headers=headers)
        assert answer.status_code == httpx.codes.NO_CONTENT

    assert "has left the chat" in (await chat.history())["messages"][-1]["text"]
    assert await waiting(door, headers) == []
    with sqlite_store.transaction(writes=False) as unit:
        complaint = unit.complaints.get("c1")
    assert complaint is not None
    assert (complaint.closed_at, complaint.closed_by, complaint.outcome) == (MONDAY, ALICE.id, "apologised")


async def test_nobody_but_staff_reads_or_answers(door: Door, sqlite_store: Store) -> None:
    chat = await door.open()
    wait(sqlite_store, chat)
    body = {"message_id": str(uuid4()), "text": "hello"}

    for headers in ({}, chat.headers):
        assert is_problem(await door.client.get(INBOX, headers=headers), 401, "unauthorised")
        answer = await door.client.post(f"{INBOX}/h1/messages", json=body, headers=headers)
        assert is_problem(answer, 401, "unauthorised")
        answer = await door.client.post(f"{INBOX}/h1/close", json={"outcome": ""}, headers=headers)
        assert is_problem(answer, 401, "unauthorised")


async def test_somebody_who_was_forgotten_waits_no_more(door: Door, sqlite_store: Store) -> None:
    chat = await door.open()
    wait(sqlite_store, chat)
    headers = await alice(door)
    with sqlite_store.transaction() as unit:
        unit.customers.erase(MEI.id)

    assert await waiting(door, headers) == []
    body = {"message_id": str(uuid4()), "text": "hello"}
    assert is_problem(await door.client.post(f"{INBOX}/h1/messages", json=body, headers=headers), 404, "not_found")


async def test_an_empty_answer_is_refused(door: Door, sqlite_store: Store) -> None:
    chat = await door.open()
    wait(sqlite_store, chat)
    body = {"message_id": str(uuid4()), "text": "  "}

    answer = await door.client.post(f"{INBOX}/h1/messages", json=body, headers=await alice(door))

    assert is_problem(answer, 400, "empty")
