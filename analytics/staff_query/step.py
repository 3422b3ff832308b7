"""One step of reading a question: the token to be read, with all that its meaning may depend on."""

from dataclasses import dataclass

from analytics.staff_query.drafts import Draft
from analytics.staff_query.tokens import Token
from analytics.staff_query.vocabulary import Vocabulary
from catalogue import Language


@dataclass(frozen=True)
class Step:
    """The token at `place`, what was understood before it, and the words that exist."""

    draft: Draft
    tokens: list[Token]
    place: int
    vocabulary: Vocabulary
    language: Language

    @property
    def token(self) -> Token:
        """The token to be read."""
        return self.tokens[self.place]

    @property
    def following(self) -> Token | None:
        """The next token that says something."""
        return next((token for token in self.tokens[self.place + 1 :] if not token.is_filler), None)

    def is_labelled(self, subject: str) -> bool:
        """Whether the name of this field was just read."""
        return self.draft.label is not None and self.draft.label[0] == subject

    def any_key(self, *names: str) -> bool:
        """Whether one of these words of the question language stands anywhere in the question."""
        return any(token.keys & set(names) for token in self.tokens)
