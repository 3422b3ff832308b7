"""POST /api/chat/invitations: whether the widget may invite this visitor to the chat, and what it says then (I6)."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from analytics.invitations import Invitation, Memory, invitation_for, keep_not_now, memory_of
from catalogue import Language, closest_language
from gateway.identity import vouched_for
from gateway.languages import browser_language
from gateway.limits import address_of
from gateway.openapi import refusals
from gateway.replies import Json
from gateway.services import Served, Services
from gateway.shapes import InvitationAnswer, InvitationWanted, NotNow

router = APIRouter(prefix="/api/chat", tags=["Chat"])

NOTICE = "consent"
"""The wording that is the notice; an interview goes on only under the notice that it began with."""


@router.post("/invitations", response_model=InvitationAnswer, responses=refusals(400, 401, 413, 429, 503))
async def invite(wanted: InvitationWanted, request: Request, services: Served) -> JSONResponse:
    """Says whether to invite this visitor now, and with which words. Nothing is stored.

    Of a visitor whom the shop has not named nothing is known here: their own browser keeps to `cooldown_days` and
    `not_now_days`.
    """
    preferred = browser_language(request, services.default_language)
    request.state.language = closest_language(wanted.locale, preferred)
    services.limits.count(services.limits.invitations_per_address, address_of(request))
    customer_id = vouched_for(wanted.identity_token, services)
    memory = await _memory(services, customer_id)
    held_back = customer_id is not None and services.quotas.hold_back(customer_id)
    kind = None if held_back else invitation_for(memory, services.invitations, services.now())
    services.metrics.invitations.labels(kind or "none").inc()
    invitation = None if kind is None else _worded(services, kind, request.state.language, memory)
    return JSONResponse({"invitation": invitation})


@router.post("/invitations/not-now", status_code=204, responses=refusals(400, 401, 413, 429, 503))
async def not_now(said: NotNow, request: Request, services: Served) -> Response:
    """Remembers that a customer said 'not now', so that no other device of theirs invites them for a while.

    Kept only of somebody who has agreed to the notice (P1); for others the answer is the same.
    """
    services.limits.count(services.limits.invitations_per_address, address_of(request))
    customer_id = vouched_for(said.identity_token, services)
    if customer_id is not None:
        await services.threads.writing(_keep, services, customer_id)
    return Response(status_code=204)


async def _memory(services: Services, customer_id: str | None) -> Memory:
    if customer_id is None or not services.invitations.enabled:
        return Memory()
    return await services.threads.reading(_remembered, services, customer_id)


def _remembered(services: Services, customer_id: str) -> Memory:
    with services.store.transaction(writes=False) as unit:
        return memory_of(unit, customer_id, services.catalogue.wording[NOTICE].version)


def _keep(services: Services, customer_id: str) -> None:
    with services.store.transaction() as unit:
        keep_not_now(unit, customer_id, services.now())


def _worded(services: Services, kind: Invitation, language: Language, memory: Memory) -> Json:
    rules = services.invitations
    return {
        "kind": kind,
        "text": services.catalogue.say(f"widget_invitation_{kind}", language),
        "language": language,
        "remembered": memory.agreed,
        "after_seconds": rules.after_seconds,
        "cooldown_days": rules.cooldown_days,
        "not_now_days": rules.not_now_days,
    }
