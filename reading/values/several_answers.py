"""Several answers in one message: each is taken only where its words leave no doubt which question they answer."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from catalogue import Language, Question
from reading.text import Folded, fold, pattern
from reading.tokens import stem, tokens
from reading.values import districts
from reading.values.amounts import read_number
from reading.values.banded import band_of_range, own_ages, period_of, quantity_of, range_of_ages, range_of_money
from reading.values.choice_phrases import is_about_districts, phrases_of, stands_for_itself
from reading.values.kinds import read_date
from reading.values.money import money_in
from reading.values.negation import Denial, denial
from reading.values.partial import NOTHING, Partial, given
from reading.values.periods import periods_in
from reading.values.rates import rates_in
from reading.values.result import Status
from reading.values.scales import read_scale

_CLAUSE = pattern(r"(?:(?!\b(?:and|but|while|though)\b|但|不過|而)[^,;!?。、\n])+")
_FIRST_PERSON = pattern(r"(?:\b(?:i'm|im|i am|i just|i've just|i|i'll be|my age(?: is)?|me)\b|我)[^,.;!?。]{0,16}$|今年(?:已經|啱啱)?$")
_LIVE_HERE = pattern(
    r"(?:\b(?:live|living|lives|stay|staying|based|reside|residing|moved|am from|i'm from|home is|house is)\b(?: (?:in|at|near|around|to|over|out|on|the|now|just))*|"
    r"住(?:係|在|响|近)?|屋企(?:係|在)|搬左?去|黎自) ?$"
)
_WHO_LIVES = pattern(r"(?:\b(?:mum|mom|dad|parents?|friends?|sister|brother|son|daughter|grandma|he|she|they)\b|媽|爸|朋友|佢|阿哥|家姐)[^,.;。]{0,12}$")
_BENEFICIARY = pattern(
    r"(?:\b(?:shop|shopping|buy|buying|order|ordering|purchase|get things|groceries)(?: (?:here|mostly|mainly|usually|things|stuff|food|groceries|online|all|it|them|and|only|just))* (?:for )?|"
    r"(?:幫|買比|買嘢比|買野比|買黎比|為))$"
)
_SELF_DESCRIPTION = pattern(r"(?:\b(?:i'm|i am|im|as) (?:also |just |only )?(?:an? )|我係(?:一?個|位)?|身為(?:一?個)?)$")
_INCOME = pattern(r"\b(?:income|salary|earn|earns|earning|make|wage)\b|月入|人工|收入|月薪|年薪")
_SCORE = pattern(r"\d ?/ ?\d|out of|分|\bpoints?\b|\bmarks?\b")
_NO_TOPIC = frozenset("score rating out of how the last and a in ten times month".split()) | {"評分", "整體", "分數", "次數", "上次"}
_SAME_WORD = {"bought": "purchase", "buy": "purchase", "order": "purchase", "ordered": "purchase", "shopped": "purchase", "shop": "purchase", "happy": "satisfaction", "satisfied": "satisfaction"}


def unmistakable(folded: Folded, questions: Iterable[Question], language: Language, today: date) -> dict[str, Partial]:
    """What a message answers of several questions, by question id; nothing where two questions fit the same words."""
    asked = list(questions)
    found: dict[str, Partial] = {}
    for question in asked:
        partial = _read(folded, question, asked, language, today)
        if partial.status == Status.GIVEN:
            found[question.id] = partial
    return _without_doubles(found)


def _without_doubles(found: dict[str, Partial]) -> dict[str, Partial]:
    """The answers but those whose words another question took too."""
    taken = [stretch for partial in found.values() for stretch in partial.used]
    return {id: partial for id, partial in found.items() if all(taken.count(stretch) == 1 for stretch in partial.used)}


def _read(folded: Folded, question: Question, asked: list[Question], language: Language, today: date) -> Partial:
    match question.kind.name:
        case "choice" | "choices":
            return _read_choice(folded, question, asked, language, today)
        case "scale":
            return _read_clauses(folded, question, asked, "scale")
        case "number":
            return _read_clauses(folded, question, asked, "number") if period_of(question) else NOTHING
        case "date":
            return _read_last(folded, question, today)
        case "text":
            return NOTHING


def _read_choice(folded: Folded, question: Question, asked: list[Question], language: Language, today: date) -> Partial:
    match quantity_of(question):
        case "age":
            ages = [
                located for located in own_ages(folded, today, cue_needed=True)
                if _FIRST_PERSON.search(folded.text[: located.start]) or folded.text[: located.start].strip() == ""
            ]  # fmt: skip
            return band_of_range(question, [range_of_ages(located) for located in ages])
        case "money":
            named = [
                located for located in money_in(folded, currency_needed=True)
                if located.money.currency == "HKD" and _INCOME.search(folded.text[max(0, located.start - 24) : located.start])
            ]  # fmt: skip
            return band_of_range(question, [range_of_money(located, period_of(question) or "month") for located in named])
        case "number":
            return NOTHING
    if is_about_districts(question):
        return _read_home(folded, question)
    return _read_phrases(folded, question, asked, language)


def _read_home(folded: Folded, question: Question) -> Partial:
    """The district that somebody says they live in."""
    values = {choice.value for choice in question.choices}
    for start, end, meant in districts.names_in(folded):
        before = folded.text[:start]
        lives = _LIVE_HERE.search(before)
        if lives and not _WHO_LIVES.search(before[: lives.start()]) and len(meant) == 1 and meant[0] in values:
            if denial(folded.text, lives.start(), end) is Denial.NO:
                return given(meant[0], used=((start, end),))
    return NOTHING


def _read_phrases(folded: Folded, question: Question, asked: list[Question], language: Language) -> Partial:
    """Phrases by which people speak of themselves: 'shop for my kids', 'I'm a woman', 'I compare'."""
    text = folded.text
    found: dict[str, tuple[int, int]] = {}
    for match in phrases_of(question, language).find(folded):
        if len(match.values) == 1 and stands_for_itself(text, match) and _is_of_oneself(text, match.start, match.end):
            if denial(text, match.start, match.end) is Denial.NO and _is_only_here(text[match.start : match.end], question, asked, language):
                found[match.values[0]] = (match.start, match.end)
    if not found or (len(found) > 1 and question.kind.name == "choice"):
        return NOTHING
    return given(*(choice.value for choice in question.choices if choice.value in found), used=tuple(found.values()))


