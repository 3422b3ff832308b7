"""Answers: an append-only history, and which of several counts."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from profiles import Store
from profiles.records import Answer
from tests.cast import DANIEL, MEI, MONDAY, TUESDAY
from tests.profiles.people import answer, arrive

WEDNESDAY = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


def test_a_correction_supersedes_and_the_first_answer_stays_in_history_p3(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", at=MONDAY))
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "35-44", at=TUESDAY))

        assert unit.answers.current(MEI.id)["age_band"].value == "35-44"
        assert [given.value for given in unit.answers.history(MEI.id, "age_band")] == ["25-34", "35-44"]


def test_the_same_message_again_changes_nothing(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        first = unit.answers.save(answer(MEI, "age_band", "25-34"))
        again = unit.answers.save(answer(MEI, "age_band", "35-44"))

        assert (first, again) == (True, False)
        assert [given.value for given in unit.answers.history(MEI.id, "age_band")] == ["25-34"]


def test_one_message_may_answer_several_questions(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34"))
        unit.answers.save(answer(MEI, "gender", "female"))

        assert set(unit.answers.current(MEI.id)) == {"age_band", "gender"}


def test_an_answer_comes_back_as_it_was_given(store: Store) -> None:
    arrive(store, MEI)
    given = answer(MEI, "wished_for", "早啲送到，eight 前", language="zh-Hant", words="想早啲送到，eight 前")
    with store.transaction() as unit:
        unit.answers.save(given)

        assert unit.answers.history(MEI.id, "wished_for") == [given]


def test_skipping_takes_nothing_back_and_preferring_not_to_say_does(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", at=MONDAY))
        unit.answers.save(answer(MEI, "age_band", "", status="skipped", at=TUESDAY))
        assert unit.answers.current(MEI.id)["age_band"].value == "25-34"

        unit.answers.save(answer(MEI, "age_band", "", status="prefer_not", at=WEDNESDAY))
        assert unit.answers.current(MEI.id)["age_band"].status == "prefer_not"


def test_what_was_said_in_the_chat_counts_before_a_later_import(store: Store) -> None:
    arrive(store, MEI)
    imported = Answer(customer_id=MEI.id, question_id="age_band", value="45-54", answered_at=TUESDAY, source="import")
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", at=MONDAY))
        unit.answers.save(imported)

        assert unit.answers.current(MEI.id)["age_band"].value == "25-34"


def test_an_import_counts_while_the_chat_has_only_skipped(store: Store) -> None:
    arrive(store, MEI)
    imported = Answer(customer_id=MEI.id, question_id="age_band", value="45-54", answered_at=MONDAY, source="import")
    with store.transaction() as unit:
        unit.answers.save(imported)
        unit.answers.save(answer(MEI, "age_band", "", status="skipped", at=TUESDAY))

        assert unit.answers.current(MEI.id)["age_band"].value == "45-54"


def test_of_two_answers_at_one_time_the_later_row_counts(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", message_id="m1"))
        unit.answers.save(answer(MEI, "age_band", "35-44", message_id="m2"))

        assert unit.answers.current(MEI.id)["age_band"].value == "35-44"


def test_nobody_has_the_answers_of_somebody_else(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34"))

        assert unit.answers.current(DANIEL.id) == {}


def test_an_answer_of_nobody_is_refused_by_the_database(store: Store) -> None:
    with pytest.raises(IntegrityError), store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34"))


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    arrive(store, MEI)
    naive = datetime(2026, 3, 2, 10, 0)  # noqa: DTZ001 - a time without a zone is what is being refused
    with pytest.raises(Exception, match="has no time zone"), store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", at=naive))
