"""The real gateway on a free port with a database of its own, and a shop on another origin that embeds the widget."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import uvicorn
from argon2 import PasswordHasher
from pydantic import SecretStr

import catalogue
from analytics.invitations import InvitationRules
from gateway.app import create_app
from gateway.bot_client import BotClient
from profiles.records import StaffMember
from profiles.store import Store
from settings import Settings
from tests.cast import ALICE, BOB, Person
from tests.website.scripted_bot import ScriptedBot

PASSWORD = "a password that only tests know"
SHOP_POLICY = "default-src 'none'; script-src {gateway}; connect-src {gateway}; base-uri 'none'"
"""The strictest policy under which the widget works: nothing is allowed but scripts and answers of the gateway."""


@dataclass
class Clock:
    """The gateway's clock, which a test may set forward."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass(frozen=True)
class Site:
    """Where a browser finds Askwell, and what stands behind it."""

    base: str
    bot: ScriptedBot
    store: Store
    clock: Clock
    folder: Path

    def words(self, id: str, language: str) -> str:
        """A wording of the catalogue."""
        return catalogue.load().wording[id].text["zh-Hant" if language == "zh-Hant" else "en"]

    def forget(self) -> None:
        """Makes bot and clock as they were at the start."""
        self.clock.ahead = timedelta()
        self.bot.forget()


@contextmanager
def running_site(folder: Path, *origins: str, rules: InvitationRules | None = None) -> Iterator[Site]:
    """Askwell with a scripted bot, as long as the context lasts.

    `origins` are shops that may embed the widget, `rules` say who is invited (else those that Askwell comes with).
    """
    settings = Settings(
        state_dir=folder,
        bot_secret=SecretStr("the bot's secret"),
        session_secret=SecretStr("a session secret that only tests know"),
        identity_secret=SecretStr("an identity secret that only tests know"),
        data_key=SecretStr("a data key that only tests know"),
        allowed_origins=origins,
        bot_patience_seconds=0,
        limit_messages_per_session="600/minute",
    )
    clock = Clock()
    with (
        ScriptedBot(catalogue.load()) as bot,
        Store.open(settings.database, "a data key that only tests know") as store,
    ):
        _employ(store)
        way = BotClient(f"http://127.0.0.1:{bot.port}", "the bot's secret", settings.bot_patience_seconds)
        with _served(create_app(settings, store, way, clock, rules)) as port:
            yield Site(f"http://127.0.0.1:{port}", bot, store, clock, folder)


@contextmanager
def running_shop(page: str) -> Iterator[tuple[str, list[str]]]:
    """A shop's own server: its address, and a list into which the gateway that its policy allows is put later."""
    gateway: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = page.replace("GATEWAY", gateway[0]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", SHOP_POLICY.format(gateway=gateway[0]))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", gateway
        server.shutdown()
        thread.join()


@contextmanager
def _served(app: object) -> Iterator[int]:
    config = uvicorn.Config(app, port=0, log_config=None, timeout_graceful_shutdown=1)  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield int(socket.getsockname()[1])
    server.should_exit = True
    thread.join()
    socket.close()


def _employ(store: Store) -> None:
    """Alice and Bob may sign in, with the same password."""
    hashed = PasswordHasher().hash(PASSWORD)
    with store.transaction() as unit:
        for person in (ALICE, BOB):
            unit.staff.add(_member(person, hashed))


def _member(person: Person, password_hash: str) -> StaffMember:
    return StaffMember(
        staff_id=f"{person.id}-{uuid4()}",
        name=person.name,
        password_hash=password_hash,
        role="manager" if person is BOB else "agent",
    )
