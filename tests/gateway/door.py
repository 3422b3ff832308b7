"""The gateway as its clients see it, with the requests that many tests make."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI

PROBLEM = "application/problem+json"


@dataclass
class Chat:
    """One shopper's conversation."""

    client: httpx.AsyncClient
    session: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def conversation_id(self) -> str:
        return str(self.session["conversation_id"])

    def choice(self, label: str) -> str:
        """The id of the opening's choice with this label."""
        choices = self.session["messages"][0]["choices"]
        return next(str(choice["id"]) for choice in choices if choice["label"] == label)

    async def say(self, text: str, message_id: str | None = None) -> httpx.Response:
        return await self.send({"text": text}, message_id)

    async def pick(self, choice_id: str, message_id: str | None = None) -> httpx.Response:
        return await self.send({"choice_id": choice_id}, message_id)

    async def send(self, body: dict[str, Any], message_id: str | None = None) -> httpx.Response:
        """Sends a body as it is, with a message id if it has none."""
        whole = {"message_id": message_id or str(uuid4()), **body}
        return await self.client.post("/api/chat/messages", json=whole, headers=self.headers)

    async def history(self) -> dict[str, Any]:
        answer = await self.client.get("/api/chat/history", headers=self.headers)
        assert answer.status_code == httpx.codes.OK, answer.text
        history: dict[str, Any] = answer.json()
        return history


@dataclass
class Door:
    """A running gateway."""

    app: FastAPI
    client: httpx.AsyncClient

    async def open(self, **wanted: Any) -> Chat:
        """A new conversation."""
        answer = await self.client.post("/api/chat/sessions", json=wanted)
        assert answer.status_code == httpx.codes.CREATED, answer.text
        session = answer.json()
        return Chat(self.client, session, {"Authorization": f"Bearer {session['session_token']}"})

    async def sign_in(self, name: str, password: str) -> httpx.Response:
        return await self.client.post("/api/staff/login", json={"name": name, "password": password})


def is_problem(answer: httpx.Response, status: int, kind: str) -> bool:
    """Whether an answer is the problem `kind` with everything that a problem must have."""
    body = answer.json()
    assert answer.headers["content-type"] == PROBLEM, answer.headers
    assert set(body) == {"type", "title", "status", "detail"}
    assert body["status"] == answer.status_code
    assert body["title"] and body["detail"]
    assert (answer.status_code, body["type"]) == (status, f"/docs#{kind}"), body
    if status in (429, 503):
        assert int(answer.headers["retry-after"]) >= 1
    return True
