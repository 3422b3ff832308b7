"""The demo shop, the staff console and the manager's page, in both languages."""

import json

import pytest
from playwright.sync_api import expect

from tests.cast import ALICE, BOB, CHARLIE, Person
from tests.website.conftest import Contexts, Visit, write_report
from tests.website.running import PASSWORD, Site
from tests.website.scripted_bot import ANGRY_MARKUP

pytestmark = pytest.mark.slow

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-Hant"])
SCREENS = pytest.mark.parametrize("width", [1280, 320])


def sign_in(visit: Visit, person: Person, path: str = "/staff/", password: str = PASSWORD) -> None:
    """Fills the form in and sends it."""
    visit.page.goto(visit.site.base + path)
    visit.page.locator("[name=name]").fill(person.name)
    visit.page.locator("[name=password]").fill(password)
    visit.page.locator("[name=password]").press("Enter")


def ask(visit: Visit, question: str) -> None:
    """Asks the staff chat and waits for the table."""
    tables = visit.page.locator("table").count()
    visit.page.locator("#ask textarea").fill(question)
    visit.page.locator("#ask textarea").press("Enter")
    expect(visit.page.locator("table")).to_have_count(tables + 1)


@LANGUAGES
@SCREENS
def test_the_shop_reads_well_in_each_language_and_width(
    site: Site, contexts: Contexts, language: str, width: int
) -> None:
    visit = contexts.visit(site, locale=language, viewport={"width": width, "height": 700})
    visit.page.goto(site.base + "/shop/")
    visit.page.locator(".launcher").wait_for()

    expect(visit.page.get_by_role("heading", level=1)).to_have_text(visit.words("shop_tagline", language))
    expect(visit.page.locator("html")).to_have_attribute("lang", language)
    expect(visit.page.locator(".product")).to_have_count(8)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width
    assert visit.violations() == []
    assert visit.complaints == []


def test_the_chosen_language_is_kept_from_page_to_page(visit: Visit) -> None:
    visit.page.goto(visit.site.base + "/shop/")
    visit.button("中文").click()
    expect(visit.page).to_have_title("Corner Grocer")
    visit.page.get_by_role("link", name=visit.words("console_title", "zh-Hant")).click()

    expect(visit.page.get_by_role("heading", level=1)).to_have_text(visit.words("console_sign_in", "zh-Hant"))


def test_a_language_can_be_asked_for_in_the_address(visit: Visit) -> None:
    visit.page.goto(visit.site.base + "/staff/?language=zh-Hant")

    expect(visit.page).to_have_title(visit.words("console_title", "zh-Hant"))


def test_staff_ask_and_read_a_table(visit: Visit) -> None:
    sign_in(visit, ALICE)
    visit.button(visit.words("console_example_need")).click()

    table = visit.page.get_by_role("table", name=visit.words("console_example_need"))
    expect(table.get_by_role("columnheader")).to_have_text(["Segment", "Customers", "Share", "In their words"])
    expect(table.get_by_role("row").nth(1).get_by_role("cell")).to_have_text(
        ["1,204", "41.2%", "the parcels come late"]
    )
    expect(table.get_by_role("rowheader").first).to_have_text("Family basket")
    expect(visit.page.get_by_text("Customers in all: 1,688")).to_be_visible()
    expect(visit.page.get_by_text("too small to show: 2")).to_be_visible()
    expect(visit.page.locator(".from-assistant")).to_contain_text(f"I looked up: {visit.words('console_example_need')}")
    expect(visit.page.get_by_text("Understood as")).to_have_count(0)
    assert visit.site.bot.turns[-1]["role"] == "staff"


def test_a_table_without_a_sentence_says_itself_how_the_question_was_understood(visit: Visit) -> None:
    visit.site.bot.restates = False
    sign_in(visit, ALICE)
    ask(visit, "customers by segment")

    expect(visit.page.get_by_text("Understood as: customers by segment")).to_be_visible()


@pytest.mark.parametrize(("counted", "wording"), [(0, "console_no_rows"), (None, "console_too_few")])
def test_nobody_is_told_apart_from_too_few_to_show(visit: Visit, counted: int | None, wording: str) -> None:
    visit.site.bot.counts = counted
    sign_in(visit, ALICE)
    visit.page.locator("#ask textarea").fill("customers by segment")
    visit.page.locator("#ask textarea").press("Enter")

    expect(visit.page.locator(".answer")).to_contain_text(visit.words(wording))
    expect(visit.page.locator("table")).to_have_count(0)


def test_customers_words_in_a_table_stay_text(visit: Visit) -> None:
    sign_in(visit, ALICE)
    ask(visit, "<b>who</b> wishes for what?")

    expect(visit.page.get_by_role("cell", name=ANGRY_MARKUP)).to_be_visible()
    assert visit.page.locator("td img, td strong, td b, .said b").count() == 0
    assert visit.page.title() == visit.words("console_title")


def test_a_table_is_copied_as_csv_without_formulas(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(visit, ALICE)
    ask(visit, "customers by segment")
    visit.button(visit.words("console_copy")).click()
    expect(visit.page.get_by_text(visit.words("console_copied"), exact=True)).to_be_visible()

    quoted = ANGRY_MARKUP.replace('"', '""')
    assert visit.page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "Segment,Customers,Share,In their words",
        "Family basket,1204,0.412,the parcels come late",
        f'Top-up shopper,388,0.133,"{quoted}"',
        "Gift buyer,96,,'=1+1",
    ]


def test_a_browser_that_allows_no_copying_says_what_to_do(visit: Visit) -> None:
    visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    sign_in(visit, ALICE)
    ask(visit, "customers by segment")
    visit.button(visit.words("console_copy")).click()

    expect(visit.page.get_by_text(visit.words("console_not_copied"))).to_be_visible()


