"""POST /api/chat/messages: the contract line by line."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from profiles import Store
from tests.gateway.door import Door, is_problem
from tests.gateway.stand_in_bot import StandInBot

CARD = "4111 1111 1111 1111"


async def test_a_message_is_answered_in_the_contracts_shape(door: Door) -> None:
    chat = await door.open()

    answer = await chat.say("hello")

    assert answer.status_code == 200
    reply = answer.json()
    assert set(reply) == {"messages", "progress", "ended", "put_off", "language"}
    said, score = reply["messages"]
    assert said == {
        "id": said["id"],
        "kind": "text",
        "text": "You said: hello",
        "language": "en",
        "choices": [],
    }
    assert score["data"] == {"kind": "scale", "low": 0, "high": 10}
    assert reply["progress"] == {"answered": 2, "total": 20}
    assert reply["ended"] is False


async def test_the_bot_gets_the_turn_as_promised(door: Door, bot: StandInBot) -> None:
    chat = await door.open(locale="zh-HK")
    message_id = str(uuid4())

    await chat.say("你好", message_id)

    assert bot.turns[-1] == {
        "conversation_id": chat.conversation_id,
        "message_id": message_id,
        "kind": "message",
        "role": "shopper",
        "language": "zh-Hant",
        "text": "你好",
        "choice": None,
        "staff_id": None,
        "customer_id": None,
    }


async def test_a_choice_reaches_the_bot_as_what_it_stands_for(door: Door, bot: StandInBot) -> None:
    chat = await door.open()

    answer = await chat.pick(chat.choice("Yes, go on"))

    assert answer.status_code == 200
    assert bot.turns[-1]["choice"] == {"slot": "consent", "value": "yes"}
    assert bot.turns[-1]["text"] == "Yes, go on"


async def test_a_choices_id_tells_nothing_of_slot_and_value(door: Door) -> None:
    chat = await door.open()

    assert "consent" not in chat.choice("Yes, go on")
    assert "yes" not in chat.choice("Yes, go on").lower()


async def test_a_choice_of_another_conversation_is_refused(door: Door, bot: StandInBot) -> None:
    ours, theirs = await door.open(), await door.open()
    turns = len(bot.turns)

    answer = await ours.pick(theirs.choice("Yes, go on"))

    assert is_problem(answer, 400, "bad_choice")
    assert len(bot.turns) == turns


async def test_a_choice_of_another_conversation_is_refused_though_its_message_has_the_same_id(door: Door) -> None:
    ours, theirs = await door.open(), await door.open()
    shared = str(uuid4())
    for chat in (ours, theirs):
        await chat.say("hello", shared)

    foreign = theirs.choice("Yes, go on")

    assert is_problem(await ours.pick(foreign), 400, "bad_choice")


@pytest.mark.parametrize("choice_id", ["consent=yes", "choice:consent=yes", "a.b.c", "a.0.b", "é", "x" * 200])
async def test_a_made_up_choice_is_refused(door: Door, choice_id: str) -> None:
    chat = await door.open()

    assert is_problem(await chat.pick(choice_id), 400, "bad_choice")


@pytest.mark.parametrize("body", [{}, {"text": "hello", "choice_id": "x"}, {"text": None, "choice_id": None}])
async def test_a_message_is_either_text_or_a_choice(door: Door, body: dict[str, str]) -> None:
    chat = await door.open()

    assert is_problem(await chat.send(body), 400, "text_or_choice")


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00", "\u200b\u200b", "\u3000"])
async def test_a_message_of_nothing_but_blanks_is_refused(door: Door, text: str) -> None:
    chat = await door.open()

    assert is_problem(await chat.say(text), 400, "empty")


async def test_a_message_may_have_two_thousand_characters(door: Door, bot: StandInBot) -> None:
    chat = await door.open()

    assert (await chat.say("禮" * 2000)).status_code == 200
    assert len(bot.turns[-1]["text"]) == 2000


async def test_a_message_that_masking_makes_longer_still_reaches_the_bot(door: Door, bot: StandInBot) -> None:
    chat = await door.open()

    assert (await chat.say("a@b.hk " * 285)).status_code == 200
    assert "[email]" in bot.turns[-1]["text"]
    assert len(bot.turns[-1]["text"]) <= 2000


async def test_a_message_of_more_is_refused_with_its_length_and_the_limit(door: Door) -> None:
    chat = await door.open()

    answer = await chat.say("a" * 2001)

    assert is_problem(answer, 400, "too_long")
    assert "2001" in answer.json()["detail"]
    assert "2000" in answer.json()["detail"]


async def test_control_characters_are_taken_out(door: Door, bot: StandInBot) -> None:
    chat = await door.open()

    await chat.say("late\x00 \x1b[31magain\u202e\r\nand 👨‍👩‍👧\ttoo")

    assert bot.turns[-1]["text"] == "late [31magain\nand 👨‍👩‍👧\ttoo"


@pytest.mark.parametrize(
    "text", ["/affirm", '/inform{"role": "manager"}', "  /restart", "\x00/restart", "//x", "\ufeff/x"]
)
async def test_text_that_begins_like_a_command_is_plain_text(door: Door, bot: StandInBot, text: str) -> None:
    chat = await door.open()

    assert (await chat.say(text)).status_code == 200

    assert not bot.turns[-1]["text"].lstrip().startswith("/")
    assert bot.turns[-1]["choice"] is None
    assert (await chat.history())["messages"][1]["text"].startswith("/")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (b'{"text": "hello"}', "message_id"),
        (b'{"message_id": "seven", "text": "hello"}', "message_id"),
        (b'{"message_id": "5b0c6f0e-5b7c-4f0e-8a52-6f7d6b1c9a11", "text": 7}', "text"),
        (b'{"message_id": "5b0c6f0e-5b7c-4f0e-8a52-6f7d6b1c9a11", "choice_id": ""}', "choice_id"),
        (b'{"message_id": "5b0c6f0e-5b7c-4f0e-8a52-6f7d6b1c9a11", "text": "\\ud800"}', "text"),
        (b"not json", "JSON"),
        (b"[]", "JSON"),
        (b"", "JSON"),
        (b"\xff\xfe", "JSON"),
    ],
)
async def test_a_body_of_another_shape_is_refused_by_the_name_of_its_field(door: Door, body: bytes, named: str) -> None:
    chat = await door.open()
    headers = chat.headers | {"Content-Type": "application/json"}

    answer = await door.client.post("/api/chat/messages", content=body, headers=headers)

    assert is_problem(answer, 400, "bad_shape")
    assert named in answer.json()["detail"]


async def test_a_body_that_is_not_declared_as_json_is_refused(door: Door) -> None:
    chat = await door.open()
    body = b'{"message_id": "5b0c6f0e-5b7c-4f0e-8a52-6f7d6b1c9a11", "text": "hello"}'

    answer = await door.client.post(
        "/api/chat/messages", content=body, headers=chat.headers | {"Content-Type": "text/plain"}
    )

    assert is_problem(answer, 400, "bad_shape")


async def test_a_refusal_never_repeats_what_was_sent(door: Door) -> None:
    chat = await door.open()

    answer = await chat.send({"text": ["my card is " + CARD]})

    assert CARD not in answer.text


@pytest.mark.parametrize("declared", [True, False])
async def test_a_body_that_is_too_large_is_refused_before_it_is_read(
    door: Door, bot: StandInBot, declared: bool
) -> None:
    chat = await door.open()
    turns = len(bot.turns)

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1000

    answer = await door.client.post(
        "/api/chat/messages", content=b" " * 100_000 if declared else pieces(), headers=chat.headers
    )

    assert is_problem(answer, 413, "too_large")
    assert len(bot.turns) == turns


async def test_a_card_number_reaches_neither_the_bot_nor_the_database(
    door: Door, bot: StandInBot, sqlite_store: Store
) -> None:
    chat = await door.open()

    await chat.say(f"my card {CARD} and my id card A123456(3)")

    assert "1111" not in bot.turns[-1]["text"]
    assert "A123456" not in bot.turns[-1]["text"]
    with sqlite_store.transaction(writes=False) as unit:
        (_, turn) = unit.turns.history(chat.conversation_id)
    assert turn.said == "my card [card] and my id card [hkid]"


async def test_the_language_of_a_conversation_changes_with_the_bots_reply(door: Door, bot: StandInBot) -> None:
    chat = await door.open(locale="en")

    assert (await chat.say("講中文")).json()["language"] == "zh-Hant"

    await chat.say("好")
    assert bot.turns[-1]["language"] == "zh-Hant"
    assert (await chat.history())["language"] == "zh-Hant"


async def test_a_refusal_is_in_the_language_of_the_conversation(door: Door) -> None:
    chat = await door.open(locale="en")
    english = (await chat.say(" ")).json()
    await chat.say("講中文")
    chinese = await chat.say(" ")

    assert english["detail"].isascii()
    assert "空白" in chinese.json()["detail"]
    assert chinese.headers["content-language"] == "zh-Hant"
    broken = await door.client.post("/api/chat/messages", content=b"{", headers=chat.headers)
    assert "讀唔到" in broken.json()["detail"]


async def test_before_a_session_a_refusal_is_in_the_browsers_language(door: Door) -> None:
    answer = await door.client.get("/api/chat/history", headers={"Accept-Language": "zh-HK"})

    assert "對話" in answer.json()["detail"]


async def test_an_address_where_nothing_is_and_a_wrong_method_are_problems_too(door: Door) -> None:
    assert is_problem(await door.client.get("/api/chat/nothing"), 404, "not_found")
    answer = await door.client.get("/api/chat/messages")
    assert is_problem(answer, 405, "method")
    assert answer.headers["allow"] == "POST"
