"""Keeping the needs behind an answer, with the words they were found in (I2)."""

from analytics.needs import NeedFound
from investigation.visit import Visit
from profiles.records import Need, Settlement, need_id

OPEN: Settlement = "open"
CONFIRMED: Settlement = "confirmed"
DENIED: Settlement = "denied"


def keep(visit: Visit, question_id: str, text: str, probe: str | None = None) -> list[Need]:
    """Reads `text` for needs and stores each, once for the same message.

    Args:
        question_id: the question whose answer, or whose probe's answer, the text is.
        text: the shopper's words, personal numbers already masked.
        probe: the probe that brought them out, if one did.

    Returns:
        What was stored; empty where the text says no need.
    """
    kept = [_need(visit, found, question_id, text, probe) for found in visit.reader.read(text)]
    for need in kept:
        visit.unit.needs.save(need)
        if need.need_id not in visit.interview.found:
            visit.interview.found.append(need.need_id)
    return kept


def settle(visit: Visit, confirmed: Settlement) -> None:
    """Marks the needs of this conversation that were played back as confirmed or denied."""
    open_needs = [need for need in of_conversation(visit) if need.confirmed == OPEN]
    for need in open_needs:
        visit.unit.needs.settle(need.need_id, confirmed)


def of_conversation(visit: Visit) -> list[Need]:
    """The needs found in this conversation, in the order they were found."""
    by_id = {need.need_id: need for need in visit.unit.needs.of(visit.customer_id)}
    return [by_id[id] for id in visit.interview.found if id in by_id]


def _need(visit: Visit, found: NeedFound, question_id: str, text: str, probe: str | None) -> Need:
    turn = visit.turn
    return Need(
        need_id=need_id(turn.conversation_id, turn.message_id, found.type, found.theme, found.span),
        customer_id=visit.customer_id,
        conversation_id=turn.conversation_id,
        message_id=turn.message_id,
        question_id=question_id,
        type=found.type,
        theme=found.theme,
        words=text,
        span=found.span,
        strength=found.strength,
        explicit=found.explicit,
        probe=probe,
        confirmed=OPEN,
        language=visit.language,
        found_at=turn.at,
    )
