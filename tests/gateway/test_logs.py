"""Logs: a line for each request, with ids, and never a word of anybody's (P5)."""

import json
import logging
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from gateway import inbox, logs, turns
from profiles.errors import DatabaseBusy
from tests.cast import ALICE
from tests.gateway.conftest import PASSWORD
from tests.gateway.door import Door, is_problem
from tests.gateway.stand_in_bot import StandInBot

pytestmark = pytest.mark.usefixtures("logging_as_before")

WORDS = "my parcel for Mrs Chan never came"


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


async def test_each_request_is_a_line_that_its_id_finds(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("debug")
    chat = await door.open()
    capsys.readouterr()

    answer = await chat.say("hello")

    (line,) = lines(capsys)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert (line["event"], line["route"], line["status"]) == ("request", "/api/chat/messages", 200)
    assert isinstance(line["milliseconds"], float)
    assert datetime.fromisoformat(str(line["timestamp"])).tzinfo == UTC


@pytest.mark.slow
async def test_nothing_that_anybody_says_or_is_stands_in_the_logs(
    door: Door, bot: StandInBot, staff: None, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("debug")
    chat = await door.open(page="https://shop.example/?email=mei@shop.example")
    await chat.say(WORDS)
    await chat.say(WORDS + "x" * 2001)
    await chat.send({"text": [WORDS]})
    bot.answers = [None, 503, json.dumps({"messages": WORDS}).encode()]
    await chat.say(WORDS)
    await door.client.get(f"/shop/{WORDS}?q={WORDS}")
    await door.sign_in(ALICE.name, PASSWORD)
    await door.sign_in(WORDS, WORDS)

    written = "".join(capsys.readouterr())
    for secret in ("parcel", "Chan", "mei@", PASSWORD, chat.session["session_token"]):
        assert secret not in written


async def test_an_error_that_nobody_expected_is_a_500_with_a_reference_and_no_words(
    door: Door, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("debug")
    chat = await door.open()

    def broken(*_: object) -> inbox.Accepted:
        raise RuntimeError(f"could not read: {WORDS}")

    monkeypatch.setattr(turns, "accept", broken)
    answer = await chat.say(WORDS)

    assert is_problem(answer, 500, "internal")
    assert answer.headers["x-request-id"] in answer.json()["detail"]
    assert answer.headers["content-security-policy"]
    written = capsys.readouterr().err
    assert "parcel" not in written
    broke = next(json.loads(line) for line in written.splitlines() if "request_broke" in line)
    assert broke["error"] == "RuntimeError"
    assert "test_logs.py:" in str(broke["place"])


async def test_a_database_that_is_busy_is_a_503_and_not_an_error(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = await door.open()

    def busy(*_: object) -> inbox.Accepted:
        raise DatabaseBusy("Another process kept the database.")

    monkeypatch.setattr(turns, "accept", busy)

    assert is_problem(await chat.say("hello", str(uuid4())), 503, "not_ready")


def test_a_librarys_trace_stays_out_of_the_logs(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("debug")
    try:
        raise ValueError(WORDS)
    except ValueError:
        logging.getLogger("some.library").exception("It broke.")

    (line,) = lines(capsys)
    assert line == {"level": "error", "event": "It broke.", "logger": "some.library"}
