"""Nothing that a shopper writes is lost or doubled, whatever the network, the bot or the clock does."""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.website.conftest import Visit

pytestmark = pytest.mark.slow

MESSAGES = "**/api/chat/messages"


class Sent:
    """The messages that the widget sends, and what becomes of each on the way."""

    def __init__(self, visit: Visit, *fates: Callable[[Route], Any]) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.times: list[float] = []
        self._fates = list(fates)
        visit.page.route(MESSAGES, self._handle)

    def ids(self) -> list[str]:
        """The message ids, in the order in which they were sent."""
        return [body["message_id"] for body in self.bodies]

    def _handle(self, route: Route) -> None:
        body: dict[str, Any] = json.loads(route.request.post_data or "{}")
        self.bodies.append(body)
        self.times.append(time.monotonic())
        fate = self._fates.pop(0) if self._fates else Route.continue_
        fate(route)


def lose_the_reply(route: Route) -> None:
    """The gateway takes the message; what it answers never arrives."""
    route.fetch()
    route.abort()


def refuse_for_two_seconds(route: Route) -> None:
    """The gateway is busy and says for how long."""
    route.fulfill(status=503, headers={"Retry-After": "2"}, json={"detail": "Busy."})


def test_a_lost_reply_is_asked_for_again_with_the_same_id(visit: Visit) -> None:
    visit.open_widget()
    sent = Sent(visit, lose_the_reply, lose_the_reply)
    visit.write("yes, please")

    assert len(sent.ids()) == 3
    assert len(set(sent.ids())) == 1
    assert visit.site.bot.texts() == ["yes, please"]
    assert visit.said().count("yes, please") == 1
    assert len(visit.said()) == 4


def test_a_busy_gateway_is_asked_again_when_it_said(visit: Visit) -> None:
    visit.open_widget()
    sent = Sent(visit, refuse_for_two_seconds)
    visit.button("Yes, go ahead").click()
    expect(visit.page.get_by_text(visit.words("widget_trouble_slow"))).to_be_visible()
    visit.wait_for_answer()

    assert sent.times[1] - sent.times[0] >= 2
    assert len(set(sent.ids())) == 1
    expect(visit.page.get_by_text(visit.words("widget_trouble_slow"))).to_be_hidden()


def test_what_is_written_offline_goes_out_once_the_network_is_back(visit: Visit) -> None:
    visit.open_widget()
    visit.context.set_offline(True)
    expect(visit.page.get_by_text(visit.words("widget_trouble_offline"))).to_be_visible()
    visit.box.fill("yes")
    visit.box.press("Enter")
    visit.box.fill("for me")
    visit.box.press("Enter")
    visit.context.set_offline(False)
    expect(visit.page.get_by_text("1 of 4 answered")).to_be_visible()

    assert visit.site.bot.texts() == ["yes", "for me"]
    expect(visit.page.get_by_text(visit.words("widget_trouble_offline"))).to_be_hidden()


def test_a_message_that_was_given_up_is_sent_again_with_the_same_id(visit: Visit) -> None:
    visit.page.clock.install()
    visit.open_widget()
    sent = Sent(visit, *[Route.abort] * 6)
    visit.box.fill("yes, please")
    visit.box.press("Enter")
    again = visit.button(visit.words("widget_send_again"))
    for _ in range(6):
        visit.page.wait_for_timeout(300)
        visit.page.clock.fast_forward(10_000)
    expect(visit.page.get_by_text(visit.words("widget_message_failed"))).to_be_visible()
    again.click()
    visit.wait_for_answer()

    assert len(sent.ids()) == 7
    assert len(set(sent.ids())) == 1
    assert visit.site.bot.texts() == ["yes, please"]
    expect(again).to_be_hidden()
    expect(visit.page.get_by_text(visit.words("widget_message_failed"))).to_be_hidden()


