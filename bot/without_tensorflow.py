"""Keeps TensorFlow out of the process and out of the environment.

Rasa imports it for DIET and TED, which we do not use, and from two modules that only those need but that everything
imports. Stand-ins for these modules save more than 1 GB of packages, 300 MB of memory and 4 s of every start.
"""

import sys
from types import ModuleType

NEEDED_BY_NEURAL_COMPONENTS = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator", "RasaDataGenerator"),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
}
"""Modules that import TensorFlow, and what others import from them (the last three only to compare classes)."""

DEFAULT_COMPONENTS = "rasa.engine.recipes.default_components"
"""Imports every component that Rasa ships; config.yml names those that we use by their full path instead."""


class NeuralComponentError(ImportError):
    """Something asked for a part of Rasa that runs on TensorFlow."""


class _LeftOut:
    """Stands where a class built on TensorFlow would; it can be imported but not made."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise NeuralComponentError(
            "This part of Rasa needs TensorFlow, which Askwell leaves out (bot/without_tensorflow.py). Name another "
            "component in config.yml; `./askwell nlu evaluate --against stock` has an environment of its own."
        )


def leave_tensorflow_out() -> None:
    """Puts stand-ins in place of the modules of Rasa that import TensorFlow; does nothing the second time."""
    for name, classes in NEEDED_BY_NEURAL_COMPONENTS.items():
        sys.modules.setdefault(
            name, _stand_in(name, {class_name: type(class_name, (_LeftOut,), {}) for class_name in classes})
        )
    sys.modules.setdefault(DEFAULT_COMPONENTS, _stand_in(DEFAULT_COMPONENTS, {"DEFAULT_COMPONENTS": []}))


def _stand_in(name: str, attributes: dict) -> ModuleType:
    module = ModuleType(name, f"Stands in for {name} (bot/without_tensorflow.py).")
    vars(module).update(attributes)
    return module
