"""The invitation beside the launcher: who sees it, what it asks for, and that a 'not now' counts (I6)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.website.conftest import Contexts, Visit
from tests.website.inviting import (
    LONG_ENOUGH_MS,
    QUICK,
    RULES,
    another_tab,
    expect_no_invitation,
    go_to_shop,
    press,
    teaser,
)
from tests.website.running import Site, running_site

pytestmark = pytest.mark.slow

FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.textContent?.trim();
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
NO_STORAGE = """() => Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("This page may keep nothing.", "SecurityError"); },
})"""
HIDDEN = """() => Object.defineProperty(document, "hidden", { get: () => !window.isInSight, configurable: true })"""


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Askwell that invites after a second."""
    with running_site(tmp_path_factory.mktemp("askwell"), rules=QUICK) as site:
        yield site


def test_an_invitation_appears_beside_the_launcher_and_takes_no_focus(visit: Visit) -> None:
    go_to_shop(visit)
    before = visit.page.evaluate(FOCUSED)

    expect(teaser(visit)).to_be_visible()

    expect(visit.page.get_by_role("status")).to_have_text(visit.words("widget_invitation_begin"))
    assert visit.page.evaluate(FOCUSED) == before
    expect(visit.page.locator(".launcher")).to_be_visible()
    assert visit.site.bot.turns == []


def test_accepting_opens_the_chat(visit: Visit) -> None:
    go_to_shop(visit)
    press(visit, "accept")
    visit.wait_for_answer()

    expect(teaser(visit)).to_be_hidden()
    expect(visit.box).to_be_focused()
    assert [turn["kind"] for turn in visit.site.bot.turns] == ["open"]


def test_a_not_now_is_remembered_on_every_page_of_the_shop_until_its_days_are_over(visit: Visit) -> None:
    go_to_shop(visit)
    press(visit, "not_now")
    expect(teaser(visit)).to_be_hidden()

    visit.page.reload()
    visit.page.locator(".launcher").wait_for()
    expect_no_invitation(visit)
    another_tab(visit)
    expect_no_invitation(visit)

    later = visit.context.new_page()
    later.clock.install(time=datetime.now(UTC) + timedelta(days=RULES.not_now_days))
    visit.page = later
    go_to_shop(visit)
    later.wait_for_load_state("networkidle")
    later.clock.run_for(LONG_ENOUGH_MS)
    expect(teaser(visit)).to_be_visible()


def test_an_invitation_that_nobody_answered_comes_once_a_visit(visit: Visit) -> None:
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()

    visit.page.reload()
    visit.page.locator(".launcher").wait_for()
    expect_no_invitation(visit)
    another_tab(visit)
    expect(teaser(visit)).to_be_visible()


def test_escape_says_not_now_and_leaves_the_focus_where_it_is(visit: Visit) -> None:
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()
    visit.button(visit.words("shop_have_your_say")).focus()

    visit.page.keyboard.press("Escape")

    expect(teaser(visit)).to_be_hidden()
    expect(visit.button(visit.words("shop_have_your_say"))).to_be_focused()
    another_tab(visit)
    expect_no_invitation(visit)


def test_an_escape_that_the_shop_has_used_is_no_answer(visit: Visit) -> None:
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()
    visit.page.evaluate("() => addEventListener('keydown', (event) => event.preventDefault(), { capture: true })")

    visit.page.keyboard.press("Escape")

    expect(teaser(visit)).to_be_visible()


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()
    visit.page.locator(".launcher").focus()

    visit.page.keyboard.press("Shift+Tab")
    assert visit.page.evaluate(FOCUSED) == visit.words("widget_invitation_not_now")
    visit.page.keyboard.press("Shift+Tab")
    assert visit.page.evaluate(FOCUSED) == visit.words("widget_invitation_accept")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")

    expect(teaser(visit)).to_be_hidden()
    assert visit.page.evaluate(FOCUSED) == visit.words("widget_open")


def test_a_chinese_page_invites_in_chinese(site: Site, contexts: Contexts) -> None:
    visit = contexts.visit(site, locale="zh-HK")
    go_to_shop(visit)

    expect(teaser(visit, "zh-Hant")).to_have_attribute("lang", "zh-Hant")
    expect(visit.page.get_by_role("status")).to_have_text(visit.words("widget_invitation_begin", "zh-Hant"))
    press(visit, "accept", "zh-Hant")
    visit.wait_for_answer()
    assert site.bot.turns[0]["language"] == "zh-Hant"


def test_an_invitation_follows_the_language_of_the_page(visit: Visit) -> None:
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()
    visit.page.get_by_role("button", name="中文").click()

    expect(visit.page.get_by_role("status")).to_have_text(visit.words("widget_invitation_begin", "zh-Hant"))
    expect(visit.button(visit.words("widget_invitation_not_now", "zh-Hant"))).to_be_visible()


