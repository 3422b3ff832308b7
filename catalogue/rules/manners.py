"""Rules for everything the assistant says: what people came to tell matters, not the shop (I9 to I12)."""

from catalogue.rules.finding import Sentence
from catalogue.rules.patterns import first_match


def sells(sentence: Sentence) -> str | None:
    """Push no product and no offer: the chat finds out what people need (I9)."""
    found = first_match(sentence.own_words, "sells")
    return f"'{found}' sells; say nothing of products or offers." if found else None


def talks_of_the_company(sentence: Sentence) -> str | None:
    """Say nothing of the shop's own merits or history: nobody asked (I10)."""
    found = first_match(sentence.own_words, "talks_of_the_company")
    return f"'{found}' talks of the company; talk of the customer." if found else None


def sets_against_competitors(sentence: Sentence) -> str | None:
    """Set nobody down: another shop is only a place where a need was met (I11)."""
    found = first_match(sentence.own_words, "sets_against_competitors")
    return f"'{found}' sets the shop against others; leave the comparison out." if found else None


def debates(sentence: Sentence) -> str | None:
    """Never argue, defend or correct a customer: take what was said as it was said (I12)."""
    found = first_match(sentence.own_words, "debates")
    return f"'{found}' argues; thank or apologise, and ask what happened." if found else None


def presses(sentence: Sentence) -> str | None:
    """Put nobody under pressure: every answer is voluntary and can wait (I6, P1)."""
    found = first_match(sentence.own_words, "presses")
    return f"'{found}' puts people under pressure; leave it to them." if found else None
