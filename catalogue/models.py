"""What a catalogue consists of; plain values without a word about YAML or Rasa."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Literal, get_args

from catalogue.languages import Language

KindName = Literal["choice", "choices", "scale", "number", "date", "text"]
Personal = Literal["none", "ordinary", "sensitive"]
Source = Literal["orders", "profile"]
Cue = Literal["dissatisfaction", "wish", "workaround", "comparison", "hesitation", "vagueness", "low_score"]
HeardNeed = Literal["dissatisfaction", "wish"]
MessageKind = Literal["text", "notice", "question", "summary"]

KINDS: tuple[KindName, ...] = get_args(KindName)
PERSONAL: tuple[Personal, ...] = get_args(Personal)
SOURCES: tuple[Source, ...] = get_args(Source)
CUES: tuple[Cue, ...] = get_args(Cue)
HEARD_NEEDS: tuple[HeardNeed, ...] = get_args(HeardNeed)
MESSAGE_KINDS: tuple[MessageKind, ...] = get_args(MessageKind)

SEPARATOR = "|"
"""Joins the values of a multiple answer where it is stored."""

WAYS_OUT = ("other", "none", "no", "dont_know", "prefer_not_to_say", "elsewhere")
"""The values by which a choice lets people out whom the other choices leave out (I4)."""


def placeholders(text: str) -> frozenset[str]:
    """The names that stand in braces in `text`; none for an empty text.

    >>> sorted(placeholders("{shop} keeps this for {months} months."))
    ['months', 'shop']
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@dataclass(frozen=True)
class Kind:
    """What sort of answer a question takes; `low` and `high` (both included) bound a scale and a number alone."""

    name: KindName
    low: int | None = None
    high: int | None = None

    @property
    def has_choices(self) -> bool:
        """Whether the answer is picked from the question's choices."""
        return self.name in ("choice", "choices")

    def holds(self, number: float) -> bool:
        """Whether `number` lies within the bounds; always true for a kind without bounds.

        >>> Kind("scale", 0, 10).holds(11)
        False
        """
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


@dataclass(frozen=True)
class Choice:
    """One answer to pick: its stored value, its label and what people say for it.

    `alone` excludes the others in a multiple answer, such as 'none of these'.
    """

    value: str
    label: dict[Language, str]
    says: dict[Language, tuple[str, ...]]
    alone: bool = False
    line: int = 0

    @property
    def is_way_out(self) -> bool:
        """Whether it lets people out whom the other choices leave out."""
        return self.value in WAYS_OUT


@dataclass(frozen=True)
class Question:
    """One question to a customer, with everything that any part of Askwell knows about it."""

    id: str
    topic: str
    kind: Kind
    ask: dict[Language, str]
    choices: tuple[Choice, ...]
    purpose: dict[Language, str]
    personal: Personal
    ask_when: dict[str, tuple[str, ...]]
    already_known_from: tuple[Source, ...]
    probe: tuple[str, ...]
    listens_for: HeardNeed | None
    """The type of need that an answer in words most likely tells: 'what went wrong?' asks for dissatisfaction."""
    report_as: dict[Language, str]
    retired: bool
    file: str
    line: int
    lines: dict[str, int]
    """The line at which each key of the question is written."""

    def choice(self, value: str) -> Choice:
        """The choice with this value.

        Raises:
            KeyError: the question has no such choice; names the question and its values.
        """
        for choice in self.choices:
            if choice.value == value:
                return choice
        raise KeyError(f"{self.id} has no choice '{value}'; it has {', '.join(c.value for c in self.choices)}.")

    def is_asked(self, facts: Mapping[str, str]) -> bool:
        """Whether the question suits somebody of whom `facts` are known.

        Args:
            facts: stored answers by question id; a multiple answer is its values joined by `|`.

        Returns:
            False for a retired question and where a fact of `ask_when` is unknown or has none of the listed values.
        """
        return not self.retired and all(
            set(facts.get(fact, "").split(SEPARATOR)) & set(values) for fact, values in self.ask_when.items()
        )


@dataclass(frozen=True)
class Probe:
    """A neutral follow-up in several phrasings, and the cues in an answer that it fits."""

    id: str
    ask: dict[Language, tuple[str, ...]]
    fits: tuple[Cue, ...]
    file: str
    line: int


@dataclass(frozen=True)
class Wording:
    """One thing that Askwell says apart from questions and probes, with `{placeholders}`.

    `kind` is how the chat shows it; `version` is the version of a notice and empty for everything else.
    """

    id: str
    topic: str
    text: dict[Language, str]
    choices: tuple[Choice, ...]
    kind: MessageKind
    version: str
    file: str
    line: int

    @property
    def placeholders(self) -> frozenset[str]:
        """The names that `Catalogue.say` must be given."""
        return frozenset().union(*(placeholders(text) for text in self.text.values()))


Examples = dict[str, dict[str, dict[Language, tuple[str, ...]]]]
"""How shoppers say a choice in their own words: by question, by choice, by language."""


@dataclass(frozen=True)
class Catalogue:
    """All questions, probes and wording of a shop, each by its id and in the order of their files.

    `examples` are how shoppers say a choice, `nothing` is what they write that answers no question, by language.
    """

    questions: dict[str, Question]
    probes: dict[str, Probe]
    wording: dict[str, Wording]
    examples: Examples = field(default_factory=dict)
    nothing: dict[Language, tuple[str, ...]] = field(default_factory=dict)

    def asked(self) -> dict[str, Question]:
        """The questions that are not retired."""
        return {id: question for id, question in self.questions.items() if not question.retired}

    def about(self, topic: str) -> dict[str, Wording]:
        """The wording of one topic (the name of its file) by id; empty for a topic without any."""
        return {id: wording for id, wording in self.wording.items() if wording.topic == topic}

    def say(self, id: str, language: Language, **values: object) -> str:
        """The wording `id` in `language` with its placeholders filled.

        Raises:
            KeyError: there is no such wording, or a placeholder has no value; names both.
        """
        if id not in self.wording:
            raise KeyError(f"No file under catalogue/wording has the id '{id}'.")
        wording = self.wording[id]
        missing = sorted(wording.placeholders - values.keys())
        if missing:
            raise KeyError(f"{wording.file}:{wording.line}: '{id}' needs {', '.join(missing)}.")
        return wording.text[language].format(**values)
