"""Makes sure at the start that the data key is the one that the database was written with."""

from sqlalchemy import Engine, select

from profiles.engine import begin
from profiles.repositories.base import insert_or_ignore
from profiles.tables import safeguards

_NAME = "data key"
_TEXT = "askwell"


def check_key(engine: Engine) -> None:
    """Reads the text that only the right key decrypts; writes it into a new database.

    Raises:
        WrongKey: the database was written with another key.
    """
    query = select(safeguards.c.value).where(safeguards.c.name == _NAME)
    with begin(engine, writes=False) as connection:
        if connection.execute(query).first() is not None:
            return
    with begin(engine, writes=True) as connection:
        connection.execute(insert_or_ignore(connection, safeguards), {"name": _NAME, "value": _TEXT})
        connection.execute(query).one()
