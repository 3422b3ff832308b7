"""Any utterances as training data for config.yml's pipeline, without the catalogue, the domain or the rules."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.environment import ROOT


class UtterancesImporter(TrainingDataImporter):
    """Gives Rasa the utterances that it was made with, and the pipeline of config.yml."""

    def __init__(self, utterances: Iterable[tuple[str, str]], config_file: Path = ROOT / "config.yml") -> None:
        """Names the training data.

        Args:
            utterances: each with its intent, a name without '/'.
            config_file: where the pipeline stands.
        """
        self._utterances = list(utterances)
        self._config_file = config_file

    def get_domain(self) -> Domain:
        """A domain that knows the intents alone."""
        return Domain.from_dict({"intents": sorted({intent for _, intent in self._utterances})})

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The utterances; `language` is Rasa's argument."""
        return TrainingData([Message.build(text=text, intent=intent) for text, intent in self._utterances])

    def get_config(self) -> dict[str, Any]:
        """The pipeline, without the policies: nothing is said here."""
        config = yaml.safe_load(self._config_file.read_text("utf-8"))
        return {key: config[key] for key in ("recipe", "assistant_id", "language", "pipeline")}

    def get_config_file_for_auto_config(self) -> str:
        """Rasa's question after a file that it may complete; ours is complete."""
        return str(self._config_file)

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """None; `exclusion_percentage` is Rasa's argument."""
        return StoryGraph([])

    def get_conversation_tests(self) -> StoryGraph:
        """None."""
        return StoryGraph([])
