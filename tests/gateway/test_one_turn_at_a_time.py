"""One turn at a time in each conversation, and many conversations at once."""

import asyncio
import threading
from uuid import uuid4

from settings import Settings
from tests.gateway.conftest import Running
from tests.gateway.door import Door, is_problem
from tests.gateway.stand_in_bot import PAUSE_SECONDS, Pause, StandInBot


async def test_turns_of_one_conversation_run_one_after_the_other(door: Door, bot: StandInBot) -> None:
    chat = await door.open()
    running, most = 0, 0
    lock = threading.Lock()

    def watch() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        threading.Event().wait(0.02)
        with lock:
            running -= 1

    bot.before_answer = watch
    answers = await asyncio.gather(*(chat.say(f"message {number}") for number in range(8)))

    assert [answer.status_code for answer in answers] == [200] * 8
    assert most == 1


async def test_turns_of_different_conversations_run_at_the_same_time(door: Door, bot: StandInBot) -> None:
    chats = [await door.open() for _ in range(3)]
    together = threading.Barrier(3, timeout=PAUSE_SECONDS)

    def meet() -> None:
        together.wait()

    bot.before_answer = meet

    answers = await asyncio.gather(*(chat.say("hello") for chat in chats))
    assert [answer.status_code for answer in answers] == [200] * 3


async def test_a_message_that_waited_too_long_for_the_one_before_may_come_again(
    running: Running, config: Settings, bot: StandInBot
) -> None:
    async with running(config.model_copy(update={"turn_wait_seconds": 0.1})) as door:
        chat = await door.open()
        pause = Pause()
        bot.before_answer = pause
        first = asyncio.create_task(chat.say("first"))
        await asyncio.to_thread(pause.reached.wait, PAUSE_SECONDS)

        second = await chat.say("second")

        assert is_problem(second, 429, "busy")
        pause.go_on.set()
        assert (await first).status_code == 200
        assert (await chat.say("second")).status_code == 200


async def test_the_same_message_twice_at_once_is_one_turn(door: Door, bot: StandInBot) -> None:
    chat, message_id = await door.open(), str(uuid4())
    bot.seconds = 0.05

    answers = await asyncio.gather(*(chat.say("hello", message_id) for _ in range(4)))

    assert {answer.text for answer in answers} == {answers[0].text}
    assert len(bot.turns) == 2
