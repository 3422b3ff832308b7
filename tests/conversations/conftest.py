"""One running system for all conversations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system import WITHOUT_LIMITS, System, running_system


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Askwell on free ports, with an empty customer data bank."""
    folder: Path = tmp_path_factory.mktemp("askwell")
    with running_system(folder, **WITHOUT_LIMITS) as running:
        yield running
