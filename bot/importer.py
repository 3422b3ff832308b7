"""Brings the domain's files, the catalogue and the training data together for Rasa."""

from collections.abc import Iterator
from pathlib import Path

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

import catalogue
from bot.domain_files import DomainError, read_domain_files
from bot.domain_from_catalogue import domain_from
from bot.utterances import normal, read_utterances

ANSWER_INTENT = "give_answer"
"""The intent of a message that answers a question."""

WAYS_OUT = {"dont_know": "dont_know", "prefer_not_to_say": "prefer_not_to_say"}
"""Choices by value whose wordings are an intent of their own, and that intent."""


class CatalogueImporter(RasaFileImporter):
    """Reads domain.yml, every file of domain/ and the catalogue; raises where Rasa's importer warns.

    config.yml names it under `importers`.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        catalogue_folder: str | None = None,
    ) -> None:
        """Names the sources; the argument names are Rasa's.

        Args:
            config_file: config.yml.
            domain_path: domain.yml; the files of the folder `domain` beside it belong to it.
            training_data_paths: files and folders of training data.
            catalogue_folder: the catalogue to read instead of Askwell's own.
        """
        super().__init__(config_file, domain_path, training_data_paths)
        self._catalogue = catalogue.load(Path(catalogue_folder) if catalogue_folder else None)

    def get_domain(self) -> Domain:
        """The whole domain.

        Raises:
            DomainError: no domain.yml was named, or something is declared twice; names both places.
        """
        if self._domain_path is None:
            raise DomainError("Name domain.yml: the domain cannot be found without it.")
        parts = read_domain_files(Path(self._domain_path))
        parts.add(domain_from(self._catalogue), "catalogue/")
        return Domain.from_dict(parts.domain)

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The utterances of data/nlu, and those of the catalogue's choices, which are ways to answer.

        Args:
            language: Rasa's argument; our utterances of both languages stand together.

        Raises:
            UtteranceError: a file has a mistake, or an utterance stands in two places.
        """
        utterances = read_utterances([Path(file) for file in self._nlu_files])
        for text, intent in self._said_for_choices():
            utterances.setdefault(normal(text), (text, intent))
        messages = [Message.build(text=text, intent=intent) for text, intent in utterances.values()]
        return TrainingData(training_examples=messages)

    def _said_for_choices(self) -> Iterator[tuple[str, str]]:
        for question in self._catalogue.asked().values():
            for choice in question.choices:
                intent = WAYS_OUT.get(choice.value, ANSWER_INTENT)
                for language, label in choice.label.items():
                    yield from ((text, intent) for text in (label, *choice.says.get(language, ())))
