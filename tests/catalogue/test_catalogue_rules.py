"""Each rule for whole catalogues, on a bad example and on a good twin."""

import subprocess
import sys
from pathlib import Path

import pytest

from catalogue import load
from catalogue.linter import CATALOGUE_RULES, RULES, SENTENCE_RULES, UNREADABLE, lint, lint_folder
from tests.catalogue.writing import CHANNEL, GOOD_QUESTION, PROBES, WORDING, write_catalogue

ROOT = Path(__file__).resolve().parents[2]


def found(folder: Path, *questions: str, probes: str = PROBES, wording: str = WORDING) -> dict[str, str]:
    """Rule and message of everything that the linter finds in a catalogue of these questions."""
    findings = lint_folder(write_catalogue(folder, *questions, probes=probes, wording=wording))
    return {finding.rule: str(finding).removeprefix(f"{folder.name}/") for finding in findings}


def with_key(line: str, question: str = GOOD_QUESTION) -> str:
    """The question with one more key."""
    return f"{question.rstrip()}\n  {line}\n"


def test_a_good_catalogue_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, CHANNEL, with_key("ask_when: {last_channel: [web]}"), with_probe()) == {}


def with_probe() -> str:
    """A question that names a probe there is."""
    return with_key("probe: [last_time]", GOOD_QUESTION.replace("delivery_reason", "wished_for"))


def test_the_shipped_catalogue_keeps_every_rule() -> None:
    assert [str(finding) for finding in lint(load())] == []


def test_a_missing_purpose_is_found(tmp_path: Path) -> None:
    """P2: every question declares its purpose."""
    without = "\n".join(line for line in GOOD_QUESTION.splitlines() if "purpose" not in line)

    assert found(tmp_path, without) == {
        UNREADABLE: "questions/delivery.yml:3: 'purpose' is missing; write 'purpose: ...' here. (cannot_be_read)"
    }


def test_a_missing_language_is_found(tmp_path: Path) -> None:
    assert "'zh-Hant' is missing" in found(tmp_path, GOOD_QUESTION.replace(", zh-Hant: 發生咩事？", ""))[UNREADABLE]


def test_a_choice_question_without_a_way_out_is_found(tmp_path: Path) -> None:
    """I4: 'don't know' is always a good answer; the buttons must leave nobody out."""
    assert found(tmp_path, CHANNEL.replace("value: none", "value: app")) == {
        "has_no_way_out": "questions/delivery.yml:6: 'last_channel' leaves people out; add a choice with one of the "
        "values other, none, no, dont_know, prefer_not_to_say, elsewhere. (has_no_way_out)"
    }


@pytest.mark.parametrize("kind", ["{scale: [0, 10]}", "{number: [0, 10]}", "date", "text"])
def test_other_kinds_need_no_way_out_because_every_question_can_be_skipped(tmp_path: Path, kind: str) -> None:
    assert found(tmp_path, GOOD_QUESTION.replace("kind: text", f"kind: {kind}")) == {}


def test_a_sensitive_choice_without_prefer_not_to_say_is_found(tmp_path: Path) -> None:
    sensitive = CHANNEL.replace("personal: none", "personal: sensitive")

    assert list(found(tmp_path, sensitive)) == ["is_sensitive_without_prefer_not_to_say"]
    assert found(tmp_path / "good", sensitive.replace("value: none", "value: prefer_not_to_say")) == {}


def test_a_synonym_under_two_choices_is_found_in_whatever_case_and_language(tmp_path: Path) -> None:
    says = "\n      says: {en: [online shop], zh-Hant: [網上]}"
    other = "\n      says: {en: [nothing], zh-Hant: [Online  Shop]}"
    question = CHANNEL.replace("zh-Hant: 網站}", f"zh-Hant: 網站}}{says}")

    assert found(tmp_path, question.replace("未買過}", f"未買過}}{other}"))["means_two_choices"] == (
        "questions/delivery.yml:10: 'online shop' stands under 'web' and 'none'; "
        "keep it under one of them. (means_two_choices)"
    )
    assert found(tmp_path / "good", question) == {}


