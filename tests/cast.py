"""The people of every test: a few customers and staff, so that each test reads like a story about somebody known."""

from dataclasses import dataclass
from datetime import datetime, timezone

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=timezone.utc)
TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Person:
    """Somebody who appears in tests: their id in the shop's or the staff's records, name and language."""

    id: str
    name: str
    language: str = "en"
    role: str = "shopper"


MEI = Person("mei", "Mei", language="zh-Hant")
"""Shops for her family and writes Cantonese."""
DANIEL = Person("daniel", "Daniel")
"""Buys gifts."""
PRIYA = Person("priya", "Priya")
"""Runs a shop and buys for it."""
ALICE = Person("alice", "Alice", role="agent")
BOB = Person("bob", "Bob", role="manager")
CHARLIE = Person("charlie", "Charlie", role="stranger")
