"""Who a staff request speaks for, checked anew at each request: a role that was taken away ends at once."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Cookie, Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from gateway.problems import Problem
from gateway.services import Served, Services
from gateway.tokens import Claims, TokenRefused
from profiles.records import StaffMember
from profiles.store import Store

COOKIE = "askwell_staff"
SAFE_METHODS = ("GET", "HEAD")

bearer = HTTPBearer(auto_error=False, scheme_name="staff_token", description="The token that a sign-in was given.")


@dataclass(frozen=True)
class SignedIn:
    """A member of staff, and the session that they signed in to."""

    member: StaffMember
    claims: Claims


async def signed_in(
    request: Request,
    services: Served,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
    askwell_staff: Annotated[str | None, Cookie(include_in_schema=False)] = None,
) -> SignedIn:
    """The member of staff whose token the request bears, in its header or in the cookie.

    Raises:
        Problem: `unauthorised` for nobody, and after a sign-out; `origin` for a cookie that another site made travel.
    """
    if credentials is None and request.method not in SAFE_METHODS and not _comes_from_our_pages(request):
        raise Problem("origin")
    token = credentials.credentials if credentials else askwell_staff
    try:
        claims = services.tokens.read("askwell-staff", token or "")
    except TokenRefused as error:
        raise Problem("unauthorised") from error
    return SignedIn(await _member(services, claims), claims)


Staff = Annotated[SignedIn, Depends(signed_in)]


async def manager(staff: Staff) -> SignedIn:
    """The same, for managers alone.

    Raises:
        Problem: `not_allowed` for another role.
    """
    if staff.member.role != "manager":
        raise Problem("not_allowed")
    return staff


Manager = Annotated[SignedIn, Depends(manager)]


def _comes_from_our_pages(request: Request) -> bool:
    """Whether the page that sent the request is ours, as browsers tell; other programs tell nothing and may."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def _member(services: Services, claims: Claims) -> StaffMember:
    member = await services.threads.reading(_current, services.store, claims)
    if member is None:
        raise Problem("unauthorised")
    return member


def _current(store: Store, claims: Claims) -> StaffMember | None:
    """The member as they stand now; None if they are no longer active, or the session was signed out."""
    with store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(claims.conversation_id)
        member = unit.staff.get(claims.subject)
    signed_out = conversation is None or conversation.ended_at is not None
    return member if member and member.active and not signed_out else None
