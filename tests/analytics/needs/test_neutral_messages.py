"""What is no need stays none: small talk, order questions, facts, masks, markup. An invented need is worse."""

from pathlib import Path

import pytest

from analytics.needs import NeedsReader

MESSAGES = [
    line
    for line in (Path(__file__).parent / "neutral_messages.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.fixture(scope="module")
def reader() -> NeedsReader:
    return NeedsReader.load()


@pytest.mark.parametrize("message", MESSAGES)
def test_a_neutral_message_holds_no_need(message: str, reader: NeedsReader) -> None:
    assert reader.read(message) == []


def test_markup_around_a_complaint_moves_none_of_its_words(reader: NeedsReader) -> None:
    text = "<b>the delivery always comes late</b>"
    (need,) = reader.read(text)

    assert (need.type, need.theme) == ("dissatisfaction", "delivery")
    assert text[slice(*need.span)] == "the delivery always comes late"


@pytest.mark.parametrize(
    ("message", "need_type", "theme", "explicit"),
    [
        ("it's fine I guess, parcels aside", "dissatisfaction", "delivery", False),
        ("the last two came late and nobody told me", "dissatisfaction", "delivery", True),
        ("都OK嘅，除咗送貨", "dissatisfaction", "delivery", False),
        ("其他都OK，送貨就麻麻", "dissatisfaction", "delivery", False),
        ("最近兩次都遲到，又冇人通知我", "dissatisfaction", "delivery", True),
        ("I wish I could pay by bank transfer", "wish", "checkout_payment", True),
        ("order a size up", "advice", "fit_size", True),
    ],
)
def test_a_need_that_is_told_or_hinted_at_is_found(
    message: str, need_type: str, theme: str, explicit: bool, reader: NeedsReader
) -> None:
    found = [(need.type, need.theme, need.explicit) for need in reader.read(message)]

    assert (need_type, theme, explicit) in found
    assert len(found) == 1
