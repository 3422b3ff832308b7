"""The shop's word for who a visitor is: a JWT that the shop signed, with an expiry and the customer's number."""

from datetime import datetime

from joserfc.jwk import OctKey

from gateway.problems import Problem
from gateway.services import Services
from gateway.tokens import TokenRefused, read_signed

LONGEST_CUSTOMER_ID = 200


def customer_of(identity_token: str, secret: str, now: datetime) -> str:
    """The customer whom `identity_token` names.

    Args:
        identity_token: a JWT signed with HS256, claims `sub` (the customer's number) and `exp`.
        secret: what the shop signs with (ASKWELL_IDENTITY_SECRET).
        now: the time that its expiry is compared with.

    Raises:
        TokenRefused: no secret is set, or the token is forged, expired, without expiry or without a usable number.
    """
    if not secret:
        raise TokenRefused("ASKWELL_IDENTITY_SECRET is not set, so no identity token can be checked.")
    customer_id: str = read_signed(identity_token, OctKey.import_key(secret), now)["sub"]
    if not 0 < len(customer_id.strip()) <= LONGEST_CUSTOMER_ID:
        raise TokenRefused(f"The customer number must have 1 to {LONGEST_CUSTOMER_ID} characters.")
    return customer_id.strip()


def vouched_for(identity_token: str | None, services: Services) -> str | None:
    """The customer whom a request's identity token names; None for a request without one.

    Raises:
        Problem: `identity`, for a token that cannot be believed.
    """
    if identity_token is None:
        return None
    try:
        return customer_of(identity_token, services.settings.identity_secret.get_secret_value(), services.now())
    except TokenRefused as error:
        raise Problem("identity") from error
