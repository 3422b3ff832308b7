"""Encryption of sensitive columns (P5): one key per store, made from the setting `ASKWELL_DATA_KEY`."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256
from weakref import WeakKeyDictionary

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, Engine

from profiles.errors import WrongKey

SHORTEST_KEY = 16
"""A data key of fewer characters is refused."""


class Keyring:
    """Encrypts with the first of its keys and decrypts with any, so that a key can be replaced while old rows stand."""

    def __init__(self, data_key: str) -> None:
        """Takes the data key; several, newest first, are separated by commas.

        Raises:
            WrongKey: there is none, or one is shorter than sixteen characters.
        """
        secrets = [part.strip() for part in data_key.split(",")]
        if any(len(secret) < SHORTEST_KEY for secret in secrets):
            raise WrongKey(
                f"The data key has fewer than {SHORTEST_KEY} characters. Set ASKWELL_DATA_KEY to a long random text, "
                "such as the one that ./askwell up keeps in var/secrets.json."
            )
        self._cipher = MultiFernet([Fernet(_derived(secret, b"askwell columns", encode=True)) for secret in secrets])
        self._lookup_keys = [_derived(secret, b"askwell lookup") for secret in secrets]

    def encrypt(self, text: str) -> str:
        """The text as a token that tells nothing without the key; twice the same text gives two tokens."""
        return self._cipher.encrypt(text.encode()).decode("ascii")

    def decrypt(self, token: str) -> str:
        """The text of a token.

        Raises:
            WrongKey: none of the keys made the token.
        """
        try:
            return self._cipher.decrypt(token).decode()
        except InvalidToken as error:
            raise WrongKey(
                "A value in the database was encrypted with another data key. Set ASKWELL_DATA_KEY to the key that "
                "it was written with; keep an old key behind the new one, separated by a comma."
            ) from error

    def fingerprint(self, text: str) -> str:
        """A keyed hash by which an encrypted value can be looked up; of the newest key.

        >>> ring = Keyring("a key for this example")
        >>> ring.fingerprint("mei@shop.example") == ring.fingerprint(" Mei@Shop.example ")
        True
        """
        return self.fingerprints(text)[0]

    def fingerprints(self, text: str) -> list[str]:
        """The keyed hashes of all keys, newest first: what to search for after a change of keys."""
        plain = text.strip().casefold().encode()
        return [hmac.new(key, plain, sha256).hexdigest() for key in self._lookup_keys]


def _derived(secret: str, purpose: bytes, *, encode: bool = False) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())
    return urlsafe_b64encode(key) if encode else key


_keyrings: WeakKeyDictionary[Dialect, Keyring] = WeakKeyDictionary()


def use_keyring(engine: Engine, keyring: Keyring) -> None:
    """Makes the encrypted columns of this engine use this keyring."""
    _keyrings[engine.dialect] = keyring


def keyring_of(dialect: Dialect) -> Keyring:
    """The keyring of an engine, by the dialect that SQLAlchemy hands to column types."""
    return _keyrings[dialect]
