"""One turn at a time for each conversation."""

import asyncio

from bot.lock_store import ConversationLocks
from tests.cast import DANIEL, MEI


async def take_turns(locks: ConversationLocks, id: str, name: str, seen: list[str]) -> None:
    async with locks.lock(id):
        seen.append(f"{name} begins")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        seen.append(f"{name} ends")


async def test_turns_of_a_conversation_do_not_overlap_and_keep_their_order() -> None:
    locks, seen = ConversationLocks(), []  # type: ignore[var-annotated]

    await asyncio.gather(*(take_turns(locks, MEI.id, name, seen) for name in ("first", "second", "third")))

    assert seen == [f"{name} {what}" for name in ("first", "second", "third") for what in ("begins", "ends")]


async def test_conversations_do_not_wait_for_each_other() -> None:
    locks, seen = ConversationLocks(), []  # type: ignore[var-annotated]

    await asyncio.gather(take_turns(locks, MEI.id, "mei", seen), take_turns(locks, DANIEL.id, "daniel", seen))

    assert seen[:2] == ["mei begins", "daniel begins"]


async def test_a_turn_that_fails_lets_the_next_one_in_and_leaves_nothing_behind() -> None:
    locks = ConversationLocks()
    try:
        async with locks.lock(MEI.id):
            raise ValueError("the turn failed")
    except ValueError:
        pass

    async with locks.lock(MEI.id):
        assert len(locks._locks) == 1
    assert not locks._locks
