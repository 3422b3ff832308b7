"""Changing an earlier answer in words: 'actually I'm 35 to 44', 'the delivery answer was wrong', '地區應該係大埔'."""

from catalogue import Language, Question
from catalogue.models import SEPARATOR
from investigation import answers
from investigation.interview import CONSENT, FORGET_CONFIRMED, WHICH_TO_CHANGE
from investigation.understanding import answer_to, answers_to_others
from investigation.visit import Visit
from reading.text import fold, pattern
from reading.values import Reading, read

CHANGES = "change_answer"
"""The intent of somebody who wants to change something."""
_TAKES_BACK = pattern(
    r"\b(?:wrong|incorrect|mistaken?|change|correct|correction|edit|fix|update|amend|actually|meant|sorry|instead|"
    r"should (?:have )?be(?:en)?|not right)\b|錯|改|更正|修正|其實|應該係|唔啱|唔好意思"
)
_AN_EARLIER_ANSWER = pattern(
    r"\b(?:answers?|answered|score|rating|earlier|before|previous|i (?:said|told|put|picked|chose))\b|"
    r"答案|個(?:條|題|個|分)|評分|個分|頭先|之前|早前|先前|剛才|上面"
)
_BECOMES = pattern(r"should (?:have )?be(?:en)?|\bis\b|\bto\b|\bas\b|\bit's\b|[:=：]|應該係|改[返做為成]+|係")
_ENGLISH_WORD = pattern(r"[a-z]{2,}")
_NAMES_NOTHING = frozenset(
    (
        "what",
        "went",
        "wrong",
        "how",
        "why",
        "not",
        "yet",
        "they",
        "here",
        "for",
        "the",
        "a",
        "to",
        "of",
        "in",
        "out",
        "ten",
        "score",
        "rating",
        "last",
        "and",
        "0",
        "10",
    )
)
NAMED_IN_FULL = 2.0
"""What a name counts that stands in the text as it is: 'purchases' is all that another one has of words that name."""
_NAMES_NOTHING_IN_CHINESE = frozenset(("評分", "分數", "次數", "上次", "原因", "整體"))


def change(visit: Visit) -> bool:
    """Changes an earlier answer where the message says so; False where it does not.

    An answer that is named with its new value is changed at once; one that is named alone is asked again; and where
    it stays open which one is meant, the shopper is shown the answers.
    """
    if visit.interview.open_slot in (CONSENT, FORGET_CONFIRMED) or not visit.interview.settled:
        return False
    named = _named(visit) if _is_about_an_earlier_answer(visit) else None
    if named is not None:
        question, tail = named
        _give_or_reopen(visit, question, _value(visit, question, tail))
        return True
    if _is_free(visit):
        return _show_answers(visit)
    return _change_what_is_said(visit) or _show_answers(visit)


def _give_or_reopen(visit: Visit, question: Question, reading: Reading | None) -> None:
    if reading is not None and reading.values:
        answers.give(visit, question, reading.values)
        answers.confirm_change(visit, question)
        return
    visit.interview.settled.pop(question.id, None)
    visit.interview.probing = None
    visit.interview.open_slot = question.id
    visit.say("let_us_change")


def _change_what_is_said(visit: Visit) -> bool:
    """Takes what the message says, unmistakably, in place of earlier answers."""
    is_meant = visit.turn.intent().intent == CHANGES
    if not (is_meant or _TAKES_BACK.search(_folded(visit))):
        return False
    open_question = visit.open_question()
    said = {
        id: reading
        for id, reading in answers_to_others(visit, open_question).items()
        if reading.values and visit.interview.facts.get(id) != SEPARATOR.join(reading.values)
    }
    if not any(id in visit.interview.facts or (is_meant and open_question is None) for id in said):
        return False
    for id, reading in said.items():
        answers.give(visit, visit.catalogue.questions[id], reading.values)
        answers.confirm_change(visit, visit.catalogue.questions[id])
    return True


def _show_answers(visit: Visit) -> bool:
    """Shows the answers to choose from, where somebody surely wants to change one and does not say which."""
    meaning, open_question = visit.turn.intent(), visit.open_question()
    if open_question is not None and not _is_free(visit) and answer_to(visit, open_question).values:
        return False
    if meaning.intent != CHANGES or meaning.confidence < visit.limits.sure or not visit.interview.facts:
        return False
    visit.interview.probing = None
    visit.interview.open_slot = WHICH_TO_CHANGE
    return True


def _is_about_an_earlier_answer(visit: Visit) -> bool:
    text = _folded(visit)
    surely = visit.turn.intent().intent == CHANGES and visit.turn.intent().confidence >= visit.limits.sure
    takes_back = surely or bool(_TAKES_BACK.search(text))
    return takes_back and (surely or not _is_free(visit) or bool(_AN_EARLIER_ANSWER.search(text)))


def _is_free(visit: Visit) -> bool:
    """Whether the open question takes words, in which much may stand that is no change."""
    question = visit.open_question()
    return visit.interview.probing is not None or (question is not None and question.kind.name == "text")


def _named(visit: Visit) -> tuple[Question, str] | None:
    """The answered question that the message names best, the latest first, and what stands behind the name."""
    best: tuple[float, Question, str] | None = None
    said = _folded(visit)
    for question in reversed(_answered(visit)):
        for language, text in question.report_as.items():
            share, end = _mention(fold(text).text, said, language)
            if share > (best[0] if best else 0.0):
                best = (share, question, said[end:])
    return (best[1], best[2]) if best else None


def _mention(name: str, text: str, language: Language) -> tuple[float, int]:
    """How much of a question's name a text has (0 to 1, more in full), and where that ends; both are folded."""
    if name in text:
        return NAMED_IN_FULL, text.index(name) + len(name)
    if language == "en":
        parts = [part for part in _ENGLISH_WORD.findall(name) if part not in _NAMES_NOTHING]
        places = [found.end() for part in parts if (found := pattern(rf"\b{part}\b").search(text))]
    else:
        parts = [name[place : place + 2] for place in range(len(name) - 1)]
        parts = [part for part in parts if part not in _NAMES_NOTHING_IN_CHINESE]
        places = [text.index(part) + 2 for part in parts if part in text]
    return (len(places) / len(parts), max(places)) if places else (0.0, 0)


def _value(visit: Visit, question: Question, tail: str) -> Reading | None:
    """What the words behind the name say that the answer becomes; None where they say nothing."""
    becomes = _BECOMES.search(tail)
    return read(tail[becomes.end() :], question, visit.language, visit.today) if becomes else None


def _folded(visit: Visit) -> str:
    return fold(visit.turn.text).text


def _answered(visit: Visit) -> list[Question]:
    """The questions with an answer that holds, in the order in which they were settled."""
    known = visit.catalogue.questions
    return [known[id] for id in visit.interview.settled if id in known and id in visit.interview.facts]
