"""What was read in a need's words, where the customer has put it right."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("needs", sa.Column("read_type", sa.String(40)))
    op.add_column("needs", sa.Column("read_theme", sa.String(200)))


def downgrade() -> None:
    op.drop_column("needs", "read_theme")
    op.drop_column("needs", "read_type")
