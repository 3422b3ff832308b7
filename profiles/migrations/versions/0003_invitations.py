"""When a customer said 'not now' to an invitation to the chat."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invitations",
        sa.Column("customer_id", sa.String(200), nullable=False),
        sa.Column("not_now_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name="pk_invitations"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.customer_id"], name="fk_invitations_customer_id"),
    )


def downgrade() -> None:
    op.drop_table("invitations")