def test_a_synonym_that_is_another_choices_label_is_found(tmp_path: Path) -> None:
    says = "\n      says: {en: [not yet], zh-Hant: [網上]}"

    assert "means_two_choices" in found(tmp_path, CHANNEL.replace("zh-Hant: 網站}", f"zh-Hant: 網站}}{says}"))


def test_synonyms_in_one_language_alone_are_found(tmp_path: Path) -> None:
    says = "\n      says: {en: [online shop]}"

    assert found(tmp_path, CHANNEL.replace("zh-Hant: 網站}", f"zh-Hant: 網站}}{says}"))["is_said_in_one_language"] == (
        "questions/delivery.yml:7: 'web' has no words in 'zh-Hant'; "
        "add what people say there. (is_said_in_one_language)"
    )


def test_an_unknown_fact_is_found_with_the_likely_one(tmp_path: Path) -> None:
    assert found(tmp_path, CHANNEL, with_key("ask_when: {last_chanel: [web]}")) == {
        "names_an_unknown_fact": "questions/delivery.yml:20: ask_when names 'last_chanel', which no question asks. "
        "Did you mean 'last_channel'? (names_an_unknown_fact)"
    }


def test_a_retired_fact_is_found(tmp_path: Path) -> None:
    waiting = with_key("ask_when: {last_channel: [web]}")

    assert "which is retired" in found(tmp_path, with_key("retired: true", CHANNEL), waiting)["names_an_unknown_fact"]


@pytest.mark.parametrize(
    ("fact", "value", "bad"),
    [
        (CHANNEL, "last_channel: [webb]", "Did you mean 'web'?"),
        (
            GOOD_QUESTION.replace("delivery_reason", "score").replace("kind: text", "kind: {scale: [0, 5]}"),
            "score: [4..6]",
            "Did you mean '5'?",
        ),
        (GOOD_QUESTION.replace("delivery_reason", "told"), "told: [late]", "Route on a choice, a scale or a number."),
    ],
)
def test_a_value_that_is_not_offered_is_found(tmp_path: Path, fact: str, value: str, bad: str) -> None:
    findings = found(tmp_path, fact, with_key(f"ask_when: {{{value}}}"))

    assert list(findings) == ["waits_for_a_value_not_offered"]
    if fact is CHANNEL:
        assert bad in findings["waits_for_a_value_not_offered"]


def test_a_fact_that_is_asked_later_is_found(tmp_path: Path) -> None:
    waiting = with_key("ask_when: {last_channel: [web]}")

    assert "Move 'last_channel' before 'delivery_reason'" in found(tmp_path, waiting, CHANNEL)["comes_before_its_fact"]
    assert found(tmp_path / "good", CHANNEL, waiting) == {}


def test_questions_that_wait_for_each_other_are_found(tmp_path: Path) -> None:
    first = with_key("ask_when: {score: [1]}", CHANNEL)
    score = GOOD_QUESTION.replace("delivery_reason", "score").replace("kind: text", "kind: {scale: [0, 5]}")

    findings = found(tmp_path, first, with_key("ask_when: {last_channel: [web]}", score))
    assert list(findings) == ["waits_in_a_circle"]
    assert "'score' waits for 'last_channel', which waits for 'score'" in findings["waits_in_a_circle"]


def test_a_question_that_waits_for_itself_is_found(tmp_path: Path) -> None:
    assert list(found(tmp_path, with_key("ask_when: {last_channel: [web]}", CHANNEL))) == ["waits_in_a_circle"]


def test_an_unknown_probe_is_found(tmp_path: Path) -> None:
    assert "Did you mean 'last_time'?" in found(tmp_path, with_key("probe: [last_tme]"))["names_an_unknown_probe"]


