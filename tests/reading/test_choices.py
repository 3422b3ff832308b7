import pytest

from catalogue import LANGUAGES, Catalogue
from reading.values import Status
from tests.reading.conftest import Ask

DECIDING = (
    "price",
    "range",
    "quality",
    "information",
    "delivery",
    "returns",
    "service",
    "convenience",
    "trust",
    "rewards",
)


@pytest.mark.slow
def test_every_label_and_every_synonym_of_the_catalogue_is_read_back(catalogue: Catalogue, answer: Ask) -> None:
    """In either language's conversation, shouted, with punctuation, with space around it; with nothing left over."""
    for question in catalogue.questions.values():
        for choice in question.choices:
            said = [*choice.label.values(), *(words for language in choice.says.values() for words in language)]
            for words in said:
                for text in (words, f"  {words.upper()} !", f"{words}。"):
                    languages = [
                        language for language in LANGUAGES if words in (choice.label[language], *choice.says[language])
                    ]
                    reading = answer(question.id, text, languages[0])
                    assert reading.values == (choice.value,), (question.id, text, reading)
                    assert reading.not_understood == (), (question.id, text, reading)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the second one", "household"),
        ("2", "household"),
        ("option 2", "household"),
        ("number two", "household"),
        ("第二個", "household"),
        ("第2個", "household"),
        ("2號", "household"),
        ("the first", "self"),
        ("the last one", "other"),
        ("最後嗰個", "other"),
    ],
)
def test_a_choice_is_named_by_its_place(answer: Ask, text: str, value: str) -> None:
    assert answer("for_whom", text).values == (value,)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 and 3", ("price", "quality")),
        ("1,3", ("price", "quality")),
        ("一同三", ("price", "quality")),
        ("the first two", ("price", "range")),
        ("頭兩個", ("price", "range")),
    ],
)
def test_several_places_name_several_choices(answer: Ask, text: str, values: tuple[str, ...]) -> None:
    assert answer("what_decides", text).values == values


def test_a_place_beyond_the_list_is_not_understood(answer: Ask) -> None:
    reading = answer("for_whom", "9")

    assert reading.status == Status.NONE
    assert reading.not_understood == ("9",)


@pytest.mark.parametrize(
    "text",
    [
        "price and delivery",
        "價錢同送貨",
        "Delivery, price!",
        "the price... and deliveries",
        "送貨、價錢",
        "又平又要送貨快",
    ],
)
def test_several_choices_are_taken_from_one_answer(answer: Ask, text: str) -> None:
    assert answer("what_decides", text).values == ("price", "delivery")


@pytest.mark.parametrize(
    "text",
    [
        "anything but delivery",
        "everything except delivery",
        "all of them except delivery",
        "除咗送貨都得",
        "除咗送貨，全部都緊要",
    ],
)
def test_anything_but_one_is_all_of_the_others(answer: Ask, text: str) -> None:
    values = answer("what_decides", text).values

    assert "delivery" not in values
    assert set(DECIDING) - {"delivery"} <= set(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("not price, quality", ("quality",)),
        ("price doesn't matter, quality does", ("quality",)),
        ("唔係平，係質素", ("quality",)),
        ("價錢唔緊要，最緊要質素", ("quality",)),
        ("除咗送貨，仲有價錢", ("price", "delivery")),
        ("not only price but also service", ("price", "service")),
    ],
)
def test_what_is_denied_is_left_out(answer: Ask, text: str, values: tuple[str, ...]) -> None:
    assert answer("what_decides", text).values == values


def test_a_bare_denial_asks_back_between_the_others(answer: Ask) -> None:
    reading = answer("what_decides", "not price")

    assert reading.status == Status.SEVERAL
    assert "price" not in reading.candidates
    assert "quality" in reading.candidates


@pytest.mark.parametrize("text", ["all of them", "everything", "全部", "樣樣都緊要"])
def test_all_of_them_names_every_choice_that_stands_for_something(answer: Ask, text: str) -> None:
    assert set(DECIDING) <= set(answer("what_decides", text).values)


@pytest.mark.parametrize("text", ["none of these", "neither", "以上皆非", "全部都唔係"])
def test_none_of_these_is_the_choice_for_it_where_there_is_one(answer: Ask, text: str) -> None:
    assert answer("channels_used", text).values == ("none",)