def test_a_reload_in_the_middle_of_a_turn_neither_loses_nor_doubles_the_message(visit: Visit) -> None:
    visit.open_widget()
    visit.site.bot.gate.clear()
    visit.box.fill("yes, please")
    with visit.page.expect_request(MESSAGES):
        visit.box.press("Enter")
    visit.page.reload()
    visit.page.get_by_text("yes, please").wait_for()
    visit.site.bot.gate.set()
    visit.wait_for_answer()

    expect(visit.button("Myself")).to_be_visible()
    assert visit.said().count("yes, please") == 1
    assert len({turn["message_id"] for turn in visit.site.bot.turns if turn["text"] == "yes, please"}) == 1


def test_a_reload_before_a_message_went_out_sends_it(visit: Visit) -> None:
    visit.open_widget()
    visit.page.route(MESSAGES, lambda route: route.abort())
    visit.box.fill("yes, please")
    visit.box.press("Enter")
    visit.page.get_by_text(visit.words("widget_trouble_slow")).wait_for()
    visit.page.unroute(MESSAGES)
    visit.page.reload()
    expect(visit.button("Myself")).to_be_visible()

    assert visit.site.bot.texts() == ["yes, please"]
    assert visit.said().count("yes, please") == 1


def test_an_expired_session_is_followed_by_a_new_one_and_gives_the_words_back(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.site.clock.ahead = timedelta(days=30)
    visit.write("for my mother")

    expect(visit.page.get_by_text(visit.words("widget_renewed"))).to_be_visible()
    expect(visit.button("Yes, go ahead")).to_be_visible()
    expect(visit.box).to_have_value("for my mother")
    assert "for my mother" not in visit.site.bot.texts()


def test_a_session_that_expired_between_two_visits_is_not_asked_for(visit: Visit) -> None:
    visit.open_widget()
    visit.page.evaluate(
        """() => {
          const name = Object.keys(localStorage).find((key) => key.startsWith("askwell http"));
          const kept = JSON.parse(localStorage.getItem(name));
          kept.session.expires_at = "2020-01-01T00:00:00+00:00";
          localStorage.setItem(name, JSON.stringify(kept));
        }"""
    )
    visit.page.reload()
    visit.wait_for_answer()

    assert len(visit.said()) == 1
    assert len({turn["conversation_id"] for turn in visit.site.bot.turns}) == 2


def test_a_refused_message_says_why_and_goes_back_to_where_it_was_written(visit: Visit) -> None:
    visit.open_widget()
    reason = "This message was sent before with other words."
    Sent(visit, lambda route: route.fulfill(status=409, json={"detail": reason}))
    visit.write("yes")

    expect(visit.page.get_by_text(reason)).to_be_visible()
    expect(visit.page.get_by_text(visit.words("widget_message_refused"), exact=True)).to_be_visible()
    expect(visit.box).to_have_value("yes")
    visit.box.press("Enter")
    visit.wait_for_answer()
    assert visit.site.bot.texts() == ["yes"]


def test_the_answer_is_shown_to_be_on_its_way(visit: Visit) -> None:
    visit.open_widget()
    visit.site.bot.gate.clear()
    visit.button("Yes, go ahead").click()

    expect(visit.page.locator(".loading-message-dots")).to_be_visible()
    expect(visit.button("No, thank you")).to_have_attribute("aria-disabled", "true")
    visit.button("No, thank you").click(force=True)
    visit.site.bot.gate.set()
    visit.wait_for_answer()
    assert visit.site.bot.texts() == ["Yes, go ahead"]


def test_a_shop_without_a_running_gateway_has_no_launcher_until_it_runs(visit: Visit) -> None:
    visit.page.route("**/api/words*", lambda route: route.abort(), times=2)
    visit.page.goto(visit.site.base + "/shop/")

    expect(visit.page.locator(".launcher")).to_be_visible()


def test_a_browser_without_storage_can_talk_all_the_same(visit: Visit) -> None:
    visit.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    visit.page.route(
        "**/shop/",
        lambda route: route.fulfill(
            body='<!doctype html><script src="/widget/askwell.js" data-askwell async></script>',
            content_type="text/html",
        ),
    )
    visit.open_widget()
    visit.choose("Yes, go ahead")

    assert visit.site.bot.texts() == ["Yes, go ahead"]
