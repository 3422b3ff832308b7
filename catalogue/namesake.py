"""spaCy and thinc keep their registries in a library that is called `catalogue` as well.

Our package comes first on the path, so their `import catalogue` arrives here. This module loads their library from
its installed files under another name and hands out its attributes; neither side sees the other's.
"""

import importlib.util
import sys
from importlib.metadata import PackageNotFoundError, distribution
from types import ModuleType

NAME = "catalogue_of_spacy"


def attribute(name: str) -> object:
    """The attribute `name` of the registry library.

    Raises:
        AttributeError: the name is private, the library is not installed, or it has no such attribute.
    """
    if name.startswith("_"):
        raise AttributeError(f"module 'catalogue' has no attribute {name!r}")
    try:
        return getattr(_library(), name)
    except (AttributeError, PackageNotFoundError) as error:
        raise AttributeError(f"module 'catalogue' has no attribute {name!r}") from error


def _library() -> ModuleType:
    """The registry library, loaded once: it keeps everything that spaCy registers in a global."""
    if NAME in sys.modules:
        return sys.modules[NAME]
    path = str(distribution("catalogue").locate_file("catalogue/__init__.py"))
    spec = importlib.util.spec_from_file_location(NAME, path, submodule_search_locations=[])
    if spec is None or spec.loader is None:
        raise AttributeError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)
    return module
