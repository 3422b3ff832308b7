"""A shopper's side of the public chat API; nothing but what any browser can do."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

from catalogue import Language

PATIENCE_SECONDS = 300.0
"""How long a simulated shopper waits for a door that says 'come again in so many seconds'."""
GONE = (httpx.codes.CONFLICT, httpx.codes.UNAUTHORIZED)
"""A conversation that was declined or forgotten takes no more messages."""
Wait = Callable[[float], None]


class ChatError(Exception):
    """The system cannot be talked to; says where it was looked for and what to do."""


@dataclass(frozen=True)
class Heard:
    """What came back for one message."""

    messages: list[dict[str, Any]]
    ended: bool
    language: Language
    seconds: float
    closed: bool = False
    """The conversation takes no more messages."""


class Chat:
    """One conversation.

    Args:
        http: the client, whose base is the gateway's address.
        wait: waits so many seconds; where a limit is reached, the door says for how long.
    """

    def __init__(self, http: httpx.Client, wait: Wait = time.sleep) -> None:
        self._http = http
        self._wait = wait
        self._token = ""
        self.conversation_id = ""

    def open(self, language: Language, identity_token: str | None = None) -> Heard:
        """Begins a conversation.

        Raises:
            ChatError: nobody answers, or the door refuses.
        """
        body = {"locale": language, "page": "/rehearsal"} | (
            {"identity_token": identity_token} if identity_token else {}
        )
        self._token = ""
        answer, seconds = self._post("/api/chat/sessions", body)
        reply = answer.json()
        self._token, self.conversation_id = reply["session_token"], reply["conversation_id"]
        return Heard(reply["messages"], reply["ended"], reply["language"], seconds)

    def say(self, text: str) -> Heard:
        """Writes `text`."""
        return self._send({"text": text})

    def pick(self, choice_id: str) -> Heard:
        """Picks a button."""
        return self._send({"choice_id": choice_id})

    def _send(self, body: dict[str, str]) -> Heard:
        answer, seconds = self._post("/api/chat/messages", {"message_id": str(uuid4()), **body})
        if answer.status_code in GONE:
            return Heard([], ended=True, language="en", seconds=seconds, closed=True)
        reply = answer.json()
        return Heard(reply["messages"], reply["ended"], reply["language"], seconds)

    def _post(self, path: str, body: dict[str, Any]) -> tuple[httpx.Response, float]:
        """The answer and the seconds it took, without those that the door asked to wait."""
        waited = 0.0
        while True:
            began = time.monotonic()
            answer = self._answer(path, body)
            seconds = time.monotonic() - began
            again = float(answer.headers.get("Retry-After") or 0)
            busy = answer.status_code in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE)
            if not busy or not again or waited + again > PATIENCE_SECONDS:
                break
            self._wait(again)
            waited += again
        if answer.is_success or (self._token and answer.status_code in GONE):
            return answer, seconds
        raise ChatError(f"{self._http.base_url}{path.lstrip('/')} answered {answer.status_code}: {_detail(answer)}")

    def _answer(self, path: str, body: dict[str, Any]) -> httpx.Response:
        try:
            headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
            return self._http.post(path, json=body, headers=headers)
        except httpx.HTTPError as error:
            raise ChatError(
                f"Nobody answers at {self._http.base_url} ({type(error).__name__}); "
                "start Askwell with ./askwell up, or give its address with --url."
            ) from error


def identity(customer_id: str, secret: str, now: datetime | None = None) -> str:
    """The token with which the shop vouches for a customer, good for a day.

    Args:
        customer_id: whom it names.
        secret: what the shop signs with (ASKWELL_IDENTITY_SECRET).
        now: the time it is made.
    """
    from joserfc import jwt
    from joserfc.jwk import OctKey

    expires_at = (now or datetime.now(UTC)) + timedelta(days=1)
    claims = {"sub": customer_id, "exp": int(expires_at.timestamp())}
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret))


def _detail(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return answer.text[:200]
