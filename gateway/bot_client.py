"""The way to the bot: one turn at a time over a kept connection, tried again while a supervisor restarts the bot."""

import asyncio
import ssl
import time
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Literal

import httpx
import structlog
from pydantic import BaseModel, ValidationError

from catalogue import Language
from gateway.shapes import Kind, Progress

log = structlog.get_logger()

TURN_SECONDS = 30.0
"""A turn that takes longer is given up; the same message may be sent again."""
CONNECT_SECONDS = 2.0
IDLE_SECONDS = 4.0
"""The bot's server closes a connection after five idle seconds; ours is dropped before that."""
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 1.0
CANARY_SECONDS = 1.0


class BotUnavailable(Exception):
    """The bot did not answer in time, or not as it should."""


@dataclass(frozen=True, kw_only=True)
class BotTurn:
    """One message on its way to the bot.

    Args:
        text: the words, personal numbers masked and no command in it; or the label of the choice.
        choice: slot and value of what was picked, if something was.
    """

    conversation_id: str
    message_id: str
    kind: Literal["open", "message"]
    role: Literal["shopper", "staff", "canary"]
    language: Language
    text: str
    choice: dict[str, str] | None = None
    staff_id: str | None = None
    customer_id: str | None = None


class BotChoice(BaseModel):
    """A quick reply as the bot names it."""

    slot: str
    value: str
    label: str


class BotMessage(BaseModel):
    """A message as the bot writes it."""

    kind: Kind
    text: str
    choices: list[BotChoice] = []
    data: dict[str, Any] | None = None


class BotReply(BaseModel):
    """What the bot answers to one turn."""

    messages: list[BotMessage]
    progress: Progress | None
    ended: bool
    put_off: bool = False
    language: Language


@cache
def _trusted_certificates() -> ssl.SSLContext:
    """What httpx would trust by itself, read once: each reading takes 60 ms, also for a bot without https."""
    return httpx.create_ssl_context(trust_env=False)


class BotClient:
    """Sends turns to the bot."""

    def __init__(self, url: str, secret: str, patience: float) -> None:
        """Connects to nothing yet.

        Args:
            url: the bot's address, such as http://127.0.0.1:5005.
            secret: what the bot's channel asks for.
            patience: seconds for which a bot that is not there is tried again.
        """
        self._patience = patience
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"X-Askwell-Secret": secret},
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=IDLE_SECONDS),
            trust_env=False,
            verify=_trusted_certificates(),
        )

    async def turn(self, turn: BotTurn) -> BotReply:
        """The bot's reply; the same turn again is safe, since everything behind it is idempotent.

        Raises:
            BotUnavailable: it did not answer within the patience, or not as it should.
        """
        give_up_at = time.monotonic() + self._patience
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._send(turn, TURN_SECONDS)
            except _TryAgain as error:
                if time.monotonic() + pause > give_up_at:
                    raise BotUnavailable(str(error)) from error
            log.info("bot_tried_again", message_id=turn.message_id, pause=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def canary(self, turn: BotTurn) -> None:
        """Asks for a sign of life, once.

        Raises:
            BotUnavailable: none came within a second.
        """
        try:
            await self._send(turn, CANARY_SECONDS)
        except _TryAgain as error:
            raise BotUnavailable(str(error)) from error

    async def close(self) -> None:
        """Lets go of the connections."""
        await self._client.aclose()

    async def _send(self, turn: BotTurn, seconds: float) -> BotReply:
        try:
            async with asyncio.timeout(seconds):
                answer = await self._client.post("/webhooks/askwell/turn", json=asdict(turn))
        except TimeoutError as error:
            raise BotUnavailable(f"The bot gave no answer within {seconds:g} seconds.") from error
        except httpx.TransportError as error:
            raise _TryAgain(f"The bot cannot be reached: {type(error).__name__}.") from error
        return _reply_in(answer)


class _TryAgain(Exception):
    """The bot is not there at the moment; a second later it may be."""


def _reply_in(answer: httpx.Response) -> BotReply:
    if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
        raise _TryAgain("The bot could not finish the turn.")
    if answer.status_code != httpx.codes.OK:
        raise BotUnavailable(f"The bot answered with status {answer.status_code}; compare ASKWELL_BOT_SECRET.")
    try:
        return BotReply.model_validate_json(answer.content)
    except ValidationError as error:
        places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
        # The original error quotes the reply, and so what was said: it must not reach a log.
        raise BotUnavailable(f"The bot's reply has the wrong shape at {', '.join(places)}.") from None
