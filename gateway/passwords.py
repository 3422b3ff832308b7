"""Passwords of staff, checked in the same time whether or not the name exists."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


def is_right(password: str, password_hash: str | None) -> bool:
    """Whether `password` belongs to `password_hash` (argon2id).

    Args:
        password_hash: None where nobody has the name; then as much work is done, and the answer is False.
    """
    try:
        right = _hasher.verify(password_hash or nobodys_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return right and password_hash is not None


@cache
def nobodys_hash() -> str:
    """A hash that no password belongs to, made with the work of a real one."""
    return _hasher.hash(secrets.token_urlsafe(32))
