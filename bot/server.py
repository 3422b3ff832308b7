"""Runs the Rasa server: `python -m bot.server [--model FILE]`.

Unlike `rasa run` it serves our channel alone, on loopback alone, and does not start without a model that works.
"""

import argparse
import asyncio
import logging
import os
import socket
import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot import models_folder
from bot.environment import ROOT, BotSettings, SettingsError, read_settings
from bot.errors import TrackerUnavailable
from bot.log import configure_logging

ACTION_TIMEOUT_SECONDS = 30.0
SECONDS_BETWEEN_FORGETTING = 3600.0
MOST_BYTES_OF_A_REQUEST = 65_536
LOOPBACK = "127.0.0.1"

logger = logging.getLogger("bot.server")


class PortTaken(RuntimeError):
    """The bot cannot listen where it should; the message names the port and the remedy."""


class BrokenModel(RuntimeError):
    """The model could not be loaded; the message names the file, the reason and the remedy."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Loads the model and serves until SIGTERM; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.server", description="Serve the trained model on loopback.")
    parser.add_argument("--model", type=Path, default=None, help="the model to load instead of the newest")
    options = parser.parse_args(arguments)
    try:
        _serve(read_settings(), models_folder.require(options.model))
    except (SettingsError, models_folder.NoModel, PortTaken, BrokenModel, TrackerUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def make_app(settings: BotSettings, archive: Path) -> Any:
    """The web application (of Sanic) with the model loaded.

    Args:
        settings: ports, secrets and the folder of the tracker database.
        archive: the trained model.

    Raises:
        BrokenModel: the archive cannot be loaded.
        TrackerUnavailable: the tracker database cannot be opened.
    """
    from rasa.core.channels.channel import register
    from sanic import Sanic

    from bot import endpoints

    _tell_configuration_files(settings)
    agent, action_server = endpoints.make_agent(ROOT / "endpoints.yml", ACTION_TIMEOUT_SECONDS)
    _load(agent, archive)
    app = Sanic("askwell-bot", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MOST_BYTES_OF_A_REQUEST
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = agent
    register(endpoints.make_channels(ROOT / "credentials.yml"), app, route="/webhooks/")

    @app.listener("after_server_start")
    async def begin(*_: object) -> None:
        app.add_task(_forget_ended(agent.tracker_store, timedelta(hours=settings.session_hours)))

    @app.listener("after_server_stop")
    async def close(*_: object) -> None:
        await action_server.close()
        agent.tracker_store.close()

    return app


def _serve(settings: BotSettings, archive: Path) -> None:
    started = time.monotonic()
    configure_logging(settings.log_level)
    address = _bound(settings.bot_port)
    app = make_app(settings, archive)
    if models_folder.trained_from(archive) != models_folder.fingerprint():
        logger.warning("the model was trained from other files than these; run ./askwell train")

    @app.listener("after_server_start")
    async def tell(*_: object) -> None:
        logger.info("ready on port %s after %.1f s: %s", settings.bot_port, time.monotonic() - started, archive.name)

    app.run(sock=address, workers=1, access_log=False, debug=False)


async def _forget_ended(store: Any, session: timedelta) -> None:
    """Every hour deletes the conversations that nobody can go on with, because their session has expired."""
    while True:
        dropped = store.drop_older_than(session)
        logger.info("forgot %s conversations whose session has expired", dropped)
        await asyncio.sleep(SECONDS_BETWEEN_FORGETTING)


def _bound(port: int) -> socket.socket:
    """The port, taken before the model is loaded, so that nobody waits for a model that cannot be served."""
    address = socket.socket()
    address.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        address.bind((LOOPBACK, port))
    except OSError as error:
        reason = error.strerror or str(error)
        raise PortTaken(
            f"Port {port} cannot be used ({reason}); stop what uses it, or set ASKWELL_BOT_PORT."
        ) from error
    return address


def _tell_configuration_files(settings: BotSettings) -> None:
    """endpoints.yml and credentials.yml name variables; this sets those that have only a default."""
    os.environ["ASKWELL_STATE_DIR"] = str(settings.state_dir)
    os.environ["ASKWELL_ACTIONS_PORT"] = str(settings.actions_port)
    os.environ["ASKWELL_ACTIONS_SECRET"] = settings.actions_secret
    os.environ["ASKWELL_BOT_SECRET"] = settings.bot_secret


def _load(agent: Any, archive: Path) -> None:
    try:
        agent.load_model(archive)
    except Exception as error:
        raise BrokenModel(f"The model {archive} cannot be loaded ({error}); run ./askwell train --force.") from error


if __name__ == "__main__":
    sys.exit(main())
