"""The threads that wait for the database, so that the event loop never does."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

READERS, WRITERS = 4, 8

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Threads:
    """Some threads for work that reads and some for transactions that write."""

    def __init__(self, *, one_writer: bool) -> None:
        """Makes the threads.

        Args:
            one_writer: whether the database takes one writer at a time, as SQLite does. It lets the others sleep in
                steps, so ours queue for one thread instead; readers never wait for it.
        """
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._writers = ThreadPoolExecutor(1 if one_writer else WRITERS, thread_name_prefix="writer")

    async def reading(
        self, work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        """Runs `work`, which reads the database or a file."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, lambda: work(*args, **kwargs))

    async def writing(
        self, work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        """Runs `work`, a transaction that writes."""
        return await asyncio.get_running_loop().run_in_executor(self._writers, lambda: work(*args, **kwargs))

    def close(self) -> None:
        """Waits for what is running and drops the rest."""
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writers.shutdown(wait=True, cancel_futures=True)
