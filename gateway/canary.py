"""A sign of life of the whole path: the bot and the action server behind it."""

import asyncio
import time
from uuid import uuid4

from gateway.bot_client import BotClient, BotTurn, BotUnavailable

FRESH_SECONDS = 3.0


class Canary:
    """Asks the bot for a sign of life, at most every few seconds however often it is asked itself."""

    def __init__(self) -> None:
        self._asked_at = float("-inf")
        self._answered = False
        self._lock = asyncio.Lock()

    async def sings(self, bot: BotClient) -> bool:
        """Whether the bot and everything behind it answered within the last seconds."""
        async with self._lock:
            if time.monotonic() - self._asked_at > FRESH_SECONDS:
                self._answered = await _answered(bot)
                self._asked_at = time.monotonic()
            return self._answered


async def _answered(bot: BotClient) -> bool:
    turn = BotTurn(
        conversation_id=f"canary-{uuid4()}",
        message_id=str(uuid4()),
        kind="message",
        role="canary",
        language="en",
        text="",
    )
    try:
        await bot.canary(turn)
    except BotUnavailable:
        return False
    return True
