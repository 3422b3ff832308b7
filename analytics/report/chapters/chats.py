"""How the chats went: opened, agreed, answered, ended (Q4)."""

import pandas as pd

from analytics.report.chapters.groups import alternative
from analytics.report.document import Bar, Chart, Column, Figure, Section, Table
from analytics.report.material import Material
from analytics.report.speech import Speech
from analytics.statistics import wilson

STEPS = ("opened", "agreed", "answered", "ended", "declined")


def chats(material: Material, speech: Speech) -> Section:
    """The chapter on the conversations with shoppers; a step is never as few people's as to give one away."""
    conversations, heading = material.now.conversations, speech.say("chats")
    if conversations.empty:
        return Section("chats", heading, (speech.say("no_chats"),))
    counts = steps(conversations)
    middle = median_answered(conversations)
    told = speech.say(
        "chats_sentence",
        opened=f"{counts['opened']:,}",
        agreed=f"{counts['agreed']:,}",
        median="–" if middle is None else f"{middle:g}",
    )
    return Section("chats", heading, (told,), figures=(_figure(counts, speech),))


def steps(conversations: pd.DataFrame) -> dict[str, int]:
    """How many chats came to each step.

    >>> table = pd.DataFrame({"agreed": [True, False], "refused": [False, True], "ended": [True, False],
    ...     "answered": [3, 0]})
    >>> steps(table)
    {'opened': 2, 'agreed': 1, 'answered': 1, 'ended': 1, 'declined': 1}
    """
    reached = (
        len(conversations),
        conversations["agreed"].sum(),
        (conversations["answered"] > 0).sum(),
        conversations["ended"].sum(),
        conversations["refused"].sum(),
    )
    return {step: int(count) for step, count in zip(STEPS, reached, strict=True)}


def median_answered(conversations: pd.DataFrame) -> float | None:
    """The median number of questions answered in the chats that went on after the notice; None for no such chat.

    >>> median_answered(pd.DataFrame({"agreed": [True, True, False], "answered": [4, 7, 0]}))
    5.5
    """
    answered = conversations.loc[conversations["agreed"], "answered"]
    return float(answered.median()) if len(answered) else None


def _figure(counts: dict[str, int], speech: Speech) -> Figure:
    total, title = counts["opened"], speech.say("chart_chats")
    columns = (
        Column(speech.say("column_step")),
        Column(speech.say("column_chats"), "number"),
        Column(speech.say("column_share"), "percent"),
        Column(speech.say("column_interval"), "interval"),
    )
    names = {step: speech.say(f"chat_{step}") for step in STEPS}
    rows = tuple((names[step], count, count / total, wilson(count, total)) for step, count in counts.items())
    bars = tuple(Bar(names[step], count / total, wilson(count, total)) for step, count in counts.items())
    note = speech.say("chats_note")
    chart = Chart("chats", title, alternative(title, bars, speech), bars, note, percent=True)
    return Figure(Table("chats", title, columns, rows, note), chart)
