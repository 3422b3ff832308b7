"""How many event streams are open, so that one visitor cannot keep many connections."""

from collections import Counter

from gateway.problems import Problem

STREAMS_A_SESSION = 4
BUSY_SECONDS = 10


class OpenStreams:
    """How many streams each session has open."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    def enter(self, conversation_id: str) -> None:
        """Counts one more.

        Raises:
            Problem: `too_many_streams`, when the session has as many as it may.
        """
        if self._open[conversation_id] >= STREAMS_A_SESSION:
            raise Problem("too_many_streams", retry_after=BUSY_SECONDS)
        self._open[conversation_id] += 1

    def leave(self, conversation_id: str) -> None:
        """Counts one less."""
        self._open[conversation_id] -= 1
        if not self._open[conversation_id]:
            del self._open[conversation_id]
