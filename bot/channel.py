"""The only way into the Rasa server: the channel through which the gateway hands over turns."""

import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.errors import MalformedTurn, NoSecret, TurnError
from bot.reply import ReplyCollector
from bot.turn import Turn, read_turn

SECRET_HEADER = "X-Askwell-Secret"  # noqa: S105 - the header's name, not a secret

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]


class AskwellChannel(InputChannel):
    """Takes turns from whoever knows the secret and answers each with messages or a typed error.

    Rasa's own REST channel trusts the sender, takes `/intent` for a command and answers every error with an empty list.
    """

    def __init__(self, secret: str) -> None:
        """Makes the channel; `secret` is what the gateway sends in the header `X-Askwell-Secret`."""
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """The name of the channel, which is part of its address."""
        return "askwell"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "AskwellChannel":
        """Makes the channel from what stands under its name in credentials.yml.

        Raises:
            ValueError: there is no secret.
        """
        secret = (credentials or {}).get("secret")
        if not secret:
            raise ValueError("credentials.yml gives the channel no secret; set ASKWELL_BOT_SECRET.")
        return cls(secret)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The routes of the channel.

        Args:
            on_new_message: handles a message and says the answer into its output channel.
        """
        routes = Blueprint("askwell_channel")

        @routes.get("/ready")
        async def ready(request: Request) -> HTTPResponse:
            return response.json({"model": request.app.ctx.agent.processor.model_filename})

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            try:
                self._check_secret(request)
                return response.json(await _answer(read_turn(_body(request)), on_new_message))
            except TurnError as error:
                return _problem(error)
            except Exception as error:
                logger.exception("turn failed")
                return _problem(TurnError(f"The turn failed with {type(error).__name__}; the bot's log says where."))

        return routes

    def _check_secret(self, request: Request) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            raise NoSecret(f"Send the shared secret in the header {SECRET_HEADER}.")


async def _answer(turn: Turn, on_new_message: Handler) -> dict[str, Any]:
    replies = ReplyCollector()
    message = UserMessage(
        text=turn.words,
        output_channel=replies,
        sender_id=turn.conversation_id,
        input_channel=AskwellChannel.name(),
        message_id=turn.message_id,
        metadata=turn.metadata(),
    )
    await on_new_message(message)
    return replies.reply()


def _body(request: Request) -> Any:
    try:
        return request.json
    except SanicException as error:
        raise MalformedTurn("The body is not JSON.") from error


def _problem(error: TurnError) -> HTTPResponse:
    logger.warning("turn refused: %s", error.code, extra={"detail": str(error)})
    return response.json({"error": error.code, "detail": str(error)}, status=error.status)
