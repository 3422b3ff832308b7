"""What a shopper may do instead of answering; each is dealt with, and the open question comes back (I6, I8, I9-12)."""

from collections.abc import Callable

from catalogue import Language
from investigation import answers, endings, found_needs, needs_play_back, people, play_back, probing
from investigation.decisions import decision
from investigation.interview import (
    ANYTHING_ELSE,
    CHAT_SATISFACTION,
    FORGET_CONFIRMED,
    NEED_PLACE,
    NEED_THEME,
    RESUME,
    WHICH_NEED,
    WHICH_TO_CHANGE,
)
from investigation.offers import NEWSLETTER, OFFERS
from investigation.routing import GIVEN, count
from investigation.visit import Visit, quotable, said_in_words
from profiles.records import Status

Handler = Callable[[Visit], None]
PASSABLE = (ANYTHING_ELSE, CHAT_SATISFACTION)
"""Steps that may be skipped; the others decide what happens with the answers."""
CORRECTIONS = (WHICH_TO_CHANGE, WHICH_NEED, NEED_THEME, NEED_PLACE)
"""Steps that may be left; what they would put right comes back with the play-back."""
COMPLAINT = "complaint"
"""What a complaint's words are filed under, where a question's id stands for an answer's."""


def explain_purpose(visit: Visit) -> None:
    """'Why do you ask?': the purpose that the open question declares."""
    question = visit.open_question()
    if question is None and visit.interview.probing is not None:
        question = visit.catalogue.questions[visit.interview.probing.question_id]
    if question is None:
        visit.say("why_no_question")
    else:
        visit.say("why_you_ask", purpose=question.purpose[visit.language])


def say_who_sees_this(visit: Visit) -> None:
    """'Who sees this?'"""
    visit.say("who_sees_this", shop=visit.shop.name)


def say_how_long_kept(visit: Visit) -> None:
    """'How long do you keep it?'"""
    visit.say("how_long_kept", retention_months=str(visit.shop.retention_months))


def say_no_reward(visit: Visit) -> None:
    """'Do I get anything for this?'"""
    visit.say("no_reward", shop=visit.shop.name)


def say_how_many_left(visit: Visit) -> None:
    """'How many more?'"""
    settled, total = count(visit.interview, visit.catalogue)
    if total - settled > 1:
        visit.say("how_many_left", left=str(total - settled))
    else:
        visit.say("last_one")


def say_what_is_held(visit: Visit) -> None:
    """'What do you hold about me?': every answer held, with why it was asked, and every need read in them (P6).

    Before the consent of this conversation nothing is listed: its replies are nobody's, so erasing would not find them.
    """
    lines = [*_answers_held(visit), *_needs_held(visit)]
    if lines and visit.interview.customer_id is None:
        visit.say("what_we_hold_ask", shop=visit.shop.name, contact=visit.shop.contact)
    elif lines:
        visit.say("what_we_hold", shop=visit.shop.name, held="\n".join(lines), contact=visit.shop.contact)
    else:
        visit.say("what_we_hold_nothing", shop=visit.shop.name)


def _answers_held(visit: Visit) -> list[str]:
    """The answers of every conversation that hold now."""
    current = visit.unit.answers.current(visit.person) if visit.person is not None else {}
    held = {id: answer.value for id, answer in current.items() if answer.status == GIVEN}
    return [
        visit.words(
            "what_we_hold_line",
            question=question.report_as[visit.language],
            value=said_in_words(visit, question, held[id]),
            purpose=question.purpose[visit.language],
        )
        for id, question in visit.catalogue.questions.items()
        if id in held
    ]


def _needs_held(visit: Visit) -> list[str]:
    """The needs of every conversation, those that the shopper has denied as denied."""
    kept = visit.unit.needs.of(visit.person) if visit.person is not None else []
    return [
        needs_play_back.line(visit, need)
        if need.confirmed != found_needs.DENIED
        else visit.words("what_we_hold_denied", words=quotable(need.words))
        for need in kept
    ]


def say_so_far(visit: Visit) -> None:
    """'What have you got so far?': what was understood, without asking for a yes."""
    if play_back.parts(visit):
        visit.say("so_far", play_back=play_back.summary(visit))
    else:
        visit.say("nothing_noted")


def go_on(visit: Visit) -> None:
    """'Let's go on': the open question, which comes back, is answer enough."""
    if visit.interview.open_slot == RESUME:
        visit.interview.open_slot = None
    if visit.is_back:
        welcome_back(visit)


def welcome_back(visit: Visit) -> None:
    """Greets somebody who had put the conversation off, with where it stood (I6)."""
    visit.say("welcome_back", answered=str(count(visit.interview, visit.catalogue)[0]))


def skip(visit: Visit) -> None:
    """Leaves the open question or probe unanswered."""
    _pass_over(visit, answers.SKIPPED, "skipped")


def do_not_know(visit: Visit) -> None:
    """'I don't know' is always a good answer (I4)."""
    _pass_over(visit, answers.DONT_KNOW, "dont_know_ok")


def prefer_not_to_say(visit: Visit) -> None:
    """Nobody has to say why."""
    _pass_over(visit, answers.PREFER_NOT, "prefer_not_ok")


