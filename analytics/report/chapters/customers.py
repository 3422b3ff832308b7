"""Who the customers are (C4, C6, C8, I3, S21)."""

import pandas as pd

from analytics.behaviour import STAGES, STATUSES
from analytics.report.chapters.groups import group_figure
from analytics.report.document import Figure, Section
from analytics.report.material import Material
from analytics.report.shares import shares
from analytics.report.speech import Speech

BACKGROUND = ("age_band", "gender", "district", "income_band")
PROSPECT = "prospect"


def customers(material: Material, speech: Speech) -> Section:
    """The chapter on everybody who is on file at the end of the period."""
    people = material.population.people
    if people.empty:
        return Section("customers", speech.say("customers"), (speech.say("no_customers"),))
    figures = (_segments(material, speech), *_standing(material, speech), *_background(material, speech))
    return Section("customers", speech.say("customers"), _sentences(material, speech), figures=figures)


def ordering(people: pd.DataFrame) -> int:
    """How many customers have ordered at least once; the others are prospects.

    >>> ordering(pd.DataFrame({"orders": [0.0, 3.0, 1.0]}))
    2
    """
    return int((people["orders"] > 0).sum())


def segment_sizes(members: pd.DataFrame) -> pd.Series:
    """How many customers are in each segment; a customer may be in several.

    >>> segment_sizes(pd.DataFrame({"new": [True, False], "major": [True, True]})).to_dict()
    {'new': 1, 'major': 2}
    """
    return members.sum().astype("int64")


def _sentences(material: Material, speech: Speech) -> tuple[str, ...]:
    people, known = material.population.people, material.population.orders_known_until
    buyers = ordering(people)
    joined = int((people["joined_at"] >= material.now.period.begin).sum())
    told = [
        speech.say("standing", total=f"{len(people):,}", buyers=f"{buyers:,}", prospects=f"{len(people) - buyers:,}"),
        speech.say("joined", count=f"{joined:,}"),
    ]
    if known < material.population.day:
        told.append(speech.say("orders_known_until", day=speech.day(known)))
    return tuple(told)


def _segments(material: Material, speech: Speech) -> Figure:
    sizes = segment_sizes(material.members).sort_values(ascending=False, kind="stable")
    table = shares(sizes, len(material.members), material.least, apart=False)
    table.index = pd.Index([speech.segment(material.segments, str(id)) for id in table.index])
    return group_figure("segments", table, speech.say("column_segment"), speech.say("of_customers"), speech)


def _standing(material: Material, speech: Speech) -> tuple[Figure, Figure]:
    """Account status of those who have ordered, and the stage of everybody."""
    people = material.population.people
    buyers = people[people["status"] != PROSPECT]
    statuses = buyers["status"].value_counts().reindex([name for name in STATUSES if name != PROSPECT], fill_value=0)
    stages = people["stage"].value_counts().reindex(list(STAGES), fill_value=0)
    of_buyers, of_all = speech.say("of_buyers"), speech.say("of_customers")
    return (
        _coded("status", statuses, len(buyers), of_buyers, material, speech),
        _coded("stage", stages, len(people), of_all, material, speech),
    )


def _coded(id: str, counts: pd.Series, total: int, of: str, material: Material, speech: Speech) -> Figure:
    table = shares(counts, total, material.least, apart=True)
    table.index = pd.Index([speech.name(f"{id}_{code}") for code in counts.index])
    return group_figure(id, table, speech.name(f"axis_{id}"), of, speech)


def _background(material: Material, speech: Speech) -> tuple[Figure, ...]:
    """A figure for each background that at least a group's worth of customers have told."""
    answers = material.population.answers
    asked = [id for id in BACKGROUND if id in answers and answers[id].notna().sum() >= material.least]
    return tuple(_told(id, answers[id], material, speech) for id in asked)


def _told(id: str, answers: pd.Series, material: Material, speech: Speech) -> Figure:
    counts = answers.dropna().value_counts()
    choices = [choice.value for choice in speech.catalogue.questions[id].choices if choice.value in counts.index]
    counts = counts.reindex([*choices, *sorted(set(counts.index) - set(choices))])
    total = int(counts.sum())
    table = shares(counts, total, material.least, apart=True)
    table.index = pd.Index([speech.answer(id, str(value)) for value in counts.index])
    of = speech.say("of_told", count=f"{total:,}", total=f"{len(answers):,}")
    return group_figure(id, table, speech.question(id), of, speech)
