"""Progress for everything that takes over a second."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

console = Console(stderr=True, soft_wrap=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Shows that `what` is going on, and how long it took if that was over a second."""
    began = time.monotonic()
    with console.status(f"{what} ..."):
        yield
    seconds = time.monotonic() - began
    if seconds >= 1:
        console.print(f"{what}: {seconds:.0f} s", highlight=False)
