"""Brings a database to the tables of this version, however many processes start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from profiles.engine import begin
from profiles.errors import DatabaseTooNew

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x61736B77656C6C
"""The number of the PostgreSQL lock under which one process migrates while others wait: 'askwell' in ASCII."""


def migrate(engine: Engine) -> None:
    """Applies the migrations that the database lacks, all of them or none.

    Raises:
        DatabaseTooNew: the database stands at a revision that this version does not know.
    """
    scripts = ScriptDirectory(str(MIGRATIONS))
    with begin(engine, writes=False) as connection:
        if _revision(connection, scripts) == scripts.get_current_head():
            return
    with begin(engine, writes=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _revision(connection, scripts) != scripts.get_current_head():
            command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """Alembic's settings for our migrations on a connection whose transaction is ours."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection, scripts: ScriptDirectory) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is not None and revision not in known:
        where = connection.engine.url.render_as_string(hide_password=True)
        raise DatabaseTooNew(
            f"The database {where} stands at revision {revision}, which this version of Askwell does not know. "
            "Run the later version, or name another database with ASKWELL_DATABASE_URL."
        )
    return revision
