"""Many at once: threads and processes on one database lose nothing and store nothing twice."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest

from profiles import Store
from tests.cast import MEI, MONDAY
from tests.databases import DATA_KEY, Databases
from tests.profiles.people import VISIT, answer, arrive, need, visit

WRITERS = 8
MESSAGES = 10


def test_threads_that_accept_messages_of_one_conversation_number_them_without_a_gap(store: Store) -> None:
    with store.transaction() as unit:
        unit.conversations.open(visit())

    def accept(number: int) -> None:
        with store.transaction() as unit:
            unit.turns.accept(VISIT, f"message {number}", "hello", MONDAY)

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(accept, [*range(20), *range(20)]))

    with store.transaction(writes=False) as unit:
        turns = unit.turns.history(VISIT)
    assert [turn.sequence for turn in turns] == list(range(1, 21))
    assert {turn.message_id for turn in turns} == {f"message {number}" for number in range(20)}


def test_threads_that_save_the_same_answer_save_it_once(store: Store) -> None:
    arrive(store, MEI)

    def save(_: int) -> bool:
        with store.transaction() as unit:
            unit.needs.save(need(MEI))
            return unit.answers.save(answer(MEI, "age_band", "25-34"))

    with ThreadPoolExecutor(WRITERS) as threads:
        assert sum(threads.map(save, range(20))) == 1

    with store.transaction(writes=False) as unit:
        assert len(unit.answers.history(MEI.id, "age_band")) == 1
        assert len(unit.needs.of(MEI.id)) == 1


def _talk(url: str, process: int) -> None:
    with Store.open(url, DATA_KEY) as store:
        for number in range(MESSAGES):
            with store.transaction() as unit:
                unit.turns.accept(VISIT, f"{process}-{number}", "hello", MONDAY)
                unit.answers.save(answer(MEI, "age_band", "25-34", message_id=f"{process}-{number}"))


@pytest.mark.slow
def test_processes_that_write_at_once_wait_for_each_other(databases: Databases) -> None:
    url = databases.new()
    with Store.open(url, DATA_KEY) as store:
        arrive(store, MEI)
        with multiprocessing.get_context("spawn").Pool(3) as pool:
            pool.starmap(_talk, [(url, process) for process in range(3)])

        with store.transaction(writes=False) as unit:
            assert [turn.sequence for turn in unit.turns.history(VISIT)] == list(range(1, 3 * MESSAGES + 1))
            assert len(unit.answers.history(MEI.id, "age_band")) == 3 * MESSAGES


def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as writing, store.transaction(writes=False) as reading:
        writing.answers.save(answer(MEI, "age_band", "25-34"))

        assert reading.answers.current(MEI.id) == {}


def test_what_raises_stores_nothing(store: Store) -> None:
    arrive(store, MEI)
    try:
        with store.transaction() as unit:
            unit.answers.save(answer(MEI, "age_band", "25-34"))
            raise InterruptedError
    except InterruptedError:
        pass

    with store.transaction(writes=False) as unit:
        assert unit.answers.current(MEI.id) == {}
