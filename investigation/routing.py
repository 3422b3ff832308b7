"""Which question comes next, and how many there are: only what suits this person and is not known already."""

from catalogue import Catalogue, Question
from investigation.interview import Interview
from investigation.offers import OFFERS
from profiles.records import Status

GIVEN: Status = "given"


def next_question(interview: Interview, catalogue: Catalogue) -> Question | None:
    """The first question in the interview's order that suits and is not settled; None when there is none left."""
    return next((question for question in suitable(interview, catalogue) if question.id not in interview.settled), None)


def suitable(interview: Interview, catalogue: Catalogue) -> list[Question]:
    """The questions before the play-back that suit somebody with these facts, in the order they are asked."""
    asked = catalogue.asked()
    ids = [id for id in dict.fromkeys([*interview.order, *asked]) if id in asked and id not in OFFERS]
    return [asked[id] for id in ids if asked[id].is_asked(interview.facts) and id not in interview.not_worth_asking]


def count(interview: Interview, catalogue: Catalogue) -> tuple[int, int]:
    """How many questions are settled, of how many that suit this person, without those of the closing."""
    questions = suitable(interview, catalogue)
    return sum(question.id in interview.settled for question in questions), len(questions)
