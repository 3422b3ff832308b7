"""Puts the chapters of a report in their order."""

from datetime import date

from analytics.report.chapters.customers import customers
from analytics.report.document import Report
from analytics.report.material import Material
from analytics.report.speech import Speech


def compose(material: Material, speech: Speech, shop: str, today: date) -> Report:
    """The report of a period.

    Args:
        material: what was read from the store.
        speech: the language.
        shop: the shop's name.
        today: the day of writing.
    """
    sections = (customers(material, speech),)
    return Report(
        title=speech.say("title", shop=shop),
        shop=shop,
        period=speech.period(material.now.period),
        written=speech.say("written", date=speech.day(today)),
        language=speech.language,
        sections=sections,
        withheld=speech.say("suppressed"),
    )
