"""The ways a conversation ends: finished, stopped, put off, or forgotten. Each is kind and loses nothing."""

from investigation.interview import Interview
from investigation.visit import Visit

FINISHED, STOPPED, LATER, DECLINED, FORGOTTEN = "finished", "stopped", "later", "declined", "forgotten"
FAREWELL = {FINISHED: "ended", STOPPED: "stopped", LATER: "later", FORGOTTEN: "forgotten"}
"""The wording that each ending says."""


def end(visit: Visit, how: str) -> None:
    """Ends the conversation and says so; one that was put off goes on with the next message."""
    visit.interview.ended = how
    visit.interview.open_slot = None
    visit.interview.probing = None
    visit.say(FAREWELL[how])
    if how != LATER:
        visit.unit.conversations.end(visit.turn.conversation_id, visit.turn.at)


def forget(visit: Visit) -> None:
    """Erases everything about the shopper and ends (P8); of somebody unknown there is nothing to erase but words."""
    conversation_id = visit.turn.conversation_id
    if visit.person is not None:
        visit.unit.customers.erase(visit.person)
    visit.unit.conversations.forget_words(conversation_id)
    visit.interview = Interview(language=visit.language)
    end(visit, FORGOTTEN)
