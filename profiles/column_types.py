"""Column types: encrypted text, exact decimals and UTC times, the same on SQLite and on PostgreSQL."""

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Text, TypeDecorator

from profiles.encryption import keyring_of

_CODE = re.compile(r"[A-Za-z0-9_.:+|-]{0,200}")
_ENCRYPTED = "encrypted "


class EncryptedText(TypeDecorator[str]):
    """Text that stands encrypted in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keyring_of(dialect).encrypt(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keyring_of(dialect).decrypt(value)


class EncryptedDate(TypeDecorator[date]):
    """A date that stands encrypted in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else keyring_of(dialect).encrypt(value.isoformat())

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(keyring_of(dialect).decrypt(value))


class EncryptedJson(TypeDecorator[dict[str, Any]]):
    """A dictionary of JSON values that stands encrypted in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:
        return None if value is None else keyring_of(dialect).encrypt(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:
        return None if value is None else dict(json.loads(keyring_of(dialect).decrypt(value)))


class CodeOrEncryptedText(TypeDecorator[str]):
    """A value of the catalogue as it is, for SQL to count; anything else is somebody's words and is encrypted."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or _CODE.fullmatch(value):
            return value
        return _ENCRYPTED + keyring_of(dialect).encrypt(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or not value.startswith(_ENCRYPTED):
            return value
        return keyring_of(dialect).decrypt(value.removeprefix(_ENCRYPTED))


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number, kept as a whole number of its smallest parts: no float ever touches it, and SQL adds it up."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value.scaleb(self.places)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimal places; round it before it is stored.")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(int(value)).scaleb(-self.places)


class Moment(TypeDecorator[datetime]):
    """A time, kept in UTC. A time without a zone is refused: nobody could tell later what it meant."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"The time {value} has no time zone; write datetime.now(UTC), or give it a zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
