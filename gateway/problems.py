"""Errors as problem+json (RFC 9457): what happened and what to do, in the language of whoever reads it."""

from http import HTTPStatus
from types import MappingProxyType

from catalogue import Catalogue, Language

MEDIA_TYPE = "application/problem+json"

STATUS = MappingProxyType(
    {
        "bad_shape": HTTPStatus.BAD_REQUEST,
        "text_or_choice": HTTPStatus.BAD_REQUEST,
        "empty": HTTPStatus.BAD_REQUEST,
        "too_long": HTTPStatus.BAD_REQUEST,
        "bad_choice": HTTPStatus.BAD_REQUEST,
        "session_missing": HTTPStatus.UNAUTHORIZED,
        "session_expired": HTTPStatus.UNAUTHORIZED,
        "identity": HTTPStatus.UNAUTHORIZED,
        "unauthorised": HTTPStatus.UNAUTHORIZED,
        "sign_in": HTTPStatus.UNAUTHORIZED,
        "not_allowed": HTTPStatus.FORBIDDEN,
        "origin": HTTPStatus.FORBIDDEN,
        "not_found": HTTPStatus.NOT_FOUND,
        "method": HTTPStatus.METHOD_NOT_ALLOWED,
        "conflict": HTTPStatus.CONFLICT,
        "ended": HTTPStatus.CONFLICT,
        "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "too_many_messages": HTTPStatus.TOO_MANY_REQUESTS,
        "too_many_sessions": HTTPStatus.TOO_MANY_REQUESTS,
        "too_many_requests": HTTPStatus.TOO_MANY_REQUESTS,
        "too_many_sign_ins": HTTPStatus.TOO_MANY_REQUESTS,
        "too_many_streams": HTTPStatus.TOO_MANY_REQUESTS,
        "busy": HTTPStatus.TOO_MANY_REQUESTS,
        "internal": HTTPStatus.INTERNAL_SERVER_ERROR,
        "not_ready": HTTPStatus.SERVICE_UNAVAILABLE,
    }
)
"""Each kind of problem and its status. Its words are `error_<kind>` in the catalogue, its title `title_<status>`."""


class Problem(Exception):
    """Something that a request cannot be answered for."""

    def __init__(self, kind: str, *, retry_after: int | None = None, **values: str | int) -> None:
        """Names what is wrong.

        Args:
            kind: a key of `STATUS`.
            retry_after: seconds after which the same request may succeed; sent as Retry-After.
            values: for the placeholders of the problem's words.
        """
        super().__init__(kind)
        self.kind = kind
        self.status = STATUS[kind]
        self.values = values if retry_after is None else {**values, "seconds": retry_after}
        self.retry_after = retry_after

    def body(self, catalogue: Catalogue, language: Language) -> dict[str, str | int]:
        """The problem as JSON would have it, in `language`."""
        return {
            "type": f"/docs#{self.kind}",
            "title": catalogue.say(f"title_{int(self.status)}", language),
            "status": int(self.status),
            "detail": catalogue.say(f"error_{self.kind}", language, **self.values),
        }

    def headers(self, language: Language) -> dict[str, str]:
        """The headers that go with it."""
        headers = {"Content-Language": language, "Cache-Control": "no-store"}
        if self.retry_after is not None:
            headers["Retry-After"] = str(self.retry_after)
        if self.status == HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = "Bearer"
        return headers
