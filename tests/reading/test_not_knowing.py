"""Who does not know says so in many words; the choice for it stands only where no value is said."""

import pytest

from reading.values import Status
from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "That one I really dont know, I never ask what sir and madam earn",
        "Zero clue, my folks handle money stuff",
        "my parents never tell me",
        "havent a clue how much they make",
        "my husband handles the money",
        "dont know lah my boss never say",
        "nobody told me",
        "I have never asked them",
        "no idea",
        "not sure",
        "我真係冇問過阿爸搵幾多㗎喎",
        "唔知喎，老公管錢",
        "佢哋冇講過畀我聽",
        "邊知佢哋搵幾多",
        "阿爸唔話我知",
        "冇計過",
    ],
)
def test_who_does_not_know_an_income_says_so(text: str, answer: Ask) -> None:
    assert answer("income_band", text).values == ("dont_know",)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("I dont know exactly, about 30k", "30000-39999"),
        ("30k, never counted", "30000-39999"),
        ("35k, not counting bonus", "30000-39999"),
        ("冇計過，大約三萬", "30000-39999"),
        ("冇問過，應該五萬左右", "40000-59999"),
        ("I get 20k but dont know my wifes", "20000-29999"),
    ],
)
def test_a_value_that_is_said_stands(text: str, band: str, answer: Ask) -> None:
    assert answer("income_band", text).values == (band,)


@pytest.mark.parametrize(
    "text", ["I dont want to say", "rather not tell", "not telling you", "唔想講", "唔話你知", "唔算高", "收入唔理想"]
)
def test_who_will_not_say_does_know(text: str, answer: Ask) -> None:
    assert "dont_know" not in answer("income_band", text).values


def test_a_reason_that_is_not_known_is_another_matter(answer: Ask) -> None:
    assert answer("service_experience", "I dont know why they are rude").status == Status.NONE
    assert answer("gender", "zero clue").status == Status.NONE
    assert answer("returns_experience", "really dont remember, it was long ago").values == ("dont_know",)


@pytest.mark.parametrize(
    "text",
    [
        "The bill doesn't say what I bought.",
        "Never seen so many teas.",
        "printer page doesn't tell you which cartridge it takes",
        "payment冇問題",
        "個parcel俾人掉咗喺lobby，冇人知",
        "張梳化話L形，冇講左定右",
        "唔記得拎卡，之後就唔肯補分。",
    ],
)
def test_a_remark_about_the_shop_is_no_word_for_not_knowing_an_income(text: str, answer: Ask) -> None:
    assert answer("income_band", text).values == ()
