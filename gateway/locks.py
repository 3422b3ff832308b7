"""One turn at a time in each conversation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gateway.problems import Problem

RETRY_SECONDS = 1


class ConversationLocks:
    """A lock for each conversation that is being answered, and for no other."""

    def __init__(self, patience: float) -> None:
        """Takes the seconds for which a message waits for the one before it."""
        self._patience = patience
        self._locks: dict[str, asyncio.Lock] = {}
        self._waiting: dict[str, int] = {}

    @asynccontextmanager
    async def hold(self, conversation_id: str) -> AsyncIterator[None]:
        """Keeps other turns of this conversation out.

        Raises:
            Problem: `busy`, when the turn before takes longer than the patience.
        """
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        self._waiting[conversation_id] = self._waiting.get(conversation_id, 0) + 1
        try:
            await self._acquire(lock)
            try:
                yield
            finally:
                lock.release()
        finally:
            self._leave(conversation_id)

    async def _acquire(self, lock: asyncio.Lock) -> None:
        try:
            async with asyncio.timeout(self._patience):
                await lock.acquire()
        except TimeoutError as error:
            raise Problem("busy", retry_after=RETRY_SECONDS) from error

    def _leave(self, conversation_id: str) -> None:
        self._waiting[conversation_id] -= 1
        if not self._waiting[conversation_id]:
            del self._waiting[conversation_id], self._locks[conversation_id]
