"""The shoppers of the benchmark: each sends message after message and notes how long each reply took."""

import time
from collections.abc import Iterator
from itertools import cycle
from typing import Protocol
from uuid import uuid4

import httpx

TEXTS = ("for my family", "go back", "it's for myself", "go back")
"""Answers to the first question and the way back to it: each turn is understood, stored and answered."""
STOCK_TEXTS = ("for my family", "on the website", "last week", "about four", "I compare first", "quality")


class Shopper(Protocol):
    """Somebody who chats."""

    def turn(self) -> float:
        """Sends the next message; gives the seconds until the reply was there."""


class AskwellShopper:
    """Chats with Askwell through the gateway, as the widget does."""

    def __init__(self, base: str) -> None:
        self._http = httpx.Client(base_url=base, timeout=60.0)
        opened = self._http.post("/api/chat/sessions", json={"locale": "en"}).raise_for_status().json()
        self._headers = {"Authorization": f"Bearer {opened['session_token']}"}
        self._texts: Iterator[str] = cycle(TEXTS)
        self._send("yes, go ahead")

    def turn(self) -> float:
        """Sends the next message."""
        return self._send(next(self._texts))

    def _send(self, text: str) -> float:
        body = {"message_id": str(uuid4()), "text": text}
        began = time.perf_counter()
        answer = self._http.post("/api/chat/messages", json=body, headers=self._headers)
        seconds = time.perf_counter() - began
        answer.raise_for_status()
        if not answer.json()["messages"]:
            raise RuntimeError(f"Askwell said nothing to {text!r}.")
        return seconds


class StockShopper:
    """Chats with the stock bot through its REST channel."""

    def __init__(self, webhook: str) -> None:
        self._http = httpx.Client(timeout=60.0)
        self._webhook = webhook
        self._sender = str(uuid4())
        self._texts = cycle(STOCK_TEXTS)
        self._send("hello")

    def turn(self) -> float:
        """Sends the next message; greets again where the survey was over, so that every turn is one of the survey."""
        seconds, replies = self._send(next(self._texts))
        if replies and replies[-1].get("text") == "Thanks.":
            self._send("hello")
        return seconds

    def _send(self, text: str) -> tuple[float, list[dict[str, str]]]:
        began = time.perf_counter()
        answer = self._http.post(self._webhook, json={"sender": self._sender, "message": text})
        seconds = time.perf_counter() - began
        replies: list[dict[str, str]] = answer.raise_for_status().json()
        if not replies:
            raise RuntimeError(f"The stock bot said nothing to {text!r}.")
        return seconds, replies
