"""One repository for each kind of record."""

from profiles.repositories.answers import Answers
from profiles.repositories.consents import Consents, Refusals
from profiles.repositories.conversations import Conversations
from profiles.repositories.customers import Customers
from profiles.repositories.house import Audit, Staff
from profiles.repositories.investigation import Interviews, Steps
from profiles.repositories.invitations import Invitations
from profiles.repositories.needs import Needs
from profiles.repositories.service import Complaints, Flags, HandOvers
from profiles.repositories.turns import Turns

__all__ = [
    "Answers",
    "Audit",
    "Complaints",
    "Consents",
    "Conversations",
    "Customers",
    "Flags",
    "HandOvers",
    "Interviews",
    "Invitations",
    "Needs",
    "Refusals",
    "Staff",
    "Steps",
    "Turns",
]
