"""A shopper answers: with quick replies, by picking several, on a scale, in their own words."""

import json
import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from playwright.sync_api import expect

import catalogue
from tests.website.conftest import Contexts, Visit
from tests.website.running import Site
from tests.website.scripted_bot import ANGRY_MARKUP

pytestmark = pytest.mark.slow


def label(question: str, value: str) -> str:
    """What the button of a choice says, in English."""
    return catalogue.load().questions[question].choice(value).label["en"]


def test_a_conversation_takes_every_kind_of_answer(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.choose(label("for_whom", "household"))
    visit.page.get_by_label(label("what_decides", "quality")).check()
    visit.page.get_by_label(label("what_decides", "delivery")).check()
    visit.choose(visit.words("widget_confirm_choices"))
    visit.choose("7")
    visit.write("Two parcels came late.")
    visit.choose("Yes, that's right")

    assert visit.site.bot.texts() == [
        "Yes, go ahead",
        label("for_whom", "household"),
        f"{label('what_decides', 'quality')}, {label('what_decides', 'delivery')}",
        "7",
        "Two parcels came late.",
        "Yes, that's right",
    ]
    expect(visit.page.get_by_text(visit.words("widget_ended"))).to_be_visible()
    visit.write("Actually, two of three.")
    assert visit.site.bot.texts()[-1] == "Actually, two of three."


def test_a_single_choice_of_several_is_picked_by_its_id(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.choose(label("for_whom", "self"))
    visit.page.get_by_label(label("what_decides", "price")).check()
    visit.choose(visit.words("widget_confirm_choices"))

    assert visit.site.bot.turns[-1]["choice"] == {"slot": "what_decides", "value": "price"}


def test_words_answer_a_question_that_has_buttons_too(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.write("for my mother, mostly")

    assert visit.site.bot.turns[-1]["choice"] is None
    assert visit.site.bot.texts()[-1] == "for my mother, mostly"


def test_only_the_last_question_has_buttons(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")

    expect(visit.button("Yes, go ahead")).to_have_count(0)
    expect(visit.button(label("for_whom", "gift"))).to_be_visible()


def test_why_do_you_ask_leaves_the_question_open(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.choose(visit.words("widget_why"))

    assert visit.said()[-1] == catalogue.load().questions["for_whom"].purpose["en"]
    visit.choose(label("for_whom", "gift"))
    assert visit.site.bot.turns[-1]["choice"] == {"slot": "for_whom", "value": "gift"}


def test_progress_is_shown_once_questions_are_counted(visit: Visit) -> None:
    visit.open_widget()
    expect(visit.page.get_by_role("progressbar")).to_be_hidden()
    visit.choose("Yes, go ahead")
    visit.choose(label("for_whom", "self"))

    expect(visit.page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "1")
    expect(visit.page.get_by_text("1 of 4 answered")).to_be_visible()


def test_a_reload_shows_the_conversation_and_goes_on_where_it_stood(visit: Visit) -> None:
    visit.open_widget()
    visit.choose("Yes, go ahead")
    visit.choose(label("for_whom", "self"))
    before = visit.said()
    visit.page.reload()
    visit.wait_for_answer()

    assert visit.said() == before
    expect(visit.page.get_by_label(label("what_decides", "price"))).to_be_visible()
    visit.write("price")
    assert len(visit.site.bot.texts()) == 3
    assert len({turn["conversation_id"] for turn in visit.site.bot.turns}) == 1


def test_nothing_is_opened_before_the_shopper_opens_it(visit: Visit) -> None:
    visit.page.goto(visit.site.base + "/shop/")
    expect(visit.page.locator(".launcher")).to_be_visible()

    assert visit.site.bot.turns == []
    assert visit.page.evaluate("customElements.get('deep-chat')") is None


def test_another_chat_begins_after_the_end(visit: Visit) -> None:
    visit.open_widget()
    for text in ("yes", "me", "price", "7", "late", "right"):
        visit.write(text)
    visit.choose(visit.words("widget_new"))

    expect(visit.button("Yes, go ahead")).to_be_visible()
    assert visit.site.bot.turns[-1]["kind"] == "open"
    assert len({turn["conversation_id"] for turn in visit.site.bot.turns}) == 2


def test_what_a_shopper_writes_stays_text(visit: Visit) -> None:
    visit.open_widget()
    for text in ("yes", "me", "price", "7"):
        visit.write(text)
    visit.write(ANGRY_MARKUP)

    assert visit.said()[-2] == ANGRY_MARKUP
    assert ANGRY_MARKUP in visit.said()[-1]
    assert visit.page.locator("deep-chat img, deep-chat strong, deep-chat a").count() == 0
    assert visit.page.title() == "Corner Grocer"
    assert visit.hosts == {visit.site.base.removeprefix("http://")}


def test_a_slash_is_plain_text(visit: Visit) -> None:
    visit.open_widget()
    visit.write("/restart")

    assert visit.said()[1] == "/restart"


def test_chinese_words_are_composed_with_enter_before_they_are_sent(visit: Visit) -> None:
    visit.open_widget()
    visit.box.fill("好")
    visit.box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    visit.box.dispatch_event("keydown", {"key": "Enter", "keyCode": 229})

    expect(visit.box).to_have_value("好")
    assert visit.site.bot.texts() == []


def test_a_member_of_staff_is_heard_and_counted_while_the_panel_is_closed(visit: Visit) -> None:
    visit.open_widget()
    with visit.page.expect_response(re.compile("/api/chat/events")):
        visit.page.reload()
    visit.wait_for_answer()
    visit.button(visit.words("widget_close")).click()
    conversation = visit.site.bot.turns[0]["conversation_id"]
    say_unasked(visit.site, conversation, "We have looked into your parcel.")

    expect(visit.page.get_by_role("button", name="Have your say, new messages: 1")).to_be_visible()
    visit.page.locator(".launcher").click()
    expect(visit.page.locator(".from-staff .bubble")).to_have_text("We have looked into your parcel.")
    expect(visit.page.get_by_text("Staff of Corner Grocer", exact=True)).to_be_visible()


def test_a_button_of_the_shops_own_opens_the_widget(visit: Visit) -> None:
    visit.page.goto(visit.site.base + "/shop/")
    visit.page.locator(".launcher").wait_for()
    visit.choose(visit.words("shop_have_your_say"))

    expect(visit.page.get_by_role("dialog")).to_be_visible()


def test_the_signed_in_customers_token_goes_along(site: Site, contexts: Contexts) -> None:
    visit = contexts.visit(site)
    embed = '<script src="/widget/askwell.js" data-askwell data-identity-token="a.b.c" async></script>'
    visit.page.route("**/shop/", lambda route: route.fulfill(body=f"<!doctype html>{embed}", content_type="text/html"))
    visit.page.goto(site.base + "/shop/")
    with visit.page.expect_request("**/api/chat/sessions") as request:
        visit.page.locator(".launcher").click()

    assert json.loads(request.value.post_data or "{}")["identity_token"] == "a.b.c"
    expect(visit.page.get_by_text("The shop's sign-in could not be checked")).to_be_visible()


def say_unasked(site: Site, conversation_id: str, text: str) -> None:
    """What the gateway keeps when a member of staff answers a shopper."""
    id = str(uuid4())
    message = {"id": f"{id}.0", "kind": "text", "text": text, "language": "en", "choices": []}
    reply = {
        "messages": [message],
        "progress": None,
        "ended": False,
        "language": "en",
        "from": "staff",
        "unasked": True,
    }
    now = datetime.now(UTC)
    with site.store.transaction() as unit:
        unit.turns.accept(conversation_id, id, None, now)
        unit.turns.finish(conversation_id, id, reply, now)
