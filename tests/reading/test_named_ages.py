"""Ages that are named by a word or a school year, and those that somebody only looks."""

import pytest

from reading.values import Status, find_ages
from tests.reading.conftest import TODAY, Ask


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("八十二啦後生仔，眼矇矇打字慢", "65+"),
        ("三十三了", "25-34"),
        ("八十二嘞，仲行得走得", "65+"),
        ("四十六囖", "45-54"),
        ("廿九咯", "25-34"),
        ("五十八喎", "55-64"),
        ("虛度七十七個寒暑", "65+"),
        ("人生過咗四十個春秋", "35-44"),
        ("半百有三", "45-54"),
        ("半百", "45-54"),
        ("古稀之年", "65+"),
        ("今年古稀之年", "65+"),
        ("花甲之年", "55-64"),
        ("年屆花甲", "55-64"),
        ("而立之年", "25-34"),
        ("不惑之年", "35-44"),
        ("知天命之年", "45-54"),
        ("耳順之年", "55-64"),
        ("弱冠之年", "18-24"),
        ("耄耋之年", "65+"),
        ("過咗古稀", "65+"),
        ("41 but I look 25", "35-44"),
        ("50, feel like 20", "45-54"),
        ("sixty going on sixteen", "55-64"),
        ("65, young at heart, feel 40", "65+"),
        ("四十五，似三十", "45-54"),
        ("六十歲，心境廿歲", "55-64"),
        ("身份證寫一九六五年三月", "55-64"),
        ("my ID says 1965", "55-64"),
        ("一九八八年六月", "35-44"),
        ("1965年3月生", "55-64"),
        ("still in Form 4", "0-17"),
        ("in primary school", "0-17"),
        ("讀中四", "0-17"),
        ("中五學生", "0-17"),
        ("F.5", "0-17"),
        ("year 10 at school", "0-17"),
    ],
)
def test_an_age_is_read_as_it_is_told(answer: Ask, text: str, band: str) -> None:
    assert answer("age_band", text).values == (band,)


@pytest.mark.parametrize("text", ["年過半百", "年過花甲", "form six student"])
def test_a_named_age_on_either_side_of_an_edge_is_asked_back(answer: Ask, text: str) -> None:
    assert answer("age_band", text).status == Status.SEVERAL


@pytest.mark.parametrize("text", ["my son is in Form 4", "個仔讀中四", "教中四", "fill in form 3 teachers"])
def test_somebody_elses_school_year_is_not_the_customers(answer: Ask, text: str) -> None:
    assert answer("age_band", text).values == ()


@pytest.mark.parametrize("text", ["花甲背囊有冇貨", "form 4 is broken", "八三年老店"])
def test_a_named_age_is_read_only_where_the_age_was_asked(text: str) -> None:
    assert find_ages(text, TODAY) is None
