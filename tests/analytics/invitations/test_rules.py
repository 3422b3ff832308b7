"""The retailer's file of rules, and every mistake that it may contain."""

from pathlib import Path

import pytest

from analytics.configuration import ConfigurationError
from analytics.invitations.rules import INVITATIONS_FILE, InvitationRules, load_invitation_rules


def changed(folder: Path, before: str, after: str) -> Path:
    """The file that Askwell comes with, with one change."""
    text = INVITATIONS_FILE.read_text(encoding="utf-8")
    assert before in text
    file = folder / "invitations.yml"
    file.write_text(text.replace(before, after), encoding="utf-8")
    return file


def test_the_file_that_askwell_comes_with_invites_with_ample_rests_and_no_quotas() -> None:
    assert load_invitation_rules() == InvitationRules(
        version=1, enabled=True, after_seconds=45, cooldown_days=90, not_now_days=14, quotas={}
    )


def test_quotas_are_read_by_segment(tmp_path: Path) -> None:
    file = changed(tmp_path, "quotas: {}", "quotas: {gift_buyers: 20, family: 0}")

    assert load_invitation_rules(file).quotas == {"gift_buyers": 20, "family": 0}


def test_a_file_without_quotas_has_none(tmp_path: Path) -> None:
    assert load_invitation_rules(changed(tmp_path, "quotas: {}", "")).quotas == {}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("enabled: true", "enabled: perhaps", r"invitations.yml:\d+: enabled is 'perhaps'; write true or false."),
        ("enabled: true", "", "'enabled' is missing; write 'enabled: ...' here."),
        ("after_seconds: 45", "after_seconds: 0", "after_seconds is 0; write 1 or more."),
        ("after_seconds: 45", "after_seconds: soon", "after_seconds is 'soon'; write a whole number"),
        ("cooldown_days: 90", "cooldown_days: -1", "cooldown_days is -1; write 0 or more."),
        ("not_now_days: 14", "not_now_day: 14", "'not_now_day' is no key that belongs here. Did you mean"),
        ("quotas: {}", "quotas: {gift_buyer: 3}", "'gift_buyer' is no key.*Did you mean 'gift_buyers'"),
        ("quotas: {}", "quotas: {gift_buyers: many}", "gift_buyers is 'many'; write a whole number"),
        ("quotas: {}", "quotas: {gift_buyers: -3}", "gift_buyers is -3; write 0 or more."),
        ("quotas: {}", "quotas: [gift_buyers]", "keys are missing here"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_its_remedy(tmp_path: Path, before: str, after: str, words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        load_invitation_rules(changed(tmp_path, before, after))


def test_people_in_no_segment_cannot_have_a_quota(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="'unclassified' is no key"):
        load_invitation_rules(changed(tmp_path, "quotas: {}", "quotas: {unclassified: 3}"))
