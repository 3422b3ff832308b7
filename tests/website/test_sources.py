"""What holds for every file of the website: whose words it shows, what it loads, how it is typed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import catalogue
from analytics.staff_query import Vocabulary, parse
from catalogue import Language
from tests.cast import MONDAY
from website.vendor import WEBSITE

SOURCES = sorted(
    path
    for folder in ("widget", "shared", "shop", "staff", "manager")
    for path in (WEBSITE / folder).rglob("*")
    if path.suffix in (".js", ".html", ".css", ".svg")
)
PREFIXES = ("website_", "widget_", "shop_", "console_", "manager_")
BY_NAME_MADE_UP = {
    "widget_from_": ("assistant", "shopper", "staff"),
    "widget_trouble_": ("offline", "slow", "busy", "failed", "refused"),
    "widget_message_": ("failed", "refused"),
    "widget_invitation_": ("begin", "go_on"),
    "shop_": tuple(
        f"{product}{suffix}"
        for product in re.findall(r'id: "(\w+)"', (WEBSITE / "shop" / "shop.js").read_text(encoding="utf-8"))
        for suffix in ("", "_unit")
    ),
}
"""Ids that the pages put together from a beginning and one of these ends."""


def words_of_pages() -> set[str]:
    """Every id of a wording that a page names."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.suffix in (".js", ".html"))
    named = set(re.findall(r"[\"'`]((?:website|widget|shop|console|manager)_[a-z_]*[a-z])[\"'`]", text))
    return named | {start + end for start, ends in BY_NAME_MADE_UP.items() for end in ends}


def test_every_wording_that_a_page_names_is_in_the_catalogue_and_the_other_way_round() -> None:
    in_catalogue = {id for id in catalogue.load().about("website") if id.startswith(PREFIXES)}

    assert words_of_pages() == in_catalogue


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.suffix == ".html"], ids=lambda path: path.parent.name
)
def test_a_page_holds_no_words_and_nothing_inline(path: Path) -> None:
    html = path.read_text(encoding="utf-8")
    body = html.partition("<body")[2].partition(">")[2]

    assert re.sub(r"<[^>]*>", "", body).strip() == ""
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\bsrc=)", html)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(WEBSITE)))
def test_a_source_names_no_other_host_and_makes_no_markup_from_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    example = "https://ASKWELL/widget/askwell.js"

    assert not re.search(r"https?://|(?<!:)//\w+\.", text.replace(example, ""))
    assert not re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b", text)


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
@pytest.mark.parametrize("example", ["need", "segment", "wish"])
def test_every_example_that_the_staff_console_offers_is_understood(example: str, language: Language) -> None:
    asked = catalogue.load().wording[f"console_example_{example}"].text[language]
    parsed = parse(asked, None, Vocabulary.load(), MONDAY.date())

    assert parsed.not_understood == ()
    assert parsed.restated


def test_what_the_launcher_needs_is_asked_for_at_once() -> None:
    embed = (WEBSITE / "widget" / "askwell.js").read_text(encoding="utf-8")

    assert set(re.findall(r'"((?:shared|widget)/\w+\.js)"', embed)) == imported_by("widget/main.js")


def imported_by(module: str) -> set[str]:
    """The module and every module that it imports, by way of others too."""
    found: set[str] = set()
    waiting = {module}
    while waiting:
        name = waiting.pop()
        found.add(name)
        text = (WEBSITE / name).read_text(encoding="utf-8")
        paths = re.findall(r'^import .* from "(\S+)";$', text, re.MULTILINE)
        named = {(WEBSITE / name).parent.joinpath(path).resolve().relative_to(WEBSITE).as_posix() for path in paths}
        waiting |= named - found
    return found


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (WEBSITE / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_scripts_are_typed_as_their_comments_say() -> None:
    node = shutil.which("node") or Path(sys.executable).parent / "node"
    compiler = WEBSITE / "node_modules" / "typescript" / "bin" / "tsc"
    command = [node, compiler, "-p", WEBSITE / "jsconfig.json"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the arguments are ours

    assert checked.stdout == ""
    assert checked.returncode == 0
