"""Each rule for sentences, on a bad example and on a good twin in both languages (I4, I9 to I12)."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalogue import LANGUAGES, Language
from catalogue.linter import SENTENCE_RULES, lint_sentence

CASES: list[tuple[str, str, str]] = [
    ("asks_two_things", "How was it? Why?", "How was it?"),
    ("asks_two_things", "Where do you live and how old are you?", "Where do you live?"),
    ("asks_two_things", "What went wrong, and when did it happen?", "What went wrong the last time?"),
    ("asks_two_things", "Do you shop for yourself or do you buy gifts?", "Do you shop for yourself or for others?"),
    ("asks_two_things", "How satisfied are you with price and quality?", "How satisfied are you with the price?"),
    ("asks_two_things", "How easy or quick was it?", "How easy was it, from 0 (hard) to 10 (quick and easy)?"),
    ("asks_two_things", "上次送貨點樣？點解？", "上次送貨點樣？"),
    ("asks_two_things", "你幾時買同埋點解買？", "你幾時買？"),
    ("asks_two_things", "你滿意嗎，點解？", "你滿意嗎？"),
    ("asks_two_things", "上次送貨點樣，點解？", "上次退換貨，過程點樣？"),
    ("asks_two_things", "你對價錢同質素有幾滿意？", "你同意我哋聯絡你嗎？"),
    ("asks_two_things", "你對送貨以及服務有幾滿意？", "你對送貨有幾滿意？"),
    ("leads", "Don't you agree that it was late?", "Was it late?"),
    ("leads", "How great was your delivery?", "How was your delivery?"),
    ("leads", "How much do you love shopping here?", "How satisfied are you with shopping here?"),
    ("leads", "Most people like the app. Do you use it?", "Do you use the app?"),
    ("leads", "It was quick, right?", "Did I get that right?"),
    ("leads", "你唔覺得送貨好快咩？", "送貨有幾快？"),
    ("leads", "你係咪都同意服務好好？", "你覺得服務點樣？"),
    ("leads", "大家都鍾意我哋個 App，你呢？", "你用唔用個 App？"),
    ("leads", "上次嘅貨有幾正？", "上次嘅貨點樣？"),
    ("sells", "Thanks! Buy now and save.", "Thanks! What did you buy?"),
    ("sells", "We have a special offer for you.", "No more offers will be sent."),
    ("sells", "You'll love our new snacks.", "What would you love to see changed?"),
    ("sells", "Have you tried our app?", "Which ways of buying have you used?"),
    ("sells", "It comes with free delivery.", "Was your delivery late?"),
    ("sells", "而家限時優惠，即刻落單啦！", "你幾時落單？"),
    ("sells", "推介你試下呢款新品。", "你試過邊啲？"),
    ("sells", "呢款最抵，唔好錯過。", "你錯過咗邊次送貨？"),
    ("talks_of_the_company", "Our award-winning delivery comes next day.", "When did the delivery come?"),
    ("talks_of_the_company", "We pride ourselves on service.", "How was the service?"),
    ("talks_of_the_company", "We are the leading grocer.", "We are sorry to hear that."),
    ("talks_of_the_company", "We have been here since 1985.", "How long has this been so?"),
    ("talks_of_the_company", "本公司屢獲殊榮。", "你公司買啲咩？"),
    ("talks_of_the_company", "我哋嘅團隊一向用心服務。", "上次服務點樣？"),
    ("sets_against_competitors", "It is cheaper than other shops.", "Is it cheaper than you expected?"),
    ("sets_against_competitors", "Our competitors never do that.", "Which other shops do you use?"),
    ("sets_against_competitors", "Unlike others, the shop answers.", "Would you like others to see it?"),
    ("sets_against_competitors", "呢度平過其他店。", "你仲會喺其他店買咩？"),
    ("sets_against_competitors", "比其他網店好得多。", "你仲用邊間網店？"),
    ("sets_against_competitors", "競爭對手做唔到。", "邊樣做唔到？"),
    ("debates", "You are mistaken, it came on time.", "When did it come?"),
    ("debates", "That's not our fault.", "I'm sorry that happened."),
    ("debates", "Why weren't you satisfied?", "What lies behind that score?"),
    ("debates", "But we told you before.", "Thanks for telling us again."),
    ("debates", "As we said, it takes a week.", "As you said, it took a week."),
    ("debates", "點解你唔滿意？", "點解會俾呢個分數？"),
    ("debates", "你搞錯咗，送貨準時。", "貨品幾時到？"),
    ("debates", "呢樣唔係我哋嘅責任。", "發生咁嘅事，真係好抱歉。"),
    ("debates", "其實我哋有通知你。", "有冇人通知你？"),
    ("presses", "You must answer this.", "You don't have to say."),
    ("presses", "Hurry, this is your last chance.", "This is the last question."),
    ("presses", "You can't skip this one.", "You can skip this one."),
    ("presses", "Are you sure you want to stop?", "All right, we stop here."),
    ("presses", "你必須答呢條。", "呢條唔必須答。"),
    ("presses", "請盡快回答。", "請隨時回答。"),
    ("presses", "呢條唔可以跳過。", "呢條可以跳過。"),
    ("presses", "唔好走住！", "慢慢行。"),
    ("is_too_long", "word " * 41, "word " * 40),
    ("is_too_long", "字" * 101, "字" * 100),
    ("has_simplified_characters", "请问你满意吗？", "請問你滿意嗎？"),
    ("has_simplified_characters", "送货时间点样？", "送貨時間點樣？"),
]


def language_of(text: str) -> Language:
    """The language an example is written in."""
    return "zh-Hant" if any("一" <= character <= "鿿" for character in text) else "en"


def rules_broken(text: str) -> list[str]:
    """The names of the rules that `text` breaks."""
    return [message.split(":")[0] for message in lint_sentence(text, language_of(text))]


@pytest.mark.parametrize(("rule", "bad", "good"), CASES)
def test_a_rule_finds_the_bad_sentence_and_leaves_its_good_twin(rule: str, bad: str, good: str) -> None:
    assert rule in rules_broken(bad)
    assert rules_broken(good) == []


def test_every_rule_has_a_bad_example_in_both_languages() -> None:
    chinese_alone = {("has_simplified_characters", "en")}
    wanted = {(rule.__name__, language) for rule in SENTENCE_RULES for language in LANGUAGES} - chinese_alone

    assert {(rule, language_of(bad)) for rule, bad, _ in CASES} == wanted


def test_the_example_of_the_manual_is_refused() -> None:
    sentence = "Our award-winning next-day delivery is better than other shops'. Why weren't you satisfied?"

    assert set(rules_broken(sentence)) == {"talks_of_the_company", "sets_against_competitors", "debates"}


def test_what_a_customer_said_is_bound_by_no_rule() -> None:
    assert rules_broken("You said “cheaper than other shops, why?” What happened?") == []
    assert rules_broken("你話「平過其他店，你必須改！點解？」，當時發生咩事？") == []


def test_chinese_sentences_are_searched_for_english_wordings_too() -> None:
    assert rules_broken("呢個係 special offer 嚟㗎。") == ["sells"]


def test_a_notice_may_be_longer_than_a_question() -> None:
    assert lint_sentence("word " * 100, "en", "notice") == []
    assert lint_sentence("word " * 100, "en", "question") != []


def test_placeholders_count_as_what_they_stand_for() -> None:
    assert lint_sentence("{a_rather_long_name_of_a_placeholder} " * 10, "en") == []


def test_good_and_bad_sentences_of_all_sorts_are_told_apart() -> None:
    sentences = yaml.safe_load(Path(__file__).with_name("sentences.yml").read_text(encoding="utf-8"))

    missed = [text for rule, texts in sentences["bad"].items() for text in texts if rule not in rules_broken(text)]
    assert missed == []
    assert [text for text in sentences["good"] if rules_broken(text)] == []


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_at_all_can_be_looked_through(text: str, language: Language) -> None:
    assert all(": " in message for message in lint_sentence(text, language))
