"""The table of visits."""

import pandas as pd
from sqlalchemy import Engine, func, select

from profiles.column_types import Moment
from profiles.frames.reading import table_of
from profiles.tables import conversations, refusals, turns

_FIELDS = [
    "conversation_id",
    "role",
    "language",
    "page",
    "customer_id",
    "staff_id",
    "started_at",
    "expires_at",
    "ended_at",
]


def conversations_table(engine: Engine) -> pd.DataFrame:
    """One row a visit, with how many turns it had and whether the notice was declined."""
    fields = [conversations.c[name] for name in _FIELDS]
    query = (
        select(
            *fields,
            func.count(turns.c.message_id).label("turns"),
            func.max(turns.c.accepted_at, type_=Moment).label("last_turn_at"),
            refusals.c.conversation_id.is_not(None).label("refused"),
        )
        .outerjoin(turns, turns.c.conversation_id == conversations.c.conversation_id)
        .outerjoin(refusals, refusals.c.conversation_id == conversations.c.conversation_id)
        .group_by(*fields, refusals.c.conversation_id)
        .order_by(conversations.c.started_at, conversations.c.conversation_id)
    )
    return table_of(engine, query, plain=True)
