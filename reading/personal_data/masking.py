"""Replacing personal data by typed tokens."""

from collections.abc import Iterable

from reading.personal_data.accounts import accounts
from reading.personal_data.addresses import addresses
from reading.personal_data.cards import cards
from reading.personal_data.emails import emails
from reading.personal_data.found import Found, Kind, Masked, Stretch
from reading.personal_data.identity import identity_numbers
from reading.personal_data.phones import phones
from reading.text import Folded, fold

_FINDERS = (emails, identity_numbers, cards, accounts, phones)


def mask(text: str, names: bool = False) -> Masked:
    """Replaces personal data in a text by its kind in square brackets.

    Args:
        text: anything a person may write; empty text stays empty.
        names: also people's names, for text that is shown to others than its writer. This loads a language model at
            the first use (seconds); without it a message takes well under a millisecond.

    Returns:
        The masked text and what was found. Masking masked text changes nothing.

    >>> mask("Call me on ９１２３ 4567, I paid $4500 for order 20260301").text
    'Call me on [phone], I paid $4500 for order 20260301'
    """
    folded = fold(text)
    stretches = [stretch for finder in _FINDERS for stretch in finder(folded.text)]
    stretches += addresses(folded)
    if names:
        from reading.personal_data.names import names_in

        stretches += names_in(folded)
    return _replaced(folded, _without_overlaps(stretches))


def _without_overlaps(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Overlapping stretches as one of the longest one's kind, so that no end of a shorter one shows."""
    merged: list[Stretch] = []
    for kind, start, end in sorted(stretches, key=lambda stretch: (stretch[1], -stretch[2])):
        if merged and start < merged[-1][2]:
            first_kind, first_start, first_end = merged[-1]
            longer = first_kind if first_end - first_start >= end - start else kind
            merged[-1] = (longer, first_start, max(first_end, end))
        else:
            merged.append((kind, start, end))
    return merged


def _replaced(folded: Folded, stretches: list[Stretch]) -> Masked:
    pieces: list[str] = []
    found: list[Found] = []
    position = 0
    for kind, start, end in stretches:
        span = folded.span(start, end)
        pieces += [folded.original[position : span.start], token(kind)]
        found.append(Found(kind, span))
        position = span.end
    return Masked("".join(pieces) + folded.original[position:], tuple(found))


def token(kind: Kind) -> str:
    """What stands in masked text for a piece of personal data of this kind.

    >>> token(Kind.PHONE)
    '[phone]'
    """
    return f"[{kind}]"
