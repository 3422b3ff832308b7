"""What comes next, and everything that its wording needs to be asked, or asked again after an interruption."""

from collections.abc import Callable

from investigation import closest, endings, needs_play_back, placing, play_back
from investigation.consent import ask_for_consent
from investigation.interview import (
    ANYTHING_ELSE,
    CHAT_SATISFACTION,
    CONSENT,
    FORGET_CONFIRMED,
    NEED_PLACE,
    NEED_THEME,
    PLAYS_BACK,
    RESUME,
    WHICH_NEED,
    WHICH_TO_CHANGE,
)
from investigation.offers import OFFERS, next_offer
from investigation.routing import count, next_question
from investigation.step import Saying
from investigation.visit import Visit

ASKED_WITH: dict[str, Callable[[Visit], Saying]] = {
    WHICH_TO_CHANGE: play_back.which_to_change,
    WHICH_NEED: needs_play_back.which_need,
    NEED_THEME: needs_play_back.what_is_right,
    NEED_PLACE: placing.what_about,
}
"""Steps whose buttons are known only at the moment they are asked."""


def open_next(visit: Visit) -> None:
    """Opens what comes next once the open question is settled; leaves an unsettled one open."""
    interview = visit.interview
    if interview.ended or not _is_settled(visit):
        return
    if interview.customer_id is None:
        ask_for_consent(visit)
        return
    _follow_plan(visit)
    if question := next_question(interview, visit.catalogue):
        interview.open_slot = question.id
    elif ANYTHING_ELSE not in interview.settled:
        interview.open_slot = ANYTHING_ELSE
    elif placing.is_due(visit):
        interview.open_slot = NEED_PLACE
    elif part := play_back.next_part(visit):
        interview.open_slot = part.step
    elif CHAT_SATISFACTION not in interview.settled:
        interview.open_slot = CHAT_SATISFACTION
    elif offer := next_offer(visit):
        interview.open_slot = offer.id
    else:
        endings.end(visit, endings.FINISHED)


def _follow_plan(visit: Visit) -> None:
    """Puts first what tells most, and leaves out what is not worth asking, unless other questions wait for it (I5)."""
    interview, plan = visit.interview, visit.plan
    others = [question for id, question in visit.catalogue.asked().items() if id not in (*plan.order, *OFFERS)]
    waited_for = {fact for question in others for fact in question.ask_when}
    interview.order = list(plan.order)
    interview.not_worth_asking = [
        id for id in plan.not_worth_asking(interview.settled, interview.facts) if id not in waited_for
    ]


def prepare(visit: Visit) -> tuple[tuple[Saying, ...], dict[str, str]]:
    """The sentences of this turn and the placeholders of the open question's own wording."""
    says = visit.says
    slot = visit.interview.open_slot
    if slot in ASKED_WITH:
        says = [*says, ASKED_WITH[slot](visit)]
    says = [*says, *closest.sayings(visit)]
    return tuple(says), _placeholders(visit, slot)


def _placeholders(visit: Visit, slot: str | None) -> dict[str, str]:
    interview = visit.interview
    if slot == CONSENT:
        shop = visit.shop
        return {"shop": shop.name, "contact": shop.contact, "retention_months": str(shop.retention_months)}
    if slot in PLAYS_BACK:
        return {"play_back": play_back.summary_of_next(visit)}
    if slot == RESUME:
        return {"answered": str(count(interview, visit.catalogue)[0])}
    if interview.probing is not None and slot == interview.probing.slot:
        return {"words": interview.probing.words}
    return {}


def _is_settled(visit: Visit) -> bool:
    interview = visit.interview
    slot = interview.open_slot
    if slot == CONSENT:
        return interview.customer_id is not None
    if slot in PLAYS_BACK:
        return True
    if slot in (*ASKED_WITH, RESUME, FORGET_CONFIRMED):
        return False
    return interview.probing is None and (slot is None or slot in interview.settled or slot.startswith("probe_"))
