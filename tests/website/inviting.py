"""What the tests of invitations share: rules that invite after a second, and what a visitor sees and presses."""

from dataclasses import replace

from playwright.sync_api import Locator, expect

from analytics.invitations import load_invitation_rules
from tests.website.conftest import Visit

RULES = load_invitation_rules()
QUICK = replace(RULES, after_seconds=1)
LONG_ENOUGH_MS = 2500
"""After so long an invitation that is due within a second would have been seen."""


def teaser(visit: Visit, language: str = "en") -> Locator:
    """The invitation, as a place of the page."""
    return visit.page.get_by_role("region", name=visit.words("widget_invitation", language), exact=True)


def go_to_shop(visit: Visit) -> None:
    """Opens the shop's page, on which the launcher stands."""
    visit.page.goto(visit.site.base + "/shop/")
    visit.page.locator(".launcher").wait_for()


def another_tab(visit: Visit) -> None:
    """The same browser opens the shop in another tab."""
    visit.page = visit.context.new_page()
    go_to_shop(visit)


def expect_no_invitation(visit: Visit) -> None:
    """Waits until one would have come."""
    visit.page.wait_for_timeout(LONG_ENOUGH_MS)
    assert visit.page.locator(".teaser").count() == 1
    expect(visit.page.locator(".teaser.is-shown")).to_have_count(0)


def press(visit: Visit, word: str, language: str = "en") -> None:
    """Presses one of the buttons of the invitation."""
    visit.button(visit.words(f"widget_invitation_{word}", language)).click()
