"""The signs of a careless interview, each found in the answers of one conversation and in nothing else."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from analytics.careless.rules import CarelessRules
from catalogue import Question
from profiles.records import Answer, Flag, Reason

Questions = Mapping[str, Question]


def find_flags(answers: Sequence[Answer], questions: Questions, rules: CarelessRules) -> list[Flag]:
    """Why the answers of one conversation should be left out of figures.

    Args:
        answers: those of one conversation, in the order in which they came, corrections included.
        questions: the catalogue's questions by id; answers to others are passed over.
        rules: the retailer's thresholds.

    Returns:
        A flag for each reason that holds; nothing for an honest interview or one without answers.
    """
    known = [answer for answer in answers if answer.question_id in questions]
    details = {reason: sign(known, questions, rules) for reason, sign in SIGNS.items()}
    if details["automated"]:
        details["speeding"] = ""
    return [
        Flag(
            conversation_id=known[-1].conversation_id or "",
            customer_id=known[-1].customer_id,
            reason=reason,
            detail=detail,
            at=known[-1].answered_at,
        )
        for reason, detail in details.items()
        if detail
    ]


def _gap(answers: Sequence[Answer]) -> tuple[int, float]:
    """How many messages answered something, and the median seconds between two of them, 0 for one."""
    times = sorted({answer.message_id: answer.answered_at for answer in answers}.values())
    gaps = [(after - before).total_seconds() for before, after in pairwise(times)]
    return len(times), median(gaps) if gaps else 0.0


def _is_under(answers: Sequence[Answer], rules: CarelessRules, seconds: float) -> str:
    messages, gap = _gap(answers)
    return f"{messages} answers, {gap:.2f} s apart" if messages >= rules.pace_from_answers and gap < seconds else ""


def speeding(answers: Sequence[Answer], questions: Questions, rules: CarelessRules) -> str:
    """Faster than anybody reads."""
    return _is_under(answers, rules, rules.speeding_seconds)


def automated(answers: Sequence[Answer], questions: Questions, rules: CarelessRules) -> str:
    """Faster than any finger."""
    return _is_under(answers, rules, rules.automated_seconds)


def straight_lining(answers: Sequence[Answer], questions: Questions, rules: CarelessRules) -> str:
    """The same place of the list, question after question, where there are three choices or more."""
    longest = run = 0
    place_before = None
    for answer in _standing(answers).values():
        values = [choice.value for choice in questions[answer.question_id].choices]
        if len(values) < 3 or answer.value not in values:
            continue
        place = values.index(answer.value)
        run = run + 1 if place == place_before else 1
        place_before = place
        longest = max(longest, run)
    return f"{longest} choices in a row at the same place" if longest >= rules.same_place_in_a_row else ""


def copy_paste(answers: Sequence[Answer], questions: Questions, rules: CarelessRules) -> str:
    """The same words to several open questions."""
    words = [
        " ".join(answer.value.casefold().split())
        for answer in _standing(answers).values()
        if questions[answer.question_id].kind.name == "text"
    ]
    counts = Counter(said for said in words if len(said) >= rules.same_words_characters)
    most = max(counts.values(), default=0)
    return f"{most} questions answered with the same words" if most >= rules.same_words_times else ""


def contradiction(answers: Sequence[Answer], questions: Questions, rules: CarelessRules) -> str:
    """Answers that cannot both be true, as they stand after corrections."""
    standing = {id: answer.values for id, answer in _standing(answers).items()}
    for pair in rules.contradictions:
        if all(set(values) & set(standing.get(question, ())) for question, values in pair.items()):
            return " and ".join(pair)
    return ""


def _standing(answers: Sequence[Answer]) -> dict[str, Answer]:
    """The answers that hold after corrections, by question."""
    latest = {answer.question_id: answer for answer in answers}
    return {id: answer for id, answer in latest.items() if answer.status == "given"}


SIGNS: dict[Reason, Callable[[Sequence[Answer], Questions, CarelessRules], str]] = {
    "speeding": speeding,
    "straight_lining": straight_lining,
    "copy_paste": copy_paste,
    "contradiction": contradiction,
    "automated": automated,
}
"""Reason to the sign that tells its detail, or nothing where it is not to be seen."""
