"""The widget in both languages, by keyboard, on small screens, and on a shop of another origin."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.website.conftest import Contexts, Visit
from tests.website.running import Site, running_shop, running_site

pytestmark = pytest.mark.slow

EMBED = '<script src="GATEWAY/widget/askwell.js" data-askwell async></script>'
SHOP_PAGE = f'<!doctype html><html lang="en"><title>A shop</title>{EMBED}<h1>A shop</h1></html>'
FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.getAttribute("aria-label") || focused?.textContent?.trim() || focused?.tagName;
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_a_chinese_browser_is_spoken_to_in_chinese(site: Site, contexts: Contexts) -> None:
    visit = contexts.visit(site, locale="zh-HK")
    visit.open_widget()

    assert site.bot.turns[0]["language"] == "zh-Hant"
    expect(visit.button("好，開始")).to_be_visible()
    expect(visit.page.get_by_role("dialog", name=visit.words("widget_title", "zh-Hant"))).to_have_attribute(
        "lang", "zh-Hant"
    )


def test_the_shopper_switches_the_language_in_the_middle(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.page.get_by_role("dialog").get_by_role("button", name="中文").click()
    visit.wait_for_answer()

    assert visit.site.bot.texts()[-1] == visit.words("widget_switch_language", "zh-Hant")
    expect(visit.button("屋企人")).to_be_visible()
    expect(visit.box).to_have_attribute("placeholder", visit.words("widget_placeholder", "zh-Hant"))
    expect(visit.page.locator(".message").last).to_have_attribute("lang", "zh-Hant")
    expect(visit.page.locator(".message").first).to_have_attribute("lang", "en")


def test_the_widget_follows_when_the_conversation_changes_its_language(visit: Visit) -> None:
    visit.open_widget()
    visit.write(visit.words("widget_switch_language", "zh-Hant"))

    expect(visit.page.get_by_role("dialog", name=visit.words("widget_title", "zh-Hant"))).to_be_visible()


def test_the_language_before_the_chat_is_that_of_the_shops_page(visit: Visit) -> None:
    visit.page.goto(visit.site.base + "/shop/")
    visit.page.get_by_role("button", name="中文").click()
    expect(visit.page.locator(".launcher")).to_have_text(visit.words("widget_open", "zh-Hant"))
    visit.page.locator(".launcher").click()
    visit.wait_for_answer()

    assert visit.site.bot.turns[0]["language"] == "zh-Hant"


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.site.base + "/shop/")
    page.locator(".launcher").focus()
    page.keyboard.press("Enter")
    visit.wait_for_answer()
    assert page.evaluate(FOCUSED) == visit.words("widget_placeholder")

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == "Yes, go ahead"
    page.keyboard.press("Enter")
    visit.wait_for_answer()
    assert page.evaluate(FOCUSED) == "Myself"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    visit.wait_for_answer()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    visit.wait_for_answer()
    assert page.evaluate(FOCUSED) == "0"
    page.keyboard.press("Enter")
    visit.wait_for_answer()
    assert page.evaluate(FOCUSED) == visit.words("widget_log")
    assert visit.site.bot.texts() == ["Yes, go ahead", "My household", "Price, Range and stock", "0"]

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate(FOCUSED) == visit.words("widget_open")


def test_a_past_conversation_is_drawn_without_taking_the_focus_or_being_read_out(visit: Visit) -> None:
    visit.open_widget()
    visit.page.reload()
    visit.page.evaluate(
        """() => {
          window.seen = [];
          new MutationObserver(() => {
            const log = document.querySelector("#askwell")?.shadowRoot.querySelector("deep-chat")?.shadowRoot;
            window.seen.push(log?.querySelector("#messages")?.getAttribute("aria-live"));
          }).observe(document, { subtree: true, childList: true });
        }"""
    )
    visit.wait_for_answer()

    assert visit.page.evaluate(FOCUSED).startswith("Skip to the content")
    expect(visit.log).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param({"viewport": {"width": 320, "height": 568}}, id="a narrow phone"),
        pytest.param({"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}, id="a desk at 200 percent"),
    ],
)
def test_everything_can_be_reached_on_a_small_screen(site: Site, contexts: Contexts, screen: dict[str, object]) -> None:
    visit = contexts.visit(site, **screen)
    visit.open_widget()
    for text in ("yes", "me", "price"):
        visit.write(text)

    assert visit.page.evaluate(SIDEWAYS) == 0
    widths = visit.page.locator(".point").evaluate_all("points => points.map(point => point.clientWidth)")
    assert min(widths) >= 24
    visit.button("10").click()
    visit.wait_for_answer()
    expect(visit.button(visit.words("widget_close"))).to_be_in_viewport()
    expect(visit.box).to_be_in_viewport()


def test_on_a_phone_the_panel_holds_the_focus_and_leaves_the_keyboard_closed(site: Site, contexts: Contexts) -> None:
    visit = contexts.visit(site, viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True)
    visit.open_widget()

    assert visit.page.get_by_role("dialog").evaluate("panel => panel.matches(':modal')")
    assert not visit.box.evaluate("box => box.matches(':focus')")


def test_whoever_wants_no_motion_gets_none(site: Site, contexts: Contexts) -> None:
    visit = contexts.visit(site, reduced_motion="reduce")
    visit.open_widget()

    assert visit.page.get_by_role("dialog").evaluate("panel => getComputedStyle(panel).animationName") == "none"
    assert visit.button("Yes, go ahead").evaluate("button => getComputedStyle(button).transitionDuration") in ("0s", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_axe_finds_nothing_in_any_state_of_the_widget(
    site: Site, contexts: Contexts, language: str, scheme: str
) -> None:
    visit = contexts.visit(site, locale="zh-HK" if language == "zh-Hant" else "en-GB", color_scheme=scheme)
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open_widget()
    found = [visit.violations()]
    for text in ("yes", "me", "price", "7", "late", "right"):
        visit.write(text)
        found.append(visit.violations())

    assert found == [[]] * 7, json.dumps(found, indent=1)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """Askwell, and a shop of another origin whose policy allows nothing but Askwell's scripts and answers."""
    folder: Path = tmp_path_factory.mktemp("elsewhere")
    with running_shop(SHOP_PAGE) as (shop, gateway), running_site(folder, shop) as site:
        gateway.append(site.base)
        yield site, shop


