"""Whom the shop names on its page is invited, or left in peace, on each of their devices alike (I6)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from playwright.sync_api import expect

import catalogue
from profiles.records import Consent
from tests.cast import MEI
from tests.website.conftest import Contexts, Visit
from tests.website.inviting import QUICK, RULES, another_tab, expect_no_invitation, go_to_shop, press
from tests.website.running import Site, running_site

pytestmark = pytest.mark.slow

EMBED = '<script src="/widget/askwell.js" data-askwell data-identity-token="{token}" async></script>'
PAGE = '<!doctype html><html lang="en"><title>A shop</title>{embed}<main><h1>A shop</h1></main></html>'


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Askwell that invites after a second."""
    with running_site(tmp_path_factory.mktemp("askwell"), rules=QUICK) as site:
        yield site


def sign_in(visit: Visit) -> None:
    """From now on the shop names Mei on its page."""
    expiry = int(datetime.now(UTC).timestamp()) + 3600
    key = OctKey.import_key("an identity secret that only tests know")
    token = jwt.encode({"alg": "HS256"}, {"sub": MEI.id, "exp": expiry}, key)
    page = PAGE.format(embed=EMBED.format(token=token))
    visit.context.route("**/shop/", lambda route: route.fulfill(body=page, content_type="text/html"))


@pytest.fixture
def mei(site: Site) -> Iterator[Site]:
    """Mei has agreed to the notice; afterwards she is forgotten as if she had never been there."""
    with site.store.transaction() as unit:
        unit.customers.ensure(MEI.id, source="chat", known=True, at=datetime.now(UTC))
        unit.consents.record(
            Consent(
                customer_id=MEI.id,
                purpose="survey",
                granted=True,
                notice_version=catalogue.load().wording["consent"].version,
                language="en",
                at=datetime.now(UTC),
            )
        )
    yield site
    with site.store.transaction() as unit:
        unit.customers.erase(MEI.id)


def interview(site: Site, ended: str, days_ago: int) -> None:
    """Mei's interview, which was last spoken in so long ago."""
    with site.store.transaction() as unit:
        unit.interviews.save("mei's interview", MEI.id, {"ended": ended}, datetime.now(UTC) - timedelta(days=days_ago))


def test_a_customers_not_now_holds_on_their_other_devices(mei: Site, contexts: Contexts) -> None:
    phone, desk = contexts.visit(mei), contexts.visit(mei)
    for visit in (phone, desk):
        sign_in(visit)
    go_to_shop(phone)
    with phone.page.expect_response("**/api/chat/invitations/not-now"):
        press(phone, "not_now")

    go_to_shop(desk)

    expect_no_invitation(desk)


def test_a_customer_who_has_just_finished_is_not_invited_on_another_device(mei: Site, contexts: Contexts) -> None:
    interview(mei, "finished", days_ago=1)
    visit = contexts.visit(mei)
    sign_in(visit)
    go_to_shop(visit)

    expect_no_invitation(visit)


def test_a_customer_goes_on_with_what_was_put_off_also_where_it_was_put_off(mei: Site, contexts: Contexts) -> None:
    visit = contexts.visit(mei)
    visit.open_widget()
    for text in ("yes", "me", "price", "7", "late", "right"):
        visit.write(text)
    interview(mei, "later", days_ago=RULES.not_now_days)
    sign_in(visit)
    another_tab(visit)

    expect(visit.page.get_by_role("status")).to_have_text(visit.words("widget_invitation_go_on"))
    press(visit, "accept")
    visit.wait_for_answer()

    opened = [turn for turn in mei.bot.turns if turn["kind"] == "open"]
    assert [turn["customer_id"] for turn in opened] == [None, MEI.id]
    assert len(visit.said()) == 1
