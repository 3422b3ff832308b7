"""What customers answered: satisfaction and other scores, and each question with choices (I1, I5)."""

from statistics import fmean

import pandas as pd

from analytics.report.chapters.customers import BACKGROUND
from analytics.report.chapters.groups import group_figure, share_cells, share_chart, table_note
from analytics.report.document import Column, Figure, Section, Table
from analytics.report.material import Material
from analytics.report.shares import shares
from analytics.report.speech import Speech
from analytics.statistics import mean_interval
from catalogue import Question
from catalogue.models import SEPARATOR

SATISFACTION = "overall_satisfaction"
BANDS = (-1, 4, 6, 8, 10)
"""The highest score of each band of satisfaction, after a beginning below 0."""
CHOICES = ("choice", "choices")


def answers(material: Material, speech: Speech) -> Section:
    """The chapter on answers; a question has a figure if at least the smallest group that is shown answered it."""
    given = material.now.answers
    asked = [question for question in speech.catalogue.questions.values() if _counts(question, given, material.least)]
    choices = [question for question in asked if question.kind.name in CHOICES]
    scales = [question for question in asked if question.kind.name == "scale"]
    figures = (
        *_satisfaction(given, material.least, speech),
        *_scores(scales, given, speech),
        *(_question(question, given, material.least, speech) for question in choices),
    )
    told = ("answers_sentence",) if figures else ("no_answers",)
    return Section("answers", speech.say("answers"), tuple(speech.say(id) for id in told), figures=figures)


def scores(answers: pd.DataFrame, question: str) -> list[float]:
    """The scores that were given to a question, one a customer, in the order in which they were given.

    >>> scores(pd.DataFrame({"question_id": ["service", "other"], "value": ["7", "x"]}), "service")
    [7.0]
    """
    return [float(value) for value in answers.loc[answers["question_id"] == question, "value"]]


def chosen(answers: pd.DataFrame, question: str) -> pd.Series:
    """How many customers chose each value of a question; each value of a multiple answer counts.

    >>> given = pd.DataFrame({"question_id": ["channels", "channels"], "value": ["web|store", "web"]})
    >>> chosen(given, "channels").to_dict()
    {'web': 2, 'store': 1}
    """
    values = answers.loc[answers["question_id"] == question, "value"].str.split(SEPARATOR).explode()
    return values.value_counts()


def _counts(question: Question, given: pd.DataFrame, least: int) -> bool:
    return question.id not in BACKGROUND and int((given["question_id"] == question.id).sum()) >= least


def _satisfaction(given: pd.DataFrame, least: int, speech: Speech) -> tuple[Figure, ...]:
    found = scores(given, SATISFACTION)
    if len(found) < least:
        return ()
    bands = pd.cut(pd.Series(found), list(BANDS), labels=speech.say("satisfaction_bands").split("|"))
    table = shares(bands.value_counts(sort=False), len(found), least, apart=True)
    of = speech.say("of_answers", count=f"{len(found):,}")
    return (group_figure("satisfaction", table, speech.say("column_score"), of, speech),)


def _scores(questions: list[Question], given: pd.DataFrame, speech: Speech) -> tuple[Figure, ...]:
    """The mean of every question with a scale."""
    if not questions:
        return ()
    columns = (
        Column(speech.say("column_question")),
        Column(speech.say("column_customers"), "number"),
        Column(speech.say("column_mean"), "decimal"),
        Column(speech.say("column_interval"), "decimal_interval"),
    )
    found = {question.id: scores(given, question.id) for question in questions}
    rows = tuple(
        (speech.question(id), len(values), fmean(values), mean_interval(values)) for id, values in found.items()
    )
    return (Figure(Table("scores", speech.say("chart_scores"), columns, rows)),)


def _question(question: Question, given: pd.DataFrame, least: int, speech: Speech) -> Figure:
    counts, total = chosen(given, question.id), int((given["question_id"] == question.id).sum())
    table = shares(counts, total, least, apart=question.kind.name == "choice")
    table.index = pd.Index([speech.answer(question.id, str(value)) for value in counts.index])
    of, title = speech.say("of_answers", count=f"{total:,}"), speech.question(question.id)
    columns = (
        Column(speech.say("column_answer")),
        Column(speech.say("column_customers"), "number"),
        Column(speech.say("column_share"), "percent"),
        Column(speech.say("column_interval"), "interval"),
    )
    rows = tuple((str(name), *share_cells(row)) for name, row in table.iterrows())
    id = f"answer_{question.id}"
    note = table_note(table, of, speech)
    return Figure(Table(id, title, columns, rows, note), share_chart(id, title, table, of, speech))
