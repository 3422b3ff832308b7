"""A shopper who wants a person, and the member of staff who answers, each in a browser of their own (Q3)."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from profiles.records import Consent, HandOver
from tests.cast import ALICE, MEI
from tests.website.conftest import Contexts, Visit
from tests.website.running import Site
from tests.website.test_pages import sign_in

pytestmark = pytest.mark.slow


def ask_for_a_person(site: Site, conversation_id: str, summary: str) -> None:
    """What the investigation keeps when a shopper wants to speak to a person."""
    now = datetime.now(UTC)
    with site.store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="chat", known=False, at=now)
        consent = Consent(customer_id=MEI.id, purpose="survey", granted=True, notice_version="1", language="en", at=now)
        unit.consents.record(consent)
        unit.conversations.attach(conversation_id, MEI.id)
        unit.hand_overs.open(
            HandOver(
                hand_over_id=f"of {conversation_id}",
                conversation_id=conversation_id,
                customer_id=MEI.id,
                kind="chat",
                language="en",
                summary=summary,
                asked_at=now,
                answer_by=now + timedelta(minutes=15),
            )
        )


def shopper_who_waits(site: Site, contexts: Contexts, summary: str = "Shops for: Myself") -> Visit:
    """Mei in the widget, who has asked for a person."""
    shopper = contexts.visit(site)
    shopper.open_widget()
    ask_for_a_person(site, site.bot.turns[0]["conversation_id"], summary)
    return shopper


def card(staff: Visit) -> Locator:
    """The one who waits, in the console."""
    return staff.page.locator("#inbox .card")


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("zh-Hant", 320)])
def test_staff_write_in_the_console_and_the_shopper_reads_it_in_the_widget(
    site: Site, contexts: Contexts, language: str, width: int
) -> None:
    shopper = shopper_who_waits(site, contexts)
    staff = contexts.visit(site, locale=language, viewport={"width": width, "height": 800})
    sign_in(staff, ALICE)

    expect(card(staff)).to_contain_text(staff.words("console_inbox_chat", language))
    expect(card(staff)).to_contain_text("Shops for: Myself")
    assert staff.violations() == []
    assert staff.page.evaluate("document.documentElement.scrollWidth") == width

    card(staff).locator("textarea").fill("Hello, I am Alice. What went wrong?")
    staff.button(staff.words("console_inbox_send", language)).click()
    expect(card(staff).locator("textarea")).to_have_value("")
    expect(shopper.page.locator(".from-staff .bubble")).to_have_text("Hello, I am Alice. What went wrong?")

    staff.button(staff.words("console_inbox_close", language)).click()
    expect(card(staff)).to_have_count(0)
    expect(shopper.log).to_contain_text("My colleague has left the chat.")
    assert shopper.complaints == []


def test_what_a_shopper_wrote_stays_text(site: Site, contexts: Contexts) -> None:
    shopper_who_waits(site, contexts, "<img src=x onerror=\"document.title='broken in'\">")
    staff = contexts.visit(site)
    sign_in(staff, ALICE)

    expect(card(staff)).to_contain_text("<img src=x")
    assert card(staff).locator("img").count() == 0
