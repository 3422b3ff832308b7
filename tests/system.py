"""The whole system, running: the bot, the action server and the gateway on free ports with a database of their own."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

import httpx

from cli.supervisor import Service, Supervisor
from cli.training import train_if_changed
from cli.up import is_ready, services
from profiles.store import Store
from settings import Settings
from website.vendor import fill

READY_SECONDS = 120.0
WITHOUT_LIMITS = dict.fromkeys(
    ("limit_messages_per_session", "limit_messages_per_address", "limit_sessions_per_address"), "100000/minute"
)
"""Settings for a system that is asked more than people ask; the limits have tests of their own."""


class System:
    """A running Askwell."""

    def __init__(self, config: Settings, running: list[Service]) -> None:
        self.config = config
        self.services = {service.name: service for service in running}
        self.base = f"http://127.0.0.1:{config.gateway_port}"
        self._chats: list[Chat] = []

    def store(self) -> Store:
        """The customer data bank that the system works on."""
        return Store.open(self.config.database, self.config.data_key.get_secret_value())

    def chat(self, language: str = "en", identity_token: str | None = None) -> "Chat":
        """A new conversation in the widget's place."""
        chat = Chat(self.base, language, identity_token)
        self._chats.append(chat)
        return chat

    def hang_up(self) -> None:
        """Closes the connections of all conversations."""
        for chat in self._chats:
            chat.close()


class Chat:
    """A shopper's side of one conversation, over the public chat API."""

    def __init__(self, base: str, language: str, identity_token: str | None = None) -> None:
        self._http = httpx.Client(base_url=base, timeout=30.0)
        body = {"locale": language, "page": "/shop/", "identity_token": identity_token}
        opened = self._http.post("/api/chat/sessions", json={key: value for key, value in body.items() if value})
        opened.raise_for_status()
        session = opened.json()
        self.conversation_id: str = session["conversation_id"]
        self.token: str = session["session_token"]
        self.messages: list[dict[str, Any]] = session["messages"]
        self.ended = False
        self.progress: dict[str, int] | None = None

    def say(self, text: str, message_id: str | None = None) -> list[dict[str, Any]]:
        """Writes `text` and gives the messages that come back."""
        return self._send({"text": text}, message_id)

    def pick(self, label: str, message_id: str | None = None) -> list[dict[str, Any]]:
        """Picks the button with this label, the latest first."""
        for message in reversed(self.messages):
            for choice in message["choices"]:
                if choice["label"] == label:
                    return self._send({"choice_id": choice["id"]}, message_id)
        offered = [choice["label"] for message in self.messages for choice in message["choices"]]
        raise AssertionError(f"There is no button {label!r}; the buttons are {offered}.")

    def close(self) -> None:
        """Closes the connection; the conversation stays as it is."""
        self._http.close()

    def post(self, body: dict[str, Any]) -> httpx.Response:
        """Sends a message as it is, whatever comes back."""
        return self._http.post("/api/chat/messages", json=body, headers={"Authorization": f"Bearer {self.token}"})

    def _send(self, body: dict[str, Any], message_id: str | None) -> list[dict[str, Any]]:
        answer = self.post({"message_id": message_id or str(uuid4()), **body})
        assert answer.status_code == httpx.codes.OK, answer.text
        reply = answer.json()
        self.messages = reply["messages"]
        self.ended = reply["ended"]
        self.progress = reply["progress"]
        return self.messages


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_system(folder: Path, **changed: Any) -> Iterator[System]:
    """Starts Askwell in `folder` and ends it with the block."""
    config = settings_for(folder, **changed)
    fill()
    train_if_changed(config)
    running = services(config)
    supervisor = Supervisor(running, lambda text: None)
    watching = Thread(target=supervisor.watch, daemon=True)
    try:
        for service in running:
            service.start()
        supervisor.wait_until(lambda: is_ready(config), READY_SECONDS)
        watching.start()
        system = System(config, running)
        yield system
        system.hang_up()
    finally:
        supervisor.end_watch()
        if watching.is_alive():
            watching.join()
        supervisor.stop()


def settings_for(folder: Path, **changed: Any) -> Settings:
    """Settings with free ports and secrets made for a test, that take nothing from this machine's installation."""
    secrets = {
        name: f"{name}-{uuid4()}"
        for name in ("bot_secret", "actions_secret", "session_secret", "identity_secret", "data_key")
    }
    ports = {name: free_port() for name in ("gateway_port", "bot_port", "actions_port")}
    return Settings(state_dir=folder, **{**secrets, **ports, **changed})
