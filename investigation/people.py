"""People: a shopper who wants one, and a complaint, reach the shop with a time by which somebody answers (Q3)."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from analytics.service_hours import load_service
from investigation import play_back
from investigation.interview import FORGET_CONFIRMED
from investigation.visit import Visit, quotable
from profiles.records import Complaint, HandOver

FOR_THE_ASSISTANT = frozenset(
    {"forget_me", "stop", "later", "what_do_you_hold", "who_sees_this", "how_long_kept", "opt_out_marketing"}
    | {"switch_to_english", "switch_to_chinese"}
)
"""Intents that the assistant sees to, also while a person is in the conversation."""


def call(visit: Visit) -> None:
    """Asks a person of the shop to answer here; before the consent, says how to reach one."""
    if visit.interview.customer_id is None:
        visit.say("person_contact", shop=visit.shop.name, contact=visit.shop.contact)
        return
    waiting = visit.unit.hand_overs.open_of(visit.turn.conversation_id)
    if waiting is not None:
        visit.say("person_waiting", by=in_words(visit, waiting.answer_by))
        return
    hand_over = _hand_over(visit)
    visit.unit.hand_overs.open(hand_over)
    by = in_words(visit, hand_over.answer_by)
    if hand_over.kind == "chat":
        visit.say("person_coming", by=by)
    else:
        visit.say("person_ticket", by=by, contact=visit.shop.contact)


def log_complaint(visit: Visit) -> None:
    """Puts a complaint into the log, in the shopper's words, and says by when it is answered."""
    turn = visit.turn
    complaint = Complaint(
        complaint_id=_id(visit, "complaint"),
        conversation_id=turn.conversation_id,
        message_id=turn.message_id,
        customer_id=visit.customer_id,
        language=visit.language,
        words=turn.text,
        received_at=turn.at,
        answer_by=load_service().complaint_by(turn.at, visit.shop.zone),
    )
    visit.unit.complaints.open(complaint)
    visit.say("complaint_logged", by=in_words(visit, complaint.answer_by))


def is_for_person(visit: Visit) -> bool:
    """Whether a message is for the person who has written in this conversation and not left it.

    Buttons are the assistant's own, and so is what somebody says about their data or about leaving (I6, P6, P8).
    """
    turn = visit.turn
    if turn.opening or turn.choice is not None or visit.interview.open_slot == FORGET_CONFIRMED:
        return False
    if turn.intent().intent in FOR_THE_ASSISTANT and turn.intent().confidence >= visit.limits.sure:
        return False
    hand_over = visit.unit.hand_overs.open_of(turn.conversation_id)
    return hand_over is not None and hand_over.answered_at is not None


def in_words(visit: Visit, moment: datetime) -> str:
    """A moment in the shop's time zone, in the shopper's language."""
    local = moment.astimezone(visit.shop.zone)
    return visit.words("moment", time=f"{local:%H:%M}", day=str(local.day), month=str(local.month))


def _hand_over(visit: Visit) -> HandOver:
    turn, service, zone = visit.turn, load_service(), visit.shop.zone
    return HandOver(
        hand_over_id=_id(visit, "hand-over"),
        conversation_id=turn.conversation_id,
        customer_id=visit.customer_id,
        kind="chat" if service.is_open(turn.at, zone) else "ticket",
        language=visit.language,
        summary=_summary(visit),
        asked_at=turn.at,
        answer_by=service.answer_by(turn.at, zone),
    )


def _summary(visit: Visit) -> str:
    """What the colleague reads first: what was understood so far, and the shopper's last words."""
    last = visit.words("person_summary_words", words=quotable(visit.turn.text))
    return "\n".join(line for line in (play_back.summary(visit), last) if line)


def _id(visit: Visit, kind: str) -> str:
    """The same for the same message, so that a repeat opens nothing anew."""
    return str(uuid5(NAMESPACE_URL, f"{kind}/{visit.turn.conversation_id}/{visit.turn.message_id}"))
