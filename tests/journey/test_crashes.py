"""Processes that die in the middle of a turn: the answer is stored once and the reply arrives."""

import os
import signal
import time
from itertools import cycle
from threading import Timer
from uuid import uuid4

import httpx
import pytest

from tests.system import Chat, System, running_system

pytestmark = pytest.mark.slow
TURNS = int(os.environ.get("ASKWELL_CRASH_TURNS", "6"))
"""Two turns for each process by default, since every kill costs a start; ASKWELL_CRASH_TURNS=50 is the long run."""
PATIENCE_SECONDS = 90.0


def test_killing_any_process_in_the_middle_of_a_turn_loses_and_doubles_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with running_system(tmp_path_factory.mktemp("crashes")) as system:
        chat = system.chat()
        chat.pick("Yes, go ahead")
        answers = cycle(("for my family", "go back"))
        sent = []
        for number, (victim, text) in enumerate(zip(cycle(system.services), answers, strict=False)):
            if number == TURNS:
                break
            message_id = str(uuid4())
            sent.append((message_id, text))
            reply = say_while_dying(system, chat, victim, message_id, text, delay=0.002 * (number % 10))
            assert reply["messages"], f"turn {number} ({victim} killed) came back empty"
            assert repeat(chat, message_id, text) == reply
        check_each_answer_is_stored_once(system, chat, [id for id, text in sent if text == "for my family"])


def say_while_dying(
    system: System, chat: Chat, victim: str, message_id: str, text: str, delay: float
) -> dict[str, object]:
    """Sends a message, kills `victim` so many seconds later, and sends the same message until its reply is there."""
    process = system.services[victim].process
    assert process is not None
    killer = Timer(delay, os.kill, (process.pid, signal.SIGKILL))
    killer.start()
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            answer = chat.post({"message_id": message_id, "text": text})
        except httpx.HTTPError:
            time.sleep(0.1)
            continue
        if answer.status_code == httpx.codes.OK:
            killer.join()
            wait_for_successor(system, victim, process.pid)
            reply: dict[str, object] = answer.json()
            return reply
        assert answer.status_code in (httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.CONFLICT), answer.text
        time.sleep(0.2)
    raise AssertionError(f"No reply within {PATIENCE_SECONDS} s after {victim} was killed.")


def wait_for_successor(system: System, victim: str, killed: int) -> None:
    """Waits until the supervisor has put another process in the place of the one that was killed."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        process = system.services[victim].process
        if process is not None and process.pid != killed:
            return
        time.sleep(0.05)
    raise AssertionError(f"{victim} was not started again.")


def repeat(chat: Chat, message_id: str, text: str) -> dict[str, object]:
    """The reply to the same message once more, from whichever gateway is there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            answer = chat.post({"message_id": message_id, "text": text})
        except httpx.HTTPError:
            time.sleep(0.1)
            continue
        assert answer.status_code == httpx.codes.OK, answer.text
        reply: dict[str, object] = answer.json()
        return reply
    raise AssertionError("The gateway did not come back.")


def check_each_answer_is_stored_once(system: System, chat: Chat, message_ids: list[str]) -> None:
    """Checks that each message left one answer, in the order they were sent."""
    with system.store() as store, store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(chat.conversation_id)
        assert conversation is not None
        assert conversation.customer_id is not None
        stored = [answer.message_id for answer in unit.answers.history(conversation.customer_id, "for_whom")]
    assert stored == message_ids
