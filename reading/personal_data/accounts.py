"""Bank account numbers, where the writer says so; without that a long number is an order's or a parcel's."""

from collections.abc import Iterator

from reading.personal_data.found import Kind, Stretch
from reading.text import pattern

_ACCOUNT = pattern(
    r"(?:\b(?:bank )?(?:account|acct|a/c|acc)(?: ?(?:no|number|num)\.?)?|\bfps(?: id)?|\biban|"
    r"戶口|帳號|賬號|帳戶|賬戶|轉數快|銀行)"
    r"[^\d\n。]{0,15}(\d(?:[ \-]{0,2}\d){5,17})(?!\d)"
)


def accounts(text: str) -> Iterator[Stretch]:
    """The bank account numbers in folded text."""
    for found in _ACCOUNT.finditer(text):
        yield Kind.ACCOUNT, found.start(1), found.end(1)
