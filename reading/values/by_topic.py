"""Scores, rates and days whose clause names what exactly one question is about: 'delivery was 8/10'."""

from collections.abc import Iterator
from dataclasses import replace

from catalogue import Question
from reading.text import Folded, pattern
from reading.tokens import tokens
from reading.values.amounts import read_number
from reading.values.banded import period_of
from reading.values.kinds import read_date
from reading.values.message import Message
from reading.values.partial import NOTHING, Partial
from reading.values.periods import periods_in
from reading.values.rates import rates_in
from reading.values.scales import read_scale

_CLAUSE = pattern(r"(?:(?!\b(?:and|but|while|though)\b|但|不過|而)[^,;!?。、\n])+")
_SCORE = pattern(r"\d ?/ ?\d|out of|分|\bpoints?\b|\bmarks?\b")
_BY_THE_DAY = pattern(
    r"\b(?:every|each) (?:other |second )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|night)|"
    r"逢(?:星期|禮拜|周)|朝朝|晚晚|每[朝晚]"
)
_LAST_BOUGHT = pattern(r"上次.{0,6}(?:買|落單|購)")
_NAMES_NO_TOPIC = frozenset(
    ("score", "rating", "out", "of", "how", "the", "last", "and", "a", "in", "ten", "time", "month")
)
_NAMES_NO_TOPIC_IN_CHINESE = frozenset(("評分", "整體", "分數", "次數", "上次"))
_SAME_WORD = {
    "bought": "purchase", "buy": "purchase", "order": "purchase", "ordered": "purchase", "shopped": "purchase",
    "shop": "purchase", "happy": "satisfaction", "satisfied": "satisfaction",
}  # fmt: skip


def read_score(message: Message, question: Question) -> Partial:
    """A score in a clause about this question and no other scale."""
    rivals = [other for other in message.asked if other.kind.name == "scale"]
    for clause, start in _clauses(message.folded):
        if _SCORE.search(clause.text) and _is_about_only(clause, question, rivals):
            return _moved(read_scale(clause, question), start)
    return NOTHING


def read_rate(message: Message, question: Question) -> Partial:
    """A rate in a clause about this question and no other that asks how often."""
    rivals = [other for other in message.asked if other.kind.name == "number" and period_of(other)]
    for clause, start in _clauses(message.folded):
        if _says_how_often(clause) and _is_about_only(clause, question, rivals):
            return _moved(read_number(clause, question), start)
    return NOTHING


def _says_how_often(clause: Folded) -> bool:
    """Whether a clause says so by more than a day that comes round ('every Sunday'), which may be of anything."""
    return any(rates_in(clause)) and not _BY_THE_DAY.search(clause.text)


def read_day(message: Message, question: Question) -> Partial:
    """A day in a clause with every word of what the question is reported as: 'my last purchase was in March'."""
    named = _words(question.report_as["en"].lower())
    for clause, start in _clauses(message.folded):
        by_name = named <= _words_of(clause) or (
            "上次" in question.report_as["zh-Hant"] and _LAST_BOUGHT.search(clause.text)
        )
        if by_name and any(periods_in(clause, message.today)):
            return _moved(read_date(clause, message.today), start)
    return NOTHING


def _clauses(folded: Folded) -> Iterator[tuple[Folded, int]]:
    for found in _CLAUSE.finditer(folded.text):
        yield folded.part(*found.span()), found.start()


def _is_about_only(clause: Folded, question: Question, rivals: list[Question]) -> bool:
    return [rival.id for rival in rivals if _is_about(clause, rival)] == [question.id]


def _is_about(clause: Folded, question: Question) -> bool:
    if _words_of(clause) & (_words(question.report_as["en"].lower()) - _NAMES_NO_TOPIC):
        return True
    report = question.report_as["zh-Hant"]
    pairs = {report[place : place + 2] for place in range(len(report) - 1)} - _NAMES_NO_TOPIC_IN_CHINESE
    return any(pair in clause.text for pair in pairs)


def _words(text: str) -> set[str]:
    return {_SAME_WORD.get(token.stem, token.stem) for token in tokens(text) if token.text.isalpha()}


def _words_of(clause: Folded) -> set[str]:
    return {_SAME_WORD.get(token.stem, token.stem) for token in clause.tokens}


def _moved(partial: Partial, by: int) -> Partial:
    return replace(partial, used=tuple((start + by, end + by) for start, end in partial.used))
