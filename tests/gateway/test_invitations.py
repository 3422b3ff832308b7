"""POST /api/chat/invitations and its 'not now': who is invited, and what is kept of whom (I6, P1)."""

import asyncio
import contextlib
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from pydantic import SecretStr

import catalogue
from analytics.invitations import InvitationRules, load_invitation_rules
from gateway.quotas import SECONDS_BETWEEN, Quotas, seconds_until_next_count
from profiles import Store
from profiles.records import Consent
from settings import Settings
from tests.cast import DANIEL, MEI, MONDAY, Person
from tests.databases import DATA_KEY
from tests.gateway.conftest import SHOP, Clock, Running
from tests.gateway.door import Door, is_problem
from tests.profiles.people import answer

NOTICE = catalogue.load().wording["consent"].version
RULES = load_invitation_rules()
INVITATIONS = "/api/chat/invitations"
NOT_NOW = f"{INVITATIONS}/not-now"


@pytest.fixture
def signed(config: Settings, clock: Clock) -> "Signed":
    return Signed(config, clock)


class Signed:
    """The shop, which signs who is signed in."""

    def __init__(self, config: Settings, clock: Clock) -> None:
        self._key = OctKey.import_key(config.identity_secret.get_secret_value())
        self._clock = clock

    def __call__(self, person: Person) -> dict[str, str]:
        """The body of somebody's request."""
        expiry = int((self._clock() + timedelta(minutes=5)).timestamp())
        return {"identity_token": jwt.encode({"alg": "HS256"}, {"sub": person.id, "exp": expiry}, self._key)}


