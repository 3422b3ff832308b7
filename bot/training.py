"""Runs Rasa's training graph, without the parts that take longer than the training itself.

`rasa train` fingerprints and caches the output of every component, which means hashing every feature of every message.
Our training takes seconds, and models_folder knows whether it is needed at all.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import rasa.engine.validation
from rasa.engine.constants import PLACEHOLDER_IMPORTER
from rasa.engine.graph import ExecutionContext, GraphModelConfiguration, GraphSchema
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.data import TrainingType
from rasa.shared.importers.importer import TrainingDataImporter

from bot.domain_provider import JsonDomainProvider


def train_model(importer: TrainingDataImporter, archive: Path, training_type: TrainingType = TrainingType.BOTH) -> Path:
    """Trains what the importer's configuration describes and writes the model.

    Args:
        importer: configuration, domain, utterances and rules.
        archive: the file to write (`.tar.gz`); its folder is made where it is missing.
        training_type: `NLU` trains the pipeline alone.

    Returns:
        `archive`.

    Raises:
        rasa.shared.exceptions.RasaException: the configuration or the data make no sense to Rasa.
    """
    configuration = _graphs(importer, training_type)
    rasa.engine.validation.validate(configuration)
    with TemporaryDirectory() as folder:
        storage = LocalModelStorage(Path(folder))
        runner = DaskGraphRunner.create(
            graph_schema=configuration.train_schema,
            model_storage=storage,
            execution_context=ExecutionContext(graph_schema=configuration.train_schema),
        )
        runner.run(inputs={PLACEHOLDER_IMPORTER: importer})
        storage.create_model_package(archive, configuration, importer.get_domain())
    return archive


def _graphs(importer: TrainingDataImporter, training_type: TrainingType) -> GraphModelConfiguration:
    made = DefaultV1Recipe().graph_config_for_recipe(importer.get_config(), {}, training_type=training_type)
    return replace(
        made,
        train_schema=_with_json_domain(made.train_schema),
        predict_schema=_with_json_domain(made.predict_schema),
    )


def _with_json_domain(schema: GraphSchema) -> GraphSchema:
    nodes = {
        name: replace(node, uses=JsonDomainProvider) if node.uses is DomainProvider else node
        for name, node in schema.nodes.items()
    }
    return GraphSchema(nodes)
