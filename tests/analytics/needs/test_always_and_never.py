"""What happens always and what never happens are opposites, however alike their words are."""

import pytest

from analytics.needs import NeedsReader

KEPT = ("dissatisfaction", "wish")


@pytest.fixture(scope="module")
def reader() -> NeedsReader:
    """The reader that the product uses."""
    return NeedsReader.load()


@pytest.mark.parametrize(
    "text", ["送貨成日遲到", "送貨次次都遲到晒", "送貨好慢", "又遲到", "always late", "late again", "成日斷貨"]
)
def test_what_happens_again_and_again_is_a_dissatisfaction(text: str, reader: NeedsReader) -> None:
    assert [need.type for need in reader.read(text)] == ["dissatisfaction"]


@pytest.mark.parametrize(
    "text", ["never late", "從未遲到", "未試過送錯", "nothing broken", "冇爛冇漏", "never out of stock"]
)
def test_what_never_happens_is_none(text: str, reader: NeedsReader) -> None:
    assert not [need for need in reader.read(text) if need.type in KEPT]
