"""Sign-in and sign-out of staff, both audited (I14)."""

import asyncio
from datetime import timedelta
from http import HTTPStatus
from uuid import uuid4

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from gateway.languages import browser_language
from gateway.limits import address_of
from gateway.openapi import refusals
from gateway.passwords import is_right
from gateway.problems import Problem
from gateway.services import Served, Services
from gateway.shapes import Credentials, StaffSession, StaffSignedIn
from gateway.staff import COOKIE, SignedIn, Staff
from gateway.tokens import Claims
from profiles.records import AuditEntry, Conversation, StaffMember

router = APIRouter(prefix="/api/staff", tags=["Staff"])


@router.post("/login", response_model=StaffSignedIn, responses=refusals(400, 401, 413, 429, 503))
async def sign_in(given: Credentials, request: Request, services: Served) -> JSONResponse:
    """Signs a member of staff in. Whatever was wrong, the refusal reads the same and takes as long."""
    address = address_of(request)
    limits = services.limits
    limits.check(limits.sign_ins_per_address, address)
    limits.count(limits.sign_ins_per_name, f"{given.name}@{address}")
    named = await services.threads.reading(_named, services, given.name)
    async with services.one_password_at_a_time:
        right = await asyncio.to_thread(is_right, given.password, named.password_hash if named else None)
    member = named if named and right and named.active else None
    if member is None:
        limits.count(limits.sign_ins_per_address, address)
        await services.threads.writing(_audit, services, given.name, "sign_in_refused", address)
        raise Problem("sign_in")
    limits.forgive(limits.sign_ins_per_name, f"{given.name}@{address}")
    claims = await services.threads.writing(_open, services, member, request)
    await services.threads.writing(_audit, services, given.name, "sign_in", address)
    return _welcome(services, SignedIn(member, claims), secure=request.url.scheme == "https")


@router.post("/logout", status_code=204, response_class=Response, responses=refusals(401, 403, 503))
async def sign_out(staff: Staff, request: Request, services: Served) -> Response:
    """Signs out: the token is refused from now on."""
    await services.threads.writing(_end, services, staff)
    response = Response(status_code=HTTPStatus.NO_CONTENT)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response


@router.get("/session", response_model=StaffSession, responses=refusals(401, 503))
async def session(staff: Staff) -> JSONResponse:
    """Who is signed in."""
    return JSONResponse(_described(staff))


def _named(services: Services, name: str) -> StaffMember | None:
    with services.store.transaction(writes=False) as unit:
        return unit.staff.by_name(name)


def _open(services: Services, member: StaffMember, request: Request) -> Claims:
    now = services.now()
    expires_at = (now + timedelta(minutes=services.settings.staff_session_minutes)).replace(microsecond=0)
    conversation = Conversation(
        conversation_id=str(uuid4()),
        role="staff",
        language=browser_language(request, services.default_language),
        started_at=now,
        expires_at=expires_at,
        staff_id=member.staff_id,
    )
    with services.store.transaction() as unit:
        unit.conversations.open(conversation)
    return Claims(member.staff_id, conversation.conversation_id, expires_at)


def _end(services: Services, staff: SignedIn) -> None:
    now = services.now()
    with services.store.transaction() as unit:
        unit.conversations.end(staff.claims.conversation_id, now)
        unit.audit.record(AuditEntry(at=now, staff_id=staff.member.staff_id, action="sign_out", detail={}))


def _audit(services: Services, name: str, action: str, address: str) -> None:
    """Writes a sign-in down. A name that nobody has stays out: it may be a password in the wrong field."""
    with services.store.transaction() as unit:
        member = unit.staff.by_name(name)
        staff_id = member.staff_id if member else None
        unit.audit.record(AuditEntry(at=services.now(), staff_id=staff_id, action=action, detail={"address": address}))


def _welcome(services: Services, staff: SignedIn, *, secure: bool) -> JSONResponse:
    token = services.tokens.sign("askwell-staff", staff.claims)
    response = JSONResponse({"session_token": token} | _described(staff))
    remaining = round((staff.claims.expires_at - services.now()).total_seconds())
    response.set_cookie(COOKIE, token, max_age=remaining, httponly=True, samesite="strict", secure=secure)
    return response


def _described(staff: SignedIn) -> dict[str, str]:
    return {
        "name": staff.member.name,
        "role": staff.member.role,
        "expires_at": staff.claims.expires_at.isoformat(),
    }