def test_a_probe_with_two_phrasings_is_found_once_for_each_language_that_lacks_one(tmp_path: Path) -> None:
    fewer = PROBES.replace(', "過程係點樣？"', "")

    assert found(tmp_path, GOOD_QUESTION, probes=fewer) == {
        "has_too_few_phrasings": "probes.yml:3: 'last_time' has 2 phrasings in 'zh-Hant'; write 3. "
        "(has_too_few_phrasings)"
    }


def test_placeholders_that_differ_between_languages_are_found(tmp_path: Path) -> None:
    wording = WORDING.replace("記低咗：{value}", "記低咗：{valu}")

    assert "'noted' has '{valu}' in one language and not in 'en'" in str(
        lint_folder(write_catalogue(tmp_path, GOOD_QUESTION, wording=wording))
    )


def test_phrasings_of_a_probe_use_the_customers_words_in_both_languages(tmp_path: Path) -> None:
    probes = PROBES.replace("How did it go?", "About “{words}”?")

    assert "'last_time' has '{words}' in one language" in str(
        lint_folder(write_catalogue(tmp_path, GOOD_QUESTION, probes=probes))
    )


def test_a_placeholder_that_nothing_fills_is_found(tmp_path: Path) -> None:
    question = GOOD_QUESTION.replace("What happened?", "'What happened at {shop}?'")
    probes = PROBES.replace("How did it go?", "How was {shop}?").replace("過程係點樣？", "{shop}點樣？")

    assert "has_a_placeholder_nobody_fills" in found(tmp_path, question)
    assert "has_a_placeholder_nobody_fills" in found(tmp_path / "probes", GOOD_QUESTION, probes=probes)


@pytest.mark.parametrize("id", ["language", "probe_last_time", "words"])
def test_an_id_that_the_conversation_uses_itself_is_found(tmp_path: Path, id: str) -> None:
    probes = PROBES.replace("How did it go?", "About “{words}”?").replace("過程係點樣？", "關於「{words}」呢？")

    assert list(found(tmp_path, GOOD_QUESTION.replace("delivery_reason", id), probes=probes)) == ["has_a_reserved_id"]


def test_sentence_rules_look_at_questions_purposes_probes_and_wording(tmp_path: Path) -> None:
    bad = "Don't you agree?"
    findings = lint_folder(
        write_catalogue(
            tmp_path,
            GOOD_QUESTION.replace("What happened?", bad),
            CHANNEL.replace("So the shop hears it.", bad),
            probes=PROBES.replace("How did it go?", bad),
            wording=WORDING.replace("Noted: {value}", f"{bad} {{value}}"),
        )
    )
    leading = [str(finding).removeprefix(f"{tmp_path.name}/").split(": ")[0] for finding in findings]

    assert leading == [
        "probes.yml:3",
        "questions/delivery.yml:5",
        "questions/delivery.yml:17",
        "wording/interjections.yml:4",
    ]


def test_every_rule_is_explained_to_authors_in_one_line() -> None:
    assert RULES.keys() == {UNREADABLE, *(rule.__name__ for rule in (*SENTENCE_RULES, *CATALOGUE_RULES))}
    assert all(explanation.endswith(".") and "\n" not in explanation for explanation in RULES.values())


def test_every_rule_is_named_in_the_guide() -> None:
    guide = (ROOT / "docs" / "guide" / "questionnaire.md").read_text(encoding="utf-8")

    assert [rule for rule in RULES if f"`{rule}`" not in guide] == []


def run_check(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """`python -m catalogue`, as `./askwell check` starts it."""
    return subprocess.run(  # noqa: S603 - our own interpreter and package
        [sys.executable, "-m", "catalogue", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_the_command_prints_nothing_and_succeeds_on_the_shipped_catalogue() -> None:
    result = run_check()

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_command_prints_findings_and_fails(tmp_path: Path) -> None:
    result = run_check(str(write_catalogue(tmp_path, with_key("ask_when: {last_chanel: [web]}"))))

    assert result.returncode == 1
    assert "questions/delivery.yml:9: ask_when names 'last_chanel', which no question asks." in result.stdout
