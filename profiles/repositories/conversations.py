"""Visits and their technical rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from profiles.erasure import forget_words
from profiles.errors import UnknownRecord
from profiles.records import Conversation, Language
from profiles.repositories.base import Repository
from profiles.tables import conversations


class Conversations(Repository):
    """One row a visit, kept whether or not the visitor agrees to anything."""

    def open(self, conversation: Conversation) -> Conversation:
        """Opens a conversation; if one of that number is open already, that one stays and is returned."""
        self._add(conversations, vars(conversation))
        return self.get(conversation.conversation_id) or conversation

    def get(self, conversation_id: str) -> Conversation | None:
        """The conversation of this number, or None."""
        query = select(conversations).where(conversations.c.conversation_id == conversation_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Conversation(**row._mapping)

    def set_language(self, conversation_id: str, language: Language) -> None:
        """Keeps the language that the visitor has switched to."""
        self._change(conversation_id, language=language)

    def attach(self, conversation_id: str, customer_id: str) -> None:
        """Keeps whose visit this is; the customer's row must be there (`customers.ensure`)."""
        self._change(conversation_id, customer_id=customer_id)

    def end(self, conversation_id: str, at: datetime) -> None:
        """Keeps when the visit ended; the first end counts."""
        conversation = self.get(conversation_id)
        if conversation is None or conversation.ended_at is None:
            self._change(conversation_id, ended_at=at)

    def forget_words(self, conversation_id: str) -> None:
        """Drops what was said and replied; the rows of the conversation and its turns stay, so that a repeated message
        is still known. A finished turn then has `reply` None, and its step is gone; a turn that is being answered
        keeps its step."""
        forget_words(self._connection, conversations.c.conversation_id == conversation_id)

    def _change(self, conversation_id: str, **values: Any) -> None:
        statement = update(conversations).where(conversations.c.conversation_id == conversation_id).values(**values)
        if self._connection.execute(statement).rowcount == 0:
            raise UnknownRecord(f"There is no conversation '{conversation_id}'. Open it first (conversations.open).")
