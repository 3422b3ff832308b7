"""Keeps a model's domain as JSON: Rasa keeps it as YAML and reads that three times over, for most of a start."""

import json
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain

DOMAIN_FILE = "domain.json"


class JsonDomainProvider(DomainProvider):
    """Provides the domain to the graph, in training and afterwards; bot/training.py puts it in Rasa's place."""

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "JsonDomainProvider":
        """Makes the provider from the file of a trained model (Rasa calls this)."""
        with model_storage.read_from(resource) as folder:
            domain = Domain.from_dict(json.loads((folder / DOMAIN_FILE).read_text("utf-8")))
        return cls(model_storage, resource, domain)

    def _persist(self, domain: Domain) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            (folder / DOMAIN_FILE).write_text(json.dumps(domain.as_dict(), ensure_ascii=False), "utf-8")
