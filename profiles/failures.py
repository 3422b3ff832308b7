"""From what a database driver says to one clear sentence with its remedy."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError

from profiles.errors import DatabaseBusy, DatabaseFull, DatabaseReadOnly, DatabaseUnreachable, ProfilesError

_MEANINGS: tuple[tuple[tuple[str, ...], type[ProfilesError], str], ...] = (
    (
        ("database or disk is full", "no space left on device"),
        DatabaseFull,
        "The disk that holds the database {where} is full; nothing was stored. Free some space, then repeat it.",
    ),
    (
        ("readonly database", "read-only transaction"),
        DatabaseReadOnly,
        "The database {where} may only be read. Let the user who runs Askwell write to it and to its folder.",
    ),
    (
        ("database is locked",),
        DatabaseBusy,
        "Another process kept the database {where} to itself. Wait until it is done, or end it, then try again.",
    ),
    (
        (
            "unable to open database file",
            "connection to server",
            "connection is bad",
            "connection refused",
            "server closed the connection",
            "connection timeout expired",
            "failed to resolve host",
            "is not a database",
        ),
        DatabaseUnreachable,
        "The database {where} cannot be reached: {reason}. Start it, or correct ASKWELL_DATABASE_URL.",
    ),
)


@contextmanager
def explained(engine: Engine) -> Iterator[None]:
    """Turns the driver's errors that a retailer can do something about into this package's; others pass unchanged."""
    try:
        yield
    except DBAPIError as error:
        meaning = _meaning(error, engine.url)
        if meaning is None:
            raise
        raise meaning from error


def _meaning(error: DBAPIError, address: URL) -> ProfilesError | None:
    reason = str(error.orig).strip()
    for signs, kind, sentence in _MEANINGS:
        if any(sign in reason.lower() for sign in signs):
            where = address.render_as_string(hide_password=True)
            return kind(sentence.format(where=where, reason=reason.splitlines()[0]))
    return None
