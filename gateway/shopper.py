"""Who a shopper's request speaks for: the bearer of a session token."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from catalogue import Language
from gateway.problems import Problem
from gateway.services import Served, Services
from gateway.tokens import Claims, TokenExpired, TokenRefused
from profiles.store import Store

bearer = HTTPBearer(auto_error=False, scheme_name="session_token", description="The token that a session was given.")
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]

NOBODY = "visitor"
"""The subject of a session whose shopper the shop has not named."""


async def shopper(services: Served, credentials: Bearer) -> Claims:
    """The session that the request belongs to.

    Raises:
        Problem: `session_missing` for no token or a forged one, `session_expired` for one whose time is over.
    """
    if credentials is None:
        raise Problem("session_missing")
    try:
        return services.tokens.read("askwell-chat", credentials.credentials)
    except TokenExpired as error:
        raise Problem("session_expired") from error
    except TokenRefused as error:
        raise Problem("session_missing") from error


Shopper = Annotated[Claims, Depends(shopper)]


def customer_of(claims: Claims) -> str | None:
    """The customer for whom the shop vouched when the session began, or None."""
    return None if claims.subject == NOBODY else claims.subject


async def conversation_language(request: Request, services: Services) -> Language | None:
    """The language of the conversation whose token the request bears, even where the request is wrong otherwise."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        claims = services.tokens.read("askwell-chat", token) if scheme.lower() == "bearer" else None
    except TokenRefused:
        return None
    return await _language_of(services, claims.conversation_id) if claims else None


async def _language_of(services: Services, conversation_id: str) -> Language | None:
    known = services.languages.of(conversation_id)
    if known is None:
        known = await services.threads.reading(_stored_language, services.store, conversation_id)
        if known is not None:
            services.languages.remember(conversation_id, known)
    return known


def _stored_language(store: Store, conversation_id: str) -> Language | None:
    with store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(conversation_id)
        return conversation.language if conversation else None