async def invitation(door: Door, body: dict[str, str], language: str = "en") -> dict[str, Any] | None:
    """What the visitor is invited to."""
    answer = await door.client.post(INVITATIONS, json=body, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    invited: dict[str, Any] | None = answer.json()["invitation"]
    return invited


async def kind(door: Door, body: dict[str, str]) -> str | None:
    invited = await invitation(door, body)
    return None if invited is None else str(invited["kind"])


def agree(store: Store, person: Person, granted: bool = True) -> None:
    """The person is signed in, opens the chat and says yes (or no) to the notice as it is."""
    with store.transaction() as unit:
        unit.customers.ensure(person.id, source="chat" if granted else "import", known=True, at=MONDAY)
        unit.consents.record(
            Consent(
                customer_id=person.id,
                purpose="survey",
                granted=granted,
                notice_version=NOTICE,
                language="en",
                at=MONDAY,
            )
        )


def interview(store: Store, person: Person, ended: str | None) -> None:
    """An interview that was last spoken in on Monday."""
    with store.transaction() as unit:
        unit.interviews.save(f"{person.id}'s", person.id, {"ended": ended}, MONDAY)


def not_now_at(store: Store, person: Person) -> Any:
    with store.transaction(writes=False) as unit:
        return unit.invitations.not_now_at(person.id)


async def test_a_visitor_is_invited_with_the_rules_that_their_own_browser_keeps_to(door: Door) -> None:
    assert await invitation(door, {}) == {
        "kind": "begin",
        "text": catalogue.load().say("widget_invitation_begin", "en"),
        "language": "en",
        "remembered": False,
        "after_seconds": RULES.after_seconds,
        "cooldown_days": RULES.cooldown_days,
        "not_now_days": RULES.not_now_days,
    }


async def test_the_invitation_is_in_the_language_of_the_page_else_the_browsers(door: Door) -> None:
    chinese = catalogue.load().say("widget_invitation_begin", "zh-Hant")

    for body, language in (({"locale": "zh-HK"}, "en"), ({}, "zh-HK")):
        invited = await invitation(door, body, language)
        assert invited is not None
        assert (invited["text"], invited["language"]) == (chinese, "zh-Hant")


async def test_nobody_is_invited_where_the_shop_does_not_want_it(running: Running, config: Settings) -> None:
    async with running(config, replace(RULES, enabled=False)) as door:
        assert await invitation(door, {}) is None


async def test_a_customer_of_whom_nothing_is_known_is_invited_and_left_to_their_browser(
    door: Door, signed: Signed, sqlite_store: Store
) -> None:
    invited = await invitation(door, signed(MEI))

    assert invited is not None
    assert (invited["kind"], invited["remembered"]) == ("begin", False)


async def test_a_finished_interview_is_followed_by_a_rest_on_every_device(
    door: Door, signed: Signed, sqlite_store: Store, clock: Clock
) -> None:
    agree(sqlite_store, MEI)
    interview(sqlite_store, MEI, "finished")

    clock.pass_(days=RULES.cooldown_days, seconds=-1)
    assert await kind(door, signed(MEI)) is None
    assert await kind(door, signed(DANIEL)) == "begin"
    clock.pass_(seconds=1)
    assert await kind(door, signed(MEI)) == "begin"


async def test_an_interview_that_was_put_off_is_an_invitation_to_go_on(
    door: Door, signed: Signed, sqlite_store: Store, clock: Clock
) -> None:
    agree(sqlite_store, MEI)
    interview(sqlite_store, MEI, "later")
    clock.pass_(days=RULES.not_now_days)

    invited = await invitation(door, signed(MEI))

    assert invited is not None
    assert (invited["kind"], invited["remembered"]) == ("go_on", True)
    assert invited["text"] == catalogue.load().say("widget_invitation_go_on", "en")


async def test_a_not_now_is_heeded_on_every_device_for_its_days(
    door: Door, signed: Signed, sqlite_store: Store, clock: Clock
) -> None:
    agree(sqlite_store, MEI)

    assert (await door.client.post(NOT_NOW, json=signed(MEI))).status_code == 204
    assert not_now_at(sqlite_store, MEI) == MONDAY
    assert await kind(door, signed(MEI)) is None
    clock.pass_(days=RULES.not_now_days)
    assert await kind(door, signed(MEI)) == "begin"


@pytest.mark.parametrize("has_withdrawn", [True, False])
async def test_nothing_is_kept_of_whoever_has_not_agreed_p1(
    door: Door, signed: Signed, sqlite_store: Store, has_withdrawn: bool
) -> None:
    if has_withdrawn:
        agree(sqlite_store, MEI, granted=False)

    assert (await door.client.post(NOT_NOW, json=signed(MEI))).status_code == 204

    assert not_now_at(sqlite_store, MEI) is None


async def test_whoever_was_forgotten_is_not_invited_any_more(
    door: Door, signed: Signed, sqlite_store: Store, clock: Clock
) -> None:
    agree(sqlite_store, MEI)
    with sqlite_store.transaction() as unit:
        unit.customers.erase(MEI.id)
    clock.pass_(days=1000)

    assert await kind(door, signed(MEI)) is None


async def test_being_invited_stores_nothing(door: Door, signed: Signed, sqlite_store: Store) -> None:
    agree(sqlite_store, DANIEL)
    await invitation(door, signed(MEI))
    await invitation(door, signed(DANIEL))

    with sqlite_store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is None
    assert not_now_at(sqlite_store, DANIEL) is None


@pytest.mark.parametrize("path", [INVITATIONS, NOT_NOW])
async def test_an_identity_that_cannot_be_believed_is_refused(door: Door, path: str) -> None:
    assert is_problem(await door.client.post(path, json={"identity_token": "a.b.c"}), 401, "identity")


async def test_a_not_now_of_nobody_is_refused(door: Door) -> None:
    assert is_problem(await door.client.post(NOT_NOW, json={}), 400, "bad_shape")


async def test_so_many_pages_of_an_address_may_ask(running: Running, config: Settings, signed: Signed) -> None:
    async with running(config.model_copy(update={"limit_invitations_per_address": "2/minute"})) as door:
        await invitation(door, {})
        await door.client.post(NOT_NOW, json=signed(MEI))
        answer = await door.client.post(INVITATIONS, json={})

    assert is_problem(answer, 429, "too_many_requests")
    assert answer.headers["retry-after"] == "60"


async def test_the_shops_own_site_may_ask_from_its_origin(door: Door) -> None:
    answer = await door.client.post(INVITATIONS, json={}, headers={"Origin": SHOP})

    assert answer.headers["access-control-allow-origin"] == SHOP


def test_quotas_are_counted_every_hour_and_at_the_turn_of_the_month(config: Settings) -> None:
    end_of_march = MONDAY.replace(day=31, hour=15, minute=59)

    assert seconds_until_next_count(MONDAY, config.zone) == SECONDS_BETWEEN
    assert seconds_until_next_count(end_of_march, config.zone) == 60


GIFTS = replace(RULES, quotas={"gift_buyers": 1})


@pytest.fixture
def with_gift_buyer(config: Settings, sqlite_store: Store) -> Settings:
    """Mei buys gifts and has finished an interview; Daniel buys gifts too. With them, the settings to find them by."""
    for person in (MEI, DANIEL):
        agree(sqlite_store, person)
        with sqlite_store.transaction() as unit:
            unit.answers.save(answer(person, "for_whom", "gift", message_id=person.id))
    interview(sqlite_store, MEI, "finished")
    url = sqlite_store.engine.url.render_as_string(hide_password=False)
    return config.model_copy(update={"database_url": url, "data_key": SecretStr(DATA_KEY)})


async def counted(door: Door, customer_id: str) -> None:
    """Waits until the gateway's own count holds a customer back."""
    async with asyncio.timeout(60):
        while not door.app.state.services.quotas.hold_back(customer_id):
            await asyncio.sleep(0.05)


@pytest.mark.slow
async def test_a_segment_of_which_enough_interviews_were_finished_is_not_invited_until_the_month_ends(
    running: Running, with_gift_buyer: Settings, signed: Signed, clock: Clock
) -> None:
    async with running(with_gift_buyer, GIFTS) as door:
        assert await kind(door, signed(DANIEL)) == "begin"  # Nothing is counted yet, and nobody waits for it.

        await counted(door, DANIEL.id)

        assert await kind(door, signed(DANIEL)) is None
        assert await kind(door, {}) == "begin"
        assert await kind(door, signed(Person("stranger", "A stranger"))) == "begin"
        clock.time = MONDAY.replace(month=4, day=1)
        assert await kind(door, signed(DANIEL)) == "begin"


@pytest.mark.slow
async def test_a_count_that_fails_leaves_the_one_before_it(
    with_gift_buyer: Settings, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    quotas = Quotas(with_gift_buyer, GIFTS, clock)
    await quotas.count()
    with_gift_buyer.data_key = SecretStr("another key than the right one")
    await quotas.count()

    assert quotas.hold_back(DANIEL.id)
    assert "quotas_not_counted" in capsys.readouterr().out


def programs() -> list[str]:
    """The processes of ours that count quotas, by their folders under /proc."""
    running = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            if parent == str(os.getpid()) and b"analytics.invitations" in (process / "cmdline").read_bytes():
                running.append(str(process))
    return running


@pytest.mark.slow
async def test_a_gateway_that_ends_while_it_counts_leaves_no_process(
    running: Running, with_gift_buyer: Settings
) -> None:
    async with running(with_gift_buyer, GIFTS):
        async with asyncio.timeout(60):
            while not programs():
                await asyncio.sleep(0.01)

    assert programs() == []


@pytest.mark.slow
@pytest.mark.parametrize("turns_of_the_loop", [0, 1, 2, 8])
async def test_a_gateway_that_ends_at_once_ends_at_once(
    running: Running, with_gift_buyer: Settings, turns_of_the_loop: int
) -> None:
    async with asyncio.timeout(30):
        async with running(with_gift_buyer, GIFTS):
            for _ in range(turns_of_the_loop):
                await asyncio.sleep(0)

    assert programs() == []


async def test_a_shop_without_quotas_counts_nothing(door: Door) -> None:
    assert door.app.state.services.quotas._counting is None


async def test_a_shop_that_invites_nobody_counts_nothing(running: Running, config: Settings) -> None:
    rules: InvitationRules = replace(GIFTS, enabled=False)
    async with running(config, rules) as door:
        assert door.app.state.services.quotas._counting is None
