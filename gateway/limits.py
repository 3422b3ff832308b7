"""How much one visitor, one address and one name may ask for, and after how long they may go on."""

import math
from dataclasses import dataclass
from ipaddress import ip_address
from time import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

from gateway.problems import Problem
from settings import Settings


@dataclass(frozen=True)
class Allowance:
    """So many requests within so much time, counted for each key, and the problem that one too many is."""

    name: str
    item: RateLimitItem
    problem: str


class Limits:
    """Counts requests in this process's memory; a restart forgives."""

    def __init__(self, settings: Settings) -> None:
        """Reads the allowances from the settings.

        Raises:
            ValueError: a setting is not an allowance; names it, its value and an example.
        """
        self.messages_per_session = _allowance(settings, "limit_messages_per_session", "too_many_messages")
        self.messages_per_address = _allowance(settings, "limit_messages_per_address", "too_many_messages")
        self.sessions_per_address = _allowance(settings, "limit_sessions_per_address", "too_many_sessions")
        self.sign_ins_per_name = _allowance(settings, "limit_sign_ins_per_name", "too_many_sign_ins")
        self.sign_ins_per_address = _allowance(settings, "limit_sign_ins_per_address", "too_many_sign_ins")
        self._counter = MovingWindowRateLimiter(MemoryStorage())

    def count(self, allowance: Allowance, key: str) -> None:
        """Counts one request of `key`.

        Raises:
            Problem: the allowance's own, with the seconds after which the next one is free.
        """
        if not self._counter.hit(allowance.item, allowance.name, key):
            raise self._refusal(allowance, key)

    def check(self, allowance: Allowance, key: str) -> None:
        """As `count`, without counting."""
        if not self._counter.test(allowance.item, allowance.name, key):
            raise self._refusal(allowance, key)

    def forgive(self, allowance: Allowance, key: str) -> None:
        """Forgets what was counted for `key`."""
        self._counter.clear(allowance.item, allowance.name, key)

    def _refusal(self, allowance: Allowance, key: str) -> Problem:
        free_at = self._counter.get_window_stats(allowance.item, allowance.name, key).reset_time
        return Problem(allowance.problem, retry_after=max(1, math.ceil(free_at - time())))


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
        return Allowance(setting, parse(value), problem)
    except ValueError as error:
        raise ValueError(
            f"ASKWELL_{setting.upper()} is '{value}', which is not an allowance; write, for example, 60/minute."
        ) from error