def test_questions_and_answers_are_there_after_a_reload(visit: Visit) -> None:
    sign_in(visit, ALICE)
    ask(visit, "customers by segment")
    visit.page.reload()

    expect(visit.page.get_by_role("table")).to_have_count(1)
    expect(visit.page.locator("#ask textarea")).to_have_attribute("placeholder", visit.words("console_follow_up"))
    ask(visit, "only those in Sha Tin")
    assert visit.site.bot.texts() == ["customers by segment", "only those in Sha Tin"]


def test_a_question_that_could_not_be_asked_goes_back_to_where_it_was_written(visit: Visit) -> None:
    sign_in(visit, ALICE)
    visit.page.locator("#welcome").wait_for()
    visit.page.route(
        "**/api/staff/messages", lambda route: route.fulfill(status=400, json={"detail": "Ask otherwise."})
    )
    visit.page.locator("#ask textarea").fill("customers")
    visit.page.locator("#ask textarea").press("Enter")

    expect(visit.page.get_by_role("alert").filter(has_text="Ask otherwise.")).to_be_visible()
    expect(visit.page.locator("#ask textarea")).to_have_value("customers")


def test_staff_whose_sign_in_has_ended_sign_in_again_and_find_their_question(visit: Visit) -> None:
    sign_in(visit, ALICE)
    visit.page.locator("#welcome").wait_for()
    visit.context.clear_cookies()
    visit.page.locator("#ask textarea").fill("customers by district")
    visit.page.locator("#ask textarea").press("Enter")

    expect(visit.page.get_by_text(visit.words("console_signed_out"))).to_be_visible()
    visit.page.locator("[name=name]").fill(ALICE.name)
    visit.page.locator("[name=password]").fill(PASSWORD)
    visit.page.locator("[name=password]").press("Enter")
    expect(visit.page.locator("#ask textarea")).to_have_value("customers by district")


@LANGUAGES
def test_a_stranger_reads_in_their_language_that_they_may_not_come_in(
    site: Site, contexts: Contexts, language: str
) -> None:
    visit = contexts.visit(site, locale=language)
    sign_in(visit, CHARLIE)

    expect(visit.page.get_by_role("alert")).to_have_text(visit.words("error_sign_in", language))
    expect(visit.page.locator("#signed-in")).to_be_hidden()


def test_signing_out_leaves_nothing_on_the_page(visit: Visit) -> None:
    sign_in(visit, ALICE)
    ask(visit, "customers by segment")
    visit.button(visit.words("console_sign_out")).click()

    expect(visit.page.get_by_role("heading", name=visit.words("console_sign_in"))).to_be_visible()
    expect(visit.page.locator("table")).to_have_count(0)
    visit.page.reload()
    expect(visit.page.get_by_role("heading", name=visit.words("console_sign_in"))).to_be_visible()


@LANGUAGES
@SCREENS
def test_axe_finds_nothing_on_the_staff_console(site: Site, contexts: Contexts, language: str, width: int) -> None:
    visit = contexts.visit(site, locale=language, viewport={"width": width, "height": 700})
    visit.page.emulate_media(reduced_motion="reduce")
    visit.page.goto(site.base + "/staff/")
    visit.page.locator("#sign-in:not([hidden])").wait_for()
    found = [visit.violations()]
    sign_in(visit, BOB)
    visit.page.locator("#welcome").wait_for()
    found.append(visit.violations())
    ask(visit, visit.words("console_example_segment", language))
    found.append(visit.violations())

    assert found == [[]] * 3, json.dumps(found, indent=1)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_manager_opens_the_newest_report_and_its_files(visit: Visit) -> None:
    write_reports(visit.site)
    sign_in(visit, BOB, "/manager/")
    newest = visit.page.get_by_role("article").first

    expect(newest).to_contain_text("Needs report newer")
    expect(newest).to_contain_text("1 February 2026 to 28 February 2026")
    for label in ("manager_pdf", "manager_spreadsheet"):
        address = newest.get_by_role("link", name=visit.words(label)).get_attribute("href")
        assert visit.page.request.get(visit.site.base + str(address)).ok
    newest.get_by_role("link", name=visit.words("manager_open")).click()
    expect(visit.page.get_by_role("heading", name="Report")).to_be_visible()


def test_whoever_is_no_manager_is_told_so(visit: Visit) -> None:
    write_reports(visit.site)
    sign_in(visit, ALICE, "/manager/")

    expect(visit.page.get_by_role("alert").filter(has_text=visit.words("error_not_allowed"))).to_be_visible()
    expect(visit.page.get_by_role("article")).to_have_count(0)


def test_a_manager_without_a_report_reads_how_to_get_one(visit: Visit) -> None:
    visit.page.route("**/api/manager/reports", lambda route: route.fulfill(json={"reports": []}))
    sign_in(visit, BOB, "/manager/")

    expect(visit.page.get_by_text(visit.words("manager_none"))).to_be_visible()


@LANGUAGES
@SCREENS
def test_axe_finds_nothing_on_the_managers_page(site: Site, contexts: Contexts, language: str, width: int) -> None:
    write_reports(site)
    visit = contexts.visit(site, locale=language, viewport={"width": width, "height": 700})
    sign_in(visit, BOB, "/manager/")
    visit.page.get_by_role("article").first.wait_for()

    assert visit.violations() == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(visit.words("manager_title", language))


def write_reports(site: Site) -> None:
    """Two reports, unless they were written before."""
    if not (site.folder / "reports").exists():
        write_report(site.folder, "older", "2026-02-01T02:00:00+00:00")
        write_report(site.folder, "newer", "2026-03-01T02:00:00+00:00")
