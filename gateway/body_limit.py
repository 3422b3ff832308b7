"""No request is larger than a message needs to be; the rest is refused before anything reads it."""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.problem_answers import answer_problem
from gateway.problems import Problem

LARGEST_BODY = 32 * 1024
"""Bytes: two thousand characters of four bytes each, escaped, with the rest of a message, fit in easily."""


class BodyLimit:
    """ASGI middleware that takes the whole body in, up to `LARGEST_BODY`, before the application sees the request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        body = None if _declared(scope) > LARGEST_BODY else await _read(receive)
        if body is None:
            response = await answer_problem(Request(scope), Problem("too_large"))
            await response(scope, receive, send)
        else:
            await self._app(scope, _replay(body, receive), send)


def _declared(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length) if length.isdigit() else 0


async def _read(receive: Receive) -> bytes | None:
    """The body; None once it is too large, whatever its header had said. What a lost connection leaves is no body."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b""
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return pending.pop() if pending else await receive()

    return replayed
