"""The beginning of a visit: the notice for somebody new, the same place as last time for somebody known (I6)."""

from investigation.consent import ask_for_consent, has_consented
from investigation.endings import LATER
from investigation.interview import KNOWN, RESUME, Interview
from investigation.visit import Visit


def begin(visit: Visit) -> None:
    """Opens the conversation."""
    customer_id = visit.turn.customer_id
    if customer_id is None or not has_consented(visit, customer_id):
        ask_for_consent(visit)
        return
    earlier = visit.unit.interviews.latest_of(customer_id)
    visit.unit.conversations.attach(visit.turn.conversation_id, customer_id)
    if earlier is not None and earlier.get("ended") in (None, LATER):
        _take_up(visit, Interview.from_dict(earlier))
    else:
        visit.interview.customer_id = customer_id
        take_over_profile(visit)


def take_over_profile(visit: Visit) -> None:
    """Settles what a known customer's profile tells already, so that nobody is asked twice."""
    for id, answer in visit.unit.answers.current(visit.customer_id).items():
        question = visit.catalogue.questions.get(id)
        if question is not None and "profile" in question.already_known_from and answer.status == "given":
            visit.interview.facts[id] = answer.value
            visit.interview.settled[id] = KNOWN


def _take_up(visit: Visit, earlier: Interview) -> None:
    earlier.language = visit.turn.language
    earlier.ended = None
    earlier.probing = None
    earlier.open_slot = RESUME if earlier.settled else None
    visit.interview = earlier
