"""What the loader makes of good files, and what it says about bad ones."""

from pathlib import Path

import pytest

from catalogue import Catalogue, CatalogueError, Kind, load
from tests.catalogue.writing import CHANNEL, GOOD_QUESTION, PROBES, WORDING, write_catalogue


def refused(folder: Path) -> list[str]:
    """The mistakes that stop `folder` from loading, without the folder's own name."""
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    return [str(problem).removeprefix(f"{folder.name}/") for problem in caught.value.problems]


def changed(old: str, new: str, question: str = GOOD_QUESTION) -> str:
    """The question with one text replaced, which must be in it."""
    assert old in question
    return question.replace(old, new)


def test_a_question_is_read_with_all_its_keys(tmp_path: Path) -> None:
    score = changed("kind: text", "kind: {scale: [0, 10]}\n  ask_when: {last_channel: [web]}\n  probe: [last_time]")
    question = load(write_catalogue(tmp_path, CHANNEL, score)).questions["delivery_reason"]

    assert question.kind == Kind("scale", 0, 10)
    assert question.ask == {"en": "What happened?", "zh-Hant": "發生咩事？"}
    assert question.ask_when == {"last_channel": ("web",)}
    assert question.probe == ("last_time",)
    assert (question.topic, question.retired) == ("delivery", False)


def test_a_range_in_ask_when_stands_for_every_number_in_it(tmp_path: Path) -> None:
    question = changed("personal: none", "personal: none\n  ask_when: {last_score: [0..2, 9]}")

    assert load(write_catalogue(tmp_path, question)).questions["delivery_reason"].ask_when == {
        "last_score": ("0", "1", "2", "9")
    }


def test_yes_and_no_stay_words(tmp_path: Path) -> None:
    question = CHANNEL.replace("value: web", "value: yes").replace("value: none", "value: no")

    values = [choice.value for choice in load(write_catalogue(tmp_path, question)).questions["last_channel"].choices]
    assert values == ["yes", "no"]


def test_files_come_in_their_order_and_those_without_one_last(tmp_path: Path) -> None:
    write_catalogue(tmp_path, GOOD_QUESTION, file="a.yml")
    write_catalogue(tmp_path, CHANNEL, file="b.yml")
    late = tmp_path / "questions" / "b.yml"
    late.write_text("order: 5\n" + late.read_text(encoding="utf-8"), encoding="utf-8")

    assert list(load(tmp_path).questions) == ["last_channel", "delivery_reason"]


def test_a_retired_question_is_loaded_and_never_asked(tmp_path: Path) -> None:
    catalogue = load(write_catalogue(tmp_path, CHANNEL, changed("kind: text", "kind: text\n  retired: true")))

    assert "delivery_reason" in catalogue.questions
    assert "delivery_reason" not in catalogue.asked()
    assert not catalogue.questions["delivery_reason"].is_asked({})


