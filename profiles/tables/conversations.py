"""Visits: their technical rows, the gateway's inbox, and where each investigation stands."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from profiles.column_types import EncryptedJson, EncryptedText, Moment
from profiles.records import Language, Speaker
from profiles.tables.base import IDENTIFIER, WORD, metadata, one_of
from profiles.tables.house import staff
from profiles.tables.people import customers

conversations = Table(
    "conversations",
    metadata,
    Column("conversation_id", IDENTIFIER, primary_key=True),
    Column("role", WORD, nullable=False),
    Column("language", WORD, nullable=False),
    Column("started_at", Moment, nullable=False, index=True),
    Column("expires_at", Moment, nullable=False),
    Column("page", IDENTIFIER),
    Column("customer_id", ForeignKey(customers.c.customer_id), index=True),
    Column("staff_id", ForeignKey(staff.c.staff_id)),
    Column("ended_at", Moment),
    one_of("role", Speaker),
    one_of("language", Language),
)

turns = Table(
    "turns",
    metadata,
    Column("conversation_id", ForeignKey(conversations.c.conversation_id), primary_key=True),
    Column("message_id", IDENTIFIER, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("said", EncryptedText),
    Column("accepted_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("reply", EncryptedJson),
    UniqueConstraint("conversation_id", "sequence"),
)

interviews = Table(
    "interviews",
    metadata,
    Column("conversation_id", IDENTIFIER, primary_key=True),
    Column("customer_id", ForeignKey(customers.c.customer_id)),
    Column("state", EncryptedJson, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Index(None, "customer_id", "saved_at"),
)

steps = Table(
    "steps",
    metadata,
    Column("conversation_id", IDENTIFIER, primary_key=True),
    Column("message_id", IDENTIFIER, primary_key=True),
    Column("outcome", EncryptedJson, nullable=False),
)
