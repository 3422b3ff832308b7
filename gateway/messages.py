"""POST /api/chat/messages: the shopper says or picks something."""

from dataclasses import replace
from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from gateway.limits import address_of, is_own_machine
from gateway.openapi import refusals
from gateway.replies import Json
from gateway.services import Served, Services
from gateway.shapes import MessageAnswered, MessageSent
from gateway.shopper import Shopper, customer_of
from gateway.tokens import Claims
from gateway.turns import Speaker, take_turn

router = APIRouter(prefix="/api/chat", tags=["Chat"])


@router.post(
    "/messages",
    response_model=MessageAnswered,
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
    taken = await take_turn(services, speaker, sent)
    puts_off = taken.reply["put_off"] and not taken.is_repeat
    return JSONResponse(taken.reply | (_renewed(services, claims) if puts_off else {}))


def _renewed(services: Services, claims: Claims) -> Json:
    """A token for the conversation that outlasts the days in which whoever has put it off is left in peace.

    Nothing for somebody whom the shop names: their next session goes on by itself. Only the message that puts it off
    gets one, not its repetition, with which anybody could go on renewing for ever. The old token runs out by itself.
    """
    if customer_of(claims) is not None:
        return {}
    lasts = timedelta(days=services.invitations.not_now_days, hours=services.settings.session_hours)
    until = (services.now() + lasts).replace(microsecond=0)
    token = services.tokens.sign("askwell-chat", replace(claims, expires_at=until))
    return {"session_token": token, "expires_at": until.isoformat()}
