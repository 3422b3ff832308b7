"""The tables of the customer data bank. Their columns are named as the fields of the records they hold."""

from profiles.tables.base import metadata
from profiles.tables.conversations import conversations, interviews, steps, turns
from profiles.tables.house import audit, safeguards, staff
from profiles.tables.people import answers, consents, customers, erased, invitations, needs, refusals
from profiles.tables.service import complaints, flags, hand_overs
from profiles.tables.shop import order_lines, products, revisions

__all__ = [
    "answers",
    "audit",
    "complaints",
    "consents",
    "conversations",
    "customers",
    "erased",
    "flags",
    "hand_overs",
    "interviews",
    "invitations",
    "metadata",
    "needs",
    "order_lines",
    "products",
    "refusals",
    "revisions",
    "safeguards",
    "staff",
    "steps",
    "turns",
]