def test_none_of_these_is_said_to_be_neither_where_no_choice_stands_for_it(answer: Ask) -> None:
    assert answer("for_whom", "none of these").status == Status.NEITHER


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        ("what_decides", "delivry and qualty", ("quality", "delivery")),
        ("for_whom", "houshold", ("household",)),
        ("for_whom", "my familly", ("household",)),
        ("district", "mong kock", ("yau_tsim_mong",)),
        ("district", "Tseung Kwan 0", ("sai_kung",)),
        ("what_decides", "sustainabilty", ("sustainability",)),
    ],
)
def test_slips_of_the_finger_are_seen_through(answer: Ask, question: str, text: str, values: tuple[str, ...]) -> None:
    assert answer(question, text).values == values


@pytest.mark.parametrize("text", ["stuff", "a prize", "the place", "平時冇諗", "let me think", "flurb", "👍👍", "?"])
def test_words_that_are_only_like_a_choice_are_not_taken_for_it(answer: Ask, text: str) -> None:
    assert answer("what_decides", text).status == Status.NONE


def test_two_choices_for_a_question_that_takes_one_are_asked_back(answer: Ask) -> None:
    reading = answer("for_whom", "myself and my family")

    assert reading.status == Status.SEVERAL
    assert reading.candidates == ("self", "household")


def test_a_place_that_may_lie_in_several_districts_is_asked_back(answer: Ask) -> None:
    reading = answer("district", "Kowloon")

    assert reading.status == Status.SEVERAL
    assert set(reading.candidates) == {"yau_tsim_mong", "sham_shui_po", "kowloon_city", "wong_tai_sin", "kwun_tong"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("I live near Mong Kok", "yau_tsim_mong"), ("住大圍", "sha_tin"), ("north", "north"), ("深圳", "elsewhere")],
)
def test_a_quarter_answers_the_question_about_the_district(answer: Ask, text: str, value: str) -> None:
    assert answer("district", text).values == (value,)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("32", "25-34"),
        ("I'm 32", "25-34"),
        ("I turned thirty in May", "25-34"),
        ("我四十二", "35-44"),
        ("30尾", "35-44"),
        ("over 65", "65+"),
        ("under 18", "0-17"),
        ("25-34", "25-34"),
        ("the second one", "18-24"),
        ("born in 1985", "35-44"),
        ("I'm 35 and my daughter is 12", "35-44"),
        ("rather not say", "prefer_not_to_say"),
    ],
)
def test_an_age_is_read_into_its_band(answer: Ask, text: str, value: str) -> None:
    assert answer("age_band", text).values == (value,)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [("in my thirties", ("25-34", "35-44")), ("80後", ("35-44", "45-54")), ("三十幾", ("25-34", "35-44"))],
)
def test_an_age_that_may_lie_in_two_bands_is_asked_back(answer: Ask, text: str, candidates: tuple[str, ...]) -> None:
    assert answer("age_band", text).candidates == candidates


def test_somebody_elses_age_is_not_the_customers(answer: Ask) -> None:
    assert answer("age_band", "my son is 8").status == Status.NONE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30k", "30000-39999"),
        ("2萬幾", "20000-29999"),
        ("HK$45,000 a month", "40000-59999"),
        ("600k a year", "40000-59999"),
        ("between 20 and 30 thousand", "20000-29999"),
        ("七八千蚊", "0-9999"),
        ("十幾萬", "100000+"),
        ("3皮", "30000-39999"),
        ("唔知", "dont_know"),
    ],
)
def test_an_income_is_read_into_its_band(answer: Ask, text: str, value: str) -> None:
    assert answer("income_band", text).values == (value,)


@pytest.mark.parametrize("text", ["US$5000", "a lot", "enough", "唔少"])
def test_an_income_that_says_no_amount_in_hong_kong_dollars_is_not_understood(answer: Ask, text: str) -> None:
    assert answer("income_band", text).status == Status.NONE


def test_a_bare_thirty_is_not_taken_for_thirty_dollars_of_income_but_for_thirty_thousand(answer: Ask) -> None:
    reading = answer("income_band", "30")

    assert reading.values == ("30000-39999",)
    assert reading.hedged


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yeah", "yes"),
        ("yes please", "yes"),
        ("no problem", "yes"),
        ("好呀", "yes"),
        ("👍", "yes"),
        ("nope", "no"),
        ("please don't", "no"),
        ("唔好", "no"),
        ("唔使喇", "no"),
        ("no, I get too many", "no"),
    ],
)
def test_yes_and_no_are_read_as_people_say_them(answer: Ask, text: str, value: str) -> None:
    assert answer("newsletter", text).values == (value,)


@pytest.mark.parametrize("text", ["maybe", "好煩", "not sure", "要諗下", "what offers?", "得閒先", "hmm"])
def test_consent_is_never_read_out_of_words_that_do_not_give_it(answer: Ask, text: str) -> None:
    assert answer("newsletter", text).values == ()
