"""The application: every route, every guard, in the order in which a request meets them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

import catalogue
from analytics.invitations import InvitationRules, load_invitation_rules
from gateway import (
    documentation,
    events,
    health,
    history,
    invitations,
    messages,
    problem_answers,
    reports,
    sessions,
    staff_inbox,
    staff_messages,
    staff_sign_in,
    static,
    words,
)
from gateway.body_limit import BodyLimit
from gateway.bot_client import BotClient
from gateway.cross_origin import CrossOrigin
from gateway.headers import SecurityHeaders
from gateway.limits import Limits
from gateway.locks import ConversationLocks
from gateway.metrics import Metrics
from gateway.openapi import describe
from gateway.quotas import Quotas
from gateway.request_log import RequestLog
from gateway.services import Services
from gateway.threads import Threads
from gateway.tokens import Clock, Tokens
from profiles.store import Store
from settings import Settings

SMALLEST_ZIPPED = 1024
NO_TELEMETRY: Any = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""FastAPI can report requests to a collector; nothing leaves the retailer's machines."""
ROUTERS = (
    sessions,
    messages,
    history,
    events,
    invitations,
    staff_sign_in,
    staff_messages,
    staff_inbox,
    reports,
    words,
    health,
    documentation,
    static,
)


def create_app(
    settings: Settings, store: Store, bot: BotClient, clock: Clock, rules: InvitationRules | None = None
) -> FastAPI:
    """The gateway as an ASGI application; it connects to nothing before the first request.

    Args:
        settings: limits, secrets, allowed origins and folders.
        store: the open customer data bank; whoever opened it closes it.
        bot: the way to the bot; closed with the application.
        clock: gives the time, UTC.
        rules: whom to invite to the chat; the retailer's configuration if left out.

    Raises:
        ValueError: a setting cannot be used; names it, its value and the remedy.
    """
    services = _services(settings, store, bot, clock, rules or load_invitation_rules())
    app = FastAPI(
        title="Askwell",
        version="1",
        description="Chat with shoppers and with staff. Errors are problem+json and say what to do.",
        docs_url=None,
        redoc_url=None,
        telemetry=NO_TELEMETRY,
        lifespan=_lifespan(services),
    )
    app.state.services = services
    problem_answers.install(app)
    for module in ROUTERS:
        app.include_router(module.router)
    static.mount(app, settings.website_dir)
    _guard(app, settings)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # FastAPI's documented way to change it
    return app


def _services(settings: Settings, store: Store, bot: BotClient, clock: Clock, rules: InvitationRules) -> Services:
    return Services(
        settings=settings,
        store=store,
        bot=bot,
        clock=clock,
        catalogue=catalogue.load(),
        tokens=Tokens(settings.session_secret.get_secret_value(), clock),
        limits=Limits(settings, clock),
        locks=ConversationLocks(settings.turn_wait_seconds),
        metrics=Metrics(),
        threads=Threads(one_writer=settings.database.startswith("sqlite")),
        invitations=rules,
        quotas=Quotas(settings, rules, clock),
    )


def _guard(app: FastAPI, settings: Settings) -> None:
    """Puts the guards around the routes; the last one added is the first that a request meets."""
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_ZIPPED, compresslevel=6)
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestLog)
    app.add_middleware(CrossOrigin, allowed_origins=settings.allowed_origins)
    app.add_middleware(SecurityHeaders)


def _lifespan(services: Services) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        services.quotas.start()
        try:
            yield
        finally:
            await services.close()

    return lifespan
