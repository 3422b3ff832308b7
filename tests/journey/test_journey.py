"""The main job: a shopper's words on the website become a line in the manager's report."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from catalogue import LANGUAGES, Language
from cli.environment import variables
from profiles.records import Need
from settings import ROOT
from tests.cast import BOB, Person
from tests.journey.conftest import PASSWORD, Journey
from tests.journey.shopping import HINT, TOLD, ShopperInBrowser
from tests.system import System
from tests.website.conftest import PATIENCE_MS

pytestmark = pytest.mark.slow
OTHERS = 6
"""So many more shoppers have the need, by the API, that its group is large enough to be shown."""
QUESTION = {
    "en": "how many customers are dissatisfied with delivery, by segment",
    "zh-Hant": "幾多客戶唔滿意送貨，按客群",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shoppers_words_become_a_line_in_the_managers_report(
    journey: Journey, language: Language, tmp_path: Path
) -> None:
    began = datetime.now(UTC)
    visitor = journey.visitor(language)
    shopper = ShopperInBrowser(visitor.new_page(), language)
    shopper.open(journey.system.base)
    shopper.pick("Yes, go ahead" if language == "en" else "好，開始")
    shopper.answer_everything()

    check_the_conversation(shopper)
    check_what_is_stored(journey.system, began, language)
    let_others_say_the_same(journey.system, language)
    check_the_staff_chat(journey, language)
    check_the_report(journey, language, tmp_path)
    visitor.close()


def test_declining_in_the_browser_ends_kindly_and_stores_nothing_but_the_refusal(journey: Journey) -> None:
    before = customers(journey.system)
    visitor = journey.visitor("en")
    shopper = ShopperInBrowser(visitor.new_page(), "en")
    shopper.open(journey.system.base)
    shopper.pick("No, thank you")

    assert journey.words("declined", "en") in shopper.last()
    assert customers(journey.system) == before
    visitor.close()


def test_an_anonymous_visitor_gets_nothing_from_the_staff_chat(journey: Journey) -> None:
    visitor = journey.visitor("en")
    page = visitor.new_page()
    page.goto(f"{journey.system.base}/staff/")
    expect(page.locator("[name=password]")).to_be_visible()
    answer = visitor.request.post(
        f"{journey.system.base}/api/staff/messages",
        data={"message_id": "7f9c1f5e-3f58-4f6a-9a53-0d2f1d8f1c11", "text": QUESTION["en"]},
    )
    assert answer.status == 401
    assert "customers" not in answer.text()
    visitor.close()


def customers(system: System) -> int:
    """How many people the customer data bank holds."""
    with system.store() as store:
        return len(store.frames.customers())


def check_the_conversation(shopper: ShopperInBrowser) -> None:
    """At least eight questions, a probe, a why that came back to its question, and a correction."""
    questions = [
        slot for slot in shopper.asked if slot not in ("probe", "play_back", "play_back_needs", "anything_else")
    ]
    assert len(set(questions)) >= 8
    assert "probe" in shopper.asked
    assert shopper.asked.count("how_decide") == 2
    assert shopper.has_corrected


def check_what_is_stored(system: System, began: datetime, language: Language) -> None:
    """The answers, the correction with its history, and the confirmed need with the words it was found in."""
    with system.store() as store:
        needs = store.frames.needs()
        mine = needs[needs["found_at"] >= began]
        customer_id = str(mine["customer_id"].iloc[0])
        with store.transaction(writes=False) as unit:
            facts = {id: answer.value for id, answer in unit.answers.current(customer_id).items()}
            ages = [answer.value for answer in unit.answers.history(customer_id, "age_band")]
            kept: list[Need] = unit.needs.of(customer_id)
    expected = {"for_whom": "household", "household_size": "4", "last_channel": "web", "district": "yau_tsim_mong"}
    assert expected.items() <= facts.items()
    assert (facts["overall_satisfaction"], facts["delivery_score"]) == ("4", "3")
    assert ages == ["25-34", "35-44"]
    found = {(need.theme, need.type, need.words, need.confirmed) for need in kept}
    assert ("delivery", "dissatisfaction", HINT[language], "confirmed") in found
    assert any(need.words == TOLD[language] and need.probe for need in kept)


def let_others_say_the_same(system: System, language: Language) -> None:
    """Other shoppers with the same need, over the chat API."""
    yes = {"en": "yes", "zh-Hant": "好"}
    nobody = {"en": "I have not bought here yet", "zh-Hant": "仲未買過"}
    for _ in range(OTHERS):
        chat = system.chat(language)
        for text in (yes[language], {"en": "for my family", "zh-Hant": "買俾屋企人"}[language], "4", nobody[language]):
            chat.say(text)
        chat.say(HINT[language])


def check_the_staff_chat(journey: Journey, language: Language) -> None:
    """Bob signs in, asks how many have that need, in which segments, and gets a table."""
    visitor = journey.visitor(language)
    page = visitor.new_page()
    sign_in(page, journey.system.base, "/staff/", BOB)
    page.locator("#ask textarea").fill(QUESTION[language])
    page.locator("#ask textarea").press("Enter")
    table = page.get_by_role("table")
    expect(table).to_have_count(1, timeout=PATIENCE_MS)
    assert table.get_by_role("row").count() >= 2
    visitor.close()


def check_the_report(journey: Journey, language: Language, folder: Path) -> None:
    """The command writes page, PDF and spreadsheet with the need's words, and Bob reads them after he has signed in."""
    command = [sys.executable, "-m", "cli", "report", "--language", language]
    environment = variables(journey.system.config)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0, done.stderr
    page, pdf, spreadsheet = (Path(line) for line in done.stdout.split())
    html = page.read_text(encoding="utf-8")
    assert HINT[language] in html
    assert "<svg" in html or "<img" in html
    text = "".join(part.extract_text() for part in PdfReader(pdf).pages)
    assert HINT[language].replace(" ", "")[:20] in text.replace(" ", "").replace("\n", "")
    cells = [cell.value for sheet in load_workbook(spreadsheet) for row in sheet.iter_rows() for cell in row]
    assert HINT[language] in cells
    check_the_managers_page(journey, language)


def check_the_managers_page(journey: Journey, language: Language) -> None:
    """The manager's page serves the report after sign-in, and to nobody else."""
    stranger = journey.visitor(language)
    visitor = journey.visitor(language)
    page = visitor.new_page()
    sign_in(page, journey.system.base, "/manager/", BOB)
    link = page.locator("a[href*='/manager/reports/']").first
    expect(link).to_be_visible()
    address = journey.system.base + str(link.get_attribute("href")).removeprefix(journey.system.base)
    assert visitor.request.get(address).status == 200
    assert stranger.request.get(address).status == 401
    visitor.close()
    stranger.close()


def sign_in(page: Page, base: str, path: str, person: Person) -> None:
    """Signs a person of the cast in."""
    page.goto(base + path)
    page.locator("[name=name]").fill(person.name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    expect(page.locator("[name=password]")).to_be_hidden()
