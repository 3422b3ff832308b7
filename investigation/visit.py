"""What every part of the investigation works on: the turn, the interview so far, the stores, and what will be said."""

from dataclasses import dataclass, field
from datetime import date

from analytics.answer_meaning import AnswerMeanings
from analytics.needs import Look, NeedsReader, NeedType
from analytics.question_order.plan import QuestionPlan
from catalogue import Catalogue, Choice, Language, Question
from catalogue.models import SEPARATOR
from investigation.interview import Interview
from investigation.limits import Limits
from investigation.shop import Shop
from investigation.step import Saying
from investigation.turn import Turn
from profiles.store import Unit

NOTICE = "consent"
"""The wording that is the notice and asks for consent."""
LIST: dict[Language, str] = {"en": ", ", "zh-Hant": "、"}
"""What stands between several answers."""
LONGEST_QUOTE = 120
QUOTATION_MARKS = str.maketrans(dict.fromkeys('“”「」"', "'"))


@dataclass
class Visit:
    """One turn being worked on, inside one transaction."""

    unit: Unit
    turn: Turn
    interview: Interview
    catalogue: Catalogue
    reader: NeedsReader
    meanings: AnswerMeanings
    limits: Limits
    shop: Shop
    plan: QuestionPlan
    was_open: str | None = None
    """What the shopper was asked before this turn."""
    is_back: bool = False
    """The shopper had put the conversation off, and this is the first message since."""
    says: list[Saying] = field(default_factory=list)
    looks: dict[str, Look] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language that the shopper reads now."""
        return self.interview.language

    @property
    def today(self) -> date:
        """The day of this turn in the shop's time zone."""
        return self.turn.at.astimezone(self.shop.zone).date()

    @property
    def customer_id(self) -> str:
        """Whom the answers belong to.

        Raises:
            LookupError: nobody has agreed to the notice yet, so there is nobody to store anything for (P1).
        """
        if self.interview.customer_id is None:
            raise LookupError(f"Conversation {self.turn.conversation_id} has no consent; nothing may be stored.")
        return self.interview.customer_id

    @property
    def person(self) -> str | None:
        """Whose data this shopper may ask about, have erased, or keep from being used for offers.

        Whoever has agreed to the notice here; else somebody whom the shop vouches for and has a record of.
        """
        signed_in = self.turn.customer_id
        if self.interview.customer_id is not None or signed_in is None:
            return self.interview.customer_id
        return signed_in if self.unit.customers.get(signed_in) is not None else None

    @property
    def notice_version(self) -> str:
        """The version of the notice that this shopper was shown; stored with every decision about it (P1)."""
        return self.catalogue.wording[NOTICE].version

    def say(self, wording: str, **values: str) -> None:
        """Adds the sentence `wording` to what is said before the open question."""
        self.says.append(Saying(wording, values))

    def words(self, wording: str, **values: str) -> str:
        """The sentence `wording` in the shopper's language, to stand inside another one."""
        return self.catalogue.say(wording, self.language, **values)

    def look(self, text: str, listens_for: NeedType | None = None) -> Look:
        """What `text` says of needs, as an answer to a question that listens for a type of them.

        Each text is read once a turn, though several decisions ask for it.
        """
        if text not in self.looks:
            self.looks[text] = self.reader.look(text)
        return self.looks[text].listening_for(listens_for)

    def theme_name(self, theme: str) -> str:
        """What a theme of needs is called in the shopper's language."""
        return self.reader.themes.name(theme, self.language)

    def open_question(self) -> Question | None:
        """The catalogue question that is open; None at a probe or a step of the dialogue's own."""
        return self.catalogue.questions.get(self.interview.open_slot or "")


def label_of(question: Question, stored: str, language: Language) -> str:
    """A stored answer in the words that its buttons have; values without a button stand as they are.

    Args:
        question: what was asked.
        stored: one value, or several joined by `|`; an empty text gives an empty label.
        language: whose labels.
    """
    labels = {choice.value: label_in(choice, language) for choice in question.choices}
    return LIST[language].join(labels.get(value, value) for value in stored.split(SEPARATOR))


def said_in_words(visit: Visit, question: Question, stored: str) -> str:
    """A stored answer as it is played back: words in quotation marks, for they are the shopper's own, figures plain.

    A long text is cut at `LONGEST_QUOTE` characters, so that the play-back can be read in one go.
    """
    label = label_of(question, stored, visit.language)
    if question.kind.name not in ("text", "choice", "choices"):
        return label
    return visit.words("in_quotes", words=quotable(label))


def quotable(words: str, longest: int = LONGEST_QUOTE) -> str:
    """Words that can stand between quotation marks: without any of their own, on one line, and not too long.

    >>> quotable('They said “tomorrow”')
    "They said 'tomorrow'"
    """
    plain = " ".join(words.translate(QUOTATION_MARKS).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def label_in(choice: Choice, language: Language) -> str:
    """The label of a choice in `language`."""
    return choice.label[language]
