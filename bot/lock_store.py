"""One turn at a time for each conversation, in the order of arrival."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock_store import LockStore


class ConversationLocks(LockStore):
    """Keeps a waiting line for each conversation that has a turn under way.

    Rasa's own locks look every second whether it is their turn, and an expired ticket can let two turns in at once.
    One process serves all conversations, so a lock of asyncio does it, without waiting and without expiry.
    """

    def __init__(self, endpoint_config: Any = None) -> None:
        """Makes an empty store; `endpoint_config` is what Rasa hands over from endpoints.yml and is not needed."""
        super().__init__()
        self._locks: dict[str, asyncio.Lock] = {}
        self._interested: dict[str, int] = {}

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = 0, wait_time_in_seconds: float = 0
    ) -> AsyncIterator[asyncio.Lock]:
        """Waits until earlier turns of the conversation are over and holds the next back until this one is.

        Args:
            conversation_id: the conversation to hold.
            lock_lifetime: Rasa's argument; these locks end with their turn and never expire.
            wait_time_in_seconds: Rasa's argument; these locks do not poll.
        """
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        self._interested[conversation_id] = self._interested.get(conversation_id, 0) + 1
        try:
            async with lock:
                yield lock
        finally:
            self._leave(conversation_id)

    def _leave(self, conversation_id: str) -> None:
        self._interested[conversation_id] -= 1
        if not self._interested[conversation_id]:
            del self._interested[conversation_id], self._locks[conversation_id]
