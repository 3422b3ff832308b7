"""Signed tokens that expire: who somebody is until when, without a table of sessions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import OctKey

Clock = Callable[[], datetime]
Audience = Literal["askwell-chat", "askwell-staff"]

SHORTEST_SECRET = 32
"""HMAC-SHA256 asks for a key as long as its hash: 32 characters."""


class TokenRefused(Exception):
    """A token that is malformed, signed by another key, made for another door, or expired."""


class TokenExpired(TokenRefused):
    """A token that was good once."""


@dataclass(frozen=True)
class Claims:
    """What a token says: whom it names, for which conversation, and when it ends (UTC)."""

    subject: str
    conversation_id: str
    expires_at: datetime


class Tokens:
    """Signs and reads the tokens of one gateway."""

    def __init__(self, secret: str, clock: Clock) -> None:
        """Takes the signing secret (at least 32 characters) and the clock that expiry is measured by.

        Raises:
            ValueError: the secret is too short; says how to get a good one.
        """
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(
                f"ASKWELL_SESSION_SECRET has {len(secret)} characters; it signs every session and needs at least "
                f"{SHORTEST_SECRET}. Start with ./askwell up, which makes one, or set a long random text."
            )
        self._key = OctKey.import_key(secret)
        self._clock = clock

    def sign(self, audience: Audience, claims: Claims) -> str:
        """The token that says `claims` at the door `audience`, and nowhere else.

        >>> tokens = Tokens("a secret of this example, long enough", lambda: datetime(2026, 3, 2, tzinfo=UTC))
        >>> mei = Claims("mei", "visit-1", datetime(2026, 3, 3, tzinfo=UTC))
        >>> tokens.read("askwell-chat", tokens.sign("askwell-chat", mei)) == mei
        True
        """
        body = {
            "aud": audience,
            "sub": claims.subject,
            "conversation": claims.conversation_id,
            "iat": int(self._clock().timestamp()),
            "exp": int(claims.expires_at.timestamp()),
        }
        return jwt.encode({"alg": "HS256"}, body, self._key)

    def read(self, audience: Audience, token: str) -> Claims:
        """What `token` says.

        Raises:
            TokenRefused: it is malformed, forged, expired, or made for another audience.
        """
        body = read_signed(token, self._key, self._clock(), aud=audience)
        conversation_id = body.get("conversation")
        if not isinstance(conversation_id, str):
            raise TokenRefused("The token names no conversation.")
        return Claims(body["sub"], conversation_id, datetime.fromtimestamp(body["exp"], UTC))


def read_signed(token: str, key: OctKey, now: datetime, aud: str | None = None) -> dict[str, Any]:
    """The claims of a token that `key` signed with HS256, that names a subject and has not expired at `now`.

    Args:
        aud: the audience that the token must be made for; None takes a token for any.

    Raises:
        TokenExpired: its time is over.
        TokenRefused: anything else.
    """
    checks = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        sub={"essential": True},
        exp={"essential": True},
        aud={"essential": aud is not None, "value": aud or []},
    )
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"]).claims
        checks.validate(claims)
    except ExpiredTokenError as error:
        raise TokenExpired("The token has expired.") from error
    except (JoseError, ValueError, TypeError) as error:
        raise TokenRefused(f"The token was refused: {type(error).__name__}.") from error
    if not isinstance(claims["sub"], str) or not isinstance(claims["exp"], int):
        raise TokenRefused("The token's subject must be a text and its expiry a whole number.")
    return claims
