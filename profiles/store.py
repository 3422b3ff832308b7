"""The store: one open database, and units of work on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine

from profiles.encryption import Keyring, use_keyring
from profiles.engine import begin, connect
from profiles.failures import explained
from profiles.key_check import check_key
from profiles.migrate import migrate
from profiles.notice_guard import NoticeGuard
from profiles.repositories import (
    Answers,
    Audit,
    Complaints,
    Consents,
    Conversations,
    Customers,
    Flags,
    HandOvers,
    Interviews,
    Invitations,
    Needs,
    Refusals,
    Staff,
    Steps,
    Turns,
)

if TYPE_CHECKING:
    from profiles.frames import Frames


class Unit:
    """One transaction: all of it is stored, or nothing. An attribute for each kind of record."""

    def __init__(self, connection: Connection, guard: NoticeGuard) -> None:
        self.customers = Customers(connection, guard)
        self.answers = Answers(connection, guard)
        self.needs = Needs(connection, guard)
        self.consents = Consents(connection)
        self.refusals = Refusals(connection)
        self.interviews = Interviews(connection)
        self.invitations = Invitations(connection, guard)
        self.steps = Steps(connection)
        self.conversations = Conversations(connection)
        self.turns = Turns(connection)
        self.flags = Flags(connection)
        self.hand_overs = HandOvers(connection, guard)
        self.complaints = Complaints(connection, guard)
        self.staff = Staff(connection)
        self.audit = Audit(connection)


class Store:
    """An open customer data bank. Made by `Store.open`; may be used by several threads at once."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        """The connections; for this package alone, because nobody else speaks SQL."""

    @cached_property
    def frames(self) -> "Frames":
        """The records as pandas tables. pandas is loaded at the first use: the gateway never needs its 80 MB."""
        from profiles.frames import Frames

        return Frames(self.engine)

    @classmethod
    def open(cls, url: str, data_key: str) -> Self:
        """Opens a database, makes it if it is new, and brings its tables to this version.

        Args:
            url: `sqlite:///path/to/file.db` or `postgresql://user:password@host/name`.
            data_key: the secret that sensitive columns are encrypted with; several, newest first, separated by commas.

        Raises:
            DatabaseUnreachable, DatabaseTooNew, DatabaseFull, DatabaseReadOnly, WrongKey: each says what to do.
        """
        keyring = Keyring(data_key)
        engine = connect(url)
        use_keyring(engine, keyring)
        try:
            with explained(engine):
                migrate(engine)
                check_key(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @contextmanager
    def transaction(self, *, writes: bool = True) -> Iterator[Unit]:
        """A unit of work: stored when the block ends, dropped when it raises.

        Args:
            writes: False for a unit that only reads; on SQLite it then never waits for a writer.

        Raises:
            NoticeNotShown: the unit stored something about a person who has not agreed to the notice (P1).
            DatabaseUnreachable, DatabaseFull, DatabaseReadOnly, DatabaseBusy: each says what to do.
        """
        with explained(self.engine), begin(self.engine, writes=writes) as connection:
            guard = NoticeGuard()
            yield Unit(connection, guard)
            guard.check(connection)

    def close(self) -> None:
        """Closes every connection. The store can't be used afterwards."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
