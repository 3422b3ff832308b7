"""The whole system over the demo shop's real data, with staff, and browsers that visit it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from catalogue import Language, load
from cli.demo_data import import_all, write
from profiles.records import StaffMember
from tests.cast import ALICE, BOB, Person
from tests.system import System, running_system
from tests.website.conftest import ARGUMENTS, CHROMIUM, PATIENCE_MS
from website.vendor import fill

PASSWORD = "a password that only tests know"
HOUSEHOLDS = 200


@dataclass
class Journey:
    """A running system and a browser to visit it with."""

    system: System
    browser: Browser

    def visitor(self, language: Language) -> BrowserContext:
        """A new visitor's browser, set to `language`."""
        context = self.browser.new_context(locale="zh-HK" if language == "zh-Hant" else "en-GB")
        context.set_default_timeout(3 * PATIENCE_MS)
        return context

    def words(self, id: str, language: Language) -> str:
        """A wording of the catalogue."""
        return load().wording[id].text[language]


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    """Askwell with the grocer's households, Alice the agent and Bob the manager."""
    fill(tools=True)
    folder: Path = tmp_path_factory.mktemp("askwell")
    with running_system(folder) as system:
        import_all(system.config, write(folder / "demo", HOUSEHOLDS))
        for person in (ALICE, BOB):
            add_staff(system, person)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            yield Journey(system, browser)
            browser.close()


def add_staff(system: System, person: Person) -> None:
    """Lets a person of the cast sign in."""
    member = StaffMember(
        staff_id=person.id,
        name=person.name,
        password_hash=PasswordHasher().hash(PASSWORD),
        role="manager" if person.role == "manager" else "agent",
    )
    with system.store() as store, store.transaction() as unit:
        unit.staff.add(member)
