"""What was known of every customer at the end of a day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from analytics.population import orders_of, population
from analytics.population.latest import agreed_at, answers_at
from profiles import Store
from profiles.records import Flag
from tests.analytics.conftest import HONG_KONG
from tests.analytics.corner_shop import TODAY, fill, shoppers, visitor

LATER = datetime(2027, 1, 1, tzinfo=UTC)


def test_the_answers_that_count_are_those_of_the_data_bank_itself(corner_shop: Store) -> None:
    answers = corner_shop.frames.answers()
    current = answers[answers["current"] & (answers["status"] == "given")]
    expected = current.pivot(index="customer_id", columns="question_id", values="value")

    pd.testing.assert_frame_equal(answers_at(answers, LATER), expected)


def test_orders_are_added_up_as_the_data_bank_adds_them_up(corner_shop: Store) -> None:
    since, until = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC)
    ours = orders_of(corner_shop.frames).summary(since, until)
    theirs = corner_shop.frames.order_summary(since, until).set_index("customer_id")

    shared = ["orders", "spend", "discounted_spend", "first_ordered_at", "last_ordered_at"]
    pd.testing.assert_frame_equal(ours[shared], theirs[shared], check_dtype=False, check_index_type=False)
    assert (ours["online"] == (theirs["web_orders"] > 0)).all()


def test_a_customer_is_there_from_the_day_they_joined(corner_shop: Store) -> None:
    day = date(2025, 6, 30)
    there = population(corner_shop.frames, day, HONG_KONG).people

    assert set(there.index) == {s.id for s in shoppers() if min([s.first_seen, *s.order_days]) <= day}


def test_what_came_later_is_not_known_yet(corner_shop: Store) -> None:
    before = population(corner_shop.frames, date(2026, 3, 1), HONG_KONG)

    assert set(before.needs["theme"]) == {"price_value"}
    assert before.people["last_ordered_at"].max() < pd.Timestamp("2026-03-01T16:00Z")


def test_a_need_that_was_denied_is_left_out(corner_shop: Store) -> None:
    assert "quality" not in set(population(corner_shop.frames, TODAY, HONG_KONG).needs["theme"])


def test_orders_are_kept_until_there_are_more(sqlite_store: Store, tmp_path: Path) -> None:
    before = orders_of(sqlite_store.frames)
    assert orders_of(sqlite_store.frames) is before

    fill(sqlite_store, tmp_path)

    assert len(before.totals) == 0
    assert len(orders_of(sqlite_store.frames).totals) == sum(len(s.order_days) for s in shoppers())


def test_a_visitor_of_the_chat_is_a_prospect(sqlite_store: Store) -> None:
    visitor(sqlite_store, "mei", {"for_whom": "household"})
    found = population(sqlite_store.frames, TODAY, HONG_KONG)

    assert found.people.loc["mei", "status"] == "prospect"
    assert found.answers.loc["mei", "for_whom"] == "household"
    assert not found.people.loc["mei", "newsletter"]


def test_the_latest_word_on_the_newsletter_counts() -> None:
    said = pd.DataFrame(
        {
            "customer_id": ["mei", "mei", "daniel"],
            "purpose": ["newsletter"] * 3,
            "granted": [True, False, True],
            "at": pd.to_datetime(["2026-01-01T00:00Z", "2026-02-01T00:00Z", "2026-01-01T00:00Z"]),
        }
    )

    assert agreed_at(said, "newsletter", datetime(2026, 1, 15, tzinfo=UTC)) == ["mei", "daniel"]
    assert agreed_at(said, "newsletter", datetime(2026, 3, 1, tzinfo=UTC)) == ["daniel"]


def test_an_empty_shop_has_nobody(sqlite_store: Store) -> None:
    found = population(sqlite_store.frames, TODAY, HONG_KONG)

    assert found.people.empty
    assert found.currency == ""


@pytest.mark.slow
def test_whoever_withdraws_their_consent_leaves_the_figures_of_every_day(sqlite_store: Store, tmp_path: Path) -> None:
    fill(sqlite_store, tmp_path)
    before = population(sqlite_store.frames, TODAY, HONG_KONG)
    somebody = str(before.needs["customer_id"].iloc[0])
    with sqlite_store.transaction() as unit:
        yes = unit.consents.current(somebody, "survey")
        assert yes is not None
        unit.consents.record(replace(yes, granted=False, at=datetime(2026, 4, 1, tzinfo=UTC), conversation_id=None))

    after = population(sqlite_store.frames, TODAY, HONG_KONG)

    assert somebody not in set(after.needs["customer_id"])
    assert len(after.people) == len(before.people)
    assert after.answers["district"].equals(before.answers["district"])


@pytest.mark.slow
def test_a_careless_interview_is_left_out_counted_and_kept(sqlite_store: Store, tmp_path: Path) -> None:
    fill(sqlite_store, tmp_path)
    before = population(sqlite_store.frames, TODAY, HONG_KONG)
    need = before.needs.iloc[0]
    at = datetime(2026, 3, 31, tzinfo=UTC)
    flag = Flag(
        conversation_id=need["conversation_id"], customer_id=need["customer_id"], reason="speeding", detail="", at=at
    )
    with sqlite_store.transaction() as unit:
        unit.flags.replace(flag.conversation_id, [flag])

    after = population(sqlite_store.frames, TODAY, HONG_KONG)

    assert (before.careless, after.careless) == (0, 1)
    assert flag.conversation_id not in set(after.needs["conversation_id"])
    assert flag.conversation_id in set(sqlite_store.frames.needs()["conversation_id"])
