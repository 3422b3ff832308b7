"""What a person has to see to: hand-overs and complaints with their times (Q3), and interviews that look careless."""

from sqlalchemy import Column, ForeignKey, Table

from profiles.column_types import EncryptedText, Moment
from profiles.records import HandOverKind, Language, Reason
from profiles.tables.base import IDENTIFIER, WORD, metadata, one_of
from profiles.tables.house import staff
from profiles.tables.people import customers

flags = Table(
    "flags",
    metadata,
    Column("conversation_id", IDENTIFIER, primary_key=True),
    Column("reason", WORD, primary_key=True),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False, index=True),
    Column("detail", IDENTIFIER, nullable=False),
    Column("at", Moment, nullable=False),
    one_of("reason", Reason),
)

hand_overs = Table(
    "hand_overs",
    metadata,
    Column("hand_over_id", IDENTIFIER, primary_key=True),
    Column("conversation_id", IDENTIFIER, nullable=False, index=True),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False, index=True),
    Column("kind", WORD, nullable=False),
    Column("language", WORD, nullable=False),
    Column("summary", EncryptedText, nullable=False),
    Column("asked_at", Moment, nullable=False, index=True),
    Column("answer_by", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("taken_by", ForeignKey(staff.c.staff_id)),
    Column("closed_at", Moment),
    one_of("kind", HandOverKind),
    one_of("language", Language),
)

complaints = Table(
    "complaints",
    metadata,
    Column("complaint_id", IDENTIFIER, primary_key=True),
    Column("conversation_id", IDENTIFIER, nullable=False, index=True),
    Column("message_id", IDENTIFIER, nullable=False),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False, index=True),
    Column("language", WORD, nullable=False),
    Column("words", EncryptedText, nullable=False),
    Column("received_at", Moment, nullable=False, index=True),
    Column("answer_by", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey(staff.c.staff_id)),
    Column("outcome", EncryptedText),
    one_of("language", Language),
)
