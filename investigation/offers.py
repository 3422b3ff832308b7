"""The offer that suits what was said: at most one, with its own consent, none where it is unwelcome (T8, P9)."""

from catalogue import Question
from investigation import found_needs
from investigation.interview import CHAT_SATISFACTION, KNOWN, Interview
from investigation.visit import Visit
from profiles.records import Need

REFERRAL, MEMBERSHIP, NEWSLETTER = "referral_offer", "membership_offer", "newsletter"
OFFERS = (REFERRAL, MEMBERSHIP, NEWSLETTER)
"""Catalogue questions whose answer is also a consent for direct marketing; the first that suits is proposed."""
POOR = ("1", "2")
"""Whoever found the chat poor is asked for nothing more; offers can still be agreed to in words."""
ABOUT_MONEY = frozenset({"price_value", "loyalty_rewards"})
"""Themes of needs that a membership may meet."""
ABOUT_BEING_APPROACHED = "privacy_trust"


def next_offer(visit: Visit) -> Question | None:
    """The offer to propose now; None where none suits, or where the shopper is not to be approached.

    Nobody is approached who found the chat poor, has a need about privacy, or has said no to an offer, ever.
    """
    interview, asked = visit.interview, visit.catalogue.asked()
    if interview.settled.get(CHAT_SATISFACTION) in POOR or _has_refused(visit):
        return None
    needs = [need for need in found_needs.of_conversation(visit) if need.confirmed != found_needs.DENIED]
    if _has_been_asked(interview) or any(need.theme == ABOUT_BEING_APPROACHED for need in needs):
        return None
    left = [asked[id] for id in OFFERS if id in asked and id not in interview.settled]
    suiting = (question for question in left if question.is_asked(interview.facts))
    return next((question for question in suiting if _suits(question.id, needs)), None)


def _has_been_asked(interview: Interview) -> bool:
    """Whether this conversation has proposed an offer; one that the profile tells of has not been proposed here."""
    return any(interview.settled.get(offer, KNOWN) != KNOWN for offer in OFFERS)


def _suits(offer: str, needs: list[Need]) -> bool:
    if offer == REFERRAL:
        return all(need.type != "dissatisfaction" for need in needs)
    return offer != MEMBERSHIP or any(need.theme in ABOUT_MONEY for need in needs)


def _has_refused(visit: Visit) -> bool:
    decisions = (visit.unit.consents.current(visit.customer_id, offer) for offer in OFFERS)
    return any(decision is not None and not decision.granted for decision in decisions)
