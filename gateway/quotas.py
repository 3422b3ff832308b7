"""Keeps count of the quotas for invitations: at the start, every hour and at the turn of the month, beside the gateway.

Segments of a big shop take seconds and pandas; no request waits for them and this process never loads it.
"""

import asyncio
import contextlib
import json
import os
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from analytics.invitations import HeldBack, InvitationRules, month_begin, month_of
from gateway.tokens import Clock
from settings import ROOT, Settings

log = structlog.get_logger()

SECONDS_BETWEEN = 3600
LONGEST_MONTH = timedelta(days=32)


class Quotas:
    """Whom the month's quotas hold back, by the latest count; before the first one, nobody."""

    def __init__(self, settings: Settings, rules: InvitationRules, clock: Clock) -> None:
        self._settings = settings
        self._quotas = rules.quotas if rules.enabled else {}
        self._clock = clock
        self._latest: HeldBack | None = None
        self._counting: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to count, if there are quotas at all."""
        if self._quotas:
            self._counting = asyncio.create_task(self._keep_counting())

    def hold_back(self, customer_id: str) -> bool:
        """Whether a customer is in a segment of which enough interviews were finished this month."""
        month = month_of(self._clock(), self._settings.zone)
        return self._latest is not None and self._latest.holds_back(customer_id, month)

    async def count(self) -> None:
        """Counts once. A count that fails is logged, and the one before it stays."""
        try:
            status, counted, complaint = await self._run()
        except OSError as error:
            log.warning("quotas_not_counted", why=f"no process could be started: {error.strerror}")
            return
        if status == 0:
            self._latest = HeldBack.from_json(counted.decode())
            log.info("quotas_counted", month=self._latest.month, held_back=len(self._latest.customers))
        else:
            log.warning("quotas_not_counted", why=_sentence(status, complaint))

    async def _run(self) -> tuple[int | None, bytes, bytes]:
        """Runs the program that counts; its status and what it wrote. Whoever is cancelled meanwhile ends it."""
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "analytics.invitations"),
            *("--quotas", json.dumps(self._quotas), "--at", self._clock().isoformat()),
            cwd=ROOT,
            env=os.environ | _environment(self._settings),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            counted, complaint = await program.communicate()
        finally:
            if program.returncode is None:
                program.kill()
                await program.wait()
        return program.returncode, counted, complaint

    async def close(self) -> None:
        """Stops counting; a count that is under way is ended."""
        if self._counting is not None:
            self._counting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._counting

    async def _keep_counting(self) -> None:
        while True:
            await self.count()
            await asyncio.sleep(seconds_until_next_count(self._clock(), self._settings.zone))


def seconds_until_next_count(now: datetime, zone: ZoneInfo) -> float:
    """An hour, or less where the month turns before that: a new month has new quotas.

    >>> from datetime import UTC
    >>> seconds_until_next_count(datetime(2026, 2, 28, 15, 50, tzinfo=UTC), ZoneInfo("Asia/Hong_Kong"))
    600.0
    """
    next_month = month_begin(month_begin(now, zone) + LONGEST_MONTH, zone)
    return min(SECONDS_BETWEEN, next_month.timestamp() - now.timestamp())


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "ASKWELL_DATABASE_URL": settings.database,
        "ASKWELL_DATA_KEY": settings.data_key.get_secret_value(),
        "ASKWELL_TIMEZONE": settings.timezone,
    }


def _sentence(status: int | None, complaint: bytes) -> str:
    """What the program said is wrong; of a fault of our own only its status, for a trace may hold anybody's words."""
    return complaint.decode().strip() if status == 2 else f"python -m analytics.invitations ended with {status}"
