"""The retailer's own side: staff, what they did, and the safeguards of the database itself."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, String, Table

from profiles.column_types import EncryptedText, Moment
from profiles.records import Role
from profiles.tables.base import IDENTIFIER, WORD, counter, metadata, one_of

staff = Table(
    "staff",
    metadata,
    Column("staff_id", IDENTIFIER, primary_key=True),
    Column("name", IDENTIFIER, nullable=False, unique=True),
    Column("password_hash", String(500), nullable=False),
    Column("role", WORD, nullable=False),
    Column("active", Boolean, nullable=False),
    one_of("role", Role),
)

audit = Table(
    "audit",
    metadata,
    counter(),
    Column("at", Moment, nullable=False, index=True),
    Column("staff_id", ForeignKey(staff.c.staff_id)),
    Column("action", IDENTIFIER, nullable=False),
    Column("detail", JSON, nullable=False),
)

safeguards = Table(
    "safeguards",
    metadata,
    Column("name", IDENTIFIER, primary_key=True),
    Column("value", EncryptedText, nullable=False),
    comment="A text that only the right data key reads, checked whenever the store is opened",
)
