"""POST /api/chat/messages: the shopper says or picks something."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from gateway.limits import address_of, is_own_machine
from gateway.openapi import refusals
from gateway.services import Served
from gateway.shapes import MessageSent, Reply
from gateway.shopper import Shopper, customer_of
from gateway.turns import Speaker, take_turn

router = APIRouter(prefix="/api/chat", tags=["Chat"])


@router.post(
    "/messages",
    response_model=Reply,
    response_model_exclude_unset=True,
    responses=refusals(400, 401, 409, 413, 429, 503),
)
async def send_message(sent: MessageSent, request: Request, services: Served, claims: Shopper) -> JSONResponse:
    """Answers a message. Sent again with the same id it gives the same reply and changes nothing."""
    limits = services.limits
    limits.count(limits.messages_per_session, claims.conversation_id)
    if not is_own_machine(request):
        limits.count(limits.messages_per_address, address_of(request))
    speaker = Speaker(claims.conversation_id, customer_of(claims))
    return JSONResponse(await take_turn(services, speaker, sent))
