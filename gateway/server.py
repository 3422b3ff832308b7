"""`python -m gateway.server`: the gateway on 127.0.0.1, until it is told to end."""

import sys
from datetime import UTC, datetime

import uvicorn

from gateway import logs
from gateway.app import create_app
from gateway.bot_client import BotClient
from profiles.errors import ProfilesError
from profiles.store import Store
from settings import Settings, settings

HOST = "127.0.0.1"
FAREWELL_SECONDS = 3
"""How long open event streams may hold up the end."""


def main() -> int:
    """Serves until SIGTERM or Ctrl-C; 2, with a sentence on standard error, if it cannot start."""
    try:
        chosen = settings()
        logs.configure(chosen.log_level)
        _check(chosen)
        store = Store.open(chosen.database, chosen.data_key.get_secret_value())
    except (ProfilesError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    with store:
        return _serve(chosen, store)


def _serve(chosen: Settings, store: Store) -> int:
    bot = BotClient(
        f"http://{HOST}:{chosen.bot_port}", chosen.bot_secret.get_secret_value(), chosen.bot_patience_seconds
    )
    try:
        app = create_app(chosen, store, bot, lambda: datetime.now(UTC))
    except (ValueError, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    uvicorn.run(
        app,
        host=HOST,
        port=chosen.gateway_port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=FAREWELL_SECONDS,
    )
    return 0


def _check(chosen: Settings) -> None:
    """Refuses to start without the secret that the bot asks for.

    Raises:
        ValueError: says how to get one.
    """
    if not chosen.bot_secret.get_secret_value():
        raise ValueError("ASKWELL_BOT_SECRET is empty. Start with ./askwell up, which makes one, or set it for both.")


if __name__ == "__main__":
    sys.exit(main())
