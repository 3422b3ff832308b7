import pytest

from reading.personal_data import mask

pytestmark = pytest.mark.slow  # loads the language models that find names


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("My name is Mei Chan and I live in Tai Po", "My name is [name] and I live in Tai Po"),
        ("my name is mei chan and i love it", "my name is [name] and i love it"),
        ("The courier Peter was rude", "The courier [name] was rude"),
        ("Chan Tai Man delivered it", "[name] delivered it"),
        ("Mr Wong at the Mong Kok store helped me", "[name] at the Mong Kok store helped me"),
        ("Great service by Priya", "Great service by [name]"),
        ("Thanks, Daniel", "Thanks, [name]"),
        ("陳太話送貨好慢", "[name]話送貨好慢"),
        ("職員李小姐好好人", "職員[name]好好人"),
        ("我叫陳大文，住沙田", "我叫[name]，住沙田"),
        ("我姓黃", "我姓[name]"),
        ("同事陳大文好幫手", "同事[name]好幫手"),
        ("張師傅好有禮貌", "[name]好有禮貌"),
        ("白先生", "[name]"),
        ("阿明送貨遲到", "[name]送貨遲到"),
        ("客服Kelly幫咗我", "客服[name]幫咗我"),
        ("我叫Mary", "我叫[name]"),
    ],
)
def test_names_are_masked_in_what_others_read(text: str, masked: str) -> None:
    assert mask(text, names=True).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Delivery from Octopus was late and Price too high",
        "I love Nutella and Kit Kat",
        "Wellcome is cheaper than Mannings",
        "Sha Tin and Tseung Kwan O branches are nice",
        "Order a size up, the fit is small",
        "Hlo sir, Strawberry flavour?",
        "I compare it with Dyson",
        "黃大仙分店職員態度差",
        "價錢高太多",
        "衛生紙同花生醬冇貨",
        "我係高中生",
        "阿媽買嘢",
        "李錦記豉油好抵",
        "周生生首飾",
        "許多產品缺貨，何時送貨",
        "張單唔見咗",
        "楊枝甘露好好味",
    ],
)
def test_brands_places_and_ordinary_words_are_no_names(text: str) -> None:
    assert mask(text, names=True).text == text


def test_numbers_are_masked_beside_names() -> None:
    assert mask("I'm Peter Wong, 9123 4567", names=True).text == "I'm [name], [phone]"


def test_names_stay_in_what_only_their_writer_sees() -> None:
    assert mask("我叫陳大文").text == "我叫陳大文"
