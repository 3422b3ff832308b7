"""Hand-overs, complaints, and flags on interviews that look careless."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IDENTIFIER = sa.String(200)
WORD = sa.String(40)
MOMENT = sa.DateTime(timezone=True)
LANGUAGE = "language IN ('en', 'zh-Hant')"
REASONS = "reason IN ('speeding', 'straight_lining', 'copy_paste', 'contradiction', 'automated')"


def upgrade() -> None:
    _flags()
    _hand_overs()
    _complaints()


def downgrade() -> None:
    for table in ("complaints", "hand_overs", "flags"):
        op.drop_table(table)


def _flags() -> None:
    op.create_table(
        "flags",
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("reason", WORD, nullable=False),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("detail", IDENTIFIER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "reason", name="pk_flags"),
        _refers("flags", "customer_id", "customers"),
        sa.CheckConstraint(REASONS, name=op.f("ck_flags_reason")),
    )
    _index("flags", "customer_id")


def _hand_overs() -> None:
    op.create_table(
        "hand_overs",
        sa.Column("hand_over_id", IDENTIFIER, nullable=False),
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("taken_by", IDENTIFIER),
        sa.Column("closed_at", MOMENT),
        sa.PrimaryKeyConstraint("hand_over_id", name="pk_hand_overs"),
        _refers("hand_overs", "customer_id", "customers"),
        _refers("hand_overs", "taken_by", "staff", "staff_id"),
        sa.CheckConstraint("kind IN ('chat', 'ticket')", name=op.f("ck_hand_overs_kind")),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_hand_overs_language")),
    )
    for column in ("conversation_id", "customer_id", "asked_at"):
        _index("hand_overs", column)


def _complaints() -> None:
    op.create_table(
        "complaints",
        sa.Column("complaint_id", IDENTIFIER, nullable=False),
        sa.Column("conversation_id", IDENTIFIER, nullable=False),
        sa.Column("message_id", IDENTIFIER, nullable=False),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.Column("closed_by", IDENTIFIER),
        sa.Column("outcome", sa.Text),
        sa.PrimaryKeyConstraint("complaint_id", name="pk_complaints"),
        _refers("complaints", "customer_id", "customers"),
        _refers("complaints", "closed_by", "staff", "staff_id"),
        sa.CheckConstraint(LANGUAGE, name=op.f("ck_complaints_language")),
    )
    for column in ("conversation_id", "customer_id", "received_at"):
        _index("complaints", column)


def _refers(table: str, column: str, target: str, key: str = "customer_id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.{key}"], name=f"fk_{table}_{column}")


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])
