"""Customers from a file: who they are, what the shop knows of their background, and the newsletter's consent."""

from collections.abc import Mapping, Sequence

import numpy as np
from sqlalchemy import Connection

from profiles.imports import values
from profiles.imports.buyers import Buyers
from profiles.imports.checked import Cells, Checked
from profiles.imports.choice_values import answer_reader, band_of_age
from profiles.imports.consents import NewsletterConsents
from profiles.imports.context import Context, Taken
from profiles.imports.facts import Fact, store_facts
from profiles.imports.people import Person, store_people
from profiles.imports.seen import SeenKeys

BACKGROUND = ("age_band", "gender", "district", "income_band")
"""The columns that answer a question of the same id."""


class CustomerImporter:
    """Puts customers into the data bank.

    An empty cell leaves what is known. Background becomes answers whose source is the import, `consent_marketing` a
    consent to the newsletter; what somebody said in the chat counts before either.
    """

    group = "customer_id"
    noted: Sequence[str] = ()

    def __init__(self, context: Context) -> None:
        self._context = context
        self._buyers = Buyers(context.at)
        self._seen = SeenKeys()
        self._consents = NewsletterConsents(context.at)
        self._background = {name: context.questions[name] for name in BACKGROUND if name in context.questions}

    def take(self, connection: Connection, checked: Checked) -> Taken:
        """Stores the good rows of a chunk."""
        numbers = self._buyers.find(connection, checked)
        details = self._details(checked)
        background = self._answers(checked, details["birth_date"])
        agreed = checked.read("consent_marketing", values.yes_or_no)
        again = (self._seen.count_before(numbers) > 0) & (numbers != np.array(None))
        checked.refuse_where(
            again, "customer_id", lambda row: "an earlier row is about this customer; keep one of them"
        )
        good = np.flatnonzero(checked.good())
        people = [Person(numbers[row], **{name: cells[row] for name, cells in details.items()}) for row in good]
        facts = [
            Fact(numbers[row], question, cells[row], self._context.at)
            for question, cells in background.items()
            for row in good
            if cells[row] is not None
        ]
        stored = store_people(connection, people, self._context.at)
        changed = store_facts(connection, facts, keep_time=False).customers
        changed |= self._consents.store(connection, {numbers[row]: agreed[row] for row in good})
        return Taken(len(stored.added), len((stored.changed | changed) - stored.added))

    def notes(self) -> Mapping[str, Cells]:
        """Nothing: a row says all there is to a customer."""
        return {}

    def _details(self, checked: Checked) -> dict[str, Cells]:
        return {
            "email": checked.read("email", values.email),
            "phone": checked.read("phone", values.phone),
            "birth_date": checked.read("birth_date", values.birthday(self._context.at)),
            "first_seen": checked.read("first_seen", values.moment(self._context.zone, self._context.at)),
        }

    def _answers(self, checked: Checked, birth_dates: Cells) -> dict[str, Cells]:
        """How each row answers the questions about background; the birth date tells an age band that is not given."""
        answers = {name: checked.read(name, answer_reader(question)) for name, question in self._background.items()}
        if "age_band" in answers:
            question, today = self._background["age_band"], self._context.at.astimezone(self._context.zone).date()
            for row in np.flatnonzero(birth_dates != np.array(None)):
                band = band_of_age(question, birth_dates[row], today)
                if answers["age_band"][row] is None and band:
                    answers["age_band"][row] = ("given", band)
        return answers
