"""The newsletter's consent as the shop's own records have it."""

from collections.abc import Mapping
from datetime import datetime
from itertools import batched

from sqlalchemy import Connection, select

from profiles.frames.people import NEWSLETTER
from profiles.imports.known_customers import BATCH
from profiles.tables import consents

SHOPS_NOTICE = "the shop's own records"
"""What stands for the version of the notice: the shop asked, not the chat."""


class NewsletterConsents:
    """Appends what a file says about the newsletter, where that is news.

    A no counts whoever heard it. A yes in a file never undoes a no that was said in the chat, which may be newer (P9).
    """

    def __init__(self, at: datetime) -> None:
        self._at = at

    def store(self, connection: Connection, agreed: Mapping[str, bool | None]) -> set[str]:
        """Stores a yes or no for each customer; None says nothing. Returns those for whom it was news."""
        said = {number: yes for number, yes in agreed.items() if yes is not None}
        latest, imported = self._known(connection, list(said))
        news = {
            number: yes
            for number, yes in said.items()
            if imported.get(number) != yes and not (yes and latest.get(number) is False and number not in imported)
        }
        rows = [
            {
                "customer_id": number,
                "purpose": NEWSLETTER,
                "granted": yes,
                "notice_version": SHOPS_NOTICE,
                "language": "en",
                "at": self._at,
            }
            for number, yes in news.items()
        ]
        if rows:
            connection.execute(consents.insert(), rows)
        return set(news)

    @staticmethod
    def _known(connection: Connection, numbers: list[str]) -> tuple[dict[str, bool], dict[str, bool]]:
        """Each customer's latest word, and the latest that came from a file."""
        latest: dict[str, bool] = {}
        imported: dict[str, bool] = {}
        for some in batched(numbers, BATCH):
            query = select(consents).where(consents.c.customer_id.in_(some), consents.c.purpose == NEWSLETTER)
            for row in connection.execute(query.order_by(consents.c.number)):
                latest[row.customer_id] = row.granted
                if row.conversation_id is None:
                    imported[row.customer_id] = row.granted
        return latest, imported