def go_back(visit: Visit) -> None:
    """Opens the question before this one again."""
    settled = [id for id in visit.interview.settled if visit.interview.settled[id] != "known"]
    if not settled:
        visit.say("nothing_before")
        return
    visit.interview.probing = None
    visit.interview.settled.pop(settled[-1])
    visit.interview.open_slot = settled[-1]
    visit.say("went_back")


def stop(visit: Visit) -> None:
    """Ends at once; what was said so far is kept."""
    endings.end(visit, endings.STOPPED)


def later(visit: Visit) -> None:
    """Ends for now; the next visit goes on from the same place."""
    endings.end(visit, endings.LATER)


def take_complaint(visit: Visit) -> None:
    """Sorry, without an excuse; the words are kept as what they are, once they may be (P1)."""
    if visit.interview.customer_id is not None and found_needs.says_what(visit, visit.turn.text):
        found_needs.keep(visit, COMPLAINT, visit.turn.text)
    if visit.interview.customer_id is None:
        visit.say("complaint_heard", shop=visit.shop.name, contact=visit.shop.contact)
    else:
        people.log_complaint(visit)


def stop_marketing(visit: Visit) -> None:
    """'Stop the offers' works at once and for every kind of them, whatever is open (P9).

    It asks for no consent to the survey: of somebody whom the shop knows the refusal is kept, and of nobody else.
    """
    if visit.person is None:
        visit.say("marketing_to_nobody", contact=visit.shop.contact)
        return
    for id in OFFERS:
        if visit.interview.customer_id is not None:
            answers.give(visit, visit.catalogue.questions[id], ("no",))
        else:
            visit.unit.consents.record(decision(visit, visit.person, id, granted=False))
    visit.say("marketing_stopped", shop=visit.shop.name)


def accept_marketing(visit: Visit) -> None:
    """Agreeing to offers unasked counts as much as when asked, for the newsletter alone."""
    if visit.interview.customer_id is None:
        visit.say("consent_first")
        return
    answers.give(visit, visit.catalogue.questions[NEWSLETTER], ("yes",))
    visit.say("marketing_accepted")


def ask_whether_to_forget(visit: Visit) -> None:
    """Erasing cannot be undone, so it is asked for once more (P8)."""
    visit.interview.probing = None
    visit.interview.open_slot = FORGET_CONFIRMED


def switch_to(language: Language) -> Handler:
    """A handler that goes on in `language`; the question that comes back is answer enough."""

    def switch(visit: Visit) -> None:
        visit.interview.language = language

    return switch


def saying(wording: str) -> Handler:
    """A handler that says one sentence and comes back to the open question."""

    def say(visit: Visit) -> None:
        visit.say(wording, **_values_for(visit, wording))

    return say


def _values_for(visit: Visit, wording: str) -> dict[str, str]:
    known = {"shop": visit.shop.name, "contact": visit.shop.contact}
    return {name: known[name] for name in visit.catalogue.wording[wording].placeholders}


def _pass_over(visit: Visit, status: Status, wording: str) -> None:
    """Settles what is open without an answer; notice and play-back cannot be passed over, they come back."""
    question = visit.open_question()
    if question is not None:
        answers.leave_open(visit, question, status)
        visit.interview.misunderstood = 0
        visit.say(wording)
    elif visit.interview.probing is not None:
        probing.close_topic(visit.interview, visit.interview.probing.topic, visit.limits)
        visit.interview.short_answers += 1
        visit.interview.probing = None
        visit.say(wording)
    elif visit.interview.open_slot in CORRECTIONS:
        if visit.interview.open_slot == NEED_PLACE:
            found_needs.leave_hint(visit)
        visit.interview.open_slot = None
        visit.say(wording)
    elif visit.interview.open_slot in PASSABLE:
        visit.interview.settled[visit.interview.open_slot] = status
        visit.say(wording)
    else:
        visit.say("what_you_can_say")


HANDLERS: dict[str, Handler] = {
    "why_do_you_ask": explain_purpose,
    "who_sees_this": say_who_sees_this,
    "how_long_kept": say_how_long_kept,
    "how_many_left": say_how_many_left,
    "what_do_you_hold": say_what_is_held,
    "skip": skip,
    "dont_know": do_not_know,
    "prefer_not_to_say": prefer_not_to_say,
    "go_back": go_back,
    "stop": stop,
    "later": later,
    "wait": saying("no_hurry"),
    "repeat_question": saying("here_it_is_again"),
    "reward": say_no_reward,
    "goodbye": later,
    "forget_me": ask_whether_to_forget,
    "switch_to_english": switch_to("en"),
    "switch_to_chinese": switch_to("zh-Hant"),
    "speak_to_person": people.call,
    "order_question": saying("order_question"),
    "complaint": take_complaint,
    "mention_rival": saying("rival_noted"),
    "opt_out_marketing": stop_marketing,
    "opt_in_marketing": accept_marketing,
    "small_talk": saying("small_talk"),
    "greet": saying("greeting"),
    "thank": saying("welcome"),
    "resume": go_on,
    "play_back": say_so_far,
    "out_of_scope": saying("off_topic"),
    "are_you_a_bot": saying("are_you_a_person"),
    "abuse": saying("abuse"),
}
"""Intent to what is done about it; the same names stand in domain/ and data/nlu/."""
