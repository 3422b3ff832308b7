"""What every part of the gateway works with, made once for an application."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Request

from analytics.invitations import InvitationRules
from catalogue import Catalogue, Language
from gateway.bot_client import BotClient
from gateway.canary import Canary
from gateway.languages import ConversationLanguages
from gateway.limits import Limits
from gateway.locks import ConversationLocks
from gateway.metrics import Metrics
from gateway.quotas import Quotas
from gateway.streams import OpenStreams
from gateway.threads import Threads
from gateway.tokens import Clock, Tokens
from profiles.store import Store
from settings import Settings


@dataclass(frozen=True, kw_only=True)
class Services:
    """The gateway's settings, stores and counters."""

    settings: Settings
    store: Store
    bot: BotClient
    clock: Clock
    catalogue: Catalogue
    tokens: Tokens
    limits: Limits
    locks: ConversationLocks
    metrics: Metrics
    threads: Threads
    invitations: InvitationRules
    quotas: Quotas
    languages: ConversationLanguages = field(default_factory=ConversationLanguages)
    streams: OpenStreams = field(default_factory=OpenStreams)
    canary: Canary = field(default_factory=Canary)
    one_password_at_a_time: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    """A password takes 64 MB and both cores for a moment; many at once must not keep shoppers waiting."""

    def now(self) -> datetime:
        """The time, UTC."""
        return self.clock()

    @property
    def default_language(self) -> Language:
        """The language of whoever asks for none."""
        return self.settings.default_language

    async def close(self) -> None:
        """Lets go of the bot's connections, of the threads and of what is being counted."""
        await self.quotas.close()
        await self.bot.close()
        self.threads.close()


def services_of(request: Request) -> Services:
    """The services of the application that answers this request."""
    return cast(Services, request.app.state.services)


async def _served(request: Request) -> Services:
    """As `services_of`, and asynchronous: FastAPI would run a plain function in a thread, which costs far more."""
    return services_of(request)


Served = Annotated[Services, Depends(_served)]
