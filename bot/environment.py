"""The settings of the bot's processes, from the same `ASKWELL_*` variables as the rest of Askwell (settings.py)."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"

PREPARED = {
    "RASA_TELEMETRY_ENABLED": "false",  # Rasa's crash reports hang on this switch too.
    "LOG_LEVEL": "ERROR",  # Otherwise Rasa draws progress bars for three rules; bot/log.py has a level of its own.
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",  # Rasa's own tracker stores, which we do not use, warn on import.
    "OPENBLAS_NUM_THREADS": "1",  # A sentence is small: threads wait for each other longer than they compute.
    "OMP_NUM_THREADS": "1",
}
"""What Rasa and the libraries under it read from the environment when they are imported."""


class SettingsError(ValueError):
    """A setting is missing or makes no sense; the message names the variable and the remedy."""


@dataclass(frozen=True)
class BotSettings:
    """Where the bot listens, where it keeps its state and which secrets it shares."""

    state_dir: Path
    bot_port: int
    actions_port: int
    bot_secret: str
    actions_secret: str
    default_language: str
    log_level: str
    session_hours: float


def prepare_environment() -> None:
    """Switches off what Rasa would send elsewhere and fixes what its libraries read on import."""
    os.environ.update(PREPARED)


def read_settings(environment: Mapping[str, str] = os.environ) -> BotSettings:
    """Reads the settings of the bot.

    Args:
        environment: variables by name; those not given have the defaults of settings.py.

    Raises:
        SettingsError: a port is no number from 1 to 65535, hours are no positive number, or a secret is missing.
    """
    return BotSettings(
        state_dir=Path(environment.get("ASKWELL_STATE_DIR") or ROOT / "var"),
        bot_port=_port(environment, "ASKWELL_BOT_PORT", 5005),
        actions_port=_port(environment, "ASKWELL_ACTIONS_PORT", 5055),
        bot_secret=_secret(environment, "ASKWELL_BOT_SECRET"),
        actions_secret=_secret(environment, "ASKWELL_ACTIONS_SECRET"),
        default_language=environment.get("ASKWELL_DEFAULT_LANGUAGE") or "en",
        log_level=(environment.get("ASKWELL_LOG_LEVEL") or "info").upper(),
        session_hours=_hours(environment, "ASKWELL_SESSION_HOURS", 168.0),
    )


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"{name} is '{text}'; write a port from 1 to 65535.")
    return int(text)


def _hours(environment: Mapping[str, str], name: str, default: float) -> float:
    text = environment.get(name) or str(default)
    try:
        hours = float(text)
    except ValueError:
        hours = 0.0
    if not 0 < hours < float("inf"):
        raise SettingsError(f"{name} is '{text}'; write a number of hours, such as 168.")
    return hours


def _secret(environment: Mapping[str, str], name: str) -> str:
    secret = environment.get(name, "")
    if not secret:
        raise SettingsError(f"{name} is not set; start with ./askwell up, which makes the secrets, or set it.")
    return secret
