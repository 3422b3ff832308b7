"""What customers said, in words from which nobody can be told (P2, Q4)."""

import pandas as pd

from analytics.report.chapters.needs import people_by
from analytics.report.document import Quote, QuoteGroup, Section
from analytics.report.material import Material
from analytics.report.speech import Speech

QUOTES = 3
"""The most quotes of a theme."""
LONGEST = 220
"""Of a longer message, the words in which the need was found are quoted alone."""
STRENGTHS = {"high": 3, "medium": 2, "low": 1}
CONFIRMED = "confirmed"


def words(material: Material, speech: Speech) -> Section:
    """The chapter of quotes, by theme, most people first."""
    found = material.now.needs
    heading = speech.say("verbatims")
    if found.empty:
        return Section("words", heading, (speech.say("no_needs"),))
    groups = tuple(_group(str(theme), found, speech) for theme in people_by(found, "theme").index)
    return Section("words", heading, (speech.say("verbatims_note"),), quotes=groups)


def examples(needs: pd.DataFrame) -> pd.DataFrame:
    """The needs of one theme that are quoted: the strong and confirmed first, one a customer, no words twice.

    >>> found = pd.DataFrame({"customer_id": ["mei", "daniel"], "words": ["Late.", "Very late!"], "need_id": ["1", "2"],
    ...     "strength": ["low", "high"], "confirmed": ["open", "open"]})
    >>> examples(found)["words"].to_list()
    ['Very late!', 'Late.']
    """
    rank = needs["strength"].map(STRENGTHS)
    ordered = needs.assign(rank=rank, sure=needs["confirmed"] == CONFIRMED)
    ordered = ordered.sort_values(["sure", "rank", "need_id"], ascending=[False, False, True])
    return ordered.drop_duplicates("words").drop_duplicates("customer_id").head(QUOTES)


def anonymous(words: str, span: tuple[int, int]) -> str:
    """A customer's words, or those of a long message in which the need stands, without anything that names somebody."""
    from reading.personal_data import mask

    chosen = words if len(words) <= LONGEST else words[slice(*span)]
    return mask(chosen, names=True).text.strip()


def _group(theme: str, found: pd.DataFrame, speech: Speech) -> QuoteGroup:
    quotes = tuple(
        Quote(
            anonymous(row["words"], (int(row["span_from"]), int(row["span_to"]))),
            row["language"],
            speech.say(
                "quote_about",
                type=speech.name(f"need_{row['type']}"),
                strength=speech.name(f"strength_{row['strength']}"),
            ),
        )
        for _, row in examples(found[found["theme"] == theme]).iterrows()
    )
    return QuoteGroup(speech.theme(theme), quotes)