def test_the_same_folder_is_read_once(tmp_path: Path) -> None:
    assert load(write_catalogue(tmp_path, GOOD_QUESTION)) is load(tmp_path)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            changed("purpose:", "purpos:"),
            "questions/delivery.yml:6: 'purpos' is no key that belongs here. Did you mean 'purpose'?",
        ),
        (changed("kind: text", "kind: tekst"), "questions/delivery.yml:4: kind is 'tekst'. Did you mean 'text'?"),
        (
            changed("kind: text", "kind: {sclae: [0, 10]}"),
            "questions/delivery.yml:4: kind is 'sclae'. Did you mean 'scale'?",
        ),
        (
            changed("kind: text", "kind: scale"),
            "questions/delivery.yml:4: a scale needs bounds; write 'kind: {scale: [0, 10]}'.",
        ),
        (
            changed("kind: text", "kind: {number: [ten, 0]}"),
            "questions/delivery.yml:4: the bounds of number are 'ten, 0'; write two numbers, as in [0, 10].",
        ),
        (
            changed("kind: text", "kind: {text: [0, 1]}"),
            "questions/delivery.yml:4: a text has no bounds; write 'kind: text'.",
        ),
        (
            changed("id: delivery_reason", "id: Delivery-Reason"),
            "questions/delivery.yml:3: id is 'Delivery-Reason'; write it in small letters, such as 'delivery_score'.",
        ),
        (
            changed("zh-Hant: 發生咩事？", "zh-hant: 發生咩事？"),
            "questions/delivery.yml:5: 'zh-hant' is no key that belongs here. Did you mean 'zh-Hant'?",
        ),
        (
            changed(", zh-Hant: 原因", ""),
            "questions/delivery.yml:8: 'zh-Hant' is missing; write 'zh-Hant: ...' here.",
        ),
        (
            changed("personal: none", "personal: secret"),
            "questions/delivery.yml:7: personal is 'secret'. Write one of none, ordinary, sensitive.",
        ),
        (
            changed("personal: none", "personal: none\n  retired: maybe"),
            "questions/delivery.yml:8: retired is 'maybe'; write true or false.",
        ),
        (
            changed("personal: none", "personal: none\n  already_known_from: [order]"),
            "questions/delivery.yml:8: already_known_from is 'order'. Did you mean 'orders'?",
        ),
        (
            changed("personal: none", "personal: none\n  personal: none"),
            "questions/delivery.yml:8: 'personal' stands on line 7 too; keep one of them.",
        ),
        (
            changed("en: What happened?", "en: What, happened?"),
            "questions/delivery.yml:5: 'happened?' is no key that belongs here. Write one of en, zh-Hant. "
            "A text that has a comma stands in quotes.",
        ),
        (
            changed("en: What happened?", "en: 'What about {shop?'"),
            "questions/delivery.yml:5: in 'en', a brace has no partner; write {shop}, or leave the brace out.",
        ),
        (
            changed("kind: text", "kind: choice", GOOD_QUESTION),
            "questions/delivery.yml:3: a choice needs two choices or more; write them.",
        ),
        (
            changed("kind: choice", "kind: text", CHANNEL),
            "questions/delivery.yml:6: a text has no choices; leave them out or write 'kind: choice'.",
        ),
        (
            changed("value: none", "value: web", CHANNEL),
            "questions/delivery.yml:9: value 'web' stands on line 7 too; give one of them another.",
        ),
        (
            changed("value: web", "value: the|web", CHANNEL),
            "questions/delivery.yml:7: value is 'the|web'; write letters, digits, _ and -, such as 'sha_tin'.",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_its_remedy(tmp_path: Path, question: str, message: str) -> None:
    assert message in refused(write_catalogue(tmp_path, question))


@pytest.mark.parametrize("key", ["id", "kind", "ask", "purpose", "personal", "report_as"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    without = "\n".join(line for line in GOOD_QUESTION.splitlines() if not line.lstrip("- ").startswith(f"{key}:"))
    question = without if key != "id" else changed("- id: delivery_reason\n  kind", "- kind")

    assert f"questions/delivery.yml:3: '{key}' is missing; write '{key}: ...' here." in refused(
        write_catalogue(tmp_path, question)
    )


def test_an_id_that_stands_twice_is_named_with_both_places(tmp_path: Path) -> None:
    wording = WORDING.replace("id: noted", "id: delivery_reason")

    assert refused(write_catalogue(tmp_path, GOOD_QUESTION, wording=wording)) == [
        f"wording/interjections.yml:4: id 'delivery_reason' stands at {tmp_path.name}/questions/delivery.yml:3 too; "
        "give one of them another id."
    ]


def test_all_mistakes_of_a_load_are_reported_together(tmp_path: Path) -> None:
    folder = write_catalogue(
        tmp_path,
        changed("kind: text", "kind: tekst"),
        changed("purpose:", "purpos:", CHANNEL),
        probes=PROBES.replace("[dissatisfaction]", "[disatisfaction]"),
        wording=WORDING.replace("id: noted", "idd: noted"),
    )

    assert {problem.split(":")[0] for problem in refused(folder)} == {
        "questions/delivery.yml",
        "probes.yml",
        "wording/interjections.yml",
    }


def test_a_file_that_is_no_yaml_is_named_with_the_line(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path, GOOD_QUESTION, wording="topic: x\nwording: [\n")

    assert refused(folder)[0].startswith("wording/interjections.yml:3: this is no YAML (")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path, GOOD_QUESTION)
    (folder / "wording" / "more.yml").write_bytes("topic: 網站".encode("big5"))

    assert "wording/more.yml:1: the file is not in UTF-8; save it as UTF-8." in refused(folder)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path, GOOD_QUESTION, wording="")

    assert refused(folder) == [
        "wording/interjections.yml:1: the file is empty; write topic, wording, or remove the file."
    ]


def test_a_folder_without_questions_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == ["questions:1: no file here asks a question; write one."]


def test_saying_something_without_a_placeholder_names_it(tmp_path: Path) -> None:
    catalogue = load(write_catalogue(tmp_path, GOOD_QUESTION))

    with pytest.raises(KeyError, match=r"interjections.yml:4: 'noted' needs value\."):
        catalogue.say("noted", "en")


def test_saying_what_nobody_wrote_names_the_id(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="No file under catalogue/wording has the id 'notd'"):
        load(write_catalogue(tmp_path, GOOD_QUESTION)).say("notd", "en")


def test_braces_in_what_is_filled_in_are_left_alone(tmp_path: Path) -> None:
    catalogue = load(write_catalogue(tmp_path, GOOD_QUESTION))

    assert catalogue.say("noted", "zh-Hant", value="{shop}") == "記低咗：{shop}"


def test_an_unknown_choice_is_named_with_the_known_ones(tmp_path: Path) -> None:
    question = load(write_catalogue(tmp_path, CHANNEL)).questions["last_channel"]

    assert question.choice("web").label["zh-Hant"] == "網站"
    with pytest.raises(KeyError, match="last_channel has no choice 'app'; it has web, none"):
        question.choice("app")


def with_examples(folder: Path, text: str) -> Path:
    """A catalogue with one choice question and a file of examples."""
    written = write_catalogue(folder, CHANNEL)
    (written / "examples").mkdir()
    (written / "examples" / "buying.yml").write_text(text, encoding="utf-8")
    return written


def test_examples_show_how_a_choice_is_said(tmp_path: Path) -> None:
    shown = "examples:\n  last_channel:\n    web:\n      en: [at the computer]\n      zh-Hant: [喺電腦撳]\n"
    catalogue = load(with_examples(tmp_path, shown))

    assert catalogue.examples == {"last_channel": {"web": {"en": ("at the computer",), "zh-Hant": ("喺電腦撳",)}}}


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("examples:\n  last_chanel:\n    web: {en: [a], zh-Hant: [b]}\n", "buying.yml:2: no question is called"),
        ("examples:\n  last_channel:\n    app: {en: [a], zh-Hant: [b]}\n", "buying.yml:3: last_channel has no choice"),
        ("examples:\n  last_channel:\n    web: {en: [a]}\n", "zh-Hant"),
        ("examples: {}\n", "examples"),
    ],
)
def test_examples_of_nothing_are_named_with_their_line(tmp_path: Path, shown: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        load(with_examples(tmp_path, shown))


def test_examples_for_one_question_stand_in_one_file(tmp_path: Path) -> None:
    shown = "examples:\n  last_channel:\n    web: {en: [a], zh-Hant: [b]}\n"
    folder = with_examples(tmp_path, shown)
    (folder / "examples" / "more.yml").write_text(shown, encoding="utf-8")

    with pytest.raises(CatalogueError, match=r"more\.yml:2: another file has examples for 'last_channel' too"):
        load(folder)


def test_an_empty_catalogue_asks_nothing() -> None:
    assert Catalogue({}, {}, {}).asked() == {}


def test_what_answers_nothing_stands_in_one_file(tmp_path: Path) -> None:
    folder = with_examples(tmp_path, "nothing: {en: [hm], zh-Hant: [嗯]}\n")
    (folder / "examples" / "more.yml").write_text("nothing: {en: [er], zh-Hant: [呃]}\n", encoding="utf-8")

    with pytest.raises(CatalogueError, match=r"more\.yml:1: another file has 'nothing' too"):
        load(folder)


def test_a_file_may_hold_examples_beside_what_answers_nothing(tmp_path: Path) -> None:
    shown = "nothing: {en: [hm], zh-Hant: [嗯]}\nexamples:\n  last_channel:\n    web: {en: [a], zh-Hant: [b]}\n"
    catalogue = load(with_examples(tmp_path, shown))

    assert catalogue.nothing["en"] == ("hm",)
    assert catalogue.examples["last_channel"]["web"]["en"] == ("a",)
