"""Runs the Rasa server: `python -m bot.server [--model FILE]`.

Unlike `rasa run` it serves our channel alone, on loopback alone, and does not start without a model that works.
"""

import argparse
import logging
import os
import sys
import time
from pathlib import Path
from typing import Optional, Sequence

from bot import models_folder
from bot.environment import ROOT, BotSettings, SettingsError, read_settings
from bot.errors import TrackerUnavailable
from bot.log import configure_logging

ACTION_TIMEOUT_SECONDS = 30.0
MOST_BYTES_OF_A_REQUEST = 65_536
LOOPBACK = "127.0.0.1"

logger = logging.getLogger("bot.server")


class BrokenModel(RuntimeError):
    """The model could not be loaded; the message names the file, the reason and the remedy."""


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Loads the model and serves until SIGTERM; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.server", description="Serve the trained model on loopback.")
    parser.add_argument("--model", type=Path, default=None, help="the model to load instead of the newest")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        settings = read_settings()
        archive = models_folder.require(options.model)
        configure_logging(settings.log_level)
        app = make_app(settings, archive)
    except (SettingsError, models_folder.NoModel, BrokenModel, TrackerUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if models_folder.trained_from(archive) != models_folder.fingerprint():
        logger.warning("model was trained from other files than these; run ./askwell train")
    logger.info("ready on port %s after %.1f s with %s", settings.bot_port, time.monotonic() - started, archive.name)
    return _serve(app, settings.bot_port)


def make_app(settings: BotSettings, archive: Path) -> "Sanic":  # noqa: F821 - imported where it is needed, below
    """The web application with the model loaded.

    Args:
        settings: ports, secrets and the folder of the tracker database.
        archive: the trained model.

    Raises:
        BrokenModel: the archive cannot be loaded.
        TrackerUnavailable: the tracker database cannot be opened.
    """
    from rasa.core.channels.channel import register
    from sanic import Sanic

    app = Sanic("askwell-bot", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MOST_BYTES_OF_A_REQUEST
    app.config.FALLBACK_ERROR_FORMAT = "json"
    agent, channels, action_server = _load(settings, archive)
    register(channels, app, route="/webhooks/")
    app.ctx.agent = agent

    @app.listener("after_server_stop")
    async def close(*_: object) -> None:
        await action_server.close()
        agent.tracker_store.close()

    return app


def _load(settings: BotSettings, archive: Path) -> tuple:
    """The agent, the channels and the action server, as endpoints.yml and credentials.yml describe them."""
    from bot import endpoints

    _tell_configuration_files(settings)
    try:
        agent, action_server = endpoints.make_agent(ROOT / "endpoints.yml", ACTION_TIMEOUT_SECONDS)
        channels = endpoints.make_channels(ROOT / "credentials.yml")
        agent.load_model(archive)
    except TrackerUnavailable:
        raise
    except Exception as error:
        raise BrokenModel(f"The model {archive} cannot be loaded ({error}); run ./askwell train --force.") from error
    return agent, channels, action_server


def _tell_configuration_files(settings: BotSettings) -> None:
    """endpoints.yml and credentials.yml name variables; this gives those their defaults that are not set."""
    os.environ["ASKWELL_STATE_DIR"] = str(settings.state_dir)
    os.environ["ASKWELL_ACTIONS_PORT"] = str(settings.actions_port)
    os.environ["ASKWELL_ACTIONS_SECRET"] = settings.actions_secret
    os.environ["ASKWELL_BOT_SECRET"] = settings.bot_secret


def _serve(app: "Sanic", port: int) -> int:  # noqa: F821 - as above
    try:
        app.run(host=LOOPBACK, port=port, workers=1, access_log=False, debug=False)
    except OSError as error:
        sys.stderr.write(f"Port {port} cannot be used ({error.strerror}); stop what uses it or set ASKWELL_BOT_PORT.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
