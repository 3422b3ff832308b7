"""Who may be invited to the chat, and when: rests, quotas by segment, and a 'not now' that counts (I6)."""

from analytics.invitations.deciding import Invitation, invitation_for
from analytics.invitations.memory import Memory, keep_not_now, memory_of
from analytics.invitations.quotas import HeldBack, month_begin, month_of
from analytics.invitations.rules import InvitationRules, load_invitation_rules

__all__ = [
    "HeldBack",
    "Invitation",
    "InvitationRules",
    "Memory",
    "invitation_for",
    "keep_not_now",
    "load_invitation_rules",
    "memory_of",
    "month_begin",
    "month_of",
]
