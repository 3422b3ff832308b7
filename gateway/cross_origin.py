"""Which other origins may read our answers: any the widget's own files, the shop's sites the chat, nobody the rest."""

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN_TO_ALL = ("/widget/", "/vendor/", "/shared/", "/api/words")
OPEN_TO_SHOPS = ("/api/chat/",)
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
    "Access-Control-Max-Age": "600",
}


class CrossOrigin:
    """ASGI middleware for cross-origin requests; a token travels in a header, so no credentials are ever allowed."""

    def __init__(self, app: ASGIApp, allowed_origins: tuple[str, ...]) -> None:
        """Takes the shop's origins, such as https://www.shop.example."""
        self._app = app
        self._allowed = frozenset(origin.rstrip("/") for origin in allowed_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        granted = self._granted(scope)

        async def send_granted(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(granted)
            await send(message)

        if _is_preflight(scope):
            headers = PREFLIGHT if "Access-Control-Allow-Origin" in granted else {}
            await Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)(scope, receive, send_granted)
        else:
            await self._app(scope, receive, send_granted)

    def _granted(self, scope: Scope) -> dict[str, str]:
        if scope["path"].startswith(OPEN_TO_ALL):
            return {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
        if not scope["path"].startswith(OPEN_TO_SHOPS):
            return {}
        origin = Headers(scope=scope).get("origin", "")
        if origin not in self._allowed:
            return {"Vary": "Origin"}
        return {
            "Vary": "Origin",
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": "Retry-After, X-Request-ID",
            "Cross-Origin-Resource-Policy": "cross-origin",
        }


def _is_preflight(scope: Scope) -> bool:
    return scope["method"] == "OPTIONS" and "access-control-request-method" in Headers(scope=scope)
