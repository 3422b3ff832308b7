"""`python -m gateway.server`: it starts, it ends when told, and it says in one sentence why it cannot start."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from gateway import server
from settings import ROOT, settings
from tests.databases import DATA_KEY

GOOD = {
    "ASKWELL_SESSION_SECRET": "a session secret that only tests know",
    "ASKWELL_BOT_SECRET": "a bot secret",
    "ASKWELL_DATA_KEY": DATA_KEY,
    "ASKWELL_BOT_PORT": "9",
}
SECONDS = 120


def places(tmp_path: Path, website: Path, port: int) -> dict[str, str]:
    """Where the server of a test keeps and finds things."""
    return {
        "ASKWELL_STATE_DIR": str(tmp_path),
        "ASKWELL_WEBSITE_DIR": str(website),
        "ASKWELL_GATEWAY_PORT": str(port),
    }


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@pytest.mark.slow
def test_the_server_answers_on_loopback_and_ends_when_told(tmp_path: Path, website: Path) -> None:
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ASKWELL_")}
    with subprocess.Popen(
        [sys.executable, "-m", "gateway.server"],
        cwd=ROOT,
        env=environment | GOOD | places(tmp_path, website, port),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until and process.poll() is None:
            try:
                answer = httpx.get(f"http://127.0.0.1:{port}/health/live")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        _, written = process.communicate(timeout=SECONDS)

    assert answer.json() == {"status": "live"}
    assert '"route": "/health/live"' in written
    assert "Traceback" not in written


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ASKWELL_SESSION_SECRET": "short"}, "ASKWELL_SESSION_SECRET has 5 characters"),
        ({"ASKWELL_BOT_SECRET": ""}, "ASKWELL_BOT_SECRET is empty"),
        ({"ASKWELL_DATA_KEY": "short"}, "ASKWELL_DATA_KEY"),
        ({"ASKWELL_WEBSITE_DIR": "/nowhere"}, "/nowhere"),
        ({"ASKWELL_LIMIT_SESSIONS_PER_ADDRESS": "many"}, "ASKWELL_LIMIT_SESSIONS_PER_ADDRESS is 'many'"),
        ({"ASKWELL_GATEWAY_PORT": "0"}, "gateway_port"),
    ],
)
def test_a_setting_that_cannot_be_used_ends_the_start_with_a_sentence(
    tmp_path: Path,
    website: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    logging_as_before: None,
    changed: dict[str, str],
    sentence: str,
) -> None:
    for name, value in (GOOD | places(tmp_path, website, 1) | changed).items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()

    assert server.main() == 2

    settings.cache_clear()
    assert sentence in capsys.readouterr().err
