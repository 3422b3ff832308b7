"""How much one visitor, one address and one name may ask for, and after how long they may go on."""

import math
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from limits import parse
from starlette.requests import Request

from gateway.problems import Problem
from gateway.tokens import Clock
from settings import Settings

SWEEP_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Allowance:
    """So many requests within so much time, counted for each key, and the problem that one too many is."""

    name: str
    amount: int
    window: timedelta
    problem: str


class Limits:
    """Counts requests in this process's memory, over a window that moves with the clock; a restart forgives."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Reads the allowances from the settings.

        Raises:
            ValueError: a setting is not an allowance; names it, its value and an example.
        """
        self.messages_per_session = _allowance(settings, "limit_messages_per_session", "too_many_messages")
        self.messages_per_address = _allowance(settings, "limit_messages_per_address", "too_many_messages")
        self.sessions_per_address = _allowance(settings, "limit_sessions_per_address", "too_many_sessions")
        self.invitations_per_address = _allowance(settings, "limit_invitations_per_address", "too_many_requests")
        self.sign_ins_per_name = _allowance(settings, "limit_sign_ins_per_name", "too_many_sign_ins")
        self.sign_ins_per_address = _allowance(settings, "limit_sign_ins_per_address", "too_many_sign_ins")
        self._clock = clock
        self._hits: dict[tuple[str, str], deque[datetime]] = {}
        self._swept_at = clock()

    def count(self, allowance: Allowance, key: str) -> None:
        """Counts one request of `key`.

        Raises:
            Problem: the allowance's own, with the seconds after which the next one is free; then nothing is counted.
        """
        self.check(allowance, key)
        self._hits.setdefault((allowance.name, key), deque()).append(self._clock())

    def check(self, allowance: Allowance, key: str) -> None:
        """As `count`, without counting."""
        now = self._clock()
        self._sweep(now)
        hits = self._hits.get((allowance.name, key), deque())
        while hits and hits[0] <= now - allowance.window:
            hits.popleft()
        if len(hits) >= allowance.amount:
            wait = hits[0] + allowance.window - now
            raise Problem(allowance.problem, retry_after=max(1, math.ceil(wait.total_seconds())))

    def forgive(self, allowance: Allowance, key: str) -> None:
        """Forgets what was counted for `key`."""
        self._hits.pop((allowance.name, key), None)

    def _sweep(self, now: datetime) -> None:
        """Forgets now and then whoever has been quiet for longer than any window, so that memory does not grow."""
        if now - self._swept_at < SWEEP_EVERY:
            return
        self._swept_at = now
        longest = max(each.window for each in vars(self).values() if isinstance(each, Allowance))
        self._hits = {key: hits for key, hits in self._hits.items() if hits and hits[-1] > now - longest}


def address_of(request: Request) -> str:
    """The address that a request came from; an IPv6 one as its /64, which is what one household or server has."""
    host = request.client.host if request.client else "unknown"
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ip_address(int(address) >> 64 << 64))


def is_own_machine(request: Request) -> bool:
    """Whether a program on this machine asks, and not somebody behind a proxy that runs here."""
    forwarded = {"forwarded", "x-forwarded-for", "x-real-ip"} & set(request.headers.keys())
    try:
        return not forwarded and request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _allowance(settings: Settings, setting: str, problem: str) -> Allowance:
    value = getattr(settings, setting)
    try:
        item = parse(value)
    except ValueError as error:
        raise ValueError(
            f"ASKWELL_{setting.upper()} is '{value}', which is not an allowance; write, for example, 60/minute."
        ) from error
    return Allowance(setting, item.amount, timedelta(seconds=item.get_expiry()), problem)
