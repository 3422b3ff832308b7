"""What is wrong with a catalogue, said so that its author can mend it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a file: where it stands, what it is and what to write instead.

    >>> print(Problem("catalogue/questions/delivery.yml", 14, "kind is 'sclae'. Did you mean 'scale'?"))
    catalogue/questions/delivery.yml:14: kind is 'sclae'. Did you mean 'scale'?
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class CatalogueError(ValueError):
    """The catalogue cannot be loaded; `problems` holds every mistake of the load, in the order of the files."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that names the known word which `word` may stand for, or else all known words.

    >>> did_you_mean("sclae", ["scale", "text"]), did_you_mean("zzz", ["scale", "text"])
    ("Did you mean 'scale'?", 'Write one of scale, text.')
    """
    words = sorted(known)
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Write one of {', '.join(words)}." if words else "Leave it out."
