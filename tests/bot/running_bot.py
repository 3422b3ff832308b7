"""Starts the bot as it is started in earnest, and speaks to it as the gateway does."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bot.environment import ROOT
from tests.bot.stand_in_actions import SECRET as ACTIONS_SECRET
from tests.cast import MEI

SECRET = "between gateway and bot"
LONGEST_START_SECONDS = 120.0


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(port: int, actions_port: int, state: Path) -> dict[str, str]:
    """The variables that `./askwell up` would set."""
    return {
        **os.environ,
        "ASKWELL_STATE_DIR": str(state),
        "ASKWELL_BOT_PORT": str(port),
        "ASKWELL_ACTIONS_PORT": str(actions_port),
        "ASKWELL_BOT_SECRET": SECRET,
        "ASKWELL_ACTIONS_SECRET": ACTIONS_SECRET,
    }


def start(environment: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    """Starts `python -m bot.server`."""
    command = [sys.executable, "-m", "bot.server", *arguments]
    return subprocess.Popen(  # noqa: S603 - the command is ours
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )


class RunningBot:
    """The server process; `turn` sends a turn, `log` is what it has written once it has ended."""

    def __init__(self, model: Path, actions_port: int, state: Path) -> None:
        self.port = free_port()
        self.state = state
        self.log = state / "bot.log"
        self._environment = environment(self.port, actions_port, state)
        self._model = model
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "RunningBot":
        with self.log.open("w") as log:
            command = [sys.executable, "-m", "bot.server", "--model", str(self._model)]
            self._process = subprocess.Popen(  # noqa: S603 - the command is ours
                command, cwd=ROOT, env=self._environment, stderr=log, stdout=log
            )
        self._wait_until_ready()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process's id."""
        assert self._process is not None
        return self._process.pid

    def stop(self) -> int:
        """Ends the process as an operator would; returns its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=30)

    def turn(self, secret: str | None = SECRET, **fields: Any) -> tuple[int, dict[str, Any]]:
        """Sends a turn of Mei's, changed by `fields`; returns the status and the answer."""
        return self.send({**a_turn(), **fields}, secret)

    def send(self, body: Any, secret: str | None = SECRET) -> tuple[int, dict[str, Any]]:
        """Sends a body as it is."""
        content = body if isinstance(body, (str, bytes)) else json.dumps(body)
        headers = {"X-Askwell-Secret": secret} if secret is not None else {}
        return self._request("POST", "/webhooks/askwell/turn", content, headers)

    def ready(self) -> tuple[int, dict[str, Any]]:
        """Asks whether the server is ready."""
        return self._request("GET", "/webhooks/askwell/ready", None, {})

    def _request(self, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, headers)
            response = connection.getresponse()
            return response.status, json.loads(response.read())
        finally:
            connection.close()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + LONGEST_START_SECONDS
        while time.monotonic() < deadline:
            try:
                self.ready()
                return
            except OSError:
                assert self._process is not None and self._process.poll() is None, self.log.read_text()
                time.sleep(0.1)
        raise AssertionError(f"The bot did not start: {self.log.read_text()}")


def a_turn() -> dict[str, Any]:
    """A message that Mei might send."""
    return {
        "conversation_id": "visit-of-mei",
        "message_id": "message-1",
        "kind": "message",
        "role": "shopper",
        "language": "en",
        "text": "why do you ask?",
        "choice": None,
        "staff_id": None,
        "customer_id": MEI.id,
    }
