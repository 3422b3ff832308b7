"""Makes what endpoints.yml and credentials.yml describe, and fails where Rasa would fall back to something else."""

from pathlib import Path
from typing import Any

import rasa.core.run
import rasa.shared.utils.io
from rasa.core.channels.channel import InputChannel
from rasa.shared.utils.common import class_from_module_path

from bot.action_answers import check_answers_with_one_validator
from bot.action_endpoint import ActionServer
from bot.processor import TurnAgent


def make_agent(endpoints_file: Path, timeout_seconds: float) -> tuple[TurnAgent, ActionServer]:
    """An agent without a model, and the way to the action server that it uses.

    Args:
        endpoints_file: endpoints.yml.
        timeout_seconds: how long an action may take.

    Raises:
        TrackerUnavailable: the tracker database cannot be opened.
        ImportError: a class that the file names does not exist.
        KeyError: a section or an entry is missing.
    """
    check_answers_with_one_validator()
    described: dict[str, Any] = rasa.shared.utils.io.read_config_file(endpoints_file)
    actions = ActionServer(described["action_endpoint"]["url"], described["action_endpoint"]["secret"], timeout_seconds)
    store = class_from_module_path(described["tracker_store"]["type"])
    agent = TurnAgent(
        generator=class_from_module_path(described["nlg"]["type"])(),
        tracker_store=store(domain=None, path=Path(described["tracker_store"]["path"])),
        lock_store=class_from_module_path(described["lock_store"]["type"])(),
        action_endpoint=actions,
    )
    return agent, actions


def make_channels(credentials_file: Path) -> list[InputChannel]:
    """The channels that the file describes."""
    return rasa.core.run.create_http_input_channels(None, str(credentials_file))