def _is_of_oneself(text: str, start: int, end: int) -> bool:
    before, phrase = text[:start], text[start:end]
    if _BENEFICIARY.search(before) or _SELF_DESCRIPTION.search(before):
        return True
    return bool(re.match(r"(?:i |i'm |i've )", phrase)) and " " in phrase.removeprefix("i ") or (phrase.startswith("我") and len(phrase) >= 4)


def _is_only_here(phrase: str, question: Question, asked: list[Question], language: Language) -> bool:
    """Whether no other question knows the phrase."""
    others = (other for other in asked if other is not question and other.kind.has_choices)
    folded = fold(phrase)
    return not any(phrases_of(other, language).holds(folded) for other in others)


def _read_clauses(folded: Folded, question: Question, asked: list[Question], kind: str) -> Partial:
    """A score or a rate in a clause that names what exactly this question is about."""
    rivals = [other for other in asked if other.kind.name == kind and (kind == "scale" or period_of(other))]
    for clause in _CLAUSE.finditer(folded.text):
        part = folded.part(*clause.span())
        fits = _SCORE.search(part.text) if kind == "scale" else next(iter(rates_in(part)), None)
        if fits and [other.id for other in rivals if _is_about(part.text, other)] == [question.id]:
            read = read_scale(part, question) if kind == "scale" else read_number(part, question)
            return _moved(read, clause.start())
    return NOTHING


def _read_last(folded: Folded, question: Question, today: date) -> Partial:
    """A day in a clause that has every word of what the question is reported as ('my last purchase was in March')."""
    for clause in _CLAUSE.finditer(folded.text):
        part = folded.part(*clause.span())
        words = {_word(token.stem) for token in part.tokens}
        asked = {_word(token.stem) for token in tokens(question.report_as["en"].lower())}
        report = question.report_as["zh-Hant"]
        if asked <= words or ("上次" in part.text and "上次" in report and re.search("買|落單|購", part.text)):
            if any(True for _ in periods_in(part, today)):
                return _moved(read_date(part, today), clause.start())
    return NOTHING


def _is_about(clause: str, question: Question) -> bool:
    words = {_word(token.stem) for token in tokens(clause)}
    named = {_word(token.stem) for token in tokens(question.report_as["en"].lower()) if token.text.isalpha()} - _NO_TOPIC
    report = question.report_as["zh-Hant"]
    pairs = {report[place : place + 2] for place in range(len(report) - 1)} - _NO_TOPIC
    return bool(words & named) or any(pair in clause for pair in pairs)


def _word(word: str) -> str:
    return _SAME_WORD.get(word, stem(word))


def _moved(partial: Partial, by: int) -> Partial:
    used = tuple((start + by, end + by) for start, end in partial.used)
    return Partial(partial.status, partial.values, partial.candidates, used, partial.rough, partial.reason, partial.denied)


def stretches(partials: Iterable[Partial]) -> Iterator[tuple[int, int]]:
    """Everything that the readings took of a message."""
    for partial in partials:
        yield from partial.used
