"""The corner shop, filled once: tests only read it."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from analytics.staff_query import Vocabulary
from profiles import Store
from tests.analytics.corner_shop import fill

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
DATA_KEY = "a data key that only these tests know"


@pytest.fixture(scope="session")
def corner_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the shop of tests/analytics/corner_shop.py."""
    folder = tmp_path_factory.mktemp("corner_shop")
    with Store.open(f"sqlite:///{folder / 'shop.db'}", DATA_KEY) as store:
        fill(store, folder)
        yield store


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """What staff can ask about."""
    return Vocabulary.load()
