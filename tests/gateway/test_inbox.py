"""The inbox: the same message again, other words under the same id, crashes, and one turn at a time."""

import asyncio
import threading
from uuid import uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.bot_client import BotMessage, BotReply
from gateway.inbox import Incoming, accept, finish, open_conversation
from gateway.problems import Problem
from profiles import Store
from profiles.records import Conversation, Refusal
from settings import Settings
from tests.cast import MEI, MONDAY, TUESDAY
from tests.gateway.conftest import Running
from tests.gateway.door import Chat, Door, is_problem
from tests.gateway.stand_in_bot import PAUSE_SECONDS, Pause, StandInBot

VISIT = Conversation(conversation_id="visit-1", role="shopper", language="en", started_at=MONDAY, expires_at=TUESDAY)
OPENING, FIRST, SECOND = (str(uuid4()) for _ in range(3))


def reply(text: str, language: str = "en", ended: bool = False) -> BotReply:
    messages = [BotMessage(kind="text", text=text)]
    return BotReply.model_validate({"messages": messages, "progress": None, "ended": ended, "language": language})


def hello(message_id: str = FIRST, text: str = "hello") -> Incoming:
    return Incoming(conversation_id=VISIT.conversation_id, message_id=message_id, text=text)


def test_a_message_is_accepted_once_and_keeps_its_first_reply(store: Store) -> None:
    open_conversation(store, VISIT, OPENING)

    assert accept(store, hello(), MONDAY).reply is None
    assert accept(store, hello(), MONDAY).reply is None, "accepted and unfinished: it is to be run again"
    first = finish(store, VISIT, FIRST, reply("first"), MONDAY)
    assert finish(store, VISIT, FIRST, reply("second"), TUESDAY) == first
    assert accept(store, hello(), TUESDAY).reply == first


def test_the_same_id_with_other_words_is_a_conflict(store: Store) -> None:
    open_conversation(store, VISIT, OPENING)
    accept(store, hello(), MONDAY)

    with pytest.raises(Problem, match="conflict"):
        accept(store, hello(text="good-bye"), MONDAY)


def test_a_reply_brings_its_language_and_its_end(store: Store) -> None:
    open_conversation(store, VISIT, OPENING)
    accept(store, hello(), MONDAY)

    finish(store, VISIT, FIRST, reply("bye", language="zh-Hant", ended=True), TUESDAY)

    with store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(VISIT.conversation_id)
    assert conversation is not None
    assert (conversation.language, conversation.ended_at) == ("zh-Hant", TUESDAY)


def test_after_a_refusal_messages_are_answered_and_their_words_not_kept(store: Store) -> None:
    open_conversation(store, VISIT, OPENING)
    accept(store, hello(), MONDAY)
    with store.transaction() as unit:
        unit.refusals.record(
            Refusal(conversation_id=VISIT.conversation_id, notice_version="1", language="en", at=MONDAY)
        )
        unit.conversations.forget_words(VISIT.conversation_id)
        unit.conversations.end(VISIT.conversation_id, MONDAY)
    farewell = finish(store, VISIT, FIRST, reply("bye", ended=True), MONDAY)

    assert accept(store, hello(), TUESDAY).reply == farewell
    taken = accept(store, hello(SECOND, "wait"), TUESDAY)
    assert (taken.text, taken.reply) == ("wait", None)
    kept = finish(store, VISIT, SECOND, reply("yes?"), TUESDAY)
    assert accept(store, hello(SECOND, "wait"), TUESDAY).reply == kept
    with store.transaction(writes=False) as unit:
        assert [turn.said for turn in unit.turns.history(VISIT.conversation_id)] == [None, None, None]


def test_after_a_new_consent_words_are_kept_again(store: Store) -> None:
    open_conversation(store, VISIT, OPENING)
    with store.transaction() as unit:
        unit.conversations.end(VISIT.conversation_id, MONDAY)
        unit.customers.ensure(MEI.id, source="import", known=True, at=MONDAY)
        unit.conversations.attach(VISIT.conversation_id, MEI.id)
    accept(store, hello(), TUESDAY)

    with store.transaction(writes=False) as unit:
        assert unit.turns.history(VISIT.conversation_id)[-1].said == "hello"


def test_a_message_whose_answer_was_forgotten_is_not_answered_anew(store: Store) -> None:
    open_conversation(store, VISIT, OPENING)
    accept(store, hello(), MONDAY)
    finish(store, VISIT, FIRST, reply("hello"), MONDAY)
    with store.transaction() as unit:
        unit.conversations.forget_words(VISIT.conversation_id)
        unit.conversations.end(VISIT.conversation_id, MONDAY)

    with pytest.raises(Problem, match="ended"):
        accept(store, hello(), TUESDAY)


def test_a_reply_to_a_conversation_that_was_erased_meanwhile_has_nowhere_to_go(store: Store) -> None:
    with pytest.raises(Problem, match="session_missing"):
        finish(store, VISIT, FIRST, reply("hello"), MONDAY)


async def test_the_same_message_again_gets_the_same_reply_and_reaches_the_bot_once(door: Door, bot: StandInBot) -> None:
    chat, message_id = await door.open(), str(uuid4())

    answers = [await chat.say("hello", message_id) for _ in range(3)]

    assert {answer.text for answer in answers} == {answers[0].text}
    assert [turn["message_id"] for turn in bot.turns].count(message_id) == 1
    assert len((await chat.history())["messages"]) == 4


