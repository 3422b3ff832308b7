"""What a simulated shopper remembers of the conversation: what was told, and what should hold in the end."""

from dataclasses import dataclass, field

from rehearsal.asked import Asked
from rehearsal.persona import HeldNeed
from rehearsal.reply import Aim, Reply


@dataclass
class Memory:
    """The shopper's side of the truth.

    Args:
        truth: question id to the value that a perfect conversation stores; edits change it.
        given: questions whose answer was told.
        words: everything that was written.
        settled: what was asked and properly replied to, by name.
        hinted: needs whose hint was given; `told` those that a probe brought out.
        told_as: what was written of a need, and which need it was.
        probes: how often each phrasing of a probe was asked.
        asked_again: what was asked once more without cause.
        excused: what may be asked once more, because it was interrupted, put vaguely or is to be changed.
    """

    truth: dict[str, str]
    given: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)
    hinted: list[HeldNeed] = field(default_factory=list)
    told: list[HeldNeed] = field(default_factory=list)
    told_as: dict[str, HeldNeed] = field(default_factory=dict)
    untold: HeldNeed | None = None
    questions: int = 0
    probes: int = 0
    asked_again: list[str] = field(default_factory=list)
    excused: set[str] = field(default_factory=set)
    was_vague: bool = False
    """The last message said nothing; a probe that follows it is another open question."""
    last_asked: str = ""

    def need_behind(self, quoted: str) -> HeldNeed | None:
        """The need of which these words were written; played back, they may be a part, cut and quoted otherwise."""
        part = _plain(quoted.removesuffix("…"))
        return next((need for text, need in self.told_as.items() if part in _plain(text)), None)

    def hear(self, asked: Asked) -> None:
        """Notes that something is asked, and whether it had been settled already."""
        if asked.kind not in ("question", "probe"):
            self.last_asked = asked.name
            return
        if asked.name in self.settled and asked.name not in self.excused:
            self.asked_again.append(asked.name)
        elif asked.name not in self.settled and asked.name != self.last_asked:
            self.questions += asked.kind == "question"
            self.probes += asked.kind == "probe"
        self.excused.discard(asked.name)
        self.last_asked = asked.name

    def speak(self, asked: Asked, reply: Reply) -> None:
        """Notes what was replied."""
        self.words.append(reply.text)
        self.was_vague = reply.aim is Aim.VAGUE
        if reply.aim in (Aim.ANSWER, Aim.PASS):
            self.settled.add(asked.name)
        else:
            self.excused.add(asked.name)
        if reply.expects:
            self.excused.add(reply.expects)


def _plain(text: str) -> str:
    return " ".join(text.translate(str.maketrans("", "", "“”「」\"'")).split())
