"""What is known about people: who they are, what they said, what they agreed to."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from profiles.column_types import CodeOrEncryptedText, EncryptedDate, EncryptedText, Moment
from profiles.records import Language, NeedType, Settlement, Source, Status, Strength
from profiles.tables.base import IDENTIFIER, WORD, counter, metadata, one_of

customers = Table(
    "customers",
    metadata,
    Column("customer_id", IDENTIFIER, primary_key=True),
    Column("source", WORD, nullable=False),
    Column("known", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("email", EncryptedText),
    Column("email_fingerprint", IDENTIFIER, index=True),
    Column("phone", EncryptedText),
    Column("birth_date", EncryptedDate),
    Column("first_seen", Moment),
    one_of("source", Source),
)

answers = Table(
    "answers",
    metadata,
    counter(),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False),
    Column("question_id", IDENTIFIER, nullable=False),
    Column("value", CodeOrEncryptedText, nullable=False),
    Column("status", WORD, nullable=False),
    Column("language", WORD, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("source", WORD, nullable=False),
    Column("conversation_id", IDENTIFIER),
    Column("message_id", IDENTIFIER),
    Column("words", EncryptedText),
    UniqueConstraint("conversation_id", "message_id", "question_id"),
    Index(None, "customer_id", "question_id", "answered_at"),
    one_of("status", Status),
    one_of("language", Language),
    one_of("source", Source),
)

needs = Table(
    "needs",
    metadata,
    Column("need_id", IDENTIFIER, primary_key=True),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False, index=True),
    Column("conversation_id", IDENTIFIER, nullable=False),
    Column("message_id", IDENTIFIER, nullable=False),
    Column("question_id", IDENTIFIER),
    Column("type", WORD, nullable=False),
    Column("theme", IDENTIFIER, nullable=False),
    Column("words", EncryptedText, nullable=False),
    Column("span_from", Integer, nullable=False),
    Column("span_to", Integer, nullable=False),
    Column("strength", WORD, nullable=False),
    Column("explicit", Boolean, nullable=False),
    Column("probe", IDENTIFIER),
    Column("confirmed", WORD, nullable=False),
    Column("language", WORD, nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("read_type", WORD),
    Column("read_theme", IDENTIFIER),
    UniqueConstraint(
        "conversation_id", "message_id", "type", "theme", "span_from", "span_to", name="uq_needs_found_once"
    ),
    one_of("type", NeedType),
    one_of("strength", Strength),
    one_of("strength", Strength),
    one_of("confirmed", Settlement),
    one_of("language", Language),
)

consents = Table(
    "consents",
    metadata,
    counter(),
    Column("customer_id", ForeignKey(customers.c.customer_id), nullable=False),
    Column("purpose", IDENTIFIER, nullable=False),
    Column("granted", Boolean, nullable=False),
    Column("notice_version", IDENTIFIER, nullable=False),
    Column("language", WORD, nullable=False),
    Column("at", Moment, nullable=False),
    Column("conversation_id", IDENTIFIER),
    Index(None, "customer_id", "purpose"),
    one_of("language", Language),
)

refusals = Table(
    "refusals",
    metadata,
    Column("conversation_id", IDENTIFIER, primary_key=True),
    Column("notice_version", IDENTIFIER, nullable=False),
    Column("language", WORD, nullable=False),
    Column("at", Moment, nullable=False),
    one_of("language", Language),
)

invitations = Table(
    "invitations",
    metadata,
    Column("customer_id", ForeignKey(customers.c.customer_id), primary_key=True),
    Column("not_now_at", Moment, nullable=False),
)

erased = Table(
    "erased",
    metadata,
    Column("fingerprint", IDENTIFIER, primary_key=True),
    comment="Keyed hashes of the numbers of people who were erased, so that the next import leaves them out",
)
