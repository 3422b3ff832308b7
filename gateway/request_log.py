"""One line for each request, with ids and never a word; and the last net under every error."""

import time
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.logs import place_of
from gateway.problem_answers import answer_problem
from gateway.problems import Problem
from gateway.services import services_of

log = structlog.get_logger()


class RequestLog:
    """ASGI middleware that names each request, counts and logs it, and answers 500 for what nobody caught.

    An uncaught error ends here: its message may quote what a customer wrote, and the server would print it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await _Logged(scope, send).run(self._app, receive)
        else:
            await self._app(scope, receive, send)


class _Logged:
    """One request on its way."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send_on = send
        self._id = str(uuid4())
        self._status = 0

    async def run(self, app: ASGIApp, receive: Receive) -> None:
        began = time.perf_counter()
        structlog.contextvars.bind_contextvars(request_id=self._id)
        try:
            await app(self._scope, receive, self._send)
        except Exception as error:  # noqa: BLE001 - the last net: whatever it is, it must not be printed with its text
            await self._broken(error, receive)
        finally:
            self._done(time.perf_counter() - began)
            structlog.contextvars.unbind_contextvars("request_id")

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            MutableHeaders(scope=message)["X-Request-ID"] = self._id
        await self._send_on(message)

    async def _broken(self, error: Exception, receive: Receive) -> None:
        log.error("request_broke", error=type(error).__name__, place=place_of(error))
        if not self._status:
            response = await answer_problem(Request(self._scope), Problem("internal", reference=self._id))
            await response(self._scope, receive, self._send)

    def _done(self, seconds: float) -> None:
        route = _route(self._scope)
        metrics = services_of(Request(self._scope)).metrics
        metrics.requests.labels(self._scope["method"], route, self._status).inc()
        metrics.request_seconds.labels(route).observe(seconds)
        log.info(
            "request",
            method=self._scope["method"],
            route=route,
            status=self._status,
            milliseconds=round(seconds * 1000, 1),
        )


def _route(scope: Scope) -> str:
    """The route's pattern, or the first folder of a file: an address may hold a name, and each would be a metric."""
    route = scope.get("route")
    path = getattr(route, "path", None)
    if path:
        return str(path)
    first = scope["path"].split("/")[1]
    return f"/{first}/" if first in ("widget", "vendor", "shared", "shop", "staff", "manager") else "unknown"
