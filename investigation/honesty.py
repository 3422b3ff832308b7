"""Marks the interview whose answers look careless, with the reason; nothing is said and nothing deleted (I14)."""

from analytics.careless import find_flags, load_careless_rules
from investigation.visit import Visit


def check(visit: Visit) -> None:
    """Looks at the conversation's answers again if this turn has added one."""
    turn = visit.turn
    if visit.interview.customer_id is None:
        return
    answers = visit.unit.answers.of_conversation(turn.conversation_id)
    if any(answer.message_id == turn.message_id for answer in answers):
        flags = find_flags(answers, visit.catalogue.questions, load_careless_rules())
        visit.unit.flags.replace(turn.conversation_id, flags)
