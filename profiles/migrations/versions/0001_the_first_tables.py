"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IDENTIFIER = sa.String(200)
WORD = sa.String(40)
MOMENT = sa.DateTime(timezone=True)
LANGUAGE = "language IN ('en', 'zh-Hant')"
SOURCE = "source IN ('chat', 'import')"


def upgrade() -> None:
    _people()
    _what_people_said()
    _consents()
    _house()
    _visits()
    _investigation()
    _shop()


def downgrade() -> None:
    tables = "revisions order_lines products interviews steps turns conversations safeguards audit staff"
    for table in f"{tables} erased refusals consents needs answers customers".split():
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "customers",
        sa.Column("customer_id", IDENTIFIER, primary_key=True),
        sa.Column("source", WORD, nullable=False),
        sa.Column("known", sa.Boolean, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("email", sa.Text),
        sa.Column("email_fingerprint", IDENTIFIER),
        sa.Column("phone", sa.Text),
        sa.Column("birth_date", sa.Text),
        sa.Column("first_seen", MOMENT),
        sa.PrimaryKeyConstraint("customer_id", name="pk_customers"),
        sa.CheckConstraint(SOURCE, name=op.f("ck_customers_source")),
    )
    _index("customers", "email_fingerprint")
    op.create_table(
        "erased",
        sa.Column("fingerprint", IDENTIFIER, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_erased"),
        comment="Keyed hashes of the numbers of people who were erased, so that the next import leaves them out",
    )


def _what_people_said() -> None:
    op.create_table(
        "answers",
        _counter(),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("question_id", IDENTIFIER, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("source", WORD, nullable=False),
        sa.Column("conversation_id", IDENTIFIER),
        sa.Column("message_id", IDENTIFIER),
        sa.Column("words", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_answers"),
        _refers("answers", "customer_id", "customers"),
        sa.UniqueConstraint(
            "conversation_id", "message_id", "question_id", name="uq_answers_conversation_id_message_id_question_id"
        ),
        sa.CheckConstraint(
            "status IN ('given', 'skipped', 'dont_know', 'prefer_not', 'withdrawn')", name=op.f("ck_answers_status")
        ),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_answers_language")),
        sa.CheckConstraint(SOURCE, name=op.f("ck_answers_source")),
    )
    _index("answers", "customer_id", "question_id", "answered_at")
    _needs()


def _needs() -> None:
    op.create_table(
        "needs",
        sa.Column("need_id", IDENTIFIER, nullable=False),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("message_id", IDENTIFIER, nullable=False),
        sa.Column("question_id", IDENTIFIER),
        sa.Column("type", WORD, nullable=False),
        sa.Column("theme", IDENTIFIER, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("span_from", sa.Integer, nullable=False),
        sa.Column("span_to", sa.Integer, nullable=False),
        sa.Column("strength", WORD, nullable=False),
        sa.Column("explicit", sa.Boolean, nullable=False),
        sa.Column("probe", IDENTIFIER),
        sa.Column("confirmed", WORD, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("need_id", name="pk_needs"),
        _refers("needs", "customer_id", "customers"),
        sa.UniqueConstraint(
            "conversation_id", "message_id", "type", "theme", "span_from", "span_to", name="uq_needs_found_once"
        ),
        sa.CheckConstraint("type IN ('dissatisfaction', 'wish', 'advice', 'praise')", name=op.f("ck_needs_type")),
        sa.CheckConstraint("strength IN ('low', 'medium', 'high')", name=op.f("ck_needs_strength")),
        sa.CheckConstraint("confirmed IN ('open', 'confirmed', 'denied')", name=op.f("ck_needs_confirmed")),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_needs_language")),
    )
    _index("needs", "customer_id")


def _consents() -> None:
    op.create_table(
        "consents",
        _counter(),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("purpose", IDENTIFIER, nullable=False),
        sa.Column("granted", sa.Boolean, nullable=False),
        sa.Column("notice_version", IDENTIFIER, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("conversation_id", IDENTIFIER),
        sa.PrimaryKeyConstraint("number", name="pk_consents"),
        _refers("consents", "customer_id", "customers"),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_consents_language")),
    )
    _index("consents", "customer_id", "purpose")
    op.create_table(
        "refusals",
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("notice_version", IDENTIFIER, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_refusals"),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_refusals_language")),
    )


def _house() -> None:
    op.create_table(
        "staff",
        sa.Column("staff_id", IDENTIFIER, nullable=False),
        sa.Column("name", IDENTIFIER, nullable=False),
        sa.Column("password_hash", sa.String(500), nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name="pk_staff"),
        sa.UniqueConstraint("name", name="uq_staff_name"),
        sa.CheckConstraint("role IN ('agent', 'analyst', 'manager')", name=op.f("ck_staff_role")),
    )
    op.create_table(
        "audit",
        _counter(),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("staff_id", IDENTIFIER),
        sa.Column("action", IDENTIFIER, nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
        _refers("audit", "staff_id", "staff"),
    )
    _index("audit", "at")
    op.create_table(
        "safeguards",
        sa.Column("name", IDENTIFIER, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_safeguards"),
        comment="A text that only the right data key reads, checked whenever the store is opened",
    )


def _visits() -> None:
    op.create_table(
        "conversations",
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("page", IDENTIFIER),
        sa.Column("customer_id", IDENTIFIER),
        sa.Column("staff_id", IDENTIFIER),
        sa.Column("ended_at", MOMENT),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_conversations"),
        _refers("conversations", "customer_id", "customers"),
        _refers("conversations", "staff_id", "staff"),
        sa.CheckConstraint("role IN ('shopper', 'staff')", name=op.f("ck_conversations_role")),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_conversations_language")),
    )
    _index("conversations", "customer_id")
    _index("conversations", "started_at")
    op.create_table(
        "turns",
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("message_id", IDENTIFIER, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("said", sa.Text),
        sa.Column("accepted_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.Column("reply", sa.Text),
        sa.PrimaryKeyConstraint("conversation_id", "message_id", name="pk_turns"),
        _refers("turns", "conversation_id", "conversations"),
        sa.UniqueConstraint("conversation_id", "sequence", name="uq_turns_conversation_id_sequence"),
    )


def _investigation() -> None:
    op.create_table(
        "interviews",
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("customer_id", IDENTIFIER),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_interviews"),
        _refers("interviews", "customer_id", "customers"),
    )
    _index("interviews", "customer_id", "saved_at")
    op.create_table(
        "steps",
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("message_id", IDENTIFIER, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "message_id", name="pk_steps"),
    )


def _shop() -> None:
    op.create_table(
        "products",
        sa.Column("sku", IDENTIFIER, nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("category", sa.String(500), nullable=False),
        sa.Column("price", sa.BigInteger, nullable=False),
        sa.Column("in_stock", sa.Boolean),
        sa.PrimaryKeyConstraint("sku", name="pk_products"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_lines",
        sa.Column("order_id", IDENTIFIER, nullable=False),
        sa.Column("sku", IDENTIFIER, nullable=False),
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("ordered_at", MOMENT, nullable=False),
        sa.Column("channel", WORD, nullable=False),
        sa.Column("quantity", sa.BigInteger, nullable=False),
        sa.Column("unit_price", sa.BigInteger, nullable=False),
        sa.Column("discount", sa.BigInteger, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("promised_at", MOMENT),
        sa.Column("delivered_at", MOMENT),
        sa.Column("returned", sa.Boolean),
        sa.PrimaryKeyConstraint("order_id", "sku", "occurrence", name="pk_order_lines"),
        _refers("order_lines", "customer_id", "customers"),
    )
    _index("order_lines", "customer_id")
    op.create_table(
        "revisions",
        sa.Column("name", IDENTIFIER, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_revisions"),
        comment="A number that grows whenever a large table changes, so that its figures are added up once",
    )


def _counter() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("number", number, primary_key=True, autoincrement=True)


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.{column}"], name=f"fk_{table}_{column}")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
