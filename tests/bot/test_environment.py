"""The settings of the bot, and what it keeps Rasa from doing."""

import os
import sys

import pytest

from bot.environment import SettingsError, read_settings

SECRETS = {"ASKWELL_BOT_SECRET": "a", "ASKWELL_ACTIONS_SECRET": "b"}


def test_telemetry_and_crash_reports_are_off_in_every_process_that_imports_the_bot() -> None:
    import sentry_sdk
    from rasa import telemetry

    telemetry.initialize_error_reporting()

    assert os.environ["RASA_TELEMETRY_ENABLED"] == "false"
    assert not telemetry.is_telemetry_enabled()
    assert sentry_sdk.Hub.current.client is None


def test_tensorflow_is_neither_imported_nor_needed() -> None:
    import rasa.core.agent
    import rasa.model_training

    assert rasa.core.agent and rasa.model_training
    assert "tensorflow" not in sys.modules


def test_a_component_that_needs_tensorflow_says_so() -> None:
    from rasa.nlu.classifiers.diet_classifier import DIETClassifier

    with pytest.raises(ImportError, match="TensorFlow"):
        DIETClassifier({}, None, None, None)


def test_the_defaults_are_those_of_the_rest_of_askwell() -> None:
    settings = read_settings(SECRETS)

    assert (settings.bot_port, settings.actions_port, settings.state_dir.name) == (5005, 5055, "var")


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "５００５"])
def test_a_port_that_is_none_is_refused_by_name(port: str) -> None:
    with pytest.raises(SettingsError, match="ASKWELL_BOT_PORT"):
        read_settings({**SECRETS, "ASKWELL_BOT_PORT": port})


def test_a_missing_secret_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match="ASKWELL_ACTIONS_SECRET"):
        read_settings({"ASKWELL_BOT_SECRET": "a"})
