"""The staff chat: the contract of the shopper's chat, for whoever is signed in."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from gateway.history import read_history
from gateway.openapi import refusals
from gateway.services import Served
from gateway.shapes import History, Reply, StaffMessageSent
from gateway.staff import Staff
from gateway.turns import Speaker, take_turn

router = APIRouter(prefix="/api/staff", tags=["Staff"])


@router.post(
    "/messages",
    response_model=Reply,
    response_model_exclude_unset=True,
    responses=refusals(400, 401, 403, 409, 413, 429, 503),
)
async def send_staff_message(sent: StaffMessageSent, staff: Staff, services: Served) -> JSONResponse:
    """Answers a question of staff; a `table` message holds the figures."""
    services.limits.count(services.limits.messages_per_session, staff.claims.conversation_id)
    speaker = Speaker(staff.claims.conversation_id, language=sent.language)
    return JSONResponse((await take_turn(services, speaker, sent)).reply)


@router.get("/history", response_model=History, response_model_exclude_unset=True, responses=refusals(401, 429, 503))
async def staff_history(staff: Staff, services: Served) -> JSONResponse:
    """The conversation since the sign-in, oldest first."""
    return JSONResponse(await read_history(services, staff.claims.conversation_id))