async def test_the_case_of_a_message_id_does_not_matter(door: Door, bot: StandInBot) -> None:
    chat, message_id = await door.open(), str(uuid4())

    await chat.say("hello", message_id)
    await chat.say("hello", message_id.upper())

    assert len(bot.turns) == 2


async def test_the_same_id_with_another_text_or_choice_is_refused(door: Door, bot: StandInBot) -> None:
    chat, message_id = await door.open(), str(uuid4())
    await chat.say("hello", message_id)
    turns = len(bot.turns)

    assert is_problem(await chat.say("good-bye", message_id), 409, "conflict")
    assert is_problem(await chat.pick(chat.choice("Yes, go on"), message_id), 409, "conflict")
    assert len(bot.turns) == turns


async def test_the_same_id_in_two_conversations_is_two_messages(door: Door, bot: StandInBot) -> None:
    message_id = str(uuid4())
    chats = [await door.open(), await door.open()]

    for chat in chats:
        assert (await chat.say("hello", message_id)).status_code == 200

    assert [turn["conversation_id"] for turn in bot.turns[2:]] == [chat.conversation_id for chat in chats]


async def test_a_refused_conversation_shows_no_words_of_the_shopper(door: Door, bot: StandInBot) -> None:
    chat, message_id = await door.open(), str(uuid4())
    await chat.say("hello")

    farewell = (await chat.pick(chat.choice("No, thanks"), message_id)).json()

    assert farewell["ended"] is True
    history = await chat.history()
    assert [message["text"] for message in history["messages"]] == [farewell["messages"][0]["text"]]
    assert history["ended"] is True
    assert (await chat.pick(chat.choice("No, thanks"), message_id)).json() == farewell
    assert (await chat.say("wait")).status_code == 200
    assert bot.turns[-1]["text"] == "wait"
    assert {message["from"] for message in (await chat.history())["messages"]} == {"assistant"}


async def test_a_turn_that_a_crash_of_the_bot_swallowed_is_run_again(door: Door, bot: StandInBot) -> None:
    chat, message_id = await door.open(), str(uuid4())
    bot.answers = [None]

    answer = await chat.say("hello", message_id)

    assert answer.status_code == 200
    assert [turn["message_id"] for turn in bot.turns].count(message_id) == 2


async def test_a_turn_that_a_crash_of_the_gateway_swallowed_is_run_again_on_the_next_try(
    running: Running, config: Settings, bot: StandInBot
) -> None:
    message_id = str(uuid4())
    pause = Pause()
    async with running(config) as door:
        chat = await door.open()
        bot.before_answer = pause
        turn = asyncio.create_task(chat.say("hello", message_id))
        await asyncio.to_thread(pause.reached.wait, PAUSE_SECONDS)
        turn.cancel()
        with pytest.raises(asyncio.CancelledError):
            await turn
        pause.go_on.set()
    async with running(config) as door:
        again = await Chat(door.client, chat.session, chat.headers).say("hello", message_id)
        history = await Chat(door.client, chat.session, chat.headers).history()

    assert again.status_code == 200
    assert [message["text"] for message in history["messages"]] == [
        "May we keep your answers?",
        "hello",
        "You said: hello",
        "How did it go?",
    ]


async def test_while_the_bot_is_down_the_answer_is_503_and_the_message_stays_good(
    running: Running, config: Settings, bot: StandInBot
) -> None:
    async with running(config.model_copy(update={"bot_patience_seconds": 0.3})) as door:
        chat, message_id = await door.open(), str(uuid4())
        bot.kill()

        assert is_problem(await chat.say("hello", message_id), 503, "not_ready")

        bot.start()
        assert (await chat.say("hello", message_id)).status_code == 200


@pytest.mark.slow
async def test_a_bot_that_comes_back_within_the_patience_costs_the_shopper_nothing(door: Door, bot: StandInBot) -> None:
    chat = await door.open()
    bot.kill()
    threading.Timer(0.4, bot.start).start()

    assert (await chat.say("hello")).status_code == 200


@pytest.mark.parametrize("answer", [401, 400, 500, b"not json", b"[]", b'{"messages": [{"kind": "song"}]}'])
async def test_a_bot_that_answers_wrongly_is_not_asked_again(door: Door, bot: StandInBot, answer: int | bytes) -> None:
    chat = await door.open()
    bot.answers = [answer]

    assert is_problem(await chat.say("hello"), 503, "not_ready")

    assert bot.answers == []
    assert len(bot.turns) == 1


async def test_a_bot_that_cannot_finish_a_turn_is_asked_again(door: Door, bot: StandInBot) -> None:
    chat = await door.open()
    bot.answers = [503, 503]

    assert (await chat.say("hello")).status_code == 200


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["late", "dear", "/late"])), min_size=1, max_size=12))
async def test_whatever_is_sent_again_in_whatever_order_each_id_has_one_reply_and_one_turn(
    door: Door, bot: StandInBot, sent: list[tuple[int, str]]
) -> None:
    chat = await door.open()
    ids = [str(uuid4()) for _ in range(4)]
    before = len(bot.turns)
    first: dict[int, tuple[str, httpx.Response]] = {}

    for number, text in sent:
        answer = await chat.say(text, ids[number])
        words, reply_before = first.setdefault(number, (text, answer))
        assert answer.status_code == (200 if words == text else 409)
        assert words != text or answer.json() == reply_before.json()

    assert [turn["message_id"] for turn in bot.turns[before:]] == [ids[number] for number in first]
    shoppers = [message for message in (await chat.history())["messages"] if message["from"] == "shopper"]
    assert [(message["id"], message["text"]) for message in shoppers] == [
        (ids[number], words) for number, (words, _) in first.items()
    ]
