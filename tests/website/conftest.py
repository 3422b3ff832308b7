"""Chromium, the real gateway and a page that remembers every request and every complaint."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.website.running import Site, running_site
from website.vendor import WEBSITE, fill

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 30_000
"""How long a busy machine may take; a test that passes does not wait for it."""


@dataclass
class Visit:
    """One visitor's browser on the site, with what it asked for and what it complained about."""

    site: Site
    context: BrowserContext
    page: Page
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def open_widget(self, path: str = "/shop/") -> None:
        """Goes to a page and opens the widget, up to the first question."""
        self.page.goto(self.site.base + path)
        self.page.locator(".launcher").click()
        self.wait_for_answer()

    def button(self, name: str) -> Locator:
        """The button with this label."""
        return self.page.get_by_role("button", name=name, exact=True)

    def choose(self, label: str) -> None:
        """Answers with a quick reply and waits for what comes back."""
        self.button(label).click()
        self.wait_for_answer()

    def write(self, text: str) -> None:
        """Writes an answer and waits for what comes back."""
        self.box.fill(text)
        self.box.press("Enter")
        self.wait_for_answer()

    def wait_for_answer(self) -> None:
        """Waits until something has been said and nobody is writing any more."""
        self.page.locator(".bubble").first.wait_for()
        self.page.locator(".loading-message-dots").wait_for(state="detached")

    @property
    def box(self) -> Locator:
        """Where the shopper writes."""
        return self.page.locator(".composer textarea")

    @property
    def log(self) -> Locator:
        """The conversation."""
        return self.page.get_by_role("log")

    def said(self) -> list[str]:
        """The text of every message, oldest first."""
        return self.page.locator(".bubble").all_inner_texts()

    def words(self, id: str, language: str = "en") -> str:
        """A wording of the website."""
        return self.site.words(id, language)

    def violations(self) -> list[dict[str, Any]]:
        """What axe finds wrong with the page as it stands."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: list[dict[str, Any]] = self.page.evaluate("async () => (await axe.run()).violations")
        return [
            {"rule": each["id"], "help": each["help"], "where": [node["target"] for node in each["nodes"]]}
            for each in found
        ]


AXE = WEBSITE / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session", autouse=True)
def packages() -> None:
    """The npm packages, should they not be there yet."""
    fill(tools=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; ended with the module, for Playwright's event loop would be in the way of other tests'."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Askwell with a scripted bot, shared by the tests of a module."""
    with running_site(tmp_path_factory.mktemp("askwell")) as site:
        yield site


@pytest.fixture
def site(whole_site: Site) -> Site:
    """The same, as if nobody had been there."""
    whole_site.forget()
    return whole_site


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Contexts]:
    """Fresh browser profiles, closed after the test."""
    made = Contexts(browser)
    yield made
    made.close()


class Contexts:
    """Makes browser profiles."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._made: list[BrowserContext] = []

    def visit(self, site: Site, **options: Any) -> Visit:
        """A visitor; `options` are Playwright's for a browser context."""
        context = self._browser.new_context(
            **{"locale": "en-GB", "viewport": {"width": 1280, "height": 800}, **options}
        )
        self._made.append(context)
        context.set_default_timeout(PATIENCE_MS)
        visit = Visit(site, context, context.new_page())
        context.on("request", lambda request: visit.hosts.add(urlsplit(request.url).netloc))
        context.on("weberror", lambda error: visit.complaints.append(str(error.error)))
        context.on("console", lambda message: self._note(visit, message.type, message.text))
        return visit

    def close(self) -> None:
        """Ends them all."""
        for context in self._made:
            context.close()

    @staticmethod
    def _note(visit: Visit, type: str, text: str) -> None:
        if type in ("error", "warning"):
            visit.complaints.append(text)


@pytest.fixture
def visit(site: Site, contexts: Contexts) -> Visit:
    """Somebody at a desk, in English."""
    return contexts.visit(site)


def write_report(folder: Path, name: str, created_at: str) -> None:
    """A report as the gateway finds it, with a page that can be opened."""
    report = folder / "reports" / name
    report.mkdir(parents=True)
    files = {"page": "index.html", "pdf": "report.pdf", "spreadsheet": "report.xlsx"}
    described = {
        "title": f"Needs report {name}",
        "since": "2026-02-01",
        "until": "2026-02-28",
        "created_at": created_at,
        "language": "en",
        "files": files,
    }
    (report / "report.json").write_text(json.dumps(described), encoding="utf-8")
    (report / "index.html").write_text("<!doctype html><title>Report</title><h1>Report</h1>", encoding="utf-8")
    for file in ("report.pdf", "report.xlsx"):
        (report / file).write_bytes(b"as the report writes it")
