"""Needs, consents and refusals."""

import pytest

from profiles import Store
from profiles.errors import UnknownRecord
from profiles.records import Refusal
from tests.cast import MEI, MONDAY, TUESDAY
from tests.profiles.people import VISIT, agree, arrive, need

REFUSAL = Refusal(conversation_id=VISIT, notice_version="2026-03", language="zh-Hant", at=MONDAY)


def test_a_need_is_kept_with_the_words_it_was_found_in_i2(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.needs.save(need(MEI))

        assert unit.needs.of(MEI.id) == [need(MEI)]


def test_the_same_need_of_the_same_message_is_kept_once(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        assert unit.needs.save(need(MEI))
        assert not unit.needs.save(need(MEI))
        assert not unit.needs.save(need(MEI, need_id="need-2"))
        assert unit.needs.save(need(MEI, need_id="need-3", theme="price"))

        assert [found.theme for found in unit.needs.of(MEI.id)] == ["delivery", "price"]


def test_a_denied_need_stays_as_denied_i7(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.needs.save(need(MEI))
        unit.needs.settle("need-1", "denied")

        assert [found.confirmed for found in unit.needs.of(MEI.id)] == ["denied"]


def test_a_need_that_is_put_right_keeps_what_was_read_first_p3(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.needs.save(need(MEI))
        unit.needs.correct("need-1", "dissatisfaction", "delivery")
        unit.needs.correct("need-1", "dissatisfaction", "service")

        [kept] = unit.needs.of(MEI.id)
    assert (kept.type, kept.theme, kept.confirmed) == ("dissatisfaction", "service", "confirmed")
    assert (kept.read_type, kept.read_theme) == ("wish", "delivery")


def test_a_hint_is_filed_anew_under_what_more_words_show_it_to_be_i2(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.needs.save(need(MEI))
        unit.needs.file_under("need-1", "dissatisfaction", "returns")

        [kept] = unit.needs.of(MEI.id)
    assert (kept.type, kept.theme, kept.confirmed) == ("dissatisfaction", "returns", "open")
    assert (kept.read_type, kept.read_theme) == (None, None)


def test_a_need_that_is_not_there_cannot_be_settled(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="no need 'need-9'"), store.transaction() as unit:
        unit.needs.settle("need-9", "confirmed")


def test_the_latest_word_on_a_purpose_counts_and_history_stays_p9(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        agree(unit, MEI, "newsletter")
        agree(unit, MEI, "newsletter", granted=False, at=TUESDAY)

        latest = unit.consents.current(MEI.id, "newsletter")

        assert latest is not None
        assert not latest.granted
        assert [(said.purpose, said.granted) for said in unit.consents.history(MEI.id)] == [
            ("survey", True),
            ("newsletter", True),
            ("newsletter", False),
        ]


def test_silence_is_not_consent_p9(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction(writes=False) as unit:
        assert unit.consents.current(MEI.id, "newsletter") is None


def test_the_same_word_again_in_the_same_visit_is_kept_once(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        agree(unit, MEI, at=TUESDAY)

        assert len(unit.consents.history(MEI.id)) == 1


def test_a_refusal_is_kept_once_a_visit(store: Store) -> None:
    with store.transaction() as unit:
        assert unit.refusals.record(REFUSAL)
        assert not unit.refusals.record(REFUSAL)

        assert unit.refusals.get(VISIT) == REFUSAL


def test_refusals_go_when_their_time_is_over(store: Store) -> None:
    with store.transaction() as unit:
        unit.refusals.record(REFUSAL)

        assert unit.refusals.remove_before(MONDAY) == 0
        assert unit.refusals.remove_before(TUESDAY) == 1
        assert unit.refusals.get(VISIT) is None
