"""The gateway of the tests: the real application and store, with a stand-in for the bot."""

import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
import structlog
from argon2 import PasswordHasher
from fastapi import FastAPI

from analytics.invitations import InvitationRules
from gateway import passwords
from gateway.app import create_app
from gateway.bot_client import BotClient
from profiles import Store
from profiles.records import Role, StaffMember
from settings import Settings
from tests.cast import ALICE, BOB, MONDAY
from tests.gateway.door import Door
from tests.gateway.stand_in_bot import SECRET, StandInBot

PASSWORD = "a password that only tests know"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HASH = CHEAP.hash(PASSWORD)
SHOP = "https://www.shop.example"
PAGES = {
    "shop/index.html": "<!doctype html><title>Shop</title>",
    "staff/index.html": "<!doctype html><title>Staff</title>",
    "manager/index.html": "<!doctype html><title>Manager</title>",
    "widget/askwell.js": "export const widget = 1;\n" * 100,
    "vendor/deep-chat.js": "export const chat = 1;\n",
    "shared/words.js": "export const words = 1;\n",
    "package.json": "{}",
    "widget/.hidden": "not for anybody",
}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = MONDAY

    def __call__(self) -> datetime:
        return self.time

    def pass_(self, **duration: float) -> None:
        """Lets time pass."""
        self.time += timedelta(**duration)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def website(tmp_path: Path) -> Path:
    """A small website."""
    for name, content in PAGES.items():
        page = tmp_path / "website" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(content, encoding="utf-8")
    return tmp_path / "website"


@pytest.fixture
def config(tmp_path: Path, website: Path) -> Settings:
    """Settings with room for every test; limits have tests of their own."""
    return Settings.model_validate(
        {
            "state_dir": tmp_path / "var",
            "website_dir": website,
            "session_secret": "a session secret that only tests know",
            "identity_secret": "an identity secret that only tests know",
            "bot_secret": SECRET,
            "allowed_origins": (SHOP,),
            "bot_patience_seconds": 30,
            "turn_wait_seconds": 30,
            "limit_messages_per_session": "10000/minute",
            "limit_messages_per_address": "10000/minute",
            "limit_sessions_per_address": "10000/minute",
            "limit_sign_ins_per_name": "5/minute",
            "limit_sign_ins_per_address": "10/minute",
        }
    )


@pytest.fixture
def bot(sqlite_store: Store) -> Iterator[StandInBot]:
    """A bot that listens."""
    stand_in = StandInBot(sqlite_store)
    stand_in.start()
    yield stand_in
    stand_in.kill()


Running = Callable[..., AbstractAsyncContextManager[Door]]


@pytest.fixture
def running(sqlite_store: Store, bot: StandInBot, clock: Clock) -> Running:
    """Makes gateways: each with the settings (and rules) given, on the same store and bot, as after a restart."""

    @asynccontextmanager
    async def run(settings: Settings, rules: InvitationRules | None = None) -> AsyncIterator[Door]:
        app = application(settings, sqlite_store, bot, clock, rules)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(
                transport=httpx.ASGITransport(app, client=("127.0.0.1", 40000)), base_url="http://gateway.test"
            ) as client,
        ):
            yield Door(app, client)

    return run


@pytest.fixture
async def door(running: Running, config: Settings) -> AsyncIterator[Door]:
    """The gateway's public door."""
    async with running(config) as opened:
        yield opened


def application(
    settings: Settings, store: Store, bot: StandInBot, clock: Clock, rules: InvitationRules | None = None
) -> FastAPI:
    """The gateway's application."""
    secret = settings.bot_secret.get_secret_value()
    return create_app(settings, store, BotClient(bot.url, secret, settings.bot_patience_seconds), clock, rules)


@pytest.fixture
def staff(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alice is an agent and Bob a manager; Charlie is nobody here. Their passwords take less work than real ones."""
    monkeypatch.setattr(passwords, "_hasher", CHEAP)
    passwords.nobodys_hash.cache_clear()
    with sqlite_store.transaction() as unit:
        unit.staff.add(member(ALICE.id, ALICE.name, "agent"))
        unit.staff.add(member(BOB.id, BOB.name, "manager"))


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    """Puts logging back; a test begins it itself, since pytest changes standard error after the fixtures."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def member(staff_id: str, name: str, role: Role) -> StaffMember:
    """A member of staff whose password is `PASSWORD`."""
    return StaffMember(staff_id=staff_id, name=name, password_hash=HASH, role=role)
