"""POST /api/chat/sessions: a conversation begins, with the bot's opening words."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from catalogue import Language, closest_language
from gateway.bot_client import BotTurn
from gateway.identity import vouched_for
from gateway.inbox import open_conversation
from gateway.languages import browser_language
from gateway.limits import address_of
from gateway.openapi import refusals
from gateway.replies import Json
from gateway.services import Served, Services
from gateway.shapes import SessionOpened, SessionWanted
from gateway.shopper import NOBODY
from gateway.text import cleaned
from gateway.tokens import Claims
from gateway.turns import answer
from profiles.records import Conversation

router = APIRouter(prefix="/api/chat", tags=["Chat"])

LONGEST_PAGE = 200


@router.post(
    "/sessions",
    status_code=201,
    response_model=SessionOpened,
    response_model_exclude_unset=True,
    responses=refusals(400, 401, 413, 429, 503),
)
async def open_session(wanted: SessionWanted, request: Request, services: Served) -> JSONResponse:
    """Begins a conversation and gives the token that continues it."""
    language = _language(wanted, request, services)
    request.state.language = language
    services.limits.count(services.limits.sessions_per_address, address_of(request))
    customer_id = vouched_for(wanted.identity_token, services)
    conversation = _conversation(services, language, wanted.page)
    reply = await _opening(services, conversation, customer_id)
    claims = Claims(customer_id or NOBODY, conversation.conversation_id, conversation.expires_at)
    opened = {
        "session_token": services.tokens.sign("askwell-chat", claims),
        "conversation_id": conversation.conversation_id,
        "expires_at": conversation.expires_at.isoformat(),
    }
    return JSONResponse(opened | reply, status_code=201)


async def _opening(services: Services, conversation: Conversation, customer_id: str | None) -> Json:
    message_id = str(uuid4())
    accepted = await services.threads.writing(open_conversation, services.store, conversation, message_id)
    turn = BotTurn(
        conversation_id=conversation.conversation_id,
        message_id=message_id,
        kind="open",
        role="shopper",
        language=conversation.language,
        text="",
        customer_id=customer_id,
    )
    return await answer(services, accepted, turn)


def _conversation(services: Services, language: Language, page: str | None) -> Conversation:
    now = services.now()
    return Conversation(
        conversation_id=str(uuid4()),
        role="shopper",
        language=language,
        started_at=now,
        expires_at=(now + timedelta(hours=services.settings.session_hours)).replace(microsecond=0),
        page=page_of(page),
    )


def page_of(address: str | None) -> str | None:
    """The path of the page that the widget stands on; host, query and fragment may name a person and are dropped.

    >>> page_of("https://shop.example/orders?email=mei@shop.example#top")
    '/orders'
    """
    try:
        path = cleaned(urlsplit(address or "").path)
    except ValueError:
        return None
    return path[:LONGEST_PAGE] or None


def _language(wanted: SessionWanted, request: Request, services: Services) -> Language:
    preferred = browser_language(request, services.default_language)
    return closest_language(wanted.locale, preferred)
