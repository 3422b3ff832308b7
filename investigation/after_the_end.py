"""After the end: what is held, being forgotten, a person and a wrong answer stay within reach (I6, P3, P6, P8, P9)."""

from investigation import changing, consent, found_needs, responding, taking
from investigation.endings import DECLINED, FORGOTTEN, LATER, STOPPED
from investigation.interruptions import HANDLERS
from investigation.interview import CONSENT
from investigation.understanding import QUESTIONS, answer_to, as_question, asks
from investigation.visit import Visit

RESUME, AFFIRM = "resume", "affirm"
LEAVING = frozenset({"stop", "later", "goodbye", "deny", AFFIRM})
"""Intents that want nothing more than a friendly word."""
SWITCHING = frozenset({"switch_to_english", "switch_to_chinese"})
FOR_EVERYBODY = frozenset(
    {"why_do_you_ask", "who_sees_this", "how_long_kept", "what_do_you_hold", "forget_me", "opt_out_marketing"}
    | {"speak_to_person", "complaint", "order_question", "thank", "small_talk", "are_you_a_bot", "abuse", "reward"}
)
"""Intents that are answered after the end as they are before it; the others have no question to come back to."""
FOR_WHOM_WE_KNOW = FOR_EVERYBODY | {"opt_in_marketing", "play_back"}
CHANGES_MIND = frozenset({AFFIRM, RESUME, changing.CHANGES})
"""Intents of somebody who has declined and would like to take part after all."""
STAYS_PUT_OFF = frozenset({"thank", "goodbye", "later"})
"""Intents of somebody who has just put the conversation off and is not back yet."""


def goes_on(visit: Visit) -> bool:
    """Whether a conversation that was put off, or stopped, goes on with this message."""
    intent = visit.turn.intent().intent
    if visit.interview.ended == LATER:
        return intent not in STAYS_PUT_OFF
    return visit.interview.ended == STOPPED and intent == RESUME


def respond(visit: Visit) -> None:
    """Answers what is said or picked after the end.

    The interview stays ended, but for somebody who has declined or was forgotten and begins again: they are shown the
    notice first. Until they agree to it nothing is stored (P1).
    """
    if _begins_again(visit):
        consent.begin_again(visit)
        return
    if visit.turn.choice is not None:
        responding.to_choice(visit, *visit.turn.choice)
    elif visit.interview.open_slot is None:
        _to_text(visit)
    elif _leaves(visit):
        visit.interview.open_slot = None
        visit.say("farewell")
    else:
        responding.to_text(visit)
    _close(visit)


def _begins_again(visit: Visit) -> bool:
    """Whether somebody of whom nothing is kept wants to take part; a mere 'ok' to 'all is deleted' does not say so."""
    ended, intent = visit.interview.ended, visit.turn.intent().intent
    if ended not in (DECLINED, FORGOTTEN) or visit.interview.open_slot is not None:
        return False
    if visit.turn.choice is not None:
        return visit.turn.choice == (CONSENT, "yes")
    if intent in CHANGES_MIND:
        return ended == DECLINED or intent == RESUME
    if intent in LEAVING | FOR_EVERYBODY | SWITCHING:
        return False
    return answer_to(visit, as_question(visit.catalogue.wording[CONSENT])).values == ("yes",)


def _to_text(visit: Visit) -> None:
    meaning, is_known = visit.turn.intent(), visit.interview.customer_id is not None
    tells = is_known and found_needs.says_what(visit, visit.turn.text)
    answered = FOR_WHOM_WE_KNOW if is_known else FOR_EVERYBODY
    if tells and not asks(visit):
        answered -= QUESTIONS
    weighty = answered | LEAVING - {"deny", AFFIRM}
    is_sure = meaning.intent in weighty and meaning.confidence >= visit.limits.sure
    if not is_sure and changing.change(visit):
        return
    if tells and not is_sure:
        responding.take_anything_else(visit)
    elif meaning.intent in LEAVING:
        visit.say("farewell")
    elif meaning.intent in answered | SWITCHING:
        HANDLERS[meaning.intent](visit)
    elif is_known:
        taking.take_others(visit, None)


def _leaves(visit: Visit) -> bool:
    """Whether the shopper leaves what was opened after the end: the confirmation of erasing, or a correction."""
    meaning = visit.turn.intent()
    return meaning.intent in ("stop", "later", "goodbye") and meaning.confidence >= visit.limits.sure


def _close(visit: Visit) -> None:
    """Closes an answer that has been corrected; whoever was told nothing is told what can still be done."""
    interview = visit.interview
    if interview.open_slot in interview.settled:
        interview.open_slot = None
        if not visit.says:
            visit.say("thanks_4")
    if interview.open_slot is None and not visit.says:
        visit.say("already_ended" if interview.customer_id is not None else "already_ended_nothing_kept")
