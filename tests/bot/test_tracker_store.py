"""What is kept of a conversation between two turns, and what is not."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.errors import TrackerUnavailable
from bot.tracker_store import ConversationStore
from tests.cast import DANIEL, MEI

DOMAIN = Domain.from_dict(
    {
        "slots": {
            "language": {"type": "categorical", "values": ["en", "zh-Hant"], "mappings": [{"type": "custom"}]},
            "words": {"type": "any", "mappings": [{"type": "custom"}]},
            "note": {"type": "text", "mappings": [{"type": "custom"}]},
        },
        "forms": {"investigation_form": {"required_slots": []}},
    }
)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> ConversationStore:
    return ConversationStore(DOMAIN, tmp_path / "state" / "tracker.db", clock)


def after_a_turn(store: ConversationStore, id: str, text: str) -> DialogueStateTracker:
    tracker = store.init_tracker(id)
    events = [
        SlotSet("language", "zh-Hant"),
        ActiveLoop("investigation_form"),
        UserUttered(text),
        SlotSet("words", text),
        SlotSet("note", text),
        SlotSet("requested_slot", "delivery_score"),
        BotUttered(text),
    ]
    tracker.update_with_events(events, DOMAIN)
    return tracker


async def test_a_conversation_comes_back_in_its_loop_at_its_open_question(store: ConversationStore) -> None:
    await store.save(after_a_turn(store, MEI.id, "送遲咗"))

    tracker = await store.retrieve(MEI.id)

    assert tracker is not None
    assert tracker.active_loop_name == "investigation_form"
    assert tracker.get_slot("requested_slot") == "delivery_score"
    assert tracker.get_slot("language") == "zh-Hant"
    assert await store.retrieve(DANIEL.id) is None


async def test_nothing_that_anybody_wrote_is_kept(store: ConversationStore, tmp_path: Path) -> None:
    await store.save(after_a_turn(store, MEI.id, "my number is 6123 4567"))
    store.close()

    kept = b"".join(file.read_bytes() for file in (tmp_path / "state").iterdir())

    assert b"6123" not in kept


async def test_a_row_is_as_small_after_a_thousand_turns_as_after_the_first(
    store: ConversationStore, tmp_path: Path
) -> None:
    database = sqlite3.connect(str(tmp_path / "state" / "tracker.db"))
    sizes, events = set(), set()
    for number in range(1000):
        tracker = await store.retrieve(MEI.id) or store.init_tracker(MEI.id)
        events.add(len(tracker.events) if number else 3)
        tracker.update_with_events(after_a_turn(store, MEI.id, f"turn {number}").events, DOMAIN)
        await store.save(tracker)
        sizes |= set(database.execute("SELECT length(slots), count(*) FROM conversation").fetchall())
    database.close()

    assert len(sizes) == 1
    assert events == {3}


async def test_conversations_without_a_turn_for_the_retention_age_are_dropped(
    store: ConversationStore, clock: Clock
) -> None:
    await store.save(after_a_turn(store, MEI.id, "hello"))
    clock.seconds = timedelta(days=20).total_seconds()
    await store.save(after_a_turn(store, DANIEL.id, "hello"))
    clock.seconds = timedelta(days=31).total_seconds()

    assert store.drop_older_than(timedelta(days=30)) == 1
    assert list(await store.keys()) == [DANIEL.id]


async def test_one_conversation_can_be_dropped(store: ConversationStore) -> None:
    await store.save(after_a_turn(store, MEI.id, "hello"))

    assert store.drop(MEI.id)
    assert not store.drop(MEI.id)


async def test_a_conversation_that_cannot_be_read_is_not_taken_for_a_new_one(
    store: ConversationStore, tmp_path: Path
) -> None:
    await store.save(after_a_turn(store, MEI.id, "hello"))
    database = sqlite3.connect(str(tmp_path / "state" / "tracker.db"))
    with database:
        database.execute("DROP TABLE conversation")
    database.close()

    with pytest.raises(TrackerUnavailable, match=r"tracker\.db"):
        await store.retrieve(MEI.id)


async def test_a_row_that_is_damaged_is_not_taken_for_a_new_conversation(
    store: ConversationStore, tmp_path: Path
) -> None:
    await store.save(after_a_turn(store, MEI.id, "hello"))
    database = sqlite3.connect(str(tmp_path / "state" / "tracker.db"))
    with database:
        database.execute("UPDATE conversation SET slots = '{'")
    database.close()

    with pytest.raises(TrackerUnavailable):
        await store.retrieve(MEI.id)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_text("this is no database, but long enough to be looked at as one " * 20)

    with pytest.raises(TrackerUnavailable, match=r"tracker\.db"):
        ConversationStore(DOMAIN, tmp_path / "tracker.db")


async def test_slots_that_the_domain_no_longer_has_are_left_behind(store: ConversationStore) -> None:
    await store.save(after_a_turn(store, MEI.id, "hello"))
    store.domain = Domain.from_dict({"slots": {"words": {"type": "any", "mappings": [{"type": "custom"}]}}})

    tracker = await store.retrieve(MEI.id)

    assert tracker is not None
    assert tracker.active_loop_name is None
    assert "language" not in tracker.slots
