"""Shoppers who wait for a person: staff read what was said, write back, and close (Q3). All of it is audited (I14)."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import NAMESPACE_URL, uuid5

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from catalogue import Language
from gateway.history import messages_of
from gateway.openapi import refusals
from gateway.problems import Problem
from gateway.replies import Json, is_put_off, said
from gateway.services import Served, Services
from gateway.shapes import Inbox, Outcome, StaffAnswer
from gateway.staff import SignedIn, Staff
from gateway.text import LONGEST_TEXT, cleaned
from profiles.records import AuditEntry, Complaint, Conversation, HandOver
from profiles.store import Unit
from reading.personal_data import mask

router = APIRouter(prefix="/api/staff/inbox", tags=["Staff"])
Waiting = HandOver | Complaint


@router.get("", response_model=Inbox, response_model_exclude_unset=True, responses=refusals(401, 429, 503))
async def read_inbox(staff: Staff, services: Served) -> JSONResponse:
    """Everybody who waits for a person, with the conversation so far; the most urgent first."""
    services.limits.count(services.limits.messages_per_session, f"{staff.claims.conversation_id}/inbox")
    return JSONResponse({"waiting": await services.threads.reading(_inbox, services)})


@router.post(
    "/{id}/messages", status_code=204, response_class=Response, responses=refusals(400, 401, 403, 404, 429, 503)
)
async def answer(id: str, sent: StaffAnswer, staff: Staff, services: Served) -> Response:
    """Writes to a shopper, who sees it in the widget at once, or when they come back."""
    services.limits.count(services.limits.messages_per_session, staff.claims.conversation_id)
    text = cleaned(sent.text)
    if not text:
        raise Problem("empty")
    waiting = await services.threads.reading(_found, services, id)
    async with services.locks.hold(waiting.conversation_id):
        await services.threads.writing(
            _write, services, staff, id, str(sent.message_id), mask(text).text[:LONGEST_TEXT]
        )
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.post("/{id}/close", status_code=204, response_class=Response, responses=refusals(400, 401, 403, 404, 429, 503))
async def close(id: str, outcome: Outcome, staff: Staff, services: Served) -> Response:
    """Closes a hand-over, which the shopper is told, or a complaint, with how it was settled."""
    services.limits.count(services.limits.messages_per_session, staff.claims.conversation_id)
    waiting = await services.threads.reading(_found, services, id)
    async with services.locks.hold(waiting.conversation_id):
        await services.threads.writing(_close, services, staff, id, mask(cleaned(outcome.outcome)).text)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _inbox(services: Services) -> list[Json]:
    with services.store.transaction(writes=False) as unit:
        everybody: list[Waiting] = [*unit.hand_overs.waiting(), *unit.complaints.waiting()]
        everybody.sort(key=lambda each: each.answer_by)
        return [_described(unit, each) for each in everybody]


def _described(unit: Unit, waiting: Waiting) -> Json:
    conversation = unit.conversations.get(waiting.conversation_id)
    turns = unit.turns.history(waiting.conversation_id)
    return {
        **(_complaint(waiting) if isinstance(waiting, Complaint) else _hand_over(waiting)),
        "language": waiting.language,
        "answer_by": waiting.answer_by.isoformat(),
        "answered_at": waiting.answered_at and waiting.answered_at.isoformat(),
        "messages": [message for turn in turns for message in messages_of(turn, conversation)] if conversation else [],
    }


def _complaint(waiting: Complaint) -> Json:
    since = waiting.received_at.isoformat()
    return {"id": waiting.complaint_id, "kind": "complaint", "text": waiting.words, "since": since}


def _hand_over(waiting: HandOver) -> Json:
    since = waiting.asked_at.isoformat()
    return {"id": waiting.hand_over_id, "kind": waiting.kind, "text": waiting.summary, "since": since}


def _found(services: Services, id: str) -> Waiting:
    with services.store.transaction(writes=False) as unit:
        return _waiting(unit, id)


def _waiting(unit: Unit, id: str) -> Waiting:
    """Who waits under this number.

    Raises:
        Problem: `not_found` for nobody, also once the shopper has had everything forgotten.
    """
    found = unit.hand_overs.get(id) or unit.complaints.get(id)
    if found is None or unit.conversations.get(found.conversation_id) is None:
        raise Problem("not_found")
    return found


def _write(services: Services, staff: SignedIn, id: str, message_id: str, text: str) -> None:
    now = services.now()
    with services.store.transaction() as unit:
        waiting = _waiting(unit, id)
        _tell(unit, services, waiting.conversation_id, message_id, lambda _language: text, author="staff")
        unit.complaints.answered(waiting.conversation_id, now)
        hand_over = waiting if isinstance(waiting, HandOver) else unit.hand_overs.open_of(waiting.conversation_id)
        if hand_over is not None:
            unit.hand_overs.answered(hand_over.hand_over_id, staff.member.staff_id, now)
        _audit(unit, services, staff, "shopper_answered", id)


def _close(services: Services, staff: SignedIn, id: str, outcome: str) -> None:
    now = services.now()
    with services.store.transaction() as unit:
        waiting = _waiting(unit, id)
        if waiting.closed_at is not None:
            return
        if isinstance(waiting, Complaint):
            unit.complaints.close(id, staff.member.staff_id, outcome, now)
        else:
            unit.hand_overs.close(id, now)
            if waiting.answered_at is not None:
                left = str(uuid5(NAMESPACE_URL, f"closed/{id}"))
                _tell(unit, services, waiting.conversation_id, left, lambda language: _left(services, language))
        _audit(unit, services, staff, "complaint_closed" if isinstance(waiting, Complaint) else "hand_over_closed", id)


def _left(services: Services, language: Language) -> str:
    return services.catalogue.say("person_left", language)


def _tell(
    unit: Unit,
    services: Services,
    conversation_id: str,
    message_id: str,
    words: Callable[[Language], str],
    author: str = "assistant",
) -> None:
    """A turn that nobody asked for: accepted and finished at once, so that the shopper's stream brings it."""
    conversation = unit.conversations.get(conversation_id)
    if conversation is None:
        raise Problem("not_found")
    reply = _unasked(unit, conversation, message_id, words(conversation.language), author)
    unit.turns.accept(conversation_id, message_id, None, services.now())
    unit.turns.finish(conversation_id, message_id, reply, services.now())


def _unasked(unit: Unit, conversation: Conversation, message_id: str, text: str, author: str) -> Json:
    """The reply of such a turn; how far the conversation is stays as the last reply has it."""
    replies = [turn.reply for turn in unit.turns.history(conversation.conversation_id) if turn.reply is not None]
    return {
        "messages": [said(f"{message_id}.0", text, conversation.language)],
        "progress": replies[-1]["progress"] if replies else None,
        "ended": replies[-1]["ended"] if replies else False,
        "put_off": is_put_off(replies[-1]) if replies else False,
        "language": conversation.language,
        "from": author,
        "unasked": True,
    }


def _audit(unit: Unit, services: Services, staff: SignedIn, action: str, id: str) -> None:
    entry = AuditEntry(at=services.now(), staff_id=staff.member.staff_id, action=action, detail={"id": id})
    unit.audit.record(entry)
