"""Who bought, row by row of a file of orders or answers."""

from datetime import datetime

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from profiles.imports import values
from profiles.imports.checked import Cells, Checked
from profiles.imports.known_customers import add_unknown, erased_among, numbers_by_email

GUEST = "0"
"""What WooCommerce writes for the number of somebody without an account."""


class Buyers:
    """Finds the customers of a chunk by number or e-mail, and adds those who are new."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._numbers: Cells = np.empty(0, dtype=object)
        self._emails: Cells = np.empty(0, dtype=object)

    def find(self, connection: Connection, checked: Checked) -> Cells:
        """The customer's number in each row; rows of nobody, and of people who were erased, are refused."""
        by_email = checked.has("email")
        self._numbers = checked.read("customer_id", values.identifier, needed=not by_email)
        self._emails = checked.read("email", values.email)
        if by_email:
            self._number_by_email(connection, checked)
        gone = erased_among(connection, {number for number in self._numbers if number})
        if gone:
            wrong = np.isin(self._numbers.astype(str), list(gone))
            remedy = "this customer asked to be erased; take them out of the shop's own records too"
            checked.refuse_where(wrong, "customer_id" if checked.has("customer_id") else "email", lambda row: remedy)
        return self._numbers

    def add(self, connection: Connection, good: npt.NDArray[np.bool_]) -> int:
        """Adds the people of the good rows who are not known; how many they were."""
        people = dict(zip(self._numbers[good], self._emails[good], strict=True))
        return add_unknown(connection, list(people.items()), self._at)

    def _number_by_email(self, connection: Connection, checked: Checked) -> None:
        unnamed = np.array([number in (None, GUEST) for number in self._numbers], dtype=bool)
        found = numbers_by_email(connection, {email for email in self._emails[unnamed] if email})
        for row in np.flatnonzero(unnamed):
            self._numbers[row] = found.get(self._emails[row])
        missing = unnamed & (checked.text("email") == "")
        checked.refuse_where(missing, "email", lambda row: "write the customer's e-mail address or number")
