"""Quotas by segment: how many interviews were finished this month, and whom that holds back."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from analytics.invitations import HeldBack, month_of
from analytics.invitations.counting import count_held_back
from analytics.segments import load_segments
from profiles import Store
from profiles.records import Customer
from settings import ROOT
from tests.cast import DANIEL, MEI, PRIYA, Person
from tests.databases import DATA_KEY
from tests.profiles.people import answer

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
MARCH = datetime(2026, 2, 28, 16, tzinfo=UTC)
"""The first moment of March in Hong Kong."""
NOW = datetime(2026, 3, 20, 4, tzinfo=UTC)
GIFTS = {"gift_buyers": 2}


@pytest.fixture
def shop(sqlite_store: Store) -> Store:
    """Mei and Daniel buy gifts, Priya does not."""
    join(sqlite_store, MEI, buys_for="gift")
    join(sqlite_store, DANIEL, buys_for="gift")
    join(sqlite_store, PRIYA, buys_for="business")
    return sqlite_store


def join(store: Store, person: Person, buys_for: str) -> None:
    with store.transaction() as unit:
        unit.customers.save(Customer(customer_id=person.id, source="import", known=True, created_at=MARCH))
        unit.answers.save(answer(person, "for_whom", buys_for, at=MARCH, source="import", message_id=person.id))


def interview(store: Store, person: Person, at: datetime, ended: str | None = "finished") -> None:
    with store.transaction() as unit:
        unit.interviews.save(f"{person.id} at {at}", person.id, {"ended": ended}, at)


def held_back(store: Store, quotas: dict[str, int], now: datetime = NOW) -> set[str]:
    return set(count_held_back(store, quotas, load_segments(), now, HONG_KONG).customers)


def test_a_segment_is_held_back_once_enough_interviews_are_finished(shop: Store) -> None:
    interview(shop, MEI, MARCH)
    assert held_back(shop, GIFTS) == set()

    interview(shop, DANIEL, NOW)
    assert held_back(shop, GIFTS) == {MEI.id, DANIEL.id}


def test_each_interview_counts_also_two_of_one_customer(shop: Store) -> None:
    interview(shop, MEI, MARCH)
    interview(shop, MEI, NOW)

    assert held_back(shop, GIFTS) == {MEI.id, DANIEL.id}


def test_interviews_of_others_do_not_count(shop: Store) -> None:
    interview(shop, PRIYA, MARCH)
    interview(shop, PRIYA, NOW)

    assert held_back(shop, GIFTS) == set()


@pytest.mark.parametrize("ended", ["stopped", "later", None])
def test_only_finished_interviews_count(shop: Store, ended: str | None) -> None:
    interview(shop, MEI, MARCH)
    interview(shop, DANIEL, NOW, ended)

    assert held_back(shop, GIFTS) == set()


def test_the_month_is_the_shops(shop: Store) -> None:
    interview(shop, MEI, MARCH - timedelta(seconds=1))
    interview(shop, DANIEL, MARCH)

    assert held_back(shop, GIFTS) == set()
    assert held_back(shop, {"gift_buyers": 1}) == {MEI.id, DANIEL.id}
    assert held_back(shop, {"gift_buyers": 1}, now=MARCH + timedelta(days=31)) == set()


def test_a_quota_of_none_holds_its_segment_back_from_the_start(shop: Store) -> None:
    assert held_back(shop, {"gift_buyers": 0, "family": 5}) == {MEI.id, DANIEL.id}


def test_no_quota_holds_nobody_back(shop: Store) -> None:
    interview(shop, MEI, NOW)

    assert held_back(shop, {}) == set()


def test_an_empty_shop_has_nobody_to_hold_back(sqlite_store: Store) -> None:
    assert held_back(sqlite_store, {"gift_buyers": 0}) == set()


def test_what_was_counted_for_one_month_says_nothing_about_another() -> None:
    counted = HeldBack("2026-03", frozenset({MEI.id}))

    assert counted.holds_back(MEI.id, month_of(NOW, HONG_KONG))
    assert not counted.holds_back(DANIEL.id, month_of(NOW, HONG_KONG))
    assert not counted.holds_back(MEI.id, month_of(MARCH - timedelta(seconds=1), HONG_KONG))


def counted_beside(url: str, *arguments: str, key: str = DATA_KEY) -> "subprocess.CompletedProcess[str]":
    """What the program says that the gateway runs."""
    environment = os.environ | {"ASKWELL_DATABASE_URL": url, "ASKWELL_DATA_KEY": key}
    command = [sys.executable, "-m", "analytics.invitations", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - the arguments are ours


@pytest.mark.slow
def test_the_program_counts_what_the_function_counts(shop: Store) -> None:
    interview(shop, MEI, MARCH)
    interview(shop, DANIEL, NOW)
    url = shop.engine.url.render_as_string(hide_password=False)

    done = counted_beside(url, "--quotas", json.dumps(GIFTS), "--at", NOW.isoformat())

    assert done.stderr == ""
    assert HeldBack.from_json(done.stdout) == count_held_back(shop, GIFTS, load_segments(), NOW, HONG_KONG)


@pytest.mark.slow
def test_the_program_says_in_a_sentence_why_it_cannot_count(shop: Store) -> None:
    interview(shop, MEI, NOW)
    url = shop.engine.url.render_as_string(hide_password=False)

    done = counted_beside(url, "--quotas", "{}", "--at", NOW.isoformat(), key="another key than the right one")

    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "ASKWELL_DATA_KEY" in done.stderr


@pytest.mark.slow
def test_the_gateway_loads_no_pandas_for_its_invitations(tmp_path: Path) -> None:
    told = "import sys, analytics.invitations; sys.exit('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=False)  # noqa: S603 - the arguments are ours

    assert done.returncode == 0
