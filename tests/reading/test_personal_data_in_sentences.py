"""On shoppers' sentences little is masked wrongly; addresses and names that are put into them never come through."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.personal_data import Kind, mask
from settings import ROOT

SENTENCES = ROOT / "tests" / "analytics" / "needs" / "sentences"
MOST_WRONG = 0.01


def sentences() -> list[str]:
    """600 sentences of shoppers, none of which holds personal data."""
    texts = []
    for file in ("english.csv", "chinese.csv"):
        with (SENTENCES / file).open(encoding="utf-8") as lines:
            texts += [row["text"] for row in csv.DictReader(lines)]
    return texts


ENGLISH_ADDRESSES = st.builds(
    lambda flat, letter, floor, block, estate: f"Flat {flat}{letter}, {floor}/F, Block {block}, {estate}",
    st.integers(1, 30),
    st.sampled_from("ABCDEFGH"),
    st.integers(1, 60),
    st.integers(1, 20),
    st.sampled_from(["Whampoa Garden", "City One Shatin", "Kornhill", "Taikoo Shing", "Mei Foo Sun Chuen"]),
)
CHINESE_ADDRESSES = st.builds(
    lambda estate, block, floor, room: f"{estate}{block}座{floor}樓{room}室",
    st.sampled_from(["黃埔花園", "沙田第一城", "康怡花園", "太古城", "美孚新邨"]),
    st.integers(1, 20),
    st.integers(1, 60),
    st.sampled_from(["A", "B", "C", "D", "E", "F", "1", "12"]),
)
ENGLISH_NAMES = st.builds(
    lambda title, surname: f"{title} {surname}",
    st.sampled_from(["Mr", "Mrs", "Ms", "Miss", "Dr"]),
    st.sampled_from(["Chan", "Wong", "Leung", "Cheung", "Lau", "Ng", "Smith", "Patel"]),
)
CHINESE_NAMES = st.builds(
    lambda surname, title: surname + title,
    st.sampled_from(["陳", "黃", "李", "張", "梁", "歐陽"]),
    st.sampled_from(["先生", "小姐", "太太", "女士"]),
)


@pytest.mark.parametrize("names", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_at_most_one_sentence_in_a_hundred_is_masked_wrongly(names: bool) -> None:
    texts = sentences()
    wrong = [text for text in texts if mask(text, names=names).found]

    assert len(texts) == 600
    assert len(wrong) <= MOST_WRONG * len(texts), wrong


@given(ENGLISH_ADDRESSES, st.sampled_from([("please deliver to ", ""), ("I live at ", ", it never came"), ("", "")]))
def test_no_english_address_leaks(address: str, around: tuple[str, str]) -> None:
    masked = mask(around[0] + address + around[1])

    assert Kind.ADDRESS in {found.kind for found in masked.found}
    assert not any(character.isdigit() for character in masked.text)


@given(CHINESE_ADDRESSES, st.sampled_from([("送去", "啦"), ("我住", "，一直未收到"), ("", "")]))
def test_no_chinese_address_leaks(address: str, around: tuple[str, str]) -> None:
    masked = mask(around[0] + address + around[1])

    assert Kind.ADDRESS in {found.kind for found in masked.found}
    assert not any(character.isdigit() for character in masked.text)


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(ENGLISH_NAMES, st.sampled_from([("", " never called me back."), ("I spoke to ", " on the phone.")]))
def test_no_english_name_leaks_where_others_read(name: str, around: tuple[str, str]) -> None:
    assert name.rsplit(maxsplit=1)[-1] not in mask(around[0] + name + around[1], names=True).text


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(CHINESE_NAMES, st.sampled_from([("", "好耐都冇覆我"), ("上次係", "幫我跟進")]))
def test_no_chinese_name_leaks_where_others_read(name: str, around: tuple[str, str]) -> None:
    assert name not in mask(around[0] + name + around[1], names=True).text
