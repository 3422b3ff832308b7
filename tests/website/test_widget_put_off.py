"""A chat that was put off by somebody whom the shop does not name waits for them in their browser (I6)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.website.conftest import Visit
from tests.website.inviting import LONG_ENOUGH_MS, QUICK, RULES, another_tab, go_to_shop, press
from tests.website.running import Site, running_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Askwell that invites after a second."""
    with running_site(tmp_path_factory.mktemp("askwell"), rules=QUICK) as site:
        yield site


def put_off(visit: Visit) -> None:
    """Somebody whom the shop does not name agrees, and then has no time."""
    visit.open_widget()
    visit.write("yes")
    visit.choose(visit.words("widget_later"))
    expect(visit.button(visit.words("widget_go_on"))).to_be_visible()
    expect(visit.button(visit.words("widget_new"))).to_be_visible()
    visit.button(visit.words("widget_close")).click()


def days_later(visit: Visit, days: int) -> None:
    """The same browser on another day."""
    visit.page = visit.context.new_page()
    visit.page.clock.install(time=datetime.now(UTC) + timedelta(days=days, minutes=1))
    go_to_shop(visit)
    visit.page.wait_for_load_state("networkidle")
    visit.page.clock.run_for(LONG_ENOUGH_MS)


def test_whoever_put_the_chat_off_is_invited_to_go_on_with_it_and_accepting_does(visit: Visit) -> None:
    put_off(visit)
    days_later(visit, RULES.not_now_days - 1)
    expect(visit.page.locator(".teaser.is-shown")).to_have_count(0)
    days_later(visit, RULES.not_now_days)
    expect(visit.page.get_by_role("status")).to_have_text(visit.words("widget_invitation_go_on"))

    press(visit, "accept")
    visit.wait_for_answer()

    turns = visit.site.bot.turns
    expect(visit.log.get_by_text(visit.words("widget_go_on"), exact=True)).to_be_visible()
    assert [turn["text"] for turn in turns if turn["kind"] == "message"] == ["yes", "Later", "Go on now"]
    assert len({turn["conversation_id"] for turn in turns}) == 1
    expect(visit.button(visit.words("widget_go_on"))).to_be_hidden()


def test_whoever_put_the_chat_off_goes_on_by_a_button_when_they_open_it_themselves(visit: Visit) -> None:
    put_off(visit)
    another_tab(visit)
    visit.page.locator(".launcher").click()
    visit.choose(visit.words("widget_go_on"))

    expect(visit.button(visit.words("widget_go_on"))).to_be_hidden()
    assert [turn["kind"] for turn in visit.site.bot.turns].count("open") == 1


def test_a_chat_that_was_put_off_too_long_ago_is_left_for_a_new_one(visit: Visit) -> None:
    put_off(visit)
    days_later(visit, RULES.cooldown_days)
    expect(visit.page.get_by_role("status")).to_have_text(visit.words("widget_invitation_begin"))

    press(visit, "accept")
    visit.wait_for_answer()
    assert [turn["kind"] for turn in visit.site.bot.turns].count("open") == 2