def test_nobody_is_invited_while_they_have_a_conversation_nor_for_a_while_after_its_end(
    site: Site, contexts: Contexts
) -> None:
    visit = contexts.visit(site)
    visit.open_widget()
    visit.button(visit.words("widget_close")).click()
    expect_no_invitation(visit)
    another_tab(visit)
    expect_no_invitation(visit)

    visit.page.locator(".launcher").click()
    visit.wait_for_answer()
    for text in ("yes", "me", "price", "7", "late", "right"):
        visit.write(text)
    expect(visit.button(visit.words("widget_new"))).to_be_visible()
    another_tab(visit)
    expect_no_invitation(visit)

    visit.page = visit.context.new_page()
    visit.page.clock.install(time=datetime.now(UTC) + timedelta(days=RULES.cooldown_days))
    go_to_shop(visit)
    visit.page.wait_for_load_state("networkidle")
    visit.page.clock.run_for(LONG_ENOUGH_MS)
    expect(teaser(visit)).to_be_visible()


def test_whoever_has_opened_the_chat_on_this_page_needs_no_invitation(visit: Visit) -> None:
    visit.page.route("**/api/chat/sessions", lambda route: route.abort())
    go_to_shop(visit)
    visit.page.locator(".launcher").click()
    visit.button(visit.words("widget_close")).click()

    expect_no_invitation(visit)


def test_opening_the_chat_otherwise_takes_the_invitation_away(visit: Visit) -> None:
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()
    visit.choose(visit.words("shop_have_your_say"))

    expect(teaser(visit)).to_be_hidden()


def test_nobody_is_invited_where_the_shop_does_not_want_it(
    tmp_path_factory: pytest.TempPathFactory, contexts: Contexts
) -> None:
    with running_site(tmp_path_factory.mktemp("askwell"), rules=replace(QUICK, enabled=False)) as site:
        visit = contexts.visit(site)
        go_to_shop(visit)
        expect_no_invitation(visit)


def test_a_gateway_that_cannot_say_invites_nobody_and_does_not_disturb_the_page(visit: Visit) -> None:
    visit.page.route("**/api/chat/invitations", lambda route: route.fulfill(status=503, json={"detail": "Busy."}))
    go_to_shop(visit)
    expect_no_invitation(visit)

    visit.page.locator(".launcher").click()
    visit.wait_for_answer()


def test_a_browser_that_cannot_remember_a_not_now_is_not_invited(visit: Visit) -> None:
    visit.page.add_init_script(f"({NO_STORAGE})()")
    visit.page.goto(visit.site.base + "/shop/")
    visit.page.locator(".launcher").wait_for()

    expect_no_invitation(visit)


def test_only_the_time_in_sight_counts(visit: Visit) -> None:
    visit.page.add_init_script(f"({HIDDEN})()")
    go_to_shop(visit)
    expect_no_invitation(visit)

    visit.page.evaluate("() => { window.isInSight = true; }")

    expect(teaser(visit)).to_be_visible()


def test_the_shipped_rules_leave_people_time_to_look_around(
    tmp_path_factory: pytest.TempPathFactory, contexts: Contexts
) -> None:
    with running_site(tmp_path_factory.mktemp("askwell")) as site:
        visit = contexts.visit(site)
        visit.page.clock.install()
        with visit.page.expect_response("**/api/chat/invitations"):
            go_to_shop(visit)
        visit.page.wait_for_load_state("networkidle")
        visit.page.clock.run_for((RULES.after_seconds - 2) * 1000)
        expect(visit.page.locator(".teaser.is-shown")).to_have_count(0)
        visit.page.clock.run_for(5000)
        expect(teaser(visit)).to_be_visible()


def test_a_visitor_whom_the_shop_does_not_name_tells_the_gateway_nothing(visit: Visit) -> None:
    asked: list[tuple[str, object]] = []
    visit.page.on("request", lambda request: asked.append((request.url, json.loads(request.post_data or "null"))))
    go_to_shop(visit)
    press(visit, "not_now")
    expect(teaser(visit)).to_be_hidden()
    visit.page.wait_for_load_state("networkidle")

    ours = [body for url, body in asked if "/api/chat/" in url]
    assert ours == [{"locale": "en"}]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_axe_finds_nothing_on_a_page_with_an_invitation(
    site: Site, contexts: Contexts, language: str, scheme: str
) -> None:
    visit = contexts.visit(site, locale="zh-HK" if language == "zh-Hant" else "en-GB", color_scheme=scheme)
    visit.page.emulate_media(reduced_motion="reduce")
    go_to_shop(visit)
    expect(teaser(visit, language)).to_be_visible()

    assert visit.violations() == []


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param({"viewport": {"width": 320, "height": 568}}, id="a narrow phone"),
        pytest.param({"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}, id="a desk at 200 percent"),
    ],
)
def test_all_of_an_invitation_is_seen_on_a_small_screen(
    site: Site, contexts: Contexts, screen: dict[str, object]
) -> None:
    visit = contexts.visit(site, **screen)
    go_to_shop(visit)

    expect(teaser(visit)).to_be_in_viewport(ratio=1)
    assert visit.page.evaluate(SIDEWAYS) == 0


def test_whoever_wants_no_motion_gets_none(site: Site, contexts: Contexts) -> None:
    visit = contexts.visit(site, reduced_motion="reduce")
    go_to_shop(visit)
    expect(teaser(visit)).to_be_visible()

    assert teaser(visit).evaluate("invitation => getComputedStyle(invitation).animationName") == "none"
