import pytest

from catalogue import Catalogue
from reading.values import find_districts
from reading.values.districts import DISTRICTS, ELSEWHERE, NAMES


def test_there_are_eighteen_districts_and_the_catalogue_knows_each(catalogue: Catalogue) -> None:
    values = {choice.value for choice in catalogue.questions["district"].choices}

    assert len(DISTRICTS) == 18
    assert set(DISTRICTS) <= values
    assert ELSEWHERE in values


def test_a_name_means_one_district_unless_it_is_a_region() -> None:
    several = {name for name, districts in NAMES.items() if len(districts) > 1}

    assert {"kowloon", "九龍", "new territories", "新界", "港島"} <= several
    assert len([name for name in NAMES if name not in several]) > 1_000
    assert all("kowloon" in name or "territories" in name or "island" in name or len(name) <= 7 for name in several)


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Mong Kok", "yau_tsim_mong"),
        ("mongkok", "yau_tsim_mong"),
        ("MK", "yau_tsim_mong"),
        ("旺角", "yau_tsim_mong"),
        ("尖沙嘴", "yau_tsim_mong"),
        ("TST", "yau_tsim_mong"),
        ("沙田第一城", "sha_tin"),
        ("大圍", "sha_tin"),
        ("Ma On Shan", "sha_tin"),
        ("TKO", "sai_kung"),
        ("日出康城", "sai_kung"),
        ("North Point", "eastern"),
        ("Tai Koo", "eastern"),
        ("Taikoo Shing", "eastern"),
        ("the Peak", "central_and_western"),
        ("香港仔", "southern"),
        ("Kowloon Bay", "kwun_tong"),
        ("九龍城", "kowloon_city"),
        ("東湧", "islands"),
        ("Tai Wo Hau", "kwai_tsing"),
        ("美孚新村", "sham_shui_po"),
        ("天水圍", "yuen_long"),
        ("Discovery Park", "tsuen_wan"),
        ("Discovery Bay", "islands"),
        ("黃大仙", "wong_tai_sin"),
        ("Shenzhen", "elsewhere"),
    ],
)
def test_a_quarter_or_an_estate_lies_in_its_district(text: str, district: str) -> None:
    assert [place.districts for place in find_districts(f"住{text}")] == [(district,)]


@pytest.mark.parametrize("text", ["a central question", "the jordan shoes", "上水果店", "olympic sale", ""])
def test_ordinary_words_are_places_only_behind_a_word_of_place(text: str) -> None:
    assert find_districts(text) == ()


def test_ordinary_words_are_places_behind_such_a_word() -> None:
    assert [place.districts for place in find_districts("customers in central")] == [("central_and_western",)]


def test_the_span_is_that_of_the_text_as_it_was_written() -> None:
    text = "由Ｔａｉ　Ｐｏ去旺角"

    assert [text[slice(*place.span)] for place in find_districts(text)] == ["Ｔａｉ　Ｐｏ", "旺角"]
