"""Keeps where each conversation stands, in one small row, and nothing that anybody wrote."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event, SlotSet
from rasa.shared.core.slots import BooleanSlot, CategoricalSlot, FloatSlot, Slot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.errors import TrackerUnavailable

CLOSED_TYPES = (CategoricalSlot, BooleanSlot, FloatSlot)
"""Slots of these types have values that the domain fixes, so that they cannot hold a person's words."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS conversation (
    conversation_id TEXT PRIMARY KEY,
    active_loop TEXT,
    slots TEXT NOT NULL,
    updated_at REAL NOT NULL
) WITHOUT ROWID
"""


class ConversationStore(TrackerStore):
    """A tracker store whose cost does not grow with the conversation.

    Rasa's own stores keep every event, read them all at each turn and put whatever the person wrote into them. What
    must last is in `profiles`; a turn needs to know only the active loop, the open question and the closed slots.
    """

    def __init__(self, domain: Domain | None, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Opens the database, creating it and its folder where they are missing.

        Args:
            domain: the slots of its trackers; set later, once the model is loaded, if not given.
            path: the SQLite file.
            clock: seconds since 1970, for the age of a row.

        Raises:
            TrackerUnavailable: the file cannot be opened or is no database.
        """
        super().__init__(domain)
        self._path = path
        self._clock = clock
        with self._typed_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(str(path), isolation_level=None, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute("PRAGMA busy_timeout=5000")
            self._connection.execute(SCHEMA)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Writes the row of the tracker's conversation.

        Raises:
            TrackerUnavailable: the row could not be written.
        """
        row = (tracker.sender_id, tracker.active_loop_name, json.dumps(_lasting_slots(tracker)), self._clock())
        with self._typed_errors():
            self._connection.execute("INSERT OR REPLACE INTO conversation VALUES (?, ?, ?, ?)", row)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a conversation as its last turn left it; None for one that has had no turn.

        Raises:
            TrackerUnavailable: the row could not be read.
        """
        with self._typed_errors():
            row = self._connection.execute(
                "SELECT active_loop, slots FROM conversation WHERE conversation_id = ?", (sender_id,)
            ).fetchone()
            return self._tracker(sender_id, row[0], json.loads(row[1])) if row else None

    async def keys(self) -> Iterable[str]:
        """The ids of all conversations that have a row."""
        with self._typed_errors():
            return [id for (id,) in self._connection.execute("SELECT conversation_id FROM conversation")]

    def drop_older_than(self, age: timedelta) -> int:
        """Deletes the conversations that have had no turn for `age`; returns how many."""
        with self._typed_errors():
            before = self._clock() - age.total_seconds()
            return self._connection.execute("DELETE FROM conversation WHERE updated_at < ?", (before,)).rowcount

    def drop(self, conversation_id: str) -> bool:
        """Deletes one conversation; returns whether there was one."""
        with self._typed_errors():
            sql = "DELETE FROM conversation WHERE conversation_id = ?"
            return self._connection.execute(sql, (conversation_id,)).rowcount == 1

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()

    def _tracker(self, id: str, active_loop: str | None, slots: dict[str, Any]) -> DialogueStateTracker:
        tracker = self.init_tracker(id)
        known = {name: value for name, value in slots.items() if name in tracker.slots}
        events: list[Event] = [SlotSet(name, value) for name, value in known.items()]
        if active_loop in self.domain.form_names:
            events.append(ActiveLoop(active_loop))
        tracker.update_with_events(events, self.domain)
        return tracker

    @contextmanager
    def _typed_errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError) as error:
            raise TrackerUnavailable(
                f"{self._path}: {error}. See that the disk is not full and that the file can be written."
            ) from error


def _lasting_slots(tracker: DialogueStateTracker) -> dict[str, Any]:
    return {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None and _lasts(slot)}


def _lasts(slot: Slot) -> bool:
    return slot.name == REQUESTED_SLOT or isinstance(slot, CLOSED_TYPES)
