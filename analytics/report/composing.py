"""Puts the chapters of a report in their order."""

from datetime import date

from analytics.report.chapters.answers import answers
from analytics.report.chapters.changes import changes
from analytics.report.chapters.chats import chats
from analytics.report.chapters.customers import customers
from analytics.report.chapters.first import first
from analytics.report.chapters.method import method
from analytics.report.chapters.needs import needs
from analytics.report.chapters.summary import summary
from analytics.report.chapters.words import words
from analytics.report.chapters.worth import worth
from analytics.report.document import Report
from analytics.report.material import Material
from analytics.report.speech import Speech

CHAPTERS = (summary, customers, needs, words, worth, first, changes, chats, answers, method)


def compose(material: Material, speech: Speech, shop: str, today: date) -> Report:
    """The report of a period.

    Args:
        material: what was read from the store.
        speech: the language.
        shop: the shop's name.
        today: the day of writing.
    """
    return Report(
        title=speech.say("title", shop=shop),
        shop=shop,
        period=speech.period(material.now.period),
        written=speech.say("written", date=speech.day(today)),
        language=speech.language,
        sections=tuple(chapter(material, speech) for chapter in CHAPTERS),
    )