def test_one_line_on_another_origin_under_a_strict_policy_is_enough(
    elsewhere: tuple[Site, str], contexts: Contexts
) -> None:
    site, shop = elsewhere
    visit = contexts.visit(site)
    visit.page.goto(shop)
    visit.page.locator(".launcher").click()
    visit.wait_for_answer()
    visit.choose("Yes, go ahead")
    visit.write("for me")

    assert site.bot.texts() == ["Yes, go ahead", "for me"]
    assert visit.complaints == []
    assert visit.hosts == {urlsplit(shop).netloc, urlsplit(site.base).netloc}
    expect(visit.page.locator(".launcher")).to_have_css("position", "relative")


def test_no_other_host_is_ever_asked_for_anything(visit: Visit) -> None:
    visit.open_widget()
    for text in ("yes", "me", "price", "7", "see https://elsewhere.example/ and ![x](https://elsewhere.example/x.png)"):
        visit.write(text)
    for path in ("/staff/", "/manager/"):
        visit.page.goto(visit.site.base + path)
        visit.page.locator("#sign-in:not([hidden])").wait_for()

    assert visit.hosts == {urlsplit(visit.site.base).netloc}


def test_a_slow_device_shows_the_conversation_too(visit: Visit) -> None:
    visit.context.new_cdp_session(visit.page).send("Emulation.setCPUThrottlingRate", {"rate": 20})
    visit.open_widget()
    visit.choose("Yes, go ahead")

    expect(visit.log).to_have_attribute("aria-label", visit.words("widget_log"))
    expect(visit.button("Myself")).to_be_visible()
